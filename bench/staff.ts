import { staffClient } from '../e2e/support/staff-client.ts';
import type { Rounds } from './levels.ts';
import type { Instruments } from './measure/round.ts';
import { median } from './measure/stats.ts';
import { table } from './report/table.ts';
import type { Target } from './report/targets.ts';
import type { ServedSystem } from './stage/stage.ts';
import { HttpClient } from './traffic/http-client.ts';

const PATH = '/api/customers';
const AT_A_TIME = 20;
const WARM_UP_REQUESTS = 20;
const RATE_MIN = 4.5;
const ALONE_MAX = 0.25;

interface StaffFigures {
  /** p50 of one request after the other. */
  aloneMs: number[];
  /** Requests a second at 20 at a time. */
  perSecond: number[];
  failures: number;
}

/** A member of staff who lists customers; answers must be what the first one was. */
class StaffSide {
  readonly name: string;
  readonly figures: StaffFigures = { aloneMs: [], perSecond: [], failures: 0 };
  private readonly client: HttpClient;
  private readonly url: string;
  private headers: Record<string, string> = {};
  private expected = '';

  constructor(name: string, { url }: ServedSystem) {
    this.name = name;
    this.url = url;
    this.client = new HttpClient(url);
  }

  async logIn(): Promise<void> {
    this.headers = { Cookie: (await staffClient(this.url)).cookie };
    const first = await this.client.send({ method: 'GET', path: PATH, headers: this.headers });
    if (first.status !== 200) throw new Error(`${PATH}: ${first.status} ${first.body}`);
    this.expected = first.body;
    for (let i = 0; i < WARM_UP_REQUESTS; i++) await this.request();
  }

  async measure(windowMs: number): Promise<void> {
    const times: number[] = [];
    const until = performance.now() + windowMs;
    while (performance.now() < until) times.push(await this.request());
    this.figures.aloneMs.push(median(times.filter(Number.isFinite)));
    this.figures.perSecond.push(await this.atATime(windowMs));
  }

  close(): void {
    this.client.close();
  }

  private async atATime(windowMs: number): Promise<number> {
    const from = performance.now();
    let answered = 0;
    const one = async () => {
      while (performance.now() < from + windowMs) {
        if (Number.isFinite(await this.request())) answered++;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, one));
    return answered / ((performance.now() - from) / 1000);
  }

  /** @returns its time in ms, NaN if it failed */
  private async request(): Promise<number> {
    const asked = { method: 'GET', path: PATH, headers: this.headers };
    const answer = await this.client.send(asked).catch(() => null);
    if (answer?.status === 200 && answer.body === this.expected) return answer.totalMs;
    this.figures.failures++;
    return Number.NaN;
  }
}

/** The staff API over the shared pool beside a connection per request, in turns; prints a table. */
export async function measureStaff(
  { stage }: Instruments,
  { rounds, windowMs }: Rounds,
): Promise<Target[]> {
  const shared = new StaffSide('shared pool', stage.tradesphere);
  const single = new StaffSide('connection per request', await stage.startUnshared());
  await shared.logIn();
  await single.logIn();
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 ? [single, shared] : [shared, single];
    for (const side of order) await side.measure(windowMs / 2);
  }
  for (const side of [shared, single]) side.close();
  print([shared, single]);
  const paired = (pick: (figures: StaffFigures) => number[]) =>
    median(pick(shared.figures).map((value, i) => value / (pick(single.figures)[i] ?? Number.NaN)));
  const where = `GET ${PATH}`;
  const failures = shared.figures.failures + single.figures.failures;
  return [
    { where, what: 'errors', measured: failures, bound: '<=', limit: 0 },
    {
      where,
      what: `requests/s at ${AT_A_TIME} / connection per request`,
      measured: paired(({ perSecond }) => perSecond),
      bound: '>=',
      limit: RATE_MIN,
    },
    {
      where,
      what: 'time alone / connection per request',
      measured: paired(({ aloneMs }) => aloneMs),
      bound: '<=',
      limit: ALONE_MAX,
    },
  ];
}

function print(sides: StaffSide[]): void {
  console.log(`\nStaff API, GET ${PATH}`);
  console.log(
    table(
      sides.map(({ name, figures }) => ({
        way: name,
        'alone p50 ms': Math.round(median(figures.aloneMs) * 100) / 100,
        [`requests/s at ${AT_A_TIME}`]: Math.round(median(figures.perSecond)),
        errors: figures.failures,
      })),
    ),
  );
}
