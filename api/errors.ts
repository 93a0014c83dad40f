/**
 * The closed list of everything the API can refuse: code → HTTP status and title.
 * Each code has its section in docs/errors.md.
 */
export const ERRORS = {
  api_key_invalid: { status: 401, title: 'The API key is not valid.' },
  body_not_json: { status: 400, title: 'The body is not valid JSON.' },
  body_not_utf8: { status: 400, title: 'The body is not valid UTF-8.' },
  body_nul_byte: { status: 400, title: 'Text must not contain a NUL character.' },
  body_too_large: { status: 413, title: 'The body is larger than allowed.' },
  calculator_config_invalid: { status: 422, title: 'The price list has mistakes.' },
  calculator_not_configured: { status: 409, title: 'This company has no price list yet.' },
  conflict: { status: 409, title: 'The record was changed by someone else meanwhile.' },
  csrf_rejected: { status: 403, title: 'This request came from another website.' },
  cursor_invalid: { status: 400, title: 'The cursor is not one this list gave out.' },
  database_unavailable: { status: 503, title: 'The database does not answer.' },
  email_taken: { status: 409, title: 'Somebody has signed up with this e-mail address.' },
  forbidden: { status: 403, title: 'You may not do this.' },
  idempotency_answer_gone: { status: 409, title: 'This was carried out; its answer is not kept.' },
  idempotency_in_progress: {
    status: 409,
    title: 'The first request with this key is still at work.',
  },
  idempotency_key_invalid: { status: 400, title: 'The Idempotency-Key cannot be used.' },
  idempotency_key_reused: { status: 422, title: 'This key was used with another request.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  log_in_busy: { status: 503, title: 'Too many people are logging in at once.' },
  login_failed: { status: 401, title: 'The e-mail address or the password is not right.' },
  login_locked: { status: 429, title: 'Too many failed log-ins.' },
  message_id_taken: { status: 409, title: 'This message id was used with another text.' },
  not_found: { status: 404, title: 'There is nothing at this address.' },
  not_signed_in: { status: 401, title: 'Log in, or send an API key.' },
  origin_not_allowed: { status: 403, title: 'This website is not allowed to use this widget key.' },
  overloaded: { status: 503, title: 'Too much is going on at the moment.' },
  quote_inputs_invalid: { status: 422, title: 'Some inputs cannot be priced.' },
  quote_inputs_missing: { status: 422, title: 'Some inputs are needed for a price.' },
  quote_not_computable: { status: 422, title: 'The price list gives no price for these inputs.' },
  rate_limited: { status: 429, title: 'Too many requests.' },
  service_unknown: { status: 422, title: 'The company does not offer this service.' },
  session_mismatch: { status: 403, title: 'This token belongs to another chat session.' },
  turn_interrupted: { status: 503, title: 'The answer was interrupted.' },
  validation_failed: { status: 422, title: 'Some fields are not valid.' },
  visitor_token_expired: { status: 401, title: 'The visitor token has expired.' },
  visitor_token_invalid: { status: 401, title: 'The visitor token is not valid.' },
  websocket_expected: { status: 426, title: 'Ask for this address as a WebSocket.' },
  widget_key_invalid: { status: 401, title: 'No site has this widget key.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorDetails {
  /** One sentence for the person who reads it: what is wrong and what to do. */
  detail?: string;
  /** Per-field messages of a validation. */
  fields?: { path: string; message: string }[];
  /** Extra response headers, e.g. Retry-After. */
  headers?: Record<string, string>;
}

/** A refusal that the caller is meant to see. Anything else that is thrown becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? ERRORS[code].title);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** RFC 9457 problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  errors?: { path: string; message: string }[];
  request_id: string;
}

/** Renders any error; an unknown one tells nothing but the request id. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof AppError ? error : new AppError('internal');
  const { title, status } = ERRORS[known.code];
  const { detail, fields } = known.details;
  return {
    type: `/docs/errors#${known.code}`,
    title,
    status,
    code: known.code,
    ...(detail ? { detail } : {}),
    ...(fields ? { errors: fields } : {}),
    request_id: requestId,
  };
}
