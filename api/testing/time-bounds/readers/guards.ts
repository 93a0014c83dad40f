import { LeakGuard, wordRuns } from '../../../assistant/model/leak-guard.ts';
import { RULES } from '../../../assistant/model/system-text.ts';
import { createPriceGuard } from '../../../assistant/price-guard/price-guard.ts';
import { FACTS } from '../../../assistant/price-guard/testing/company.ts';
import { quote } from '../../../assistant/price-guard/testing/values.ts';
import { extractVisitorNumbers } from '../../../assistant/price-guard/visitor-numbers.ts';
import type { Reader } from '../measure.ts';

const SECRET = wordRuns(RULES);

/** The guards' public functions, each as one reader. Nothing else here knows their shape. */
export function guardReaders(): Reader[] {
  const guard = (text: string, pieceLength: number) => {
    const visitor = [extractVisitorNumbers('500 sq ft, my budget is $5,000')];
    const priceGuard = createPriceGuard({ facts: FACTS, quotes: [quote], visitor });
    for (let at = 0; at < text.length; at += pieceLength)
      priceGuard.push(text.slice(at, at + pieceLength));
    priceGuard.flush();
  };
  const leaks = (text: string) => {
    const leakGuard = new LeakGuard(SECRET);
    for (let at = 0; at < text.length; at += 4) leakGuard.push(text.slice(at, at + 4));
    leakGuard.flush();
  };
  return [
    { name: 'price guard: visitor', read: extractVisitorNumbers, longest: 20_000 },
    { name: 'price guard: one piece', read: (text) => guard(text, 20_000), longest: 20_000 },
    { name: 'price guard: pieces of 4', read: (text) => guard(text, 4), longest: 20_000 },
    { name: 'leak guard: pieces of 4', read: leaks, longest: 20_000 },
  ];
}
