/** Words for a share of something. */
export const SHARES =
  'half halves third thirds quarter quarters fifth fifths sixth eighth tenth tenths mitad tercio tercios';
/** Those that are shares by themselves; the others only behind "a", "one" or "two". */
export const WHOLE_SHARES = 'half halves mitad tercio tercios thirds fifths tenths halves';
/** "una cuarta parte". */
export const PARTS = 'tercera cuarta quinta sexta octava décima';
export const NUMERATORS = 'a an one two three four the un una dos tres cuatro la only by';
/** Words between a share and what it is of. */
export const JOINTS = 'of de del the el la los las your su our this that its all each every a an';
/** Words that make a share one of a price, where nothing is named that it is of. */
export const PAYING =
  'pay pays paying paid due sign signing get back slashed upfront down now later rest balance completion finish knock knocked shave cut slash drop drops dropped reduce lower lowered take charge charges booking book less cheaper more again adelantado adelante firmar firma terminar resto restante anticipo';
export const PAYING_STEMS = 'pag cobr rebaj descont ahorr abon adelant firm';
/** Words before a share that ends its clause: "I'll do it for half". */
export const PRICED_AT = 'for at por a en';
