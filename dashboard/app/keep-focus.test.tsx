import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { keepFocus } from './keep-focus.ts';

let stop = () => {};
afterEach(() => {
  stop();
  cleanup();
});
const focused = () => document.activeElement?.textContent;
const settle = () => new Promise((resolve) => setTimeout(resolve));

function Rows({ names }: { names: string[] }) {
  return (
    <main tabIndex={-1}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <input type="checkbox" aria-label={name} />
            <a href={`/${name}`} data-row>
              {name}
            </a>
            <button type="button">Delete {name}</button>
          </li>
        ))}
      </ul>
    </main>
  );
}

function show(...names: string[]) {
  const { rerender } = render(<Rows names={names} />);
  stop = keepFocus(screen.getByRole('main'));
  return async (...left: string[]) => {
    rerender(<Rows names={left} />);
    await settle();
  };
}

test('the row after one that is taken away gets its focus, at the end the one before', async () => {
  const leave = show('a', 'b', 'c');
  screen.getByText('Delete b').focus();
  await leave('a', 'c');
  expect(focused()).toBe('c');
  await leave('a');
  expect(focused()).toBe('a');
});

test('with the last row gone it goes on at the top of the page', async () => {
  const leave = show('a');
  screen.getByText('a').focus();
  await leave();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('a row that moves takes its focus along', async () => {
  const leave = show('a', 'b');
  const row = screen.getByText('b');
  row.focus();
  row.blur(); // as browsers do to what is moved
  await leave('b', 'a');
  expect(document.activeElement).toBe(row);
});

test('whoever pressed elsewhere keeps nothing', async () => {
  const leave = show('a', 'b');
  screen.getByText('a').focus();
  fireEvent.pointerDown(document.body);
  screen.getByText('a').blur();
  await leave('b');
  expect(document.activeElement).toBe(document.body);
});
