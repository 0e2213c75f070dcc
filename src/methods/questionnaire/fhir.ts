import { z } from 'zod';

/** A JSON object whose further members are kept as they are. */
export type Json = { readonly [name: string]: unknown };

const extension = z.looseObject({ url: z.string() });
const element = z.looseObject({ extension: z.array(extension).optional() });
const extended = { extension: z.array(extension).optional(), modifierExtension: z.array(extension).optional() };

export const itemTypes = ['group', 'display', 'boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'choice', 'open-choice', 'attachment', 'reference', 'quantity'] as const;
const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;

const condition = z.looseObject({ question: z.string().min(1), operator: z.enum(operators) });
const option = z.looseObject({ ...extended, initialSelected: z.boolean().optional() });

const flatItem = z.looseObject({
  ...extended,
  linkId: z.string().min(1),
  type: z.enum(itemTypes),
  text: z.string().optional(),
  _text: element.optional(),
  prefix: z.string().optional(),
  _prefix: element.optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.int().min(0).optional(),
  answerOption: z.array(option).optional(),
  answerValueSet: z.string().optional(),
  initial: z.array(z.looseObject({})).optional(),
  enableWhen: z.array(condition).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
});

export type Item = z.infer<typeof flatItem> & { readonly item?: readonly Item[] | undefined };
const item: z.ZodType<Item> = flatItem.extend({
  get item() {
    return z.array(item).optional();
  },
});

const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional(), url: z.string().optional() });

/** FHIR R4 Questionnaire, as far as its parts have a meaning here; everything else is kept untouched. */
export const questionnaireShape = z.looseObject({
  ...extended,
  resourceType: z.literal('Questionnaire'),
  id: z.string().optional(),
  url: z.string().optional(),
  version: z.string().optional(),
  language: z.string().optional(),
  title: z.string().optional(),
  _title: element.optional(),
  contained: z.array(resource).optional(),
  item: z.array(item).optional(),
});

export type Extension = z.infer<typeof extension>;
export type Element = { readonly extension?: readonly Extension[] | undefined };
export type ItemType = (typeof itemTypes)[number];
export type Condition = z.infer<typeof condition>;
export type AnswerOption = z.infer<typeof option>;
export type Resource = z.infer<typeof resource>;
export type Questionnaire = z.infer<typeof questionnaireShape>;

/** A value[x] with the name of its type as it stands in the JSON, e.g. `Coding` or `Integer`. */
export type Typed = { readonly type: string; readonly value: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every value[x] of an element; a valid element has one at most. */
export function valuesOf(element: Json, stem = 'value'): readonly Typed[] {
  return Object.keys(element)
    .filter((name) => name.startsWith(stem) && name.length > stem.length && element[name] !== undefined)
    .map((name) => ({ type: name.slice(stem.length), value: element[name] }));
}

export function textAt(element: unknown, name: string): string | undefined {
  const value = isObject(element) ? element[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A string, number or boolean in words; the empty text for anything else, which a response from outside may hold (`String` of it can throw). */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
