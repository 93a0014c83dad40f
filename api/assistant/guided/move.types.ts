import type { CustomerDetails } from '../assistant.ts';
import type { Asked, Intake } from './intake.ts';
import type { Issue } from './sizes/fit.types.ts';

export type Fact = 'hours' | 'area' | 'licence' | 'phone' | 'services';

/** One thing to do or to say in this turn, in order. */
export type Move =
  | { move: 'not_known' | 'haggle' | 'depends' | 'upset' }
  | {
      move:
        | 'greet'
        | 'identify'
        | 'respect'
        | 'welcome'
        | 'bye'
        | 'start_over'
        | 'person_asked'
        | 'repair'
        | 'removal'
        | 'language'
        | 'noted';
    }
  | { move: 'tell'; fact: Fact; place?: string }
  /** A named service is one of the company's. */
  | { move: 'offers'; service: string }
  | { move: 'save'; details: CustomerDetails }
  | { move: 'bad_phone'; reason: 'placeholder' | 'incomplete' }
  | {
      move: 'quote';
      service: string;
      inputs: Record<string, string>;
      ranges: Record<string, string>;
      /** One of several parts of a job, or of several ways to have it. */
      beside?: 'too' | 'instead';
    }
  | { move: 'recall_price' | 'recall_counts' | 'recall_validity'; service: string; quote?: string }
  | { move: 'issue'; service: string; issue: Issue }
  | { move: 'human'; reason: string }
  /** Not understood: 1 asks again with an example, from 2 on a person is offered. */
  | {
      move: 'missed';
      times: number;
      why: 'unclear' | 'unsure' | 'yes' | 'not_offered' | 'not_known';
    };

export interface Decision {
  intake: Intake;
  moves: Move[];
  /** Replaces the usual next question. */
  ask?: Asked;
}
