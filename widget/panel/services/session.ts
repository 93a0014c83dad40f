import type { Api, Credentials } from './api.ts';
import { isSessionLost } from './problem.ts';
import type { Storage } from './storage.ts';
import type { DetailField } from './wire.ts';

export interface SessionDeps {
  api: Api;
  storage: Storage;
  locale(): string;
  /** Another session is current now; its events begin after `cursor`. */
  onChange(cursor: number): void;
}

/** The visitor's chat session: made when first needed, shared by tabs, replaced when it is lost. */
export function createSession({ api, storage, locale, onChange }: SessionDeps) {
  let current: Credentials | null = null;
  let starting: Promise<Credentials> | null = null;

  const adopt = (session: Credentials, cursor: number): Credentials => {
    current = session;
    onChange(cursor);
    return session;
  };

  /** The session of an earlier page or of another tab, if there is one. */
  const resume = (): Credentials | null => {
    const { session, cursor } = storage.read();
    return current ?? (session ? adopt(session, cursor) : null);
  };

  async function begin(): Promise<Credentials> {
    const { visitorId } = storage.read();
    const started = await api.startSession({
      page_url: withoutQuery(location.href),
      referrer: withoutQuery(document.referrer),
      visitor_id: visitorId,
      locale: locale(),
    });
    const session = { id: started.session.id, token: started.visitor_token };
    const cursor = started.session.last_event_id;
    storage.write({ visitorId: started.visitor_id, session, cursor });
    return adopt(session, cursor);
  }

  const ensure = async (): Promise<Credentials> => {
    const known = resume();
    if (known) return known;
    starting ??= begin().finally(() => {
      starting = null;
    });
    return starting;
  };

  /** Who the visitor is stays known; what was said stays on the screen. */
  const forget = (lost: Credentials | null = current): void => {
    if (lost !== current) return;
    current = null;
    const { visitorId, session } = storage.read();
    if (session?.id === lost?.id) storage.write({ visitorId, cursor: 0 });
  };

  return {
    current: () => current,
    resume,
    forget,
    /** Runs a call with a session; a session that is lost is replaced, once. */
    async use<T>(call: (session: Credentials) => Promise<T>): Promise<T> {
      const session = await ensure();
      try {
        return await call(session);
      } catch (error) {
        if (!isSessionLost(error)) throw error;
        forget(session);
        return call(await ensure());
      }
    },
    saveCursor(cursor: number, known: DetailField[]): void {
      const saved = storage.read();
      if (current && saved.session?.id === current.id && cursor > saved.cursor)
        storage.write({ ...saved, cursor, known });
    },
  };
}

export type Session = ReturnType<typeof createSession>;

/** Queries and fragments may hold names and tokens, which are none of ours. */
const withoutQuery = (address: string) => (/[^?#]{0,2000}/.exec(address) as [string])[0];
