import { expect, test } from 'vitest';
import { fileDatabase, testCtx } from '../../db/testing/index.ts';
import { createSite } from './create-site.ts';
import { deleteSite } from './delete-site.ts';
import { findSiteByKey } from './find-site-by-key.ts';

const { db, owner } = await fileDatabase();

test('a key finds its site with what the chat needs of the company', async () => {
  const ctx = await testCtx();
  await owner`update companies set facts = '{"hours": "9 to 5"}', country = 'CA' where id = ${ctx.companyId}`;
  const site = await createSite(ctx, {
    name: 'Shop',
    allowed_origins: ['https://a.example', 'https://b.example'],
    starters: ['One, two', 'Say "hi"'],
  });
  expect(await findSiteByKey(db, site.publishable_key)).toEqual({
    companyId: ctx.companyId,
    companyName: expect.stringContaining('Company'),
    siteId: site.id,
    publishableKey: site.publishable_key,
    name: 'Shop',
    allowedOrigins: ['https://a.example', 'https://b.example'],
    accent: '#1d6b57',
    position: 'right',
    greeting: site.greeting,
    locale: 'en',
    starters: ['One, two', 'Say "hi"'],
    consentText: null,
  });
});

test('a key of a deleted site or company finds nothing', async () => {
  const ctx = await testCtx();
  const one = await createSite(ctx, { name: 'One' });
  const other = await createSite(ctx, { name: 'Other' });
  await deleteSite(ctx, one.id);
  expect(await findSiteByKey(db, one.publishable_key)).toBeNull();
  expect(await findSiteByKey(db, other.publishable_key)).not.toBeNull();
  await owner`update companies set deleted_at = now() where id = ${ctx.companyId}`;
  expect(await findSiteByKey(db, other.publishable_key)).toBeNull();
});

test.each([
  '',
  'pk_',
  'pk_unknown',
  'PK_DEMO',
  'sk_secret',
  "pk_' or true",
  `pk_${'a'.repeat(65)}`,
])('no site has the key %j', async (key) => {
  expect(await findSiteByKey(db, key)).toBeNull();
});
