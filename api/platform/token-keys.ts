import type { Env } from '../env.ts';

/** The secrets that visitor tokens and feed cursors are made with. */
export interface TokenKeys {
  /** Makes new ones; tried first when one is read. */
  current: string;
  /** Accepted as well while a rotation is under way; null otherwise. */
  previous: string | null;
}

type Secrets = Pick<Env, 'TOKEN_SECRET' | 'TOKEN_SECRET_PREVIOUS'>;

export const tokenKeys = ({ TOKEN_SECRET, TOKEN_SECRET_PREVIOUS }: Secrets): TokenKeys => ({
  current: TOKEN_SECRET,
  previous: TOKEN_SECRET_PREVIOUS || null,
});

/** The secrets that are accepted, in the order to try them. */
export const acceptedSecrets = ({ current, previous }: TokenKeys): string[] =>
  previous === null ? [current] : [current, previous];
