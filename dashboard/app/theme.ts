import { signal } from '@preact/signals';
import { readStored, writeStored } from '../lib/stored.ts';

export type Theme = 'system' | 'light' | 'dark';

const NAME = 'theme';

function known(value: string | null): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const theme = signal<Theme>(known(readStored(NAME)));

function show(value: Theme): void {
  if (value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

export function setTheme(value: Theme): void {
  theme.value = value;
  writeStored(NAME, value === 'system' ? null : value);
  show(value);
}

/** Puts the stored choice on the page, before anything is drawn. */
export function applyTheme(): void {
  show(theme.value);
}
