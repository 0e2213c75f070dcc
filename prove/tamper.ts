import { generateKeyPairSync } from 'node:crypto';
import { makeAnchor } from '#app/platform/audit/anchor.ts';
import { publicHalf } from '#app/platform/audit/signing-key.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { finding, type Programme } from './programme.ts';
import { tamper as tamperOnce, tamperings } from './tampering.ts';
import { exportedRows, loadVerifier } from './verifier.ts';
import { withEmptyDatabase } from './empty-database.ts';

const rowsEach = 200;

/** Tampers with the anchored trail in ten ways, with every right over the database, and has the auditors' verifier look at what is then exported. */
export const tamper: Programme = {
  name: 'tamper',
  rounds: { small: 200, usual: 2000 },
  run: async ({ rounds, log }) => await withEmptyDatabase(async ({ database, admin }) => {
    await inScope(database, { as: 'worker', purpose: 'prove' }, async (scope) => {
      for (let n = 0; n < rowsEach; n += 1) await writeAudit(scope, { action: `look.${n}`, subject: { kind: 'person', id: String(n) } });
    });
    await sealAudit(database);
    const key = generateKeyPairSync('ed25519').privateKey;
    const anchor = await makeAnchor(database, { key, origin: 'https://plan.example.org', parties: [] });
    const verify = await loadVerifier();
    const notes = [anchor?.note ?? ''];
    const untouched = await admin.begin(async (sql) => await verify(await exportedRows(sql), notes, publicHalf(key)));
    const kinds = Object.keys(tamperings);
    const missed = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const kind = kinds[round % kinds.length] ?? '';
      const verdict = await tamperOnce(admin, kind, anchor?.size ?? 0, async (sql) => await verify(await exportedRows(sql), notes, publicHalf(key)));
      if (verdict.holds) missed.set(kind, (missed.get(kind) ?? 0) + 1);
      if (round % 500 === 499) log(`tamper: ${round + 1} done`);
    }
    const unseen = [...missed.values()].reduce((sum, n) => sum + n, 0);
    return [finding('tamper', `${rounds} tamperings of ${kinds.length} kinds, every right over the database`, unseen === 0 && untouched.holds && rounds > 0, `${rounds - unseen} found${unseen > 0 ? `; not: ${[...missed.keys()].join(', ')}` : ''}; untouched: ${untouched.holds ? 'holds' : 'does not hold'}`, 'all found')];
  }),
};
