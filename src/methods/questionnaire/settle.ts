import { evaluate, type Surroundings } from './evaluate.ts';
import type { Json } from './fhir.ts';
import type { Compiled } from './model.ts';
import { makeShadow } from './shadow.ts';
import { readTree } from './tree.ts';
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
