import { setTimeout as pause } from 'node:timers/promises';
import { asAdmin, countOtherClients, type SocketAddress } from './admin.ts';
import { findPostmaster, isPostmaster } from './postmaster.ts';

export type StopOptions = {
  /** Leave the database running when anybody else is connected, even when this process started it. */
  readonly onlyIfAlone?: boolean;
};

export type StopResult = 'stopped' | 'left running';

/** Fast shutdown: clients are cut off, the state is written, the process is gone when this returns. */
export async function stopPostmaster(
  data: string,
  address: SocketAddress,
  options: { yieldToOthers: boolean; log: (line: string) => void },
): Promise<StopResult> {
  const running = await findPostmaster(data);
  if (running === undefined) return 'stopped';
  if (options.yieldToOthers && !(await isAlone(address))) {
    options.log('The database goes on running: other programs are connected to it.');
    return 'left running';
  }
  signal(running.pid, 'SIGINT');
  if (await gone(running.pid, data, 60_000)) return 'stopped';
  options.log('The database did not stop within a minute; it is stopped at once and will recover at its next start.');
  signal(running.pid, 'SIGQUIT');
  await gone(running.pid, data, 10_000);
  return 'stopped';
}

/** Asks for a while, because connections that were just closed take a moment to disappear from the server. */
async function isAlone(address: SocketAddress): Promise<boolean> {
  try {
    return await asAdmin(address, async (sql) => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        if ((await countOtherClients(sql)) === 0) return true;
        await pause(50);
      }
      return false;
    });
  } catch {
    // No answer means too busy or going down already: neither is a reason to cut anybody off.
    return false;
  }
}

export async function gone(pid: number, data: string, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (await isPostmaster(pid, data)) {
    if (performance.now() > end) return false;
    await pause(10);
  }
  return true;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
