import { expect, test, vi } from 'vitest';
import { createStore } from '../store/store.ts';
import type { Api } from './api.ts';
import { Problem } from './problem.ts';
import type { Details } from './save-details.ts';
import { checkDetails, saveDetails } from './save-details.ts';
import type { Session } from './session.ts';

const ok: Details[] = [
  { email: 'dana@example.com' },
  { phone: '(916) 555-0142' },
  { name: 'Dana', email: 'd@e.co', phone: '+1 916 555 0142' },
];
test.each(ok)('%o is enough to reach somebody', (details) => {
  expect(checkDetails(details)).toEqual({});
});

test.each([
  [{ name: 'Dana' }, { email: 'missing' }],
  [{ email: 'dana@' }, { email: 'email' }],
  [{ email: 'dana@example' }, { email: 'email' }],
  [{ phone: '555-01' }, { phone: 'phone' }],
  [
    { email: 'a b@c.de', phone: 'call me' },
    { email: 'email', phone: 'phone' },
  ],
] as [Details, object][])('%o is not', (details, errors) => {
  expect(checkDetails(details)).toEqual(errors);
});

function setUp(answer: () => Promise<{ saved: never[] }>) {
  const store = createStore();
  const save = vi.fn(answer);
  const deps = {
    store,
    emit: () => {},
    api: { saveDetails: save } as unknown as Api,
    session: { use: (call: (session: unknown) => unknown) => call({}) } as unknown as Session,
  };
  return { store, save, hand: (details: Details) => saveDetails(deps, details) };
}

test('what is wrong is said beside the field and not sent', async () => {
  const { store, save, hand } = setUp(async () => ({ saved: [] }));
  await hand({ name: 'Dana', email: ' ', phone: '' });
  expect(store.form.value).toEqual({ state: 'open', errors: { email: 'missing' } });
  expect(save).not.toHaveBeenCalled();
});

test('only what is filled in is sent, without spaces around it, and only once', async () => {
  let done = () => {};
  const waiting = new Promise<void>((resolve) => {
    done = resolve;
  });
  const { store, save, hand } = setUp(() => waiting.then(() => ({ saved: [] })));
  const first = hand({ name: ' Dana ', email: '', phone: '916 555 0142' });
  expect(store.form.value?.state).toBe('saving');
  await hand({ phone: '916 555 0142' });
  done();
  await first;
  expect(save.mock.calls).toEqual([[{}, { name: 'Dana', phone: '916 555 0142' }]]);
  expect(store.form.value).toBeNull();
});

test("the server's objections stand beside their fields", async () => {
  const errors = [
    { path: 'body.email', message: '' },
    { path: 'phone', message: '' },
  ];
  const { store, hand } = setUp(() => Promise.reject(new Problem(422, { errors })));
  await hand({ email: 'dana@example.com' });
  expect(store.form.value).toEqual({ state: 'open', errors: { email: 'email', phone: 'phone' } });
});

test('what could not be saved is still in the form', async () => {
  const { store, hand } = setUp(() => Promise.reject(new Problem(0)));
  await hand({ email: 'dana@example.com' });
  expect(store.form.value).toEqual({ state: 'open', errors: { form: 'failed' } });
});
