import { describe, expect, it } from 'vitest';
import { captureDetails, mainDetails } from './capture-details.ts';

const main = (text: string) => mainDetails(captureDetails(text, { country: 'US' }));

describe('a town right behind the street, without a comma', () => {
  it.each([
    ['123 main st folsom', '123 main st folsom'],
    ['my address is 123 main st folsom', '123 main st folsom'],
    ['123 MAIN ST FOLSOM', '123 MAIN ST FOLSOM'],
    ['im at 4521 oak ave elk grove need 100 ft fence', '4521 oak ave elk grove'],
    ['77 pine rd rancho cordova and call me', '77 pine rd rancho cordova'],
    ['9 oak ct san jose, 300 sq ft patio', '9 oak ct san jose'],
    ['123 main st apt 4 loomis', '123 main st apt 4 loomis'],
    ['123 main st folsom fence 100 ft', '123 main st folsom'],
    ['123 Main St loomis', '123 Main St loomis'],
    ['123 main st folsom 916 555 0188', '123 main st folsom'],
  ])('belongs to the address: %s', (text, address) => {
    expect(main(text).address).toBe(address);
  });

  it.each([
    '123 main st fence 100 ft',
    '123 main st need a patio',
    '123 main st thanks',
    '123 main st pavr patio 300 sq ft',
    '123 main st north side yard',
    '123 main st near the park',
    '123 main st plz hurry',
  ])('is not made of other words: %s', (text) => {
    expect(main(text).address).toMatch(/^123 main st(?: north)?$/);
  });

  it('leaves a name beside it a name', () => {
    const found = main('123 main st folsom dave 916 555 0188');
    expect(found).toEqual({ name: 'Dave', address: '123 main st folsom', phone: '+19165550188' });
  });
});
