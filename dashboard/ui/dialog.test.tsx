import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

function open() {
  const onClose = vi.fn();
  const { unmount } = render(
    <Dialog title="Log in again" onClose={onClose}>
      <input aria-label="E-mail" value="a@b.example" />
      <input aria-label="Password" value="" />
    </Dialog>,
  );
  return { onClose, unmount, dialog: screen.getByRole('dialog') };
}

test('the focus goes to the first field that is empty', () => {
  open();
  expect(document.activeElement).toBe(screen.getByLabelText('Password'));
});

test('a dialog that was taken away does not report its closing, which browsers tell later', () => {
  const { onClose, unmount, dialog } = open();
  unmount();
  onClose.mockClear();
  dialog.dispatchEvent(new Event('close'));
  expect(onClose).not.toHaveBeenCalled();
});
