import { type CalculatorConfig, parseCalculatorConfig } from '../config.ts';
import { mulch } from './mulch.ts';
import { paverPatio } from './paver-patio.ts';
import { woodFence } from './wood-fence.ts';

/** What a new company's chat can price at once: round prices, no tax, and a note to review them. */
export const starterCalculatorConfig: CalculatorConfig = parseCalculatorConfig({
  currency: 'USD',
  tax: { label: 'Sales tax', rate_percent: '0', applies_to: ['material'] },
  validity_days: 14,
  range_percent: '15',
  note: 'Starter prices. They are round US figures, not yours, and tax is set to 0 %: review every price and the tax before you rely on these quotes.',
  services: [
    paverPatio({
      standard: '5.00',
      premium: '7.00',
      naturalStone: '12.00',
      preparing: '5.00',
      laying: '8.00',
      baseRock: '45.00',
      sand: '50.00',
      edging: '3.00',
      delivery: '150.00',
      minimum: '2000.00',
    }),
    woodFence({
      pressureTreated: ['55.00', '75.00', '110.00'],
      cedar: ['70.00', '100.00', '145.00'],
      redwood: ['90.00', '125.00', '180.00'],
      post: ['15.00', '22.00', '35.00'],
      labor: ['18.00', '22.00', '30.00'],
      concreteBag: '6.50',
      gate: '150.00',
      gateLabor: '125.00',
      minimum: '800.00',
    }),
    mulch({
      bark: '35.00',
      cedar: '50.00',
      dyed: '45.00',
      playground: '42.00',
      spreading: '45.00',
      delivery: '75.00',
      minimum: '250.00',
    }),
  ],
});
