import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { helpShown, levelUp, setKeysOn, startKeys } from './keys.ts';

const go = vi.fn();
let stop = () => {};
beforeEach(() => {
  go.mockClear();
  stop = startKeys(go);
  history.replaceState(null, '', '/customers/k1');
  render(
    <>
      <input data-search aria-label="Search" />
      <a href="/1" data-row>
        One
      </a>
      <a href="/2" data-row>
        Two
      </a>
    </>,
  );
});
afterEach(() => {
  stop();
  cleanup();
  setKeysOn(true);
  helpShown.value = false;
});
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const focused = () => document.activeElement?.textContent;

test('j and k walk the rows and stop at the ends', () => {
  for (const [key, row] of [
    ['j', 'One'],
    ['j', 'Two'],
    ['j', 'Two'],
    ['k', 'One'],
    ['k', 'One'],
  ] as const) {
    press(key);
    expect(focused()).toBe(row);
  }
});

test('arrows walk too, once a row has the focus', () => {
  press('ArrowDown');
  expect(focused()).not.toBe('One');
  press('j');
  press('ArrowDown');
  expect(focused()).toBe('Two');
});

test('the slash goes to the search, where letters are letters again', () => {
  press('/');
  const search = screen.getByLabelText('Search');
  expect(document.activeElement).toBe(search);
  press('j');
  press('?');
  expect(document.activeElement).toBe(search);
  expect(helpShown.value).toBe(false);
});

test('Escape leaves the field first, then goes up one level', () => {
  press('/');
  press('Escape');
  expect(go).not.toHaveBeenCalled();
  press('Escape');
  expect(go).toHaveBeenCalledWith('/customers');
});

test('g and a letter go to a place; a letter alone does not', () => {
  press('u');
  expect(go).not.toHaveBeenCalled();
  press('g');
  press('u');
  expect(go).toHaveBeenCalledWith('/usage');
});

test('the question mark shows the keys', () => {
  press('?');
  expect(helpShown.value).toBe(true);
});

test("keys of the browser stay the browser's", () => {
  press('j', { ctrlKey: true });
  press('/', { metaKey: true });
  expect(document.activeElement).toBe(document.body);
});

test('single keys can be switched off, Escape stays', () => {
  setKeysOn(false);
  press('j');
  expect(document.activeElement).toBe(document.body);
  press('Escape');
  expect(go).toHaveBeenCalledWith('/customers');
});

test('the top has nothing above it', () => {
  expect(levelUp('/customers')).toBeNull();
  expect(levelUp('/sites/s1')).toBe('/sites');
});
