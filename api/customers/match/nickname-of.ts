import { editDistance } from './edit-distance.ts';
import { NICKNAME_GROUPS } from './nicknames.ts';

let loaded: Map<string, string[]> | undefined;

/** Short form → the given names it stands for. */
function nicknames(): Map<string, string[]> {
  if (loaded) return loaded;
  const givenOf = new Map<string, string[]>();
  for (const group of NICKNAME_GROUPS.split('|')) {
    const [given = '', ...shorts] = group.trim().split(' ');
    for (const short of shorts) givenOf.set(short, [...(givenOf.get(short) ?? []), given]);
  }
  loaded = givenOf;
  return loaded;
}

/** The given names that a folded name may be short for; none for a name that is no short form. */
export function givenNamesOf(name: string): string[] {
  return nicknames().get(name) ?? [];
}

/** Whether one is the other's short form, or both are near forms of one name (Bob, Rob, Bobby). */
export function areNicknames(a: string, b: string): boolean {
  const ofA = givenNamesOf(a);
  const ofB = givenNamesOf(b);
  if (ofA.includes(b) || ofB.includes(a)) return true;
  return ofA.some((given) => ofB.includes(given)) && stemsAgree(stem(a), stem(b));
}

/** "Bobby" → "bob", "Willie" → "wil": what is left of a short form without its ending. */
function stem(name: string): string {
  return name.replace(/(ie|ey|y|i)$/, '').replace(/(.)\1$/, '$1');
}

// Betty and Lisa are both Elizabeth, yet two women: only forms that sound alike count.
function stemsAgree(a: string, b: string): boolean {
  if (a === b || a.slice(0, 3) === b.slice(0, 3)) return true;
  return a.length <= 4 && editDistance(a, b, 1) <= 1;
}

/** The name that a person's spellings have in common where that is certain, else the name itself. */
export function rootName(name: string, below: string[] = []): string {
  const above = givenNamesOf(name).filter((given) => !below.includes(given));
  const roots = new Set(above.map((given) => rootName(given, [...below, name])));
  const [root] = roots;
  return roots.size === 1 && root ? root : name;
}
