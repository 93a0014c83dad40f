import type { SiteFacts } from '../assistant.ts';
import type { Intake, Job } from './intake.ts';
import type { Move } from './move.types.ts';
import { isPriceable } from './next-question.ts';
import type { Topic } from './topics.ts';
import type { Understanding } from './understand.ts';

/** The jobs that can be priced now, or else the prices that are asked about again. */
export function pricing(intake: Intake, heard: Understanding, facts: SiteFacts): Move[] {
  const isCare = heard.topics.includes('care') && !heard.topics.includes('new_work');
  if (isCare) return [];
  const ready = intake.jobs.filter(
    (job) => isPriceable(job, facts) && !isRefused(job.service, heard),
  );
  const quotes = ready.flatMap((job): Move[] => {
    const {
      ranges = {},
      parts = [],
      compares = false,
    } = heard.jobs.find((one) => one.service === job.service) ?? {};
    const { service } = job;
    const beside = parts.map((part): Move => {
      const inputs = { ...job.inputs, ...part };
      return { move: 'quote', service, inputs, ranges: {}, beside: compares ? 'instead' : 'too' };
    });
    return [...beside, { move: 'quote', service, inputs: job.inputs, ranges }];
  });
  if (quotes.length > 0 || heard.details.length > 0) return quotes;
  const same = intake.jobs.filter((job) => isPricedSo(job, heard));
  if (same.length > 0) return same.flatMap(recallOf);
  return recalling(intake, heard);
}

/** What was wished for cannot be had: a price for something else would pass for an answer. */
const isRefused = (service: string, heard: Understanding): boolean =>
  heard.jobs.some(
    (job) =>
      job.service === service &&
      job.issues.some(({ kind }) => kind === 'option' || kind === 'range'),
  );

/** Prices told again: of the job that is named, else of all; and what a quote counts. */
function recalling(intake: Intake, heard: Understanding): Move[] {
  const asked = (topic: Topic) => heard.topics.includes(topic);
  const isBargain = asked('haggle') || asked('budget');
  const about = ((asked('price') || asked('how_much')) && !isBargain) || asked('included');
  const elsewhere = heard.jobs.length === 0 && asked('other_trade') && !asked('included');
  const named = heard.jobs.find((job) => job.named)?.service;
  const quoted = intake.jobs.filter(({ quote_id }) => quote_id !== null);
  if (asked('validity'))
    return quoted.slice(-1).map(({ service }) => ({ move: 'recall_validity', service }));
  if (asked('quantity')) {
    const counted = quoted.find(({ service }) => service === (named ?? intake.current));
    return counted ? [{ move: 'recall_counts', service: counted.service }] : [];
  }
  if (!about || elsewhere) return [];
  return quoted.filter(({ service }) => named === undefined || service === named).flatMap(recallOf);
}

const recallOf = ({ service, beside }: Job): Move[] => [
  ...beside.map((quote): Move => ({ move: 'recall_price', service, quote })),
  { move: 'recall_price', service },
];

/** Told what its quote holds already: "6 ft high" where that was taken as usual. */
const isPricedSo = ({ service, quote_id, refused }: Job, heard: Understanding): boolean =>
  quote_id !== null &&
  !refused &&
  !isRefused(service, heard) &&
  heard.jobs.some(
    (job) => job.service === service && Object.keys(job.inputs).length > 0 && !job.issues.length,
  );

/** Haggling, a budget told after a price, "how much" before there is anything to price. */
export function aboutMoney(intake: Intake, heard: Understanding): Move[] {
  if (heard.jobs.length > 0) return [];
  const quoted = intake.jobs.some((job) => job.quote_id !== null);
  const asked = (topic: Topic) => heard.topics.includes(topic);
  if (asked('haggle') || (asked('budget') && quoted)) return [{ move: 'haggle' }];
  const isOpen = intake.jobs.length === 0 && heard.unclear.length === 0 && !asked('other_trade');
  return asked('how_much') && isOpen && heard.loose === '' ? [{ move: 'depends' }] : [];
}
