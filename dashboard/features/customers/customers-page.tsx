import { useSignal } from '@preact/signals';
import { Plus, Search } from 'lucide';
import { useEffect } from 'preact/hooks';
import { whyNot } from '../../app/session.ts';
import { plural } from '../../lib/format.ts';
import { useInAddress } from '../../lib/in-address.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { countOf, PageHead } from '../../ui/page-head.tsx';
import { ErrorNote } from '../../ui/states.tsx';
import { offerUndo } from '../../ui/toast.tsx';
import { AddCustomer } from './add-customer.tsx';
import { CustomerTable } from './customer-table.tsx';
import { customers } from './customers.ts';
import { SEARCH_MAX } from './customers-store.ts';
import { STAGES } from './stage-names.ts';
import './customers.css';

function showStageNamed(asked: string): void {
  customers.showStage(STAGES.some(({ value }) => value === asked) ? asked : '');
}

function SearchBox() {
  return (
    <div class="search">
      <Icon node={Search} />
      <input
        type="search"
        data-search
        aria-label="Search customers"
        placeholder="Name, e-mail, phone or address"
        maxLength={SEARCH_MAX}
        value={customers.search.value}
        onInput={(event) => customers.setSearch(event.currentTarget.value)}
      />
      <span class="search-key" aria-hidden="true">
        /
      </span>
    </div>
  );
}

interface BulkProps {
  onRemove: (ids: string[]) => void;
  onStage: (ids: string[], stage: string) => void;
}

function BulkBar({ onRemove, onStage }: BulkProps) {
  const ids = [...customers.selected.value];
  if (ids.length === 0) return null;
  return (
    <section class="bulk" aria-label="Selection">
      <strong>{plural(ids.length, 'customer')} selected</strong>
      <Select
        label="Move the selected to a stage"
        quiet
        value=""
        whyNot={whyNot('customers.write')}
        options={[{ value: '', label: 'Move to stage…' }, ...STAGES]}
        onChange={(stage) => stage !== '' && onStage(ids, stage)}
      />
      <Button kind="danger" whyNot={whyNot('customers.delete')} onClick={() => onRemove(ids)}>
        Delete
      </Button>
      <Button kind="quiet" onClick={() => customers.selectOnly([])}>
        Clear
      </Button>
    </section>
  );
}

/** Everybody the company knows, with instant search. */
export function CustomersPage() {
  const adding = useSignal(false);
  const failure = useSignal<unknown>(null);
  useEffect(() => customers.start(), []);
  useInAddress('search', customers.search, customers.setSearch);
  useInAddress('stage', customers.stage, showStageNamed);

  const attempt = async (work: () => Promise<void>) => {
    failure.value = null;
    try {
      await work();
    } catch (error) {
      failure.value = error;
    }
  };
  const remove = (ids: string[]) =>
    void attempt(async () => {
      const undo = await customers.remove(ids);
      offerUndo(`${plural(ids.length, 'customer')} deleted.`, undo);
    });
  const moveTo = (ids: string[], stage: string) =>
    void attempt(() => customers.setStage(ids, stage));

  return (
    <div class="page page-full">
      <PageHead title="Customers" note={countOf(customers.pager)}>
        <Button
          kind="primary"
          icon={Plus}
          whyNot={whyNot('customers.write')}
          onClick={() => {
            adding.value = true;
          }}
        >
          Add customer
        </Button>
      </PageHead>
      <div class="narrow">
        <SearchBox />
        <Select
          label="Stage"
          quiet
          value={customers.stage.value}
          options={[{ value: '', label: 'All stages' }, ...STAGES]}
          onChange={customers.showStage}
        />
      </div>
      <BulkBar onRemove={remove} onStage={moveTo} />
      {failure.value !== null && <ErrorNote error={failure.value} />}
      <CustomerTable store={customers} onRemove={remove} />
      {adding.value && (
        <AddCustomer
          onClose={() => {
            adding.value = false;
          }}
        />
      )}
    </div>
  );
}
