import { signal } from '@preact/signals';
import type { Contact } from './wire.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The company's locale, for numbers and dates. */
export const locale = signal('en-US');

/** Falls back to US English when the tag is not one that Intl knows. */
export function setLocale(tag: string): void {
  try {
    locale.value = Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
  } catch {
    locale.value = 'en-US';
  }
}

function minorDigits(currency: string): number {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/** Integer minor units as a decimal string, without going through a float. */
export function minorToDecimal(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Integer minor units: 491250, USD → "$4,912.50". */
export function money(minor: number, currency: string): string {
  const decimal = minorToDecimal(minor, minorDigits(currency)) as `${number}`;
  return new Intl.NumberFormat(locale.value, { style: 'currency', currency }).format(decimal);
}

/** A decimal string of US dollars. Under a cent, two significant digits: "$0.00019". */
export function usd(decimal: string): string {
  const value = Number(decimal);
  const small = value !== 0 && Math.abs(value) < 0.01;
  const digits = small ? { maximumSignificantDigits: 2 } : {};
  const format = new Intl.NumberFormat(locale.value, {
    style: 'currency',
    currency: 'USD',
    ...digits,
  });
  return format.format(decimal as `${number}`);
}

/** The marks of an axis, all to the digits that tell the nearest two apart: "$0.005", "$0.010". */
export function usdSteps(amounts: number[]): string[] {
  const step = Math.abs((amounts[1] ?? 1) - (amounts[0] ?? 0)) || 1;
  const fits = (digits: number) => Math.abs(Number(step.toFixed(digits)) - step) < step / 100;
  const needed = [2, 3, 4, 5, 6, 7, 8].find(fits) ?? 9;
  const digits = Number.isInteger(step) ? 0 : needed;
  const format = new Intl.NumberFormat(locale.value, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return amounts.map((amount) => format.format(amount));
}

export function count(value: number): string {
  return new Intl.NumberFormat(locale.value).format(value);
}

/** "1 message", "2 messages". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** 0.824 → "82%". */
export function percent(fraction: number): string {
  return new Intl.NumberFormat(locale.value, { style: 'percent' }).format(fraction);
}

/** A quantity as on a quote: "550.00" → "550". */
export function quantity(decimal: string): string {
  const format = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 3 });
  return format.format(decimal as `${number}`);
}

/** Relative up to a week, then the date: "2 h ago", "Nov 12". */
export function relative(iso: string, now: number): string {
  const at = Date.parse(iso);
  const age = now - at;
  if (Number.isNaN(at)) return '';
  if (age < 45_000) return 'just now';
  if (age < HOUR_MS) return `${Math.max(1, Math.round(age / MINUTE_MS))} min ago`;
  if (age < DAY_MS) return `${Math.round(age / HOUR_MS)} h ago`;
  if (age < 7 * DAY_MS) return `${Math.round(age / DAY_MS)} d ago`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale.value, { month: 'short', day: 'numeric', ...year }).format(
    at,
  );
}

export function exact(iso: string): string {
  return new Intl.DateTimeFormat(locale.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}

export function timeOfDay(iso: string): string {
  return new Intl.DateTimeFormat(locale.value, { timeStyle: 'short' }).format(new Date(iso));
}

/** A date without a time ("2026-12-21"), never moved by the reader's time zone. */
export function day(date: string): string {
  return new Intl.DateTimeFormat(locale.value, {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** North American numbers as people write them; others stay in E.164. */
export function phone(e164: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : e164;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

/** What a customer is called: by name, else by what reaches them. */
export function nameOf(customer: {
  name: string | null;
  email?: string | null;
  phone?: string | null;
}): string {
  const { name, email } = customer;
  return name ?? email ?? (customer.phone ? phone(customer.phone) : 'Unnamed customer');
}

/** E.164 numbers within a text as people write them. */
export function withPhones(text: string): string {
  return text.replace(/\+\d{8,15}/g, phone);
}

/** The best name for who is talking: the customer's, else what was heard, else "Visitor". */
export function whoIs(customer: { name: string | null } | null, contact: Contact): string {
  if (customer?.name) return customer.name;
  if (contact.name) return contact.name;
  if (contact.email) return contact.email;
  return contact.phone ? phone(contact.phone) : 'Visitor';
}

/** snake_case or dotted identifiers as words: "request_human" → "Request human". */
export function words(identifier: string): string {
  const text = identifier.replace(/[._-]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
