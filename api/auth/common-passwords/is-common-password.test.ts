import { describe, expect, test } from 'vitest';
import { isCommonPassword } from './is-common-password.ts';

describe('refuses', () => {
  test.each([
    'password',
    'PASSWORD',
    'Password1',
    'P@ssw0rd',
    'p4ssword!'.replace('4', '@'),
    '12345678',
    '1234567890',
    'qwertyuiop',
    '1q2w3e4r',
    'iloveyou',
    'trustno1',
    'Summer2026!',
    'football99',
    'Baseball',
    'welcome123',
    'letmein1!',
    'admin12345',
    'zaq12wsx',
    'aaaaaaaaaaaa',
    '!!!!!!!!!!',
    'changeme',
    'TradeSphere',
    'drowssap',
    'wordpass',
    'security',
    'midnight',
    'nicholas',
    '12344321',
    'Mustang1969',
    'dr@g0n_99',
  ])('%s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });
});

describe('accepts', () => {
  test.each([
    'demo-password',
    'riverstone-42',
    'correct horse battery staple',
    'Kx8#pQ2v',
    'my fence is 40 ft long',
    'contraseña-larga',
    '密码密码很长很长',
    '',
  ])('%j', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
