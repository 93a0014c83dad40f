import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** What was typed and not saved, by form: it outlives a look at another page. */
const kept = new Map<string, unknown>();

/** For when whoever comes next is somebody else. */
export function forgetDrafts(): void {
  kept.clear();
}

addEventListener('beforeunload', (event) => {
  if (kept.size > 0) event.preventDefault(); // the browser asks whether to leave
});

/** The saved fields as they are now, under what was typed over them as they were. */
function rebase<T extends object>(typed: T, before: T, now: T): T {
  const isTyped = (key: string) => typed[key as keyof T] !== before[key as keyof T];
  const own = Object.entries(typed).filter(([key]) => isTyped(key));
  return { ...now, ...Object.fromEntries(own) };
}

/** A form's fields as typed. Those nobody touched follow `saved`, which may change meanwhile. */
export function useDraft<T extends object>(key: string, saved: T): Signal<T> {
  const draft = useSignal<T>((kept.get(key) as T | undefined) ?? saved);
  const before = useRef(saved);
  const text = JSON.stringify(saved);
  useEffect(() => {
    draft.value = rebase(draft.peek(), before.current, saved);
    before.current = saved;
  }, [text]);
  useEffect(() => {
    if (JSON.stringify(draft.value) === text) kept.delete(key);
    else kept.set(key, draft.value);
  }, [key, draft.value, text]);
  return draft;
}
