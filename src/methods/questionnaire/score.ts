import type { ReadAnswer } from './answer.ts';
import { evaluate, statusOf, type Surroundings } from './evaluate.ts';
import { isObject, type Json } from './fhir.ts';
import type { Issue, Report } from './issue.ts';
import type { Compiled } from './model.ts';
import { requirementFaults } from './requirements.ts';
import { everyNode, readTree } from './tree.ts';
import { issueWords } from './words.ts';

export type Score = {
  /** The value of each calculated item; none at all while the form is incomplete. Of repetitions, a list. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether each item is enabled; of an item in a repeating group, whether any of its occurrences is. */
  readonly enabled: Readonly<Record<string, boolean>>;
  /** No enabled required item is unanswered. */
  readonly complete: boolean;
  /** The enabled required items without a good answer, in the order of the form. */
  readonly missing: readonly string[];
  /** Expressions that failed or did not settle; absent when all went well. */
  readonly issues?: readonly Issue[];
};

/**
 * Computes what the questionnaire defines: enablement and calculated values, from valid answers only. An answer that is not valid counts as none, answers
 * under disabled items do not count, and weights come from the definition alone. An incomplete form has no values (no prorating).
 */
export function score(compiled: Compiled, response: Json, surroundings: Surroundings = {}): Score {
  const words = issueWords('en');
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const root = readTree(compiled, response, words, () => undefined);
  evaluate(compiled, root, { ...surroundings, counting: 'fit', status: statusOf(response), words, report });
  const enabled: Record<string, boolean> = Object.fromEntries(compiled.all.map((item) => [item.linkId, false]));
  const values = new Map<string, unknown[]>();
  const missing = new Set<string>();
  for (const node of everyNode(root)) {
    if (!node.enabled) continue;
    for (const fault of requirementFaults(node, true, words, true)) if (fault.code === 'required') missing.add(fault.linkId);
    if (!node.item) continue;
    Object.defineProperty(enabled, node.item.linkId, { value: true, enumerable: true, configurable: true, writable: true });
    if (node.item.calculated && node.computed.length > 0) keep(values, node.item.linkId, node.computed.map(plainAnswer));
  }
  const complete = missing.size === 0;
  const single = (linkId: string, all: readonly unknown[]) => (all.length === 1 && compiled.byLinkId.get(linkId)?.repeats !== true ? all[0] : all);
  const shown = complete ? Object.fromEntries([...values].map(([linkId, all]) => [linkId, single(linkId, all)])) : {};
  const inOrder = compiled.all.filter((item) => missing.has(item.linkId)).map((item) => item.linkId);
  return { values: shown, enabled, complete, missing: inOrder, ...(issues.length > 0 ? { issues } : {}) };
}

function keep(values: Map<string, unknown[]>, linkId: string, more: readonly unknown[]): void {
  const known = values.get(linkId);
  if (known) known.push(...more);
  else values.set(linkId, [...more]);
}

function plainAnswer({ type, value }: ReadAnswer): unknown {
  if (type !== 'Quantity' || !isObject(value)) return value;
  return value.unit === undefined && value.code === undefined ? value.value : value;
}
