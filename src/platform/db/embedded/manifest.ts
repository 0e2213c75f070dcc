import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { absent, BackupRefused } from './failure.ts';
import { listTree, writeWhole } from './files.ts';

const path = z.string().refine((value) => {
  const [top = '', ...below] = value.split('/');
  return (
    ['postgres', 'rest'].includes(top) && below.length > 0 && below.every((part) => !['', '.', '..'].includes(part))
  );
});
const shape = z.object({
  format: z.literal('common-table-backup-1'),
  postgres: z.string(),
  system: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  /** The write-ahead log segments without which the files of the database are of no use. */
  segments: z.array(z.string()).min(1),
  directories: z.array(path),
  files: z.array(z.object({ path, size: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type Manifest = z.infer<typeof shape>;
export const manifestName = 'manifest.json';

/** Written last and in one step: a backup with a manifest is a finished one. It carries its own hash. */
export async function writeManifest(target: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(target, manifestName), `${JSON.stringify({ manifest, sha256: hashOf(manifest) }, null, 1)}\n`);
}

/** Reads the manifest and compares it with the names and sizes that are there; the contents are compared while they are copied. Throws BackupRefused. */
export async function readManifest(source: string): Promise<Manifest> {
  const text = await readFile(join(source, manifestName), 'utf8').catch(absent);
  if (text === undefined)
    throw new BackupRefused(`${source} holds no ${manifestName}: it is not a backup, or one that was not finished.`);
  const outer = z.object({ manifest: z.unknown(), sha256: z.string() }).safeParse(parse(text));
  const inner = shape.safeParse(outer.data?.manifest);
  if (!inner.success || outer.data?.sha256 !== hashOf(outer.data?.manifest))
    throw new BackupRefused(`The ${manifestName} of ${source} is damaged.`);
  await compareNames(source, inner.data);
  return inner.data;
}

async function compareNames(source: string, manifest: Manifest): Promise<void> {
  const expected = new Map(manifest.files.map((file) => [file.path, file]));
  for (const entry of await listTree(source)) {
    if (entry.kind === 'directory' || entry.path === manifestName) continue;
    const file = expected.get(entry.path);
    if (file === undefined || entry.kind === 'other')
      throw new BackupRefused(`The backup holds ${entry.path}, which does not belong to it.`);
    expected.delete(entry.path);
    const { size } = await stat(join(source, entry.path));
    if (size !== file.size)
      throw new BackupRefused(`In the backup, ${entry.path} has ${size} bytes instead of ${file.size}.`);
  }
  for (const missing of expected.keys()) throw new BackupRefused(`The backup lacks ${missing}.`);
  for (const segment of manifest.segments)
    if (!manifest.files.some((file) => file.path === `postgres/pg_wal/${segment}`))
      throw new BackupRefused(`The backup lacks the log segment ${segment}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}
