/** What an e-mail address is worth as a key. */
export interface EmailKey {
  /** The address in one spelling per mailbox. */
  key: string;
  /** `key` without a +tag where the provider is not known to ignore tags; equal to it elsewhere. */
  bare: string;
  local: string;
  /** The name before the @ without tag, dots and dashes. */
  plain: string;
  domain: string;
  /** `role`: a mailbox of many people, such as info@; says little about who writes. */
  trust: 'personal' | 'role';
}

const FORMAT = /^[^\s@"(),:;<>[\]\\]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{L}\p{N}-]{2,}$/u;

/** Providers that deliver name+tag@ to name@. */
const IGNORES_TAGS = new Set(
  'gmail.com outlook.com hotmail.com live.com msn.com icloud.com fastmail.com proton.me zoho.com'.split(
    ' ',
  ),
);
/** Other names of the same mailboxes. */
const SAME_DOMAIN: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
  'fastmail.fm': 'fastmail.com',
};
const ROLES = new Set(
  (
    'info office sales contact hello hi admin administrator support service services help helpdesk ' +
    'billing accounts accounting accountspayable ap ar invoices payments enquiries enquiry inquiries ' +
    'inquiry mail email team staff hr jobs careers marketing media press webmaster postmaster ' +
    'hostmaster reception frontdesk estimates estimating quotes orders manager management leasing ' +
    'property properties customerservice customercare general maintenance operations ops purchasing ' +
    'scheduling dispatch bookings reservations rentals shop store security abuse legal contacto ventas'
  ).split(' '),
);
/** What people type who do not want to give an address. */
const NOBODY = new Set(
  'none no na nomail noemail noreply donotreply null unknown nobody anonymous notgiven noone nada'.split(
    ' ',
  ),
);
const KEYBOARD_NOISE = new Set(
  'test testing abc asdf qwerty x xx xxx a aa aaa email user me'.split(' '),
);

/** Whether the text has the form of an e-mail address (of at most 254 characters). */
export function isEmailFormat(text: string): boolean {
  return text.length <= 254 && FORMAT.test(text) && !text.includes('..') && !/^\.|\.@/.test(text);
}

/** Reads an address as a key; null when it has no such form or stands for "none". */
export function readEmail(text: string): EmailKey | null {
  const address = clean(text);
  if (!isEmailFormat(address)) return null;
  const at = address.lastIndexOf('@');
  const written = address.slice(at + 1);
  const domain = SAME_DOMAIN[written] ?? written;
  const typed = address.slice(0, at);
  const untagged = withoutTag(typed);
  if (isPlaceholder(untagged, domain)) return null;
  let local = IGNORES_TAGS.has(domain) ? untagged : typed;
  let bare = untagged;
  if (domain === 'gmail.com') local = bare = untagged.replaceAll('.', '');
  return {
    key: `${local}@${domain}`,
    bare: `${bare}@${domain}`,
    local,
    plain: letters(untagged),
    domain,
    trust: isRole(untagged) ? 'role' : 'personal',
  };
}

function clean(text: string): string {
  const address = text.normalize('NFKC').trim().toLowerCase();
  let end = address.length;
  while (end > 0 && '>.,;'.includes(address[end - 1] ?? ' ')) end--;
  return address.slice(0, end).replace(/^(mailto:|<)+/, '');
}

/** "name+tag" → "name"; a name that begins with the sign has no tag. */
function withoutTag(local: string): string {
  const plus = local.indexOf('+');
  return plus > 0 ? local.slice(0, plus) : local;
}

const letters = (text: string) => text.replace(/[._-]/g, '');

function isRole(local: string): boolean {
  return ROLES.has(letters(local)) || ROLES.has(local.split(/[._-]/)[0] ?? '');
}

function isPlaceholder(local: string, domain: string): boolean {
  const name = letters(local);
  if (NOBODY.has(name)) return true;
  const label = domain.split('.')[0] ?? '';
  return (
    KEYBOARD_NOISE.has(name) && (label === name || KEYBOARD_NOISE.has(label) || NOBODY.has(label))
  );
}
