import { signal } from '@preact/signals';
import { act, cleanup, render } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useInAddress } from './in-address.ts';

const search = signal('');
const adopt = vi.fn((text: string) => {
  search.value = text;
});

beforeEach(() => {
  vi.useFakeTimers();
  search.value = '';
  adopt.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function List() {
  useInAddress('search', search, adopt);
  return null;
}

async function open(path: string) {
  history.replaceState(null, '', path);
  render(
    <LocationProvider>
      <List />
    </LocationProvider>,
  );
  await pause();
}
const pause = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
const address = () => location.pathname + location.search;

test('an address that says something is followed', async () => {
  await open('/customers?search=maria&tab=x');
  expect(search.value).toBe('maria');
  expect(address()).toBe('/customers?search=maria&tab=x');
});

test('what is typed stands in the address after a pause, and leaves it when emptied', async () => {
  await open('/customers?tab=x');
  for (const text of ['5', '50', '50%_ü']) {
    await act(() => {
      search.value = text;
    });
  }
  expect(address()).toBe('/customers?tab=x');
  await pause();
  expect(new URLSearchParams(location.search).get('search')).toBe('50%_ü');
  search.value = '';
  await pause();
  expect(address()).toBe('/customers?tab=x');
  expect(adopt).not.toHaveBeenCalled();
});

test('a list that comes back fills in an address that says nothing', async () => {
  search.value = 'maria';
  await open('/customers');
  expect(address()).toBe('/customers?search=maria');
  expect(search.value).toBe('maria');
});
