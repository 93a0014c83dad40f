import type { TokenReader } from './tokens.ts';

const RATE_JOINTS = /^(?:per|a|an|el|la|por|each)$/;
const RATE_UNITS =
  /^(?:sq|square|sqft|sf|foot|ft|linear|lineal|lf|yard|yd|hour|hr|pie|pies|metro|hora)$/;
/** "2500 with tax", "4800 before taxes", "1500 in labor". */
const WITH = /^(?:plus|with|before|after|including|in|mas|con)$/;
const INCLUDED = /^(?:tax|taxes|labor|labour|materials|impuestos)$/;
const SMALLEST_RATE = 3; // "one a foot" counts posts
const SMALLEST_SUM = 100; // "two for the job" are a crew

/**
 * Whether the words right behind a bare number make it a price: "9.50 per square foot", "30 an hour",
 * "4500 plus tax", "4500 all in", "5,000 for the job".
 */
export function hasPriceSuffix(reader: TokenReader, end: number, value: number): boolean {
  const next = reader.afterFiller(end);
  if (next.text === '/' || (next.kind === 'word' && RATE_JOINTS.test(next.folded))) {
    const unit = reader.afterFiller(next.end);
    return value >= SMALLEST_RATE && unit.kind === 'word' && RATE_UNITS.test(unit.folded);
  }
  if (next.kind !== 'word' || value < SMALLEST_SUM) return false;
  const second = () => reader.afterFiller(next.end);
  if (WITH.test(next.folded)) return INCLUDED.test(second().folded);
  if (next.folded === 'all') return second().folded === 'in';
  if (next.folded !== 'for') return next.folded === 'installed';
  const article = second();
  if (!/^(?:the|this|that|your)$/.test(article.folded)) return false;
  return /^(?:job|whole|project|work)$/.test(reader.afterFiller(article.end).folded);
}
