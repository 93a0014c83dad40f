import { useSignal } from '@preact/signals';
import { Check, Copy } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Button } from './button.tsx';

const SAID_MS = 2_000;

/** Copies text; says so in its own place. */
export function CopyButton({ text, label }: { text: string; label: string }) {
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
  const said = { idle: label, copied: 'Copied', failed: 'Select it and copy by hand' };
  return (
    <span aria-live="polite">
      <Button icon={state.value === 'copied' ? Check : Copy} onClick={() => void copy()}>
        {said[state.value]}
      </Button>
    </span>
  );
}
