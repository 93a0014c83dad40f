import { firstMatches } from '../../platform/nearby-text.ts';
import type { CapturedDetail } from './capture.types.ts';

const PLAIN =
  /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?\s?@\s?[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61})(?:\s?[.,]\s?[\p{L}\p{N}-]{2,61}){1,4}/gu;
const TLD = '(?:com|net|org|edu|gov|io|co|us|me|info|biz|mx|es|uk|ca|de)';
const PROVIDER =
  '(?:gmail|yahoo|hotmail|outlook|icloud|aol|live|msn|comcast|proton|protonmail|att)';
const AT = '(?:\\s*[([<]\\s*at\\s*[)\\]>]\\s*|\\s+at\\s+|\\s+arroba\\s+|\\s*@\\s*)';
const DOT = '(?:\\s*[([<]\\s*dot\\s*[)\\]>]\\s*|\\s+dot\\s+|\\s+punto\\s+|\\s*\\.\\s*)';
const LOCAL =
  '[a-z0-9][a-z0-9._+-]{0,62}(?:\\s+(?:dot|punto|underscore|guion bajo|dash)\\s+[a-z0-9][a-z0-9._+-]{0,30}){0,3}';
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}._+-])(${LOCAL})${AT}([a-z0-9-]{1,60}(?:${DOT}[a-z0-9-]{1,60}){0,2}?)(${DOT})(${TLD})(?![\\p{L}\\p{N}])`,
  'giu',
);
const BARE_PROVIDER = new RegExp(
  `(?<![\\p{L}\\p{N}._+-])(${LOCAL})${AT}(${PROVIDER}\\.${TLD})(?![\\p{L}\\p{N}])`,
  'giu',
);
// "reach me at acme dot com" names a website, not a mailbox
const NO_MAILBOX = /^(?:me|us|him|her|it|is|look|am|are|back|be|found|site|website|online|email)$/i;

const EMAILS_MAX = 30; // of one message and way of writing; nobody has more

function spokenValue(raw: string): string {
  return raw
    .replace(/\s*[([<]\s*at\s*[)\]>]\s*|\s+(?:at|arroba)\s+|\s*@\s*/i, '@')
    .replace(/\s*[([<]\s*dot\s*[)\]>]\s*|\s+(?:dot|punto)\s+/gi, '.')
    .replace(/\s+(?:underscore|guion bajo)\s+/gi, '_')
    .replace(/\s+dash\s+/gi, '-')
    .replace(/\s/g, '')
    .toLowerCase();
}

/** E-mail addresses in `text`, also written "joe at gmail dot com". Values are lower case. */
export function findEmails(text: string): CapturedDetail[] {
  const found: CapturedDetail[] = [];
  const add = (start: number, raw: string, value: string, confidence: number) => {
    const end = start + raw.length;
    const taken = found.some((other) => start < other.end && other.start < end);
    if (!taken && isMailbox(value)) {
      found.push({ field: 'email', value, raw, start, end, confidence });
    }
  };
  for (const match of firstMatches(text, PLAIN, EMAILS_MAX)) addPlain(match, add);
  for (const pattern of [SPOKEN, BARE_PROVIDER]) {
    for (const match of firstMatches(text, pattern, EMAILS_MAX)) {
      if (NO_MAILBOX.test(match[1] ?? '')) continue;
      add(match.index, match[0], spokenValue(match[0]), 0.8);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Add = (start: number, raw: string, value: string, confidence: number) => void;

/** Cuts a sentence's tail off ("joe@x.com. thanks"), repairs "gmail,com" and "joe @ gmail.com". */
function addPlain(match: RegExpMatchArray, add: Add): void {
  const whole = match[0];
  const start = match.index ?? 0;
  const strict = /^[^\s@]+@[^\s@,]+?(?:\.[\p{L}\p{N}-]+)+/u.exec(whole);
  if (strict) {
    // "joe@x.com.Please": a sentence without its space; keep up to a capital
    const raw = strict[0].replace(/(\.[a-z]{2,})\.\p{Lu}.*$/u, '$1');
    add(start, raw, raw.toLowerCase(), 0.98);
    return;
  }
  const loose = new RegExp(
    `^[^\\s@]+\\s?@\\s?[\\p{L}\\p{N}-]+\\s?[.,]\\s?${TLD}(?![\\p{L}])`,
    'iu',
  ).exec(whole);
  if (loose) add(start, loose[0], loose[0].replace(/\s/g, '').replace(',', '.').toLowerCase(), 0.8);
}

function isMailbox(value: string): boolean {
  const [local = '', domain = ''] = value.split('@');
  if (local.length > 64 || value.length > 254) return false;
  if (/\.\.|^\.|\.$/.test(local) || /\.\.|^[-.]/.test(domain)) return false;
  return /\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u.test(domain);
}
