import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
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

test('Markdown becomes elements, HTML stays text', () => {
  const { container } = render(
    <Chat
      heading="h2"
      visitor="Dana"
      messages={[
        message({ text: '**big** <img src=x onerror=alert(1)>\n- [go](https://x.example)' }),
      ]}
    />,
  );
  expect(container.querySelector('strong')?.textContent).toBe('big');
  expect(container.querySelector('img')).toBeNull();
  const link = screen.getByRole('link', { name: 'go' });
  expect(link.getAttribute('rel')).toContain('noopener');
});
