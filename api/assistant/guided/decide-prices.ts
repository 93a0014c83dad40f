import type { SiteFacts } from '../assistant.ts';
import type { Intake } from './intake.ts';
import type { Move } from './move.types.ts';
import { isPriceable } from './next-question.ts';
import type { Topic } from './topics.ts';
import type { Understanding } from './understand.ts';

/** The jobs that can be priced now, or else the prices that are asked about again. */
export function pricing(intake: Intake, heard: Understanding, facts: SiteFacts): Move[] {
  const ready = intake.jobs.filter((job) => isPriceable(job, facts));
  const quotes = ready.map((job): Move => {
    const ranges = heard.jobs.find((one) => one.service === job.service)?.ranges ?? {};
    return { move: 'quote', service: job.service, inputs: job.inputs, ranges };
  });
  if (quotes.length > 0 || heard.details.length > 0) return quotes;
  return recalling(intake, heard);
}

/** Prices told again: of the job that is named, else of all; and what a quote counts. */
function recalling(intake: Intake, heard: Understanding): Move[] {
  const asked = (topic: Topic) => heard.topics.includes(topic);
  const isBargain = asked('haggle') || asked('budget');
  const about = (asked('price') && !isBargain) || asked('included');
  const elsewhere = heard.jobs.length === 0 && asked('other_trade');
  const named = heard.jobs.find((job) => job.named)?.service;
  const quoted = intake.jobs.filter(({ quote_id }) => quote_id !== null);
  if (asked('quantity')) {
    const counted = quoted.find(({ service }) => service === (named ?? intake.current));
    return counted ? [{ move: 'recall_counts', service: counted.service }] : [];
  }
  if (!about || elsewhere) return [];
  return quoted
    .filter(({ service }) => named === undefined || service === named)
    .map(({ service }) => ({ move: 'recall_price', service }));
}

/** Haggling, a budget told after a price, "how much" before there is anything to price. */
export function aboutMoney(intake: Intake, heard: Understanding): Move[] {
  if (heard.jobs.length > 0) return [];
  const quoted = intake.jobs.some((job) => job.quote_id !== null);
  const asked = (topic: Topic) => heard.topics.includes(topic);
  if (asked('haggle') || (asked('budget') && quoted)) return [{ move: 'haggle' }];
  const isOpen = intake.jobs.length === 0 && heard.unclear.length === 0 && !asked('other_trade');
  return asked('how_much') && isOpen && heard.loose === '' ? [{ move: 'depends' }] : [];
}
