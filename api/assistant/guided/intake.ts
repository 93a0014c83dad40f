import { z } from 'zod';

const DETAIL_FIELDS = ['name', 'email', 'phone', 'address'] as const;
const short = z.string().max(200);
const inputs = z.record(short, short);

const askedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('service'), among: z.array(short).max(50).optional() }),
  z.object({
    what: z.literal('input'),
    service: short,
    input: short,
    /** A value that "yes" takes over. */
    suggest: short.optional(),
    /** The one side of an area that is known. */
    side: short.optional(),
    /** The answer is another part of the job, to be added to what is known. */
    adds: z.boolean().optional(),
  }),
  z.object({ what: z.literal('name') }),
  z.object({ what: z.literal('reach') }),
  z.object({ what: z.literal('human') }),
  z.object({ what: z.literal('more') }),
]);

const jobSchema = z.object({
  service: short,
  inputs,
  /** The units in which they were told, where those are not the inputs' own. */
  units: inputs.default({}),
  /** The inputs that the last quote, or the last refusal, was made of. */
  priced: inputs.nullable(),
  quote_id: short.nullable(),
  refused: z.boolean(),
  /** Quotes of the job's other parts: the 40 ft at 8 ft beside the 100 ft at 6 ft. */
  beside: z.array(short).max(20).default([]),
});

const details = z.partialRecord(z.enum(DETAIL_FIELDS), short);

const intakeSchema = z.object({
  version: z.literal(1),
  /** In the order of mention; the last one touched is `current`. */
  jobs: z.array(jobSchema).max(20),
  current: short.nullable(),
  /** Sizes said before it was clear for what. */
  loose: z.string().max(400),
  details,
  saved: details,
  asked: askedSchema.nullable(),
  /** How often each question was put without an answer. */
  asks: z.record(short, z.number().int().min(0)),
  contact: z.enum(['open', 'declined']),
  /** Turns in a row in which nothing was understood. */
  misses: z.number().int().min(0),
  human: z.boolean(),
  greeted: z.boolean(),
  /** The language the visitor writes, where they have shown it. */
  locale: z.enum(['en', 'es']).optional(),
  /** Said once that the details have arrived. */
  thanked: z.boolean(),
});

/** What the guided assistant remembers between turns; a plain JSON object. */
export type Intake = z.infer<typeof intakeSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Asked = z.infer<typeof askedSchema>;

export function newIntake(): Intake {
  return {
    version: 1,
    jobs: [],
    current: null,
    loose: '',
    details: {},
    saved: {},
    asked: null,
    asks: {},
    contact: 'open',
    misses: 0,
    human: false,
    greeted: false,
    thanked: false,
  };
}

/** The stored intake, or null where it is missing or of another shape. */
export function readIntake(stored: unknown): Intake | null {
  const parsed = intakeSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
