import fhirpath from 'fhirpath';
import { isObject, type Json, listOf } from './fhir.ts';

export const longestExpression = 5_000;
const deepestExpression = 60;
const deepestLoop = 3;
const loops = new Set(['select', 'where', 'all', 'exists', 'aggregate', 'sort', 'repeat', 'repeatAll', 'coalesce']);

/**
 * Why an author's expression is not run, or undefined when it may: too long, not FHIRPath, nested too deep, loops within loops within loops, or a
 * `repeat()` that makes new values for ever. What passes can still be slow on a large response: a server runs it in a worker with a time limit.
 */
export function objectionTo(expression: string): string | undefined {
  if (expression.length > longestExpression) return `the expression is longer than ${longestExpression} characters`;
  if (nesting(expression) > deepestExpression) return 'the expression is nested too deep';
  try {
    const tree: unknown = fhirpath.parse(expression);
    return isObject(tree) ? objectionToTree(tree) : 'the expression cannot be read';
  } catch {
    return 'the expression is not FHIRPath';
  }
}

function nesting(expression: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of expression) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function objectionToTree(tree: Json): string | undefined {
  const waiting: (readonly [Json, number])[] = [[tree, 0]];
  while (waiting.length > 0) {
    const [node, depth] = waiting.pop() ?? [tree, 0];
    const name = node.type === 'Functn' ? node.text : undefined;
    const deeper = typeof name === 'string' && loops.has(name) ? depth + 1 : depth;
    if (deeper > deepestLoop + 1) return `the expression has more than ${deepestLoop + 1} loops within each other`;
    if ((name === 'repeat' || name === 'repeatAll') && !walksOnly(node)) return 'repeat() may only walk along members, such as repeat(item)';
    if (name === 'resolve' || name === 'memberOf') return `${name}() needs a server`;
    for (const child of listOf(node.children)) if (isObject(child)) waiting.push([child, deeper]);
  }
  return undefined;
}

const walking = new Set(['ParamList', 'TermExpression', 'InvocationTerm', 'MemberInvocation', 'Identifier', 'UnionExpression', 'InvocationExpression', 'ParenthesizedTerm', 'FunctionInvocation', 'Functn', 'EqualityExpression', 'LiteralTerm', 'StringLiteral']);

function walksOnly(repeat: Json): boolean {
  const waiting = listOf(repeat.children).filter((child) => isObject(child) && child.type === 'ParamList');
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isObject(node)) continue;
    if (!walking.has(String(node.type))) return false;
    if (node.type === 'Functn' && node.text !== 'where' && node.text !== 'children') return false;
    const inside = node.type === 'Functn' ? listOf(node.children).filter((child) => isObject(child) && child.type !== 'Identifier') : listOf(node.children);
    waiting.push(...inside);
  }
  return true;
}
