/** Small words between "costs" and its number. */
const BETWEEN =
  "(?:[\\s:=~≈*_]+|\\b(?:be|is|are|was|of|at|about|around|roughly|approximately|approx|nearly|almost|you|it|that|this|would|will|could|should|might|may|'ll|us|to|only|just|comes?|coming|out|in|between|from|starting|starts?|up|under|over|than|more|less|a|an|total|somewhere|price|cost|dollars?|usd|de|es|seria|sería|serian|serían|son|sale|en|entre|desde|unos|unas|aproximadamente|alrededor|cerca|como|costaria|costaría|le|un)\\b)*";

const STRONG =
  '(?:do|build|get|have|sell|offer) (?:it|that|this|everything|all of it) for|dej(?:o|amos) en|hago por|hacemos por|costs?|costing|prices?|priced|pricing|charges?|charged|charging|pay|pays|paying|paid|fees?|deposit|cuesta|cuestan|cuesten|costar[ií]an?|costar[áa]n?|precio|precios|cobramos|cobran|cobro|pagar[ií]a|pagar|paga|tarifa|dep[óo]sito';
const WEAK =
  'totals?|totall?ing|estimates?|estimated|quotes? of|quoted|runs?|running|comes? (?:out )?(?:to|at)|comes? in at|budget|bill|invoice|worth|sum|looking at|set you back|ballpark|run you|goe?s? for|presupuesto|total|suma|sale en';

const strong = new RegExp(`\\b(?:${STRONG})\\b${BETWEEN}$`, 'iu');
const weak = new RegExp(`\\b(?:${WEAK})\\b${BETWEEN}$`, 'iu');

/**
 * How strongly the words right before a bare number say that it is money: "it costs about" leaves no
 * doubt, "the total is" needs a number that is larger than most sizes.
 */
export function priceContext(before: string): 'strong' | 'weak' | null {
  const sentence = before.slice(before.search(/[^.!?\n]*$/));
  if (strong.test(sentence)) return 'strong';
  return weak.test(sentence) ? 'weak' : null;
}

/** Whether a sentence of a visitor's speaks of money, so that its bare numbers may be amounts. */
export function speaksOfMoney(sentence: string): boolean {
  return MONEY_TALK.test(sentence);
}

const MONEY_TALK =
  /\b(?:budget|spend|afford|pay|paid|price|cost|costs|charge|charged|quote|quoted|offer|offered|under|max|maximum|up to|do (?:it|that|this) for|deal|less than|more than|cheaper|expensive|presupuesto|gastar|pagar|precio|cuesta|cobra|cobran|cobraron|ofrec\w+|menos de|m[áa]s de|hasta|m[áa]ximo)\b/iu;
