import { describe, expect, it } from 'vitest';
import type { CaptureOptions } from './capture.types.ts';
import { captureDetails, mainDetails, readDetails } from './capture-details.ts';

const US: CaptureOptions = { country: 'US' };
const detailsOf = (text: string, options: Partial<CaptureOptions> = {}) =>
  mainDetails(captureDetails(text, { ...US, ...options }));

describe('phones', () => {
  it.each([
    ['916-555-0134', '+19165550134'],
    ['(916) 555-0134', '+19165550134'],
    ['916.555.0134', '+19165550134'],
    ['9165550134', '+19165550134'],
    ['1-916-555-0134', '+19165550134'],
    ['+1 916 555 0134', '+19165550134'],
    ['916 555-0134 ext. 22', '+19165550134'],
    ['my cell is 916 55 50 134', '+19165550134'],
    ['916/555/0134', '+19165550134'],
    ['+44 20 7946 0958', '+442079460958'],
    ['mi cel es +52 1 55 1234 5678', '+525512345678'],
    ['+34 612 34 56 78', '+34612345678'],
    ['my number is nine one six five five five zero one three four', '+19165550134'],
    ['zip is 95814, 916-555-0134', '+19165550134'],
  ])('%j', (text, phone) => {
    expect(detailsOf(text).phone).toBe(phone);
  });

  it.each([
    ['612 345 678', 'ES', '+34612345678'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0171 2938475', 'DE', '+491712938475'],
  ])('%j in the format of %s', (text, country, phone) => {
    expect(detailsOf(text, { country }).phone).toBe(phone);
  });

  it.each([
    '20x25',
    '500 sq ft',
    '1000 x 2000 ft',
    '$1200',
    '95814',
    '95814-1234',
    '2024',
    '05/12/2026',
    '2026-05-12',
    'from 5/12/2026 to 6/1/2026',
    '1,200 sqft',
    '20 25 30 40',
    '100 200 3000 sq ft',
    'order #9165550134',
    '$9165550134',
    '100-120 feet',
    '12345',
    '9165550134 sq ft',
  ])('none in %j', (text) => {
    expect(detailsOf(text).phone).toBeUndefined();
  });

  it.each([
    ['555-5555', 'placeholder'],
    ['000-000-0000', 'placeholder'],
    ['123-456-7890', 'placeholder'],
    ['999-999-9999', 'placeholder'],
    ['916-555-5555', 'placeholder'],
    ['555-0134', 'incomplete'],
    ['my number is 555 0134', 'incomplete'],
  ])('%j is flagged as %s and not captured', (text, reason) => {
    const { details, unusable } = readDetails(text, US);
    expect(details).toEqual([]);
    expect(unusable.map((one) => one.reason)).toEqual([reason]);
  });
});
