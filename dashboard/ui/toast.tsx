import { signal } from '@preact/signals';
import { messageOf } from '../lib/api.ts';

interface Toast {
  id: number;
  text: string;
  undo: () => Promise<void>;
}

const SHOWN_MS = 8_000; // long enough to read and reach for Undo

const toast = signal<Toast | null>(null);
let nextId = 1;
let timer: ReturnType<typeof setTimeout> | undefined;

function hide(): void {
  clearTimeout(timer);
  toast.value = null;
}

/** Says what was done and offers to undo it. Only for what can be undone. */
export function offerUndo(text: string, undo: () => Promise<void>): void {
  clearTimeout(timer);
  toast.value = { id: nextId++, text, undo };
  timer = setTimeout(hide, SHOWN_MS);
}

export function ToastRegion() {
  const shown = toast.value;
  const undo = async () => {
    if (!shown) return;
    clearTimeout(timer);
    try {
      await shown.undo();
      hide();
    } catch (error) {
      toast.value = { ...shown, text: messageOf(error) };
    }
  };
  return (
    <div class="toast-region" role="status" aria-live="polite">
      {shown && (
        <div class="toast" key={shown.id}>
          <span>{shown.text}</span>
          <button type="button" class="toast-undo" onClick={() => void undo()}>
            Undo
          </button>
        </div>
      )}
    </div>
  );
}
