import { z } from 'zod';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Kind, Question } from './model.ts';

const translationUrl = 'http://hl7.org/fhir/StructureDefinition/translation';
const leastUrl = 'http://hl7.org/fhir/StructureDefinition/minValue';
const placesUrl = 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces';
const longest = 5000;

/** The element `name` in English with its French translation, as FHIR writes it. */
export function inBoth(name: string, { en, fr }: Bilingual): Record<string, unknown> {
  return { [name]: en, [`_${name}`]: { extension: [{ url: translationUrl, extension: [{ url: 'lang', valueCode: 'fr' }, { url: 'content', valueString: fr }] }] } };
}

const shapeOf: Readonly<Record<Kind, (question: Question) => Record<string, unknown>>> = {
  text: () => ({ type: 'text', maxLength: longest }),
  number: () => ({ type: 'integer', extension: [{ url: leastUrl, valueInteger: 0 }] }),
  money: () => ({ type: 'decimal', extension: [{ url: leastUrl, valueDecimal: 0 }, { url: placesUrl, valueInteger: 2 }] }),
  choice: ({ choices }) => ({ type: 'choice', answerOption: choices.map((one, n) => ({ valueCoding: { code: `c${n + 1}`, ...inBoth('display', one) } })) }),
  'yes-no': () => ({ type: 'boolean' }),
};

/** Questions as a FHIR questionnaire of a version, in the order in which they stand. */
export function questionnaireOf(title: Bilingual, version: number, questions: readonly Question[]): Record<string, unknown> {
  return {
    resourceType: 'Questionnaire', status: 'active', language: 'en', version: String(version), ...inBoth('title', title),
    item: questions.map((one) => ({ linkId: one.id, required: one.needed, ...inBoth('text', one.text), ...shapeOf[one.kind](one) })),
  };
}

const translated = z.object({ extension: z.tuple([z.object({ url: z.literal(translationUrl), extension: z.tuple([z.object({ valueCode: z.literal('fr') }), z.object({ valueString: z.string() })]) })]) });
const itemSchema = z.strictObject({
  linkId: z.string(), type: z.enum(['text', 'integer', 'decimal', 'choice', 'boolean']), required: z.boolean().optional(), maxLength: z.number().optional(), extension: z.array(z.looseObject({ url: z.enum([leastUrl, placesUrl]) })).optional(),
  text: z.string(), _text: translated, answerOption: z.array(z.strictObject({ valueCoding: z.strictObject({ code: z.string(), display: z.string(), _display: translated }) })).optional(),
});
const kindOf = { text: 'text', integer: 'number', decimal: 'money', choice: 'choice', boolean: 'yes-no' } as const;
const both = (en: string, fr: z.infer<typeof translated>): Bilingual => ({ en, fr: fr.extension[0].extension[1].valueString });

/** The questions of a questionnaire that this form can write; undefined where it holds more, as one that came as a file may. */
export function questionsOf(questionnaire: unknown): Question[] | undefined {
  const read = z.object({ item: z.array(itemSchema).optional() }).safeParse(questionnaire);
  if (!read.success) return undefined;
  return (read.data.item ?? []).map((item) => ({
    id: item.linkId, text: both(item.text, item._text), kind: kindOf[item.type], needed: item.required ?? false,
    choices: (item.answerOption ?? []).map(({ valueCoding }) => both(valueCoding.display, valueCoding._display)),
  }));
}
