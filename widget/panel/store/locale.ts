import type { Store } from './store.ts';

/**
 * Spanish where the site, the page or the visitor's browser speaks it, else English. Read like a
 * signal. Amounts and dates read as in the US either way, as in the assistant's own words.
 */
export const localeOf = ({ config }: Store) =>
  /\bes/.test([config.value?.site.locale, document.documentElement.lang, navigator.language].join())
    ? 'es-US'
    : 'en-US';
