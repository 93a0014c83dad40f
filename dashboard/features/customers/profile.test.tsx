import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../app/session.ts';
import { forgetDrafts } from '../../lib/drafts.ts';
import { fakeApi, refusal } from '../../testing/fakes.ts';
import { customerDetail, person } from '../../testing/fixtures.ts';
import { Profile } from './profile.tsx';

const PATCH = 'PATCH /api/customers/k1';
const onSaved = vi.fn();

beforeEach(() => {
  onSaved.mockClear();
  session.value = { status: 'in', me: person(['customers.write']) };
});
afterEach(() => {
  cleanup();
  forgetDrafts();
  vi.unstubAllGlobals();
});

function show(answer: unknown = {}) {
  const { send, calls } = fakeApi({ [PATCH]: answer });
  vi.stubGlobal('fetch', send);
  render(<Profile customer={customerDetail({ verified: ['name'] })} onSaved={onSaved} />);
  return calls;
}
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

test('sends only what changed and hands on what was saved', async () => {
  const sent = vi.fn((body: unknown) => ({ ...customerDetail(), ...(body as object) }));
  show(sent);
  type('Notes', 'Gate code 12');
  save();
  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent).toHaveBeenCalledWith({ notes: 'Gate code 12' });
  expect(onSaved.mock.lastCall?.[0]).toMatchObject({ id: 'k1', notes: 'Gate code 12' });
});

test('nothing changed, nothing to save', () => {
  const calls = show();
  const button = screen.getByRole('button', { name: 'Save' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.title).toBe('Nothing has changed.');
  save();
  expect(calls).toEqual([]);
});

test('a refused field says why beside it and keeps what was typed', async () => {
  show(refusal(422, 'validation_failed', [{ path: 'email', message: 'This is not an e-mail.' }]));
  type('E-mail', 'nope');
  save();
  expect(await screen.findByText('This is not an e-mail.')).toBeDefined();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' });
  expect(field.value).toBe('nope');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('discarding brings the saved values back', () => {
  show();
  type('Name', 'Other');
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Maria Lopez');
});

test('who may not write reads why', () => {
  session.value = { status: 'in', me: person([]) };
  show();
  expect(screen.getByText(/Your role \(owner\) can't change this/)).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).readOnly).toBe(true);
});

test('what staff have confirmed is marked', () => {
  show();
  expect(screen.getAllByText(/Confirmed by your team/)).toHaveLength(1);
});
