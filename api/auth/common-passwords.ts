/** Commonest as they stand: keyboard walks, digits, phrases. Shorter than 8 characters is refused anyway. */
const WHOLE = `
00000000 000000000 0000000000 01010101 01020304 01234567 012345678 0123456789 09876543 0987654321
10101010 10203040 1020304050 11111111 111111111 1111111111 11112222 11223344 1122334455 112233445566
12121212 12123434 12312312 123123123 12312345 123321123 12341234 1234512345 123454321 1234554321
12345678 123456123456 123456654321 1234567 12345677 123456780 123456788 123456789 1234567890
12345678900 12345678910 1234567891 123456789a 123456789q 123456789z 12345678a 12345678q 1234567a
1234567q 1234567z 123456aa 123456ab 123456abc 123456as 123456qw 123456qwerty 123456xx 123456zx
1234abcd 1234asdf 1234qwer 123698745 123789456 123abc123 123abc456 123qwe123 123qweasd 123qweasdzxc
12qwaszx 12qw34er 12341234a 13131313 13243546 13245678 13579246 1357924680 135792468 14141414
14142135 142536475 14725836 147258369 147852369 14789632 147896325 15151515 15975345 159357258
159753456 159753852 16161616 17171717 18181818 19191919 192837465 1a2b3c4d 1a2s3d4f 1q1q1q1q
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz1qaz 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qazzaq1
20202020 21212121 22222222 222222222 22446688 23232323 23456789 234567890 24242424 246810121
24681012 25252525 25802580 26262626 27272727 28282828 29292929 30303030 31313131 31415926 314159265
32132132 321321321 32165498 321654987 33333333 333333333 34343434 36925814 369258147 3rjs1la7
40404040 44444444 444444444 45454545 45645645 456456456 456789123 4815162342 50505050 51505150
52525252 54545454 55555555 555555555 5555555555 55667788 56565656 654321654321 65432100 66666666
666666666 67676767 68686868 69696969 70707070 741852963 74108520 75395128 753951852 7418529630
77777777 777777777 7777777777 78787878 789456123 789456456 78945612 789654123 80808080 82828282
84848484 85208520 85858585 86868686 87654321 876543210 88888888 888888888 89898989 90909090
963852741 96385274 963258741 987456321 98765432 987654321 9876543210 99887766 99999999 999999999
9999999999 a1a1a1a1 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 a1234567 a12345678 a123456789 aa123456 aaa11111
aaaaaaaa aaaaaaaaa aaaaaaaaaa aabbccdd ab123456 abababab abc12345 abc123456 abc1234567 abc123abc
abcabcabc abcd1234 abcd12345 abcdabcd abcde123 abcdefgh abcdefghi abcdefghij abcdefg1 adgjmptw
alskdjfh aq1sw2de aqwertyu asas1212 asasasas asd12345 asd123456 asdasd123 asdasdasd asdf1234
asdfasdf asdfg123 asdfg12345 asdfghjk asdfghjkl asdfjkl1 asdfqwer asdqwe123 asdzxc123 azertyui
azertyuiop azsxdcfv azsxdcfvgb b1234567 bbbbbbbb bismillah blahblah blink182 cccccccc charlie1
chelsea1 correcthorse dddddddd demodemo e3w2q1z0 ewqewqewq fdsafdsa ffffffff fyfcnfcbz g1234567
gfhjkmgfhjkm gggggggg ghbdtnbr google123 gotohell h1234567 hahahaha hahaha123 hello1234 hellohello
hhhhhhhh ihateyou iiiiiiii ilove123 iloveyou iloveyou1 iloveyou2 iloveyou12 iloveyou123 iloveu123
iloveme1 iloveme2 iloveher ilovehim ilovegod ilovejesus ilovemom ilovemyself j1234567 jjjjjjjj
jkljkljkl k1234567 kkkkkkkk kl098765 l1234567 l0veyou1 letmein1 letmein2 letmein12 letmein123
letmeinnow llllllll lol12345 lol123456 lollipop lovelove loveme123 loveyou1 m1234567 mmmmmmmm
mnbvcxza mnbvcxz1 mypassword mysecret myspace1 n1234567 nicetry1 nnnnnnnn nopassword nothing1
oooooooo opensesame p0o9i8u7 passpass passw0rd passwort passwort1 password pppppppp pretty123
q1234567 q12345678 q123456789 q1q1q1q1 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qaz12345 qazqazqaz
qazwsx12 qazwsx123 qazwsxed qazwsxedc qazwsxedc1 qazxsw21 qazxswed qazxswedc qqqqqqqq qqqqqqqqqq
qqqq1111 qqww1122 qqwweerr qw123456 qwaszx12 qwe12345 qwe123456 qwe123qwe qweasd12 qweasd123
qweasdzx qweasdzxc qweasdzxc1 qweqweqwe qwer1234 qwer12345 qwerasdf qwerasdfzxcv qwerqwer qwert123
qwert1234 qwert12345 qwerty12 qwerty12345 qwerty123456 qwerty1234567 qwertyui qwertyuiop qwertyuiop1
qwertz123 qwertzuiop r1234567 rrrrrrrr s1234567 secret123 sexysexy sssssssss ssssssss starwars t1234567
temppass test1234 test12345 testpass testtest testtest1 thisisme tttttttt trustno1 trustnoone
trustnooneelse tralala1 uuuuuuuu vfhbyf123 vfrcbvrf vvvvvvvv w1234567 wasd1234 welcome1 whatever
whatever1 whoknows wwwwwwww x1234567 xxxxxxxx xxxxxxxxx yyyyyyyy yourmom1 z1234567 z1x2c3v4
zaq12wsx zaq1xsw2 zaq1zaq1 zaqwsx12 zaqxswcde zaqxsw12 zsedcftg zxc12345 zxc123456 zxcasdqwe
zxcasdqwe123 zxcv1234 zxcvbnm1 zxcvbnm123 zxcvbnm12 zxczxczxc zxcvzxcv zzzzzzzz zzzzzzzzz
changeme changeme1 changeme123 changethis defaultpass newpassword oldpassword yourpassword thepassword
password1password passwordpassword adminadmin administrator rootroot rootpass superuser supersecret
tradesphere contractor homeowner landscape hardscape
`;

/** Common as they stand when long enough, and with an ending of ENDINGS. */
const WORDS = `
password passwort passw passwd pass admin administrator root user guest login letmein welcome hello
master secret changeme default temp test demo access system server superuser manager owner office
company company business money dollar love lover lovely loveyou iloveyou forever always sunshine
princess prince queen king angel angels devil heaven jesus christ church faith grace blessed god
monkey dragon tiger lion eagle falcon hawk panther shadow wolf bear horse dolphin puppy kitty kitten
butterfly spider scorpion buster bailey buddy lucky max rocky ginger pepper cookie coffee chocolate
banana orange apple cherry peanut pumpkin cheese chicken pizza burger flower rose daisy summer winter
spring autumn january february march april june july august september october november december
monday friday saturday sunday football baseball basketball soccer hockey tennis golf runner player
cowboys yankees lakers steelers raiders packers eagles dolphins redsox arsenal chelsea liverpool
barcelona juventus madrid london paris berlin texas california florida america canada mexico brazil
michael michelle jennifer jessica ashley amanda daniel david robert richard thomas andrew anthony
joshua matthew jordan justin brandon nicole natalie samantha elizabeth charlie george william james
joseph alexander alex chris christian steven kevin brian jason ryan tyler austin hunter taylor harley
maggie molly sophie oliver jasper snoopy mickey pokemon pikachu naruto superman batman spiderman
starwars startrek matrix hacker computer internet google facebook youtube twitter instagram microsoft
windows samsung android iphone apple mustang corvette ferrari porsche mercedes toyota honda yamaha
ford camaro chevy jeep truck freedom liberty peace power strong soldier ninja samurai pirate warrior
killer hunter sniper gamer player zombie vampire ghost magic wizard merlin phoenix thunder lightning
storm rainbow diamond silver golden platinum crystal purple yellow green black white blue red abc
qwerty qwert asdf asdfgh zxcvbn zxcvbnm azerty qazwsx abcdef abcd
`;

const ENDINGS = `
1 2 3 7 9 0 01 11 12 13 21 22 23 69 77 88 99 00 007 111 123 321 666 777 1234 12345 123456 1111 ! !! 1!
@1 @123 #1 123! 1234! 2000 2010 2015 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027
`;

const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '0': 'o',
  $: 's',
  '3': 'e',
  '1': 'i',
  '!': 'i',
};

let listed: Set<string> | undefined;

/** Every refused password, in lower case: a few thousand, put together at the first sign-up. */
function refused(): Set<string> {
  const words = split(WORDS);
  listed ??= new Set([
    ...split(WHOLE),
    ...words,
    ...words.flatMap((word) => split(ENDINGS).map((ending) => word + ending)),
  ]);
  return listed;
}

const split = (text: string): string[] => text.trim().split(/\s+/);

const plain = (text: string): string =>
  text.replace(/[@0$31!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/**
 * Whether a password is among the first that anybody would try: case makes no difference, nor do
 * look-alikes (P@ssw0rd), a usual ending (Summer2026!) or one character all through.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  if (/^(.)\1*$/.test(text)) return true;
  return [text, text.replace(/[!@#.?*]+$/, '')].some((tried) => {
    const ending = /[\d!@#]*$/.exec(tried)?.[0] ?? '';
    const unmasked = plain(tried.slice(0, tried.length - ending.length)) + ending;
    return [tried, plain(tried), unmasked].some((form) => refused().has(form));
  });
}
