import { safetyUrl } from '../bands.ts';
import type { Json } from '../fhir.ts';
import { urls } from '../urls.ts';
import { bilingual, type Text } from './instrument.ts';

/** What stands on the forms that this project wrote itself. */
export const ownCopyright = 'Written for Common Table. Licensed with it under Apache-2.0: it may be reproduced, translated, changed and distributed.';
const ownSystem = 'urn:x-common-table:answer';

export type Choice = Text & { readonly code: string; readonly weight?: number };

/** The three answers of a question about a need or a sign: yes counts one, "would rather not say" is an answer and counts nothing. */
export const yesNo: readonly Choice[] = [
  { code: 'yes', en: 'Yes', fr: 'Oui', weight: 1 },
  { code: 'no', en: 'No', fr: 'Non', weight: 0 },
  { code: 'rather-not', en: 'I would rather not say', fr: 'Je préfère ne pas répondre' },
];

type Asked = { readonly required?: boolean; readonly repeats?: boolean; readonly hint?: Text; /** The least weight of an answer that calls for the safety step. */ readonly safety?: number; readonly when?: { readonly question: string; readonly code: string } };

/** A question with a list of answers. */
export function choice(linkId: string, text: Text, choices: readonly Choice[], asked: Asked = {}): Json {
  return {
    ...question(linkId, 'choice', text, asked),
    answerOption: choices.map(({ code, weight, ...display }) => ({
      ...(weight === undefined ? {} : { extension: [{ url: urls.itemWeight, valueDecimal: weight }] }),
      valueCoding: { system: ownSystem, code, ...bilingual('display', display) },
    })),
  };
}

/** A question that is answered in one's own words. */
export function words(linkId: string, text: Text, asked: Asked = {}): Json {
  return { ...question(linkId, 'text', text, asked), maxLength: 2000 };
}

export function group(linkId: string, text: Text, item: readonly Json[], more: Json = {}): Json {
  return { linkId, type: 'group', ...bilingual('text', text), ...more, item };
}

/** A sentence that is read before the questions. */
export function note(linkId: string, text: Text): Json {
  return { linkId, type: 'display', ...bilingual('text', text) };
}

export function question(linkId: string, type: string, text: Text, { required = false, repeats = false, hint, safety, when }: Asked = {}): Json {
  return {
    linkId, type, required, ...(repeats ? { repeats } : {}), ...bilingual('text', text),
    ...(safety === undefined ? {} : { extension: [{ url: safetyUrl, valueDecimal: safety }] }),
    ...(when ? { enableWhen: [{ question: when.question, operator: '=', answerCoding: { system: ownSystem, code: when.code } }] } : {}),
    ...(hint ? { item: [{ linkId: `${linkId}-hint`, type: 'display', ...bilingual('text', hint), extension: [{ url: urls.itemControl, valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }] } }] }] } : {}),
  };
}

/** Asks whether somebody is safe now; "no" calls for the safety step at once. */
export const safeNow = (linkId: string): Json => choice(linkId, { en: 'Are you safe right now, where you are and where you will sleep tonight?', fr: 'Êtes-vous en sécurité en ce moment, là où vous êtes et là où vous dormirez ce soir?' }, [
  { code: 'safe', en: 'Yes, I am safe', fr: 'Oui, je suis en sécurité', weight: 0 },
  { code: 'unsure', en: 'I am not sure', fr: 'Je ne sais pas trop', weight: 1 },
  { code: 'not-safe', en: 'No, I am not safe now', fr: 'Non, je ne suis pas en sécurité', weight: 2 },
  { code: 'rather-not', en: 'I would rather not say', fr: 'Je préfère ne pas répondre' },
], { required: true, safety: 2 });

/** How many answers in a group count. */
export const countedIn = (linkId: string): string => `%resource.item.where(linkId='${linkId}').item.answer.value.weight().where($this > 0).count()`;
