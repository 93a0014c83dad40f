import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inbox } from '../features/inbox/inbox.ts';
import { fakeApi, refusal } from '../testing/fakes.ts';
import { conversation, person } from '../testing/fixtures.ts';
import { App } from './app.tsx';
import { loadSession, safeReturnPath, session } from './session.ts';

const ME = 'GET /api/auth/me';
const LOGIN = 'POST /api/auth/login';
const signedOut = refusal(401, 'not_signed_in');
let table: Record<string, unknown>;

beforeEach(() => {
  table = {
    'GET /api/conversations': { items: [conversation()], next_cursor: null },
    [ME]: person(['conversations.read', 'customers.read']),
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  session.value = { status: 'unknown' };
});

async function open(path: string) {
  const { send, calls } = fakeApi(table);
  vi.stubGlobal('fetch', send);
  history.replaceState(null, '', path);
  render(<App />);
  await act(() => loadSession());
  return calls;
}
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('whoever is not logged in logs in and lands where they wanted to go', async () => {
  table[ME] = signedOut;
  table[LOGIN] = () => {
    table[ME] = person(['conversations.read']);
    return {};
  };
  const calls = await open('/inbox?x=1');
  await screen.findByRole('heading', { name: 'Log in' });
  expect(location.search).toBe('?next=%2Finbox%3Fx%3D1');
  type('E-mail', ' owner@rivera.example ');
  type('Password', 'demo-password');
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeDefined();
  expect(calls).toContain(LOGIN);
  expect(location.pathname + location.search).toBe('/inbox?x=1');
});

test('a wrong password is told in the form', async () => {
  table[ME] = signedOut;
  table[LOGIN] = refusal(401, 'log_in_failed');
  await open('/login');
  fireEvent.click(await screen.findByRole('button', { name: 'Log in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('log_in_failed');
});

test('signing up shows each refusal at its field, then opens the new site', async () => {
  table[ME] = signedOut;
  table['POST /api/auth/signup'] = refusal(422, 'validation_failed', [
    { path: 'password', message: 'This password is too easy to guess.' },
  ]);
  await open('/signup');
  fireEvent.click(await screen.findByRole('button', { name: 'Create company' }));
  await screen.findByText('This password is too easy to guess.');
  const field = screen.getByLabelText('Password');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(field));
  table['POST /api/auth/signup'] = () => {
    table[ME] = person(['sites.read']);
    return { site: { id: 's1' } };
  };
  fireEvent.click(screen.getByRole('button', { name: 'Create company' }));
  await waitFor(() => expect(location.pathname).toBe('/sites/s1'));
});

async function endWhileWorking() {
  await open('/inbox');
  await screen.findByRole('link', { name: /Dana/ });
  const list = table['GET /api/conversations'];
  table['GET /api/conversations'] = signedOut;
  fireEvent.click(screen.getByRole('button', { name: 'Not linked' }));
  await screen.findByRole('heading', { name: 'Log in again' });
  table['GET /api/conversations'] = list;
}

test('a session that ends while working is renewed over the page, which stays', async () => {
  await endWhileWorking();
  expect(screen.getByRole('heading', { name: 'Inbox' })).toBeDefined();
  expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('owner@rivera.example');
  table[LOGIN] = {};
  type('Password', 'demo-password');
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Log in again' })).toBeNull());
  expect(location.pathname).toBe('/inbox');
  expect(await screen.findByRole('link', { name: /Dana/ })).toBeDefined(); // read again by itself
});

test('whoever does not want to renew the session gets to the log-in page, and back from it', async () => {
  await endWhileWorking();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await screen.findByRole('heading', { name: 'Log in' });
  expect(location.search).toMatch(/^\?next=%2Finbox/);
});

test('the root is the inbox, and only places that the role may see are shown', async () => {
  await open('/');
  await screen.findByRole('heading', { name: 'Inbox' });
  expect(location.pathname).toBe('/inbox');
  const rail = screen.getAllByRole('navigation', { name: 'Main' })[0];
  expect(rail?.textContent).toBe('InboxCustomers');
});

test("the tab's title says how many conversations hold something new", async () => {
  await open('/inbox');
  await waitFor(() => expect(document.title).toBe('Inbox · TradeSphere'));
  act(() => {
    inbox.unseen.value = new Set(['c1', 'c2']);
  });
  await waitFor(() => expect(document.title).toBe('(2) Inbox · TradeSphere'));
  act(() => {
    inbox.unseen.value = new Set();
  });
  await waitFor(() => expect(document.title).toBe('Inbox · TradeSphere'));
});

test('the focus goes on to the next page when its place is gone', async () => {
  await open('/inbox');
  const row = await screen.findByRole('link', { name: /Dana/ });
  row.focus();
  fireEvent.keyDown(row, { key: 'g' });
  fireEvent.keyDown(row, { key: 'c' });
  await waitFor(() => expect(document.activeElement?.id).toBe('main'));
  expect(location.pathname).toBe('/customers');
});

test('an API that is down is told with a way to try again', async () => {
  table[ME] = refusal(503, 'database_unavailable');
  await open('/inbox');
  table[ME] = person(['conversations.read']);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeDefined();
});

test('an unknown address says so', async () => {
  await open('/nowhere/at/all');
  expect(await screen.findByRole('heading', { name: 'Not found' })).toBeDefined();
});

test.each([
  [undefined, '/inbox'],
  ['/customers/k1?tab=quotes', '/customers/k1?tab=quotes'],
  ['//evil.example', '/inbox'],
  ['/\\evil.example', '/inbox'],
  ['https://evil.example', '/inbox'],
  ['/login?next=/x', '/inbox'],
])('%s leads back to %s', (next, path) => expect(safeReturnPath(next)).toBe(path));
