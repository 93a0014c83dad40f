import { ShieldCheck } from 'lucide';
import type { Pager } from '../../lib/pager.ts';
import type { SecurityEvent } from '../../lib/wire.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { When } from '../../ui/when.tsx';
import { EVENTS, networkName, partiesOf } from './event-names.ts';

function EventRow({ event }: { event: SecurityEvent }) {
  const { label, tone } = EVENTS[event.kind];
  const who = partiesOf(event);
  const network = networkName(event.network);
  return (
    <tr>
      <th scope="row">
        <Tag tone={tone}>{label}</Tag>
        <small class="event-about">
          <span dir="auto">
            {who} · {network}
          </span>
          {event.detail && <code>{event.detail}</code>}
        </small>
      </th>
      <td class="event-wide" dir="auto">
        {who}
      </td>
      <td class="event-wide">{network}</td>
      <td class="event-wide">{event.detail && <code>{event.detail}</code>}</td>
      <td class="number">
        <When at={event.at} />
      </td>
    </tr>
  );
}

/** The events of a pager; `isFiltered` says that others may be there. */
export function EventTable({
  pager,
  isFiltered,
}: {
  pager: Pager<SecurityEvent>;
  isFiltered: boolean;
}) {
  const status = pager.status.value;
  const events = pager.items.value;
  if (status === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (status === 'loading') return <SkeletonRows rows={8} label="Loading security events" />;
  if (events.length === 0) {
    return (
      <Empty icon={ShieldCheck} title={isFiltered ? 'Nothing matches' : 'No events yet'}>
        <p>
          {isFiltered
            ? 'Choose another event or a longer time.'
            : 'Log-ins, refused requests and API key changes appear here.'}
        </p>
      </Empty>
    );
  }
  return (
    <>
      <ScrollRegion class="table-scroll" label="Security events, table">
        <table class="table event-table">
          <caption class="hidden">Security events, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col" class="event-wide">
                Who
              </th>
              <th scope="col" class="event-wide">
                Network
              </th>
              <th scope="col" class="event-wide">
                Request
              </th>
              <th scope="col" class="number">
                Time
              </th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <LoadMore pager={pager} />
    </>
  );
}
