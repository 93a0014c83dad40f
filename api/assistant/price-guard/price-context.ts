/** Small words between "costs" and its number. */
const BETWEEN =
  "(?:[\\s:=~≈*_]+|\\b(?:be|is|are|was|of|at|about|around|roughly|approximately|approx|nearly|almost|you|it|that|this|would|will|could|should|might|may|'ll|us|to|only|just|comes?|coming|out|in|between|from|starting|starts?|up|under|over|than|more|less|a|an|total|somewhere|price|cost|dollars?|usd|de|es|seria|sería|serian|serían|son|sale|en|entre|desde|unos|unas|aproximadamente|alrededor|cerca|como|costaria|costaría|le|un)\\b)*";

const STRONG =
  '(?:do|build|get|have|sell|offer|give|let) (?:it|that|this|everything|all of it|the (?:whole )?(?:thing|job|project|work|patio|fence)) (?:to you |go )?for|(?:run|set) you(?: back)?|labou?r|materials?|mano de obra|materiales|(?:your|the|our|my) (?:quote|price)(?= ?(?:is|:|comes))|dej(?:o|amos) en|hago por|hacemos por|costs?|costing|prices?|priced|pricing|charges?|charged|charging|pay|pays|paying|paid|fees?|deposit|cuesta|cuestan|cuesten|costar[ií]an?|costar[áa]n?|precio|precios|cobramos|cobran|cobro|pagar[ií]a|pagar|paga|tarifa|dep[óo]sito';
const WEAK =
  'totals?|totall?ing|estimates?|estimated|quotes? of|quoted|runs?|running|comes? (?:out )?(?:to|at)|comes? in at|budget|bill|invoice|worth|sum|looking at|ballpark|goe?s? for|comes? in (?:around|near|under)|presupuesto|total|suma|sale en';

/** Said of prices and of sizes alike. */
const VAGUE =
  "(?:that|it|this)(?: would|'d|’d| will|'ll|’ll| should| could| might) be|expect|plan on|figure on|start(?:s|ing) (?:at|from)|as low as|(?:i'd|i’d|i would) say|ends? up (?:at|around)|call it|ser[ií]an?|saldr[ií]an?|le queda en|quedar[ií]a en";

const strong = new RegExp(`\\b(?:${STRONG})\\b${BETWEEN}$`, 'iu');
const vague = new RegExp(`\\b(?:${VAGUE})\\b${BETWEEN}$`, 'iu');
const weak = new RegExp(`\\b(?:${WEAK})\\b${BETWEEN}$`, 'iu');

/**
 * How strongly the words right before a bare number say that it is money: "it costs about" leaves no
 * doubt, "the total is" needs a number that is larger than most sizes, and "that would be" needs a text
 * that speaks of money, or at least of no size.
 */
export function priceContext(before: string): 'strong' | 'weak' | 'vague' | null {
  const sentence = before.slice(before.search(/[^.!?\n]*$/));
  if (strong.test(sentence)) return 'strong';
  if (weak.test(sentence)) return 'weak';
  if (!vague.test(sentence)) return null;
  return SAYS_PRICE.test(before) || !SAYS_SIZE.test(before) ? 'vague' : null;
}

const SAYS_PRICE =
  /\b(?:pric(?:e|es|ed|ing)|costs?|quotes?|quoted|estimates?|labou?r|materials|install(?:ed|ation)|budget|deposit|tax|taxes|pay|cheaper|expensive|precios?|cuestan?|presupuesto|mano de obra)\b/iu;
/** Sizes, counts, years and numbers by which something is known. */
const SAYS_SIZE =
  /\b(?:sq|square|feet|foot|ft|yards?|inch(?:es)?|area|acres?|size|long|wide|high|deep|big|large|pavers|bricks|panels|pickets|posts|boards|bags|number|no|license|licence|permit|zip|code|order|model|address|street|suite|unit|years?|date|founded|pounds|gallons|weight|how many|pies|metros|tama[ñn]o|largo|ancho|n[úu]mero|c[óo]digo|licencia|a[ñn]os?)\b|[\d'′]\s*(?:x|×|by|por)\s*\d/iu;

/** Whether a sentence of a visitor's speaks of money, so that its bare numbers may be amounts. */
export function speaksOfMoney(sentence: string): boolean {
  return MONEY_TALK.test(sentence);
}

const MONEY_TALK =
  /\b(?:budget|spend|afford|pay|paid|price|cost|costs|charge|charged|quote|quoted|offer|offered|under|max|maximum|up to|do (?:it|that|this) for|deal|less than|more than|cheaper|expensive|presupuesto|gastar|pagar|precio|cuesta|cobra|cobran|cobraron|ofrec\w+|menos de|m[áa]s de|hasta|m[áa]ximo)\b/iu;
