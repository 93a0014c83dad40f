import type { TextShape } from './hostile-text.ts';

const shape = (
  unit: string | string[],
  { prefix = '', suffix = '', order = 'cycle' as TextShape['order'] } = {},
): TextShape => ({ prefix, units: [unit].flat(), order, suffix });

/** The slowest shapes that searches have found, each for a reader that it once took too long. */
export const WORST_SHAPES: TextShape[] = [
  shape('500 '),
  shape('\u{1f600}10x20 fence2 x '),
  shape('[,—½ ', { suffix: 'rua metros ' }),
  shape([' ', ',—½'], { suffix: 'rua metros ' }),
  shape('two hundred and916-555-0134 [Dave '),
  shape('dos mil (916)', { prefix: '71-VAN' }),
  shape('vivo en '),
  shape('po box 5 12 Oak [[1,000 de la '),
  shape('cuanto 12 oak st \\u0000user.name+', { suffix: '1-' }),
  shape('_', { suffix: '*' }),
  shape('jean-', { suffix: '*' }),
  shape(['graciasper where ß—', '"quiero 6', '"']),
  shape('is a@b.'),
  shape('ha@\u0301ello my name is Dave and I want a patio 10x20. '),
  shape(['°', 'his cell ', '916-555-0134 ४', 'ideep '], { prefix: '5–', suffix: 'van ]' }),
  shape(['°', 'his cell ', '916-555-0134 ४', '?'], { order: 'blocks', suffix: 'van ]' }),
  shape(['7', 'o'], { order: 'shuffle', suffix: '४http://' }),
  shape('>', { prefix: 'あ', suffix: 'is ' }),
  shape(' ', { prefix: '6ext. 5 ', suffix: 'x' }),
  shape('\n', { prefix: 'thanks', suffix: 'x' }),
  shape('*', { suffix: 'x' }),
  shape('[', { prefix: 'price ', suffix: 'mc' }),
  shape('\\'),
  shape('\\', { prefix: '"', suffix: '\\u0000"' }),
  shape('👍', { suffix: 'a' }),
  shape('english. , ', { suffix: 'a' }),
  shape('what would '),
  shape('9'),
  shape('-', { prefix: '1' }),
  shape('(', { prefix: '1' }),
  shape('my wife ', { suffix: '916-555-0134' }),
  shape('HERE '),
  shape('hello my name is Dave and I want a patio 10x20. '),
];
