import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAnchor } from '#app/platform/audit/anchor.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { deliverAnchors } from '#app/platform/audit/deliver.ts';
import { exportAudit } from '#app/platform/audit/export.ts';
import { addLeaf, emptyTree, rootOf, type Tree } from '#app/platform/audit/merkle.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import { publicHalf, signingKey } from '#app/platform/audit/signing-key.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { tamper, tamperings } from '../prove/tampering.ts';
import { exportedRows, loadVerifier } from '../prove/verifier.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ct-anchor-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const given = async (parties: readonly string[] = []) => ({ key: await signingKey(join(folder, 'key.pem')), origin: 'https://plan.example.org', parties });
const look = async (times: number) => {
  await inScope(database, { as: 'worker', purpose: 'test' }, async (scope) => {
    for (let n = 0; n < times; n += 1) await writeAudit(scope, { action: 'record.look', subject: { kind: 'person', id: `p${n}` } });
  });
  await sealAudit(database);
};

test('the root is that of RFC 9162: the same leaves give the published roots, and any other order another one', () => {
  // Inputs and roots of the tests of Certificate Transparency's own log (google/certificate-transparency, merkletree tests).
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'));
  let tree: Tree = emptyTree;
  const roots = leaves.map((leaf) => {
    tree = addLeaf(tree, leaf);
    return rootOf(tree).toString('hex');
  });
  expect(roots[0]).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(roots[1]).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  expect(roots[7]).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  expect(rootOf(addLeaf(addLeaf(emptyTree, Buffer.of(1)), Buffer.of(2)))).not.toEqual(rootOf(addLeaf(addLeaf(emptyTree, Buffer.of(2)), Buffer.of(1))));
});

test('an anchor is due after a thousand rows or an hour, and never twice for the same rows', async () => {
  await look(5);
  expect((await makeAnchor(database, await given(), true))?.size).toBe(5);
  await look(1);
  expect(await makeAnchor(database, await given(), true)).toBeUndefined();
  await look(999);
  expect((await makeAnchor(database, await given(), true))?.size).toBe(1005);
  await look(1);
  database.clock.advance(3_600_000);
  expect((await makeAnchor(database, await given(), true))?.size).toBe(1006);
  expect(await makeAnchor(database, await given())).toBeUndefined();
});

test('each party gets the anchor once: a folder, a mail and an address; one that is away gets it later', async () => {
  const got: string[] = [];
  let away = true;
  const server = createServer((request, response) => {
    request.on('data', (part) => got.push(String(part)));
    request.on('end', () => response.writeHead(away ? 500 : 204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/anchors`;
  const parties = [pathToFileURL(`${join(folder, 'left')}/`).href, 'mailto:commissioner@example.org', url];
  await look(2);
  const anchor = await makeAnchor(database, await given(parties));
  expect(await deliverAnchors(database)).toEqual({ sent: 2, failed: [{ party: url, failure: 'answered 500' }] });
  away = false;
  expect(await deliverAnchors(database)).toEqual({ sent: 1, failed: [] });
  expect(await deliverAnchors(database)).toEqual({ sent: 0, failed: [] });
  server.close();
  const [file = ''] = await readdir(join(folder, 'left'));
  expect(await readFile(join(folder, 'left', file), 'utf8')).toBe(anchor?.note);
  expect(got.at(-1)).toBe(anchor?.note);
  const mails = await database.admin<{ text_body: string }[]>`select text_body from platform.mail_message where recipient = 'commissioner@example.org'`;
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text_body).toContain(anchor?.note);
});

test('the auditors’ verifier takes an honest export, and says in a line where a forged one does not hold', async () => {
  await look(3);
  const { key } = await given();
  await makeAnchor(database, await given([pathToFileURL(`${join(folder, 'kept')}/`).href]));
  await deliverAnchors(database);
  await look(2);
  let text = '';
  await exportAudit(database, (line) => {
    text += line;
  });
  const run = async (changed: string, hex: string) => {
    const file = join(folder, 'export.jsonl');
    await writeFile(file, changed);
    try {
      return `0 ${execFileSync(process.execPath, ['docs/verify-audit.mjs', file, '--key', hex, join(folder, 'kept')]).toString()}`;
    } catch (error) {
      return error instanceof Error && 'stdout' in error && 'status' in error ? `${error.status} ${error.stdout}` : '';
    }
  };
  expect(await run(text, publicHalf(key))).toMatch(/^0 [\s\S]*2 after them[\s\S]*the trail holds/);
  expect(await run(text.replace('record.look', 'record.lock'), publicHalf(key))).toMatch(/^1 row 1 was changed[\s\S]*DOES NOT HOLD/);
  expect(await run(text, '0'.repeat(64))).toMatch(/^1 the anchor of \S+ was signed with another key/);
  const [actions] = await database.admin<{ times: number }[]>`select count(*) as times from platform.audit_entry where action = 'audit.export'`;
  expect(actions?.times).toBe(1);
});

test('whatever somebody with every right over the database does to anchored rows is noticed, also when she writes the whole chain anew', async () => {
  await look(1);
  const { key } = await given();
  await makeAnchor(database, await given());
  const notes = (await database.admin<{ note: string }[]>`select note from platform.audit_anchor`).map((row) => row.note);
  const size = (await database.admin<{ size: number }[]>`select max(size) as size from platform.audit_anchor`)[0]?.size ?? 0;
  const verify = await loadVerifier();
  const untouched = await database.admin.begin(async (sql) => await verify(await exportedRows(sql), notes, publicHalf(key)));
  expect(untouched.problems).toEqual([]);
  for (const kind of Object.keys(tamperings)) {
    const verdict = await tamper(database.admin, kind, size, async (sql) => await verify(await exportedRows(sql), notes, publicHalf(key)));
    expect(verdict.problems.length, kind).toBeGreaterThan(0);
    const alone = await tamper(database.admin, kind, size, async (sql) => await verify(await exportedRows(sql), [], publicHalf(key)));
    if (kind.includes('rewritten')) expect(alone.problems, `${kind}, without anchors`).toEqual([]);
  }
});

test('no row of an anchor can be changed or removed by the owner of the tables', async () => {
  await expect(database.admin`update platform.audit_anchor set note = 'x'`).rejects.toMatchObject({ code: '42501' });
  await expect(database.admin`delete from platform.audit_anchor`).rejects.toMatchObject({ code: '42501' });
});
