import type { ServiceInputView, ServiceView } from '../../calculator/views.ts';
import type { SiteFacts } from '../assistant.ts';
import type { Asked, Intake, Job } from './intake.ts';
import { sameInputs } from './recall.ts';

/** Contact questions are put at most twice: a homeowner who passes over them has answered. */
const MAX_CONTACT_ASKS = 2;

export const findService = (facts: SiteFacts, id: string): ServiceView | undefined =>
  facts.services.find((service) => service.id === id);

/** The first input without a default that is still unknown. */
export function missingInput(job: Job, facts: SiteFacts): ServiceInputView | undefined {
  return findService(facts, job.service)?.inputs.find(
    (input) => input.required && input.default === null && job.inputs[input.id] === undefined,
  );
}

/** True for a job with all it needs that was not priced, or refused, with these inputs yet. */
export function isPriceable(job: Job, facts: SiteFacts): boolean {
  const service = findService(facts, job.service);
  if (!service || missingInput(job, facts)) return false;
  return !job.priced || !sameInputs(filled(service, job.inputs), filled(service, job.priced));
}

/** The inputs with the defaults that are priced where nothing was said. */
function filled({ inputs }: ServiceView, given: Job['inputs']): Job['inputs'] {
  const defaults = inputs.flatMap(({ id, default: value }) =>
    value === null ? [] : [[id, value]],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** How a question is counted: the same question has the same key. */
export const askKey = (asked: Asked): string =>
  asked.what === 'input' ? `input:${asked.service}:${asked.input}` : asked.what;

/** Where the visitor can be reached is known. */
export const isReachable = ({ details }: Intake): boolean =>
  details.phone !== undefined || details.email !== undefined;

/** The one thing to ask at the end of an answer, or null. Inputs first, contact after a price. */
export function nextQuestion(intake: Intake, facts: SiteFacts): Asked | null {
  const current = intake.jobs.find((job) => job.service === intake.current);
  const others = intake.jobs.filter((job) => job !== current);
  for (const job of current ? [current, ...others] : others) {
    const input = missingInput(job, facts);
    if (!input) continue;
    const asked: Asked = { what: 'input', service: job.service, input: input.id };
    // once a person is coming, no question is put twice
    if (!intake.human || (intake.asks[askKey(asked)] ?? 0) === 0) return asked;
  }
  const contact = contactQuestion(intake);
  if (contact) return contact;
  if (intake.human) return null;
  if (intake.jobs.length === 0) return facts.services.length > 0 ? { what: 'service' } : null;
  return (intake.asks.more ?? 0) === 0 ? { what: 'more' } : null;
}

function contactQuestion(intake: Intake): Asked | null {
  const gaveValue = intake.jobs.some((job) => job.quote_id !== null) || intake.human;
  if (!gaveValue || intake.contact === 'declined') return null;
  const mayAsk = (key: string) => (intake.asks[key] ?? 0) < MAX_CONTACT_ASKS;
  const wantsName = intake.details.name === undefined && mayAsk('name');
  const wantsReach = !isReachable(intake) && mayAsk('reach');
  // a person who is to call back needs a number more than a name
  if (intake.human && wantsReach) return { what: 'reach' };
  if (wantsName) return { what: 'name' };
  return wantsReach ? { what: 'reach' } : null;
}
