import { ReceiptText } from 'lucide';
import { api } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { usePager } from '../../lib/resource.ts';
import type { Page, Quote } from '../../lib/wire.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { QuoteCard } from '../quotes/quote-card.tsx';

const PAGE_SIZE = 20;

/** Every quote the customer was given, newest first. */
export function CustomerQuotes({ id }: { id: string }) {
  const pager = usePager<Quote>(
    id,
    (cursor, abort) =>
      api.get<Page<Quote>>(
        withQuery(`/api/customers/${id}/quotes`, { limit: PAGE_SIZE, cursor }),
        abort,
      ),
    (quote) => quote.id,
  );
  if (pager.status.value === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (pager.status.value === 'loading') return <SkeletonRows rows={3} label="Loading quotes" />;
  if (pager.items.value.length === 0) {
    return (
      <Empty icon={ReceiptText} title="No quotes">
        <p>When the chat prices a job for this person, the quote is kept here.</p>
      </Empty>
    );
  }
  return (
    <>
      <ul class="quote-list">
        {pager.items.value.map((quote) => (
          <li key={quote.id}>
            <QuoteCard quote={quote} heading="h2" />
          </li>
        ))}
      </ul>
      <LoadMore pager={pager} />
    </>
  );
}
