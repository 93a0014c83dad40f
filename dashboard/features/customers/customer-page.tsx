import { useEffect } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { isWide } from '../../lib/media.ts';
import { type Resource, useResource } from '../../lib/resource.ts';
import type { CustomerDetail, FeedEvent } from '../../lib/wire.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { Activity } from './activity.tsx';
import { CustomerConversations } from './customer-conversations.tsx';
import { CustomerHead } from './customer-head.tsx';
import { CustomerQuotes } from './customer-quotes.tsx';
import { Duplicates } from './duplicates.tsx';
import { Profile } from './profile.tsx';
import './customer-page.css';

type TabId = 'conversations' | 'quotes' | 'activity' | 'profile';

const TABS: { id: TabId; label: string }[] = [
  { id: 'conversations', label: 'Conversations' },
  { id: 'quotes', label: 'Quotes' },
  { id: 'activity', label: 'Activity' },
  { id: 'profile', label: 'Profile' },
];

function Tabs({ id, current, wide }: { id: string; current: TabId; wide: boolean }) {
  const shown = TABS.filter((tab) => !(wide && tab.id === 'activity'));
  return (
    <nav class="tabs" aria-label="About this customer">
      {shown.map((tab) => (
        <a
          key={tab.id}
          class="tab"
          href={`/customers/${id}?tab=${tab.id}`}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}

function isAbout(event: FeedEvent, id: string): boolean {
  const customer = event.payload.customer as { id?: unknown } | undefined;
  return [event.payload.customer_id, event.payload.id, customer?.id].includes(id);
}

function TabBody({ tab, resource }: { tab: TabId; resource: Resource<CustomerDetail> }) {
  const customer = resource.value.value;
  if (!customer) return null;
  if (tab === 'quotes') return <CustomerQuotes id={customer.id} />;
  if (tab === 'activity') return <Activity id={customer.id} />;
  if (tab === 'profile') {
    return (
      <Profile
        key={customer.id}
        customer={customer}
        onSaved={(saved) => {
          resource.value.value = saved;
        }}
      />
    );
  }
  return <CustomerConversations id={customer.id} />;
}

/** One customer: how to reach them, and everything that was said, quoted and done. */
export function CustomerPage() {
  const id = useRoute().params.id ?? '';
  const { query } = useLocation();
  const resource = useResource(id, (abort) =>
    api.get<CustomerDetail>(`/api/customers/${id}`, abort),
  );
  useEffect(() => {
    const offEvent = feed.onEvent((event) => {
      if (isAbout(event, id)) void resource.reload();
    });
    const offReset = feed.onReset(() => void resource.reload());
    return () => {
      offEvent();
      offReset();
    };
  }, [id, resource.reload]);

  const wide = isWide.value;
  const asked = TABS.find((tab) => tab.id === query.tab)?.id ?? 'conversations';
  const tab = wide && asked === 'activity' ? 'conversations' : asked;
  const customer = resource.value.value;
  if (resource.status.value === 'error') {
    return (
      <div class="page">
        <PageHead title="Customer" back={{ href: '/customers', label: 'Back to customers' }} />
        <ErrorNote error={resource.error.value} retry={() => void resource.reload()} />
      </div>
    );
  }
  if (!customer) {
    return (
      <div class="page">
        <SkeletonRows rows={8} label="Loading the customer" />
      </div>
    );
  }
  return (
    <div class="page page-full">
      <CustomerHead
        customer={customer}
        onChanged={(changed) => {
          resource.value.value = { ...customer, ...changed };
        }}
      />
      <Duplicates id={id} />
      <div class="customer-columns">
        <div class="customer-main">
          <Tabs id={id} current={tab} wide={wide} />
          <TabBody tab={tab} resource={resource} />
        </div>
        {wide && (
          <aside class="customer-side" aria-label="Activity">
            <h2>Activity</h2>
            <Activity id={id} />
          </aside>
        )}
      </div>
    </div>
  );
}
