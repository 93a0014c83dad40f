import { afterEach, expect, test, vi } from 'vitest';
import { aConfig } from '../../testing/samples.ts';
import { localeOf } from './locale.ts';
import { createStore } from './store.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['en', 'en', 'en-US', 'en-US'],
  ['en', '', 'fr-FR', 'en-US'],
  ['es', 'en', 'en-US', 'es-US'],
  ['en', 'es', 'en-US', 'es-US'],
  ['en', 'en', 'es-MX', 'es-US'],
] as const)('a site in %s on a page in "%s" for a browser in %s speaks %s', (...given) => {
  const [locale, lang, language, spoken] = given;
  vi.stubGlobal('document', { documentElement: { lang } });
  vi.stubGlobal('navigator', { language });
  const store = createStore();
  const config = aConfig();
  store.config.value = { ...config, site: { ...config.site, locale } };
  expect(localeOf(store)).toBe(spoken);
});

test('before the site is known the page and the browser tell', () => {
  vi.stubGlobal('document', { documentElement: { lang: 'es' } });
  vi.stubGlobal('navigator', { language: 'en-US' });
  expect(localeOf(createStore())).toBe('es-US');
});
