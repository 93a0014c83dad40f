import type { ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { SiteFacts } from '../../assistant.ts';

const size = (
  id: string,
  kind: ServiceInputView['kind'],
  unit: string,
  min: string,
  max: string,
): ServiceInputView => ({
  id,
  label: id[0]?.toUpperCase() + id.slice(1),
  question: `What is the ${id}?`,
  kind,
  unit,
  required: true,
  default: null,
  min,
  max,
  options: [],
});
const choice = (id: string, labels: string[]): ServiceInputView => ({
  id,
  label: id,
  question: `Which ${id}?`,
  kind: 'choice',
  unit: null,
  required: true,
  default: null,
  min: null,
  max: null,
  options: labels.map((label) => ({ id: label, label, synonyms: [] })),
});
const service = (id: string, name: string, inputs: ServiceInputView[]): ServiceView => ({
  id,
  name,
  description: '',
  synonyms: [],
  inputs,
});

/** The company that the sets of answers are about. */
export const FACTS: SiteFacts = {
  companyName: 'Rivera Hardscapes',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  hours: 'Monday to Friday 7:30 am to 5 pm, Saturday 8 am to noon',
  areaServed: 'Sacramento and the towns around it, from Davis to Folsom and Elk Grove',
  licence: 'CSLB license no. 482913',
  phone: '(916) 555-0142',
  services: [
    service('paver-patio', 'Paver patio', [
      size('area', 'area', 'sq_ft', '20', '5000'),
      choice('paver', ['standard', 'premium', 'flagstone']),
      choice('edging', ['yes', 'no']),
    ]),
    service('wood-fence', 'Wood fence', [
      size('length', 'length', 'ft', '10', '1000'),
      choice('height', ['4 ft', '6 ft', '8 ft']),
      size('gates', 'count', 'each', '0', '10'),
      choice('tear_out', ['yes', 'no']),
    ]),
    service('mulch', 'Mulch', [
      size('area', 'area', 'sq_ft', '20', '20000'),
      size('depth', 'depth', 'in', '1', '6'),
      choice('kind', ['bark', 'cedar', 'rubber']),
    ]),
  ],
};

/** The company that sets c and d are about: the same services, another office. */
export const FACTS_C: SiteFacts = {
  ...FACTS,
  phone: '(555) 010-4477',
  licence: 'License #218845',
  hours: 'Monday to Friday 8 am to 5 pm, Saturday 9 am to 1 pm',
  areaServed: 'Sacramento and everything within 25 miles',
};
