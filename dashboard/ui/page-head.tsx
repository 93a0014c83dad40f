import { ChevronLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { attention } from '../lib/attention.ts';
import { count } from '../lib/format.ts';
import type { Pager } from '../lib/pager.ts';
import { Icon } from './icon.tsx';

interface PageHeadProps {
  title: string;
  /** A count or a word beside the title. */
  note?: ComponentChildren;
  back?: { href: string; label: string };
  children?: ComponentChildren;
}

/** Title, count, one primary action. */
export function PageHead({ title, note, back, children }: PageHeadProps) {
  usePageTitle(title);
  return (
    <header class="page-head">
      {back && <BackLink {...back} />}
      <h1>{title}</h1>
      {note !== undefined && <span class="page-note">{note}</span>}
      <div class="page-actions">{children}</div>
    </header>
  );
}

/** How many a list holds, for beside its title: "12", or "50+" while there are more to load. */
export function countOf({ status, items, hasMore }: Pager<unknown>): string | undefined {
  const loaded = items.value.length;
  if (status.value !== 'ready' || loaded === 0) return undefined;
  return hasMore.value ? `${count(loaded)}+` : count(loaded);
}

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a class="icon-button back-link" href={href} aria-label={label} title={label}>
      <Icon node={ChevronLeft} />
    </a>
  );
}

/** Names the browser's tab. */
export function usePageTitle(title: string): void {
  const waiting = attention.value;
  useEffect(() => {
    const news = waiting > 0 ? `(${waiting}) ` : '';
    document.title = `${news}${title} · TradeSphere`;
  }, [title, waiting]);
}
