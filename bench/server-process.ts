import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ServerProcess = { readonly url: string; readonly child: ChildProcess; readonly milliseconds: number; readonly kill: (signal: NodeJS.Signals) => Promise<void> };

export async function scratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ct-bench-'));
  await chmod(path, 0o711);
  return { path, remove: async () => await rm(path, { recursive: true, force: true }) };
}

/** Starts a program that prints `ready http://…` and waits for that line. */
export async function startProcess(file: string, environment: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<ServerProcess> {
  const started = performance.now();
  // A test runner may set BASE_URL to something of its own.
  const { BASE_URL: _own, NODE_ENV: _mode, ...inherited } = process.env;
  const child = spawn(process.execPath, [file, ...args], { env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors = (errors + data.toString()).slice(-4000);
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${errors}`)));
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const ready = /ready (http:\/\/\S+|worker)/.exec(text);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  return {
    url, child, milliseconds: performance.now() - started,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill(signal);
      await gone;
    },
  };
}
