import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Typesetting } from './typst.ts';

/** The typesetter refused a document: it would not be an accessible PDF, or it broke. Never an input error: what people type is data. */
export class TypesettingFailed extends Error {}

const limit = 60_000;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();
const mostKept = 40;
let last: Promise<unknown> = Promise.resolve();

/**
 * Typesets documents as tagged PDF (PDF/UA-1), one process a batch and one batch at a time. The same document gives the same bytes; the
 * latest ones are kept in memory. Throws TypesettingFailed, also after a minute.
 */
export async function typeset(batch: readonly Typesetting[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const keys = batch.map((one) => createHash('sha256').update(`${one.moment} ${one.document}`).digest('hex'));
  const missing = batch.filter((_one, index) => !kept.has(keys[index] ?? ''));
  const made = missing.length > 0 ? await inTurn(async () => await runTypesetter(missing)) : [];
  const files = batch.map((one, index) => {
    const file = kept.get(keys[index] ?? '') ?? made[missing.indexOf(one)];
    if (!file) throw new TypesettingFailed('the typesetter gave fewer files than documents');
    return file;
  });
  for (const [index, file] of files.entries()) {
    kept.delete(keys[index] ?? '');
    kept.set(keys[index] ?? '', file);
  }
  for (const key of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(key);
  return files;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return await turn;
}

async function runTypesetter(batch: readonly Typesetting[]): Promise<Uint8Array<ArrayBuffer>[]> {
  // In the source tree the file beside this one; in the bundle the entry that build.mjs makes of it.
  const here = fileURLToPath(import.meta.url);
  const file = here.endsWith('.ts') ? join(here, '..', 'typesetter.ts') : join(projectRoot(), 'dist', 'typesetter.js');
  const child = fork(file, [], { serialization: 'advanced', execArgv: [], env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], timeout: limit });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new TypesettingFailed(`the typesetter ended with ${signal ?? code}`)));
    child.once('message', (answer) => {
      const files = typeof answer === 'object' && 'files' in answer && Array.isArray(answer.files) ? answer.files : undefined;
      if (files) resolve(files.flatMap((one: unknown) => (one instanceof Uint8Array ? [new Uint8Array(one)] : [])));
      else reject(new TypesettingFailed(`the typesetter refused a document: ${JSON.stringify(answer)}`));
    });
    child.send([...batch]);
  });
}
