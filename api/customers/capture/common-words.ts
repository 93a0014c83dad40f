/** Words that no name contains: function words, verbs of asking, greetings, contractions; English and Spanish. */
const NEVER = `
a about above after again ago ahead ain all almost alone along already also although always am among an
and another any anybody anymore anyone anything anyway are aren around as ask asap at available away back
be because been before behind being below between both but by call came can cant cannot come coming could
couldnt cuz bc day days did didnt do does doesnt doing done dont down during each either else email etc even ever
every everybody everyone everything except few for from fyi get getting gets give go goes going gonna good
got gotta had has hasnt have havent having he hello help her here heres hers hey hi him his hmm how hows
however huh i id if ill im in inside instead interested into is isnt it its itself ive just keep kind
know lets like little live living located look looking lol lot lots maybe me mean mine more most much must
my myself nah near need needing needs neither never new next no nobody none nope nor not nothing now of
off oh ok okay on once one only onto or other our ours out outside over own per phone please pls plz
probably put quite quote quoted quotes rather ready real really right said same saw say see seem she should shouldnt
since so some somebody someone something somewhere soon sorry still stuff such sure take text than thank
thanks that thats the their them then there theres these they theyre thing things think this those though
thru through till to today together told tomorrow tonight too toward tried try trying two u um under
until up upon ur us use used using very via wait wanna want wanted wanting wants was wasnt we well went
were weve what whatever whats when whenever where wheres whether which while who whoever whole whom whos
whose why with within without wont would wouldnt yea yeah yep yes yet yo you youd youll your youre yours
yup doing gimme tell talk speak check called calling texting hoping thinking wondering planning considering
texted email mail mobile cell number name contact reach info address zip nvm idk tbh btw nope
quiero necesito busco buscando gracias hola buenas buenos dias tardes noches el la los las un una unos unas
de del que y o en con por para mi mis tu su sus es soy esta estoy este eso esto si no pero como cuanto
cuantos cuesta cuestan donde cuando quien hay tengo tiene quisiera gustaria puede pueden favor aqui ahi
muy mas menos interesado interesada dueno duena cliente claro vale bueno bien llamo telefono correo numero
nombre direccion vivo somos estamos
skip pass cancel stop quit exit reset menu wow whoa eh meh omg haha hahaha lmao ugh wtf idc brb damn hell crap fuck
fucking shit suck bigger biggest bye goodbye adios mailto decide decided handle handled manage own pays seriously literally obviously dunno continue finished forget
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half dozen uno dos tres
cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mil
agent representative somewhat sup howdy greetings morning afternoon evening later nothing yesterday
`;

/** Everyday and trade words. A name may hold one (Dave Brown), but never consists of one typed small. */
const COMMON = `
able absolutely access acre actual additional afraid agent agree alive allergic amazing american angry annoyed another
answer anxious appointment approx approximate area asking asphalt assistant available awesome awful backyard bad
ballpark bark based basement basic bathroom beautiful bed bedroom best better big bit black blue board bond book border
bored boss bot bought box brick bricks bring broke broken brown budget build builder building business busy buy buyer
california canadian car card careful catholic cedar cement certain chain chance change chat cheap cheaper chip chips city
clean clear close closed code cold color colour come company complete completely concrete concerned confident
confirmed confused considering construction contractor cool corner correct cost costs could country couple crazy cubic curious
current currently custom customer cut damage damaged date deal decent deck decks deep definitely depends
desperate difficult dig dirt disabled disappointed discount dog dogs dollars door double drain drainage drive
driveway dry due early easy edge edging either elderly email emergency end english enough entire equipment
error estimate exact exactly excellent excited exhausted expensive experience extra fair fall familiar family
fancy far fast feet fence fenced fences fencing fifty figure final financing find fine finish firm first fix
flat flexible floor flooring foot footage foundation fountain free french fresh friday friend friendly frustrated
front full fun garage garden gardening gate gates general glad gone gorgeous granite grass gravel gray great green grey ground guess gutter gutters guys
half hand handy happy hard hardscape head heavy height helpful herringbone high hill hire hiring hispanic home
homeowner honest honestly hopeful hopefully horrible hot hour hours house huge human hundred hungry husband idea ideal immediately
important impressed inch inches included independent indian inquiring inquiry inspection install installation installed installer
insurance insured interior interlocking irish issue italian item january february march july september october
november december job jobs kids kitchen knew labor labour lady lake landlord landscape landscaper landscaping landscape
large late later law lawn lawyer least left length less level license licensed light limited linear line links list local
long looks lost loud love low lucky mad main maintenance make making man manager many married material materials
math matter measure measured measurement measurements medium meeting message messy metal mexican middle mind minute
mistake mobile mom monday money month months morning mother move moved moving mulch multiple mum natural neat
necessary neighbor neighbour nervous nice night normal north south east west nosy note obviously office old online open
option options orange order original outdoor overgrown overwhelmed owner owners paint painter painting panel panels
paper partner party patio patios pavement paver pavers paving pay payment people perfect permit person pet picket
picture pine place plain plan plant planting plants plumber plumbing point pool poor porch possible post posts
pretty previous price priced prices pricing private privacy problem professional project property proud provide pull
quality question questions quick quickly quiet rain ranch range rate rates rectangle red redwood regarding
regular remodel remove removal rent renter renting repair replace replacement request required residential responsible retired
retaining review ridiculous road robot rock rocks roof roofer roofing roofs room rotten rough round route sacramento folsom roseville
rocklin sad safe sale sales same sample sand saturday saying scam scared schedule school season second seller selling
send serious service services set shade shape shed shopping short shovel shower sick side sidewalk siding sign similar simple
single sir size sizes slab slate slow small smart smooth snow sod soft soil solid sounds spanish special specific
spring sprinkler square squared staff stain stairs standard start started state steep step steps stone stones store story straight street stressed strong structure stucco student stuck stupid style
sunday summer super supply supposed surface surprised surprising swamped tall teacher team temporary tenant terrible test texas thick thousand thrilled thursday tile
time times tiny tired together ton tons tool top total totally town townhouse trade traffic travertine tree trees trench
trouble truck true trying tuesday turf twice type ugly unable unclear undecided uncertain unsure update upset urgent useful usual usually
vacant veteran vinyl visit waiting walk walkway wall walls warm warranty waste water watch way weather wednesday
weed weeds week weekend weeks weird welcome wet white wide widow width wife wild wind window winter wire women
wonderful wood wooden work worker working world worried worse worth wrong yard yards year years yellow young
chico elk grove davis vegas phoenix denver houston austin york angeles francisco diego jose san los
sir madam maam dude bro buddy folks team guys everyone anonymous private none nunya asdf test hola
admin null undefined ignore instructions system prompt previous assistant developer user
cerca valla patio jardin casa metros pies presupuesto precio adoquines mantillo trabajo persona
`;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const NEVER_WORDS = words(NEVER);
const COMMON_WORDS = words(COMMON);

/** Lower case, without diacritics and apostrophes: the form these lists are written in. */
export function foldWord(word: string): string {
  if (/^[a-z]*$/.test(word)) return word; // most words: the rest costs ten times as much
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .toLowerCase();
}

/** True for a word that no person's name contains. */
export const isNeverName = (word: string): boolean => NEVER_WORDS.has(foldWord(word));

const SUFFIXES = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers', 'y', 'ish'];

/** True for an everyday word, also in a simple inflected form ("priced", "quickly"). */
export function isCommonWord(word: string): boolean {
  const folded = foldWord(word);
  const known = (w: string) => NEVER_WORDS.has(w) || COMMON_WORDS.has(w);
  // "hmmm", "pfft": nothing a name looks like
  if (known(folded) || /(.)\1\1/.test(folded) || /^[^aeiouy]{3,}$/.test(folded)) return true;
  return SUFFIXES.some((suffix) => {
    if (!folded.endsWith(suffix) || folded.length - suffix.length < 3) return false;
    const stem = folded.slice(0, -suffix.length);
    return known(stem) || (/ed|ing|er/.test(suffix) && known(`${stem}e`));
  });
}
