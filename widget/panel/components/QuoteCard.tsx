import type { App } from '../app.ts';
import type { Quote } from '../services/wire.ts';
import { isReachable } from '../store/apply-event.ts';
import { signal } from '../store/signals.ts';
import { formatDay, formatMoney, formatQuantity } from '../text/format.ts';
import { fill } from '../text/strings.ts';
import { View } from './view.ts';

const LINES_SHOWN = 3;

/** A quote, itemised; the one thing to do with it is to ask for it. */
export class QuoteCard extends View<{ app: App; quote: Quote }> {
  private all = signal(false);

  draw({ app, quote }: { app: App; quote: Quote }) {
    const { all } = this;
    const { store, chat } = app;
    const words = app.words();
    const locale = app.locale();
    const money = (minor: number, round?: 'stripIfInteger') =>
      formatMoney(minor, quote.currency, locale, round);
    const { lines, range } = quote;
    const shown = all.value ? lines : lines.slice(0, LINES_SHOWN);
    const reachable = isReachable(store);
    return (
      <section class="card" aria-label={`${words.estimate}: ${quote.title}`}>
        <h3>{quote.title}</h3>
        <p class="total">{money(quote.total)}</p>
        {range && (
          <p class="quiet">
            {fill(
              words.range,
              money(range.low, 'stripIfInteger'),
              money(range.high, 'stripIfInteger'),
            )}
          </p>
        )}
        <ul class="lines">
          {shown.map((line) => (
            <li>
              <span>
                {line.label}
                <small>{formatQuantity(line.quantity, line.unit, locale)}</small>
              </span>
              <span>{money(line.amount)}</span>
            </li>
          ))}
          {lines.length > LINES_SHOWN && (
            <li>
              <button
                type="button"
                class="plain"
                aria-expanded={all.value}
                onClick={() => {
                  all.value = !all.value;
                }}
              >
                {all.value ? words.less : fill(words.more, lines.length)}
              </button>
            </li>
          )}
          <li>
            <span>{words.tax}</span>
            <span>{money(quote.tax)}</span>
          </li>
        </ul>
        <p class="quiet">{fill(words.valid, quote.number, formatDay(quote.valid_until, locale))}</p>
        {reachable ? (
          <p class="quiet">{words.wanted}</p>
        ) : (
          <button type="button" class="primary" onClick={chat.askForDetails}>
            {words.want}
          </button>
        )}
      </section>
    );
  }
}
