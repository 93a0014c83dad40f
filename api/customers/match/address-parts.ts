import { fold } from './fold.ts';

/** A street address taken apart; every part folded and abbreviated as the post does. */
export interface AddressParts {
  number: string;
  /** Words of the street's name without its type and compass point: "N Oak Street" → ["oak"]. */
  street: string[];
  direction: string;
  unit: string;
  postcode: string;
  /** Town, district and state. */
  place: string[];
}

const pairs = (text: string) => text.split(' ').map((pair) => pair.split('=') as [string, string]);

const STREET_TYPES = new Map(
  pairs(
    'street=st st=st str=st avenue=ave ave=ave av=ave boulevard=blvd blvd=blvd road=rd rd=rd drive=dr ' +
      'dr=dr drv=dr lane=ln ln=ln court=ct ct=ct crt=ct place=pl pl=pl circuit=cct cct=cct ' +
      'crescent=cres cres=cres cr=cres close=cl cl=cl terrace=ter ter=ter tce=ter highway=hwy hwy=hwy ' +
      'parkway=pkwy pkwy=pkwy square=sq sq=sq trail=trl trl=trl circle=cir cir=cir way=way wy=way ' +
      'alley=aly aly=aly pike=pike loop=loop row=row walk=walk path=path run=run parade=pde pde=pde ' +
      'grove=gr gr=gr gardens=gdns gdns=gdns mews=mews freeway=fwy turnpike=tpke esplanade=esp',
  ),
);
const DIRECTIONS = new Map(
  pairs(
    'north=n n=n south=s s=s east=e e=e west=w w=w northeast=ne ne=ne northwest=nw nw=nw ' +
      'southeast=se se=se southwest=sw sw=sw',
  ),
);
const ORDINALS = new Map(
  pairs(
    'first=1st second=2nd third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th ' +
      'tenth=10th saint=st mount=mt fort=ft',
  ),
);
const COUNTRIES =
  /[\s,]{1,9}(usa|u\.?s\.?a?\.?|united states( of america)?|canada|australia|uk|united kingdom)\s{0,9}$/;
const UNIT =
  /(?:\b(?:apartment|apt|unit|suite|ste|flat|room|rm|lot|no)\b\.?\s{0,9}#?|#)\s{0,9}([a-z]?\d+[a-z]?|[a-z])\b/;
const POSTCODE =
  /\b(?:(\d{5})(?:-\d{4})?|([a-z]\d[a-z])\s?(\d[a-z]\d)|([a-z]{1,2}\d[a-z\d]?)\s(\d[a-z]{2})|(\d{4}))\s{0,9}$/;

/** Takes an address apart; null when nothing of an address is in the text. */
export function parseAddress(text: string): AddressParts | null {
  let left = fold(text).replace(/['’.]/g, '').replace(COUNTRIES, '');
  const unit = UNIT.exec(left)?.[1] ?? '';
  left = left.replace(UNIT, ' ');
  const slash = /^\s*([a-z]?\d+)\/(\d+[a-z]?)\b/.exec(left); // Australian "3/42 Smith St"
  if (slash) left = left.replace(slash[0], slash[2] ?? '');
  const found = POSTCODE.exec(left);
  const hasPostcode = found !== null && left.slice(0, found.index).trim() !== '';
  const postcode = hasPostcode ? found.slice(1).filter(Boolean).join('') : '';
  if (hasPostcode) left = left.slice(0, found.index);
  const parts = {
    unit: slash?.[1] ?? unit,
    postcode,
    ...parseStreet(left.split(/[,;\n]+/).map(tokens)),
  };
  const empty = !parts.number && parts.street.length === 0 && !parts.postcode;
  return empty ? null : parts;
}

function tokens(segment: string): string[] {
  return (segment.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ORDINALS.get(word) ?? word);
}

type Street = Pick<AddressParts, 'number' | 'street' | 'direction' | 'place'>;

/** The first part that names a street; what follows the street's type is the place. */
function parseStreet(segments: string[][]): Street {
  const filled = segments.filter((words) => words.length > 0);
  const isNumberAlone = filled[0]?.length === 1 && /^\d+[a-z]?$/.test(filled[0][0] ?? '');
  const [first = [], ...others] = isNumberAlone
    ? [filled.slice(0, 2).flat(), ...filled.slice(2)]
    : filled;
  const at = first.findIndex((word) => /^\d+[a-z]?$/.test(word));
  const number = first[at] ?? '';
  // "Hauptstraße 12" has its number behind, "12 Oak St" before.
  const body = at < 0 ? first : at === 0 ? first.slice(1) : first.slice(0, at);
  const type = body.findIndex(
    (word, i) => i > 0 && STREET_TYPES.has(word) && !isFirstName(body, i),
  );
  const end = type > 0 ? type : others.length > 0 ? body.length : Math.min(2, body.length);
  const named = body.slice(0, end);
  const street = named.filter((word) => !DIRECTIONS.has(word));
  const behind = body.slice(end).filter((word, i) => !(i === 0 && STREET_TYPES.has(word)));
  return {
    number,
    street: street.length > 0 ? street : named,
    direction:
      [...named, behind[0] ?? ''].map((word) => DIRECTIONS.get(word) ?? '').find(Boolean) ?? '',
    place: [...behind, ...others.flat()].filter((word) => word.length > 2),
  };
}

// In "N St James Ave" the "st" is a saint: nothing but a compass point stands before it.
function isFirstName(body: string[], at: number): boolean {
  return body.slice(0, at).every((word) => DIRECTIONS.has(word)) && at + 1 < body.length;
}
