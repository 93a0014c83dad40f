import { useSignal } from '@preact/signals';
import { Lock } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { feed } from '../../app/live.ts';
import { api, can } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { count, usd } from '../../lib/format.ts';
import { useResource } from '../../lib/resource.ts';
import type { Usage } from '../../lib/wire.ts';
import { Select } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { BudgetCard } from './budget-card.tsx';
import { DayCosts } from './day-costs.tsx';
import { RANGES, type RangeId, rangeOf } from './ranges.ts';
import { UsageTable } from './usage-table.tsx';
import './usage.css';

const REREAD_MS = 3_000; // costs settle after a turn; nobody needs them faster

function Totals({ usage }: { usage: Usage }) {
  const { total } = usage;
  return (
    <section class="card totals" aria-label="Totals">
      <header class="card-head">
        <h2>Spent on AI</h2>
      </header>
      <p class="figure">{usd(total.cost_usd)}</p>
      <p class="quiet-text">
        {count(total.calls)} calls, {count(total.input_tokens)} tokens in (
        {count(total.cached_tokens)} cached), {count(total.output_tokens)} out
      </p>
    </section>
  );
}

function Report() {
  const rangeId = useSignal<RangeId>('month');
  const range = useMemo(() => rangeOf(rangeId.value, Date.now()), [rangeId.value]);
  const usage = useResource(`day-${range.from}-${range.to}`, (abort) =>
    api.get<Usage>(withQuery('/api/ai-usage', { ...range, group_by: 'day' }), abort),
  );
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const off = feed.onEvent((event) => {
      if (event.topic !== 'conversation.message') return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void usage.reload();
      }, REREAD_MS);
    });
    return () => {
      off();
      clearTimeout(waiting);
    };
  }, [usage.reload]);
  return (
    <div class="page page-full">
      <PageHead title="AI usage">
        <Select
          label="Time"
          quiet
          value={rangeId.value}
          options={RANGES}
          onChange={(value) => {
            rangeId.value = RANGES.find((known) => known.value === value)?.value ?? 'month';
          }}
        />
      </PageHead>
      {usage.status.value === 'error' && (
        <ErrorNote error={usage.error.value} retry={() => void usage.reload()} />
      )}
      {usage.status.value === 'loading' && <SkeletonRows rows={6} label="Loading AI usage" />}
      <div class="usage-cards">
        {usage.value.value && <Totals usage={usage.value.value} />}
        <BudgetCard />
      </div>
      {usage.value.value && <DayCosts usage={usage.value.value} range={range} />}
      <UsageTable
        title="By model"
        subject="Model"
        group="model"
        range={range}
        nobody="Unknown model"
      />
      <UsageTable
        title="By conversation"
        subject="Conversation"
        group="session"
        range={range}
        nobody="No conversation"
        hrefOf={(key) => `/inbox/${key}`}
      />
      <UsageTable
        title="By customer"
        subject="Customer"
        group="customer"
        range={range}
        nobody="Not linked to a customer"
        hrefOf={(key) => `/customers/${key}`}
      />
    </div>
  );
}

/** What the AI cost, and what is left of the budget. */
export function UsagePage() {
  if (can('ai_usage.read')) return <Report />;
  return (
    <div class="page">
      <PageHead title="AI usage" />
      <Empty icon={Lock} title="AI usage is not part of your role">
        <p>Ask an owner if you need to see what the AI costs.</p>
      </Empty>
    </div>
  );
}
