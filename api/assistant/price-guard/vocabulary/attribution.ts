/** Words that attribute an amount to somebody else than the company. */
export const OWNERS =
  'your su sus tu tus their his her votre vos ton ihr ihre suo sua tuo seu uw jouw ваш вашем 您的 你的';
/** What an amount of the visitor's may be. */
export const LIMITS =
  'limit ceiling max maximum cap budget top target goal allowance offer bill invoice savings fund tope límite presupuesto máximo oferta ahorros meta limite';
export const OTHERS =
  'you usted ustedes they he she neighbor neighbour neighbors friend brother dad mom company contractor competitor depot guy someone somebody anyone who vecino vecina otro otra alguien amigo';
export const OURSELVES = 'i we us our ours nosotros nuestro nuestra customers clients most';
/** Verbs by which somebody states, has or was told an amount. */
export const STATES =
  'say says said saying mention mentioned mentioning tell told wrote write name named quoted quote offer offered offering hear heard saw read thought guess guessed expected suggest suggested ask asked asking propose proposed request requested set put save saved have had got budgeted charged billed given gave promised meant want wants wanted like hope hoped hoping plan planned planning prefer aim aiming afford paid';
/** The same in Spanish, where the verb needs no subject. */
export const STATES_ES =
  'mencionó mencionaste mencionado mencionó comentó comentaste comentado dijo dijiste dicho dice indicó indicaste cuenta tiene tienes quiere quiso quisiera desea dio dieron ofreció ofrece ofrecieron cobró cobraron cobrado pagó pagaron pidió pidieron escribió planteó propuso ahorró ahorrado gustaría';
/** Verbs that state a price, unless somebody wishes to. */
export const PAYS =
  'pay pays paying spend spends spending owe pagar gastar invertir costing costs cost';
export const WISHES =
  'want wants wanted like hope hoped hoping plan planned planning prefer can could able willing ready quiere quiso quisiera desea puede gustaría';
/** What the company does with an amount that it neither states nor accepts. */
export const NOTES =
  'noted note noting hear understand understood anoto anotado anoté anotamos apunto entiendo entendido comprendo';
/** Words behind an amount that accept it. */
export const ACCEPTING =
  'works right perfect reasonable fair close spot possible fine enough plenty suffices covers cover buys buy gets get good deal doable realistic alcanza basta cubre sobra';
/** Words behind an amount that state it as the price. */
export const STATING = 'is it even will would';

/** Words that compare an amount with a quote, by which of both they say is the larger. */
export const LOW =
  'below under short less beneath lower shy menos abajo debajo falta faltan faltarían within dentro';
export const HIGH =
  'above over more exceeds exceed beyond higher covers cover covered enough plenty fits alcanza alcanzan sobra sobran cubre cubren más mas arriba suficiente';

/** What denies, and what makes an amount behind it a bound, or denies the denial. */
export const DENIES =
  "can't cannot couldn't won't wouldn't don't didn't doesn't haven't hasn't isn't wasn't aren't unable not never no nunca ni nor";
export const COMPARES =
  'below under less lower beneath over above more higher exceed exceeds exceeding pass hit reach top beyond cheaper than past menos más mas debajo encima arriba supera llegar pasar pasará';
export const UNDENIES =
  'only just problem issue refuse turn decline reject object argue mind why hesitate wrong beat complain bad far trouble doubt wonder solo solamente problema duda mal lejos';
export const UNSURE = 'whether if promise guarantee si prometer garantizar';
/** Who is said to be unable: nothing follows from what anybody else does not. */
export const SPEAKERS =
  "i we i'm i've i'd we're we've there puedo podemos podría podríamos sé sabemos he hemos tengo tenemos quiero queremos acepto aceptamos ofrezco posible nothing unable cannot";
