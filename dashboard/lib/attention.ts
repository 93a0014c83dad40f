import { signal } from '@preact/signals';

/** How many conversations hold something new; it stands before the title of the browser's tab. */
export const attention = signal(0);
