import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../lib/wire.ts';
import { message, quote } from '../../testing/fixtures.ts';
import { Chat } from './chat.tsx';

afterEach(cleanup);

test('reads as a chat, each voice named, quotes in place', () => {
  const { container } = render(
    <Chat
      heading="h2"
      visitor="Dana"
      messages={[
        message({ id: 'a', text: 'how much?' }),
        message({ id: 'b', role: 'assistant', assistant: 'guided', text: 'What size?' }),
        message({ id: 'c', role: 'assistant', assistant: 'model', text: 'So:', quotes: [quote()] }),
        message({ id: 'd', role: 'staff', text: 'Hi, Sam here' }),
      ]}
    />,
  );
  const voices = [...container.querySelectorAll('.chat-speaker')].map((node) => node.textContent);
  expect(voices).toEqual(['Dana', 'Guided assistant', 'Assistant', 'Your team']);
  const groups = container.querySelectorAll('.chat-group');
  expect(groups[2]?.querySelector('article')).not.toBeNull();
  expect(screen.getByRole('list', { name: 'Messages' })).toBeDefined();
});

const show = (role: Message['role'], text: string) =>
  render(<Chat heading="h2" visitor="Dana" messages={[message({ role, text })]} />).container;

test.each(['assistant', 'staff'] as const)(
  'Markdown of %s becomes elements, HTML stays text',
  (role) => {
    const container = show(role, '**big** <img src=x onerror=alert(1)>\n- [go](https://x.example)');
    expect(container.querySelector('strong')?.textContent).toBe('big');
    expect(container.querySelector('img')).toBeNull();
    const link = screen.getByRole('link', { name: 'go' });
    expect(link.getAttribute('rel')).toContain('noopener');
  },
);

test('what a visitor writes stays as written: no markup, line breaks kept', () => {
  const text = '# **big**\n- <b>one</b>\n\n1. _two_';
  const bubble = show('visitor', text).querySelector('.bubble');
  expect(bubble?.textContent).toBe(text);
  expect(bubble?.querySelectorAll('strong, b, li, em')).toHaveLength(0);
});

test("a visitor's link is named by the whole of its target", () => {
  show('visitor', '[https://bank.example](https://evil.example) [pay](https://evil.example/pay)');
  const links = screen
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')]);
  expect(links).toEqual([
    ['https://bank.example', 'https://bank.example'],
    ['https://evil.example', 'https://evil.example'],
    ['https://evil.example/pay', 'https://evil.example/pay'],
  ]);
});

test.each([
  ['[our prices](https://shop.example/p?q=1)', 'our prices (shop.example)'],
  ['[https://bank.example](https://evil.example)', 'https://bank.example (evil.example)'],
  ['[shop.example](https://shop.example/)', 'shop.example'],
  ['https://shop.example/prices', 'https://shop.example/prices'],
  ['[bank](https://bank.example@evil.example/)', 'bank (evil.example)'],
  ['[odd](https://%/)', 'odd (https://%/)'],
])('%s of the assistant reads "%s"', (text, read) => {
  expect(show('assistant', text).querySelector('.bubble')?.textContent).toBe(read);
});
