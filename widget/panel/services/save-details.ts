import type { Emit } from '../store/apply-event.ts';
import { noteDetails } from '../store/apply-event.ts';
import type { DetailsForm, Store } from '../store/store.ts';
import type { Api } from './api.ts';
import { Problem } from './problem.ts';
import type { Session } from './session.ts';
import type { DetailField } from './wire.ts';

export type Details = Partial<Record<DetailField, string>>;

const EMAIL = /^\S+@\S+\.\S{2,}$/;
const PHONE_DIGITS_MIN = 7;

/** What is wrong with the form, field by field; the server has the last word. */
export function checkDetails({ email, phone }: Details): DetailsForm['errors'] {
  const errors: DetailsForm['errors'] = {};
  if (!email && !phone) errors.email = 'missing';
  if (email && !EMAIL.test(email)) errors.email = 'email';
  if (phone && phone.replace(/\D/g, '').length < PHONE_DIGITS_MIN) errors.phone = 'phone';
  return errors;
}

function errorsOf(error: unknown): DetailsForm['errors'] {
  const paths = error instanceof Problem ? error.fields.map(({ path }) => path).join(' ') : '';
  const errors: DetailsForm['errors'] = {};
  if (/email/.test(paths)) errors.email = 'email';
  if (/phone/.test(paths)) errors.phone = 'phone';
  return errors.email || errors.phone ? errors : { form: 'failed' };
}

interface Deps {
  api: Api;
  store: Store;
  session: Session;
  emit: Emit;
}

/** Hands the contact form in. */
export async function saveDetails(
  { api, store, session, emit }: Deps,
  typed: Details,
): Promise<void> {
  if (store.form.peek()?.state === 'saving') return;
  const filled = Object.entries(typed).map(([field, value]) => [field, value.trim()]);
  const details: Details = Object.fromEntries(filled.filter(([, value]) => value));
  const errors = checkDetails(details);
  if (Object.keys(errors).length) {
    store.form.value = { state: 'open', errors };
    return;
  }
  store.form.value = { state: 'saving', errors: {} };
  try {
    const { saved } = await session.use((own) => api.saveDetails(own, details));
    noteDetails(store, saved, emit);
    store.form.value = null; // the assistant says thank you
  } catch (error) {
    store.form.value = { state: 'open', errors: errorsOf(error) };
  }
}
