import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { bareEnvironment, identity } from './initialise.ts';
import { openServerLog } from './server-log.ts';
import { asArguments, startSettings } from './settings.ts';

export type Launched = { readonly child: ChildProcess; ended(): boolean; failure(): Error | undefined };

/** Starts postgres as a process of its own session, which neither a Ctrl+C in our terminal nor our own death ends. */
export async function launch(options: {
  postgres: string;
  data: string;
  home: string;
  logFile: string;
  socketDirectory: string;
  account: Account | undefined;
  fast: boolean;
}): Promise<Launched> {
  const log = await openServerLog(options.logFile);
  try {
    // So that the account can open it itself when it starts the program without root.
    if (options.account !== undefined) await log.chown(options.account.uid, options.account.gid);
    const child = spawn(options.postgres, ['-D', options.data, ...asArguments(startSettings(options))], {
      cwd: options.home,
      env: bareEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...identity(options.account),
    });
    let ended = false;
    let failure: Error | undefined;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', (error) => {
      ended = true;
      failure = error;
    });
    child.unref();
    return { child, ended: () => ended, failure: () => failure };
  } finally {
    await log.close();
  }
}
