import type { ServiceInputView } from '../../../calculator/views.ts';

/** A service's inputs by what they measure; the first of each kind. */
export type Kinds = Partial<Record<ServiceInputView['kind'], ServiceInputView>>;

/** Why a size was heard but not kept. */
export type Issue =
  | { kind: 'range'; input: string; value: string }
  /** The company prices only certain values, e.g. 4, 6 and 8 ft high. */
  | { kind: 'option'; input: string; value: string }
  /** An area for something that is priced by length, or a volume. */
  | { kind: 'mismatch'; input: string }
  /** Only one side of an area, in feet (or the area's own side unit). */
  | { kind: 'one_side'; input: string; side: string }
  /** Another area of the job was named beside the one that was told, without its size. */
  | { kind: 'other_part'; input: string; side?: string }
  /** Bigger or longer by the words, but not by how much. */
  | { kind: 'open'; input: string }
  /** Two fences with one length between them. */
  | { kind: 'parts'; input: string }
  /** Two sides of a yard for a fence: its whole length is offered, to be confirmed. */
  | { kind: 'all_round'; input: string; value: string; sides: [string, string] };

export interface Fit {
  inputs: Record<string, string>;
  /** The units that were said, by input, where they are not the input's own. */
  units: Record<string, string>;
  issues: Issue[];
  /** The smaller ends of ranges whose larger end was taken, by input. */
  ranges: Record<string, string>;
}

export interface FitContext {
  /** The input the visitor was just asked for, and the side of it that is already known. */
  asked?: { input: string; side?: string | undefined } | undefined;
  /** Inputs already known, so that a plain number can mean the one that is missing. */
  known: Record<string, string>;
  /** The units in which this visitor told the known inputs: "actually 60" after "50 m2". */
  units: Record<string, string>;
  /** A plain number may count: the message corrects, or names the service beside it. */
  bareCounts: boolean;
}
