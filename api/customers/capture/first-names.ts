/**
 * Common first names in the United States, English and Spanish foremost: evidence that a lower-case
 * word is a name. A name that is missing here is still captured where the wording says it is one.
 */
const NAMES = `
aaron abby abdul abel abigail abraham ada adam adan addison adela adele adrian adriana adrienne agnes
agustin ahmad ahmed aidan aiden aileen aimee aisha al alan alana albert alberto aldo alec alejandra
alejandro alex alexa alexander alexandra alexandria alexis alfonso alfred alfredo ali alice alicia alina
alisa alison alistair allan allen allison alma alondra alonso alonzo alvaro alvin alyssa amalia amanda
amber amelia amina amir amit amos amy ana anastasia andre andrea andreas andres andrew andy angel angela
angelica angelina angelo angie anil anita ann anna annabelle anne annette annie anthony antoine antonia
antonio anya april araceli archie ariana ariel arjun arlene armando arnold art arthur arturo ashley
ashok asher athena aubrey audrey august aurora austin autumn ava avery barb barbara barry bart beatrice
beatriz becca becky bella ben benito benjamin bennett bernadette bernard bernice bernie bert bertha
bessie beth bethany betsy bette betty beverly bianca bill billie billy blake blanca bob bobbie bobby
bonnie brad bradley brandi brandon brandy brayden brenda brendan brent brett brian briana brianna bridget
britney brittany brooke bruce bruno bryan bryce caitlin caleb calvin cameron camila camilla candace
candice carina carl carla carlos carlton carmen carol carole carolina caroline carolyn carrie carson
carter cary casey cassandra cassie catalina catherine cathy cecil cecilia cedric celeste celia cesar chad
charlene charles charlie charlotte chase chelsea cheryl chester chloe chris christa christian christie
christina christine christopher christy chuck cindy claire clara clarence clark claude claudia clay
clayton clifford clifton clint clinton clyde cody cole colin colleen connie connor conrad consuelo cora
corey corinne cornelius cory courtney craig cristian cristina crystal curt curtis cynthia cyrus daisy
dale dallas damian damon dan dana daniel daniela danielle danny dante daphne darla darlene darrell darren
darryl daryl dave david dawn dean deanna deb debbie deborah debra delia della denise dennis derek derrick
desiree destiny devin devon dexter diana diane diego dina dirk dolores dominic dominique don donald donna
donnie dora doreen doris dorothy doug douglas drew duane dustin dwayne dwight dylan earl ebony ed eddie
edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisa elise eliza
elizabeth ella ellen ellie elliot elliott elmer elsa elsie elvira elvis emanuel emil emilia emilio emily
emma emmanuel enrique eric erica erick erik erika erin ernest ernesto ernie esmeralda esperanza esteban
estela esther ethan ethel eugene eva evan evelyn everett ezra fabian faith fatima faye federico felicia
felipe felix fernanda fernando fiona flor florence floyd fran frances francesca francis francisco frank
frankie franklin fred freda freddie freddy frederick gabe gabriel gabriela gabriella gail garrett gary
gavin gene genevieve george georgia gerald geraldine gerard gerardo gerry giancarlo gilbert gilberto
gina ginger giovanni gladys glen glenda glenn gloria gonzalo gordon grace gracie graciela graham grant
greg gregg gregory greta griffin guadalupe guillermo gus gustavo guy gwen hailey hal haley hank hannah
harold harriet harris harrison harry harvey hassan hazel heather hector heidi helen helena henry herb
herbert herman hilda hilary holly hope horacio howard hubert hugh hugo humberto hunter ian ibrahim ida
ignacio igor ilse imran ines ingrid ira irene iris irma irving isaac isabel isabella isaiah ismael israel
ivan ivette ivy jack jackie jackson jacob jacqueline jade jaime jake jamal james jamie jan jana jane
janelle janet janice janie janine jared jasmin jasmine jason javier jay jayden jayla jean jeanette jeanne
jeannie jeff jeffery jeffrey jen jenna jennie jennifer jenny jeremiah jeremy jerome jerry jess jesse jessica
jessie jesus jill jillian jim jimmie jimmy jo joan joann joanna joanne joaquin jocelyn jodi jody joe joel
joey johanna john johnnie johnny jon jonah jonas jonathan jordan jorge jose josefina joseph josephine josh
joshua josie josue joy joyce juan juana juanita judd jude judith judy julia julian juliana julie juliet
julio julius june justin kaitlyn kara karen kari karim karina karl karla kate katherine kathleen kathryn
kathy katie katrina kay kayla keith kelli kelly kelsey ken kendall kendra kenneth kenny kent kerry kevin
khalid kim kimberly kirk kirsten kristen kristi kristin kristina kristy krystal kumar kurt kyle kylie lacey
lana lance lara larry latoya laura lauren laurie laverne lawrence leah lee leigh lena lenny leo leon
leona leonard leonardo leroy lesley leslie lester leticia lewis liam lidia lila lillian lily lina linda
lindsay lindsey lisa liz liza lloyd logan lois lola lonnie lora lorena lorenzo loretta lori lorraine lou
louis louisa louise lourdes lucas lucia lucille lucy luis luisa luke lukas lukasz lupe luther luz lydia
lyle lynda lynn lynne mabel mack mackenzie madeline madison mae maggie malcolm mallory mandy manny manuel
manuela mara marc marcel marcela marcelo marcia marco marcos marcus margaret margarita margie marguerite
maria mariah marian mariana marianne maribel marie mariela marilyn mario marion marisa marisol marissa
marjorie mark marlene marlon marsha marshall marta martha martin martina marty marvin mary maryann mason
mateo mathew matt matteo matthew mattie maureen maurice mauricio max maxine maxwell may maya megan mehmet
mei meghan melanie melinda melissa melody melvin mercedes meredith mia micah michael micheal michele
michelle miguel mikayla mike mikhail mila mildred miles milton mindy minnie miranda miriam misty mitch
mitchell mohamed mohammad mohammed moises molly mona monica monique morgan morris moses muhammad muriel
myra myrna myrtle nadia nadine nancy naomi natalia natalie natasha nate nathan nathaniel neal ned neil
nellie nelson nestor nicholas nichole nick nicolas nicole nikki nina noah noe noel noelia nora norma
norman octavio olga oliver olivia omar opal ophelia orlando oscar otis otto owen pablo paige pam pamela
paola pat patricia patrick patsy patti patty paul paula paulette pauline pedro peggy penelope penny percy
perla perry pete peter phil philip phillip phoebe phyllis pierre polly preston priscilla priya quentin
quinn rachel rafael raj rajesh ralph ramiro ramon ramona randal randall randy raquel raul ravi ray
raymond rebecca regina reginald rene renee reuben rex rhonda ricardo rich richard rick ricky rigoberto
riley rita rob robbie robert roberta roberto robin robyn rocio rochelle roderick rodney rodolfo rodrigo
rogelio roger roland rolando roman ron ronald ronda ronnie rory rosa rosalie rosalind rosanna rosario rose
roseanne rosemarie rosemary rosie ross roxanne roy ruben ruby rudolph rudy rufus russ russell rusty ruth
ryan sabrina sadie sal sally salvador salvatore sam samantha samir sammy samuel sandra sandy sanjay santiago
santos sara sarah sasha saul savannah scott sean sebastian selena serena sergio seth shane shannon shari
sharon shaun shawn sheila shelby sheldon shelley shelly sheri sherri sherry sheryl shirley sid sidney
sierra silvia simon simone sofia sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan
stella stephanie stephen steve steven stewart stuart sue sunita suresh susan susana susanna susie suzanne
sven sybil sydney sylvester sylvia tabitha tamara tami tammy tanya tara tasha taylor ted terence teresa
teri terrance terrell terrence terri terry tess tessa thelma theo theodore theresa thomas tiffany tim
timothy tina tobias toby todd tom tomas tommy toni tony tonya tracey traci tracy travis trent trevor
tricia trinity trisha tristan troy trudy tyler tyrone tyson ulysses ursula valentina valeria valerie van
vanessa vera verna vernon veronica vicente vicki vickie vicky victor victoria vijay vince vincent viola
violet virgil virginia vivian vlad vladimir wade wallace wally walt walter wanda warren wayne wendell
wendy wes wesley wilbur wilfred will willa willard william willie wilma wilson winston wyatt xavier
ximena yadira yesenia yolanda yuki yusuf yvette yvonne zachary zack zane zoe zoey
`;

export const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter(Boolean));

/** First names that are also everyday words: a lower-case one needs more than "I'm" before it. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  `al amber angel april art august autumn bill brandy chase clay crystal daisy dale dallas dawn dean
  destiny don drew earl ebony faith frank gene ginger grace grant guy harry hazel holly hope hunter iris
  ivy jack jade jay jean joy june lance lily luz major mark mason max may melody miles misty opal pat
  penny ray rich rob robin rose ruby rusty sandy savannah sue summer sunny trinity van violet wade will
  art cole ken lee santos jesus israel jordan madison austin carson taylor morgan`
    .split(/\s+/)
    .filter(Boolean),
);
