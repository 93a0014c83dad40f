import { act, cleanup, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi } from '../../testing/fakes.ts';
import { conversation, message } from '../../testing/fixtures.ts';
import { Thread } from './thread.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(['the messages', 'the details'])(
  'opens at the newest message, also when %s come late',
  async (late) => {
    let come = () => {};
    const gate = new Promise<void>((resolve) => {
      come = resolve;
    });
    const after = (what: string, answer: unknown) => async () => {
      if (what === late) await gate;
      return answer;
    };
    const detail = { ...conversation(), quotes: [], lead: null, page_url: null, ai_cost_usd: '0' };
    const { send } = fakeApi({
      'GET /api/conversations/c1': after('the details', detail),
      'GET /api/conversations/c1/messages': after('the messages', {
        items: [message({ id: 'a', text: 'how much?' })],
        next_cursor: null,
      }),
    });
    vi.stubGlobal('fetch', send);
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(900);
    render(
      <LocationProvider>
        <Thread id="c1" />
      </LocationProvider>,
    );
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    come();
    await screen.findByText('how much?');
    expect(screen.getByRole('region', { name: 'Chat' }).scrollTop).toBe(900);
  },
);
