/** Names of money and the ISO 4217 codes that each may mean; an empty list is any, or slang. */
export const MONEY: readonly (readonly [codes: string, words: string])[] = [
  [
    'USD CAD AUD NZD MXN',
    'dollar dollars dolar dólar dolares dólares dollari dollaro dolar dolary dolarów dolarow dolarach dls dlls bucks buck smackers greenbacks simoleons dollarn dolari dolyar dolares доллар доллара долларов доллары доллару баксов баксы бакс долар долара доларів долари دولار دولارات دولارا דולר דולרים डॉलर ਡਾਲਰ δολαρια δολαριο billetes dolaritos',
  ],
  ['MXN COP ARS CLP PHP', 'peso pesos piso varos'],
  ['EUR', 'euro euros eur ευρω евро євро'],
  ['GBP', 'quid gbp sterling'],
  ['INR', 'rupee rupees rupias रुपये रुपए'],
  ['RUB', 'рублей рубля рубль'],
  ['', 'cent cents pennies penny centavo centavos centimos kopecks'],
  [
    '',
    'clams benjamins benjamin hundo hundos moolah sawbuck sawbucks tenner tenners fiver fivers cheddar smackeroos rackz',
  ],
  ['', 'dime dimes nickels'],
  [
    '',
    'lucas pavos mangos luca verdes balles boules riesen mäuse kröten paus contos sacchi piotti kawałków tysiaków штук штуки тонн косарей kronor kronen kroner zloty zlotych złotych francs franken reais yuan yen baht =đồng lira liras shekel shekels שקל שקלים bitcoin dolarów =đô ดอลลาร์ دلار',
  ],
];

/** Slang that is also an adjective or another noun: money only where no noun follows. */
export const SLANG =
  "g's k's" +
  ' bands band bits bolas monkey monkeys gs large stacks stack racks real won palos lana plata eier pila crypto lire tl dong bin tonnen grand';

/** Codes and abbreviations that stand before a number as well as behind it. */
export const CODES =
  'usd eur gbp mxn cad aud nzd chf inr rs jpy cny rmb php sek nok dkk kr pln krw vnd brl usdt btc eth sgd hkd ars clp uah thb aed sar ils zar';

/** Signs, with what they may mean; any other currency sign is foreign. */
export const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'COP', 'ARS', 'CLP', 'SGD', 'HKD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₱': ['PHP'],
};
/** Emoji that stand for a currency sign. */
export const MONEY_EMOJI = /^(?:💲|💵|💰|💶|💷|💴|💸|🪙)$/u;

/** Behind figures in scripts without spaces, written as the text is split: by character. */
export const GLUED_MONEY = [
  '美元',
  '美金',
  '元',
  '块',
  '塊',
  '刀',
  '人民币',
  '欧元',
  '万元',
  'ドル',
  '円',
  'ユーロ',
  '달러',
  '원',
  '불',
  '만원',
  '유로',
  'ดอลลาร์',
  'บาท',
];

/** Letters that belong to a dollar sign: US$ 900. */
export const DOLLAR_LETTERS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  US: 'USD',
  C: 'CAD',
  CA: 'CAD',
  A: 'AUD',
  NZ: 'NZD',
  MX: 'MXN',
  R: 'BRL',
  S: 'SGD',
  HK: 'HKD',
});
