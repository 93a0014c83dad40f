import { useSignal } from '@preact/signals';
import { Lock } from 'lucide';
import { useMemo } from 'preact/hooks';
import { api, can } from '../../app/session.ts';
import { withQuery } from '../../lib/api.ts';
import { useInAddress } from '../../lib/in-address.ts';
import { usePager } from '../../lib/resource.ts';
import type { Page, SecurityEvent } from '../../lib/wire.ts';
import { Select } from '../../ui/field.tsx';
import { countOf, PageHead } from '../../ui/page-head.tsx';
import { Empty } from '../../ui/states.tsx';
import { KIND_OPTIONS } from './event-names.ts';
import { EventTable } from './event-table.tsx';
import './security.css';

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
const DAYS = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
];

function Events() {
  const kind = useSignal('');
  const days = useSignal('');
  useInAddress('kind', kind, (asked) => {
    kind.value = KIND_OPTIONS.some(({ value }) => value === asked) ? asked : '';
  });
  useInAddress('days', days, (asked) => {
    days.value = DAYS.some(({ value }) => value === asked) ? asked : '';
  });
  const from = useMemo(
    () => (days.value && new Date(Date.now() - Number(days.value) * DAY_MS).toISOString()) || null,
    [days.value],
  );
  const filter = { kind: kind.value || null, from };
  const pager = usePager<SecurityEvent>(
    `security-events ${kind.value} ${days.value}`,
    (cursor, abort) => {
      const query = { limit: PAGE_SIZE, cursor, ...filter };
      return api.get<Page<SecurityEvent>>(withQuery('/api/security-events', query), abort);
    },
    (event) => event.id,
  );
  return (
    <div class="page page-full">
      <PageHead
        title="Security events"
        note={countOf(pager)}
        back={{ href: '/settings', label: 'Back to settings' }}
      />
      <div class="event-filters">
        <Select
          label="Event"
          quiet
          value={kind.value}
          options={[{ value: '', label: 'All events' }, ...KIND_OPTIONS]}
          onChange={(value) => {
            kind.value = value;
          }}
        />
        <Select
          label="Time"
          quiet
          value={days.value}
          options={DAYS}
          onChange={(value) => {
            days.value = value;
          }}
        />
      </div>
      <EventTable pager={pager} isFiltered={kind.value !== '' || days.value !== ''} />
      <p class="quiet-text">
        Kept for 180 days. When refusals come in large numbers, only some of them are kept.
      </p>
    </div>
  );
}

/** The company's log of log-ins, refusals and key changes, for its owner. */
export function SecurityPage() {
  if (can('security_events.read')) return <Events />;
  return (
    <div class="page">
      <PageHead title="Security events" back={{ href: '/settings', label: 'Back to settings' }} />
      <Empty icon={Lock} title="For the owner only">
        <p>Ask the owner of your company what happened.</p>
      </Empty>
    </div>
  );
}
