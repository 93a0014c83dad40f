import { z } from '@hono/zod-openapi';
import { companyView } from '../companies/schemas.ts';
import { siteView } from '../sites/schemas.ts';
import { isCommonPassword } from './common-passwords/is-common-password.ts';
import { isMadeOfNames } from './common-passwords/is-made-of-names.ts';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const line = z.string().trim().min(1).max(120);

const ADVICE = 'Use three or four unrelated words, or let a password manager make one.';
const COMMON = `This password is on lists of common ones. ${ADVICE}`;
const NAMES = `This password is made of your name, company or e-mail address. ${ADVICE}`;

export const signUpInput = z
  .object({
    company_name: line,
    name: line,
    email,
    password: z
      .string()
      .min(8, { error: 'Use at least 8 characters.', abort: true })
      .max(200, 'Use at most 200 characters.')
      .refine((password) => !isCommonPassword(password), { error: COMMON, abort: true }),
  })
  .refine(
    ({ company_name, name, email, password }) =>
      password.toLowerCase() !== email && !isMadeOfNames(password, [company_name, name, email]),
    { path: ['password'], message: NAMES },
  )
  .openapi('SignUpInput');

export const logInInput = z
  .object({
    email: z.string().trim().toLowerCase().min(1).max(254),
    password: z.string().min(1).max(200),
  })
  .openapi('LogInInput');

export const userView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['owner', 'manager', 'sales', 'analyst']),
  })
  .openapi('User');

export const loggedIn = z.object({ company: companyView, user: userView }).openapi('LoggedIn');
export const signedUp = loggedIn.extend({ site: siteView }).openapi('SignedUp');
export const me = z
  .object({
    company: companyView,
    user: userView.nullable().openapi({ description: 'null for an API key.' }),
    permissions: z.array(z.string()),
  })
  .openapi('Me');

export type SignUpInput = z.infer<typeof signUpInput>;
export type SignedUp = z.infer<typeof signedUp>;
export type LogInInput = z.infer<typeof logInInput>;
export type UserView = z.infer<typeof userView>;
export type MeView = z.infer<typeof me>;
