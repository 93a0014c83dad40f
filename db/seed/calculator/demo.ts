import { type CalculatorConfig, parseCalculatorConfig } from '../../../api/calculator/config.ts';
import { mulch } from '../../../api/calculator/starter/mulch.ts';
import { paverPatio } from '../../../api/calculator/starter/paver-patio.ts';
import { woodFence } from '../../../api/calculator/starter/wood-fence.ts';

/** Rivera Hardscapes' price list: what such work costs around Sacramento, California. */
export const demoCalculatorConfig: CalculatorConfig = parseCalculatorConfig({
  currency: 'USD',
  tax: {
    label: 'CA sales tax, 7.75% on materials',
    rate_percent: '7.75',
    applies_to: ['material'],
  },
  validity_days: 30,
  range_percent: '10',
  services: [
    paverPatio({
      standard: '4.50',
      premium: '6.75',
      naturalStone: '11.50',
      preparing: '5.75',
      laying: '8.50',
      baseRock: '48.00',
      sand: '54.00',
      edging: '3.25',
      delivery: '185.00',
      minimum: '2500.00',
    }),
    woodFence({
      pressureTreated: ['58.00', '79.00', '118.00'],
      cedar: ['74.00', '104.00', '152.00'],
      redwood: ['92.00', '128.00', '186.00'],
      post: ['16.50', '24.00', '38.00'],
      labor: ['19.00', '24.00', '32.00'],
      concreteBag: '6.75',
      gate: '165.00',
      gateLabor: '140.00',
      minimum: '950.00',
    }),
    mulch({
      bark: '38.00',
      cedar: '52.00',
      dyed: '46.00',
      playground: '44.00',
      spreading: '48.00',
      delivery: '85.00',
      minimum: '275.00',
    }),
  ],
});
