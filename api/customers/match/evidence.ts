import type { StoredEvidence } from '../../../db/schema/customers.ts';
import type { FirstMatch, LastMatch } from './compare-names.ts';
import type { Likeness } from './score.ts';

/** One reason for or against, in words that staff read. `key` is the field it is about. */
export type Evidence = StoredEvidence;

const EMAIL = {
  same: 'Same e-mail',
  tagged: 'Same e-mail but for a +tag',
  typo: 'E-mail differs by a slip',
  elsewhere: 'Same e-mail name at another provider',
  role: 'Same shared mailbox, which many people use',
  different: 'Different e-mails',
};
const PHONE = {
  same: 'Same phone',
  typo: 'Phone differs in one place',
  area: 'Same phone number but for the area code',
  different: 'Different phones',
};
const ADDRESS = {
  same: 'Same address',
  similar: 'Nearly the same address',
  building: 'Same building, another unit',
  street: 'Same street',
  place: 'Same town',
  different: 'Different addresses',
};
const FIRST: Record<Exclude<FirstMatch, 'missing'>, string> = {
  equal: 'Same first name',
  nickname: 'First name in another form',
  initial: 'Same initial',
  similar: 'First name spelled nearly alike',
  different: 'Different first names',
};
const LAST: Record<Exclude<LastMatch, 'missing'>, string> = {
  equal: 'same surname',
  similar: 'surname spelled nearly alike',
  different: 'different surnames',
};

/** The findings in words, most telling field first; what is missing on one side is not mentioned. */
export function describe(
  { name, email, phone, address }: Likeness,
  values: { email: string; phone: string },
): Evidence[] {
  const evidence: Evidence[] = [];
  if (email !== 'missing') {
    const shown = email === 'different' ? '' : `: ${values.email}`;
    evidence.push({ key: 'email', text: EMAIL[email] + shown });
  }
  if (phone !== 'missing') {
    const shown = phone === 'different' ? '' : `: ${values.phone}`;
    evidence.push({ key: 'phone', text: PHONE[phone] + shown });
  }
  const names = describeName(name.first, name.last);
  if (names) evidence.push({ key: 'name', text: names });
  if (name.swapped) evidence.push({ key: 'name', text: 'First name and surname are swapped' });
  if (name.suffix === 'contradictory')
    evidence.push({ key: 'name', text: 'Two generations: Jr and Sr' });
  if (name.suffix === 'one-sided')
    evidence.push({ key: 'name', text: 'Only one has a Jr, Sr or number' });
  if (address !== 'missing') evidence.push({ key: 'address', text: ADDRESS[address] });
  return evidence;
}

function describeName(first: FirstMatch, last: LastMatch): string | null {
  if (first === 'equal' && last === 'equal') return 'Same name';
  const parts = [
    first === 'missing' ? '' : FIRST[first],
    last === 'missing' ? '' : LAST[last],
  ].filter(Boolean);
  if (parts.length === 0) return null;
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
