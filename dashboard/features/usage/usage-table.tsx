import { api } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { count, usd } from '../../lib/format.ts';
import { useResource } from '../../lib/resource.ts';
import type { Usage, UsageGroup, UsageItem } from '../../lib/wire.ts';
import { useFold } from '../../ui/fold.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import type { DayRange } from './ranges.ts';
import { useRereadAfterTurns } from './reread.ts';

interface UsageTableProps {
  title: string;
  /** Head of the first column. */
  subject: string;
  group: UsageGroup;
  range: DayRange;
  /** Where a row leads, if anywhere. */
  hrefOf?: (key: string) => string;
}

const SHOWN = 10; // the dearest; who wants all of them asks
const NOT_KNOWN = 'unknown'; // the API's key for what belongs to nobody

function Name({ item, hrefOf }: { item: UsageItem } & Pick<UsageTableProps, 'hrefOf'>) {
  if (!hrefOf || item.key === NOT_KNOWN) return <span>{item.label}</span>;
  return (
    <a href={hrefOf(item.key)} dir="auto">
      {item.label}
    </a>
  );
}

/** What the AI cost by model, conversation or customer; dearest first. */
export function UsageTable({ title, subject, group, range, hrefOf }: UsageTableProps) {
  const resource = useResource(`${group}-${range.from}-${range.to}`, (abort) =>
    api.get<Usage>(withQuery('/api/ai-usage', { ...range, group_by: group }), abort),
  );
  useRereadAfterTurns(resource.reload);
  const items = resource.value.value?.items ?? [];
  const { visible, button } = useFold(items, SHOWN, {
    more: (hidden) => `Show ${count(hidden)} more`,
    fewer: `Show the ${SHOWN} dearest`,
  });
  return (
    <section class="card" aria-label={title}>
      <header class="card-head">
        <h2>{title}</h2>
      </header>
      {resource.status.value === 'error' && (
        <ErrorNote error={resource.error.value} retry={() => void resource.reload()} />
      )}
      {resource.status.value === 'loading' && <SkeletonRows rows={3} label={`Loading ${title}`} />}
      {resource.status.value === 'ready' && items.length === 0 && (
        <p class="quiet-text">No model was called in this time.</p>
      )}
      {items.length > 0 && (
        <ScrollRegion class="table-scroll" label={`${title}, table`}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{subject}</th>
                <th scope="col" class="number">
                  Calls
                </th>
                <th scope="col" class="number cell-tokens">
                  Tokens in
                </th>
                <th scope="col" class="number cell-tokens">
                  Of them cached
                </th>
                <th scope="col" class="number cell-tokens">
                  Tokens out
                </th>
                <th scope="col" class="number">
                  Cost
                </th>
              </tr>
            </thead>
            <tbody>
              {visible.map((item) => (
                <tr key={item.key}>
                  <th scope="row">
                    <Name item={item} hrefOf={hrefOf} />
                  </th>
                  <td class="number">{count(item.calls)}</td>
                  <td class="number cell-tokens">{count(item.input_tokens)}</td>
                  <td class="number cell-tokens">{count(item.cached_tokens)}</td>
                  <td class="number cell-tokens">{count(item.output_tokens)}</td>
                  <td class="number">{usd(item.cost_usd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {button}
    </section>
  );
}
