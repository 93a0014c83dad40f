import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { ErrorNote, SkeletonRows } from '../ui/states.tsx';

/** Whether the page itself can be had; its script may be gone although, after a new version. */
async function isServed(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

/**
 * A page whose script comes when it is needed, or before: `prefetch` brings it in a quiet moment.
 * When it cannot be had, the page says so and tries again; a script that is no more reloads the page.
 */
export function later(load: () => Promise<ComponentType>, reload = () => location.reload()) {
  let Page: ComponentType | null = null;
  const bring = async () => {
    Page ??= await load();
  };

  function Later() {
    const error = useSignal<unknown>(null);
    const isHere = useSignal(Page !== null);
    const attempt = async (again: boolean) => {
      try {
        await bring();
        error.value = null;
        isHere.value = true;
      } catch (thrown) {
        error.value = thrown;
        if (again && (await isServed())) reload();
      }
    };
    useEffect(() => {
      if (!isHere.peek()) void attempt(false);
    }, []);
    if (isHere.value && Page) return <Page />;
    return (
      <div class="page">
        {error.value === null ? (
          <SkeletonRows rows={8} label="Loading the page" />
        ) : (
          <ErrorNote error={error.value} retry={() => void attempt(true)} />
        )}
      </div>
    );
  }
  Later.prefetch = () => bring().catch(() => {}); // the visit itself says what is wrong
  return Later;
}
