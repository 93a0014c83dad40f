export type DetailField = 'name' | 'email' | 'phone' | 'address';

/** One contact detail heard in a message. `raw` is the evidence: exactly `text.slice(start, end)`. */
export interface CapturedDetail {
  field: DetailField;
  /** Normalised for storing: E.164 for phones, lower case for e-mails, cased for names. */
  value: string;
  raw: string;
  /** UTF-16 offsets into the message. */
  start: number;
  end: number;
  /** 0 to 1: how sure the wording makes us that the visitor meant themselves. */
  confidence?: number;
}

/** A number that was typed as a phone but must not be stored. */
export interface UnusablePhone {
  raw: string;
  start: number;
  end: number;
  /** `placeholder`: 555-5555 and the like; `incomplete`: no area code. */
  reason: 'placeholder' | 'incomplete';
}

export interface CaptureOptions {
  /** ISO 3166-1 alpha-2, whose national phone format is assumed; the company's country. */
  country: string;
  /** What the visitor was just asked for: a bare "dave" then counts. */
  asked?: DetailField | undefined;
  /** Phones (E.164 or as written) and e-mails that are the company's own, never the visitor's. */
  notTheirs?: string[] | undefined;
}
