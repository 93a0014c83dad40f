import type { DetailSource } from '../../../db/schema/customers.ts';
import type { CustomerDetails, DetailField } from '../../assistant/assistant.ts';

/** What a turn has heard about the visitor: the values, and where each of them came from. */
export interface HeardInChat {
  details: CustomerDetails;
  sources: DetailSource[];
  /** ISO 3166-1 alpha-2, whose national phone format is assumed. */
  country: string;
}

/** Gathers details from the visitor's words, a tool call or the form; a later value wins. */
export class HeardDetails {
  private readonly heard: HeardInChat;

  constructor(country: string) {
    this.heard = { details: {}, sources: [], country };
  }

  /**
   * Takes in what one message, call or form said, the main value of a field first, and returns the
   * fields that are new or changed. What is said later wins over what was said before.
   */
  add(sources: DetailSource[]): DetailField[] {
    const { details, sources: all } = this.heard;
    const changed = new Set<DetailField>();
    const said = new Set<DetailField>();
    for (const source of sources) {
      const { field, value } = source;
      if (!said.has(field) && details[field] !== value) {
        details[field] = value;
        changed.add(field);
      }
      if (!all.some((known) => known.field === field && known.value === value)) all.push(source);
      said.add(field);
    }
    return [...changed];
  }

  /** Null when nothing was heard. */
  get(): HeardInChat | null {
    return this.heard.sources.length > 0 ? this.heard : null;
  }
}
