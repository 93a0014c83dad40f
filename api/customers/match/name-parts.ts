import { words } from './fold.ts';

/** A person's name taken apart; every part folded. */
export interface NameParts {
  /** First names it may be known by; several for "Bob and Jane" or a quoted nickname. */
  given: string[];
  /** All words behind the first name: middle names and surnames. */
  rest: string[];
  surname: string;
  suffix: '' | 'jr' | 'sr' | 'ii' | 'iii' | 'iv';
  title: '' | 'm' | 'f';
  /** A single word, which may be a first name as well as a surname. */
  single: boolean;
  /** The whole name of a business, else ''. */
  business: string;
}

type Suffix = NameParts['suffix'];

const TITLES: Record<string, NameParts['title']> = {
  mr: 'm',
  mister: 'm',
  sir: 'm',
  herr: 'm',
  senor: 'm',
  monsieur: 'm',
  don: '',
  mrs: 'f',
  ms: 'f',
  miss: 'f',
  madam: 'f',
  mme: 'f',
  frau: 'f',
  senora: 'f',
  senorita: 'f',
  sra: 'f',
  srta: 'f',
  mx: '',
  dr: '',
  prof: '',
  professor: '',
  rev: '',
  reverend: '',
  fr: '',
  hon: '',
  capt: '',
  sgt: '',
  lt: '',
};
const SUFFIXES: Record<string, Suffix> = {
  jr: 'jr',
  junior: 'jr',
  jnr: 'jr',
  sr: 'sr',
  senior: 'sr',
  snr: 'sr',
  ii: 'ii',
  '2nd': 'ii',
  iii: 'iii',
  '3rd': 'iii',
  iv: 'iv',
  '4th': 'iv',
};
const CREDENTIALS = new Set('md phd esq dds rn cpa mba pe dvm dmd jd'.split(' '));
const PARTICLES = new Set(
  'de la las los del van von der den di da dos du le al el bin ibn st ter y zu'.split(' '),
);
const BUSINESS = new Set(
  (
    'llc inc corp corporation co company ltd limited gmbh plc lp llp pllc hoa properties realty ' +
    'construction landscaping landscape builders contracting contractors enterprises holdings ' +
    'associates partners group services solutions church school restaurant apartments condos ' +
    'condominiums management association motel hotel cafe bakery dental clinic trust'
  ).split(' '),
);
const NOBODY = new Set(
  'unknown none na test guest customer visitor anonymous noname nobody user homeowner resident caller'.split(
    ' ',
  ),
);

/** Takes a name apart; null when there is none in the text. */
export function parseName(text: string): NameParts | null {
  const { plain, nicknames } = pullNicknames(text);
  const all = words(plain);
  if (all.length === 0 || NOBODY.has(all.join(''))) return null;
  const base = { given: [], rest: [], surname: '', suffix: '', title: '', single: false } as const;
  if (all.length > 1 && all.some((word) => BUSINESS.has(word))) {
    return { ...base, given: [], rest: [], business: all.join(' ') };
  }
  const person = parsePerson(inSpokenOrder(plain));
  if (person.given.length === 0 && person.rest.length === 0) return null;
  return { ...person, given: [...person.given, ...nicknames] };
}

/** "Robert (Bob) Smith", 'Robert "Bob" Smith' → the name without, and the quoted words. */
function pullNicknames(text: string): { plain: string; nicknames: string[] } {
  const nicknames: string[] = [];
  const plain = text.replace(/\(([^()]*)\)|["“”]([^"“”]*)["“”]/g, (_, a?: string, b?: string) => {
    const inside = words(a ?? b ?? '');
    if (inside.length === 1 && inside[0]) nicknames.push(inside[0]);
    return ' ';
  });
  return { plain, nicknames };
}

/** "Lopez, Maria" → "Maria Lopez"; what follows a comma may also be "Jr." or "MD". */
function inSpokenOrder(text: string): string {
  const [before = '', ...after] = text.split(',');
  const behind = after.filter((part) => words(part).some((word) => !isTail(word)));
  const tails = after.filter((part) => !behind.includes(part));
  const [tailOfSurname, surname] = splitTail(before);
  const name = behind.length > 0 ? `${behind.join(' ')} ${surname} ${tailOfSurname}` : before;
  return [name, ...tails].join(' ');
}

const isTail = (word: string) => word in SUFFIXES || CREDENTIALS.has(word);

/** "Smith Jr" → ["Jr", "Smith"] */
function splitTail(text: string): [string, string] {
  const parts = text.trim().split(/\s+/);
  const last = parts.at(-1) ?? '';
  const isSuffix = parts.length > 1 && words(last).some(isTail);
  return isSuffix ? [last, parts.slice(0, -1).join(' ')] : ['', text];
}

function parsePerson(text: string): NameParts {
  const couple = text
    .split(/\s(?:and|y|und|et)\s|[&/+]/i)
    .map(words)
    .filter((w) => w.length > 0);
  const people = couple.map(parseWords);
  const last = people.at(-1) ?? parseWords([]);
  if (people.length < 2) return last;
  return {
    ...last,
    given: people.flatMap(({ given }) => given),
    rest: people.flatMap(({ rest }) => rest),
    title: '',
    single: people.every(({ single }) => single),
  };
}

function parseWords(all: string[]): NameParts {
  let left = all;
  let title: NameParts['title'] | undefined;
  while (left.length > 1 && left[0] !== undefined && isTitle(left[0])) {
    title = title || TITLES[left[0]] || (left[0] === 'sr' ? 'm' : '');
    left = left.slice(1);
  }
  let suffix: Suffix = '';
  while (left.length > 1 && isTail(left.at(-1) ?? '')) {
    suffix = SUFFIXES[left.at(-1) ?? ''] ?? suffix;
    left = left.slice(0, -1);
  }
  const names = left.filter((word, i) => i === 0 || !PARTICLES.has(word));
  const titled = title !== undefined && names.length === 1;
  const given = titled ? [] : firstNames(names);
  const rest = titled ? names : names.slice(1);
  return {
    given,
    rest,
    surname: rest.at(-1) ?? '',
    suffix,
    title: title ?? '',
    single: names.length === 1 && !titled,
    business: '',
  };
}

// "Sr. Lopez" is a Spanish mister, "Lopez Sr." a father.
const isTitle = (word: string) => word in TITLES || word === 'sr';

/** "Mary Ann Lee" may be written "Maryann"; "J. Robert Smith" goes by Robert. */
function firstNames(names: string[]): string[] {
  const [first, second] = names;
  if (!first) return [];
  if (!second || names.length < 3) return [first];
  return isInitial(first) ? [first, second] : [first, first + second];
}

/** A single Latin letter; one Chinese character is a whole name. */
export const isInitial = (word: string) => /^[a-z]$/.test(word);
