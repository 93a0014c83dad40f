import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { comebacks } from '../lib/comebacks.ts';
import { later } from './later.tsx';

const Page = () => <p>The page</p>;
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Loads as many times in vain as asked. */
function failing(times: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= times) throw new TypeError('Failed to fetch a module');
    return Page;
  });
  return load;
}

test('a page that cannot be had says so, and comes when it can', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const reload = vi.fn();
  const Later = later(failing(2), reload);
  render(<Later />);
  expect(screen.getByRole('status', { name: 'Loading the page' })).toBeDefined();
  await screen.findByText(/Couldn't reach TradeSphere/);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  comebacks.value += 1;
  expect(await screen.findByText('The page')).toBeDefined();
  expect(reload).not.toHaveBeenCalled();
});

test('a page whose script is no more is loaded anew with its site', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('')));
  const reload = vi.fn();
  const Later = later(failing(9), reload);
  render(<Later />);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
});

test('a page that was brought before is there at once', async () => {
  const Later = later(failing(0));
  await Later.prefetch();
  render(<Later />);
  expect(screen.getByText('The page')).toBeDefined();
});
