import type { ServiceInputView, ServiceView } from '../../../calculator/views.ts';
import type { SiteFacts } from '../../assistant.ts';

type Size = Pick<ServiceInputView, 'id' | 'kind' | 'unit' | 'question'> & {
  label?: string;
  default?: string;
  min: string;
  max: string;
};

const size = ({ default: fallback, label, ...input }: Size): ServiceInputView => ({
  ...input,
  label: label ?? input.id.charAt(0).toUpperCase() + input.id.slice(1),
  required: fallback === undefined,
  default: fallback ?? null,
  options: [],
});

const PATTERN: ServiceInputView = {
  id: 'pattern',
  label: 'Pattern',
  question: 'Which pattern do you like?',
  kind: 'choice',
  unit: null,
  required: false,
  default: 'running_bond',
  min: null,
  max: null,
  options: [
    { id: 'running_bond', label: 'Running bond', synonyms: ['brick pattern'] },
    { id: 'herringbone', label: 'Herringbone', synonyms: ['zigzag'] },
  ],
};

export const PATIO: ServiceView = {
  id: 'paver_patio',
  name: 'Paver patio',
  description: 'Concrete pavers on a compacted base.',
  synonyms: ['patio', 'pavers', 'paver', 'paving stones', 'brick patio', 'hardscape'],
  inputs: [
    size({
      id: 'area',
      kind: 'area',
      unit: 'sq_ft',
      question: 'About how big is the patio?',
      min: '20',
      max: '10000',
    }),
    PATTERN,
  ],
};

export const FENCE: ServiceView = {
  id: 'wood_fence',
  name: 'Wood fence',
  description: 'Cedar panels with set posts.',
  synonyms: ['fence', 'fencing', 'privacy fence', 'cedar fence'],
  inputs: [
    size({
      id: 'length',
      kind: 'length',
      unit: 'ft',
      question: 'About how long is the fence?',
      min: '8',
      max: '2000',
    }),
    size({
      id: 'height',
      kind: 'height',
      unit: 'ft',
      question: 'How high should it be?',
      default: '6',
      min: '3',
      max: '8',
    }),
  ],
};

export const MULCH: ServiceView = {
  id: 'mulch',
  name: 'Mulch',
  description: 'Delivered and spread.',
  synonyms: ['bark', 'wood chips', 'mulching'],
  inputs: [
    size({
      id: 'area',
      kind: 'area',
      unit: 'sq_ft',
      question: 'About how big is the bed?',
      min: '20',
      max: '50000',
    }),
    size({
      id: 'depth',
      kind: 'depth',
      unit: 'in',
      question: 'How deep?',
      default: '3',
      min: '1',
      max: '12',
    }),
  ],
};

export const FACTS: SiteFacts = {
  companyName: 'Rivera Hardscapes',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  hours: 'Monday to Friday, 7 am to 5 pm',
  areaServed: 'Sacramento and Placer counties',
  licence: 'CSLB 1043321',
  phone: '+19165550100',
  services: [PATIO, FENCE, MULCH],
};

const named = (service: ServiceView, name: string, synonyms: string[], questions: string[]) => ({
  ...service,
  name,
  synonyms,
  inputs: service.inputs.map((input, index) => ({
    ...input,
    question: questions[index] ?? input.question,
  })),
});

export const FACTS_ES: SiteFacts = {
  ...FACTS,
  locale: 'es',
  hours: 'lunes a viernes, de 7 a 17 h',
  services: [
    named(
      PATIO,
      'Patio de adoquines',
      ['patio', 'adoquines', 'adoquín'],
      ['¿Cuánto mide el patio?'],
    ),
    named(FENCE, 'Cerca de madera', ['cerca', 'valla'], ['¿Cuánto mide la cerca de largo?']),
    named(MULCH, 'Mantillo', ['mantillo', 'corteza'], ['¿Cuánto mide el jardín?']),
  ],
};
