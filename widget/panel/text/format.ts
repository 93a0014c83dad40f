/**
 * Integer minor units as the visitor's locale writes them: 491250 USD is $4,912.50. `trailingZeroDisplay` may leave
 * the minor units of a whole amount out.
 */
export function formatMoney(
  minor: number,
  currency: string,
  locale: string,
  trailingZeroDisplay?: 'stripIfInteger',
): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay,
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** A decimal string with its unit: "9.2600" "cu_yd" is "9.26 cu yd". */
export function formatQuantity(quantity: string, unit: string, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return `${number.format(Number(quantity))} ${unit.replace(/_/g, ' ')}`;
}

/** An ISO date as words; it is a day, not an instant. */
export function formatDay(iso: string, locale: string): string {
  const day = new Date(iso.slice(0, 10));
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** The hour today, with the day before that. */
export function formatTime(iso: string, locale: string, now = new Date()): string {
  const at = new Date(iso);
  const today = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    ...(today ? {} : { dateStyle: 'medium' }),
  }).format(at);
}

/** The first letters of the first two words; "&" is no word. */
export function initials(name: string): string {
  return name
    .split(' ')
    .flatMap((word) => /[\p{L}\d]/u.exec(word) ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
