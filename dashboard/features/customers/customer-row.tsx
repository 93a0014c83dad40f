import { Ellipsis, Mail, Phone, Trash2, UserRound } from 'lucide';
import { whyNot } from '../../app/session.ts';
import { count, nameOf, phone } from '../../lib/format.ts';
import type { Customer } from '../../lib/wire.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { When } from '../../ui/when.tsx';
import { StageTag } from './stages.tsx';

interface RowProps {
  customer: Customer;
  selected: boolean;
  onToggle: () => void;
  onRemove: () => void;
}

function actionsOf(customer: Customer, onRemove: () => void): MenuItem[] {
  const items: MenuItem[] = [{ label: 'Open', icon: UserRound, href: `/customers/${customer.id}` }];
  if (customer.phone) items.push({ label: 'Call', icon: Phone, href: `tel:${customer.phone}` });
  if (customer.email) items.push({ label: 'E-mail', icon: Mail, href: `mailto:${customer.email}` });
  items.push({
    label: 'Delete',
    icon: Trash2,
    danger: true,
    whyNot: whyNot('customers.delete'),
    onSelect: onRemove,
  });
  return items;
}

/** One customer: name first, numbers right, actions in a menu. */
export function CustomerRow({ customer, selected, onToggle, onRemove }: RowProps) {
  const name = nameOf(customer);
  return (
    <tr class={selected ? 'row row-selected' : 'row'}>
      <td class="cell-check">
        <label class="check">
          <input type="checkbox" checked={selected} onChange={onToggle} />
          <span class="hidden">Select {name}</span>
        </label>
      </td>
      <th scope="row" class="cell-name">
        <a href={`/customers/${customer.id}`} data-row dir="auto">
          {name}
        </a>
      </th>
      <td class="cell-stage">
        <StageTag stage={customer.stage} />
      </td>
      <td class="cell-phone">
        {customer.phone && <a href={`tel:${customer.phone}`}>{phone(customer.phone)}</a>}
      </td>
      <td class="cell-email">
        {customer.email && <a href={`mailto:${customer.email}`}>{customer.email}</a>}
      </td>
      <td class="cell-count number">{count(customer.conversation_count)}</td>
      <td class="cell-count number">{count(customer.quote_count)}</td>
      <td class="cell-when number">
        <When at={customer.last_activity_at ?? customer.created_at} />
      </td>
      <td class="cell-actions">
        <Menu
          label={`Actions for ${name}`}
          items={actionsOf(customer, onRemove)}
          trigger={<Icon node={Ellipsis} />}
        />
      </td>
    </tr>
  );
}
