/** One way to chat, as a visitor uses it. */
export interface System {
  name: string;
  /** Opens a session for one visitor. @throws SystemError */
  open(): Promise<Chat>;
  /** Closes the connections. */
  close(): void;
}

export interface Chat {
  /** Sends a message and waits for the whole answer. @returns time to first token in ms @throws SystemError */
  send(text: string): Promise<number>;
}

/** A request that failed, or an answer that is not what the model said. */
export class SystemError extends Error {
  override name = 'SystemError';
}

/** A short name to count failures by. */
export function failureName(error: unknown): string {
  if (error instanceof SystemError) return error.message;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : String((error as Error).message ?? error);
}
