export interface FieldError {
  path: string;
  message: string;
}

/** A refusal of the API, or `offline` when no answer came. `message` may be shown as it is. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: FieldError[];
  readonly requestId: string | null;

  constructor(
    message: string,
    about: { code: string; status: number; fields?: FieldError[]; requestId?: string | null },
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = about.code;
    this.status = about.status;
    this.fields = about.fields ?? [];
    this.requestId = about.requestId ?? null;
  }
}

export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  delete<T>(path: string): Promise<T>;
}

interface ApiOptions {
  fetch?: typeof fetch;
  /** Called when any call but logging in answers 401. */
  onSignedOut: () => void;
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  request_id?: string;
}

const OFFLINE = "Couldn't reach TradeSphere. Check your connection and try again.";
const LOGGED_OUT = 'You were logged out. Log in again to go on.';
const UNREADABLE = "TradeSphere's answer could not be read. Try again.";

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

async function problemOf(response: Response): Promise<ApiError> {
  const body = (await readJson(response).catch(() => null)) as ProblemBody | null;
  const told =
    response.status === 429 ? [body?.title, body?.detail] : [body?.detail ?? body?.title];
  const message = told.filter(Boolean).join(' ') || `Something went wrong (${response.status}).`;
  return new ApiError(message, {
    code: body?.code ?? 'internal',
    status: response.status,
    fields: body?.errors ?? [],
    requestId: body?.request_id ?? null,
  });
}

/** Same-origin JSON with the session cookie. Every failure is thrown as an ApiError. */
export function createApi({ fetch: send, onSignedOut }: ApiOptions): Api {
  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<T> => {
    const init: RequestInit = { method, credentials: 'same-origin' };
    init.headers = { accept: 'application/json' };
    if (method !== 'GET' && method !== 'DELETE') {
      init.headers = { ...init.headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body ?? {});
    }
    if (signal) init.signal = signal;
    let response: Response;
    try {
      response = await (send ?? fetch)(path, init);
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiError(OFFLINE, { code: 'offline', status: 0 });
    }
    if (!response.ok) {
      const problem = await problemOf(response);
      if (response.status !== 401 || path.startsWith('/api/auth/')) throw problem;
      onSignedOut();
      throw new ApiError(LOGGED_OUT, { code: problem.code, status: 401 });
    }
    try {
      return (await readJson(response)) as T;
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiError(UNREADABLE, { code: 'unreadable', status: response.status });
    }
  };
  return {
    get: (path, signal) => call('GET', path, undefined, signal),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    patch: (path, body) => call('PATCH', path, body),
    delete: (path) => call('DELETE', path),
  };
}

/** `/path?a=1` without the parameters that are empty. */
export function withQuery(path: string, params: Record<string, string | number | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Whether an address leads nowhere: no such thing, or an id that cannot be one. */
export function isNowhere(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status === 404 || (error.status === 422 && fieldMessage(error, 'id') !== null);
}

/** What to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (isNowhere(error)) return 'There is nothing here. It was deleted, or the address is wrong.';
  if (error instanceof ApiError) return error.message;
  if (/import|preload|fetch/i.test(String(error))) return OFFLINE;
  return 'Something went wrong in this page. Reload it and try again.';
}

/** The message for one field of a refused form, or null. */
export function fieldMessage(error: unknown, path: string): string | null {
  if (!(error instanceof ApiError)) return null;
  const same = (field: FieldError) => field.path === path || field.path.split('.')[0] === path;
  return error.fields.find(same)?.message ?? null;
}
