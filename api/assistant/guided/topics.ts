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
  | 'named_trade'
  | 'repair'
  | 'removal'
  | 'care'
  | 'new_work'
  | 'options'
  | 'language'
  | 'validity'
  | 'undo'
  | 'haggle'
  | 'included'
  | 'call_me'
  | 'send'
  | 'how_much'
  | 'quantity'
  | 'budget'
  | 'upset'
  | 'chatter';

/** Written without accents and apostrophes: the text is folded before it is compared. */
export const TOPICS: [Topic, RegExp][] = [
  [
    'human',
    /\b(?:(?:talk|speak|chat|connect|transfer|put|get|pass|hand) (?:me )?(?:over )?(?:to|with|through to|on to)? ?(?:an? |the |your |some )?(?:real |actual |live |human )?(?:person|human|someone|somebody|people|agent|representative|rep|owner|manager|sales ?(?:person|man|rep)?|estimator|staff|contractor|operator)|(?:real|actual|live) (?:person|human|agent|people)|customer (?:service|support)|representative|(?:want|need|prefer|rather|like) (?:to (?:talk|speak) (?:to|with) )?(?:an? )?(?:human|person|agent|someone to (?:call|contact|come|look))|(?:have|can|could|get|will) (?:someone|somebody|a person|you|you guys|them|anyone) (?:please )?(?:call|contact|text|phone|ring|reach out|get back)(?: to)?(?: me)?|can i (?:talk|speak)|(?:talk|speak) (?:to|with) (?:you|maria|them)\b|(?:can|could|will|would) (?:someone|somebody|anyone|a person) (?:please )?come\b|(?:like|want|need|ready|wanna) (?:to )?(?:schedule|book|set up|make an appointment|hire (?:you|u|yall)|move forward|get started|proceed)\b|^(?:agent|human|person|operator|representative|rep|persona|humano|agente)$|hablar con|una persona|persona real|que me llamen|alguien me llame|pueden? llamar(?:me)?|llamenme|agente humano)\b/,
  ],
  [
    'bot',
    /\b(?:(?:are|r) (?:you|u) (?:an? |the |really |even |actually )*(?:real|human|person|bot|robot|ai|a\.?i\.?|machine|computer|chat ?gpt|gpt|automated|llm|model|claude|gemini|program)|(?:is|am) (?:this|it|i (?:talking|speaking|chatting) (?:to|with)) (?:an? |the |really )*(?:real|human|person|bot|robot|ai|machine|computer|automated|chat ?gpt)|(?:who|what) (?:are|r) (?:you|u)\b|who am i (?:talking|speaking|chatting) (?:to|with)|what(?:s| is) your name|(?:what|which) (?:ai |llm |language )?model|habl(?:o|ando) con (?:una? )?(?:persona|robot|maquina|humano)|eres (?:un |una )?(?:robot|bot|humano|persona|ia|maquina|real)|quien eres|es esto un (?:bot|robot))\b/,
  ],
  [
    'hours',
    /\b(?:(?:what|when|your|business|opening|office|working|store|the) (?:are )?(?:your |the )?(?:business |opening |office |working )?(?:hours|hrs)|hours\?|(?:do|are) (?:you|yall|they)(?: all| guys)? (?:work|working|open|there|available)(?: on)?(?: the)? (?:weekends?|saturdays?|sundays?|holidays?|today|now|evenings?|nights?)|when (?:are|do) (?:you|u|ya|yall|you guys) (?:open|close|closed|work)|(?:are|r) (?:you|u|you guys|yall) (?:open|closed)|what time (?:do|are|r) (?:you|u|you guys|yall)|open (?:on |this )?(?:today|now|tomorrow|weekends?|saturdays?|sundays?|late)|horarios?|a que hora|estan abiertos|cuando abren|^hours$|hours of operation|(?:trabajan|abren|atienden|abiertos?) (?:los |el |en )?(?:sabados?|domingos?|fines? de semana|festivos|hoy))\b/,
  ],
  [
    'area',
    /\b(?:^(?:you|yall)(?: guys)? (?:in|near|around|serve|service|cover|come to|local to) |(?:do|can|will|would) (?:you|u|ya|yall|you guys|they) (?:all )?(?:guys )?(?:also )?(?:serve|service|cover|come (?:out )?(?:to|as far|up|down)|go (?:out )?to|travel|work (?:in|around|near|out)|deliver|operate|do (?:work|jobs?) (?:in|around|near|out))|service area|areas? (?:do you |you |that you )?(?:serve|served|service|serviced|cover)|what (?:areas?|cities|towns|counties|zip)|where (?:are|r|do) (?:you|u|you guys|yall|ya) (?:located|based|at|work|serve|service|operate|from)|where(?: is|s) your (?:office|shop|store|showroom|business|company|location)|what(?: is|s) your (?:address|location)|where (?:are|r) (?:you|u)$|(?:are|r) (?:you|u|you guys) (?:local|located|based|near|close|in [a-z]+)|how far (?:do|will|out)|que zonas?|que areas?|donde (?:estan|trabajan|atienden|se ubican|quedan)|(?:atienden|trabajan|sirven|cubren|vienen|llegan) (?:en|a|hasta))\b/,
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
    /\b(?:how much|hm|price[sd]?|pricing|costs?|costing|estimates?|quotes?|quoting|rates?|charge|ballpark|bid|cuanto(?! (?:tard|demor|dura|tiempo))|precios?|cuesta|presupuesto|cotizacion|cotizar|cobran|estimado|what would .{0,80} run|what will .{0,80} run|run me|set me back|how expensive|price tag|total)\b/,
  ],
  [
    'company_question',
    /\b(?:warrant(?:y|ies)|guarantees?|financ(?:e|ing)|payment|pay(?:ing)? (?:by|with|in|over)|deposit|credit cards?|venmo|coupon|schedule|appointment|book(?! it\W*$)|availab(?:le|ility)|when (?:can|could|would|will) (?:you|u|they|someone|it|the crew)|how (?:soon|long|quickly|fast) (?:can|could|would|will|does|do|until|before|is|to)|how long|start(?:ing)? (?:date|by|when)|lead time|permits?|hoa|references|reviews|portfolio|photos|pictures|how many years|years in business|experience|subcontract|garantia|financiamiento|cuando (?:pueden|podrian)|cuanto (?:tiempo|tarda|demora|dura)n?|disponibilidad|cita|come (?:out|by|look|see|measure)(?! to (?!look|see|measure|check|give|do))|site visit|allowed|legal|(?:what|which) (?:colou?rs?|brands?)|(?:pick|choose) (?:the |a |my )?(?:\w+ )?colou?rs?|how (?:thick|durable|strong|heavy) (?:is|are)|maint(?:ain|enance)\w*|free estimate visit)\b/,
  ],
  [
    'other_trade',
    /\b(?:(?:do|can|could|will|would) (?:you|u|ya|yall|you guys|they) (?:all )?(?:guys )?(?:also |even |ever )?(?:do|install|build|offer|make|sell|fix|repair|handle|clean|paint|lay|replace|remove|provide|put in)|hacen|instalan|ofrecen|venden)\b/,
  ],
  [
    'named_trade',
    /\b(?:roof(?:s|ing|er)?|decks?|driveways?|lawns?|sod|turf|pools?|paint(?:ing|er)?|plumb(?:er|ing)|concrete|asphalt|gutters?|siding|windows?|kitchens?|bathrooms?|flooring|retaining walls?|irrigation|sprinklers?|drainage|landscap\w+|pergolas?|gazebos?|stucco|hvac|electrical|electrician|tree (?:removal|trimming|service)|mowing|gravel|techos?|cesped|piscina|pintura|entrada|fire ?pits?|hot tubs?|outdoor kitchens?|bbqs?|fountains?|septic|carpentry|handyman|locksmith|pest control|snow|cleaning|solar)\b/,
  ],
  [
    'repair',
    /\b(?:fix(?:ed|ing)?(?! (?:the |that |a )?price)|repair\w*|mend|broken?|damaged|fell|fallen|falling|leaning|(?:blew|blown|knocked) (?:down|over)|collaps\w+|rott?(?:ed|en|ing)|sinking|sunken|uneven|(?:re-?)?level(?:ed|ing)|weeds?|re-?seal\w*|(?:re-?)?stain(?:ing)?|(?:power|pressure) ?wash\w*|emergency|reparar|arreglar|rot[oa]s?|emergencia)\b/,
  ],
  [
    'care',
    /\b(?:staining|re-?sealing|(?:power|pressure) ?wash\w*|(?:stain|seal) (?:my|the|our|an?))\b|^\W*(?:(?:i|we|you|need|want|can|could|would|to|please|like|somebody|someone|just|how much) )*(?:remove|tear (?:out|down|up)|demo|demolish|haul)\b(?!.{0,200}\b(?:and|then|for|to)\b)/,
  ],
  [
    'removal',
    /\b(?:remov(?:e|al|ing)|tear(?:ing)? (?:out|down|up|off)|rip(?:ping)? (?:out|up)|demo(?:lish\w*|lition)?|haul(?:ing)? (?:away|off)|dispos(?:e|al)|take (?:out|down) (?:my|the|our|an?) (?:old|existing)|quitar|retirar)\b/,
  ],
  [
    'new_work',
    /\b(?:new|install\w*|replac\w+|put (?:in|up|down|on)|build\w*|nuev[oa]s?|instal\w+)\b/,
  ],
  [
    'options',
    /\b(?:(?:what|which) (?:(?:kinds?|types?|sorts?|styles?) of )?(?:materials?|options?|styles?|choices?|woods?|pavers?|mulch(?:es)?|stones?)\b(?! is| did| was)|what (?:kinds?|types?|sorts?|styles?) (?:do|can)|que (?:tipos?|clases?|opciones|materiales))/,
  ],
  [
    'language',
    /\b(?:(?:hablan?|habla|speaks?|se habla|in|en|write|escribir) (?:\w+ )?(?:spanish|espanol|ingles|english)|(?:spanish|espanol|english|ingles)\W{0,9}(?:please|por favor)?\W{0,9}$)/,
  ],
  [
    'validity',
    /\b(?:how long .{0,20}(?:quote|price|estimate|offer)s?\b.{0,15}\b(?:good|valid|hold|last|stand)|(?:quote|price|estimate|offer) .{0,12}(?:expires?|valid|good (?:for|until|till))|when does .{0,12}(?:quote|price|estimate|offer) .{0,6}(?:end|expire)|(?:quote|price) expire|hasta cuando|cuanto tiempo .{0,20}(?:precio|presupuesto))/,
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
    /\b(?:(?:thats|its|is|seems|sounds) (?:kind of |kinda |really |so |pretty |way |a bit )?(?:a lot(?! of)|steep|high|crazy|insane|pricey)\W*$|too (?:much|expensive|high|pricey|steep)|cheape(?:r|st)|(?:go|come|come down|do it|get it) (?:a (?:bit|little) |any |much )?(?:lower|down|less)|do (?:any|it any|a little|a bit)? ?better|beat (?=\S)|price match|match (?:it|that|them|their)|(?:guy|company|contractor|place|neighbou?r|he|she|they|someone|somebody) (?:else )?(?:said|says|quoted|charges?|charged|offered|wants)|quoted me|ill (?:pay|give you)|(?:would|will|could) (?:you|they) (?:take|accept)|cash (?:price|discount)|wiggle room|(?:lower|better|best|reduce|match) (?:the |your |that )?(?:price|deal|quote|number|offer)|negotia[tb]\w+|discounts?|(?:knock|take) .{0,15}off|can you do (?:it for|better)|out of (?:my )?budget|expensive|muy caro|mas barato|rebaja|descuentos?)\b/,
  ],
  [
    'budget',
    /\b(?:budget|afford|(?:only|just) (?:have|got) \$?\d[\d.,]{2,}k?(?! ?(?:sq|ft|f|lin))|(?:get|do) for \$?\d[\d.,]{2,}k?(?! ?(?:sq|ft|f|lin))|(?:mi|el|un) presupuesto (?:es|que|de|maximo))\b/,
  ],
  [
    'how_much',
    /\b(?:how much|hm|how expensive|per (?:sq|square|foot|ft|yard|yd|metro|pie)|cuanto (?:cuesta|vale|cobran|sale|es)|what .{0,30}(?:costs?|price|rates?|charge)|a que precio)\b/,
  ],
  [
    'quantity',
    /\b(?:how many (?!years|people|days|weeks|hours|times|jobs|crews?|guys|men|months)|cuant[oa]s (?!anos|dias|semanas|horas|personas)\w)/,
  ],
  [
    'upset',
    /\b(?:ridiculous|useless|terrible|horrible|worst|awful|frustrat\w+|angry|furious|pissed|fed up|sick of|unacceptable|ripoff|an? (?:rip off|joke)|bullshit|bs|wtf|you (?:guys |people )?suck|sucks|(?:nobody|no ?one) (?:ever |has |even )?(?:call|answer|respon|repl|show|cam|got)\w*|never (?:call|answer|respon|repl|show|cam|got)\w*|(?:left|sent) \S+ (?:messages|voicemails|emails|texts)|complain\w*|stupid|idiots?|hate (?:this|you|it)|fuck (?:you|u|this)|screw (?:you|u|this)|porqueria|inutil|pesimo|enojad[oa]|molest[oa]|hart[oa])\b/,
  ],
  [
    'chatter',
    /^\W*(?:(?:lol|lmao|haha|hehe|jaja)\w*|h?mm+|hm+m|wow|omg|whoa|oh|ah|aha|huh|ok(?:ay)? whatever|whatever|interesting|i see|gotcha|got it|noted|fair enough|good to know|makes sense)\W*$|^(?=.{0,40}$)[^\p{L}\p{N}]*\p{Extended_Pictographic}[^\p{L}\p{N}]*$/u,
  ],
  [
    'included',
    /\b(?:whats? (?:is |all )?(?:in|included|includes|in it)\b(?!.{0,80} (?:area|stock))|(?:does|do|is|are) .{0,30}\b(?:includ(?:e|es|ed|ing)|extra)|break ?down|que incluye|incluye|final price|all in|what (?:height|size|depth|material|wood)s? (?:did|do|are|is) |how (?:tall|high|deep|big|long) is (?:it|that|this)\b|why (?:is|so|does)\b)\b/,
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
    /^(?:please )?(?:stop|quit|exit|unsubscribe|go away|leave me alone|shut up|f\S{1,5} off|dejame en paz)\W*$|\b(?:bye|goodbye|good bye|see (?:you|ya)|later|have a (?:good|great|nice) (?:day|one|night|evening|weekend)|take care|thats (?:all|it)|im done|all set|nothing else|no more|adios|hasta luego|eso es todo|nada mas)\b/,
  ],
  [
    'greeting',
    /^(?:\W*(?:hi+|he+y+|hello+|hiya|howdy|yo|sup|hola|buenas|buenos dias|buenas tardes|buenas noches|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|is (?:any(?:one|body)|some(?:one|body)) (?:there|here)|any(?:one|body) (?:there|here|home)|what'?s up|whats up|ola)\b)/,
  ],
];
