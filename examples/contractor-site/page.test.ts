import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const html = readFileSync(join(here, 'index.html'), 'utf8');
const css = readFileSync(join(here, 'site.css'), 'utf8');

test('the widget is one tag', () => {
  expect(html.match(/<script[^>]*>/g)).toEqual([
    '<script src="/widget.js" data-key="pk_demo_rivera" async>',
  ]);
});

test('the policy is strict: nothing inline, nothing from elsewhere, Trusted Types', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style/);
});

test('every file that the page names is there, and none comes from elsewhere', () => {
  const named = [...html.matchAll(/(?:src|href)="([^"#:]+)"/g)].map(([, path]) => path as string);
  expect(named.length).toBeGreaterThan(5);
  for (const path of named.filter((name) => name !== '/widget.js'))
    expect(existsSync(join(here, path))).toBe(true);
  expect(html + css).not.toMatch(/(src|href)="(https?:)?\/\/|url\(|@import/);
});

test('every place that the page points to is on it', () => {
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
});
