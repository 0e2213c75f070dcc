import { type Expression, questionnaireItem, type Scope } from './expression.ts';
import type { Report } from './issue.ts';
import type { Compiled, Variable } from './model.ts';
import type { Shadow } from './shadow.ts';
import type { Node } from './tree.ts';
import type { Surroundings } from './evaluate.ts';
import type { IssueWords } from './words.ts';

/** Runs expressions at an occurrence, with the variables of all scopes above it, each evaluated once. */
export type Scopes = { readonly run: (node: Node, expression: Expression | undefined) => readonly unknown[] };

export function makeScopes(compiled: Compiled, shadow: Shadow, { now, context }: Surroundings, words: IssueWords, report: Report): Scopes {
  const known = new Map<Node, Scope>();
  const fixed: Scope = { ...context, resource: shadow.response, rootResource: shadow.response, questionnaire: compiled.source };
  const safely = (node: Node, expression: Expression, scope: Scope): readonly unknown[] => {
    try {
      return expression.run(shadow.itemOf(node), { ...scope, qitem: node.item ? questionnaireItem(node.item.definition) : [] }, now);
    } catch (error) {
      report({ severity: 'warning', code: 'exception', expression: node.path, text: words.expression(firstLine(error)) });
      return [];
    }
  };
  const scopeOf = (node: Node): Scope => {
    const ready = known.get(node);
    if (ready) return ready;
    const above = node.parent ? scopeOf(node.parent) : fixed;
    const scope = withVariables(above, node.item ? node.item.variables : compiled.variables, context, (expression, sofar) => safely(node, expression, sofar));
    known.set(node, scope);
    return scope;
  };
  return { run: (node, expression) => (expression ? safely(node, expression, scopeOf(node)) : []) };
}

function withVariables(above: Scope, variables: readonly Variable[], context: Surroundings['context'], run: (expression: Expression, scope: Scope) => readonly unknown[]): Scope {
  let scope = above;
  for (const { name, expression } of variables) {
    if (expression) scope = { ...scope, [name]: run(expression, scope) };
    else if (context?.[name] === undefined) scope = { ...scope, [name]: [] };
  }
  return scope;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : 'it failed').split('\n')[0]?.slice(0, 200) ?? '';
}
