import { describe, expect, it } from 'vitest';
import { type Chat, startChat } from './testing/chat.ts';

async function addressAfter(...lines: string[]): Promise<Chat> {
  const chat = startChat();
  for (const line of lines) await chat.say(line);
  return chat;
}

describe('an address over several messages', () => {
  it.each([
    [['I live at 221 Elm St', 'Folsom', '95630'], '221 Elm St, Folsom 95630'],
    [['I live at 221 Elm St', 'Folsom CA 95630'], '221 Elm St, Folsom CA 95630'],
    [['I live at 221 Elm St', 'in folsom'], '221 Elm St, folsom'],
    [['221 Elm St', 'zip is 95630'], '221 Elm St 95630'],
    [['221 Elm St', 'Loomis, CA'], '221 Elm St, Loomis, CA'],
    [['patio 300 sq ft', '221 Elm St', 'Folsom', '95630'], '221 Elm St, Folsom 95630'],
    [['patio 20x25', 'Tom', 'tom@x.com', '221 Elm St', 'Elk Grove'], '221 Elm St, Elk Grove'],
  ])('%j', async (lines, address) => {
    const chat = await addressAfter(...lines);
    expect(chat.saved.address).toBe(address);
    expect(chat.history.at(-1)?.text).not.toMatch(/didn't get that|don't follow/);
  });

  it.each([
    [['221 Elm St, Folsom CA 95630', '95814']],
    [['221 Elm St', 'Patio']],
    [['221 Elm St', 'Thanks']],
    [['221 Elm St', 'do you serve Folsom?']],
    [['221 Elm St', 'fence', '95630']],
    [['patio 20x25', '221 Elm St', 'Karen']],
    [['patio 20x25', '221 Elm St', 'Herringbone']],
    [['patio 20x25', '221 Elm St', 'Sure']],
  ])('is not touched by what is no town: %j', async (lines) => {
    const chat = await addressAfter(...lines);
    expect(chat.saved.address).toMatch(/^221 Elm St(?:, Folsom CA 95630)?$/);
  });
});
