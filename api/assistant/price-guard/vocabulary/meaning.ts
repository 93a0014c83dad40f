/** What a word can mean to the price guard; a word may have several meanings. */
export const MEANS = {
  /** A cardinal: twelve, veinte, vierzig. */
  numeral: 1 << 0,
  /** Multiplies what is before it: hundred, thousand, mil. */
  times: 1 << 1,
  /** Names money after a number, slang included. */
  money: 1 << 2,
  /** Names money before a number as well: USD, CHF. */
  code: 1 << 3,
  /** Vague quantity: few, several, couple. */
  vague: 1 << 4,
  /** Unit of a size or weight. */
  unit: 1 << 5,
  /** Unit of a duration. */
  time: 1 << 6,
  /** Something countable that is not money. */
  thing: 1 << 7,
  /** Speaks of prices: cost, charge, precio. */
  price: 1 << 8,
  /** Speaks of the whole price: total, altogether. */
  total: 1 << 9,
  /** Joins a rate: per, each. */
  rate: 1 << 10,
  /** A unit that prices are stated for, behind "a": "12 a foot". */
  rated: 1 << 11,
  month: 1 << 12,
  weekday: 1 << 13,
  /** Joins two ends of a range. */
  range: 1 << 14,
  percent: 1 << 15,
  /** Stands between a price word and its number: about, only, is. */
  filler: 1 << 16,
  /** Hour of the day, behind a number: am, Uhr. */
  clock: 1 << 17,
  /** Something that is known by its number: order, licence, step. */
  numbered: 1 << 18,
  /** Speaks of a size: area, wide, deep. */
  size: 1 << 19,
  /** Money that a quote never contains: deposit, monthly, financing. */
  terms: 1 << 20,
  /** Part of a street's name. */
  street: 1 << 21,
  /** Grammar between words: neither counted nor named. */
  function: 1 << 22,
  /** A short measure that is also money or a multiple: m, pounds, mil. */
  ambiguous: 1 << 23,
  /** Too common in some language to be read as a numeral by itself: sto, once. */
  weak: 1 << 24,
  tax: 1 << 25,
  labor: 1 << 26,
  delivery: 1 << 27,
  discount: 1 << 28,
  negation: 1 << 29,
  /** Slang for money that also describes nouns: "six large". */
  slang: 1 << 30,
} as const;
