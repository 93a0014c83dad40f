import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test, vi } from 'vitest';
import { session } from '../../app/session.ts';
import { fakeApi, refusal } from '../../testing/fakes.ts';
import { person, securityEvent } from '../../testing/fixtures.ts';
import { SecurityPage } from './security-page.tsx';

const LIST = 'GET /api/security-events';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(answer: unknown, permissions = ['security_events.read']) {
  session.value = { status: 'in', me: person(permissions) };
  const { send } = fakeApi({ [LIST]: answer });
  const asked = vi.fn(send);
  vi.stubGlobal('fetch', asked);
  render(
    <LocationProvider>
      <SecurityPage />
    </LocationProvider>,
  );
  return asked;
}

const pageOf = (...items: unknown[]) => ({ items, next_cursor: null });
const table = () => screen.findByRole('table');

test('shows each event with who, network and request', async () => {
  const target = { type: 'api_key' as const, id: 'k1', name: 'CRM sync' };
  show(
    pageOf(
      securityEvent(),
      securityEvent({
        id: 'e2',
        kind: 'api_key_rejected',
        actor: null,
        target,
        detail: 'GET /api/leads',
      }),
    ),
  );
  const rows = within(await table())
    .getAllByRole('row')
    .slice(1);
  expect(rows[0]?.textContent).toContain('Logged in');
  expect(rows[0]?.textContent).toContain('203.0.113.7');
  expect(rows[1]?.textContent).toContain('key CRM sync');
  expect(rows[1]?.textContent).toContain('GET /api/leads');
});

test('asks for one kind and a span of time', async () => {
  const asked = show(pageOf(securityEvent()));
  await table();
  fireEvent.change(screen.getByLabelText('Event'), { target: { value: 'log_in_failed' } });
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: '7' } });
  await vi.waitFor(() => {
    const last = new URL(String(asked.mock.lastCall?.[0]), 'http://x').searchParams;
    expect(last.get('kind')).toBe('log_in_failed');
    expect(Date.now() - Date.parse(last.get('from') ?? '')).toBeCloseTo(7 * 86_400_000, -5);
  });
});

test('says what will be here while there is nothing', async () => {
  show(pageOf());
  expect(await screen.findByText('No events yet')).toBeTruthy();
});

test('says what went wrong, with a way to try again', async () => {
  show(refusal(503, 'database_unavailable'));
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('is for the owner only, and asks for nothing otherwise', () => {
  const asked = show(pageOf(), ['sites.read']);
  expect(screen.getByText('For the owner only')).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
});
