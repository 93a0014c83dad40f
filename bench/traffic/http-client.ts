import { Agent, type IncomingMessage, request } from 'node:http';
import { SystemError } from './system.ts';

const REQUEST_MS = 60_000; // a system that is this slow has failed

export interface HttpRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** What the stream contains once the first token is there. */
  marker?: Buffer;
  /** Closes the connection as soon as the marker has been seen. */
  leaveAtMarker?: boolean;
  /** Closes the connection as soon as this is in the stream. */
  until?: Buffer;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  /** From sending to the chunk that completes the marker; null if it never came. */
  markerMs: number | null;
  totalMs: number;
}

/**
 * A keep-alive client that leaves the CPU to the systems under test: chunks are kept as bytes and
 * decoded once at the end.
 */
export class HttpClient {
  private readonly origin: URL;
  private readonly agent = new Agent({ keepAlive: true });

  constructor(url: string) {
    this.origin = new URL(url);
  }

  send(asked: HttpRequest): Promise<HttpAnswer> {
    const { method = 'POST', path, headers = {}, body } = asked;
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const sent = performance.now();
    return new Promise((resolve, reject) => {
      const outgoing = request({
        agent: this.agent,
        host: this.origin.hostname,
        port: this.origin.port,
        method,
        path: this.origin.pathname.replace(/\/$/, '') + path,
        headers: { ...headers, ...length },
      });
      const timer = setTimeout(() => {
        reject(new SystemError('timeout'));
        outgoing.destroy();
      }, REQUEST_MS);
      outgoing.on('close', () => clearTimeout(timer));
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => collect(incoming, asked, sent).then(resolve, reject));
      outgoing.end(body);
    });
  }

  /** Breaks what is under way. */
  close(): void {
    this.agent.destroy();
  }
}

function collect(incoming: IncomingMessage, asked: HttpRequest, sent: number): Promise<HttpAnswer> {
  const { marker, until, leaveAtMarker } = asked;
  const chunks: Buffer[] = [];
  let markerMs: number | null = null;
  return new Promise((resolve, reject) => {
    const finish = () =>
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
        markerMs,
        totalMs: performance.now() - sent,
      });
    const leave = () => {
      finish();
      incoming.destroy();
    };
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (marker && markerMs === null && Buffer.concat(chunks).includes(marker)) {
        markerMs = performance.now() - sent;
        if (leaveAtMarker) leave();
      }
      if (until && Buffer.concat(chunks).includes(until)) leave();
    });
    incoming.on('end', finish);
    incoming.on('error', reject); // also a stream that broke off
  });
}
