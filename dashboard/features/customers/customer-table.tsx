import { SearchX, Users } from 'lucide';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { CustomerRow } from './customer-row.tsx';
import type { Customers } from './customers-store.ts';

function Nothing({ store }: { store: Customers }) {
  if (store.search.value.trim() !== '') {
    return (
      <Empty icon={SearchX} title="Nobody found">
        <p>Search looks at names, e-mails, phones and addresses. Try fewer letters.</p>
        <Button onClick={() => store.setSearch('')}>Show everybody</Button>
      </Empty>
    );
  }
  if (store.stage.value !== '') {
    return (
      <Empty icon={SearchX} title="Nobody at this stage">
        <p>Set a customer's stage on their page, or for several at once in this list.</p>
        <Button onClick={() => store.showStage('')}>Show all stages</Button>
      </Empty>
    );
  }
  return (
    <Empty icon={Users} title="No customers yet">
      <p>A customer appears when a visitor leaves a name with a phone or an e-mail.</p>
      <a class="button button-plain" href="/sites">
        Put the chat on your site
      </a>
    </Empty>
  );
}

interface TableProps {
  store: Customers;
  onRemove: (ids: string[]) => void;
}

function HeadRow({ store }: { store: Customers }) {
  const rows = store.pager.items.value;
  const all = rows.length > 0 && rows.every((row) => store.selected.value.has(row.id));
  return (
    <tr>
      <td class="cell-check">
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={() => store.selectOnly(all ? [] : rows.map((row) => row.id))}
          />
          <span class="hidden">Select all shown</span>
        </label>
      </td>
      <th scope="col">Name</th>
      <th scope="col">Stage</th>
      <th scope="col">Phone</th>
      <th scope="col">E-mail</th>
      <th scope="col" class="number">
        Chats
      </th>
      <th scope="col" class="number">
        Quotes
      </th>
      <th scope="col" class="number">
        Last activity
      </th>
      <td>
        <span class="hidden">Actions</span>
      </td>
    </tr>
  );
}

/** The customers that match, most recently active first. */
export function CustomerTable({ store, onRemove }: TableProps) {
  const { pager } = store;
  const status = pager.status.value;
  if (status === 'error') {
    return <ErrorNote error={pager.error.value} retry={() => void pager.load()} />;
  }
  if (status === 'loading') return <SkeletonRows rows={10} label="Loading customers" />;
  const rows = pager.items.value;
  if (rows.length === 0) return <Nothing store={store} />;
  return (
    <>
      <table class="table customers">
        <caption class="hidden">Customers</caption>
        <thead>
          <HeadRow store={store} />
        </thead>
        <tbody>
          {rows.map((customer) => (
            <CustomerRow
              key={customer.id}
              customer={customer}
              selected={store.selected.value.has(customer.id)}
              onToggle={() => store.toggle(customer.id)}
              onRemove={() => onRemove([customer.id])}
            />
          ))}
        </tbody>
      </table>
      <LoadMore pager={pager} />
    </>
  );
}
