import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';
import { isOver, WidgetClient } from '../../e2e/support/widget-client.ts';
import type { ApiDocument } from './complete-document.ts';
import { schemaOf } from './testing/document.ts';

let server: TestServer;
let document: ApiDocument;
beforeAll(async () => {
  server = await startServer({ demo: true });
  document = await (await fetch(`${server.url}/api/openapi.json`)).json();
});
afterAll(() => server.close());

test('every event of a conversation is as the reference says, and nothing more', async () => {
  const chat = await new WidgetClient(server.url).start();
  await chat.say('How much is a 20x25 paver patio?');
  await chat.say('Sounds good. Maria Lopez, 916 555 0134');
  const events = await chat.events(0, (all) => isOver(all) && all.filter(isLast).length === 2);
  for (const { event, data } of events) {
    const schema = document.components.schemas.ChatEvents?.properties?.[event];
    expect(schema, event).toBeDefined();
    expect(schemaOf(document, schema ?? {}).parse(data)).toEqual(data);
  }
  const seen = new Set(events.map(({ event }) => event));
  const all = ['turn.started', 'text', 'quote', 'details', 'message', 'turn.completed'];
  expect([...seen]).toEqual(expect.arrayContaining(all));
});

const isLast = ({ event }: { event: string }) => event === 'turn.completed';

test('each route that streams tells the events by name, and how to resume', () => {
  const routes = ['/api/chat/sessions/{id}/messages', '/api/chat/sessions/{id}/events'];
  const [ask, listen] = routes.map((path) => document.paths[path]);
  for (const answer of [ask?.post?.responses[200], listen?.get?.responses[200]]) {
    for (const name of Object.keys(document.components.schemas.ChatEvents?.properties ?? {})) {
      expect(answer?.description).toContain(`\`${name}\``);
    }
    expect(answer?.description).toContain('Last-Event-ID');
  }
});
