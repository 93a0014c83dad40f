/** Settings of a site that are not saved yet, by their wire names. */
export type Look = Record<string, unknown>;

const SETTINGS = ['name', 'accent', 'position', 'locale', 'greeting', 'starters', 'consent_text'];

export function readLook(text: string | null): Look {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Look) : {};
  } catch {
    return {};
  }
}

/** A publishable key and nothing else. */
export function readKey(text: string | null): string | null {
  return text !== null && /^pk_\w{1,100}$/.test(text) ? text : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The widget's configuration with the unsaved settings in the place of the saved ones. */
export function withLook(config: unknown, look: Look): unknown {
  if (!isRecord(config)) return config;
  const patched: Record<string, unknown> = { ...config };
  for (const [key, value] of Object.entries(config)) {
    if (SETTINGS.includes(key) && key !== 'name' && key in look) patched[key] = look[key];
    else if (isRecord(value)) patched[key] = withLook(value, look);
  }
  return patched;
}
