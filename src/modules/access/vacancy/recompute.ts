import { type Decision, recompute } from '#app/methods/priority/decision.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { listPriorities } from '../priority/queries.ts';

/** What making a kept decision again found. `changed`: inputs that are not what they were, by their path; people stand there by their tokens. */
export type Again = { readonly vacancy: string; readonly list: string; readonly madeAt: Date; readonly equal: boolean; readonly changed: readonly string[] };
type Row = Decision & { readonly vacancy: string; readonly listId: string; readonly list: string; readonly priority: string; readonly madeAt: Date };

const page = 200;

/**
 * Makes every kept decision again, of one list or of all, from its stored inputs and from the version of the rules that it names: the inputs are held
 * against their fingerprints, and the rules that it used against those that were approved. Calls `found` with each in the order of vacancies. The worker's alone.
 */
export async function recomputeDecisions(scope: Scope, slug: string | undefined, found: (one: Again) => void): Promise<void> {
  const { sql } = scope;
  const versions = new Map<string, Awaited<ReturnType<typeof listPriorities>>>();
  let beyond: string | null = null;
  for (;;) {
    const rows: readonly Row[] = await sql<Row[]>`select vacancy_id as vacancy, list_id as "listId", slug as list, priority_id as priority, made_at as "madeAt", inputs, ordering as "order", offered, fingerprints
      from access.kept_decisions(${slug ?? null}, ${beyond}, ${page})`;
    for (const row of rows) {
      if (!versions.has(row.listId)) versions.set(row.listId, await listPriorities(scope, row.listId));
      const approved = versions.get(row.listId)?.find(({ id }) => id === row.priority);
      found(again(row, approved));
    }
    beyond = rows.at(-1)?.vacancy ?? null;
    if (rows.length < page) return;
  }
}

function again(row: Row, approved: Awaited<ReturnType<typeof listPriorities>>[number] | undefined): Again {
  const kept = recompute(row);
  const ruled = approved && recompute({ ...row, inputs: { ...row.inputs, ruleSet: { ...row.inputs.ruleSet, id: approved.id, version: String(approved.version), rules: [...approved.rules] } } });
  const changed = [...new Set([...kept.changed, ...(ruled ? ruled.changed : ['ruleSet'])])].sort();
  return { vacancy: row.vacancy, list: row.list, madeAt: row.madeAt, equal: kept.equal && (ruled?.equal ?? false), changed };
}
