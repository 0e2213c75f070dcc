import { bandUrl, safetyUrl } from '../bands.ts';
import type { Json } from '../fhir.ts';
import { termUrls } from '../terms.ts';
import { urls } from '../urls.ts';

export type Text = { readonly en: string; readonly fr: string };
export type Symptom = Text & { readonly linkId: string; readonly safety?: boolean };
export type Instrument = {
  readonly id: string;
  readonly title: Text;
  readonly stem: Text;
  readonly scale: readonly Text[];
  readonly symptoms: readonly Symptom[];
  readonly after?: readonly Json[];
  readonly bands: Bands;
  /** Where the wording comes from, and how sure it is. */
  readonly purpose: string;
};

/** Answers are coded 0, 1, 2, … in a code system of our own, with the same number as their weight. */
export const frequencySystem = 'urn:x-common-table:answer-scale';

const notice = 'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

export type Head = { readonly id: string; readonly version: string; readonly title: Text; readonly section: string; readonly months: number; readonly copyright: string; readonly purpose: string; readonly scoreOnly?: boolean };

/** What every questionnaire of the library begins with. */
export function head({ id, version, title, section, months, copyright, purpose, scoreOnly }: Head): Json {
  return {
    resourceType: 'Questionnaire', id, url: `urn:x-common-table:questionnaire:${id}`, version, language: 'en', status: 'active', subjectType: ['Patient'], ...bilingual('title', title), copyright, purpose,
    extension: [
      { url: termUrls.section, valueCode: section },
      { url: termUrls.months, valueInteger: months },
      ...(scoreOnly ? [{ url: termUrls.scoreOnly, valueBoolean: true }] : []),
    ],
  };
}

/** A scored list of symptoms as a FHIR Questionnaire in English and French. All symptoms are required: an incomplete form has no score. */
export function instrument(made: Instrument): Json {
  return {
    ...head({ id: made.id, version: '1.1.0', title: made.title, section: 'health', months: 3, copyright: notice, purpose: made.purpose }),
    item: [
      { linkId: 'symptoms', type: 'group', ...bilingual('text', made.stem), item: made.symptoms.map((symptom) => symptomItem(symptom, made.scale)) },
      ...(made.after ?? []),
      total({ en: 'Total score', fr: 'Score total' }, "%resource.item.where(linkId='symptoms').item.answer.value.weight().sum()", made.bands),
    ],
  };
}

export type Bands = readonly (Text & { readonly low: number; readonly high: number })[];

/** The computed result of a questionnaire, hidden from whoever answers, with the bands that it may fall into. */
export function total(text: Text, expression: string, bands: Bands): Json {
  return {
    linkId: 'total', type: 'integer', readOnly: true, ...bilingual('text', text),
    extension: [
      { url: urls.hidden, valueBoolean: true },
      { url: urls.calculated, valueExpression: { language: 'text/fhirpath', expression } },
      ...bands.map(({ low, high, ...label }) => ({ url: bandUrl, extension: [{ url: 'low', valueInteger: low }, { url: 'high', valueInteger: high }, { url: 'label', ...bilingual('valueString', label) }] })),
    ],
  };
}

function symptomItem({ linkId, safety, ...text }: Symptom, scale: readonly Text[]): Json {
  return { linkId, type: 'choice', required: true, ...bilingual('text', text), ...(safety ? { extension: [{ url: safetyUrl, valueDecimal: 1 }] } : {}), answerOption: scaleOptions(scale, true) };
}

export function scaleOptions(scale: readonly Text[], weighted: boolean): readonly Json[] {
  return scale.map((text, place) => ({
    ...(weighted ? { extension: [{ url: urls.itemWeight, valueDecimal: place }] } : {}),
    valueCoding: { system: frequencySystem, code: String(place), ...bilingual('display', text) },
  }));
}

export function bilingual(name: string, { en, fr }: Text): Json {
  return { [name]: en, [`_${name}`]: { extension: [{ url: urls.translation, extension: [{ url: 'lang', valueCode: 'fr' }, { url: 'content', valueString: fr }] }] } };
}

export const twoWeeks: Text = {
  en: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  fr: 'Au cours des deux dernières semaines, à quelle fréquence avez-vous été dérangé(e) par les problèmes suivants?',
};

export const howOften: readonly Text[] = [
  { en: 'Not at all', fr: 'Jamais' },
  { en: 'Several days', fr: 'Plusieurs jours' },
  { en: 'More than half the days', fr: 'Plus de sept jours' },
  { en: 'Nearly every day', fr: 'Presque tous les jours' },
];

export const screeningBands = [
  { low: 0, high: 2, en: 'Below the usual point for a fuller questionnaire', fr: 'Sous le seuil habituel pour un questionnaire plus complet' },
  { low: 3, high: 6, en: 'At or above the usual point for a fuller questionnaire', fr: 'Au seuil habituel ou au-dessus pour un questionnaire plus complet' },
] as const;
