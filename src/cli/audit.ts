import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { makeAnchor } from '#app/platform/audit/anchor.ts';
import { deliverAnchors } from '#app/platform/audit/deliver.ts';
import { exportAudit } from '#app/platform/audit/export.ts';
import { publicHalf, signingKey } from '#app/platform/audit/signing-key.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import { verifyAudit } from '#app/platform/audit/verify.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify',
  summary: 'recomputes the whole audit chain and says where it does not hold',
  run: async (_args, config) =>
    await withDatabase(config(), async (database) => {
      await sealAudit(database);
      const verdict = await verifyAudit(database);
      for (const problem of verdict.problems) complain(problem);
      say(`${verdict.sealed} entries sealed, ${verdict.pending} waiting for the seal: the chain ${verdict.holds ? 'holds' : 'DOES NOT HOLD'}`);
      return verdict.holds ? 0 : 1;
    }),
};

export const auditExport: Command = {
  name: 'audit export',
  usage: 'audit export FILE',
  summary: 'writes the sealed audit trail as lines of JSON, for docs/verify-audit.mjs',
  run: async ([file, ...rest], config) => {
    if (!file || rest.length > 0) throw new UsageError('audit export takes one file.');
    return await withDatabase(config(), async (database) => {
      await sealAudit(database);
      const out = createWriteStream(file, { mode: 0o600 });
      const lines = await exportAudit(database, async (line) => {
        if (!out.write(line)) await once(out, 'drain');
      });
      out.end();
      await finished(out);
      say(`wrote ${lines} entries to ${file}; check them with: node docs/verify-audit.mjs ${file} --key KEY ANCHORS`);
      return 0;
    });
  },
};

export const auditAnchor: Command = {
  name: 'audit anchor',
  usage: 'audit anchor',
  summary: 'signs how long the audit trail is and what stands in it, and sends that to the parties of AUDIT_ANCHORS',
  run: async (_args, config) => {
    const settings = config();
    return await withDatabase(settings, async (database) => {
      await sealAudit(database);
      const key = await signingKey(settings.auditKeyFile);
      const anchor = await makeAnchor(database, { key, origin: settings.baseUrl, parties: settings.auditParties });
      const { sent, failed } = await deliverAnchors(database);
      say(anchor ? anchor.note.trimEnd() : `nothing was sealed since the last anchor; the key is ${publicHalf(key)}`);
      for (const { party, failure } of failed) complain(`${party} did not take the anchor (${failure}); it is tried again.`);
      if (settings.auditParties.length < 2) complain('Fewer than two parties get the anchors. Name two or more, apart from who runs this machine, in AUDIT_ANCHORS.');
      say(`${sent} copies handed over, ${failed.length} failed`);
      return failed.length === 0 ? 0 : 1;
    });
  },
};
