import { describe, expect, it } from 'vitest';
import { type Chat, startChat } from './testing/chat.ts';

async function saying(chat: Chat, ...lines: string[]): Promise<string> {
  let last = '';
  for (const line of lines) last = await chat.say(line);
  return last;
}

describe('a whole conversation', () => {
  it('goes from hello to a quote with a name and a number, one question at a time', async () => {
    const chat = startChat();
    expect(await chat.say('hi')).toMatch(
      /guided assistant of Rivera Hardscapes.*What are you planning/s,
    );
    expect(await chat.say('thinking about a patio')).toContain('About how big is the patio?');
    const priced = await chat.say('20x25');
    expect(priced).toContain('Paver patio, 500 sq ft, running bond: **$2,475.00**.');
    expect(priced).toMatch(/materials and labor.*Who should I put on it\?$/s);
    expect(await chat.say('dave smith')).toBe(
      "Thanks, Dave. What's a good phone number or email for you?",
    );
    expect(await chat.say('916 555 0134')).toMatch(
      /has your details.*Anything else you would like priced\?$/s,
    );
    expect(await chat.say('no thats all')).toContain('Thanks for stopping by');
    expect(chat.saved).toEqual({ name: 'Dave Smith', phone: '+19165550134' });
  });

  it('takes everything in one message', async () => {
    const chat = startChat();
    const said = await chat.say("hi I'm Dave, need a 20x25 paver patio, 916 555 0134");
    expect(said).toMatch(/^Thanks, Dave\./);
    expect(said).toContain('$2,475.00');
    expect(said).not.toMatch(/Who should|phone number or email/);
    expect(chat.saved).toEqual({ name: 'Dave', phone: '+19165550134' });
  });

  it('does not ask for a name that stood beside the number', async () => {
    const chat = startChat();
    const said = await chat.say('patio 12x12 jess 9165550126');
    expect(said).toMatch(/^Thanks, Jess\./);
    expect(said).not.toContain('Who should');
  });

  it('understands typing errors', async () => {
    const chat = startChat();
    expect(await saying(chat, 'ned a fense', '100 fete', '100')).toContain('**$3,650.00**');
    expect(await chat.say('im jhon smtih 916-555-0134')).toContain('Anything else');
    expect(chat.saved).toEqual({ name: 'Jhon Smtih', phone: '+19165550134' });
  });

  it('prices again after a correction and keeps its question', async () => {
    const chat = startChat();
    await chat.say('20x25 patio');
    const again = await chat.say('actually 18x20');
    expect(again).toMatch(
      /^Updated\. Paver patio, 360 sq ft.*\$1,782\.00.*What name should I put on it\?$/s,
    );
    expect(await chat.say('no, make it 400 sq ft')).toContain('$1,980.00');
    expect(chat.quotes).toHaveLength(3);
  });

  it('respects that someone leaves no contact details, and still helps', async () => {
    const chat = startChat();
    await chat.say('mulch for 1000 sq ft');
    expect(await chat.say("i'd rather not give my name")).toMatch(/^No problem, that is optional/);
    const next = await chat.say('and how about a fence, 50 ft');
    expect(next).toContain('$1,825.00');
    expect(next).not.toMatch(/Who should|What name|phone number or email/);
    expect(chat.saved).toEqual({});
  });

  it.each(['no', 'no thanks', 'not now', 'just looking', 'skip', 'why do you need that?'])(
    'does not ask again after "%s"',
    async (refusal) => {
      const chat = startChat();
      await chat.say('mulch for 1000 sq ft');
      expect(await chat.say(refusal)).toContain('that is optional');
      expect(await chat.say('what are your hours?')).not.toMatch(/Who should|What name|reach/);
    },
  );

  it('brings a person when asked, once, and asks where to reach the visitor', async () => {
    const chat = startChat();
    const said = await saying(chat, 'I need a fence', 'can I talk to a real person?');
    expect(said).toMatch(/asked Rivera Hardscapes for a person.*phone number or email/s);
    expect(await chat.say('916-555-0134')).toMatch(/Thanks/);
    expect(await chat.say('can someone call me')).toContain("I've already asked");
    expect(chat.reasons).toEqual(['The visitor asked for a person about: Wood fence.']);
  });

  it('offers a person after two messages in a row that it does not understand', async () => {
    const chat = startChat();
    expect(await chat.say('whats the meaning of life')).toMatch(/^Sorry, I didn't get that/);
    expect(await chat.say('purple monkey dishwasher')).toMatch(
      /Would you like a person from Rivera/,
    );
    expect(await chat.say('yes please')).toContain("I've asked Rivera Hardscapes for a person");
    expect(chat.reasons).toHaveLength(1);
  });

  it('counts misses in a row only, and goes on when the person is declined', async () => {
    const chat = startChat();
    await saying(chat, 'blorp?', '20x20 patio');
    expect(await chat.say('blorp?')).not.toContain('Would you like a person');
    expect(await chat.say('blorp blorp?')).toContain('Would you like a person');
    expect(await chat.say('no')).toMatch(/^All right/);
    expect(chat.reasons).toEqual([]);
  });

  it('never says the same thing three times', async () => {
    const chat = startChat();
    const said = [];
    for (let turn = 0; turn < 6; turn += 1) said.push(await chat.say('?'));
    for (let turn = 2; turn < 6; turn += 1) expect(said[turn]).not.toBe(said[turn - 1]);
  });

  it('prices a second service in the same chat without asking for details again', async () => {
    const chat = startChat();
    await saying(chat, '20x25 patio', 'Dave', 'dave@example.com');
    const said = await chat.say('also need a fence 100x6');
    expect(said).toContain('Wood fence, 100 ft long, 6 ft high: **$3,650.00**');
    expect(said).not.toMatch(/Who should|What name/);
    expect(chat.quotes.map(({ service }) => service)).toEqual(['paver_patio', 'wood_fence']);
  });

  it('prices two services named in one message', async () => {
    const chat = startChat();
    const said = await chat.say('20x25 patio and 100 ft fence');
    expect(said).toContain('$2,475.00');
    expect(said).toContain('$3,650.00');
  });

  it('asks where to send the quote, and takes a name that comes late', async () => {
    const chat = startChat();
    await chat.say('20x25 patio');
    expect(await chat.say('can you email it to me?')).toBe(
      "What's a good phone number or email for you?",
    );
    await saying(chat, 'john@example.com', 'are you licensed?', 'John Doe');
    expect(chat.saved).toEqual({ email: 'john@example.com', name: 'John Doe' });
  });

  it('asks about the first of two services first', async () => {
    const chat = startChat();
    expect(await chat.say('i want a patio and maybe some mulch too')).toContain(
      'how big is the patio',
    );
    expect(await chat.say('300 sq ft')).toMatch(/Paver patio, 300 sq ft.*how big is the bed/s);
    expect(await chat.say('200')).toContain('Mulch, 200 sq ft');
  });

  it('takes a phone without a name', async () => {
    const chat = startChat();
    await saying(chat, '20x25 patio', '(916) 555-0134');
    expect(chat.saved).toEqual({ phone: '+19165550134' });
    expect(chat.history.at(-1)?.text).toBe('Thanks, got it. What name should I put on it?');
  });
});
