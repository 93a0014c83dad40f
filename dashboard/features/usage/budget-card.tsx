import { useSignal } from '@preact/signals';
import { Pencil } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { api, whyNot } from '../../app/session.ts';
import { usd } from '../../lib/format.ts';
import { useResource } from '../../lib/resource.ts';
import { useForm } from '../../lib/use-form.ts';
import type { Budget } from '../../lib/wire.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { DialogActions } from '../../ui/form-actions.tsx';
import { ErrorNote, SkeletonRows } from '../../ui/states.tsx';
import { shareSpent } from './ranges.ts';
import { useRereadAfterTurns } from './reread.ts';

const NEARLY_SPENT = 0.8;

function BudgetForm({
  budget,
  onDone,
}: {
  budget: Budget;
  onDone: (saved: Budget | null) => void;
}) {
  const limit = useSignal(budget.monthly_limit_usd ?? '');
  const form = useForm(async () => {
    const given = limit.value.trim().replace(/^\$/, '').replaceAll(',', '');
    const body = { monthly_limit_usd: given === '' ? null : given };
    onDone(await api.put<Budget>('/api/ai-budget', body));
  });
  return (
    <form class="form" onSubmit={form.submit} noValidate aria-label="Monthly AI budget">
      <Field
        label="Limit per month, US dollars"
        value={limit.value}
        error={form.errorAt('monthly_limit_usd')}
        hint="Leave empty for no limit. When it is spent, the guided assistant answers instead."
        input={{ inputMode: 'decimal', placeholder: '25.00' }}
        onInput={(value) => {
          limit.value = value;
        }}
      />
      {form.errorOutside(['monthly_limit_usd']) && <ErrorNote error={form.error} />}
      <DialogActions form={form} onClose={() => onDone(null)} submit="Save budget" />
    </form>
  );
}

/** Draws what the sentence below it says. */
function Bar({ budget }: { budget: Budget }) {
  const share = shareSpent(budget.monthly_limit_usd, budget.spent_usd, budget.reserved_usd);
  if (share === null) return null;
  return (
    <div class={share >= NEARLY_SPENT ? 'meter meter-high' : 'meter'} aria-hidden="true">
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}

function BudgetFigures({ budget }: { budget: Budget }) {
  const unlimited = budget.monthly_limit_usd === null || budget.remaining_usd === null;
  return (
    <>
      <p class="figure">{unlimited ? 'No limit' : usd(budget.remaining_usd ?? '0')}</p>
      <Bar budget={budget} />
      {!unlimited && Number(budget.remaining_usd) <= 0 && (
        <p class="note note-warn">
          The budget is spent: the guided assistant answers for the rest of the month.
        </p>
      )}
      <p class="quiet-text">
        {unlimited
          ? `${usd(budget.spent_usd)} spent this month`
          : `left of ${usd(budget.monthly_limit_usd ?? '0')}; ${usd(budget.spent_usd)} spent`}
        {Number(budget.reserved_usd) > 0 && `, ${usd(budget.reserved_usd)} held for open answers`}
      </p>
    </>
  );
}

/** This month's AI budget and what is left of it. */
export function BudgetCard() {
  const resource = useResource('budget', (abort) => api.get<Budget>('/api/ai-budget', abort));
  useRereadAfterTurns(resource.reload);
  const editing = useSignal(false);
  const budget = resource.value.value;
  const finish = (saved: Budget | null) => {
    editing.value = false;
    if (saved) resource.value.value = saved;
  };
  const card = useRef<HTMLElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The button and the form take each other's place: the focus goes along.
    if (wasEditing.current !== editing.value) {
      card.current?.querySelector<HTMLElement>(editing.value ? 'input' : 'button')?.focus();
    }
    wasEditing.current = editing.value;
  }, [editing.value]);
  return (
    <section class="card budget" aria-label="Monthly budget" ref={card}>
      <header class="card-head">
        <h2>Budget left</h2>
        {budget && !editing.value && (
          <Button
            kind="quiet"
            icon={Pencil}
            whyNot={whyNot('ai_budget.write')}
            onClick={() => {
              editing.value = true;
            }}
          >
            Change
          </Button>
        )}
      </header>
      {resource.status.value === 'error' && (
        <ErrorNote error={resource.error.value} retry={() => void resource.reload()} />
      )}
      {resource.status.value === 'loading' && <SkeletonRows rows={1} label="Loading the budget" />}
      {budget && !editing.value && <BudgetFigures budget={budget} />}
      {budget && editing.value && <BudgetForm budget={budget} onDone={finish} />}
    </section>
  );
}
