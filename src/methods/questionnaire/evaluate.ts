import type { ReadAnswer } from './answer.ts';
import { answersFrom } from './computed.ts';
import { conditionsMet, type Memory } from './enable-when.ts';
import { isTrue } from './expression.ts';
import type { Json } from './fhir.ts';
import type { Report } from './issue.ts';
import type { Compiled, CompiledItem } from './model.ts';
import { makeScopes, type Scopes } from './scopes.ts';
import { type Counting, countedAnswers, makeShadow, type Shadow } from './shadow.ts';
import { everyNode, type Node, tellAt } from './tree.ts';
import type { IssueWords } from './words.ts';

/** What expressions may know besides the response. */
export type Surroundings = {
  /** The moment of `now()` and `today()`, a FHIR dateTime with an offset; without it they ask the machine's clock. */
  readonly now?: string | undefined;
  /** Launch contexts such as `%patient`, by name. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
};

export type Evaluated = { readonly root: Node; readonly shadow: () => Shadow; readonly scopes: () => Scopes };

const mostRounds = 100;

/**
 * Decides which items are enabled and computes the calculated ones, on a tree that was read from a response. Conditions and expressions may depend on each
 * other, so both are worked out in rounds until nothing changes; what does not settle within the bound is left without a value and told. It never hangs on
 * a circle. The tree is changed in place.
 */
export function evaluate(compiled: Compiled, root: Node, settings: Surroundings & { counting: Counting; status: unknown; words: IssueWords; report: Report }): Evaluated {
  const { counting, words, report } = settings;
  const nodesOf = groupNodes(root);
  const truth = new Map<Node, boolean>();
  decide(compiled.order, nodesOf, truth, counting);
  const shadow = () => makeShadow(compiled, root, counting, settings.status);
  const scopes = (faults: Report = () => undefined) => makeScopes(compiled, shadow(), settings, words, faults);
  const evaluated = { root, shadow, scopes };
  if (!compiled.dynamic) return evaluated;
  const switched = compiled.all.filter((item) => item.enableExpression).flatMap((item) => nodesOf.get(item) ?? []);
  const computing = compiled.all.filter((item) => item.calculated).flatMap((item) => nodesOf.get(item) ?? []);
  const limit = Math.min(mostRounds, switched.length + computing.length + 2);
  for (let round = 0; ; round += 1) {
    const faults: Parameters<Report>[0][] = [];
    const scope = scopes((issue) => faults.push(issue));
    const nextTruth = switched.map((node) => isTrue(scope.run(node, node.item?.enableExpression)));
    const nextValues = computing.map((node) => computedAnswers(node, scope, words, (issue) => faults.push(issue)));
    const turned = switched.filter((node, place) => truth.get(node) !== nextTruth[place]);
    const moved = computing.filter((node, place) => !sameAnswers(node.computed, nextValues[place] ?? []));
    for (const [place, node] of switched.entries()) truth.set(node, nextTruth[place] ?? false);
    for (const [place, node] of computing.entries()) node.computed = nextValues[place] ?? [];
    const settled = turned.length === 0 && moved.length === 0;
    if (!settled && round >= limit) {
      for (const node of [...turned, ...moved]) tellAt({ report }, node.path)('business-rule', words.unsettled);
      for (const node of moved) node.computed = [];
    }
    decide(compiled.order, nodesOf, truth, counting);
    if (settled || round >= limit) {
      for (const fault of faults) report(fault);
      return evaluated;
    }
  }
}

function groupNodes(root: Node): ReadonlyMap<CompiledItem, readonly Node[]> {
  const groups = new Map<CompiledItem, Node[]>();
  for (const node of everyNode(root)) {
    if (!node.item) continue;
    const group = groups.get(node.item);
    if (group) group.push(node);
    else groups.set(node.item, [node]);
  }
  return groups;
}

function decide(order: readonly CompiledItem[], nodesOf: ReadonlyMap<CompiledItem, readonly Node[]>, truth: ReadonlyMap<Node, boolean>, counting: Counting): void {
  const memory: Memory = new Map();
  for (const item of order) {
    for (const node of nodesOf.get(item) ?? []) {
      const counted = (source: Node, { circular }: { circular: boolean }) => (circular || source.enabled ? countedAnswers(source, counting) : []);
      node.enabled = (node.parent?.enabled ?? true) && (!item.enableExpression || truth.get(node) === true) && conditionsMet(node, counted, memory);
    }
  }
}

function computedAnswers(node: Node, scope: Scopes, words: IssueWords, report: Report): readonly ReadAnswer[] {
  if (!node.item || !node.enabled) return [];
  return answersFrom(node.item, scope.run(node, node.item.calculated), words, (code, text, severity = 'error') => report({ severity: severity === 'error' ? 'warning' : severity, code, expression: node.path, text }));
}

function sameAnswers(a: readonly ReadAnswer[], b: readonly ReadAnswer[]): boolean {
  return a.length === b.length && a.every((one, place) => one.type === b[place]?.type && JSON.stringify(one.value) === JSON.stringify(b[place]?.value));
}

/** The status that expressions see for a response that has none. */
export function statusOf(response: Json): unknown {
  return typeof response.status === 'string' ? response.status : 'in-progress';
}
