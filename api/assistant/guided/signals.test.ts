import { describe, expect, it } from 'vitest';
import { newIntake } from './intake.ts';
import { FACTS } from './testing/demo-facts.ts';
import type { Topic } from './topics.ts';
import { understand } from './understand.ts';

const read = (text: string) => understand(text, { facts: FACTS, intake: newIntake() });

describe('what a message asks', () => {
  it.each<[string, Topic]>([
    ['how much', 'price'],
    ["what's the price per square foot", 'price'],
    ['can i get a quote', 'price'],
    ['¿cuánto cuesta?', 'price'],
    ['what are your hours?', 'hours'],
    ['Do u guys work weekends?', 'hours'],
    ['when do you open', 'hours'],
    ['r u open saturday', 'hours'],
    ['¿a qué hora abren?', 'hours'],
    ['do you serve folsom', 'area'],
    ['u guys in roseville?', 'area'],
    ['what areas do you cover', 'area'],
    ['where are you located?', 'area'],
    ['¿trabajan en Elk Grove?', 'area'],
    ['are you licensed?', 'licence'],
    ['r u licenced and insured', 'licence'],
    ["what's your number", 'phone'],
    ['whats ur phone', 'phone'],
    ['can I just call you?', 'phone'],
    ['what services do you offer', 'services'],
    ['what do you do', 'services'],
    ['talk to a person', 'human'],
    ['can i get a human', 'human'],
    ['speak to manager', 'human'],
    ['have someone call me', 'human'],
    ['call me back', 'human'],
    ['i want to talk to a real person please', 'human'],
    ['quiero hablar con una persona', 'human'],
    ['are you a bot', 'bot'],
    ['is this a robot?', 'bot'],
    ['r u human', 'bot'],
    ['are you chatgpt', 'bot'],
    ['who am i talking to', 'bot'],
    ['how long does it take', 'company_question'],
    ['when can you come out', 'company_question'],
    ['do you offer a warranty', 'company_question'],
    ["that's too expensive", 'haggle'],
    ["what's included?", 'included'],
    ['do you do roofs?', 'other_trade'],
    ['concrete driveway', 'other_trade'],
    ['hey', 'greeting'],
    ['good morning', 'greeting'],
    ['thx', 'thanks'],
    ['bye', 'bye'],
    ['never mind', 'undo'],
  ])('%s', (text, topic) => {
    expect(read(text).topics).toContain(topic);
  });

  it('does not hear a wish for a person where a number is left or the bot is asked what it is', () => {
    expect(read('call me at 916-555-0134').topics).not.toContain('human');
    expect(read('are you a real person?').topics).not.toContain('human');
  });
});

describe('yes, no and neither', () => {
  it.each(['yes', 'yep', 'sure', 'ya', 'ok', 'yes please', 'sí', 'claro', 'go ahead', 'Yeah!'])(
    'yes: %s',
    (text) => {
      expect(read(text).answer).toBe('yes');
    },
  );
  it.each(['no', 'nah', 'nope', 'no thanks', 'not really', 'no gracias', "i'm good"])(
    'no: %s',
    (text) => {
      expect(read(text).answer).toBe('no');
    },
  );
  it.each(['no idea', 'no problem', 'november', 'north side', 'yesterday', 'okra'])(
    'neither: %s',
    (text) => {
      expect(read(text).answer).toBeNull();
    },
  );
  it.each([
    "i'd rather not say",
    "don't want to give my number",
    'no calls please',
    'just looking',
    'maybe later',
    'not comfortable sharing that',
    'prefiero no dar mi número',
  ])('declines: %s', (text) => {
    expect(read(text).declines).toBe(true);
  });
  it.each(['havent measured yet', "I don't really know", 'ni idea'])('unsure: %s', (text) => {
    expect(read(text).unsure).toBe(true);
  });
  it.each(['how about vinyl', '¿qué tal vinilo?', 'make it cedar'])('proposes: %s', (text) => {
    expect(read(text).proposes).toBe(true);
  });
  it.each(['¿Cuándo abren', 'do you serve folsom'])('a question without its mark: %s', (text) => {
    expect(read(text).question).toBe(true);
  });
  it.each(['?', '...', '👍', '   ', ''])('nothing to read: %j', (text) => {
    expect(read(text).wordless).toBe(true);
  });
});
