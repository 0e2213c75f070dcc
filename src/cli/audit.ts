import { sealAudit } from '#app/platform/audit/seal.ts';
import { verifyAudit } from '#app/platform/audit/verify.ts';
import { type Command, complain, say } from './command.ts';
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
