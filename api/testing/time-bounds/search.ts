import { changedShape, randomShape, type TextShape } from './hostile-text.ts';
import { type Cost, judge, type Offence, type Reader } from './measure.ts';
import type { Random } from './random.ts';

export interface Found {
  reader: string;
  /** The slowest shape, and what it cost at the longest length tried. */
  shape: TextShape | null;
  cost: Cost;
  offences: Offence[];
}

interface Tried {
  shape: TextShape;
  msPerCharacter: number;
}

const POOL_SIZE = 6; // of the slowest shapes, which are changed in search of slower ones
const OFFENCES_MAX = 5; // of one reader; more say nothing new

/** Looks for texts that are slow to read: random shapes, and changes of the slowest ones so far. */
export class Search {
  readonly reader: Reader;
  readonly offences: Offence[] = [];
  private readonly random: Random;
  private readonly pool: Tried[] = [];
  private slowest: { shape: TextShape; cost: Cost } | null = null;

  constructor(reader: Reader, random: Random) {
    this.reader = reader;
    this.random = random;
  }

  get isOver(): boolean {
    return this.offences.length >= OFFENCES_MAX;
  }

  /** Tries one more shape; short texts mostly, which tell as much at a fraction of the time. */
  async step(): Promise<void> {
    const shape = this.nextShape();
    const { random } = this;
    const upTo = random.chance(0.1) ? this.reader.longest : random.chance(0.4) ? 4_000 : 1_000;
    await this.try(shape, upTo);
  }

  async try(shape: TextShape, upTo: number): Promise<void> {
    const { worst, offence } = await judge(this.reader, shape, upTo);
    if (offence) this.offences.push(offence);
    if (worst.ms > (this.slowest?.cost.ms ?? 0)) this.slowest = { shape, cost: worst };
    this.pool.push({ shape, msPerCharacter: worst.ms / worst.characters });
    this.pool.sort((a, b) => b.msPerCharacter - a.msPerCharacter);
    this.pool.length = Math.min(this.pool.length, POOL_SIZE);
  }

  /** The slowest shapes at full length. */
  async finish(): Promise<Found> {
    for (const { shape } of [...this.pool])
      if (!this.isOver) await this.try(shape, this.reader.longest);
    const { reader, offences, slowest } = this;
    const cost = slowest?.cost ?? { characters: 0, ms: 0 };
    return { reader: reader.name, shape: slowest?.shape ?? null, cost, offences };
  }

  private nextShape(): TextShape {
    const { random, pool } = this;
    const isNew = pool.length < POOL_SIZE || random.chance(0.5);
    return isNew ? randomShape(random) : changedShape(random.pick(pool).shape, random);
  }
}
