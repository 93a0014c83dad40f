/** Red, green and blue, 0 to 255. */
export type Rgb = [number, number, number];

/** Least contrast of text on its ground, WCAG 2 level AA. */
export const TEXT_CONTRAST = 4.5;

export function parseHex(hex: string): Rgb | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return null;
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(pairs.slice(at, at + 2), 16)) as Rgb;
}

const toHex = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1 (WCAG 2, section "relative luminance"). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, i) => part + ((to[i] as number) - part) * share) as Rgb;

/** The colour nearest to `from`, on the way to `to`, that reads on every ground. */
function readable(from: Rgb, to: Rgb, grounds: Rgb[]): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const colour = mix(from, to, share).map(Math.round) as Rgb; // what is used is rounded
    if (grounds.every((ground) => contrast(colour, ground) >= TEXT_CONTRAST)) return colour;
  }
  return to;
}

/** The tokens that follow from an accent. */
export interface Accent {
  /** Ground of buttons and own messages. */
  '--accent': string;
  /** Text on that ground. */
  '--accent-ink': string;
  /** The accent as text on the theme's grounds. */
  '--accent-text': string;
}

/**
 * A site's accent made readable: black or white ink, whichever contrasts, a ground darkened until
 * white reads on it when neither does, and as text shifted towards `ink` until it reads on `grounds`.
 */
export function accentOn(hex: string, theme: { grounds: string[]; ink: string }): Accent | null {
  const colour = parseHex(hex);
  const far = parseHex(theme.ink);
  const grounds = theme.grounds.map(parseHex);
  if (!colour || !far || grounds.includes(null)) return null;
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  const dark = contrast(colour, white) < 3; // below this a darkened brand colour is another colour
  const fill = dark ? colour : readable(colour, black, [white]);
  return {
    '--accent': toHex(fill),
    '--accent-ink': toHex(dark ? black : white),
    '--accent-text': toHex(readable(colour, far, grounds as Rgb[])),
  };
}
