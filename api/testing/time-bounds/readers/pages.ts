import { Hono } from 'hono';
import * as dashboard from '../../../../dashboard/lib/markdown.ts';
import * as widget from '../../../../widget/panel/text/markdown.ts';
import type { AppEnv } from '../../../platform/http/app-env.ts';
import { checkBody } from '../../../platform/http/check-body.ts';
import type { Reader } from '../measure.ts';

const BODY_BYTES_MAX = 64_000;

const app = new Hono<AppEnv>();
app.onError((_, c) => c.body(null, 400));
app.use(checkBody(BODY_BYTES_MAX));
app.all('/', (c) => c.body(null));

const post = (body: string) =>
  app.request('/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Content-Length': '1' },
  });

/** Request bodies, and what the pages make of a text. */
export function pageReaders(): Reader[] {
  const reader = (name: string, read: Reader['read']): Reader => ({
    name,
    read,
    longest: name.startsWith('body') ? BODY_BYTES_MAX : 20_000,
  });
  return [
    reader('body: as it is', post),
    reader('body: a JSON string', (text) => post(`"${text.replaceAll('"', '')}"`)),
    reader('body: a text in JSON', (text) => post(JSON.stringify({ text }))),
    reader('markdown: widget', (text) => {
      widget.parseBlocks(text);
      widget.closeTail(text);
      widget.plainText(text);
    }),
    reader('markdown: dashboard', (text) => {
      dashboard.parseMarkdown(text);
      dashboard.plainText(text);
    }),
  ];
}
