/** Cardinals of each language in order, from the given number on. */
export const CARDINALS: readonly (readonly [from: number, step: number, words: string])[] = [
  [
    0,
    1,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ],
  [20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'],
  [40, 1, 'fourty'],
  [
    0,
    1,
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  ],
  [21, 0, 'ventiuno veintiun'],
  [30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'],
  [100, 0, 'cien ciento'],
  [
    200,
    100,
    'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
  ],
  [
    200,
    100,
    'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
  ],
  [1500, 500, 'milquinientos dosmil'],
  // zero and one, to spell a number with
  [0, 0, 'zéro null nul ноль нуль صفر शून्य nol sıfır'],
  [1, 0, 'один одна'],
  // French
  [2, 1, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'],
  [20, 10, 'vingt trente quarante cinquante soixante septante huitante nonante'],
  [20, 0, 'vingts'],
  // German; longer ones are compounds
  [2, 1, 'zwei drei vier funf sechs sieben acht neun zehn elf zwolf'],
  [5, 0, 'fünf fuenf'],
  [12, 0, 'zwölf zwoelf'],
  [1.5, 0, 'anderthalb eineinhalb'],
  // Italian
  [
    3,
    1,
    'tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  ],
  [20, 10, 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'],
  // Portuguese
  [2, 1, 'dois três quatro cinco seis sete oito nove dez onze doze treze'],
  [2, 0, 'duas'],
  [14, 1, 'quatorze quinze dezesseis dezessete dezoito dezenove vinte'],
  [30, 10, 'trinta quarenta cinquenta sessenta setenta oitenta noventa cem'],
  [
    200,
    100,
    'duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
  ],
  // Dutch
  [2, 1, 'twee drie vier vijf zes zeven acht negen tien elf twaalf'],
  // Polish
  [2, 1, 'dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec'],
  [2, 1, 'dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu'],
  [2, 1, 'dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć'],
  // Russian and Ukrainian
  [2, 1, 'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'],
  [2, 1, 'двух трех четырех пяти шести семи восьми девяти десяти'],
  [2, 1, 'две трёх четырёх'],
  [2, 1, 'два три чотири пять шість сім вісім девять десять'],
  [2, 1, 'двох трьох чотирьох пяти шести семи восьми девяти десяти'],
  [1.5, 0, 'полтора полторы півтора півтори'],
  // Arabic
  [2, 1, 'اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'],
  [2, 1, 'اثنين ثلاث أربع خمس ست سبع ثماني تسع عشر'],
  [20, 10, 'عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون مئة'],
  [20, 10, 'عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مائة'],
  // Hebrew
  [2, 1, 'שניים שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה'],
  [2, 1, 'שתי שלוש ארבע חמש שש שבע שמונה תשע עשר'],
  [3, 1, 'שלושת ארבעת חמשת ששת שבעת שמונת תשעת עשרת'],
  [20, 10, 'עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה'],
  // Hindi
  [2, 1, 'दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह'],
  [5, 0, 'पांच'],
  [20, 10, 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे'],
  [1.5, 0, 'डेढ़ ढाई साढ़े'],
  // Vietnamese
  [1, 1, '=một hai ba =bốn =năm =sáu =bảy =tám =chín =mười'],
  // Tagalog
  [1, 1, 'isang dalawang tatlong apat limang anim pitong walong siyam sampung'],
  [1, 1, 'isa dalawa tatlo apat lima anim pito walo siyam sampu'],
  [2, 1, 'dos tres kwatro singko sais siyete otso nuwebe diyes'],
  // Turkish, Swedish, Romanian, Greek, Punjabi
  [2, 1, 'iki üç dört beş altı yedi sekiz dokuz'],
  [20, 10, 'yirmi otuz kırk elli altmış yetmiş seksen doksan yüz'],
  [2, 1, 'två tre fyra fem sex sju åtta nio tio elva tolv'],
  [2, 1, 'doi trei patru cinci șase șapte opt nouă zece'],
  [3, 1, 'τρεις τεσσερις πεντε εξι επτα οκτω εννεα δεκα'],
  [2, 1, 'ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ ਦਸ'],
];

/** What multiplies a number before it, or stands for itself. */
export const TIMES: Readonly<Record<number, string>> = {
  12: 'dozen dozens docena docenas',
  100: 'hundred hundreds hunnid hunned hunnit hunna hunderd hunnerd centena centenas cientos cent cents cento centos sto setek сотен сотни сот सौ trăm daang daan honderd hundert yüz hundra sute ਸੌ εκατο مئات מאות',
  1000: 'thou thousand thousands thousends mil miles mille mila mii k grand tausend duizend tysiac tysiąc tysiace tysiące tysiecy tysięcy тысяча тысячи тысяч тыс тисяча тисячі тисяч тис ألف آلاف الف الاف אלף אלפים אלפי हज़ार हजार nghìn ngàn ngan nghin libo libong bin tusen χιλιαδες χιλια ਹਜ਼ਾਰ هزار',
  100000: 'lakh lakhs लाख',
  1000000:
    'million millions millon millones milliard millionen miljoen milhao milhoes milioni milione milion миллион миллиона миллионов мільйон триệu triệu trieu مليون מיליון milyon crore',
};

/** Ends of compound numerals: dreitausend, vijfhonderd, quattromila. */
export const COMPOUND =
  /(?:tausend|hundert|duizend|honderd|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|cento|mila|centos|tusen|hundra|naście|dziesci|dziesiat|nascie|dziescia|thousand|hundred)|^(?:zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun|ein)(?:hundert|tausend)|^(?:mille|cento|due|tre|quattro|cinque|sei|sette|otto|nove)(?:mila|cento)|^(?:пять|шесть|семь|восемь|девять|два|три|четыре)(?:сот|ста|дцать|десят)|^(?:двести|девяносто|сорок|сто)$|^(?:mil|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?:mil|quinientos|doscientos|cientos)/;

/** Numerals that are common words in another language visitors speak. */
export const WEAK =
  'once six dix sex sei sto mille mil tre set due fem opt doi elf acht nove sete cent cents hai ba =năm bin one isa apat =bảy =tám =sáu k miles ست عشر centos';

/** Han numerals; those of tens and more. */
export const HAN_DIGIT = /^[〇零一二三四五六七八九两兩壹贰叁肆伍陆柒捌玖十拾]$/u;
export const HAN_TIMES = /^[百千万萬億亿佰仟]$/u;
export const HANGUL_DIGIT = /^[일이삼사오육칠팔구]$/u;
export const HANGUL_TIMES = /^[십백천만억]$/u;

/** Whether a word, or the beginning of one, may be a numeral of Roman letters. */
export const mayBeRoman = (raw: string): boolean => /^[MDCLXVI]+$/.test(raw);
