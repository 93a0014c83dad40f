import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { count, day, usd } from '../../lib/format.ts';
import type { Usage } from '../../lib/wire.ts';
import { type DayCost, type DayRange, fillDays } from './ranges.ts';

/** The chart comes when it is needed; where it cannot be drawn, the table opens instead. */
function useChart() {
  const chart = useSignal<typeof import('./cost-chart.tsx').CostChart | 'failed' | null>(null);
  useEffect(() => {
    import('./cost-chart.tsx').then(
      (module) => {
        chart.value = module.CostChart;
      },
      () => {
        chart.value = 'failed';
      },
    );
  }, [chart]);
  return chart.value;
}

function DayTable({ days }: { days: DayCost[] }) {
  return (
    <table class="table">
      <caption class="hidden">Cost by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" class="number">
            Calls
          </th>
          <th scope="col" class="number">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((entry) => (
          <tr key={entry.day}>
            <th scope="row">{day(entry.day)}</th>
            <td class="number">{count(entry.calls)}</td>
            <td class="number">{usd(entry.cost_usd)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Cost by day: a chart, and the same numbers as a table. */
export function DayCosts({ usage, range }: { usage: Usage; range: DayRange }) {
  const days = useMemo(
    () => fillDays({ from: range.from, to: range.to }, usage.items),
    [usage, range.from, range.to],
  );
  const Chart = useChart();
  return (
    <section class="card" aria-label="Cost by day">
      <header class="card-head">
        <h2>Cost by day</h2>
        <span class="quiet-text">Days in UTC</span>
      </header>
      {Chart === null && <div class="chart-box" aria-hidden="true" />}
      {Chart !== null && Chart !== 'failed' && <Chart days={days} />}
      <details class="chart-table" open={Chart === 'failed'}>
        <summary>Show as a table</summary>
        <DayTable days={days.filter((entry) => entry.calls > 0).reverse()} />
      </details>
    </section>
  );
}
