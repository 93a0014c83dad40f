import { parseArgs } from 'node:util';
import { startMockModel } from './start-mock-model.ts';

/**
 * The mock model as a process, for the bench and for trying things out:
 * node e2e/mock-model/serve.ts --port 4010 --first-token-ms 20 --token-ms 5 --tokens 60
 * Prints its base URL as one line; stops on SIGTERM or SIGINT.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'first-token-ms': { type: 'string', default: '20' },
    'token-ms': { type: 'string', default: '5' },
    tokens: { type: 'string', default: '60' },
  },
});

const mock = await startMockModel({
  port: Number(values.port),
  firstTokenMs: Number(values['first-token-ms']),
  tokenMs: Number(values['token-ms']),
  tokens: Number(values.tokens),
});
console.log(mock.baseUrl);

// The last: a parent with an IPC channel has gone.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) {
  process.on(event, () => mock.close().then(() => process.exit(0)));
}
