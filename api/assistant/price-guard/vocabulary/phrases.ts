/** Wordings of a price without a number. A `*` stands for any one word. */
export const TERMS_PHRASES: readonly string[] = [
  // free
  'free', 'gratis', 'complimentary', 'on the house', 'on us', 'no charge', 'no cost', 'no extra charge', 'no extra cost', 'no additional charge',
  'no additional cost', 'without charge', 'zero cost', 'zero charge', 'costs nothing', 'cost nothing', 'cost you nothing', 'costs you nothing', "won't cost you", 'free of charge',
  'gratuito', 'gratuita', 'gratuitos', 'gratuitas', 'gratuit', 'gratuite', 'gratuitement', 'gratuits', 'kostenlos', 'kostenlose', 'kostenfrei', 'gratuiti', 'gratuitamente',
  'umsonst', 'gratuita', 'grátis', 'de graça', 'sin costo', 'sin coste', 'sin cargo', 'sin ningún costo', 'de regalo', 'regalamos', 'regalo yo', 'offert', 'offerte', 'sans frais',
  'senza costi', 'sem custo', 'kosteloos', 'voor niets', 'za darmo', 'bezpłatnie', 'bezpłatna', 'bezpłatny', 'bezpłatne', 'бесплатно', 'бесплатный', 'бесплатная', 'бесплатное', 'бесплатны', 'бесплатные', 'даром',
  'безкоштовно', 'безкоштовний', 'безкоштовна', 'безкоштовне', 'безкоштовні', 'مجانا', 'مجاني', 'مجانية', 'بالمجان', 'मुफ्त', 'मुफ़्त', 'निःशुल्क', 'फ्री',
  '免费', '免費', '不收费', '白送', '赠送', '無料', 'タダ', 'サービスします', '무료', '공짜', 'miễn phí', 'không mất phí', 'libre', 'walang bayad', 'חינם', 'בחינם', 'ללא תשלום', 'ücretsiz', 'bedava', 'kostnadsfritt', 'رایگان', 'δωρεαν', 'ฟรี',
  // half, double, a share
  'half price', 'half the price', 'half off', 'half the cost', 'half as much', 'half of it when', 'half of it now', 'half of it at', 'half of it up', 'half up front', 'half upfront', 'half down', 'half now', 'twice the price', 'twice the cost', 'twice what', 'twice as much', 'double the price', 'double the cost', 'double your', 'double what',
  'times as much', 'times the price', 'times the cost', 'times the * price', 'times more expensive', 'third more', 'third off', 'third less', 'third of the price', 'quarter off', 'quarter less', 'quarter more', 'half more',
  'two for one', 'buy one get one', 'bogo', 'four figures', 'five figures', 'six figures', 'three figures', 'four digits', 'five digits', 'three zeros', 'two zeros',
  'mitad de precio', 'mitad del precio', 'la mitad de lo', 'el doble que', 'el doble de', 'el triple', 'dos por uno', 'moitié prix', 'moitié moins', 'le double', 'halben preis', 'halber preis', 'hälfte des preises', 'doppelt so teuer', 'halb so teuer',
  'metà prezzo', 'la metà', 'il doppio', 'metade do preço', 'o dobro', 'halve prijs', 'de helft', 'pół ceny', 'połowę ceny', 'połowę taniej', 'dwa razy taniej', 'dwa razy drożej', 'полцены', 'вдвое дешевле', 'вдвое дороже', 'в два раза дешевле', 'в два раза дороже', 'півціни', 'пів ціни', 'вдвічі дешевше', 'вдвічі дорожче', 'نصف السعر', 'بنصف السعر', 'ضعف السعر',
  'आधे दाम', 'आधी कीमत', 'आधे में', '半价', '半價', '对折', '五折', '打折', '半額', '半値', '반값', '절반 가격', 'nửa giá', 'kalahating presyo', 'חצי מחיר', 'yarı fiyat', 'halva priset', 'نصف الثمن',
];

/** Wordings that accept an amount; looked for only when the visitor has just named one. */
export const ACCEPT_PHRASES: readonly string[] = [
  'works for us', 'works for me', "that's enough", 'that is enough', 'agreed', 'deal', 'done deal', 'under that', 'less than that', 'below that', 'trato hecho', 'de acuerdo con', 'beat that', 'match that', 'that covers it', 'do that',
];

/** "free" in its other senses: the word before it, or behind it. */
export const FREE_BEFORE =
  'feel feels felt you are be toll weed mud rust maintenance pet smoke lead hands hassle worry stress debris care trouble frost odor knot dust interest sientase siéntase sientete siéntete sentirse fühlen aire al';
export const FREE_AFTER =
  'to of time standing up form from space hand spot slot range flow ends end play verse software albedrio libre tarde tiempo drainage draining';
