import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { quote } from '../../testing/fixtures.ts';
import { QuoteCard } from './quote-card.tsx';

afterEach(cleanup);

test('shows title, number, total, tax and how long it holds', () => {
  render(<QuoteCard heading="h2" quote={quote({ range: { low: 600000, high: 700000 } })} />);
  const card = screen.getByRole('article', { name: 'Paver patio' });
  for (const text of ['Q-1042', '$6,791.86', '$6,000.00 – $7,000.00', '$502.38', '$2,475.00']) {
    expect(card.textContent).toContain(text);
  }
  expect(card.textContent).toContain('550 sq ft × $4.50');
  expect(card.textContent).toContain('Valid until Dec 21, 2026');
});

test('folds the lines after three and unfolds them', () => {
  render(<QuoteCard heading="h2" quote={quote()} />);
  expect(screen.queryByText('Delivery')).toBeNull();
  const more = screen.getByRole('button', { name: '1 more line' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  expect(screen.getByText('Delivery')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Fewer lines' })).toBeDefined();
});

test('three lines need no folding', () => {
  render(<QuoteCard heading="h2" quote={quote({ lines: quote().lines.slice(0, 3) })} />);
  expect(screen.queryByRole('button')).toBeNull();
});
