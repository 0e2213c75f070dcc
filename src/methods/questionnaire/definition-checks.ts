import { addressesIn, extensionsOf } from './extensions.ts';
import { isObject, type Item, listOf, plainText, type Questionnaire, valuesOf } from './fhir.ts';
import { itemPath, type Report } from './issue.ts';
import { criticalExtension, ignoredExtensions, refusedExtensions, urls } from './urls.ts';

const optionTypes = new Set(['choice', 'open-choice', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'quantity']);
const honoured = new Set<string>(Object.values(urls));
const lengthTypes = new Set(['boolean', 'decimal', 'integer', 'string', 'text', 'url', 'open-choice']);

/** Rules of the standard for a whole questionnaire (que-1 to que-13 of FHIR R4), and what the engine cannot honour. */
export function checkQuestionnaire(questionnaire: Questionnaire, report: Report): void {
  refuseUnknownModifiers(questionnaire, 'Questionnaire', report);
  refuseExtensions(questionnaire, 'Questionnaire', report);
  const expectation = extensionsOf(questionnaire).find((one) => one.url.endsWith('/sdc-questionnaire-assemble-expectation'));
  if (expectation && plainText(valuesOf(expectation)[0]?.value).includes('root')) report({ severity: 'error', code: 'not-supported', expression: 'Questionnaire', text: 'The questionnaire must be assembled first (assemble-expectation).' });
  const seen = new Set<string>();
  const known = new Set(allItems(questionnaire.item ?? [], 'Questionnaire').map(([item]) => item.linkId));
  for (const [item, path] of allItems(questionnaire.item ?? [], 'Questionnaire')) {
    if (seen.has(item.linkId)) report({ severity: 'error', code: 'duplicate', expression: path, text: `The linkId ${item.linkId} stands more than once (que-2).` });
    seen.add(item.linkId);
    checkItem(item, path, report);
    for (const { question } of item.enableWhen ?? []) {
      if (!known.has(question)) report({ severity: 'error', code: 'not-found', expression: path, text: `enableWhen refers to ${question}, which is no item of this questionnaire.` });
    }
  }
}

function allItems(items: readonly Item[], parent: string): readonly (readonly [Item, string])[] {
  return items.flatMap((item) => {
    const path = itemPath(parent, item.linkId);
    return [[item, path] as const, ...allItems(item.item ?? [], path)];
  });
}

function checkItem(item: Item, path: string, report: Report): void {
  const fault = (text: string) => report({ severity: 'error', code: 'invariant', expression: path, text });
  const notice = (text: string) => report({ severity: 'warning', code: 'invariant', expression: path, text });
  refuseUnknownModifiers(item, path, report);
  refuseExtensions(item, path, report);
  const options = item.answerOption ?? [];
  if (item.type === 'display' && item.item?.length) fault('A display item cannot have nested items (que-1).');
  if (item.type === 'group' && !item.item?.length) notice('A group should have nested items (que-1).');
  if (options.length > 0 && item.answerValueSet !== undefined) fault('An item cannot have both answerOption and answerValueSet (que-4).');
  if (!optionTypes.has(item.type) && (options.length > 0 || item.answerValueSet !== undefined)) fault('Only choice and open-choice items can have answerOption or answerValueSet (que-5).');
  else if (item.type !== 'choice' && item.type !== 'open-choice' && item.answerValueSet !== undefined) notice('A value set has no meaning for this type (que-5).');
  if (item.type === 'display' && (item.required || item.repeats)) notice('A display item is neither required nor repeated (que-6).');
  if ((item.type === 'group' || item.type === 'display') && item.initial?.length) notice('Groups and display items have no initial values (que-8).');
  if (item.maxLength !== undefined && !lengthTypes.has(item.type)) notice('maxLength has no meaning for this type (que-10).');
  if (options.length > 0 && item.initial?.length) notice('With answerOption, use initialSelected in place of initial (que-11).');
  if ((item.enableWhen?.length ?? 0) > 1 && item.enableBehavior === undefined) fault('More than one enableWhen needs enableBehavior (que-12).');
  if ((item.initial?.length ?? 0) > 1 && !item.repeats) notice('Only a repeating item can have several initial values (que-13).');
  for (const option of options) if (valuesOf(option).length !== 1) fault('An answerOption has exactly one value.');
  for (const condition of item.enableWhen ?? []) {
    const answers = valuesOf(condition, 'answer');
    if (answers.length !== 1) fault('An enableWhen has exactly one answer.');
    if (condition.operator === 'exists' && typeof condition.answerBoolean !== 'boolean') fault('The operator exists needs answerBoolean (que-7).');
  }
}

function refuseUnknownModifiers(element: Item | Questionnaire, path: string, report: Report): void {
  for (const one of listOf(element.modifierExtension).filter(isObject)) {
    if (one.url === criticalExtension && honoured.has(plainText(one.valueCanonical))) continue;
    report({ severity: 'error', code: 'not-supported', expression: path, text: `The modifier extension ${plainText(one.url)} is not understood${one.url === criticalExtension ? ` (${plainText(one.valueCanonical)} must be honoured)` : ''}.` });
  }
}

function refuseExtensions(element: Item | Questionnaire, path: string, report: Report): void {
  for (const url of addressesIn(element)) {
    if (refusedExtensions[url]) report({ severity: 'error', code: 'not-supported', expression: path, text: `Not supported: ${refusedExtensions[url]}.` });
    if (ignoredExtensions[url]) report({ severity: 'information', code: 'not-supported', expression: path, text: `Kept without effect: ${ignoredExtensions[url]}.` });
  }
}
