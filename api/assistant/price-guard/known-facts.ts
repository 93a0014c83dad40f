import type { SiteFacts } from '../assistant.ts';
import { fold } from './fold.ts';
import { keyOf } from './numeral.ts';
import { digitRunsOf, neighboursOf } from './plain-numbers.ts';
import { tokensOf } from './read-text.ts';

/** The numbers of what a company says of itself. */
export interface KnownFacts {
  /** Digits of phone and licence numbers, without what stands between them. */
  digits: ReadonlySet<string>;
  /** Numbers with a word beside them: "482913|license". */
  neighbours: ReadonlySet<string>;
  /** Limits, defaults and options of the services' inputs. */
  sizes: ReadonlySet<string>;
  /** Words of the names of the services' inputs: gates, area. */
  inputWords: ReadonlySet<string>;
  /** Of each choice that a service offers, its options; of those that are a word. */
  choices: readonly ReadonlySet<string>[];
  /** Words that name a service. */
  serviceWords: ReadonlySet<string>;
}

const known = new WeakMap<SiteFacts, KnownFacts>();

/** Worked out once for each company's facts: every turn asks for them. */
export function knownFacts(facts: SiteFacts): KnownFacts {
  let found = known.get(facts);
  if (!found) {
    found = readFacts(facts);
    known.set(facts, found);
  }
  return found;
}

function readFacts(facts: SiteFacts): KnownFacts {
  const { companyName, hours, areaServed, licence, phone, services } = facts;
  const inputs = services.flatMap((service) => service.inputs);
  const texts = [
    ...[companyName, hours, areaServed, licence, phone],
    ...services.flatMap(({ name, description }) => [name, description]),
    ...inputs.flatMap(({ label, question, options }) => [
      label,
      question,
      ...options.map((one) => one.label),
    ]),
  ].map((text) => tokensOf(text ?? ''));
  const sizes = inputs.flatMap(({ min, max, default: usual, options }) => [
    ...[min, max, usual ?? ''],
    ...options.flatMap(({ id, label }) => `${id} ${label}`.match(/\d+(?:\.\d+)?/g) ?? []),
  ]);
  const names = services.flatMap(({ name }) => name.match(/[\p{L}\p{M}]{4,}/gu) ?? []);
  return {
    digits: new Set(texts.flatMap((tokens) => digitRunsOf(tokens, FACT_DIGITS_MIN))),
    neighbours: new Set(texts.flatMap(neighboursOf)),
    sizes: new Set(
      sizes.flatMap((size) => (size && Number.isFinite(Number(size)) ? [keyOf(Number(size))] : [])),
    ),
    choices: inputs.map(
      ({ options }) =>
        new Set(options.flatMap(({ id, label }) => [fold(id), fold(label)]).filter(isWord)),
    ),
    serviceWords: new Set(names.map(fold)),
    inputWords: new Set(
      inputs.flatMap(({ id, label }) =>
        (`${id} ${label}`.match(/[\p{L}\p{M}]{4,}/gu) ?? []).map(fold),
      ),
    ),
  };
}

const FACT_DIGITS_MIN = 4; // fewer are an hour or a size

const isWord = (text: string) => /^\p{L}{4,}$/u.test(text);
