import { keyOf, readFigures } from './numeral.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const PHONE_JOINT = /^[-.() +/–]$/;

/**
 * Runs of figures as they are written in phone and licence numbers, digits only: the whole run, and what is
 * left without a country's code. Runs of fewer than `min` digits are not listed.
 */
export function digitRunsOf(tokens: readonly Token[], min: number): string[] {
  const runs: string[] = [];
  let run = '';
  let joints = 0;
  const end = () => {
    if (run.length >= min && run.length <= 20)
      runs.push(run, ...(run.length > 10 ? [run.slice(-10)] : []));
    run = '';
  };
  for (const token of tokens) {
    if (token.kind === 'number') {
      run = (run + token.text.replace(/\D/g, '')).slice(0, 40);
      joints = 0;
    } else if (run && (!PHONE_JOINT.test(token.raw) || ++joints > 2)) end();
  }
  end();
  return runs;
}

const NEIGHBOURS_SKIP = MEANS.function | MEANS.money | MEANS.price | MEANS.filler;

/** Each number with the word right before and behind it, unless these say nothing of what it is. */
export function neighboursOf(tokens: readonly Token[]): string[] {
  const seen = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'mark');
  return seen.flatMap((token, i) => {
    if (token.kind !== 'number') return [];
    const values = readFigures(token.text).map(keyOf);
    const before = seen[i - 1];
    const behind = seen[i + 1];
    if (before?.kind === 'sign' || behind?.kind === 'sign') return [];
    return values.flatMap((value) => [
      ...(isTelling(before) ? [`${before?.text}|${value}`] : []),
      ...(isTelling(behind) ? [`${value}|${behind?.text}`] : []),
    ]);
  });
}

export const isTelling = (token: Token | undefined): boolean =>
  token?.kind === 'word'
    ? !has(token, NEIGHBOURS_SKIP)
    : token?.text === '%' || token?.text === '#';
