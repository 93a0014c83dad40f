import { expect, test } from 'vitest';
import type { ConversationDeps } from '../conversation/conversation-deps.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import { prepareTurn, stillTrue, turnInputOf } from './prepare-turn.ts';

const message = { id: 'm', role: 'visitor', text: 'hi', quote_ids: [], created_at: '' } as const;
const view = { ...message, quote_ids: [] };
const state = () =>
  ({ facts: {}, history: [], intake: null, quotes: [] }) as unknown as ConversationState;
const deps = (change: object) =>
  ({ prepareAnswer: () => {}, capture: () => [], ...change }) as unknown as ConversationDeps;

test('what was prepared counts until the conversation goes on', () => {
  const known = state();
  const prepared = prepareTurn(deps({}), known, view, turnInputOf(known, 'hi'));
  expect(stillTrue(prepared, known)).toBe(prepared);
  known.history.push({ role: 'assistant', text: 'Hello' });
  expect(stillTrue(prepared, known)).toBeNull();
});

test('what fails while it is prepared fails in the turn, not before', () => {
  const fails = () => {
    throw new Error('no');
  };
  for (const broken of [{ prepareAnswer: fails }, { capture: fails }]) {
    expect(prepareTurn(deps(broken), state(), view, turnInputOf(state(), 'hi'))).toBeNull();
  }
});
