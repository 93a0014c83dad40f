import { Random } from './random.ts';
import { randomUnit } from './units.ts';

/** How a hostile text of any length is made. */
export interface TextShape {
  prefix: string;
  units: string[];
  /** One unit after the other, in random order, or each in a block of its own. */
  order: 'cycle' | 'shuffle' | 'blocks';
  suffix: string;
}

/** The text of a shape with exactly `length` UTF-16 code units. */
export function textOf(shape: TextShape, length: number): string {
  const { prefix, units, order, suffix } = shape;
  const room = length - prefix.length - suffix.length;
  if (room <= 0) return (prefix + suffix).slice(0, length);
  return prefix + filling(units, order, room) + suffix;
}

function filling(units: string[], order: TextShape['order'], room: number): string {
  if (order === 'blocks') {
    const size = Math.ceil(room / units.length);
    const blocks = units.map((unit) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size));
    return blocks.join('').slice(0, room);
  }
  if (order === 'cycle') {
    const cycle = units.join('');
    return cycle.repeat(Math.ceil(room / cycle.length)).slice(0, room);
  }
  const random = new Random(units.length);
  let text = '';
  while (text.length < room) text += random.pick(units);
  return text.slice(0, room);
}

const ORDERS: TextShape['order'][] = ['cycle', 'cycle', 'blocks', 'shuffle'];

export function randomShape(random: Random): TextShape {
  const count = random.chance(0.5) ? 1 : 2 + random.below(random.chance(0.15) ? 8 : 2);
  return {
    prefix: random.chance(0.35) ? randomUnit(random) : '',
    units: Array.from({ length: count }, () => randomUnit(random)),
    order: random.pick(ORDERS),
    suffix: random.chance(0.35) ? randomUnit(random) : '',
  };
}

/** A shape like the given one, with one change: how a search gets from slow texts to slower ones. */
export function changedShape(shape: TextShape, random: Random): TextShape {
  const { prefix, units, order, suffix } = shape;
  const at = random.below(units.length);
  const unit = units[at] ?? '';
  const cut = random.below(unit.length + 1);
  switch (random.below(7)) {
    case 0:
      return { ...shape, prefix: random.chance(0.3) ? '' : randomUnit(random) };
    case 1:
      return { ...shape, suffix: random.chance(0.3) ? '' : randomUnit(random) };
    case 2:
      return { ...shape, order: random.pick(ORDERS) };
    case 3:
      return { ...shape, units: units.with(at, unit.slice(0, cut) + unit.slice(cut + 1) || ' ') };
    case 4:
      return { prefix, units: [...units, randomUnit(random)].slice(-6), order, suffix };
    case 5:
      return { ...shape, units: units.length > 1 ? units.toSpliced(at, 1) : [randomUnit(random)] };
    default:
      return {
        ...shape,
        units: units.with(at, unit.slice(0, cut) + randomUnit(random) + unit.slice(cut)),
      };
  }
}
