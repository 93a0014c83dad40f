import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../testing/fakes.ts';
import { offerUndo, ToastRegion } from './toast.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  cleanup();
});

test('says what was done, undoes it once and goes', async () => {
  const undo = vi.fn(async () => {});
  render(<ToastRegion />);
  act(() => offerUndo('1 customer deleted.', undo));
  expect(screen.getByRole('status').textContent).toContain('1 customer deleted.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button')).toBeNull();
});

test('an undo that fails says so and can be tried again', async () => {
  render(<ToastRegion />);
  act(() => offerUndo('Deleted.', async () => Promise.reject(refusal(503, 'down'))));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
  expect(screen.getByRole('status').textContent).toContain('refused: down');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
});

test('goes by itself after a while', () => {
  render(<ToastRegion />);
  act(() => offerUndo('Deleted.', async () => {}));
  act(() => void vi.advanceTimersByTime(8_000));
  expect(screen.queryByText('Deleted.')).toBeNull();
});
