import { compileExpression, type Expression, isExpression } from './expression.ts';
import { extensionConcept, extensionFlag, extensionsOf, extensionText, extensionValue } from './extensions.ts';
import type { Item, ItemType, Json, Questionnaire } from './fhir.ts';
import { itemPath, type Report } from './issue.ts';
import type { CompiledItem, Constraint, Variable } from './model.ts';
import { optionsOf } from './options.ts';
import { compilePattern } from './patterns.ts';
import { textAt, valuesOf } from './fhir.ts';
import { urls } from './urls.ts';
import type { Shelf } from './value-sets.ts';

const answerTypes: Readonly<Record<ItemType, readonly string[]>> = {
  group: [], display: [], boolean: ['Boolean'], decimal: ['Decimal'], integer: ['Integer'], date: ['Date'], dateTime: ['DateTime'], time: ['Time'], string: ['String'], text: ['String'],
  url: ['Uri'], choice: ['Coding'], 'open-choice': ['Coding', 'String'], attachment: ['Attachment'], reference: ['Reference'], quantity: ['Quantity'],
};

export type Base = 'QuestionnaireResponse' | 'QuestionnaireResponse.item';

type Draft = Omit<CompiledItem, 'children' | 'conditions'>;
export type Making = { -readonly [Key in keyof CompiledItem]: CompiledItem[Key] };

/** Prepares one item, without its children and conditions. */
export function compileItem(definition: Item, parent: CompiledItem | undefined, place: { path: string; position: number; number: string }, shelf: Shelf, report: Report): Draft {
  const { path } = place;
  const options = optionsOf(definition, shelf);
  if (options.unresolved !== undefined) report({ severity: 'information', code: 'not-found', expression: path, text: `The value set ${options.unresolved} is not at hand: any coding is accepted.` });
  const source = extensionText(definition, urls.regex);
  const pattern = source === undefined ? undefined : compilePattern(source);
  if (source !== undefined && !pattern) report({ severity: 'error', code: 'not-supported', expression: path, text: 'The regular expression cannot be matched in linear time (no look-around, no back-references, 1,000 characters at most).' });
  const expression = (url: string) => expressionAt(definition, url, path, 'QuestionnaireResponse.item', report);
  const calculated = expression(urls.calculated);
  const ofOptions = new Set((definition.answerOption ?? []).flatMap((option) => valuesOf(option).map((one) => one.type)));
  return {
    linkId: definition.linkId, type: definition.type, definition, parent, depth: parent ? parent.depth + 1 : 0, position: place.position, number: place.number,
    required: definition.required === true && definition.type !== 'display', repeats: definition.repeats === true && definition.type !== 'display',
    readOnly: definition.readOnly === true || calculated !== undefined, hidden: extensionFlag(definition, urls.hidden), control: extensionConcept(definition, urls.itemControl),
    answerTypes: ofOptions.size > 0 ? [...ofOptions, ...(definition.type === 'open-choice' && !ofOptions.has('String') ? ['String'] : [])] : answerTypes[definition.type],
    options, pattern, behavior: definition.enableBehavior ?? 'all',
    enableExpression: expression(urls.enableWhen), calculated, initial: expression(urls.initial),
    variables: variablesOf(definition, path, 'QuestionnaireResponse.item', report), constraints: constraintsOf(definition, path, 'QuestionnaireResponse.item', report),
  };
}

function expressionAt(element: Json, url: string, path: string, base: Base, report: Report): Expression | undefined {
  const value = extensionValue(element, url);
  return value === undefined ? undefined : compileAt(value.value, path, base, report);
}

function compileAt(value: unknown, path: string, base: Base, report: Report): Expression | undefined {
  const compiled = compileExpression(value, base);
  if (isExpression(compiled)) return compiled;
  const text = `An expression cannot be run: ${compiled.reason}.`;
  report(compiled.elsewhere ? { severity: 'information', code: 'not-supported', expression: path, text } : { severity: 'error', code: 'not-supported', expression: path, text });
  return undefined;
}

/** Variables in the order in which they stand, launch contexts first. */
export function variablesOf(element: Item | Questionnaire, path: string, base: Base, report: Report): readonly Variable[] {
  const contexts = extensionsOf(element, urls.launchContext).flatMap((one) => {
    const name = extensionValue(one, 'name')?.value;
    const text = typeof name === 'string' ? name : textAt(name, 'code');
    return text === undefined ? [] : [{ name: text, expression: undefined }];
  });
  const variables = extensionsOf(element, urls.variable).flatMap((one) => {
    const value = valuesOf(one)[0]?.value;
    const name = textAt(value, 'name');
    return name === undefined ? [] : [{ name, expression: compileAt(value, path, base, report) }];
  });
  return [...contexts, ...variables];
}

export function constraintsOf(element: Item | Questionnaire, path: string, base: Base, report: Report): readonly Constraint[] {
  return [...extensionsOf(element, urls.constraint), ...extensionsOf(element, urls.targetConstraint)].flatMap((one) => {
    const text = extensionText(one, 'expression');
    const expression = compileAt(text === undefined ? extensionValue(one, 'expression')?.value : { language: 'text/fhirpath', expression: text }, path, base, report);
    const severity: Constraint['severity'] = extensionText(one, 'severity') === 'warning' ? 'warning' : 'error';
    return expression ? [{ key: extensionText(one, 'key') ?? '', severity, human: extensionText(one, 'human') ?? '', expression }] : [];
  });
}

export function pathOf(item: CompiledItem | undefined): string {
  return item ? itemPath(pathOf(item.parent), item.linkId) : 'Questionnaire';
}
