import { useSignal } from '@preact/signals';
import type { IconNode } from 'lucide';
import { Ellipsis, Mail, MapPin, Phone, Trash2 } from 'lucide';
import { useLocation } from 'preact-iso';
import { api, whyNot } from '../../app/session.ts';
import { nameOf, phone } from '../../lib/format.ts';
import type { CustomerDetail } from '../../lib/wire.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { BackLink, usePageTitle } from '../../ui/page-head.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { offerUndo } from '../../ui/toast.tsx';
import { customers } from './customers.ts';
import { STAGES } from './stage-names.ts';

interface ReachProps {
  icon: IconNode;
  href: string | null;
  text: string;
}

function Reach({ icon, href, text }: ReachProps) {
  if (href === null) return null;
  const away = href.startsWith('https:') ? { target: '_blank', rel: 'noreferrer noopener' } : {};
  return (
    <a class="button button-plain" href={href} {...away}>
      <Icon node={icon} />
      <span>{text}</span>
    </a>
  );
}

interface HeadProps {
  customer: CustomerDetail;
  onChanged: (changed: Partial<CustomerDetail>) => void;
}

/** Name, stage, tags and the ways to reach them. */
export function CustomerHead({ customer, onChanged }: HeadProps) {
  const { route } = useLocation();
  const failure = useSignal<unknown>(null);
  const name = nameOf(customer);
  usePageTitle(name);
  const attempt = async (work: () => Promise<void>) => {
    failure.value = null;
    try {
      await work();
    } catch (error) {
      failure.value = error;
    }
  };
  const setStage = (stage: string) =>
    void attempt(async () => {
      onChanged(
        await api.patch<Partial<CustomerDetail>>(`/api/customers/${customer.id}`, { stage }),
      );
    });
  const remove = () =>
    void attempt(async () => {
      const undo = await customers.remove([customer.id]);
      route('/customers');
      offerUndo(`${name} deleted.`, undo);
    });
  const map = customer.address
    ? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(customer.address)}`
    : null;
  return (
    <header class="customer-head">
      <BackLink href="/customers" label="Back to customers" />
      <Avatar name={customer.name} />
      <div class="customer-who">
        <h1 dir="auto" title={name}>
          {name}
        </h1>
        <p class="customer-tags">
          {customer.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {customer.source && <span class="quiet-text">from {customer.source}</span>}
        </p>
      </div>
      <div class="customer-reach">
        <Reach
          icon={Phone}
          href={customer.phone && `tel:${customer.phone}`}
          text={customer.phone ? phone(customer.phone) : ''}
        />
        <Reach icon={Mail} href={customer.email && `mailto:${customer.email}`} text="E-mail" />
        <Reach icon={MapPin} href={map} text="Map" />
        <Select
          label="Stage"
          quiet
          value={customer.stage}
          options={STAGES}
          whyNot={whyNot('customers.write')}
          onChange={setStage}
        />
        <Menu
          label={`More actions for ${name}`}
          items={[
            {
              label: 'Delete',
              icon: Trash2,
              danger: true,
              whyNot: whyNot('customers.delete'),
              onSelect: remove,
            },
          ]}
          trigger={<Icon node={Ellipsis} />}
        />
      </div>
      {failure.value !== null && <ErrorNote error={failure.value} />}
    </header>
  );
}
