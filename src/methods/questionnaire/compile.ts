import { z } from 'zod';
import { compileItem, constraintsOf, type Making, pathOf, variablesOf } from './compile-item.ts';
import { checkQuestionnaire } from './definition-checks.ts';
import { dependencyGroups } from './dependencies.ts';
import { isObject, type Item, listOf, type Questionnaire, questionnaireShape } from './fhir.ts';
import { type Issue, itemPath, QuestionnaireRefused, type Report } from './issue.ts';
import type { Compiled, CompiledCondition, CompiledItem, CompileOptions } from './model.ts';
import type { Shelf } from './value-sets.ts';

const mostItems = 5_000;
const mostOptions = 20_000;
const deepest = 30;

/**
 * Reads, checks and prepares a FHIR R4 Questionnaire. Throws QuestionnaireRefused with all reasons when it breaks a rule of the standard that the engine
 * relies on, or asks for something that cannot be honoured.
 */
export function compile(input: unknown, options: CompileOptions = {}): Compiled {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const source = parseQuestionnaire(input);
  checkQuestionnaire(source, report);
  const shelf = { contained: source.contained ?? [], brought: options.valueSets ?? [] };
  const all: Making[] = [];
  const items = duplicateFree(issues) ? makeItems(source.item ?? [], undefined, '', shelf, report, all) : [];
  const variables = variablesOf(source, 'Questionnaire', 'QuestionnaireResponse', report);
  const constraints = constraintsOf(source, 'Questionnaire', 'QuestionnaireResponse', report);
  refuseErrors(issues);
  const byLinkId = new Map(all.map((item) => [item.linkId, item]));
  const order = connect(all, byLinkId, report);
  refuseErrors(issues);
  const dynamic = all.some((item) => item.enableExpression || item.calculated);
  return { source, items, all, byLinkId, order, variables, constraints, notices: issues, dynamic };
}

/** The questionnaire as JSON, equal to what was read. */
export function serialise(compiled: Compiled): Questionnaire {
  return structuredClone(compiled.source);
}

function duplicateFree(issues: readonly Issue[]): boolean {
  return !issues.some((issue) => issue.code === 'duplicate');
}

function refuseErrors(issues: readonly Issue[]): void {
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new QuestionnaireRefused(errors);
}

function parseQuestionnaire(input: unknown): Questionnaire {
  const refuse = (code: Issue['code'], expression: string, text: string) => new QuestionnaireRefused([{ severity: 'error', code, expression, text }]);
  if (!isObject(input)) throw refuse('structure', 'questionnaire', 'it must be a JSON object');
  if (input.resourceType !== 'Questionnaire') throw refuse('structure', 'questionnaire.resourceType', 'it must be Questionnaire');
  let [level, depth, count, options]: [readonly unknown[], number, number, number] = [listOf(input.item), 0, 0, 0];
  while (level.length > 0) {
    depth += 1;
    count += level.length;
    options += level.reduce((sum: number, item) => sum + (isObject(item) ? listOf(item.answerOption).length : 0), 0);
    if (depth > deepest || count > mostItems || options > mostOptions) throw refuse('too-costly', 'questionnaire.item', `at most ${mostItems} items, ${mostOptions} options and ${deepest} levels`);
    level = level.flatMap((item) => (isObject(item) ? listOf(item.item) : []));
  }
  const parsed = questionnaireShape.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues: readonly Issue[] = parsed.error.issues.map((issue) => ({ severity: 'error', code: 'structure', expression: ['questionnaire', ...issue.path].join('.'), text: z.prettifyError({ issues: [{ ...issue, path: [] }] }).replace(/^\W+/, '') }));
  throw new QuestionnaireRefused(issues);
}

function makeItems(definitions: readonly Item[], parent: Making | undefined, number: string, shelf: Shelf, report: Report, all: Making[]): readonly Making[] {
  let counted = 0;
  return definitions.map((definition, position) => {
    const path = itemPath(pathOf(parent), definition.linkId);
    const bare = compileItem(definition, parent, { path, position, number: '' }, shelf, report);
    const numbered = bare.type !== 'display' && !bare.hidden;
    if (numbered) counted += 1;
    const own = numbered ? `${number}${counted}` : '';
    const item: Making = { ...bare, number: definition.prefix ?? own, children: [], conditions: [] };
    all.push(item);
    item.children = makeItems(definition.item ?? [], item, own === '' ? number : `${own}.`, shelf, report, all);
    return item;
  });
}

function connect(all: readonly Making[], byLinkId: ReadonlyMap<string, Making>, report: Report): readonly CompiledItem[] {
  const needs = (item: Making) => [...(item.parent ? [item.parent.linkId] : []), ...(item.definition.enableWhen ?? []).map((one) => one.question)].flatMap((linkId) => byLinkId.get(linkId) ?? []);
  const groups = dependencyGroups(all, needs);
  const groupOf = new Map(groups.flatMap((group, index) => group.map((item) => [item.linkId, index])));
  for (const item of all) {
    item.conditions = (item.definition.enableWhen ?? []).flatMap((condition): readonly CompiledCondition[] => {
      const source = byLinkId.get(condition.question);
      if (!source) return [];
      const circular = groupOf.get(source.linkId) === groupOf.get(item.linkId);
      if (circular) report({ severity: 'warning', code: 'business-rule', expression: pathOf(item), text: `enableWhen goes round in a circle through ${source.linkId}: its answer counts as it stands.` });
      return [{ condition, source, circular, ...wayTo(source, item) }];
    });
  }
  const place = new Map(all.map((item, index) => [item, index]));
  return groups.flatMap((group) => group.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}

function wayTo(source: CompiledItem, from: CompiledItem): { ancestor: CompiledItem | undefined; down: readonly CompiledItem[] } {
  const above = new Set<CompiledItem>();
  for (let item = from.parent; item; item = item.parent) above.add(item);
  const down: CompiledItem[] = [];
  let item: CompiledItem | undefined = source;
  for (; item && !above.has(item); item = item.parent) down.unshift(item);
  return { ancestor: item, down };
}
