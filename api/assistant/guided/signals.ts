import { TOPICS, type Topic } from './topics.ts';

const YES_SIGN = /^(?=.{0,40}$)[^\p{L}\p{N}]*(?:👍|👌|✅|🆗|💯|✔|☑|🤙)[^\p{L}\p{N}]*$/u;
const NO_SIGN = /^(?=.{0,40}$)[^\p{L}\p{N}]*(?:👎|🚫|❌|🙅)[^\p{L}\p{N}]*$/u;
const YES =
  /^(?:\W*(?:oh |ok |well |um+ |hmm+ )?(?:y|ye|yes+|yeah+|yea|ya|yep|yup|yah|yess+ir|sure+|sure thing|of course|ok(?:ay)?|k|kk|okey|okie|correct|right|thats right|thats correct|absolutely|definitely|exactly|please(?: do)?|pls|yes please|go ahead|go for it|sounds good|fine|alright|do it|lets do it|why not|i would|i do|that works|works for me|book it|deal|ill take it|sign me up|trato hecho|for sure|totally|si+|claro(?: que si)?|por favor|dale|vale|correcto|exacto|esta bien|de acuerdo|por supuesto|bueno)\b)/;
const NO =
  /^(?:\W*(?:oh |um+ |hmm+ |ok |well )?(?:n|no+|nah+|nope|naw|na|no thank(?:s| you)|no thx|no ty|not really|not now|not yet|not today|not at this time|nothing|none|never|no gracias|todavia no|ahora no|mejor no|para nada|negative|im good|im ok|im okay|im fine|i dont think so|dont)\b(?! (?:idea|problem|prob|worries|later|longer|more than|wood|matter|rush)))/;
/** Says in so many words that contact details are not for sharing. */
const REFUSES_CONTACT =
  /\b(?:(?:dont|do not|wont|will not|not|rather not|prefer not)(?: really)?(?: want| need| wanna| like| going| willing| comfortable| gonna| feel)?(?: like| to| comfortable)*(?: to)? (?:giv(?:e|ing)|shar(?:e|ing)|leav(?:e|ing)|provid(?:e|ing)|hand(?:ing)?) |not comfortable (?:with|giving|sharing)|no (?:calls|phone calls|spam|contact info|personal info(?:rmation)?|sales calls)\b|(?:dont|do not|never|stop) (?:call|contact|text|email|spam)(?:ing)?\b(?! me (?:at|on))|not giving|^\W*no (?:phone|e-?mail|number|name)s?\W*$|none of your (?:business|beeswax)|(?:stay|remain|be) anonymous|no quiero (?:dar|compartir|dejar)|prefiero no (?:dar|compartir|dejar)|no me llamen)/;
/** Puts off, in answer to a question for contact details. */
const DECLINE =
  /\b(?:(?:rather|prefer|like|want) (?:to )?not\b|not comfortable|no (?:name|names|need)\b|nunya|skip\b|pass$|(?:just|only) (?:looking|browsing|curious|checking|shopping|pricing|getting|want(?:ed|ing)?|need(?:ed)?|a|the(?! (?:materials?|labou?r|pavers?|panels?|base|stones?|fence|patio|mulch))) ?|(?:maybe|perhaps) (?:later|another time)|(?:some|another) (?:other )?(?:time|day)|later\b|not (?:right )?now|not yet|not today|think about it|have to think|need to think|(?:talk|check|speak) (?:it over )?(?:to|with) my (?:wife|husband|spouse|partner)|anonymous|private|why do (?:you|u) (?:need|want)|why\b(?! (?:is it|is that|so|does|are|did|is the))|is (?:it|that) (?:required|necessary)|do i have to|prefiero no|no quiero|solo (?:mirando|queria|quiero|estoy)|mas tarde|ahora no|despues|no hace falta|por que|para que)/;
const UNSURE =
  /\b(?:not (?:really |too |quite )?sure|unsure|no (?:idea|clue)|(?:dont|do not) (?:really |actually )?know|idk|dunno|havent measured|have(?:nt| not) measured|hard to say|cant tell|no se\b|ni idea|no estoy segur[oa]|no lo se)/;
const CORRECTION =
  /(?:^|[\s,.])(?:actually|sorry|oops|wait|i mean|i meant|make (?:it|that)|change (?:it|that|the)|correction|scratch that|rather|instead|should (?:be|have been)|not \d|can (?:you|we|i) (?:do|make|price|get)|its really|let'?s (?:do|say|go)|what if|what about|how about|try|update|en realidad|perdon|mejor|quiero decir|cambia(?:lo|r)?|mas bien|no,|no it'?s|no make)(?=$|[\s,.:])/;
const PROPOSAL =
  /\b(?:what about|how about|(?:do|can) (?:you|i) (?:have|get) (?:it )?(?:in|with)|make it|change it to|instead of|que tal)\s+(?!tomorrow|today|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|my|your|a )[a-z]{3,}/;

export interface Signals {
  answer: 'yes' | 'no' | null;
  /** Does not want to leave contact details, or not now. */
  declines: boolean;
  /** Says so about contact details outright, asked or not. */
  refusesContact: boolean;
  /** Does not know the answer. */
  unsure: boolean;
  correction: boolean;
  /** Names something to have instead: "what about vinyl". */
  proposes: boolean;
  topics: Topic[];
  /** Nothing to read: "?", "...", an emoji. */
  wordless: boolean;
  question: boolean;
}

/** Reads what a message wants; `text` as typed, contact details may be masked out of it. */
export function readSignals(text: string): Signals {
  const folded = text
    .normalize('NFD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s¿¡]+/, '')
    .replace(/\bu\b|(?<=\S )ya\b/g, 'you')
    .replace(/\bur\b/g, 'your')
    .replace(/\br\b/g, 'are')
    .trim();
  const topics = TOPICS.filter(([, pattern]) => pattern.test(folded)).map(([topic]) => topic);
  // every trade that is named is asked about
  if (topics.includes('named_trade') && !topics.includes('other_trade')) topics.push('other_trade');
  const no = NO.test(folded) || NO_SIGN.test(folded);
  return {
    answer: no ? 'no' : YES.test(folded) || YES_SIGN.test(folded) ? 'yes' : null,
    declines: DECLINE.test(folded) || REFUSES_CONTACT.test(folded),
    refusesContact: REFUSES_CONTACT.test(folded),
    unsure: UNSURE.test(folded),
    correction: CORRECTION.test(folded),
    proposes: PROPOSAL.test(folded),
    topics,
    wordless: !/[\p{L}\p{N}]/u.test(folded),
    question:
      /\?\s*$/.test(folded) ||
      /^(?:do|does|can|could|are|is|what|when|where|who|why|how|will|would|que|cuando|donde|como|por que|pueden|tienen)\b/.test(
        folded,
      ),
  };
}
