import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { keepFocusOutside } from './keep-focus.ts';

test('nothing is focused by script until the preview is touched', () => {
  render(<input aria-label="composer" />);
  const composer = screen.getByLabelText('composer');
  keepFocusOutside(window);
  composer.focus();
  expect(document.activeElement).not.toBe(composer);
  fireEvent.pointerDown(document.body);
  composer.focus();
  expect(document.activeElement).toBe(composer);
});
