import { addressGoesOn } from '../../../assistant/guided/address-goes-on.ts';
import { inferAsked } from '../../../assistant/guided/infer-asked.ts';
import { type Intake, newIntake } from '../../../assistant/guided/intake.ts';
import { languageOf } from '../../../assistant/guided/language.ts';
import { recall } from '../../../assistant/guided/recall.ts';
import { startChat } from '../../../assistant/guided/testing/chat.ts';
import { FACTS, FACTS_ES } from '../../../assistant/guided/testing/demo-facts.ts';
import { understand } from '../../../assistant/guided/understand.ts';
import { readDetails } from '../../../customers/capture/capture-details.ts';
import { tellsAnother } from '../../../customers/capture/whose-details.ts';
import type { Reader } from '../measure.ts';

const LONGEST = 20_000;
const MESSAGE_CHARACTERS_MAX = 4_000; // that a visitor may send
const HISTORY_MESSAGES = 60;

/** A patio and a fence are known, so are a street and a number; the fence's height was just asked for. */
const LATER: Intake = {
  ...newIntake(),
  jobs: ['paver_patio', 'wood_fence'].map((service) => ({
    service,
    inputs: { [service === 'wood_fence' ? 'length' : 'area']: '300' },
    units: {},
    priced: null,
    quote_id: null,
    refused: false,
    beside: [],
  })),
  current: 'wood_fence',
  loose: '20x20 and 5 ft',
  details: { address: '12 Oak St', phone: '+19165550134' },
  asked: { what: 'input', service: 'wood_fence', input: 'height' },
};
const ASKED_NAME: Intake = { ...LATER, asked: { what: 'name' }, asks: { name: 1 } };

async function answer(text: string): Promise<void> {
  const chat = startChat();
  chat.intake = ASKED_NAME;
  await chat.say(text);
}

const historyOf = (texts: string[]) => ({
  facts: FACTS,
  history: texts.map((text) => ({ role: 'visitor' as const, text })),
  text: 'hi',
  intake: null,
  quotes: [],
});

const WRITTEN_BY_MOST = 333; // characters of a message

function reread(text: string): void {
  const length = WRITTEN_BY_MOST;
  const count = Math.ceil(text.length / length);
  const texts = Array.from({ length: count }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
  recall(historyOf(texts));
}

/** Everything that reads what a visitor writes, but for the price guard. */
export function visitorReaders(): Reader[] {
  const reader = (name: string, read: Reader['read']): Reader => ({ name, read, longest: LONGEST });
  const message = (name: string, read: Reader['read']): Reader => ({
    name,
    read,
    longest: MESSAGE_CHARACTERS_MAX,
  });
  return [
    message('guided: first message', (text) =>
      understand(text, { facts: FACTS, intake: newIntake() }),
    ),
    message('guided: later message', (text) => understand(text, { facts: FACTS, intake: LATER })),
    message('guided: asked for a name, Spanish', (text) =>
      understand(text, { facts: FACTS_ES, intake: ASKED_NAME }),
    ),
    message('guided: whole turn', answer),
    reader('guided: language', languageOf),
    reader('guided: question of an answer', inferAsked),
    reader('guided: town of a street', (text) => addressGoesOn(text, LATER)),
    reader('guided: history of short messages', reread),
    {
      name: 'guided: history of 60 long messages',
      read: (text) => recall(historyOf(Array(HISTORY_MESSAGES).fill(text))),
      longest: 4_000,
      limitMs: 250, // at most 20,000 characters of it are read again
    },
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
