export { demoCalculatorConfig } from './calculator/demo.ts';
export { starterCalculatorConfig } from './calculator/starter.ts';
