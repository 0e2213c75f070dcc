import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, chooseAccount } from './account.ts';
import { asAdmin } from './admin.ts';
import { prepareBinaries } from './binaries.ts';
import { ClusterFailed } from './failure.ts';
import { giveTree } from './files.ts';
import { initialise, superuser } from './initialise.ts';
import { type Launched, launch } from './launch.ts';
import { createDataDirectory, findPlace, type Place, prepareSocketDirectory, systemHome } from './place.ts';
import { findPostmaster, type Postmaster, removeForeignPidFile } from './postmaster.ts';
import { lastLines, sizeOf } from './server-log.ts';
import { quietSessions } from './settings.ts';
import { type StopOptions, type StopResult, signal, stopPostmaster } from './stop.ts';

/** A running embedded PostgreSQL. */
export type Cluster = {
  /** Connect with `host: socketDirectory`; the socket is the only way in. */
  readonly socketDirectory: string;
  readonly port: number;
  readonly superuser: string;
  /** It was running before, left by a process that died or serving another one now. */
  readonly adopted: boolean;
  readonly startedHere: boolean;
  /** Close your own connections first. A database that was adopted stays for others who are connected to it. */
  stop(options?: StopOptions): Promise<StopResult>;
};

export type ClusterOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** For tests alone: gives up durability for speed. */
  readonly fast?: boolean;
  /** Where root keeps what the account of the database cannot reach in `dataDir`; /var/lib/common-table unless told. */
  readonly systemDir?: string;
  /** How long a start may go without a sign of life, in milliseconds; 30 s unless told. */
  readonly patience?: number;
};

type Ready = { readonly postmaster: Postmaster; readonly launched: Launched | undefined };

/**
 * Brings up the database below `dataDir`: creates it once, adopts it when it runs already, recovers it when it was killed.
 * Throws ClusterFailed with a sentence when it cannot.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { log } = options;
  const system = options.systemDir ?? systemHome;
  const root = await createDataDirectory(options.dataDir);
  const account = await chooseAccount([join(root, 'postgres'), root]);
  const place = await ensurePlace(root, { ...options, account, system });
  const { postmaster, launched } = await bringUp(root, place, { ...options, account, system });
  const address = { socketDirectory: postmaster.socketDirectory, port: postmaster.port, superuser };
  const startedHere = launched !== undefined;
  log(
    startedHere
      ? `The database runs in ${place.data}.`
      : `The database in ${place.data} was running already and is used as it is.`,
  );
  return {
    ...address,
    adopted: !startedHere,
    startedHere,
    stop: ({ onlyIfAlone = false } = {}) =>
      stopPostmaster(place.data, address, { yieldToOthers: onlyIfAlone || !startedHere, log }),
  };
}

type Context = ClusterOptions & { readonly account: Account | undefined; readonly system: string };

async function ensurePlace(root: string, context: Context): Promise<Place> {
  const place = await findPlace(root, context.account, context.system);
  if (place.exists) return place;
  const began = performance.now();
  const binaries = await prepareBinaries({
    account: context.account,
    copies: context.account ? context.system : root,
    log: context.log,
  });
  await initialise(place, { binaries, account: context.account, fast: context.fast ?? false });
  // Looked up again: another process may have been faster, and its database is the one.
  const made = await findPlace(root, context.account, context.system);
  context.log(`A new database was made in ${made.data} in ${Math.round(performance.now() - began)} ms.`);
  return made;
}

async function bringUp(root: string, place: Place, context: Context): Promise<Ready> {
  const logFile = join(root, 'postgres.log');
  const logStart = await sizeOf(logFile);
  const patience = context.patience ?? 30_000;
  let launched: Launched | undefined;
  let refusal = '';
  let heard = logStart;
  let end = performance.now() + patience;
  while (performance.now() < end) {
    const postmaster = await findPostmaster(place.data);
    if (postmaster?.status === 'ready') {
      refusal = await knock(postmaster);
      if (refusal === '')
        return { postmaster, launched: launched?.child.pid === postmaster.pid ? launched : undefined };
    }
    if (postmaster === undefined && (launched === undefined || launched.ended())) {
      if (launched !== undefined) await expectPassing(launched, logFile, logStart);
      launched = await prepareAndLaunch(place, logFile, context);
    }
    await pause(10);
    // A long recovery tells its progress every ten seconds: as long as it does, it is not stuck.
    const size = await sizeOf(logFile);
    if (size !== heard && postmaster !== undefined) end = performance.now() + patience;
    heard = size;
  }
  if (launched?.child.pid !== undefined && !launched.ended()) signal(launched.child.pid, 'SIGQUIT');
  throw await failed(
    `The database did not answer within ${patience / 1000} seconds${refusal && ` (${refusal})`}`,
    logFile,
    logStart,
  );
}

async function prepareAndLaunch(place: Place, logFile: string, context: Context): Promise<Launched> {
  const { account } = context;
  const binaries = await prepareBinaries({ account, copies: account ? context.system : place.home, log: context.log });
  const owner = (await stat(place.data)).uid;
  if (account !== undefined && owner !== account.uid) await giveTree(place.data, account);
  await removeForeignPidFile(place.data);
  const socketDirectory = await prepareSocketDirectory(place.data, account);
  return await launch({
    postgres: binaries.postgres,
    data: place.data,
    home: place.home,
    logFile,
    socketDirectory,
    account,
    fast: context.fast ?? false,
  });
}

/** Empty when the database answers, else what it said. */
async function knock(postmaster: Postmaster): Promise<string> {
  try {
    return await asAdmin({ ...postmaster, superuser }, async (sql) => {
      const [row] = await sql<
        { quiet: boolean }[]
      >`select exists (select from pg_db_role_setting where setdatabase = 0 and setrole = 0) as quiet`;
      if (row?.quiet === false) await sql.unsafe(quietSessions);
      return '';
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Two reasons to end pass by themselves: another process starts it at this moment, or the last children of a killed postgres are still going. */
async function expectPassing(launched: Launched, logFile: string, logStart: number): Promise<void> {
  const lines = await lastLines(logFile, logStart);
  const passing = lines.some((line) =>
    /lock file ".*" already exists|shared memory block .* is still in use/.test(line),
  );
  if (!passing)
    throw await failed(launched.failure()?.message ?? 'The database ended while starting', logFile, logStart);
  await pause(100);
}

async function failed(reason: string, logFile: string, logStart: number): Promise<ClusterFailed> {
  const lines = await lastLines(logFile, logStart);
  return new ClusterFailed(
    `${reason}. ${lines.length > 0 ? `Its last lines in ${logFile}: ${lines.join(' / ')}` : `${logFile} says nothing.`}`,
  );
}
