import { howOften, instrument, screeningBands, type Symptom, twoWeeks } from './instrument.ts';

const symptoms: readonly Symptom[] = [
  { linkId: 'gad-1', en: 'Feeling nervous, anxious, or on edge', fr: 'Un sentiment de nervosité, d’anxiété ou de tension' },
  { linkId: 'gad-2', en: 'Not being able to stop or control worrying', fr: 'Une incapacité à arrêter de s’inquiéter ou à contrôler ses inquiétudes' },
  { linkId: 'gad-3', en: 'Worrying too much about different things', fr: 'Une inquiétude excessive à propos de choses et d’autres' },
  { linkId: 'gad-4', en: 'Trouble relaxing', fr: 'De la difficulté à se détendre' },
  { linkId: 'gad-5', en: 'Being so restless that it is hard to sit still', fr: 'Une agitation telle qu’il est difficile de rester en place' },
  { linkId: 'gad-6', en: 'Becoming easily annoyed or irritable', fr: 'Une tendance à être facilement contrarié(e) ou irritable' },
  { linkId: 'gad-7', en: 'Feeling afraid, as if something awful might happen', fr: 'Un sentiment de peur, comme si quelque chose de terrible risquait de se produire' },
];

const purpose = 'Screening, not diagnosis (Spitzer, Kroenke, Williams and Löwe, 2006). The French wording of the questions is a draft that has not been compared with the published Canadian version: have it checked before use. The names of the bands are our own, at the published cut-offs.';

/** Generalized Anxiety Disorder scale, seven items, 0 to 21. */
export const gad7 = instrument({
  id: 'gad-7', title: { en: 'Generalized Anxiety Disorder scale (GAD-7)', fr: 'Échelle du trouble d’anxiété généralisée (GAD-7)' }, stem: twoWeeks, scale: howOften, symptoms, purpose,
  bands: [
    { low: 0, high: 4, en: 'Score 0 to 4', fr: 'Score de 0 à 4' },
    { low: 5, high: 9, en: 'Score 5 to 9', fr: 'Score de 5 à 9' },
    { low: 10, high: 14, en: 'Score 10 to 14', fr: 'Score de 10 à 14' },
    { low: 15, high: 21, en: 'Score 15 to 21', fr: 'Score de 15 à 21' },
  ],
});

/** The first two items of the GAD-7, 0 to 6; from 3 the whole questionnaire is asked. */
export const gad2 = instrument({ id: 'gad-2', title: { en: 'Generalized Anxiety Disorder scale (GAD-2)', fr: 'Échelle du trouble d’anxiété généralisée (GAD-2)' }, stem: twoWeeks, scale: howOften, symptoms: symptoms.slice(0, 2), bands: screeningBands, purpose });
