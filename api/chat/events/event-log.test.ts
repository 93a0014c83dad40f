import { describe, expect, test } from 'vitest';
import { AppError } from '../../errors.ts';
import { EventLog } from './event-log.ts';
import type { NewEvent, RoomEvent } from './events.ts';

const text = (delta: string, turn = 't'): NewEvent => ({
  event: 'text',
  data: { message_id: 'a', delta },
  turn,
});
const deltas = (events: RoomEvent[]) =>
  events.map((event) => (event.event === 'text' ? `${event.id}${event.data.delta}` : event.event));

describe('an event log', () => {
  test('numbers events by one, on from what was saved', () => {
    const log = new EventLog(7);
    for (const delta of ['a', 'b']) log.append(text(delta));
    expect(deltas(log.after(7))).toEqual(['8a', '9b']);
    expect(log.lastId).toBe(9);
    expect(log.firstId).toBe(8);
  });

  test('tells only what lies after an id', () => {
    const log = new EventLog(0);
    for (const delta of ['a', 'b', 'c']) log.append(text(delta));
    expect(deltas(log.after(2))).toEqual(['3c']);
    expect(log.after(3)).toEqual([]);
    expect(deltas(log.after(-5))).toEqual(['1a', '2b', '3c']);
  });

  test('publishes a committed event only when it is saved, and what came meanwhile behind it', async () => {
    const log = new EventLog(0);
    const heard: string[] = [];
    log.subscribe((event) => heard.push(...deltas([event])));
    let save = () => {};
    const saved = new Promise<void>((resolve) => {
      save = resolve;
    });
    const committed = log.commit(async (id) => {
      expect(id).toBe(1);
      await saved;
      return { events: [text('saved')], result: 'done' };
    });
    await Promise.resolve();
    log.append(text('meanwhile'));
    expect(heard).toEqual([]);
    save();
    expect(await committed).toBe('done');
    expect(heard).toEqual(['1saved', '2meanwhile']);
  });

  test('uses no id up when saving fails, and goes on', async () => {
    const log = new EventLog(0);
    const failed = log.commit(async () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await log.commit(async () => ({ events: [text('next')], result: null }));
    expect(deltas(log.after(0))).toEqual(['1next']);
  });

  test('uses an id up when what it announces may have been stored unheard', async () => {
    const log = new EventLog(0);
    const lost = log.commit(() => Promise.reject(new AppError('database_unavailable')));
    await expect(lost).rejects.toThrow();
    log.append(text('next'));
    expect(log.after(0)).toMatchObject([{ id: 2 }]);
  });

  test('commits one at a time, in the order asked', async () => {
    const log = new EventLog(0);
    const commits = ['a', 'b', 'c'].map((delta, i) =>
      log.commit(async (id) => {
        await new Promise((resolve) => setTimeout(resolve, 3 - i));
        return { events: [text(`${delta}${id}`)], result: id };
      }),
    );
    expect(await Promise.all(commits)).toEqual([1, 2, 3]);
    expect(deltas(log.after(0))).toEqual(['1a1', '2b2', '3c3']);
  });

  test('finds the events of a turn, of its latest try only', () => {
    const log = new EventLog(0);
    log.append(text('first try', 'x'));
    log.append(text('other', 'y'));
    log.append(text('second try', 'x'));
    expect(deltas(log.ofTurn('x', 1))).toEqual(['3second try']);
  });

  test('goes on behind every id that turns which were cut off can have had', () => {
    const log = new EventLog(5);
    log.skipTurns(0);
    expect(log.lastId).toBe(5);
    log.skipTurns(2);
    log.append(text('a'));
    expect(log.after(5)).toMatchObject([{ id: 20_006 }]);
    expect(log.after(20_006)).toEqual([]);
  });

  test('stops telling a listener who has gone', () => {
    const log = new EventLog(0);
    const heard: RoomEvent[] = [];
    const stop = log.subscribe((event) => heard.push(event));
    log.append(text('a'));
    stop();
    log.append(text('b'));
    expect(heard).toHaveLength(1);
  });
});
