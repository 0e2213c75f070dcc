import { evaluate, statusOf, type Surroundings } from './evaluate.ts';
import { isTrue, plainValues } from './expression.ts';
import { isObject, type Json, listOf, textAt } from './fhir.ts';
import type { Issue, Report } from './issue.ts';
import type { Compiled, Constraint } from './model.ts';
import type { Scopes } from './scopes.ts';
import { requirementFaults } from './requirements.ts';
import { sameValue } from './options.ts';
import { everyNode, type Node, readTree, tellAt } from './tree.ts';
import { issueWords, type IssueWords, type Language } from './words.ts';

export type Validation = { readonly valid: boolean; readonly issues: readonly Issue[] };
export type ValidateOptions = Surroundings & { readonly language?: Language | undefined };

const rootMembers = new Set(['resourceType', 'id', 'meta', 'implicitRules', 'language', 'text', 'contained', 'extension', 'identifier', 'basedOn', 'partOf', 'questionnaire', 'status', 'subject', 'encounter', 'authored', 'author', 'source', 'item']);
const statuses: readonly unknown[] = ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'];
const finished: readonly unknown[] = ['completed', 'amended'];

/**
 * Validates a QuestionnaireResponse against its questionnaire. Answers under a disabled item are errors, a disabled required item is not missing, and what is
 * required is asked for only of a response that is completed or amended (until then a broken constraint is a warning). Warnings and information leave the response valid.
 */
export function validate(compiled: Compiled, response: unknown, options: ValidateOptions = {}): Validation {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const words = issueWords(options.language ?? 'en');
  if (!isObject(response)) {
    report({ severity: 'error', code: 'structure', expression: 'QuestionnaireResponse', text: words.notObject });
    return { valid: false, issues };
  }
  checkEnvelope(compiled, response, words, report);
  const root = readTree(compiled, response, words, report);
  const evaluated = evaluate(compiled, root, { ...options, counting: 'sound', status: statusOf(response), words, report });
  const complete = finished.includes(response.status);
  for (const node of everyNode(root)) {
    const tell = tellAt({ report }, node.path);
    if (!node.enabled && node.answers.length > 0) tell('business-rule', words.disabled);
    if (node.enabled) for (const fault of requirementFaults(node, complete, words)) tellAt({ report }, fault.path)(fault.code, fault.text);
    checkComputed(node, words, report);
  }
  checkConstraints(compiled, root, evaluated.scopes, complete, words, report);
  return { valid: !issues.some((issue) => issue.severity === 'error'), issues };
}

function checkEnvelope(compiled: Compiled, response: Json, words: IssueWords, report: Report): void {
  const tell = tellAt({ report }, 'QuestionnaireResponse');
  if (response.resourceType !== 'QuestionnaireResponse') tell('structure', words.resourceType);
  if (!statuses.includes(response.status)) tell(response.status === undefined ? 'required' : 'code-invalid', words.status);
  for (const name of Object.keys(response)) if (!rootMembers.has(name.replace(/^_/, '')) && name !== 'modifierExtension') tell('structure', words.notFhir(name));
  if (listOf(response.modifierExtension).length > 0 || response.implicitRules !== undefined) tell('not-supported', words.modifier);
  const [url = '', version] = (textAt(response, 'questionnaire') ?? '').split('|');
  const { source } = compiled;
  const same = url === '' || source.url === undefined || url === source.url || url.startsWith('#') || url === `Questionnaire/${source.id}` || url.endsWith(`/Questionnaire/${source.id}`);
  if (!same) tell('invalid', words.otherQuestionnaire(url));
  else if (version !== undefined && source.version !== undefined && version !== source.version) report({ severity: 'warning', code: 'business-rule', expression: 'QuestionnaireResponse', text: words.otherVersion(version) });
}

function checkComputed(node: Node, words: IssueWords, report: Report): void {
  const [given, computed] = [node.answers[0], node.computed[0]];
  if (!node.enabled || !node.item?.calculated || !given || !computed || sameAnswer(given, computed)) return;
  const shown = plainValues([computed.value]).map((value) => (isObject(value) ? (value.display ?? value.code ?? value.value) : value));
  report({ severity: 'warning', code: 'business-rule', expression: node.path, text: words.calculated(String(shown[0])) });
}

function sameAnswer(a: { type: string; value: unknown }, b: { type: string; value: unknown }): boolean {
  if (isObject(a.value) && isObject(b.value) && a.type === 'Quantity') return a.value.value === b.value.value;
  return sameValue(a, b);
}

function checkConstraints(compiled: Compiled, root: Node, scopes: () => Scopes, complete: boolean, words: IssueWords, report: Report): void {
  if (compiled.constraints.length === 0 && !compiled.all.some((item) => item.constraints.length > 0)) return;
  const scope = scopes();
  for (const node of everyNode(root)) {
    if (!node.enabled || (node.item && !node.present)) continue;
    for (const constraint of node.item ? node.item.constraints : compiled.constraints) {
      if (isBroken(scope, node, constraint)) report({ severity: complete ? constraint.severity : 'warning', code: 'invariant', expression: node.path, text: constraint.human || words.constraint });
    }
  }
}

function isBroken(scope: Scopes, node: Node, { expression }: Constraint): boolean {
  const result = scope.run(node, expression);
  return result.length > 0 && !isTrue(result);
}
