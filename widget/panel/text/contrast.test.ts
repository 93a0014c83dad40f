import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rgb } from './contrast.ts';
import { accentOn, contrast, parseHex, TEXT_CONTRAST } from './contrast.ts';

const LIGHT = { grounds: ['#ffffff', '#f3f1ed'], ink: '#1d1b18' };
const DARK = { grounds: ['#1c1b18', '#100f0d'], ink: '#f1eee8' };
const rgb = (hex: string) => parseHex(hex) as Rgb;

test('black on white is 21, and a known pair has its known ratio', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast(rgb('#767676'), rgb('#fff'))).toBeCloseTo(4.54, 2);
});

test.each([
  ['#1d6b57', [29, 107, 87]],
  ['#abc', [170, 187, 204]],
  [' #FFFFFF ', [255, 255, 255]],
  ['red', null],
  ['#12345', null],
  ['', null],
])('%s is read as %o', (hex, expected) => {
  expect(parseHex(hex)).toEqual(expected);
});

test('an accent that white reads on stays as it is', () => {
  expect(accentOn('#1d6b57', LIGHT)).toEqual({
    '--accent': '#1d6b57',
    '--accent-ink': '#ffffff',
    '--accent-text': '#1d6b57',
  });
});

test('a bright accent stays bright under black ink, and is darkened as text', () => {
  const accent = accentOn('#f2c230', LIGHT);
  expect(accent?.['--accent']).toBe('#f2c230');
  expect(accent?.['--accent-ink']).toBe('#000000');
  expect(accent?.['--accent-text']).not.toBe('#f2c230');
});

test('an accent in between is darkened until white reads on it', () => {
  const accent = accentOn('#e8590c', LIGHT);
  expect(accent?.['--accent-ink']).toBe('#ffffff');
  expect(contrast(rgb(accent?.['--accent'] ?? ''), rgb('#fff'))).toBeGreaterThanOrEqual(4.5);
});

test('what is no colour changes nothing', () => {
  expect(accentOn('spruce', LIGHT)).toBeNull();
  expect(accentOn('#1d6b57', { grounds: [''], ink: '' })).toBeNull();
});

test('whatever the accent, every text with it can be read, in light and in dark', () => {
  const colours = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(colours, fc.constantFrom(LIGHT, DARK), (parts, theme) => {
      const hex = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const accent = accentOn(hex, theme);
      if (!accent) throw new Error(hex);
      const ratio = (a: string, b: string) => contrast(rgb(a), rgb(b));
      expect(ratio(accent['--accent'], accent['--accent-ink'])).toBeGreaterThanOrEqual(
        TEXT_CONTRAST,
      );
      for (const ground of theme.grounds)
        expect(ratio(accent['--accent-text'], ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }),
    { numRuns: 500 },
  );
});
