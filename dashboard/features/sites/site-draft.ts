import type { Site } from '../../lib/wire.ts';

/** A site's settings as they are typed; lists are one entry a line. */
export interface SiteDraft {
  name: string;
  origins: string;
  accent: string;
  position: Site['position'];
  locale: Site['locale'];
  greeting: string;
  starters: string;
  consent: string;
}

const STARTERS_MAX = 5; // what the API takes: more do not fit above the composer
const HEX = /^#[0-9a-f]{6}$/i;

export function draftOf(site: Site): SiteDraft {
  return {
    name: site.name,
    origins: site.allowed_origins.join('\n'),
    accent: site.accent,
    position: site.position,
    locale: site.locale,
    greeting: site.greeting,
    starters: site.starters.join('\n'),
    consent: site.consent_text ?? '',
  };
}

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** "www.rivera.example/contact" → "https://www.rivera.example"; text that is no address stays. */
export function toOrigin(text: string): string {
  const trimmed = text.trim();
  const withScheme = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const { origin } = new URL(withScheme);
    return origin === 'null' ? trimmed : origin;
  } catch {
    return trimmed;
  }
}

/** What the API is sent for the whole draft. */
export function settingsOf(draft: SiteDraft) {
  return {
    name: draft.name.trim(),
    allowed_origins: [...new Set(lines(draft.origins).map(toOrigin))],
    accent: draft.accent.trim().toLowerCase(),
    position: draft.position,
    locale: draft.locale,
    greeting: draft.greeting.trim(),
    starters: lines(draft.starters),
    consent_text: draft.consent.trim() === '' ? null : draft.consent.trim(),
  };
}

/** Only the settings that differ from the saved ones. */
export function changesOf(site: Site, draft: SiteDraft): Record<string, unknown> {
  const before: Record<string, unknown> = settingsOf(draftOf(site));
  const after = Object.entries(settingsOf(draft));
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[key]);
  return Object.fromEntries(after.filter(differs));
}

/** Why the draft cannot be saved, by wire name of the field. */
export function problemsOf(draft: SiteDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems.name = 'Give the site a name.';
  if (draft.greeting.trim() === '') problems.greeting = 'Write what the chat says first.';
  if (lines(draft.starters).length > STARTERS_MAX) {
    problems.starters = `Keep at most ${STARTERS_MAX}.`;
  }
  if (!HEX.test(draft.accent.trim())) {
    problems.accent = 'Write a color as six hex digits, like #1d6b57.';
  }
  return problems;
}

/** The tag that puts the chat on a page. */
export function scriptTag(host: string, key: string): string {
  return `<script src="${host}/widget.js" data-key="${key}" async></script>`;
}
