import { describe, expect, test } from 'vitest';
import { fileDatabase } from '../../db/testing/index.ts';
import { newId } from '../platform/ids.ts';
import { findSiteByKey } from '../sites/find-site-by-key.ts';
import { logIn } from './log-in.ts';
import { signUp } from './sign-up.ts';

const { db, owner } = await fileDatabase();
const input = () => ({
  company_name: 'Oak & Iron Fences',
  name: 'Ana Reyes',
  email: `ana-${newId()}@example.com`,
  password: 'post-hole-digger',
});

describe('signing up', () => {
  test('makes a company, its owner, a site and a starter calculator', async () => {
    const asked = input();
    const { company, user, site } = await signUp(db, asked, new Date(), '192.0.2.1');
    expect(company).toMatchObject({ name: 'Oak & Iron Fences', currency: 'USD', country: 'US' });
    expect(user).toMatchObject({ name: 'Ana Reyes', email: asked.email, role: 'owner' });
    expect(site.publishable_key).toMatch(/^pk_[a-z2-7]{40}$/);
    expect(site.greeting).not.toBe('');
    expect(site.starters.length).toBeGreaterThan(0);
    const configs = await owner.begin(async (tx) => {
      await tx`select set_config('app.company_id', ${company.id}, true)`;
      return tx`select version, created_by, config from calculator_configs`;
    });
    expect(configs).toMatchObject([{ version: 1, created_by: user.id }]);
    expect(configs[0]?.config.services.length).toBeGreaterThan(0);
  });

  test('gives a key that the chat finds and a password that logs in', async () => {
    const asked = input();
    const { company, user, site } = await signUp(db, asked, new Date(), '192.0.2.1');
    expect(await findSiteByKey(db, site.publishable_key)).toMatchObject({
      companyId: company.id,
      companyName: 'Oak & Iron Fences',
      siteId: site.id,
      allowedOrigins: [],
    });
    expect(
      await logIn(db, asked, { network: '192.0.2.1', device: null, requestId: newId() }),
    ).toEqual({ companyId: company.id, userId: user.id });
  });

  test('with a taken address makes nothing at all', async () => {
    const asked = input();
    await signUp(db, asked, new Date(), '192.0.2.1');
    const count = async () => (await owner`select count(*)::int as n from companies`)[0]?.n;
    const before = await count();
    const again = signUp(db, { ...asked, company_name: 'Copycats' }, new Date(), '192.0.2.1');
    await expect(again).rejects.toMatchObject({ code: 'email_taken', status: 409 });
    expect(await count()).toBe(before);
  });

  test('with one address at the same instant succeeds once', async () => {
    const asked = input();
    const all = await Promise.allSettled(
      [1, 2, 3].map(() => signUp(db, asked, new Date(), '192.0.2.1')),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all) {
      if (one.status === 'rejected') expect(one.reason.code).toBe('email_taken');
    }
  });
});
