import type { IconNode } from 'lucide';
import { RotateCcw, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isNowhere, messageOf } from '../lib/api.ts';
import { comebacks } from '../lib/comebacks.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/**
 * What went wrong, where it went wrong, with a way to try again where that may help; tries by itself
 * once a lost connection is back.
 */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const tried = useRef(comebacks.peek());
  const again = comebacks.value !== tried.current;
  useEffect(() => {
    if (!again) return;
    tried.current = comebacks.peek();
    if (!isNowhere(error)) retry?.();
  }, [again]);
  return (
    <div class="error-note" role="alert">
      <Icon node={TriangleAlert} />
      <p>{messageOf(error)}</p>
      {retry && !isNowhere(error) && (
        <Button icon={RotateCcw} onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

interface EmptyProps {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
}

/** Nothing here yet, and the next step. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon node={icon} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Grey bars in the place of rows. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div class="skeleton-row" key={index}>
          <span class="bone bone-short" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}
