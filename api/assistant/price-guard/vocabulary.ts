/** What a word can mean near an amount of money, without case and diacritics. */
export interface Meaning {
  /** Adds to a number: twelve, veinte; `half` is 0.5. */
  value?: string;
  /** Multiplies: hundred, thousand, k. */
  times?: number;
  /** Names money after a number, in units or in cents. The currencies it may mean; any when empty. */
  money?: readonly string[];
  cents?: boolean;
  /** Names money before a number as well: USD. */
  code?: boolean;
  /** Joins two ends of a range. */
  range?: boolean;
  /** After a bare number or "12k": then it is no amount of money. */
  thing?: boolean;
  /** After "grand" or "buck": then it is part of a name, 1200 Grand Avenue. */
  name?: boolean;
  /** Can follow an amount that stands for itself, as in "4,500 for all of it". */
  follows?: boolean;
}

const meanings = new Map<string, Meaning>();

function add(words: string, meaning: Meaning): void {
  for (const word of words.split(' ')) meanings.set(word, { ...meanings.get(word), ...meaning });
}

const ONES_EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ONES_ES =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve';
for (const list of [ONES_EN, ONES_ES]) {
  list.split(' ').forEach((word, value) => {
    add(word, { value: String(value) });
  });
}
const TENS_EN = 'twenty thirty forty fifty sixty seventy eighty ninety';
TENS_EN.split(' ').forEach((word, i) => {
  add(word, { value: String(20 + 10 * i) });
});
const TENS_ES = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa';
TENS_ES.split(' ').forEach((word, i) => {
  add(word, { value: String(30 + 10 * i) });
});
const HUNDREDS_ES =
  'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos';
HUNDREDS_ES.split(' ').forEach((word, i) => {
  add(word, { value: String(200 + 100 * i) });
  add(word.replace(/os$/, 'as'), { value: String(200 + 100 * i) });
});
add('fourty', { value: '40' });
add('ventiuno veintiun', { value: '21' });
add('cien ciento', { value: '100' });
add('couple par', { value: '2' });
add('few', { value: '3' });
add('several varios', { value: '7' });
add('half medio media', { value: '0.5' });

add('dozen docena', { times: 12 });
add('hundred', { times: 100 });
add('thousand mil k', { times: 1_000 });
add('million millon millones m mm', { times: 1_000_000 });
add('grand', { times: 1_000, money: [] }); // begins an amount only behind "a"

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'MXN'] as const;
add('dollar dollars dolar dolares', { money: DOLLARS });
add('buck bucks smackers', { money: DOLLARS });
add('peso pesos', { money: ['MXN', 'COP', 'ARS', 'CLP', 'PHP'] });
add('euro euros', { money: ['EUR'] });
add('quid', { money: ['GBP'] });
add('cent cents centavo centavos centimos', { money: [], cents: true });
for (const code of ['usd', 'eur', 'gbp', 'mxn', 'cad', 'aud', 'nzd']) {
  add(code, { money: [code.toUpperCase()], code: true });
}
add('dlls dls', { money: DOLLARS });

add('to or a o hasta through and y', { range: true });
add(
  'sq square sqft sf ft feet foot yd yds yard yards cubic inch inches cm mm meter meters metre metres mile miles km acre acres lf linear pies pulgadas metros metro cuadrados lb lbs psi gallon gallons',
  { thing: true },
);
// Only what is counted: "a 12k project" is money.
add(
  'customers clients homeowners homes houses people families jobs projects reviews stars patios driveways decks fences pavers bricks posts panels video resolution camera tv lumens kelvin watts clientes casas proyectos',
  { thing: true },
);
add(
  'day days week weeks month months year years hour hours minute minutes am pm dias semanas horas',
  { thing: true },
);
add(
  'ave avenue st street blvd boulevard rd road dr drive ln lane way ct court pl place county piano pianos opening entrance canyon prix finale',
  { name: true },
);
add(
  'a an per for to or and in plus total all installed depending each including with without if on at but before after apiece altogether overall flat max maximum minimum is was are would will includes include including covers cover gets sounds seems should could can por para o y en mas segun con cada antes incluyendo instalado todo es seria incluye cubre',
  { follows: true },
);
add('of de half us american canadian americanos estadounidenses', {});
add('c ca nz mx', {});
add('unos unas', {});
// What a price can end with must be read to its end.
add('tax taxes all in plus for the this that your job whole project work installed each', {});
add('labor labour materials impuestos todo before after with including con', {});
add('square linear lineal hour hr pie el la hora', {});

/** Words that may begin an amount. "a" and "un" may not: they pass, and what follows is looked at alone. */
const STARTS = new Set([
  ...[...meanings].flatMap(([word, { value, times, code }]) =>
    value || (code && !/^(?:aud|nzd)$/.test(word)) || (times && times >= 100 && word.length > 2)
      ? [word]
      : [],
  ),
  ...['unos', 'unas', 'grand'],
]);

function prefixes(words: Iterable<string>): Set<string> {
  return new Set([...words].flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))));
}

const PREFIXES = prefixes(meanings.keys());
const START_PREFIXES = prefixes(STARTS);

/** Lower case without diacritics, as the lists here are. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Letters that belong to a dollar sign right behind them, US$ 900, and their currency. */
export const DOLLAR_LETTERS: Record<string, string> = {
  US: 'USD',
  C: 'CAD',
  CA: 'CAD',
  NZ: 'NZD',
  MX: 'MXN',
};

export const meaningOf = (folded: string): Meaning | undefined => meanings.get(folded);
/** Whether a word that still grows may become one that means something. */
export const mayBecomeKnown = (folded: string): boolean => PREFIXES.has(folded);

/** Whether an amount may begin with the word; `growing` when more letters of it may come. */
export function mayBegin(word: string, growing: boolean): boolean {
  const folded = fold(word);
  if (growing) return START_PREFIXES.has(folded) || CAPITAL_PREFIXES.has(word);
  return STARTS.has(folded) || CAPITALS.includes(word);
}

/** Begin an amount only in capitals: else every "a" would have to wait. */
const CAPITALS = [...Object.keys(DOLLAR_LETTERS), 'AUD', 'NZD'];
const CAPITAL_PREFIXES = prefixes(CAPITALS);
