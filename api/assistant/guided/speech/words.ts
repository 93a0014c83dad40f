import Big from 'big.js';
import type { QuoteView, ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { SiteFacts } from '../../assistant.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

/** The guided assistant's own sentences in one language; names and amounts come in as text. */
export interface Words {
  greet(company: string): string;
  identify(company: string): string;
  hours(company: string, hours: string): string;
  area(company: string, area: string): string;
  servesPlace(company: string, area: string, place: string): string;
  mayServe(company: string, area: string, place: string): string;
  offers(company: string, service: string): string;
  licence(company: string, licence: string): string;
  phone(company: string, phone: string): string;
  services(services: string): string;
  unknownFact(company: string): string;
  savedName(name: string): string;
  saved: string;
  saveFailed: string;
  placeholderPhone: string;
  incompletePhone: string;
  quote(title: string, size: string, total: string): string;
  requote(title: string, size: string, total: string): string;
  includes(parts: string): string;
  range(low: string, high: string): string;
  tookLarger(low: string, high: string): string;
  recallPrice(title: string, size: string, total: string, parts: string): string;
  counts(title: string, parts: string): string;
  validUntil(title: string, day: string): string;
  repair(company: string): string;
  removal(company: string): string;
  language: string;
  depends: string;
  upset: string;
  haggle: string;
  quoteRefused(title: string): string;
  limits(label: string, min: string, max: string, title: string): string;
  onlyThese(label: string, values: string, title: string): string;
  eachPart: string;
  needsArea(title: string): string;
  needsLength(title: string): string;
  human(company: string): string;
  humanAlready(company: string): string;
  unclear: string;
  stillUnclear: string;
  stuck(services: string): string;
  waiting: string;
  goOn: string;
  unsure: string;
  unsureAgain: string;
  notOffered(company: string): string;
  notKnown(company: string): string;
  respect: string;
  welcome: string;
  bye(company: string): string;
  startOver: string;
  noted: string;
  complete(company: string): string;
  askService(services: string): string;
  askWhich(services: string): string;
  askSide: string;
  askOtherPart: string;
  askSideOfPart(side: string): string;
  askAllRound(total: string): string;
  askName: string;
  askNameAgain: string;
  askNameForPerson: string;
  askReach: string;
  askReachForPerson: string;
  askHuman(company: string): string;
  askMore: string;
  options(list: string): string;
  example: Record<ServiceInputView['kind'], string>;
  /** For a site whose own questions are in the other language. */
  question: Record<ServiceInputView['kind'], string>;
  units: Record<string, string>;
  labels: Record<'material' | 'labor' | 'fee' | 'discount' | 'tax', string>;
  roles: Partial<Record<ServiceInputView['kind'], string>>;
}

export const wordsFor = (facts: SiteFacts): Words => (facts.locale === 'es' ? es : en);

/** The formatting locale: the language as written in the company's country ("es-US", "en-GB"). */
const localeOf = ({ locale, country }: SiteFacts): string =>
  /^[A-Z]{2}$/.test(country) ? `${locale}-${country}` : locale;

/** "$2,475.00" from integer minor units; exact for any amount. */
export function money(minor: number, currency: string, facts: SiteFacts): string {
  const format = new Intl.NumberFormat(localeOf(facts), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const value = Big(minor).div(Big(10).pow(digits)).toFixed(digits);
  return format.format(value as `${number}`);
}

/** "1,200 sq ft" from an input's decimal string. */
export function size(value: string, unit: string | null, facts: SiteFacts): string {
  const format = new Intl.NumberFormat(localeOf(facts), { maximumFractionDigits: 2 });
  const number = format.format(Big(value).toFixed(2) as `${number}`);
  return unit === null || unit === 'each'
    ? number
    : `${number} ${wordsFor(facts).units[unit] ?? unit}`;
}

/** "December 21, 2026" from an ISO date. */
export const day = (iso: string, facts: SiteFacts): string =>
  new Intl.DateTimeFormat(localeOf(facts), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );

export function list(
  items: string[],
  facts: SiteFacts,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(facts.locale, { type }).format(items);
}

/** A service's name inside a sentence: "paver patio"; "HVAC" stays. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

export const serviceList = (
  services: ServiceView[],
  facts: SiteFacts,
  type?: 'disjunction',
): string =>
  list(
    services.slice(0, 6).map((service) => inSentence(service.name)),
    facts,
    type,
  );

/** "500 sq ft, 3 in deep": the sizes a quote was made of, in the order of the service's inputs. */
export function sizeOf(quote: QuoteView, service: ServiceView, facts: SiteFacts): string {
  const words = wordsFor(facts);
  const parts: string[] = [];
  for (const input of service.inputs) {
    const value = quote.inputs[input.id];
    if (value === undefined) continue;
    if (input.kind === 'choice') {
      const label = input.options.find((option) => option.id === value)?.label;
      if (label) parts.push(inSentence(label));
    } else if (input.kind === 'count') {
      const label = inSentence(input.label);
      if (value !== '0') parts.push(`${value} ${value === '1' ? label.replace(/s$/, '') : label}`);
    } else if (/^\d+(?:\.\d+)?$/.test(value)) {
      const role = words.roles[input.kind];
      parts.push(`${size(value, input.unit, facts)}${role ? ` ${role}` : ''}`);
    }
  }
  return parts.join(', ');
}

/** "materials, labor and tax": what the total holds, from the quote's own lines. */
export function contentOf(quote: QuoteView, facts: SiteFacts): string {
  const { labels } = wordsFor(facts);
  const kinds = (['material', 'labor', 'fee', 'discount'] as const).filter((kind) =>
    quote.lines.some((line) => line.kind === kind),
  );
  const parts = kinds.map((kind) => labels[kind]);
  if (quote.tax > 0) parts.push(labels.tax);
  return list(parts, facts);
}
