import { describe, expect, it } from 'vitest';
import type { SiteFacts } from '../assistant.ts';
import { type Chat, startChat } from './testing/chat.ts';
import { FACTS } from './testing/demo-facts.ts';

async function saying(chat: Chat, ...lines: string[]): Promise<string> {
  let last = '';
  for (const line of lines) last = await chat.say(line);
  return last;
}

const WITH_QUALITY: SiteFacts = {
  ...FACTS,
  services: FACTS.services.map((service) => ({
    ...service,
    inputs: service.inputs.map((input) =>
      input.id === 'pattern'
        ? {
            ...input,
            options: [
              { id: 'plain', label: 'Plain', synonyms: ['regular', 'cheapest'] },
              { id: 'fancy', label: 'Fancy', synonyms: ['better', 'nice'] },
            ],
            default: 'plain',
          }
        : input,
    ),
  })),
};

describe('someone who haggles', () => {
  it.each([
    'my budget is 2000, can you go lower?',
    'my budget is 2000',
    'can you go any lower',
    'can you do any better',
    'is the price negotiable',
    'would you take 9k',
    "i'll pay 8000 cash",
    'can u beat 12000 from another contractor?',
    'other guy said 4000',
    'someone quoted me 1500',
    'thats way over my budget',
    'i only have 5000',
    'what can i get for 5000',
    'can you do 2000',
    'how about 1800?',
    'do you price match',
    "can't afford that",
    'cash discount?',
  ])('hears that prices come from the list: %s', async (text) => {
    const chat = startChat(WITH_QUALITY);
    await chat.say('patio 20x25');
    expect(await chat.say(text)).toMatch(
      /^Prices come from the price list, so I can't change them/,
    );
    expect(chat.quotes).toHaveLength(1);
  });

  it('is not apologised to for a budget told before any price', async () => {
    const chat = startChat();
    expect(await chat.say('my budget is 2000')).toBe(
      'What are you planning: paver patio, wood fence, or mulch?',
    );
    expect(await chat.say('patio, 10x10')).toContain('$495.00');
  });

  it('does not get another material for a word of praise', async () => {
    const chat = startChat(WITH_QUALITY);
    await saying(chat, 'patio 20x25', 'ok thats better', 'nice');
    expect(chat.quotes).toHaveLength(1);
    await chat.say('the better one please');
    expect(chat.quotes.at(-1)?.inputs.pattern).toBe('fancy');
    await chat.say('no, the cheapest pavers');
    expect(chat.quotes.at(-1)?.inputs.pattern).toBe('plain');
  });
});

describe('someone who is upset', () => {
  it.each([
    'THIS IS RIDICULOUS nobody ever calls me back',
    'i left 3 messages and nobody called!!!',
    'you suck',
    'this is useless',
    'worst service ever',
    'im so frustrated with you people',
  ])('is offered a person at once: %s', async (text) => {
    const chat = startChat();
    const said = await chat.say(text);
    expect(said).toMatch(/^I'm sorry about that\..*Would you like a person from Rivera/s);
    expect(await chat.say('yes')).toContain("I've asked Rivera Hardscapes for a person");
  });

  it('and is left alone when they want that', async () => {
    const chat = startChat();
    await chat.say('patio 20x25');
    expect(await chat.say('stop')).toBe(
      'Thanks for stopping by Rivera Hardscapes. This chat stays here if you need it.',
    );
    expect(await chat.say('fuck off')).toMatch(/^Thanks for stopping by/);
  });
});

describe('someone with a question that only the company can answer', () => {
  it.each([
    'do you offer financing',
    'do you have any openings next week',
    'is this a scam',
    'will there be a lot of dust',
    'is this free',
    'this weekend?',
    'do i need to be home',
  ])('is told who knows: %s', async (text) => {
    const chat = startChat();
    expect(await saying(chat, 'hi', text)).toMatch(
      /^I don't have that answer here; a person at Rivera Hardscapes does\./,
    );
  });

  it('is not told so where the answer was just given', async () => {
    const chat = startChat();
    const said = await chat.say('do you come out to Roseville');
    expect(said).toContain('serves Sacramento');
    expect(said).not.toContain("don't have that answer");
  });
});

describe('someone who asks about their quotes', () => {
  it('hears all of them, not the last one', async () => {
    const chat = startChat();
    await chat.say('20x25 patio and 100 ft fence');
    const said = await chat.say('total?');
    expect(said).toContain('$2,475.00');
    expect(said).toContain('$3,650.00');
  });

  it('hears what the price is for, so that an unknown wish does not pass for priced', async () => {
    const chat = startChat();
    await chat.say('20x25 patio');
    expect(await chat.say('how much would it be with a slide')).toMatch(
      /^Your paver patio quote for 500 sq ft, running bond is \*\*\$2,475\.00\*\*/,
    );
  });

  it('hears how many of what it counts', async () => {
    const chat = startChat();
    await chat.say('mulch 1000 sq ft');
    expect(await chat.say('how many yards is that')).toMatch(
      /^The mulch quote counts 1 Material\./,
    );
  });

  it('hears what can be chosen when they name something else', async () => {
    const chat = startChat();
    await chat.say('20x25 patio');
    expect(await chat.say('what about basketweave')).toMatch(
      /^For the paver patio the pattern can be running bond or herringbone\./,
    );
  });

  it('is asked again for the size that was out of bounds', async () => {
    const chat = startChat();
    await chat.say('fence 100 ft');
    expect(await chat.say('make it 12 ft high')).toMatch(
      /from 3 ft to 8 ft.*How high should it be\? For example 6 ft\.$/s,
    );
    expect(await chat.say('8')).toContain('100 ft long, 8 ft high');
  });

  it('learns that a price needs a job and its size', async () => {
    const chat = startChat();
    expect(await chat.say('how much is it per square foot')).toMatch(
      /^That depends on the job and its size\. What are you planning/,
    );
    expect(await chat.say('patio, per sq ft?')).toMatch(/^About how big is the patio/);
  });
});

describe('someone who hardly uses words', () => {
  it.each(['👍', '👌', '✅'])('says yes with %s', async (text) => {
    const chat = startChat();
    await chat.say('fence for my 50x30 yard');
    expect(await chat.say(text)).toContain('Wood fence, 160 ft long');
  });
  it.each(['😀', '🙏', '❤️', '👋', '🎉', 'lol', 'haha', 'hmm', 'wow', 'ok whatever'])(
    'is not told that %s was not understood',
    async (text) => {
      const chat = startChat();
      await saying(chat, 'hi', 'patio');
      expect(await chat.say(text)).not.toMatch(/didn't get that|don't follow/);
    },
  );
  it('says no with 👎', async () => {
    const chat = startChat();
    await chat.say('patio 20x25');
    expect(await chat.say('👎')).toContain('that is optional');
  });
  it('turns down all four sides with a no', async () => {
    const chat = startChat();
    await chat.say('fence for my 50x30 yard');
    expect(await chat.say('no')).toBe(
      'All right. About how long is the fence? For example 100 ft.',
    );
    expect(await chat.say('120')).toContain('Wood fence, 120 ft long');
  });
  it('repeats a word of the service in hand', async () => {
    const chat = startChat();
    await chat.say('fence');
    expect(await chat.say('wood')).toBe('About how long is the fence? For example 100 ft.');
  });
});
