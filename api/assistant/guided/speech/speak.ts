import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { SiteFacts } from '../../assistant.ts';
import { isServed, placeName } from '../asked-place.ts';
import type { Asked, Intake } from '../intake.ts';
import type { Fact, Move } from '../move.types.ts';
import { findService } from '../next-question.ts';
import type { Issue } from '../sizes/fit.types.ts';
import { sideUnit } from '../sizes/units.ts';
import { inSentence, list, serviceList, size, wordsFor } from './words.ts';

/** The sentence for a move that only says something; null where there is nothing to say. */
export function speak(move: Move, facts: SiteFacts): string | null {
  const words = wordsFor(facts);
  const { companyName: company } = facts;
  switch (move.move) {
    case 'greet':
      return words.greet(company);
    case 'identify':
      return words.identify(company);
    case 'tell':
      return move.place ? tellPlace(move.place, facts) : tell(move.fact, facts);
    case 'offers':
      return words.offers(company, inSentence(findService(facts, move.service)?.name ?? ''));
    case 'bad_phone':
      return move.reason === 'placeholder' ? words.placeholderPhone : words.incompletePhone;
    case 'issue':
      return speakIssue(move.service, move.issue, facts);
    case 'person_asked':
      return words.humanAlready(company);
    case 'missed':
      return speakMissed(move, facts);
    case 'bye':
      return words.bye(company);
    case 'start_over':
      return words.startOver;
    case 'not_known':
      return words.notKnown(company);
    case 'repair':
      return words.repair(company);
    case 'removal':
      return words.removal(company);
    case 'depends':
    case 'upset':
    case 'haggle':
    case 'respect':
    case 'welcome':
    case 'noted':
    case 'language':
      return words[move.move];
    default:
      return null;
  }
}

function tell(fact: Fact, facts: SiteFacts): string {
  const words = wordsFor(facts);
  const { companyName: company } = facts;
  if (fact === 'services') return words.services(serviceList(facts.services, facts));
  const values = {
    hours: facts.hours,
    area: facts.areaServed,
    licence: facts.licence,
    phone: facts.phone,
  };
  const value = values[fact]?.trim().replace(/[.\s]+$/, '');
  if (!value) return words.unknownFact(company);
  return words[fact](company, fact === 'phone' ? nationalPhone(value, facts) : value);
}

/** Only what the site says of its area is known: another town may be served or not. */
function tellPlace(place: string, facts: SiteFacts): string {
  const words = wordsFor(facts);
  const area = facts.areaServed?.trim().replace(/[.\s]+$/, '');
  if (!area) return words.unknownFact(facts.companyName);
  const named = placeName(place);
  return isServed(place, area)
    ? words.servesPlace(facts.companyName, area, named)
    : words.mayServe(facts.companyName, area, named);
}

/** As people of the company's country write it; as given where it is no phone number. */
function nationalPhone(phone: string, { country }: SiteFacts): string {
  const parsed = isSupportedCountry(country)
    ? parsePhoneNumberFromString(phone, country)
    : undefined;
  if (!parsed?.isPossible()) return phone;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}

function speakIssue(serviceId: string, issue: Issue, facts: SiteFacts): string | null {
  const words = wordsFor(facts);
  const service = findService(facts, serviceId);
  const input = service?.inputs.find((one) => one.id === issue.input);
  if (!service || !input) return null;
  const title = inSentence(service.name);
  if (issue.kind === 'mismatch')
    return input.kind === 'area' ? words.needsArea(title) : words.needsLength(title);
  if (issue.kind === 'option') {
    const labels = input.options.map((option) => inSentence(option.label));
    const offered = list(labels, facts, 'disjunction');
    const label = inSentence(input.label);
    return label === title ? words.options(offered) : words.onlyThese(label, offered, title);
  }
  if (issue.kind === 'parts') return words.eachPart;
  if (issue.kind !== 'range' || input.min === null || input.max === null) return null;
  const [min, max] = [size(input.min, input.unit, facts), size(input.max, input.unit, facts)];
  return words.limits(inSentence(input.label), min, max, title);
}

function speakMissed(move: Extract<Move, { move: 'missed' }>, facts: SiteFacts): string {
  const words = wordsFor(facts);
  if (move.why === 'not_offered') return words.notOffered(facts.companyName);
  if (move.why === 'not_known') return words.notKnown(facts.companyName);
  if (move.why === 'unsure') return move.times === 1 ? words.unsure : words.unsureAgain;
  if (move.why === 'yes' && move.times === 1) return words.goOn;
  if (move.times <= 2) return move.times === 1 ? words.unclear : words.stillUnclear;
  return move.times % 2 === 1 ? words.stuck(serviceList(facts.services, facts)) : words.waiting;
}

/** The question at an answer's end. */
export function speakQuestion(asked: Asked, intake: Intake, facts: SiteFacts): string {
  const words = wordsFor(facts);
  const again = (intake.asks[asked.what] ?? 0) > 0;
  switch (asked.what) {
    case 'service': {
      const among = facts.services.filter((one) => asked.among?.includes(one.id));
      if (among.length > 0) return words.askWhich(serviceList(among, facts, 'disjunction'));
      return words.askService(serviceList(facts.services, facts, 'disjunction'));
    }
    case 'input':
      return inputQuestion(asked, facts);
    case 'name':
      if (!intake.jobs.some((job) => job.quote_id !== null)) return words.askNameForPerson;
      return again ? words.askNameAgain : words.askName;
    case 'reach':
      return intake.human ? words.askReachForPerson : words.askReach;
    case 'human':
      return words.askHuman(facts.companyName);
    case 'more':
      return words.askMore;
  }
}

function inputQuestion(asked: Extract<Asked, { what: 'input' }>, facts: SiteFacts): string {
  const words = wordsFor(facts);
  const input = findService(facts, asked.service)?.inputs.find((one) => one.id === asked.input);
  if (!input) return '';
  if (asked.adds) {
    const side = asked.side && size(asked.side, sideUnit(input.unit), facts);
    return side ? words.askSideOfPart(side) : words.askOtherPart;
  }
  if (asked.side !== undefined) return words.askSide;
  const labels = input.options.map(({ label }) => label.toLowerCase().split(' ')[0] ?? '');
  if (
    input.kind === 'choice' &&
    labels.every((word) => input.question.toLowerCase().includes(word))
  )
    return input.question;
  if (input.kind === 'choice') {
    return `${input.question} ${words.options(
      list(
        input.options.map((option) => inSentence(option.label)),
        facts,
        'disjunction',
      ),
    )}`;
  }
  return `${input.question} ${words.example[input.kind]}`.trim();
}
