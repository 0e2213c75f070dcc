import { isObject, type Json, listOf } from '#app/methods/questionnaire/fhir.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Dimension } from '../report/heard.ts';
import { bilingualElement } from './rules.ts';
import { type Categories, type Category, tellsUrl } from './told.ts';
import { surveyWords } from './words.ts';

const telling = { 'tells-municipality': 'municipality', 'tells-age': 'age', 'tells-language': 'language' } as const;
export const composedTypes = ['tells-municipality', 'tells-age', 'tells-language', 'choice', 'open-choice', 'boolean', 'string', 'text', 'integer', 'decimal', 'date', 'display'] as const;
export type ComposedType = (typeof composedTypes)[number];

/** The kinds of question that can be composed: those that tell where somebody stands in the census only where there are categories to tell. */
export function offeredTypes(categories: Categories): ComposedType[] {
  return composedTypes.filter((type) => !isTelling(type) || categories[telling[type]].length > 0);
}

function isTelling(type: ComposedType): type is keyof typeof telling {
  return type in telling;
}

/** Reads one composed question as an item of a FHIR Questionnaire with a linkId of its own, or what is wrong with it. */
export function readQuestion(form: Form, language: Language, questionnaire: unknown, categories: Categories): { readonly value: Json } | { readonly errors: FieldErrors } {
  const words = surveyWords[language];
  const errors: Record<string, string> = {};
  const type = offeredTypes(categories).find((one) => one === form.text('type'));
  const [en, fr] = [form.text('text-en').slice(0, 500), form.text('text-fr').slice(0, 500)];
  if (!type) errors.type = words.badType;
  if (en === '') errors['text-en'] = words.both;
  if (fr === '') errors['text-fr'] = words.both;
  const options = form.text('options').split('\n').map((line) => line.split('|').map((part) => part.trim())).filter((parts) => parts.some(Boolean));
  const chosen = type === 'choice' || type === 'open-choice';
  if (chosen && (options.length < 2 || options.some(([one, other]) => !one || !other))) errors.options = words.badOptions;
  const after = conditionOf(form, questionnaire);
  if (!type || Object.keys(errors).length > 0) return { errors };
  return {
    value: {
      linkId: nextLinkId(questionnaire), type: isTelling(type) ? 'choice' : type, ...bilingualElement('text', { en, fr }), ...(form.text('needed') === 'yes' && type !== 'display' ? { required: true } : {}),
      ...(chosen && form.text('many') === 'yes' ? { repeats: true } : {}),
      ...(chosen ? { answerOption: choiceOptions(options.map(([one = '', other = '']) => ({ en: one, fr: other }))) } : {}),
      ...(isTelling(type) ? tellingOptions(telling[type], categories[telling[type]]) : {}),
      ...(after ? { enableWhen: [after] } : {}),
    },
  };
}

/** A choice whose codes are categories of the census; somewhere else is none of them. */
export function tellingOptions(dimension: Dimension, categories: readonly Category[]): Json {
  const all = [...categories, ...(dimension === 'municipality' ? [{ id: 'elsewhere', label: { en: 'Somewhere else', fr: 'Ailleurs' } }] : [])];
  return { extension: [{ url: tellsUrl, valueCode: dimension }], answerOption: all.map(({ id, label }) => ({ valueCoding: { code: id, ...bilingualElement('display', label) } })) };
}

/** The answers of a choice, coded o1, o2 and so on. */
export function choiceOptions(texts: readonly Bilingual[]): Json[] {
  return texts.map((text, index) => ({ valueCoding: { code: `o${index + 1}`, ...bilingualElement('display', text) } }));
}

/** The items of a questionnaire at its top level. */
export function itemsOf(questionnaire: unknown): Json[] {
  return isObject(questionnaire) ? listOf(questionnaire.item).filter(isObject) : [];
}

export function withItems(questionnaire: unknown, item: readonly Json[]): Json {
  return { ...(isObject(questionnaire) ? questionnaire : {}), item };
}

function nextLinkId(questionnaire: unknown): string {
  const taken = itemsOf(questionnaire).map((item) => Number(/^q(\d+)$/.exec(String(item.linkId))?.[1] ?? 0));
  return `q${Math.max(0, ...taken) + 1}`;
}

export type Condition = { readonly value: string; readonly item: Json; readonly option: Json | boolean };

/** The answers after which a later question can be asked, as `linkId code`. */
export function conditionsOf(questionnaire: unknown): Condition[] {
  return itemsOf(questionnaire).flatMap((item): Condition[] => {
    if (item.type === 'boolean') return [true, false].map((answer) => ({ value: `${item.linkId} ${answer}`, item, option: answer }));
    return item.type === 'choice' ? listOf(item.answerOption).filter(isObject).flatMap((option) => (isObject(option.valueCoding) ? [{ value: `${item.linkId} ${option.valueCoding.code}`, item, option: option.valueCoding }] : [])) : [];
  });
}

function conditionOf(form: Form, questionnaire: unknown): Json | undefined {
  const found = conditionsOf(questionnaire).find((one) => one.value === form.text('after'));
  if (!found) return undefined;
  const question = found.item.linkId;
  return isObject(found.option) ? { question, operator: '=', answerCoding: { code: found.option.code } } : { question, operator: '=', answerBoolean: found.option };
}
