import type { Signal } from '@preact/signals';
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { forgetDrafts, useDraft } from './drafts.ts';

let draft: Signal<{ name: string; phone: string }>;
function Form({ id = 'k1', name, phone }: { id?: string; name: string; phone: string }) {
  draft = useDraft(id, { name, phone });
  return <p>{draft.value.name}</p>;
}
const type = (name: string) =>
  act(() => {
    draft.value = { ...draft.value, name };
  });
const leaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

afterEach(() => {
  cleanup();
  forgetDrafts();
});

test('what was typed is there again after a look at another page', async () => {
  const { unmount } = render(<Form name="Ana" phone="1" />);
  await type('Anna');
  unmount();
  expect(leaving()).toBe(true);
  render(<Form name="Ana" phone="1" />);
  expect(draft.value.name).toBe('Anna');
  render(<Form id="k2" name="Bo" phone="2" />);
  expect(draft.value.name).toBe('Bo');
});

test('what was saved or taken back holds nobody up', async () => {
  const { rerender } = render(<Form name="Ana" phone="1" />);
  await type('Anna');
  rerender(<Form name="Anna" phone="1" />);
  expect(leaving()).toBe(false);
});

test('a field that nobody touched follows what a chat has added meanwhile', async () => {
  const { rerender } = render(<Form name="Ana" phone="" />);
  await type('Anna');
  await act(() => rerender(<Form name="Ana" phone="916" />));
  expect(draft.value).toEqual({ name: 'Anna', phone: '916' });
});
