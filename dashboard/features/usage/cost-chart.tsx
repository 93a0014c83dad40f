import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { theme } from '../../app/theme.ts';
import { day, plural, usd, usdSteps } from '../../lib/format.ts';
import { matching } from '../../lib/media.ts';
import type { DayCost } from './ranges.ts';

const HEIGHT_PX = 220;
const BAR_SHARE = 0.7; // of a day's width
const HALF_DAY_S = 43_200; // room for the first and the last bar
const BAR_MAX_PX = 40; // a month with two days should not look like two walls

const darkSystem = matching('(prefers-color-scheme: dark)');

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function optionsFor(width: number, onHover: (index: number | null) => void): UPlot.Options {
  const axis = {
    stroke: token('--muted'),
    font: `${token('--text-xs')} ${token('--font')}`,
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT_PX,
    legend: { show: false },
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { range: (_chart, min, max) => [min - HALF_DAY_S, max + HALF_DAY_S] },
      y: { range: (_chart, _min, max) => [0, max > 0 ? max * 1.1 : 1] },
    },
    axes: [
      { ...axis, size: 28, grid: { show: false }, values: (_chart, at) => at.map(shortDay) },
      {
        ...axis,
        size: 64,
        grid: { stroke: token('--line'), width: 1 },
        values: (_chart, amounts) => usdSteps(amounts),
      },
    ],
    series: [
      {},
      {
        label: 'Cost',
        fill: token('--accent'),
        stroke: token('--accent'),
        width: 0,
        points: { show: false },
        ...(UPlot.paths.bars ? { paths: UPlot.paths.bars({ size: [BAR_SHARE, BAR_MAX_PX] }) } : {}),
      },
    ],
    hooks: { setCursor: [(chart) => onHover(chart.cursor.idx ?? null)] },
  };
}

function shortDay(seconds: number): string {
  const date = new Date(seconds * 1000).toISOString();
  return day(date).replace(/,? \d{4}$/, '');
}

/** Cost by day as bars of one colour; the value under the pointer stands above them. */
export function CostChart({ days }: { days: DayCost[] }) {
  const box = useRef<HTMLDivElement>(null);
  const hovered = useSignal<number | null>(null);
  const look = `${theme.value}-${darkSystem.value}`;

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const data: UPlot.AlignedData = [
      days.map((entry) => Date.parse(`${entry.day}T00:00:00Z`) / 1000),
      days.map((entry) => Number(entry.cost_usd)),
    ];
    const chart = new UPlot(
      optionsFor(node.clientWidth, (index) => {
        hovered.value = index;
      }),
      data,
      node,
    );
    const observer = new ResizeObserver(() => {
      if (node.clientWidth > 0) chart.setSize({ width: node.clientWidth, height: HEIGHT_PX });
    });
    observer.observe(node);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [days, look]);

  const entry = hovered.value === null ? undefined : days[hovered.value];
  return (
    <figure class="chart">
      <figcaption class="chart-value">
        {entry
          ? `${day(entry.day)}: ${usd(entry.cost_usd)}, ${plural(entry.calls, 'call')}`
          : 'Point at a day for its cost'}
      </figcaption>
      <div ref={box} class="chart-box" aria-hidden="true" />
    </figure>
  );
}
