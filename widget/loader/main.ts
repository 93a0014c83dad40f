import { start } from './start.ts';

const script = (document.currentScript ??
  document.querySelector('script[data-key][src*="widget.js"]')) as HTMLScriptElement | null;

if (script) start(script);
