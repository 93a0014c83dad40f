/** What a message wants besides sizes and contact details. */
export type Topic =
  | 'price'
  | 'hours'
  | 'area'
  | 'licence'
  | 'phone'
  | 'services'
  | 'human'
  | 'bot'
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'company_question'
  | 'other_trade'
  | 'undo'
  | 'haggle'
  | 'included'
  | 'call_me'
  | 'send';

/** Written without accents and apostrophes: the text is folded before it is compared. */
const TOPICS: [Topic, RegExp][] = [
  [
    'human',
    /\b(?:(?:talk|speak|chat|connect|transfer|put|get|pass|hand) (?:me )?(?:over )?(?:to|with|through to|on to)? ?(?:an? |the |your |some )?(?:real |actual |live |human )?(?:person|human|someone|somebody|people|agent|representative|rep|owner|manager|sales ?(?:person|man|rep)?|estimator|staff|contractor|operator)|(?:real|actual|live) (?:person|human|agent|people)|customer (?:service|support)|representative|(?:want|need|prefer|rather|like) (?:to (?:talk|speak) (?:to|with) )?(?:an? )?(?:human|person|agent|someone to (?:call|contact|come|look))|(?:have|can|could|get|will) (?:someone|somebody|a person|you|you guys|them|anyone) (?:please )?(?:call|contact|text|phone|ring|reach out|get back)(?: to)?(?: me)?|can i (?:talk|speak)|(?:talk|speak) (?:to|with) (?:you|maria|them)\b|^(?:agent|human|person|operator|representative|rep|persona|humano|agente)$|hablar con|una persona|persona real|que me llamen|alguien me llame|pueden? llamar(?:me)?|llamenme|agente humano)\b/,
  ],
  [
    'bot',
    /\b(?:(?:are|r) (?:you|u) (?:an? |the |really |even |actually )*(?:real|human|person|bot|robot|ai|a\.?i\.?|machine|computer|chat ?gpt|gpt|automated|llm|model|claude|gemini|program)|(?:is|am) (?:this|it|i (?:talking|speaking|chatting) (?:to|with)) (?:an? |the |really )*(?:real|human|person|bot|robot|ai|machine|computer|automated|chat ?gpt)|(?:who|what) (?:are|r) (?:you|u)\b|who am i (?:talking|speaking|chatting) (?:to|with)|what(?:s| is) your name|(?:what|which) (?:ai |llm |language )?model|eres (?:un |una )?(?:robot|bot|humano|persona|ia|maquina|real)|quien eres|es esto un (?:bot|robot))\b/,
  ],
  [
    'hours',
    /\b(?:(?:what|when|your|business|opening|office|working|store|the) (?:are )?(?:your |the )?(?:business |opening |office |working )?(?:hours|hrs)|hours\?|(?:do|are) (?:you|yall|they)(?: all| guys)? (?:work|working|open|there|available)(?: on)?(?: the)? (?:weekends?|saturdays?|sundays?|holidays?|today|now|evenings?|nights?)|when (?:are|do) (?:you|u|ya|yall|you guys) (?:open|close|closed|work)|(?:are|r) (?:you|u|you guys|yall) (?:open|closed)|what time (?:do|are|r) (?:you|u|you guys|yall)|open (?:on |this )?(?:today|now|tomorrow|weekends?|saturdays?|sundays?|late)|horarios?|a que hora|estan abiertos|cuando abren|^hours$|hours of operation)\b/,
  ],
  [
    'area',
    /\b(?:^(?:you|yall)(?: guys)? (?:in|near|around|serve|service|cover|come to|local to) |(?:do|can|will|would) (?:you|u|ya|yall|you guys|they) (?:all )?(?:guys )?(?:also )?(?:serve|service|cover|come (?:out )?(?:to|as far|up|down)|go (?:out )?to|travel|work (?:in|around|near|out)|deliver|operate|do (?:work|jobs?) (?:in|around|near|out))|service area|areas? (?:do you |you |that you )?(?:serve|served|service|serviced|cover)|what (?:areas?|cities|towns|counties|zip)|where (?:are|r|do) (?:you|u|you guys|yall|ya) (?:located|based|at|work|serve|service|operate|from)|where (?:are|r) (?:you|u)$|(?:are|r) (?:you|u|you guys) (?:local|located|based|near|close|in [a-z]+)|how far (?:do|will|out)|que zonas?|que areas?|donde (?:estan|trabajan|atienden|se ubican|quedan)|(?:atienden|trabajan|sirven|cubren|vienen|llegan) (?:en|a|hasta))\b/,
  ],
  [
    'licence',
    /\b(?:licen[sc]ed?|lisenced?|lic number|insured|insurance|bonded|cslb|licencias?|seguros? de responsabilidad|asegurados?|con seguro|tienen seguro)\b/,
  ],
  [
    'phone',
    /\b(?:(?:whats|what is|your|you have a|a) (?:the |your )?(?:office |business |company |telephone |cell )?(?:phone|telephone|cell|number to call|call number)(?: number| #)?|your (?:phone |contact )?number|(?:number|phone) (?:i can|to|can i) (?:call|reach|text)|(?:can|could|how (?:do|can)|may|where can) i (?:just )?(?:call|phone|reach|contact|get (?:a )?hold of) (?:you|u|yall|them|someone)|(?:su|cual es el|el) (?:numero|telefono)|(?:como|puedo) (?:los )?(?:llamar|contactar))/,
  ],
  [
    'services',
    /\b(?:what (?:all )?(?:do|can|kind of (?:work|jobs?|services?|stuff|projects?) do|(?:type|sort)s? of (?:work|jobs?|services?|projects?) do|(?:services|work|jobs?) do|else (?:do|can)|services) ?(?:you|u|ya|yall|you guys)?(?: guys)? ?(?:do|offer|provide|sell|install|build|price|quote|help with)?\b(?! (?:charge|think|need|mean|close|open))|what (?:are your )?services|list (?:of )?(?:your )?services|your services|services offered|(?:what|which) can (?:you|u|i get) (?:quote|price|do|help)|(?:que|cuales) (?:servicios|hacen|ofrecen|trabajos)|(?:menu|options|help)$|^services$|^servicios$|how (?:does|do) (?:this|it) work|what can you do)/,
  ],
  [
    'price',
    /\b(?:how much|hm|price[sd]?|pricing|costs?|costing|estimates?|quotes?|quoting|rates?|charge|ballpark|bid|cuanto|precios?|cuesta|presupuesto|cotizacion|cotizar|cobran|estimado|what would .* run|what will .* run|run me|set me back|how expensive|price tag|total)\b/,
  ],
  [
    'company_question',
    /\b(?:warrant(?:y|ies)|guarantees?|financ(?:e|ing)|payment|pay(?:ing)? (?:by|with|in|over)|deposit|credit cards?|venmo|coupon|schedule|appointment|book|availab(?:le|ility)|when (?:can|could|would|will) (?:you|u|they|someone|it|the crew)|how (?:soon|long|quickly|fast) (?:can|could|would|will|does|do|until|before|is|to)|how long|start(?:ing)? (?:date|by|when)|lead time|permits?|hoa|references|reviews|portfolio|photos|pictures|how many years|years in business|experience|subcontract|garantia|financiamiento|cuando (?:pueden|podrian)|cuanto tiempo|disponibilidad|cita|come (?:out|by|look|see|measure)|site visit|free estimate visit)\b/,
  ],
  [
    'other_trade',
    /\b(?:(?:do|can|could|will|would) (?:you|u|ya|yall|you guys|they) (?:all )?(?:guys )?(?:also |even |ever )?(?:do|install|build|offer|make|sell|fix|repair|handle|clean|paint|lay|replace|remove|provide|put in)|hacen|instalan|ofrecen|venden|roof(?:s|ing|er)?|decks?|driveways?|lawns?|sod|turf|pools?|paint(?:ing|er)?|plumb(?:er|ing)|concrete|asphalt|gutters?|siding|windows?|kitchens?|bathrooms?|flooring|retaining walls?|irrigation|sprinklers?|drainage|landscap\w+|pergolas?|gazebos?|stucco|hvac|electrical|electrician|tree (?:removal|trimming|service)|mowing|gravel|techos?|cesped|piscina|pintura|entrada)\b/,
  ],
  // a wish for a person, unless it goes on with the visitor's own number
  [
    'call_me',
    /\b(?:(?:call|phone|ring|text) me(?: back)?(?: please| pls| later| tomorrow| today| asap| when| at| on| to|[.!;]|$)|llameme|llamame)/,
  ],
  [
    'send',
    /\b(?:(?:e-?mail|send|text|forward|mail) (?:it|that|this|me|us|(?:me )?(?:the|a|my|that) (?:quote|price|estimate|copy|link))(?: (?:over|to me|to my))?(?! (?:at|on)\b)|(?:envi(?:ar|e|en)|mandar?)(?:lo|me|melo)\b)/,
  ],
  [
    'haggle',
    /\b(?:too (?:much|expensive|high|pricey|steep)|cheape(?:r|st)|(?:lower|better|best|reduce|match) (?:the |your |that )?(?:price|deal|quote|number|offer)|negotiat\w+|discounts?|(?:knock|take) .{0,15}off|can you do (?:it for|better)|out of (?:my )?budget|expensive|muy caro|mas barato|rebaja|descuentos?)\b/,
  ],
  [
    'included',
    /\b(?:whats? (?:is |all )?(?:in|included|includes|in it)\b(?!.* (?:area|stock))|(?:does|do|is|are) .{0,30}\b(?:includ(?:e|es|ed|ing)|extra)|break ?down|que incluye|incluye|final price|all in)\b/,
  ],
  [
    'undo',
    /\b(?:never ?mind|nvm|cancel|forget (?:it|about it|that)|start over|start again|reset|olvidalo|cancelar|empezar de nuevo)\b/,
  ],
  [
    'thanks',
    /\b(?:thanks|thank (?:you|u)|thx|thanx|tnx|ty|tysm|appreciate|gracias|cheers|awesome|perfect|great|cool|sounds good|nice|excellent|perfecto|genial|excelente)\b/,
  ],
  [
    'bye',
    /\b(?:bye|goodbye|good bye|see (?:you|ya)|later|have a (?:good|great|nice) (?:day|one|night|evening|weekend)|take care|thats (?:all|it)|im done|all set|nothing else|no more|adios|hasta luego|eso es todo|nada mas)\b/,
  ],
  [
    'greeting',
    /^(?:\W*(?:hi+|he+y+|hello+|hiya|howdy|yo|sup|hola|buenas|buenos dias|buenas tardes|buenas noches|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|is (?:any(?:one|body)|some(?:one|body)) (?:there|here)|any(?:one|body) (?:there|here|home)|what'?s up|whats up|ola)\b)/,
  ],
];

const YES =
  /^(?:\W*(?:oh |ok |well |um+ |hmm+ )?(?:y|ye|yes+|yeah+|yea|ya|yep|yup|yah|yess+ir|sure+|sure thing|of course|ok(?:ay)?|k|kk|okey|okie|correct|right|thats right|thats correct|absolutely|definitely|exactly|please(?: do)?|pls|yes please|go ahead|go for it|sounds good|fine|alright|do it|lets do it|why not|i would|i do|that works|works for me|for sure|totally|si+|claro(?: que si)?|por favor|dale|vale|correcto|exacto|esta bien|de acuerdo|por supuesto|bueno)\b)/;
const NO =
  /^(?:\W*(?:oh |um+ |hmm+ |ok |well )?(?:n|no+|nah+|nope|naw|na|no thank(?:s| you)|no thx|no ty|not really|not now|not yet|not today|not at this time|nothing|none|never|no gracias|todavia no|ahora no|mejor no|para nada|negative|im good|im ok|im okay|im fine|i dont think so|dont)\b(?! (?:idea|problem|prob|worries|later|longer|more than|wood|matter|rush)))/;
/** Says in so many words that contact details are not for sharing. */
const REFUSES_CONTACT =
  /\b(?:(?:dont|do not|wont|will not|not|rather not|prefer not)(?: really)?(?: want| need| wanna| like| going| willing| comfortable| gonna| feel)?(?: like| to| comfortable)*(?: to)? (?:giv(?:e|ing)|shar(?:e|ing)|leav(?:e|ing)|provid(?:e|ing)|hand(?:ing)?) |not comfortable (?:with|giving|sharing)|no (?:calls|phone calls|spam|contact info|personal info(?:rmation)?|sales calls)\b|(?:dont|do not|never|stop) (?:call|contact|text|email|spam)(?:ing)?\b(?! me (?:at|on))|not giving|none of your (?:business|beeswax)|(?:stay|remain|be) anonymous|no quiero (?:dar|compartir|dejar)|prefiero no (?:dar|compartir|dejar)|no me llamen)/;
/** Puts off, in answer to a question for contact details. */
const DECLINE =
  /\b(?:(?:rather|prefer|like|want) (?:to )?not\b|not comfortable|no (?:name|names|need)\b|nunya|skip\b|pass$|(?:just|only) (?:looking|browsing|curious|checking|shopping|pricing|getting|want(?:ed|ing)?|need(?:ed)?|a|the) ?|(?:maybe|perhaps) (?:later|another time)|(?:some|another) (?:other )?(?:time|day)|later\b|not (?:right )?now|not yet|not today|think about it|have to think|need to think|(?:talk|check|speak) (?:it over )?(?:to|with) my (?:wife|husband|spouse|partner)|anonymous|private|why do (?:you|u) (?:need|want)|why\b|is (?:it|that) (?:required|necessary)|do i have to|prefiero no|no quiero|solo (?:mirando|queria|quiero|estoy)|mas tarde|ahora no|despues|no hace falta|por que|para que)/;
const UNSURE =
  /\b(?:not (?:really |too |quite )?sure|unsure|no (?:idea|clue)|(?:dont|do not) (?:really |actually )?know|idk|dunno|havent measured|have(?:nt| not) measured|hard to say|cant tell|no se\b|ni idea|no estoy segur[oa]|no lo se)/;
const CORRECTION =
  /(?:^|[\s,.])(?:actually|sorry|oops|wait|i mean|i meant|make (?:it|that)|change (?:it|that|the)|correction|scratch that|rather|instead|should (?:be|have been)|not \d|can (?:you|we|i) (?:do|make|price|get)|its really|let'?s (?:do|say|go)|what if|what about|how about|try|update|en realidad|perdon|mejor|quiero decir|cambia(?:lo|r)?|mas bien|no,|no it'?s|no make)(?=$|[\s,.:])/;

export interface Signals {
  answer: 'yes' | 'no' | null;
  /** Does not want to leave contact details, or not now. */
  declines: boolean;
  /** Says so about contact details outright, asked or not. */
  refusesContact: boolean;
  /** Does not know the answer. */
  unsure: boolean;
  correction: boolean;
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
  const no = NO.test(folded);
  return {
    answer: no ? 'no' : YES.test(folded) ? 'yes' : null,
    declines: DECLINE.test(folded) || REFUSES_CONTACT.test(folded),
    refusesContact: REFUSES_CONTACT.test(folded),
    unsure: UNSURE.test(folded),
    correction: CORRECTION.test(folded),
    topics,
    wordless: !/[\p{L}\p{N}]/u.test(folded),
    question:
      /\?\s*$/.test(folded) ||
      /^(?:do|does|can|could|are|is|what|when|where|who|why|how|will|would|que|cuando|donde|como|por que|pueden|tienen)\b/.test(
        folded,
      ),
  };
}
