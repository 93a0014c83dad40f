import { useSignal } from '@preact/signals';
import { ChartColumn, Lock } from 'lucide';
import { useMemo } from 'preact/hooks';
import { api, can } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { count, plural, usd } from '../../lib/format.ts';
import { useInAddress } from '../../lib/in-address.ts';
import { useResource } from '../../lib/resource.ts';
import type { Usage } from '../../lib/wire.ts';
import { Select } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { BudgetCard } from './budget-card.tsx';
import { DayCosts } from './day-costs.tsx';
import { type DayRange, RANGES, type RangeId, rangeOf } from './ranges.ts';
import { useRereadAfterTurns } from './reread.ts';
import { UsageTable } from './usage-table.tsx';
import './usage.css';

function Totals({ usage }: { usage: Usage }) {
  const { total } = usage;
  return (
    <section class="card totals" aria-label="Totals">
      <header class="card-head">
        <h2>Spent on AI</h2>
      </header>
      <p class="figure">{usd(total.cost_usd)}</p>
      <p class="quiet-text">
        {total.calls === 0
          ? 'No calls of a model'
          : `${plural(total.calls, 'call')}, ${count(total.input_tokens)} tokens in (${count(total.cached_tokens)} cached), ${count(total.output_tokens)} out`}
      </p>
    </section>
  );
}

function NoCosts() {
  return (
    <section class="card" aria-label="Cost by day">
      <Empty icon={ChartColumn} title="Nothing was spent in this time">
        <p>
          Each answer of a language model costs a little. It shows here by day, by model, by
          conversation and by customer, as soon as a visitor gets one. The guided assistant, which
          answers when no model is connected or the budget is spent, costs nothing.
        </p>
        <a class="button button-plain" href="/sites">
          Ask something in a site's preview
        </a>
      </Empty>
    </section>
  );
}

function Costs({ report, range }: { report: Usage; range: DayRange }) {
  return (
    <>
      <DayCosts usage={report} range={range} />
      <UsageTable title="By model" subject="Model" group="model" range={range} />
      <UsageTable
        title="By conversation"
        subject="Conversation"
        group="session"
        range={range}
        hrefOf={(key) => `/inbox/${key}`}
      />
      <UsageTable
        title="By customer"
        subject="Customer"
        group="customer"
        range={range}
        hrefOf={(key) => `/customers/${key}`}
      />
    </>
  );
}

function Report() {
  const rangeId = useSignal<RangeId>('month');
  const choose = (asked: string) => {
    rangeId.value = RANGES.find(({ value }) => value === asked)?.value ?? 'month';
  };
  useInAddress('time', rangeId, choose);
  const range = useMemo(() => rangeOf(rangeId.value, Date.now()), [rangeId.value]);
  const usage = useResource(`day-${range.from}-${range.to}`, (abort) =>
    api.get<Usage>(withQuery('/api/ai-usage', { ...range, group_by: 'day' }), abort),
  );
  useRereadAfterTurns(usage.reload);
  const report = usage.value.value;
  return (
    <div class="page page-full">
      <PageHead title="AI usage">
        <Select label="Time" quiet value={rangeId.value} options={RANGES} onChange={choose} />
      </PageHead>
      {usage.status.value === 'error' && (
        <ErrorNote error={usage.error.value} retry={() => void usage.reload()} />
      )}
      {usage.status.value === 'loading' && <SkeletonRows rows={6} label="Loading AI usage" />}
      <div class="usage-cards">
        {report && <Totals usage={report} />}
        <BudgetCard />
      </div>
      {report && (report.total.calls === 0 ? <NoCosts /> : <Costs report={report} range={range} />)}
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
