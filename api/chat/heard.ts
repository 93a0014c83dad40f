import type { DetailSource } from '../../db/schema/customers.ts';
import type { CustomerDetails, DetailField } from '../assistant/assistant.ts';

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

  /** Takes the values in and returns the fields that are new or changed. */
  add(sources: DetailSource[]): DetailField[] {
    const fresh = sources.filter(({ field, value }) => this.heard.details[field] !== value);
    for (const source of fresh) {
      this.heard.details[source.field] = source.value;
      this.heard.sources.push(source);
    }
    return [...new Set(fresh.map(({ field }) => field))];
  }

  /** Null when nothing was heard. */
  get(): HeardInChat | null {
    return this.heard.sources.length > 0 ? this.heard : null;
  }
}
