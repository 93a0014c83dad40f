import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Menu } from './menu.tsx';

afterEach(cleanup);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement?.textContent;

function show() {
  const onDelete = vi.fn();
  const onForbidden = vi.fn();
  render(
    <Menu
      label="Actions"
      trigger="…"
      items={[
        { label: 'Open', href: '/x' },
        { label: 'Delete', onSelect: onDelete },
        { label: 'Erase', onSelect: onForbidden, whyNot: 'Ask an owner.' },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'Actions' });
  fireEvent.click(button);
  return { button, onDelete, onForbidden };
}

test('opens on its first entry, arrows go round', () => {
  const { button } = show();
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(focused()).toBe('Open');
  press('ArrowUp');
  expect(focused()).toBe('Erase');
  press('ArrowDown');
  press('ArrowDown');
  expect(focused()).toBe('Delete');
  press('End');
  expect(focused()).toBe('Erase');
  press('Home');
  expect(focused()).toBe('Open');
});

test('a menu that opens below the edge of the screen is scrolled into view', () => {
  const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
  show();
  expect(seen.mock.contexts).toEqual([screen.getByRole('menu')]);
  seen.mockRestore();
});

test('Escape closes only the menu and gives the focus back', () => {
  const { button } = show();
  const outside = vi.fn();
  document.addEventListener('keydown', outside);
  press('Escape');
  document.removeEventListener('keydown', outside);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(outside).not.toHaveBeenCalled();
});

test('choosing acts and closes', () => {
  const { onDelete } = show();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect(onDelete).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('what may not be done says why and does nothing', () => {
  const { onForbidden } = show();
  const entry = screen.getByRole('menuitem', { name: 'Erase' });
  expect(entry.title).toBe('Ask an owner.');
  fireEvent.click(entry);
  expect(onForbidden).not.toHaveBeenCalled();
});

test('a press elsewhere closes it', () => {
  show();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});
