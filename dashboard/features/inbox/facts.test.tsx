import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { conversation, quote } from '../../testing/fixtures.ts';
import { Facts } from './facts.tsx';

afterEach(cleanup);

const about = {
  ...conversation({ quote_total: { amount: 442247, currency: 'USD' } }),
  lead: null,
  page_url: 'https://www.rivera.example/patios?utm_source=ads#top',
  ai_cost_usd: '0',
  quotes: [quote()],
};
const said = () => screen.getByText('Quoted').nextElementSibling?.textContent;

test('the amount is that of the last quote, and says so where there are others', () => {
  const { rerender } = render(<Facts detail={about} />);
  expect(said()).toBe('$4,422.47');
  rerender(<Facts detail={{ ...about, quotes: [quote(), quote({ id: 'q2' })] }} />);
  expect(said()).toBe('$4,422.47, the last of 2 quotes');
});

test('a page is named without what an advertisement hung on its address', () => {
  render(<Facts detail={about} />);
  const link = screen.getByRole('link', { name: 'www.rivera.example/patios' });
  expect(link.getAttribute('href')).toBe(about.page_url);
});

test('phone and e-mail can be used and copied', () => {
  const contact = { name: 'Dana', phone: '+15125551000', email: 'd@x.example', address: null };
  render(<Facts detail={{ ...about, contact }} />);
  expect(screen.getByRole('link', { name: '(512) 555-1000' }).getAttribute('href')).toBe(
    'tel:+15125551000',
  );
  expect(screen.getByRole('button', { name: 'Copy the phone number' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Copy the e-mail address' })).toBeDefined();
});
