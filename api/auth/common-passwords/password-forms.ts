const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '0': 'o',
  $: 's',
  '3': 'e',
  '1': 'i',
  '!': 'i',
};
const ENDING = /[\d!@#$%&*.?_-]{1,6}$/; // a year with a sign behind it
const STEM_MIN = 4;

const withoutLookalikes = (text: string): string =>
  text.replace(/[@0$31!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** The password as lists of common ones have it, or null when it is as it stands. */
export function stemOf(text: string): string | null {
  const stem = text.replace(ENDING, '');
  return stem !== text && stem.length >= STEM_MIN ? stem : null;
}

/**
 * What a password is looked up as: in lower case, without the usual ending (Summer2026!), and both with
 * look-alikes undone (P@ssw0rd).
 */
export function formsOf(password: string): string[] {
  const text = password.normalize('NFKC').toLowerCase();
  const forms = [text, stemOf(text)].flatMap((form) =>
    form === null ? [] : [form, withoutLookalikes(form)],
  );
  return [...new Set(forms)];
}
