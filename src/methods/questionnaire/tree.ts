import { InputRefused } from '../method.ts';
import { type ReadAnswer, readAnswer, type Tell } from './answer.ts';
import { isObject, type Json, listOf } from './fhir.ts';
import { type Issue, itemPath, type Report } from './issue.ts';
import type { Compiled, CompiledItem } from './model.ts';
import { sortEntries } from './entries.ts';
import type { IssueWords } from './words.ts';

/** An answer with the items nested under it. */
export type Answer = ReadAnswer & { readonly children: readonly Node[] };

/** One occurrence of an item: in the response, or only imagined where the response has none. */
export type Node = {
  readonly item: CompiledItem | undefined;
  readonly parent: Node | undefined;
  readonly path: string;
  /** Which occurrence under its parent, from 0. */
  readonly index: number;
  readonly present: boolean;
  readonly answers: readonly Answer[];
  /** Of a group, its items; of a question without answers, imagined ones. */
  readonly children: readonly Node[];
  enabled: boolean;
  computed: readonly ReadAnswer[];
};

const mostNodes = 100_000;

export type Reading = { readonly compiled: Compiled; readonly words: IssueWords; readonly report: Report; count: number };

/**
 * Lays a response over its questionnaire: every item of the definition has at least one node, every repetition its own. Tells all that is wrong with the
 * structure and the values; requirements and conditions are not looked at here. Throws InputRefused when the response is too large.
 */
export function readTree(compiled: Compiled, response: Json, words: IssueWords, report: Report): Node {
  const reading = { compiled, words, report, count: 0 };
  const root: Node = { item: undefined, parent: undefined, path: 'QuestionnaireResponse', index: 0, present: true, answers: [], children: [], enabled: true, computed: [] };
  return withChildren(root, readItems(compiled.items, response.item, root, reading));
}

function withChildren(node: Node, children: readonly Node[]): Node {
  return Object.assign(node, { children });
}

function readItems(items: readonly CompiledItem[], given: unknown, parent: Node, reading: Reading): readonly Node[] {
  const entries = sortEntries(items, given, parent.path, reading);
  return items.flatMap((item) => readOccurrences(item, entries.get(item.linkId) ?? [], parent, reading));
}

function readOccurrences(item: CompiledItem, entries: readonly Json[], parent: Node, reading: Reading): readonly Node[] {
  const path = itemPath(parent.path, item.linkId);
  if (entries.length > 1 && item.type !== 'group') tellAt(reading, itemPath(parent.path, item.linkId, 1))('structure', reading.words.questionOnce);
  if (entries.length > 1 && item.type === 'group' && !item.repeats) tellAt(reading, itemPath(parent.path, item.linkId, 1))('structure', reading.words.groupOnce);
  const kept = item.type === 'group' ? entries : entries.slice(0, 1);
  if (kept.length === 0) return [readNode(item, undefined, parent, path, 0, reading)];
  return kept.map((entry, index) => readNode(item, entry, parent, itemPath(parent.path, item.linkId, index), index, reading));
}

function readNode(item: CompiledItem, entry: Json | undefined, parent: Node, path: string, index: number, reading: Reading): Node {
  count(reading);
  const node: Node = { item, parent, path, index, present: entry !== undefined, answers: [], children: [], enabled: true, computed: [] };
  const tell = tellAt(reading, path);
  if (item.type === 'group' || item.type === 'display') {
    if (entry?.answer !== undefined) tell('structure', reading.words.noAnswerHere);
    return withChildren(node, readItems(item.children, entry?.item, node, reading));
  }
  if (entry?.item !== undefined) tell('structure', reading.words.itemsUnderQuestion);
  const answers = readAnswers(item, entry, node, reading);
  Object.assign(node, { answers });
  return answers.length > 0 ? node : withChildren(node, readItems(item.children, entry?.item, node, reading));
}

function readAnswers(item: CompiledItem, entry: Json | undefined, node: Node, reading: Reading): readonly Answer[] {
  const tell = tellAt(reading, node.path);
  if (entry?.answer !== undefined && !Array.isArray(entry.answer)) tell('structure', reading.words.notList('answer'));
  const given = listOf(entry?.answer);
  if (given.length > 1 && !item.repeats) tell('structure', reading.words.notRepeated);
  const spoiled = given.length > 1 && !item.repeats;
  return given.flatMap((answer, place): readonly Answer[] => {
    count(reading);
    const path = `${node.path}.answer[${place}]`;
    if (!isObject(answer)) {
      tellAt(reading, path)('structure', reading.words.notObject);
      return [];
    }
    const read = readAnswer(item, answer, reading.words, tellAt(reading, path));
    if (!read) return [];
    const inner: Node = { ...node, path };
    return [{ ...read, fit: read.fit && !spoiled, children: readItems(item.children, answer.item, inner, reading).map((child) => Object.assign(child, { parent: node })) }];
  });
}

function count(reading: Reading): void {
  reading.count += 1;
  if (reading.count > mostNodes) throw new InputRefused(`response: more than ${mostNodes} items and answers`);
}

export function tellAt({ report }: Pick<Reading, 'report'>, expression: string): Tell {
  return (code: Issue['code'], text, severity = 'error') => report({ severity, code, expression, text });
}

/** Every node that belongs to another: the items of a group, or those under the answers of a question. */
export function childrenOf(node: Node): readonly Node[] {
  return node.answers.length > 0 ? node.answers.flatMap((answer) => answer.children) : node.children;
}

export function* everyNode(node: Node): Generator<Node> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...childrenOf(next).toReversed());
  }
}
