import type { CustomerDetails } from '../assistant.ts';
import { readIntake } from './intake.ts';

/**
 * What the guided assistant remembers, with details that came by another way than words (the form), so
 * that it does not ask for them. An intake that is to be rebuilt from the history stays so.
 */
export function withDetails(intake: unknown, details: CustomerDetails): unknown {
  const known = readIntake(intake);
  if (!known) return intake;
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value));
  return {
    ...known,
    details: { ...known.details, ...given },
    saved: { ...known.saved, ...given },
    asked: null,
    thanked: true,
  };
}
