import { signal } from '@preact/signals';

/** How often the connection, or the session, was lost and has come back: what failed meanwhile may be tried again. */
export const comebacks = signal(0);
