import type { ReadAnswer } from './answer.ts';
import { isObject, type Json, plainText } from './fhir.ts';
import type { Compiled } from './model.ts';
import { type Answer, childrenOf, type Node } from './tree.ts';
import { scoreUrls, urls } from './urls.ts';

/** Which answers count: those of the right type and form, those that also keep every limit, or all as they came. */
export type Counting = 'sound' | 'fit' | 'all';

/** What expressions see: the response, and for each occurrence the item that stands for it. */
export type Shadow = { readonly response: Json; readonly itemOf: (node: Node) => Json };

/** The answers of an occurrence that count: of a calculated item what its expression gave, else those of the response that are good enough. */
export function countedAnswers(node: Node, counting: Counting): readonly ReadAnswer[] {
  if (node.item?.calculated) return node.computed;
  return counting === 'all' ? node.answers : node.answers.filter((answer) => answer[counting]);
}

/**
 * Makes the response that expressions look at: only enabled items and answers that count, computed values in place, and on every answer the weight that the
 * definition gives it (a weight that came with the response is dropped, so nobody can bring their own score).
 */
export function makeShadow(compiled: Compiled, root: Node, counting: Counting, status: unknown, weighted = true): Shadow {
  const made = new Map<Node, Json>();
  const itemFor = (node: Node): Json | undefined => {
    if (!node.enabled || !node.item || node.item.type === 'display') return undefined;
    const json = node.item.type === 'group' ? groupJson(node) : questionJson(node);
    if (json) made.set(node, json);
    return json;
  };
  const itemsFor = (nodes: readonly Node[]): readonly Json[] => nodes.map(itemFor).filter((one) => one !== undefined);
  const groupJson = (node: Node): Json | undefined => {
    const item = itemsFor(node.children);
    return item.length > 0 || node.present ? { linkId: node.item?.linkId, ...(item.length > 0 ? { item } : {}) } : undefined;
  };
  const questionJson = (node: Node): Json | undefined => {
    const answers = countedAnswers(node, counting);
    if (answers.length > 0) return { linkId: node.item?.linkId, answer: answers.map((answer) => answerJson(answer, itemsFor(nested(answer)), weighted)) };
    const item = itemsFor(childrenOf(node));
    return item.length > 0 ? { linkId: node.item?.linkId, item } : undefined;
  };
  const item = itemsFor(root.children);
  const response = { resourceType: 'QuestionnaireResponse', ...(compiled.source.url === undefined ? {} : { questionnaire: compiled.source.url }), status, ...(item.length > 0 ? { item } : {}) };
  return { response, itemOf: (node) => (node.item ? (made.get(node) ?? { linkId: node.item.linkId }) : response) };
}

function nested(answer: ReadAnswer): readonly Node[] {
  return isAnswer(answer) ? answer.children : [];
}

function isAnswer(answer: ReadAnswer): answer is Answer {
  return 'children' in answer;
}

function answerJson({ type, value, option }: ReadAnswer, item: readonly Json[], weighted: boolean): Json {
  const weight = !weighted || option?.weight === undefined ? [] : [{ url: urls.ordinalValue, valueDecimal: option.weight }];
  const nestedItems = item.length > 0 ? { item } : {};
  if (isObject(value)) {
    const { extension, ...rest } = value;
    const kept = Array.isArray(extension) ? extension.filter((one) => !isObject(one) || !scoreUrls.includes(plainText(one.url))) : [];
    const extensions = [...kept, ...weight];
    return { [`value${type}`]: { ...rest, ...(extensions.length > 0 ? { extension: extensions } : {}) }, ...nestedItems };
  }
  return { [`value${type}`]: value, ...(weight.length > 0 ? { [`_value${type}`]: { extension: weight } } : {}), ...nestedItems };
}
