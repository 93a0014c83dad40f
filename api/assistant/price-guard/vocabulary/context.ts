/** Words around a number that say what it is about. */
export const PRICE =
  'price prices priced pricing cost costs costing charge charges charged charging pay pays paying paid fee fees rate rates spend spends worth owe owes estimate estimated budget expensive cheap cheaper sell sells run runs running bill billed invoice bills markup ballpark figure quoted selling afford ' +
  'quito quitamos rebajo rebajamos bajamos cuesta dejo deja dejamos cuestan costaría costaria cuesten costo precio precios cobramos cobran cobro pagar paga pagaría pagaria tarifa valor vale sale salen saldría saldria presupuesto ' +
  'prix coûte coûtent coûterait tarif payer kostet kosten preis preise bezahlen prezzo costa costano costare pagare preço custa custam custo prijs kost betalen cena ceny kosztuje koszt цена цены стоит стоить стоимость обойдётся обойдется платить ціна коштує коштувати السعر سعر التكلفة تكلفة يكلف कीमत खर्च दाम लागत giá phí presyo magkakahalaga halaga מחיר עולה יעלה fiyat tutar kostar kostnad';
export const TOTAL =
  'total totals altogether overall whole entire everything final finally bottom grand all owe totales completo todo gesamt gesamtpreis insgesamt итого всего итоговая разом 总 總 総 計 총';
export const PER =
  'per each a an every por cada al el la par le la pro je per al a la por per za от за per för לכל per';
export const RATED =
  'weekly daily yearly annually running sq square sqft sf foot ft feet linear lineal lin lf yard yd hour hr pie pies metro hora month mo monthly piece person gate panel post board cubic inch meter day week year visit load bag mes mensuales mensual pied carré piede quadrato stopę fuß mois mese mês';
export const TERMS =
  'deposit deposits down upfront downpayment monthly installment installments interest apr financing finance refund cashback coupon rebate anticipo payments cuotas abonos enganche mensualidad mensualidades acompte anzahlung';
export const DISCOUNT =
  'off discount discounts discounted save saves saving savings descuento descuentos rebaja remise rabatt sconto desconto korting zniżka скидка скидку скидки знижка خصم छूट 할인';
export const TAX =
  'tax taxes vat impuesto impuestos iva taxe taxes tva steuer steuern mehrwertsteuer mwst tasse imposto impostos belasting btw podatek podatku vergi vergisi skatt moms vero verot adó áfa daň dane porez davek impozit impozitul thuế pajak cukai kodi buwis налог налога налогов податок податку данък φόρος φόρου ضريبة الضريبة مالیات ٹیکس टैक्स कर מס 税 稅 세';
export const LABOR =
  'labor labour installation install installing installed spreading instalación instalacion obra laying';
export const DELIVERY = 'delivery entrega delivered envío envio livraison lieferung';
export const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz mai juni juli august oktober dezember gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر';
export const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat sun weekday weekdays today tomorrow tonight noon midnight spring summer fall autumn winter early late mid since until till before after by lunes martes miércoles miercoles jueves viernes sábado sabado sábados sabados domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag samstags sonntag lunedì venerdì sabato segunda sexta sábado maandag vrijdag zaterdag poniedziałek piątek sobota понедельник пятницу субботу суббота الاثنين الجمعة السبت lunes biyernes sabado 周一 周五 周六 早上 下午 中午 上午';
export const CLOCK =
  'am pm a.m p.m oclock o noon hrs uhr uur h heures утра вечера часов صباحا مساء صباحًا مساءً mañana tarde noche ore horas giờ ng umaga hapon in today tomorrow sharp';
export const RANGE =
  'to or through and y o u a hasta et à ou bis und oder tot of en e do lub до и или або по الى إلى أو و או עד से या đến hoặc hanggang at';
export const FILLERS =
  'be is are was of at about around roughly approximately approx nearly almost you it that this would will could should might may ll us to only just comes come coming out in between from starting start starts up under over than more less a an somewhere close say maybe probably like typically usually as low high little bit with de es seria sería serían son en entre desde unos unas aproximadamente alrededor cerca como más mas menos un una le me por los las el la les se lo so um die den dem das ist sind etwa ungefähr ca circa um';
export const SIZE =
  'area size big bigger large larger small smaller wider taller deeper thicker longer shorter long wide high tall deep thick thickness height width length depth measure measures measuring dimensions footage square sides side ancho anchura largo longitud alto altura grosor espesor profundidad área tamaño mide miden medida across diameter radius distance apart spacing how many';
export const FUNCTION =
  'includes include including covers cover gets sounds seems depending before after because apiece installed incluyendo incluye cubre a an the of for in on at by with without and or but if so then than as is are was were be been will would could should can may might must do does did have has had it its that this these those they them there here we our us you your i my me he she his her not no yes even flat plus per each only just about around more less all now today when while because since until up down out over off from to into also too very really el la los las un una de del que es son por para con sin en y o pero si como más muy le les lo se su sus al le la les des du et ou à en pour par avec sans est sont der die das und oder mit ohne für zu ist sind am im bei il di da che e con per in é os as do da dos das em na no het een van en of met voor op za do na w z и в на с за от до не по как это та что';
export const NEGATIONS =
  "not never no cannot can't isn't aren't don't doesn't won't without nie kein nicht non pas ne";
