import { evaluate, type Surroundings } from './evaluate.ts';
import type { Json } from './fhir.ts';
import type { Compiled } from './model.ts';
import { makeShadow } from './shadow.ts';
import { everyNode, readTree } from './tree.ts';
import { issueWords } from './words.ts';

/**
 * The response as it should be kept: answers under items that do not apply are taken out, calculated values are put in (what a form sent for them is
 * replaced). Other members of the response stay; `status` becomes what is given.
 */
export function settleResponse(compiled: Compiled, response: Json, status: 'in-progress' | 'completed' | 'amended', surroundings: Surroundings = {}): Json {
  const words = issueWords('en');
  const root = readTree(compiled, response, words, () => undefined);
  evaluate(compiled, root, { ...surroundings, counting: 'sound', status, words, report: () => undefined });
  const { item } = makeShadow(compiled, root, 'all', status, false).response;
  const { item: _, ...rest } = response;
  return { ...rest, status, ...(item === undefined ? {} : { item }) };
}

/** The top-level items that are enabled now and have something to show: the steps of a form that asks one thing at a time, as linkIds in order. */
export function stepsOf(compiled: Compiled, response: Json, surroundings: Surroundings = {}): readonly string[] {
  const words = issueWords('en');
  const root = readTree(compiled, response, words, () => undefined);
  evaluate(compiled, root, { ...surroundings, counting: 'sound', status: 'in-progress', words, report: () => undefined });
  const shown = root.children.filter((node) => node.enabled && node.item && !node.item.hidden && !node.item.calculated);
  return [...new Set(shown.flatMap((node) => node.item?.linkId ?? []))];
}

/** A question that applies now: its linkId, and its place in the response. */
export type Applying = { readonly linkId: string; readonly path: string };

/** The questions of a step (without one, of all) that apply to a response and that somebody can answer. */
export function questionsOf(compiled: Compiled, response: Json, step: string | undefined, surroundings: Surroundings = {}): readonly Applying[] {
  const words = issueWords('en');
  const root = readTree(compiled, response, words, () => undefined);
  evaluate(compiled, root, { ...surroundings, counting: 'sound', status: 'in-progress', words, report: () => undefined });
  const top = root.children.filter((node) => step === undefined || node.item?.linkId === step);
  return top.flatMap((one) => [...everyNode(one)]).flatMap(({ item, enabled, path }) => (item && enabled && item.answerTypes.length > 0 && !item.readOnly && !item.hidden ? [{ linkId: item.linkId, path }] : []));
}

/**
 * The questions that apply to what was posted and were not put to whoever posted it, because their branch was closed when the form was drawn. `before` is the
 * response that it was drawn from, `put` the linkIds in branches that a script had opened. They are asked before she goes on.
 */
export function questionsOpened(compiled: Compiled, before: Json, posted: Json, step: string | undefined, put: ReadonlySet<string>): readonly Applying[] {
  const asked = new Set(questionsOf(compiled, before, step).map((one) => one.path));
  return questionsOf(compiled, posted, step).filter((one) => !asked.has(one.path) && !put.has(one.linkId));
}
