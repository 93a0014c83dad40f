import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../e2e/support/server.ts';

const LOG_INS = 12;
const DELAY_MS_MAX = 100;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ demo: true });
});
afterAll(async () => {
  await server?.close();
});

const logIn = () =>
  fetch(`${server.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'owner@rivera.example', password: 'demo-password' }),
  });

/** How long GET /api/health takes, again and again until the work is done, in ms from low to high. */
async function healthDuring(work: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  work.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const began = performance.now();
    await (await fetch(`${server.url}/api/health`)).text();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await work;
  return times.sort((a, b) => a - b);
}

/** The value that so large a part of them does not exceed. */
const quantile = (sorted: number[], part: number) =>
  sorted[Math.floor(sorted.length * part)] ?? Number.POSITIVE_INFINITY;

test(`${LOG_INS} log-ins at once succeed and delay other requests by at most ${DELAY_MS_MAX} ms`, async () => {
  await logIn();
  const idle = await healthDuring(new Promise((resolve) => setTimeout(resolve, 2_000)));
  const answers = Promise.all(Array.from({ length: LOG_INS }, logIn));
  const busy = await healthDuring(answers);
  const shown = [idle, busy].map((all) =>
    [0.5, 0.9, 0.99].map((part) => Math.round(quantile(all, part))),
  );
  console.log(
    `GET /api/health, ms at p50, p90, p99: idle ${shown[0]}; during the log-ins ${shown[1]}`,
  );
  expect((await answers).map(({ status }) => status)).toEqual(Array(LOG_INS).fill(200));
  expect(quantile(busy, 0.9) - quantile(idle, 0.9)).toBeLessThan(DELAY_MS_MAX);
}, 120_000);
