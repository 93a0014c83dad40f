import { useId } from 'preact/hooks';
import { day, money, plural, quantity, words } from '../../lib/format.ts';
import type { Quote } from '../../lib/wire.ts';
import { useFold } from '../../ui/fold.tsx';
import './quote-card.css';

const LINES_SHOWN = 3; // as in the widget: the card stays smaller than the talk around it

const UNITS: Record<string, string> = {
  sq_ft: 'sq ft',
  cu_yd: 'cu yd',
  yd3: 'yd³',
  lin_ft: 'ft',
  each: '',
};

function measure(amount: string, unit: string): string {
  return `${quantity(amount)} ${UNITS[unit] ?? unit.replaceAll('_', ' ')}`.trim();
}

function Lines({ lines, currency }: { lines: Quote['lines']; currency: string }) {
  return (
    <tbody>
      {lines.map((line, index) => (
        <tr key={`${line.label}-${index}`}>
          <th scope="row">
            {line.label}
            <span class="quote-measure">
              {measure(line.quantity, line.unit)} × {money(line.unit_price, currency)}
            </span>
          </th>
          <td class="number">{money(line.amount, currency)}</td>
        </tr>
      ))}
    </tbody>
  );
}

interface QuoteCardProps {
  quote: Quote;
  /** One level below the heading that it stands under. */
  heading: 'h2' | 'h3';
}

/** An itemised quote: title and total large, lines folded after three, tax, how long it holds. */
export function QuoteCard({ quote, heading: Heading }: QuoteCardProps) {
  const id = useId();
  const lines = useFold(quote.lines, LINES_SHOWN, {
    more: (hidden) => plural(hidden, 'more line'),
    fewer: 'Fewer lines',
  });
  return (
    <article class="quote" aria-labelledby={id}>
      <header class="quote-head">
        <div>
          <Heading id={id}>{quote.title || words(quote.service)}</Heading>
          <p class="quote-number">{quote.number}</p>
        </div>
        <div class="quote-sum">
          <p class="quote-total">{money(quote.total, quote.currency)}</p>
          {quote.range && (
            <p class="quote-range">
              {money(quote.range.low, quote.currency)} – {money(quote.range.high, quote.currency)}
            </p>
          )}
        </div>
      </header>
      <table class="quote-lines">
        <caption class="hidden">Lines of quote {quote.number}</caption>
        <Lines lines={lines.visible} currency={quote.currency} />
        <tfoot>
          <tr>
            <th scope="row">Subtotal</th>
            <td class="number">{money(quote.subtotal, quote.currency)}</td>
          </tr>
          <tr>
            <th scope="row">Tax</th>
            <td class="number">{money(quote.tax, quote.currency)}</td>
          </tr>
        </tfoot>
      </table>
      <footer class="quote-foot">
        <span>Valid until {day(quote.valid_until)}</span>
        {lines.button}
      </footer>
    </article>
  );
}
