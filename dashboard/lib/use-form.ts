import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fieldMessage } from './api.ts';

export interface Form {
  busy: boolean;
  /** True once it was sent and taken. */
  done: boolean;
  /** What the last attempt threw, or null. */
  error: unknown;
  /** The message for one field of the last attempt. */
  errorAt(path: string): string | null;
  /** True when the error belongs to no field that `paths` names. */
  errorOutside(paths: string[]): boolean;
  submit(event: TargetedSubmitEvent<HTMLFormElement>): void;
}

/** Sends a form once at a time and keeps what the API said about it. */
export function useForm(send: () => Promise<void>): Form {
  const busy = useSignal(false);
  const error = useSignal<unknown>(null);
  const done = useSignal(false);
  const element = useRef<HTMLFormElement | null>(null);
  useEffect(() => {
    // What has to be mended takes the focus.
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error.value]);
  const run = async () => {
    busy.value = true;
    error.value = null;
    try {
      await send();
      done.value = true;
    } catch (thrown) {
      error.value = thrown;
    } finally {
      busy.value = false;
    }
  };
  const errorAt = (path: string) => fieldMessage(error.value, path);
  return {
    busy: busy.value,
    done: done.value,
    error: error.value,
    errorAt,
    errorOutside: (paths) => error.value !== null && !paths.some((path) => errorAt(path) !== null),
    submit(event) {
      event.preventDefault();
      element.current = event.currentTarget;
      if (!busy.peek()) void run();
    },
  };
}
