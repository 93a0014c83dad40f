/** Words of an answer that takes up an amount which the visitor has just named. */
export const STANCES =
  'yes yep yeah yup yessir aye sure absolutely definitely certainly totally easily exactly right correct indeed course bet deal done sold settled agreed agree fine ok okay perfect works doable possible enough plenty close near nearly roughly bit little way low high under over below above beyond less lower higher cheaper covers fits guessed nailed spot bang bingo ballpark fair reasonable happen match beat nope no nah not problem realistic accurate approximately line easy comfortably generous tight short ' +
  'sí claro exacto exactamente correcto perfecto trato hecho cerramos alcanza alcanzaría sobra suficiente bastante bien acuerdo más menos seguro poco bajo alto vale listo desde luego posible cubre justo';
/** These take up an amount wherever they stand. */
export const SUFFICES =
  'enough plenty works doable covers suffices suffice fits spot ajusta alcanza alcanzaría alcanzará sobra suficiente cubre nailed guessed deal realistic generous';
/** Words of an answer that leaves an amount open, refuses, or goes on to the next step. */
export const OPEN =
  "can't cannot won't couldn't unable don't depends depend until unless before let let's tell i'll need needs run running calculator quote quotes quoted know say help happy noted note mind what which how where thanks thank sorry able only once compare comparing share sharing remember whether if see size measurements " +
  'puedo depende antes dígame dime necesito necesitamos cotizar cotización calculadora anoto anotado cuenta gracias vamos perdón lamento solo saber medidas';
/** Words that only say that a message has arrived. */
export const ACKNOWLEDGES =
  'got noted understood understand see hello hi welcome question hear entendido anotado hola pregunta';
/** Words of a message that names an amount as money. */
export const OFFERS =
  'buy budget spend afford price cost costs charge limit max maximum quoted deal enough cover pay paid paying offer tops cash flat even cheap expensive promised ceiling range say thinking doable ballpark close match under over below above ' +
  'match beat faz fazem machbar presupuesto gastar precio cuesta límite máximo alcanza deja tengo doy pagar pago oferta suficiente serían sería budget prix reicht genug';
/** Words of a message whose numbers are something else. */
export const OTHER_NUMBERS =
  'zip license licence code phone number house built since call open at size area long gate gates pm am monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december born sq square feet foot ft inches inch deep from in';

/**
 * Wordings that accept the amount which the visitor has just named, as patterns (see relations.ts); looked for
 * only then.
 */
export const ACCEPTANCES: readonly string[] = [
  '@works for @us',
  "that's enough",
  'that is enough',
  'that covers it',
  "that's ..2 what ..3 @charges",
  'that is ..2 what ..3 @charges',
  "that's ?about ?exactly our @sum",
  'agreed',
  'deal',
  'sold',
  'done deal',
  "it's a deal",
  'a deal $',
  'you got it',
  '@lower that $',
  '@lower that @sum',
  '@comes in @lower',
  '@beat that $',
  '@beat that @sum',
  '@beat it $',
  '@do that $',
  '@do it for that',
  '@do ..2 for that @sum',
  'at that @sum',
  'make @that @happen',
  '@stay @lower your @limit',
  'go with that',
  'work with that',
  'live with that',
  'trato hecho',
  'de acuerdo con',
  '@hacemos ..2 eso $',
  'menos de eso',
  'menos que eso',
  'por ese @sum',
  'con ese @sum',
  'a ese @sum',
  'con eso ?le ?nos @alcanza',
  'eso es lo que ..3 @cobra',
  'eso ..2 @cobra',
];
