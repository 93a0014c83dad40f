import { isPriceBefore, says, sentenceBefore, sentenceBehind } from './clause.ts';
import { COUNT_MAX } from './counted.ts';
import type { Known } from './known.ts';
import type { Numeral } from './numeral.ts';
import { rateBehind } from './rate.ts';
import type { Reader } from './reader.ts';
import { has, type Token } from './token.ts';
import { MEANS } from './vocabulary/meaning.ts';

const YEAR_BEFORE =
  /^(?:in|since|by|until|till|of|from|de|del|en|early|late|mid|before|after|through|year|desde|hasta|and|or|to|im|en|vom|do|г|w|v|nel|em|for|,|\(|–|-|the)$/;

const RECENT = 2024;

export function isYear(reader: Reader, { start, end, values }: Numeral, known: Known): boolean {
  const { raw } = reader.at(start);
  if (isYearOfHouse(reader, start, end) && known.isVisitors(values, 'all')) return true;
  if (!/^(?:19|20)\d\d$/.test(raw) || (values[0] ?? 0) > 2040) return false;
  const before = reader.at(reader.back(start));
  if (isPriceBefore(reader, start) && !/^(?:in|since|by|until)$/.test(before.text))
    return /^(?:on|onwards?)$/.test(reader.at(reader.next(end)).text);
  if (has(before, MEANS.month | MEANS.weekday) || before.text === 'de') return true;
  if (before.raw === ',')
    return (
      has(reader.at(reader.back(reader.back(reader.back(start)))), MEANS.month) ||
      has(reader.at(reader.back(reader.back(start))), MEANS.month | MEANS.weekday)
    );
  if (before.text === 'for' || ABOUT.test(before.text)) return false;
  if (YEAR_BEFORE.test(before.text)) return true;
  return (
    (values[0] ?? 0) >= RECENT &&
    !says(sentenceBefore(reader, start), MEANS.price | MEANS.total | MEANS.discount | MEANS.terms)
  );
}

const HOUSE =
  /^(?:house|home|houses|homes|property|bungalow|cottage|ranch|building|built|build|era|casa|casas|construida|construido|año)$/;

/** "a 1962 house", "built in 1890". */
function isYearOfHouse(reader: Reader, start: number, end: number): boolean {
  return (
    /^(?:1[789]|20)\d\d$/.test(reader.at(start).raw) &&
    !isPriceBefore(reader, start) &&
    [...sentenceBefore(reader, start).slice(0, 4), ...sentenceBehind(reader, end).slice(0, 3)].some(
      ({ text }) => HOUSE.test(text),
    )
  );
}

/** "Monday to Friday 7:30 to 5", "so 8 is fine": an hour where days or hours are spoken of. */
export function isHour(
  reader: Reader,
  { start, end, values, inWords }: Numeral,
  known: Known,
): boolean {
  if (
    inWords ||
    rateBehind(reader, end).length > 0 ||
    !values.every((value) => value <= COUNT_MAX && value % 1 === 0) ||
    isPriceBefore(reader, start)
  )
    return false;
  const before = sentenceBefore(reader, start).slice(0, 8);
  if (
    values.every((value) => value <= 24) &&
    [...before, ...sentenceBehind(reader, end).slice(0, 7)].some(({ text }) => HOURS.test(text))
  )
    return true;
  if (
    before[0]?.text === 'for' &&
    !/^(?:do|it|that|this|yours|job|everything|all|ours|done)$/.test(before[1]?.text ?? '')
  )
    return known.isVisitors(values, 'all');
  if (
    before[0] &&
    (before[0].kind === 'sign' || (APPROXIMATE.test(before[0].text) && before[0].text !== 'at'))
  )
    return false;
  if (before[0]?.text === 'at' && values.every((value) => value >= 1 && value <= 12))
    return !says(before, MEANS.price | MEANS.total | MEANS.money);
  return (
    before.some(
      (token, i) =>
        has(token, MEANS.weekday | MEANS.month) || (token.raw === ':' && isHourBefore(before, i)),
    ) || known.isVisitors(values, 'all')
  );
}

const HOURS =
  /^(?:open|opens|opening|close|closes|closed|closing|hours|morning|mornings|afternoon|evening|noon|weekdays|saturdays?|sundays?|abrimos|abre|abren|abierto|abierta|abiertos|cerramos|cierra|horario|atendemos|sabados?|mañana|manana)$/;

const isHourBefore = (before: readonly Token[], i: number) =>
  before[i - 1]?.kind === 'number' && before[i + 1]?.kind === 'number';

const ABOUT =
  /^(?:about|around|roughly|approximately|nearly|almost|unos|unas|like|only|just|~|≈|call|say|it)$/;

const APPROXIMATE =
  /^(?:about|around|roughly|approximately|approx|nearly|almost|close|maybe|probably|unos|unas|aproximadamente|cerca|like|at|for|only|just|say|be|its|it's|that's|is|under|over|~|≈|call|son|es|was|circa|environ|etwa|ca)$/;
