import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StoppableDatabase, stoppableDatabase } from '../../db/testing/stoppable-database.ts';
import { mockText } from '../../e2e/mock-model/mock-reply.ts';
import { type ModelServer, startModelServer } from '../../e2e/support/model-server.ts';
import { staffClient } from '../../e2e/support/staff-client.ts';
import { follow, isOver, joined, WidgetClient } from '../../e2e/support/widget-client.ts';
import { newId } from '../platform/ids.ts';

const TEXT = mockText(12).join('');

let database: StoppableDatabase;
let world: ModelServer;
beforeAll(async () => {
  database = await stoppableDatabase();
  world = await startModelServer({}, { database });
});
afterAll(async () => {
  await world?.close();
});

const newVisitor = () => new WidgetClient(world.server.url).start();
const health = () => fetch(`${world.server.url}/api/health`);
const codeOf = async (response: Response) => [response.status, (await response.json()).code];
const UNAVAILABLE = [503, 'database_unavailable'];

test('health follows the database down and up again, and so does all that needs it', async () => {
  expect(await (await health()).json()).toEqual({ status: 'ok' });
  const visitor = await newVisitor();
  await visitor.say('Hi'); // its room has a connection now
  const owner = await staffClient(world.server.url);
  expect((await owner('GET', '/api/customers')).status).toBe(200);

  await database.stop();
  const response = await health();
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await codeOf(response)).toEqual(UNAVAILABLE);
  const id = newId();
  for (const refused of [
    await visitor.send('Are you there?', id),
    await visitor.request(visitor.path('messages')),
    await visitor.request('/api/chat/config'),
    await visitor.post('/api/chat/sessions', {}),
    await owner('GET', '/api/customers'),
    await owner('POST', '/api/leads', { name: 'Ana' }),
  ]) {
    expect(await codeOf(refused)).toEqual(UNAVAILABLE);
  }

  await database.start();
  expect(await (await health()).json()).toEqual({ status: 'ok' });
  expect((await owner('GET', '/api/customers')).status).toBe(200);
  expect(await visitor.messages()).toHaveLength(2);
  expect(joined(await visitor.say('Are you there?', id))).toBe(TEXT);
  expect(await visitor.messages()).toHaveLength(4);
});

/** A visitor who has read half of an answer, when the database stops; `goOn` lets the model say the rest. */
async function stoppedInMidAnswer() {
  const visitor = await newVisitor();
  const rest = Promise.withResolvers<void>();
  const id = newId();
  world.model.enqueue({ hold: rest.promise });
  const turn = follow(await visitor.send('Hi', id));
  await expect.poll(() => joined(turn.events)).not.toBe('');
  await database.stop();
  return { visitor, id, turn, goOn: () => rest.resolve() };
}

test('a turn outlives a database that restarts in its middle', async () => {
  const { visitor, turn, goOn } = await stoppedInMidAnswer();
  goOn();
  await expect.poll(() => joined(turn.events)).toBe(TEXT);
  await database.start();
  await turn.ended;
  expect(turn.events.at(-1)?.event).toBe('turn.completed');
  expect(await visitor.messages()).toMatchObject([{ text: 'Hi' }, { text: TEXT }]);
  expect(await world.ledger(visitor.session.id)).toMatchObject([
    { outcome: 'ok', measure: 'measured', is_closed: true },
  ]);
});

test('a turn that could not be saved says so, and the same message is answered later', async () => {
  const { visitor, id, turn, goOn } = await stoppedInMidAnswer();
  goOn();
  await turn.ended;
  const problem = { code: 'database_unavailable', status: 503 };
  expect(turn.events.at(-1)).toMatchObject({ event: 'error', data: { problem, message_id: id } });
  await database.start();
  expect(await visitor.messages()).toMatchObject([{ id, role: 'visitor' }]);
  const again = await visitor.say('Hi', id);
  expect(joined(again)).toBe(TEXT);
  expect(await visitor.messages()).toMatchObject([{ id }, { text: TEXT }]);
  const attempts = await world.ledger(visitor.session.id);
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['interrupted', 'ok']);
  await world.server.crash();
  const told = await visitor.again(world.server.url).events(1, isOver);
  expect(told).toEqual(again);
});
