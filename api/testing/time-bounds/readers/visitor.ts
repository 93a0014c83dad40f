import { addressGoesOn } from '../../../assistant/guided/address-goes-on.ts';
import { inferAsked } from '../../../assistant/guided/infer-asked.ts';
import { newIntake } from '../../../assistant/guided/intake.ts';
import { languageOf } from '../../../assistant/guided/language.ts';
import { recall } from '../../../assistant/guided/recall.ts';
import { startChat } from '../../../assistant/guided/testing/chat.ts';
import { FACTS, FACTS_ES } from '../../../assistant/guided/testing/demo-facts.ts';
import { understand } from '../../../assistant/guided/understand.ts';
import { readDetails } from '../../../customers/capture/capture-details.ts';
import { tellsAnother } from '../../../customers/capture/whose-details.ts';
import type { Reader } from '../measure.ts';

const LONGEST = 20_000;
const HISTORY_MESSAGES = 60;

/** A patio and a fence are known, so are a street and a number; the fence's height was just asked for. */
const LATER = {
  ...newIntake(),
  jobs: ['paver_patio', 'wood_fence'].map((service) => ({
    service,
    inputs: service === 'wood_fence' ? { length: '100' } : { area: '500' },
    units: {},
    priced: null,
    quote_id: null,
    refused: false,
    beside: [],
  })),
  current: 'wood_fence',
  loose: '20x20 and 5 ft',
  details: { address: '12 Oak St', phone: '+19165550134' },
  asked: { what: 'input' as const, service: 'wood_fence', input: 'height' },
};
const ASKED_NAME = { ...LATER, asked: { what: 'name' as const }, asks: { name: 1 } };

async function answer(text: string): Promise<void> {
  const chat = startChat();
  chat.intake = ASKED_NAME;
  await chat.say(text);
}

/** Everything that reads what a visitor writes, but for the price guard. */
export function visitorReaders(): Reader[] {
  const reader = (name: string, read: Reader['read']): Reader => ({ name, read, longest: LONGEST });
  return [
    reader('guided: first message', (text) =>
      understand(text, { facts: FACTS, intake: newIntake() }),
    ),
    reader('guided: later message', (text) => understand(text, { facts: FACTS, intake: LATER })),
    reader('guided: asked for a name, Spanish', (text) =>
      understand(text, { facts: FACTS_ES, intake: ASKED_NAME }),
    ),
    reader('guided: whole turn', answer),
    reader('guided: language', languageOf),
    reader('guided: question of an answer', inferAsked),
    reader('guided: town of a street', (text) => addressGoesOn(text, LATER)),
    reader('guided: history of 60 messages', (text) => {
      const length = Math.ceil(text.length / HISTORY_MESSAGES);
      const history = Array.from({ length: HISTORY_MESSAGES }, (_, at) => ({
        role: 'visitor' as const,
        text: text.slice(at * length, (at + 1) * length),
      }));
      recall({ facts: FACTS, history, text: 'hi', intake: null, quotes: [] });
    }),
    reader('guided: history of 60 such messages', (text) => {
      if (text.length < 4_000) return;
      const history = Array.from({ length: HISTORY_MESSAGES }, () => ({
        role: 'visitor' as const,
        text: text.slice(0, 4_000),
      }));
      recall({ facts: FACTS, history, text: 'hi', intake: null, quotes: [] });
    }),
    reader('capture: unasked', (text) => readDetails(text, { country: 'US' })),
    reader('capture: asked for a phone, Germany', (text) =>
      readDetails(text, { country: 'DE', asked: 'phone' }),
    ),
    reader('capture: asked for an address', (text) =>
      readDetails(text, { country: 'US', asked: 'address', notTheirs: ['+19165550100'] }),
    ),
    reader('capture: whose details', tellsAnother),
  ];
}
