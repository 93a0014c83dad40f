import type { CalculatorConfig, InputConfig } from './config/schema.ts';
import type { ServiceInputView, ServiceView } from './views.ts';

/** What the company offers and what each service's price needs to know, without any price. */
export function servicesOf(config: CalculatorConfig): ServiceView[] {
  return config.services.map((service) => ({
    id: service.id,
    name: service.name,
    description: service.description,
    synonyms: service.synonyms.map((word) => word.toLowerCase()),
    inputs: service.inputs.map(inputView),
  }));
}

function inputView(input: InputConfig): ServiceInputView {
  return {
    id: input.id,
    label: input.label,
    question: input.question,
    kind: input.kind,
    unit: input.unit,
    required: input.default === null,
    default: input.default,
    min: input.min,
    max: input.max,
    options: input.options.map(({ id, label, synonyms }) => ({
      id,
      label,
      synonyms: synonyms.map((word) => word.toLowerCase()),
    })),
  };
}
