import { expect, test } from 'vitest';
import { guarded, quote } from './testing/values.ts';

const many = Array.from({ length: 600 }, (_, i) => `$${i + 1}`);

test.each([
  ['in a row', many.join(' ')],
  ['in a list', many.join(', ')],
  ['on lines', many.join('\n')],
  ['in words', Array.from({ length: 200 }, () => 'That is $5 for you.').join(' ')],
  ['without a number', Array.from({ length: 200 }, () => 'It is free.').join(' ')],
])('an answer does not grow by what is held back, %s', (_, answer) => {
  expect(guarded(answer).text.length).toBeLessThan(answer.length + 200);
});

test.each([
  ['It is $4<b>500</b> then.', /[0-9]/],
  ['It is $4·500 then.', /[0-9]/],
  ['It is $4_500 then.', /[0-9]/],
  ['It is 4 5 0 0 dollars then.', /[0-9]/],
  ['It is $4️⃣5️⃣0️⃣0️⃣ then.', /[0-9]/],
  ['It is $4̶5̶0̶0̶ then.', /[0-9]/],
  ['It is &#36;4&#44;500 then.', /[04]/],
  ['It is $4 , 500 then.', /[0-9]/],
])('nothing of a number that is held back remains: %s', (answer, digit) => {
  expect(guarded(answer, { quotes: [quote] }).text).not.toMatch(digit);
});
