import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { VisitorClaims } from '../visitor/visitor-token.ts';
import type { RoomRequest } from './room-request.ts';
import { SharedRooms } from './shared-rooms.ts';

const MINUTE_MS = 60_000;

/** A conversation as far as rooms look at it. */
interface Opened {
  isBusy: boolean;
  hasListeners: boolean;
  isCutOff: boolean;
  requestHuman(): Promise<void>;
  resumed: number;
  resume(): Promise<void>;
}

let opened: Opened[];
let noted: string[];
let rooms: SharedRooms;

beforeEach(() => {
  opened = [];
  noted = [];
  rooms = new SharedRooms({
    open() {
      const conversation: Opened = {
        isBusy: false,
        hasListeners: false,
        isCutOff: false,
        requestHuman: async () => {},
        resumed: 0,
        resume: async () => void conversation.resumed++,
      };
      opened.push(conversation);
      return conversation as unknown as Conversation;
    },
    note: (name) => noted.push(name),
    forget: (names) => {
      noted = noted.filter((name) => !names.includes(name));
    },
  });
});

const claimsOf = (sessionId = newId()): VisitorClaims => {
  return { companyId: newId(), siteId: newId(), visitorId: newId(), sessionId };
};
const question = (claims: VisitorClaims): RoomRequest => {
  const proof = { widgetKey: 'pk', origin: null, requestOrigin: 'https://x', network: 'n' };
  return { verb: 'human', claims, proof, requestId: newId() };
};

test('a session has one conversation, and another session of the same id elsewhere another', async () => {
  const claims = claimsOf();
  await rooms.ask(question(claims));
  await rooms.ask(question(claims));
  expect(opened).toHaveLength(1);
  await rooms.ask(question({ ...claims, companyId: newId() }));
  expect(opened).toHaveLength(2);
});

test('an idle conversation is forgotten after a minute, and its note with it', async () => {
  await rooms.ask(question(claimsOf()), 0);
  await rooms.ask(question(claimsOf()), MINUTE_MS - 1);
  expect([rooms.size, noted.length]).toEqual([2, 2]);
  rooms.sweep(MINUTE_MS + 10_000);
  expect([rooms.size, noted.length]).toEqual([1, 1]);
});

test.each([
  ['answers', { isBusy: true }],
  ['has a listener', { hasListeners: true }],
])('a conversation that %s stays, and its note with it', async (_, state) => {
  await rooms.ask(question(claimsOf()), 0);
  Object.assign(opened[0] as Opened, state);
  rooms.sweep(60 * MINUTE_MS);
  expect([rooms.size, noted.length]).toEqual([1, 1]);
});

test('a conversation whose request is under way stays', async () => {
  const claims = claimsOf();
  await rooms.ask(question(claims), 0);
  const { promise, resolve } = Promise.withResolvers<void>();
  (opened[0] as Opened).requestHuman = () => promise;
  const asking = rooms.ask(question(claims), 0);
  rooms.sweep(60 * MINUTE_MS);
  expect(rooms.size).toBe(1);
  resolve();
  await asking;
});

test('what was noted before a crash is resumed in its own conversation', async () => {
  const claims = claimsOf();
  expect(rooms.mayResume(claims)).toBe(true);
  await rooms.resume(claims, newId());
  expect([rooms.mayResume(claims), opened[0]?.resumed]).toEqual([false, 1]);
});

test('what a visitor came back to but did not send again can be resumed', async () => {
  const claims = claimsOf();
  await rooms.ask(question(claims));
  expect(rooms.mayResume(claims)).toBe(false);
  (opened[0] as Opened).isCutOff = true;
  expect(rooms.mayResume(claims)).toBe(true);
});

test('a conversation that could not be resumed is opened anew for the next attempt, and stays noted', async () => {
  const claims = claimsOf();
  await rooms.ask(question(claims));
  (opened[0] as Opened).resume = async () => Promise.reject(new Error('no database'));
  await expect(rooms.resume(claims, newId())).rejects.toThrow('no database');
  expect([rooms.size, noted.length, rooms.mayResume(claims)]).toEqual([0, 1, true]);
});

test('counts the turns that are being answered', async () => {
  await rooms.ask(question(claimsOf()));
  await rooms.ask(question(claimsOf()));
  (opened[1] as Opened).isBusy = true;
  expect(rooms.turns).toBe(1);
});
