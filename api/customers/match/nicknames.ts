/*
 * Given names and their short forms, made from names.csv of carltonnorthern/nicknames (revision
 * 21d7505), licensed under the Apache License, Version 2.0
 * (http://www.apache.org/licenses/LICENSE-2.0). Changed: one group per given name; pairs that are as
 * often two people of one household (Aaron and Erin, Patrick and Peter) left out; Spanish, Polish,
 * Russian and Italian forms, some newer English ones and common other spellings added.
 */

/** Groups divided by "|"; in each the given name first, then its short forms, all folded. */
export const NICKNAME_GROUPS = `
aaron ron ronnie|abbigail abbe abbey abbi abbie abby gail nabby|
abbigale abbe abbey abbi abbie abby gail nabby|abednego bedney|abel ab abe eb ebbie|abiel ab|
abigail abbe abbey abbi abbie abby gail nabby|abigale abbe abbey abbi abbie abby gail nabby|
abijah ab bige|abner ab|abraham ab abe|abram ab abe|absalom ab abbie app|ada addy adie|
adaline addy adie dell|addison addie addy|adela adie della|
adelaide addy adele adie dell della heidi|adelbert bert del delbert|adele addy dell|
adeline addy dell|adelphia addy dell delphia philly|adena adina deena dena dina|
adolphus ado adolph dolph|adrian rian|adriane riane|adrienne addie enne rienne|agatha aga aggy|
agnes aggy nessa|agnieszka aga|aidan aiden|aileen allie lena|alan al|alanson al lanson|alastair al|
alazama ali|albert al bert|alberta allie bertie|alberto al albert beto|aldo al|
aldrich rich riche richie|alejandra ale alex|alejandro ale alex sandro|aleksander alex olek sasha|
aleksandr alek alex sasha|aleksandra alex ola sasha|aleva leve levy|alex al|
alexander al alec alex sandy|alexandra alex alla sandra sandy|alexandria alex alla drina sandra|
alexis alex lexi|alfonse al|alfred al fred freddy|alfreda alfy freda freddy frieda|algernon algy|
alice allie|alicia allie|alison ali allie allison|alixandra alix|allan al alan allen|allen al alan|
allisandra ali allie ally|allison ali allie ally|allyson ali allie ally|allyssa ali allie ally|
almena ali allie ally mena|almina minnie|almira myra|alonzo al lon lonzo|alphinias alphus|
althea ally|alverta vert virdie|alyssa al ally lissia|alzada zada|amanda manda mandy|ambrose brose|
amelia amy mel millie|anastasia ana stacy|anderson andy|andre drea|andrea andi andy drea rea|
andrew andy drew|andriane adri rienne|andrzej andrew andy|angela angel angie|
angelica angel angelika angelique angie|angelina angel angie lina|ann nan|anna ann anne nan|
anne ann annie nan|annette nettie|annie ann anna|anselm ance anse ansel selma|anthony ant tony|
antoinette netta tony|antonia netta tony|antonio ant tono tony|appoline appie appy|
aquilla quil quillie|ara arry belle|arabella arry bella belle|arabelle ara arry bella belle|
araminta armida middie minty ruminta|archibald archie|archilles kill killis|ariadne ari arie|
arielle arie|aristotle telly|arizona ona onie|arlene arly lena|armanda mandy|armena arry mena|
armilda milly|arminda mindie|arminta minite minnie|arnold arnie|aron ronnie|artelepsa epsey|
artemus art|arthur art|arthusa thursa|arzada zaddi|asahel asa|asaph asa|asenath assene natty sene|
ashley ash ashly lee|aubrey bree|audrey audree dee|august gus|augusta aggy gatsy gussie tina|
augustina aggy gatsy gussie tina|augustine austin gus|augustus austin gus|
aurelia aurilla ora orilla ree rilly|avarilla rilla|azariah aze riah|bab barby|babs bab barby|
barbara bab babs barbie barby bobbie|barbery barbara|bartholomew bart bartel bat mees meus|
barticus bart|bazaleel basil|beatrice bea trisha trixie|beatriz bety|becca beck|beck becky|
bedelia bridgit|belinda belle|bella belle|benedict ben bennie|
benjamin ben benjy bennie benny jamie|bernard berney bernie berny|berney bernie|bert bertie|
bertha bertie birdie|bertram bert|bertrand randy|bess bessie|beth betsy betty|bethena thaney|
beverly bev|bezaleel zeely|biddie biddy|bill billy willie|bob rob|bobby bob rob|boetius bo|
brad ford|bradford brad ford|bradley brad|brady brody|breanna bree bri|breeanna bree|brenda brandy|
brian bryan bryant|brianna bri|bridget biddie biddy bridgie bridie|brittany britt brittnie|
brittney britt brittnie|broderick brady brody rick ricky rod|bryanna anna bri briana brianna|
caitlin cait caity kaitlin katelyn kaitlyn|caitlyn cait caity|caldonia calliedona|caleb cal|
california callie|calista kissy|calpurnia cally|calvin cal vin vinny|cameron cam ronny|
camile cammie|camille cammie millie|campbell cam|candace candy dacey|carla carly karla|
carlos carlitos charlie|carlotta lottie|carlton carl|carmellia mellia|carmelo melo|
carmon cammie carm charm|carol carole carri carrie cassie kara kari|carolann carol carole|
caroline carol carole carrie cassie|carolyn carrie cassie lynn|carrie cassie|carthaette etta etty|
cassandra cassie sandra sandy|cassidy cass cassie|caswell cass|catalina cata|
catherine cassie cat cathy kat kathy katie katy kay kit kittie lena trina katherine kathryn catharine cathryn|
cathleen cassie cathy kathy katy kay kit kittie lena trina|cathy kathy|cecilia celia cissy|
cedric ced rick ricky|celeste celia lessie|celinda lindy|charity chat|
charles carl charlie chas chick chuck|charlie chuck|charlotte char lotta lottie sherry|
chauncey chan|chelsey chelsie|cheryl cher|chester chet|chick caroline charlotte chuck|chloe clo|
chris kris|christa chris|christian chris|christiana chris christy crissy kris kristy tina|
christiano chris|christina chris chrissy christy crissy kris kristy tina|
christine chris chrissy christy crissy kris kristy tina|christoffer chris|christoph chris|
christopher chris kit|christy crissy|cicely cilla|cinderella arilla cindy rella rilla|
claire clair clara|clarence clair clare|clarissa cissy|claudia claud|cleatus cleat|clement clem|
clementine clem|clifford cliff ford|clifton cliff|cole colie|columbus clum|con conny|
concepcion concha conchita|connor conor|conrad con conny|constance connie|consuelo chelo|
cordelia cordy|corey coco cordy ree|corinne cora ora|cornelia cornie corny nelia nelle nelly|
cornelius conny corny neil niel|cory coco cordy ree|courtney court curt|
crystal chris crys stal tal|curtis curt|cynthia cindy cintha|cyrenius cene cy renius serene swene|
cyrus cy|dahl dal|dalton dahl dal|daniel dan dann danny|danielle dani ellie|daphne daph daphie|
darlene darry lena|david dave davey day|daycia dacia daisha|deanne dee|debbie deb debby debra|
debby deb|debora deb debbie debby|deborah deb debbie debby debra debora|debra deb|deidre deedee|
delbert bert del|delia delius|delilah dell della lil lila|deliverance della delly dilly|della dell|
delores dee dell della lola lolly|delphine del delf delphi|demaris dea maris|demerias dea maris|
democrates mock|dennis dennie denny|dennison dennis denny|derek derrek rick ricky|
derick rick ricky|derrick rick ricky|deuteronomy duty|diana di dicey didi|
diane di dian dianne dicey didi|dicey dicie|dmitri dima dmitry|dolores lola|domenic dom nic|
dominic dom nic nick|dominick dom nick nicky|dominico dom|donald don donnie donny dony|donato don|
donna dona|donovan don donnie donny dony|dorcus darkey|dorinda dora|doris dora|dorothea doda dora|
dorothy dolly dora dortha dot dottie dotty|dotha dotty|dotty dot|douglas doug|drusilla silla|
duncan dunk|earnest ernie|ebbie eb|ebenezer eb ebbie eben|eddie ed|eddy ed|edgar ed eddie eddy|
edith edie edye|edmond ed eddie eddy|edmund ed eddie eddy ned ted|edna edny|
eduardo ed eddie eddy lalo|edward ed eddie eddy ned ted teddy|edwin ed eddie eddy ned win|
edyth edie edye|edythe edie edye|egbert bert burt|eighta athy|elaine lainie|elbert bert|
elbertson bert elbert|eldora dora|eleanor ellen ellie lanna nelly nora|eleazer lazar|
elias eli lee lias|elijah eli lige|eliphalel life|eliphalet left|elisa lisa|elisha eli lish|
elizabeth bess bessie beth betsy betty eliza libby liz liza lizzie lizzy elisabeth|ella el|
ellen nell nellie|ellender ellen nellie|ellie elly|ellswood elsey|elminie minnie|
elmira ellie elly mira|elnora nora|elsie elsey|elswood elsey|elvira elvie|elwood woody|
elysia lissa|elze elsey|emanuel manny|emeline em emmy milly|emil em|emily em emmy millie|
emma em emmy|enrique kike quique rick|epaphroditius dite ditus dyce dyche eppa|ephraim eph|
erasmus rasmus raze|eric erik rick ricky|ernest ernie|ernestine erna teeny tina|ernesto neto|
eseneth senie|essy es|estella essy stella|estelle essy stella|esther essie|eudicy dicey|
eudora dora|eudoris dosie dossie|eugene gene|eunice nicie|euphemia effie effy|eurydice dicey|
eustacia stacia stacy|eva eve|evaline eve lena|evangeline ev evan vangie|evelyn ev eve evelina|
experience exie|ezekiel ez zeke|ezideen ez|ezra ez|faith fay|
fallon fal falcon fall fallie fally falon lon lonnie|felicia fel feli felix|felicity flick tick|
feltie felty|ferdinand ferdie fred freddie freddy|ferdinando ferdie fred nando|fernando fer nando|
fidelia delia|fionna fiona|florence flo flossy|fran frannie|
frances cissy fanny fran frankie frannie franniey franny sis|
francine fran francie frannie franniey franny|francis fran frank frankie|
francisco cisco frank kiko paco pancho|frankie frank|franklin fran frank|franklind fran frank|
freda frieda|frederica erica erika freddy rickey|
frederick derick erick fred freddie freddy fritz rick ricky|
fredericka ericka freda freddy frieda ricka rickey|frieda fred freddie freddy|
gabriel gabby gabe gabi|gabriela gabi gaby|gabriella gabby|gabrielle ella gabby|gareth gare gary|
garrett gare garratt garret garry gary jerry rhett|garrick garri|genevieve eve|geoffrey geoff jeff|
george georgie|georgiana georgia|georgine george|gerald gerry jerry|
geraldine dina gerri gerrie gerry jerry|gerardo jerry|gerhardt gay|gertie gert|
gertrude gert gertie trudy|gilbert bert gil|gilberto beto|giovanni gianni gio john|
giuseppe beppe joe peppe|glenn glen|gloria glory|gonzalo gonzo|governor govie|
greenberry berry green|greggory gregg|gregory gory greg greggory|griselda grissel|
guadalupe lupe lupita|guillermo bill memo william|gus gussie|gustavus gus gussie|gwen wendy|
gwendolyn gwen wendy|hailey haylee hayley haley|hamilton ham|hannah nan nanny|harold hal hap haps|
harriet hattie|harrison hap haps|harry hap haps|haseltine hassie|haylee hayley|hector tito|
helen lena|helena lena nell nellie|helene lena|heloise elouise|
henrietta etta etty hank henny nettie retta|henry hal hank hap haps harry|hephsibah hipsie|
hepsibah hipsie|herbert bert herb|herman dutch harman|hermione hermie|hester hessy hetty|
hezekiah hez hy kiah|hillary hilary|hipsbibah hipsie|hiram hy|honora honey nora norah norry|
hopkins hop hopp|horace horry|hortense harty tensey|hosea hosey hosie|howard hal howie|
hubert bert hub hugh|ignacio nacho|ignatius iggy nace nate natius|ignatzio iggy nace naz|
immanuel emmanuel manuel|india indie indy|iona onnie|irene rena|irving irv|isaac ike|
isabel bell belle chabela ib isa issy nib nibby tibbie isabelle isobel|
isabella bella belle ib issy nib nibby tibbie|isabelle bella belle ib issy nib nibby tibbie|
isadora dora issy|isadore izzy|isaiah zadie zay|isidore izzy|iva ivy|jackson jaxon|
jacob jaap jake jay|jacobus jacob|jacqueline jackie jacqui|jahoda hoda hodie hody|jakob jake|
jalen al alen jaelin jaelyn jailyn jay jaye jaylin jaylyn len lennie lenny|
james jamie jem jim jimmie jimmy|jamey james jamie|jan john|jane janie jennie|janet jan|
jannett nettie|jasper jap|jayme jay|jean jeannie|jeanette nettie|jeanne jeannie|jebadiah jeb|
jedediah diah dyer jed|jedidiah diah dyer jed|jefferey jeff|jefferson jeff sonny|jeffery jeff|
jeffrey geoff jeff jeffery jefferey|jehiel hiel|jehu gee hugh|jemima mima|jenifer jen|
jennet jenn jenny|jennifer jen jenn jenni jennie jenny|jeremiah jereme jerry|jeremy jez jezza|
jerita rita|jerry geri gerry jereme|jessica jess jessie|jessie jess|jesus chucho chuy|jill gill|
jillian jill|jim jimmie|joan jo nonie|joann jo|joanna jo joan jodi jody|joanne jo|jody jo|joe joey|
johann john|johanna jo|johannah jo jody nonie|johannes john johnny|
john jack jock johnny jon jonnie jonny|
johnathan johnathon johny jon jonathan jonathon jonnie jonny nathan|
johnathon john johny jon jonathan jonathon jonnie jonny|jon johnny jonnie jonny|
jonathan johny jon jonathon jonnie jonny nathan|jonathon john johny jon jonnie jonny|
jose chepe joe josecito pepe|josef joseph|joseph jody joe joey jos|
josephine fina jo joey josey josie|josetta jettie|joshua jos josh|josiah jos|
josophine jo joey josey|joyce joy|juan juancho juanito|juanita nettie nita|judah jude juder|
judith juda jude judi judie judy|judson jud sonny|julia jill jules julie|julian jule jules|
julias jule jules|julie jule jules|june junius|junior jr junie|justin justina juston justus|
kaitlin kait kaitie|kaitlyn kait kaitie|kaitlynn kait kaitie|kalli cali kali|kameron kam|
karla carly|kasey k.c.|katarina catherine tina|katarzyna kasia kate|kate kay|katelin kate kay kaye|
katelyn kate kay kaye|
katherine cassie cathy kat kate kathy katie katy kay kaye kit kittie lena trina kathryn catharine|
kathleen cassie cathy kathy katie katy kay kit kittie lena trina cathleen|
kathryn kat kate kathy katie|katia kate katie|katy kate kathy katie|kayla kay|
kelley kelli kellie kelly|kendall ken kenny|kendra kay kenj kenji kenny|kendrick ken kenny|
kendrik ken kenny|kenneth ken kenny|kenny ken|kent ken kenny|kerry kerri|kevin kev|
keziah kizza kizzie|kimberley kim kimberli kimberly|kimberly kim kimberli|kingsley king|
kingston king|kit kittie|kristel kris|kristen chris|kristin chris kristen|kristina christina|
kristine chris christy crissy kris kristy tina|kristofer chris kris|kristoffer chris kris|
kristopher chris kris|kristy chris|krzysztof chris krzys|kymberly kym|lafayette fate laffie|
laodicia cenia dicy|latisha tish tisha|laurel laurie|lauren laurie ren|
laurence larry lon lonny lorne lorry|laurie lori|laurinda laura|lauryn laurie|laveda veda|
laverne verna vernon|lavina ina vina viney|lavinia ina vina viney|lavonia vina viney vonnie wyncha|
lavonne von|lawrence larry lawrie lon lonny lorne lorry|leanne lea|lecurgus curg|leilani lani|
lemuel lem|lenora lee nora|leo leon|leonard len lenny leo leon lineau|leonidas lee leon|
leonora nell nellie nora|leonore elenor honor nora|leroy l.r. lee roy|lesley les|leslie les lesley|
lester les|leticia leti lety|letitia lettice lettie tish titia|levi lee|levicy vicy|levone von|
lib libby|lidia lyddy|lil lily|lillah lil lilly lily lolly|lillian lil lilly lolly|lilly lil lily|
lincoln link|linda lindy lynn|lindsay lindsey lindsie lindsy|lindy lynn|lionel leon|lisa liz|
littleberry berry l.b. little|lizzie liz|lois lou|lonzo lon|lorelei laurie lori lorrie|
lorenzo loren|loretta etta lorie lorrie retta|lorraine lorie lorrie|lotta lottie|lou lu|
louis lewis lou louie|louisa lou|louise lou|louvinia vina viney vonnie wyncha|lucas luke|
lucia lucius|lucias luke|lucille cille lou lu|lucina sinah|lucinda cindy lou lu|lucretia creasey|
luella lu lula|luis lucho luisito|lunetta nettie|lurana lura|lydia lyddy|lyndon lynn|mabel amabel|
mac mc|mack mac mc|mackenzie kenzy mack|maddison maddi maddie|maddy madge|
madeline lena maddi maddie maddy madge madie magda maggie|madelyn maddy madie|madison maddy mattie|
maegen meg|magdalena maggie|magdelina lena madge magda maggie|mahala hallie|makayla kayla|
malachi mally|malcolm mac mal malc|malgorzata gosia|malinda lindy|manda mandy|mandie amanda|
manerva eve minerva nerva nervie|manoah noah|manola nonnie|manuel manny manolo|marc mark|
marcus marc mark|margaret gretta madge maggie maggy marge margery margie margy meg midge peg peggy|
margaretta daisy gretta madge maggie marge margery meg midge peg peggy rita|
margarita daisy greta madge maggie maisie marge margo meg megan metta midge peggie rita|
marge margery|marguerite peggy|maria mari maricela|marian marianna marianne|marie mae mary|
marietta mae mamie may mercy minnie mitzi mollie molly polly|marissa rissa|marjorie margie margy|
marni marnie|marsha marcia marcie mary|martha marty mattie patsy patty|martin marty|martine tine|
marvin marv|mary mae mamie molly polly|masayuki masa|mat mattie|mathew mat matt maty|
mathilda patty tillie|matilda matty tilla tilly|matthew matt mattie matty thias thys mathew|
matthews matt mattie matty|matthias matt thias thys|maud middy|maurice morey|mavery mave|
mavine mave|maximilian max|maximillian max|maxine max|maxwell max|may mae|mckenna ken kenna meaka|
medora dora|megan meg meghan|meghan meg|mehitabel hetty hitty mabel mitty|melanie mel mellie|
melchizedek dick zadock|melinda lindy mel mindy|melissa lisa lissa mel milly missy|mellony mellia|
melody lodi|melvin mel|melvina vina|mercedes meche merci mercy sadie|mervin merv|mervyn merv|
micajah cage|michael micah mick mickey micky mike mikey micheal mikael|micheal mike mikey miky|
michelle chelle mickey shelley shellie shelly shely|mick micky|
miguel miggy miguael miguaell miguail miguaill miguayl miguayll miguell mike mikey|mike mick micky|
mikhail mike misha|mildred milly|millicent milly missy|miranda mandy mira randi randy|
miriam mimi mitzi mitzie|mitchell mitch|mitzi mary mittie mitty|mitzie mittie mitty|monet nettie|
monica monna monnie|monteleon monte|montesque monty|montgomery monty|morris morey|mortimer mort|
moses mose moss|muhammad mo mohamad mohamed mohammad mohammed muhammed|muriel mur|
myrtle mert myrt myrti|nadine deedee nada|nancy nan nanny|naomi omi|napoleon leon nap nappy|
natalie natty nettie|natasha nat tasha|nathan nat nate|nathaniel nat nate nathan natty than|
nelle nelly|nelson nels|nicholas claas claes nic nick nickie nicky nico nicolas|
nicholette cole nichole nickey nicki nicky nicole nikki|nicodemus nic nick nickie nicky nico|
nicolas nic nick nickie nicky nico|nicole cole nicki nicky nikki nole|
nikolas claes nic nick nickie nicky nico|nikole nikki|nora nonie|norbert norby|norbusamte norbu|
norman norm|nowell noel|obadiah diah dyer obed obie|obediah obie|obedience beda beedy obed|
octavia tave tavia|odell odo|olive livia nollie ollie|oliver ollie|olivia livia nollie ollie|
onicyphorous cy cyphorus one osaforum osaforus syphorous|orilla ora rilly|orphelia phelia|
ossy ozzy|oswald ossy ozzy waldo|otis ode ote|pamela pam|pandora dora|parmelia melia milly|
parthenia parsuny pasoonie phenie teeny|patience pat patty|
patricia pat pati patsy patti patty paty tricia trish trisha|patrick paddy pat pate|patsy patty|
paul polly|paula lina polly|paulina lina polly|pauline polly|pawel paul|peggy peg|pelegrine perry|
penelope penny|percival percy|peregrine perry|permelia mellie melly milly|pernetta nettie|
persephone seph sephy|peter pate pete petr|petronella nellie|pheney josephine|
pheriba ferbie pherbia|philadelphia delphia|philander fie|philetus leet phil|philinda lindy|
philip phil pip phillip|philipina penie pip|phillip phil pip|philomena menaalmena|phoebe fifi|
pinckney pink|piotr peter|pleasant ples|pocahontas pokey|posthuma humey|prescott pres scott scotty|
priscilla cilla cissy prissy|providence provy|prudence prudy prue|rachel rachael shelly|
rafael rafa rafi|rafaela rafa|ramona mona|randall randy|randolf dolph randy|randolph dolph randy|
raphael ralph|raymond ray|reba becca beck|rebecca becca beck becky reba rebekah|reggie reg|
regina gina|reginald naldo reg reggie renny|relief leafa|reuben rube|rhoda rodie|rhodella della|
rhyna rhynie|ricardo richard richie rick ricky|rich dick|
richard dick dickie dickon dicky rich richie rick ricky|rick ricky|ricky dick rich|
robert bob bobby dob dobbin hob hobkin rob robby|roberta bertie birdie birtie bobbie robbie roby|
roberto beto bob rob robert|roderick erick rickie rod roddy|rodger hodge rod roge|rodney rod|
roger hodge rod roge|roland lanny rollo rolly|ron ronnie ronny|ronald naldo ron ronnie ronny|
rosa rose|rosabel belle roz|rosabella belle roz|rosalinda roz|rosalyn roz|rosario charo|
roscoe ross|rose rosie|roseann rosie roz|roseanna rosie roz|rosemary rosemarie rosey|rosina sina|
roxane rox roxie|roxanna roxie|roxanne roxie|rudolph dolph olph rolf rudy|
rudolphus dolph olph rolf rudy|russell russ rusty|ryan ry|sabrina brina|safieel safie|
salome loomie|salvador chava sal sally|sam sammy|samantha mantha sam sammy|sampson sam sammy|
samson sam sammy|samuel sam sammy|samyra myra sam sammy|sandra sandy|sanford sandy|santiago santi|
sara sarah|sarah sadie sally|sarilla silla|savannah savanna vannie|
scott sceeter scottie scotty squat|sean shaun shawn|sebastian bas seb sebby|serena rena|
sergey serge sergei|serilla rilla|seymour morey see|shaina sha shay|sharon sha shay|shaun shawn|
sheldon shelly|shelton shel shelly|sheridan dan danny sher|sherry sherri|
sheryl cheri cherie sher sheri sherri sherry sherryl|shirley lee sherry shirl|
sibbilla sibbell sibbie sybill|sidney sid syd|sigfired sid|sigfrid sid|sigismund sig|silas si|
silence liley|silvester si sly syl vest vester|simeon si sion|simon si sion|smith smitty|
socrates crate|sofia sofi sophia|solomon sal salmon saul sol solly zolly|sondra dre sonnie|
sophia sophie|sophronia frona fronia|stacey staci stacie stacy|stacie staci stacy|stacy staci|
stephan steve|stephanie steffi steffie steph stephani stephany stephie stephine stevie stefanie|
stephen steph steve steven stevie|steven steph steve stevie|stuart stu|sue susie|
sullivan sully van|susan sue sukey susie suzie|susannah sue sukey susie|susie suzie|
suzanne sue suki susie|sybill sibbie|sydney sid|sylvanus sly syl|
sylvester si sly sy syl vessie vester vet|tabitha tabby|tamarra tammy|tammie tami tammy|tammy tami|
tanafra tanny|tasha tash tashie|ted teddy|temperance tempy|terence terry|
teresa tere terry tessa tessie theresa|terri teri terrie terry|thaddeus thad|theodora dora|
theodore ted teddy theo|theodosia dosia theo theodosius|theophilus ophi|theotha otha|
theresa terry tess tessa tessie thirza thursa traci tracie tracy|thom tom tommy|
thomas thom tom tommy tomas|thomasa tamzine|tiffany tiff tiffy|tilford tillie|tim timmy|
timothy tim timmy|tisha tish|tobias bias toby|tom tommy|tomasz tom tomek|tracy tracey traci|
tranquilla quilla trannie|trish trisha|trix trixie|tryphena phena|tyler ty|unice eunice nicie|
uriah riah|ursula sula sulie|valentina felty val vale vallie|valentine felty|valeri val valerie|
valerie val|vanburen buren|vandalia vannie|vanessa essa nessa vanna|vernisee nicey|
veronica franky frony ronie ronna ronnie vonnie|vic vicki vickie vicky|vicente chente vince|
vicki vickie vicky|victor vic|victoria tori torie torri torrie tory vic vicki vickie vicky|
vijay vij|vincent vic vin vince vinnie vinny|vincenzo vic vin vince vinnie vinny|
vinson vin vince vinnie vinny|viola ola vi|violetta lettie|virginia ginger ginny jennie virgy|
vito vic|vivian vi viv vivien|waldo ozzy|wallace wally|wally walt|walter wally walt|
washington wash|webster webb|wendy wen|wesley wes|westley wes west|wilber will|
wilbur will willie willy|wilda willie|wilfred fred wil will willie|wilhelm wil willie|
wilhelmina mina minnie willie wilma|will bill willie|
william bell bill billy wil will willie willy liam|willis willy|wilson willie willy|
winfield field win winny|winifred freddie winnet winnie|winnifred fred freddie freddy winnie winny|
winton wint|woodrow drew wood woody|yekaterina kate katya|yeona ona onie|yoshihiko yoshi|
yulan lan yul|yvonne vonna|zach zack zak|zachariah zac zach zachy zack zak zakk zeke|
zachary zac zach zachy zack zak zakk zeke zackary zachery|
zachery zac zach zachy zack zak zakk zeke|zack zak|zebedee zeb|zedediah diah dyer zed|
zephaniah zeph
`;
