import type { Reader } from './measure.ts';
import { calculatorReaders } from './readers/calculator.ts';
import { guardReaders } from './readers/guards.ts';
import { modelReaders } from './readers/model.ts';
import { pageReaders } from './readers/pages.ts';
import { recordReaders } from './readers/records.ts';
import { visitorReaders } from './readers/visitor.ts';

/** Every function that reads a text of a visitor, a model or an API caller. */
export const allReaders = (): Reader[] => [
  ...visitorReaders(),
  ...recordReaders(),
  ...calculatorReaders(),
  ...modelReaders(),
  ...pageReaders(),
  ...guardReaders(),
];
