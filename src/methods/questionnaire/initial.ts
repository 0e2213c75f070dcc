import { judge } from './answer.ts';
import { answersFrom } from './computed.ts';
import { evaluate, type Surroundings } from './evaluate.ts';
import { isObject, type Json, type Typed, valuesOf } from './fhir.ts';
import type { Compiled } from './model.ts';
import type { Scopes } from './scopes.ts';
import { type Node, readTree } from './tree.ts';
import { issueWords } from './words.ts';

/**
 * A response in progress with what the definition fills in: initial values, options that are selected at the start, and initialExpression over the launch
 * contexts. Values that do not fit their item and expressions that fail fill in nothing.
 */
export function initialResponse(compiled: Compiled, surroundings: Surroundings = {}): Json {
  const words = issueWords('en');
  const blank: Json = { resourceType: 'QuestionnaireResponse', status: 'in-progress' };
  const root = readTree(compiled, blank, words, () => undefined);
  const { scopes } = evaluate(compiled, root, { ...surroundings, counting: 'sound', status: 'in-progress', words, report: () => undefined });
  const scope = scopes();
  const { url, version } = compiled.source;
  const item = itemsFrom(root.children, scope);
  return { ...blank, ...(url === undefined ? {} : { questionnaire: version === undefined ? url : `${url}|${version}` }), ...(item.length > 0 ? { item } : {}) };
}

function itemsFrom(nodes: readonly Node[], scope: Scopes): readonly Json[] {
  return nodes.flatMap((node): readonly Json[] => {
    const linkId = node.item?.linkId;
    const nested = itemsFrom(node.children, scope);
    if (node.item?.type === 'group') return nested.length > 0 ? [{ linkId, item: nested }] : [];
    const answer = initialAnswers(node, scope).map(({ type, value }, place) => ({ [`value${type}`]: value, ...(place === 0 && nested.length > 0 ? { item: nested } : {}) }));
    return answer.length > 0 ? [{ linkId, answer }] : [];
  });
}

function initialAnswers(node: Node, scope: Scopes): readonly Typed[] {
  const { item } = node;
  if (!item) return [];
  if (item.initial) return answersFrom(item, scope.run(node, item.initial), issueWords('en'), () => undefined);
  const stated = (item.definition.initial ?? []).filter(isObject).flatMap((initial) => valuesOf(initial).slice(0, 1));
  const selected = item.options.list.filter((option) => option.selected).map(({ type, value }) => ({ type, value }));
  return (stated.length > 0 ? stated : selected).filter((value) => judge(item, value, issueWords('en'), () => undefined).sound);
}
