import { spawn } from 'node:child_process';
import { ROOT } from './root.ts';

/** How a child process ended and what it wrote, both streams in order. */
export interface ToolResult {
  code: number;
  output: string;
}

interface ToolOptions {
  env?: Record<string, string>;
  /** Writes to our own terminal instead of collecting. */
  show?: boolean;
  /** Ends the process when it aborts. */
  signal?: AbortSignal;
}

/** Runs a Node script or package binary under this same Node; never throws for a non-zero exit. */
export function runNode(args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      signal: options.signal,
      env: { ...process.env, ...options.env },
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}
