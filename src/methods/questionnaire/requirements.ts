import { extensionNumber } from './extensions.ts';
import { type IssueCode, itemPath } from './issue.ts';
import type { CompiledItem } from './model.ts';
import { childrenOf, type Node } from './tree.ts';
import { urls } from './urls.ts';
import type { IssueWords } from './words.ts';

export type RequirementFault = { readonly linkId: string; readonly path: string; readonly code: IssueCode; readonly text: string };

/**
 * What an enabled occurrence lacks or has too much of: required answers and groups (only when `complete`), minOccurs, maxOccurs, and answers that exclude
 * each other. With `scoring`, only answers that may be scored count, and calculated items are never missing. Groups are looked at from their parent, so that all repetitions are counted together.
 */
export function requirementFaults(node: Node, complete: boolean, words: IssueWords, scoring = false): readonly RequirementFault[] {
  const groups = groupsUnder(node).flatMap(([item, occurrences]) => countFaults(item, occurrences.length, itemPath(node.path, item.linkId), complete, words));
  return [...groups, ...answerFaults(node, complete, words, scoring)];
}

function answerFaults(node: Node, complete: boolean, words: IssueWords, scoring: boolean): readonly RequirementFault[] {
  const { item } = node;
  if (!item || item.type === 'group' || item.type === 'display') return [];
  if (!isAsked(node) || (scoring && item.calculated)) return [];
  const count = scoring ? node.answers.filter((answer) => answer.fit).length : node.answers.length;
  const exclusive = node.answers.find((answer) => answer.option?.exclusive);
  return [
    ...countFaults(item, count, node.path, complete, words),
    ...(exclusive && node.answers.length > 1 ? [{ linkId: item.linkId, path: node.path, code: 'business-rule', text: words.exclusive(labelOf(exclusive.value)) } as const] : []),
  ];
}

function countFaults(item: CompiledItem, count: number, path: string, complete: boolean, words: IssueWords): readonly RequirementFault[] {
  const [least, most] = [extensionNumber(item.definition, urls.minOccurs) ?? 0, extensionNumber(item.definition, urls.maxOccurs)];
  const { linkId, type } = item;
  if (count === 0) return complete && item.required ? [{ linkId, path, code: 'required', text: type === 'group' ? words.missingGroup : words.missing }] : [];
  if (complete && count < least) return [{ linkId, path, code: 'required', text: words.tooFew(least) }];
  return most !== undefined && count > most ? [{ linkId, path, code: 'structure', text: words.tooMany(most) }] : [];
}

/** The groups that belong right under an occurrence, with those of their occurrences that the response holds. */
function groupsUnder(node: Node): readonly (readonly [CompiledItem, readonly Node[]])[] {
  const groups = new Map<CompiledItem, Node[]>();
  for (const child of childrenOf(node)) {
    if (child.item?.type !== 'group' || !child.enabled) continue;
    const known = groups.get(child.item) ?? [];
    if (isHeld(child)) known.push(child);
    groups.set(child.item, known);
  }
  return [...groups].filter(() => isAsked(node));
}

/** A group is there when it holds something, or stands in the response as a repetition. */
function isHeld(node: Node): boolean {
  return node.present && (node.item?.repeats === true || childrenOf(node).some((child) => child.answers.length > 0 || isHeld(child)) || childrenOf(node).every((child) => child.item?.type === 'display'));
}

/**
 * Whether an occurrence is asked for: not when it stands in a repetition that nobody gave, nor under a question that has no answer.
 */
export function isAsked(node: Node): boolean {
  for (let one: Node | undefined = node; one?.item; one = one.parent) {
    if (one.item.type === 'group' && one.item.repeats && !one.present && one !== node) return false;
    const above = one.parent;
    if (above?.item && above.item.type !== 'group' && above.answers.length === 0) return false;
  }
  return true;
}

function labelOf(value: unknown): string {
  const shown = typeof value === 'object' && value !== null ? ('display' in value ? value.display : 'code' in value ? value.code : '') : value;
  return String(shown);
}
