import '../../widget/look/tokens.css';
import './preview.css';
import { readStored } from '../lib/stored.ts';
import { keepFocusOutside } from './keep-focus.ts';
import { readKey, readLook, withLook } from './look.ts';

type Queue = ((...call: string[]) => void) & { q?: string[][] };

const CONFIG_PATH = '/api/chat/config';

const query = new URLSearchParams(location.search);
const key = readKey(query.get('key'));
const look = readLook(query.get('look'));

/** Lets the widget read the settings as they are typed, before they are saved. */
function patchConfig(): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const response = await send(input, init);
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.pathname !== CONFIG_PATH || !response.ok) return response;
    return Response.json(withLook(await response.json(), look), { status: response.status });
  };
}

function embed(siteKey: string): void {
  const queue: Queue = (...call) => {
    queue.q = [...(queue.q ?? []), call];
  };
  Object.assign(window, { TradeSphere: queue });
  queue('open');
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.async = true;
  script.dataset.key = siteKey;
  if (typeof look.position === 'string') script.dataset.side = look.position;
  if (typeof look.accent === 'string') script.dataset.accent = look.accent;
  const theme = readStored('theme');
  if (theme) script.dataset.theme = theme;
  document.body.append(script);
}

const theme = readStored('theme');
if (theme) document.documentElement.dataset.theme = theme;
if (key) {
  if (window.parent !== window) keepFocusOutside(window);
  patchConfig();
  embed(key);
}
