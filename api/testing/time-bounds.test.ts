import { describe, expect, test } from 'vitest';
import { textOf } from './time-bounds/hostile-text.ts';
import { costOf, judge, type Offence, type Reader } from './time-bounds/measure.ts';
import { Random } from './time-bounds/random.ts';
import { allReaders } from './time-bounds/readers.ts';
import { Search } from './time-bounds/search.ts';
import { WORST_SHAPES } from './time-bounds/worst-shapes.ts';

/**
 * No text may keep the Worker from everybody else: 4,000 characters take 50 ms at most, 20,000 take
 * 250 ms, and four times as long a text takes about four times as long. For a longer search:
 * TIME_BOUNDS_SECONDS=60 (for each reader) TIME_BOUNDS_SEED=7.
 */
const seconds = Number(process.env.TIME_BOUNDS_SECONDS ?? '0.2');
const seed = Number(process.env.TIME_BOUNDS_SEED ?? '1');
const TEST_MS = 60_000 + seconds * 4_000;
const HONEST = {
  prefix: '',
  units: ['Hi, I am Dave Smith, 916-555-0134. I need a 20x25 ft patio at 12 Oak St. '],
  order: 'cycle' as const,
  suffix: '',
};

const told = (offences: Offence[]) =>
  offences.map(
    ({ reader, shape, characters, ms, why }) =>
      `${reader}: ${ms.toFixed(1)} ms for ${characters} characters (${why}): ${JSON.stringify(shape)}`,
  );

/** The compiler has seen it, as it has in a Worker that serves many. */
async function warmUp(reader: Reader): Promise<void> {
  for (let run = 0; run < 8; run++) await costOf(reader, textOf(HONEST, 1_000));
}

describe.each(allReaders().map((reader) => [reader.name, reader] as const))('%s', (_, reader) => {
  test(
    'reads the slowest texts that are known in time',
    async () => {
      await warmUp(reader);
      const offences: Offence[] = [];
      for (const shape of WORST_SHAPES) {
        const { offence } = await judge(reader, shape);
        if (offence) offences.push(offence);
      }
      expect(told(offences)).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'reads whatever a search finds in time',
    async () => {
      await warmUp(reader);
      const search = new Search(reader, new Random(seed));
      const end = performance.now() + seconds * 1_000;
      while (performance.now() < end && !search.isOver) await search.step();
      const { cost, shape, offences } = await search.finish();
      const slowest = `${cost.ms.toFixed(1)} ms for ${cost.characters} characters`;
      console.log(`seed ${seed}, ${reader.name}: ${slowest}: ${JSON.stringify(shape)}`);
      expect(told(offences)).toEqual([]);
    },
    TEST_MS,
  );
});
