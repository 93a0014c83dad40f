import { expect, test } from 'vitest';
import { newIntake } from './intake.ts';
import { withDetails } from './with-details.ts';

test('details from the form are known, saved and not asked for again', () => {
  const asked = { ...newIntake(), asked: { what: 'name' as const } };
  expect(withDetails(asked, { name: 'Ana Ruiz', phone: '+19165550134' })).toMatchObject({
    details: { name: 'Ana Ruiz', phone: '+19165550134' },
    saved: { name: 'Ana Ruiz', phone: '+19165550134' },
    asked: null,
  });
});

test('an intake that will be rebuilt from the history is left alone', () => {
  expect(withDetails(null, { name: 'Ana' })).toBeNull();
});
