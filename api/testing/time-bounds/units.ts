import type { Random } from './random.ts';

const split = (text: string) => text.split('|');

const CHARACTERS = [
  ...'0123456789abcixzADMN.,;:!?\'"-–—/\\|()[]{}<>*_~#$%&+=@^`€£¿¡éñßЖ中あ١४½²°™ \n\t',
  '\u00a0', // no-break space
  '\u200b', // zero-width space
  '\u2028', // line separator, which a dot of a regular expression does not match
  '\u0301', // combining accent
  '\u202e', // right-to-left override
  '\ud83d\ude00', // an emoji
  '\ud83d', // half of one
  '\ufb03', // a ligature that folds to three letters
  '\ufdfa', // folds to eighteen characters
];

/** Pieces that the product's readers look for, where backtracking begins. */
const PIECES = [
  ...split('500 |5 |1,000 |1.5|10x20 |20 by 30 |5 ft |100 ft |6\'2" |12 in |sq ft |2 x |1/2 |40% '),
  ...split(
    '$5 |$4,500 |k |grand |dollars |usd |per |5 hundred |two hundred and |twenty |dos mil |',
  ),
  ...split("a@|a@b.|a@b.co |joe dot |at gmail dot com |john at |@gmail|user.name+|o'brien|a-b-"),
  ...split('916-555-0134 |(916) |555 |+1 |+4915 |00 44 |ext. 5 |nine |oh |call me at |cell |1-'),
  ...split('12 Oak |12 oak st |main street |n. |apt 5 |unit #|, |sacramento, ca |95814 |po box 5 '),
  ...split('calle |de la |san |address is |i live at |Hauptstraße 5 |vivo en |rua '),
  ...split(
    "my name is |i'm |i am |me llamo |this is |Dave |maria |John Doe |de |van |Jr |- |o'|mc",
  ),
  ...split('my wife |his cell |her number is |ask for |thanks |regards |not |actually |sorry |or '),
  ...split('patio |fence |pavers |mulch |gate |wood |cedar |deck |roof |how much |do you |is |in '),
  ...split(
    'and |plus |the |back |both sides |each |of |by |wide |long |deep |instead |x |is |are ',
  ),
  ...split('need |want to |have |fenced |repair |old |remove |add |more |half |double |can you '),
  ...split('quiero |necesito |cuanto |cuesta |una |cerca |pies |metros |y |por |hola |gracias '),
  ...split(
    'yes |no |ok |hi |what |why |where |when |call |price |quote |includ|licensed |insured ',
  ),
  ...split('**|[a](|](|http://|https://|- |1. |# |\\u0000|\\\\|\\u|\\"|{"a":|[[|data: |\n\n'),
  ...split('llc |inc |mr |dr |the |& |smith |o |jean-|+tag|ceo |street |avenue |#|c/o '),
  ...split("if(|min(|ceil( |a+|--|1e9|9999999|>=|'a'|subtotal |\"|{a}"),
];

/** One unit of a hostile text: a character, a piece or a run of a few of them. */
export function randomUnit(random: Random): string {
  const parts = 1 + random.below(random.chance(0.3) ? 5 : 2);
  let unit = '';
  for (let i = 0; i < parts; i++) {
    const piece = random.chance(0.45) ? random.pick(CHARACTERS) : random.pick(PIECES);
    unit += random.chance(0.15) ? piece.trim() : piece;
  }
  if (random.chance(0.1)) unit = unit.toUpperCase();
  return unit || ' ';
}
