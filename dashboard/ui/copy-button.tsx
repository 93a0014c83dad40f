import { useSignal } from '@preact/signals';
import { Check, Copy } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Button, IconButton } from './button.tsx';

const SAID_MS = 2_000;

/** Copies text; what became of it is said for a while. */
function useCopy(text: string) {
  const state = useSignal<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state.value === 'idle') return;
    const timer = setTimeout(() => {
      state.value = 'idle';
    }, SAID_MS);
    return () => clearTimeout(timer);
  }, [state.value, state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      state.value = 'copied';
    } catch {
      state.value = 'failed';
    }
  };
  return { state: state.value, copy: () => void copy() };
}

interface CopyProps {
  text: string;
  label: string;
}

const FAILED = 'Select it and copy by hand';

/** Copies text; says so in its own place. */
export function CopyButton({ text, label }: CopyProps) {
  const { state, copy } = useCopy(text);
  const said = { idle: label, copied: 'Copied', failed: FAILED };
  return (
    <span aria-live="polite">
      <Button icon={state === 'copied' ? Check : Copy} onClick={copy}>
        {said[state]}
      </Button>
    </span>
  );
}

/** The same as a small icon beside what it copies. */
export function CopyIcon({ text, label }: CopyProps) {
  const { state, copy } = useCopy(text);
  const said = { idle: '', copied: 'Copied', failed: FAILED };
  return (
    <span class="copy-icon">
      <IconButton icon={state === 'copied' ? Check : Copy} label={label} onClick={copy} />
      <span class={state === 'failed' ? 'quiet-text' : 'hidden'} role="status">
        {said[state]}
      </span>
    </span>
  );
}
