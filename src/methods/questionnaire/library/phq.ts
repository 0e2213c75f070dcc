import { bilingual, howOften, instrument, scaleOptions, screeningBands, type Symptom, twoWeeks } from './instrument.ts';

const symptoms: readonly Symptom[] = [
  { linkId: 'phq-1', en: 'Little interest or pleasure in doing things', fr: 'Peu d’intérêt ou de plaisir à faire des choses' },
  { linkId: 'phq-2', en: 'Feeling down, depressed, or hopeless', fr: 'Se sentir triste, déprimé(e) ou désespéré(e)' },
  { linkId: 'phq-3', en: 'Trouble falling or staying asleep, or sleeping too much', fr: 'Difficultés à s’endormir ou à rester endormi(e), ou trop dormir' },
  { linkId: 'phq-4', en: 'Feeling tired or having little energy', fr: 'Se sentir fatigué(e) ou avoir peu d’énergie' },
  { linkId: 'phq-5', en: 'Poor appetite or overeating', fr: 'Peu d’appétit ou trop manger' },
  { linkId: 'phq-6', en: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down', fr: 'Mauvaise perception de vous-même — ou vous pensez que vous êtes un perdant ou que vous n’avez pas satisfait vos propres attentes ou celles de votre famille' },
  { linkId: 'phq-7', en: 'Trouble concentrating on things, such as reading the newspaper or watching television', fr: 'Difficultés à se concentrer sur des choses telles que lire le journal ou regarder la télévision' },
  { linkId: 'phq-8', en: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual', fr: 'Vous bougez ou parlez si lentement que les autres personnes ont pu le remarquer. Ou au contraire — vous êtes si agité(e) que vous bougez beaucoup plus que d’habitude' },
  { linkId: 'phq-9', en: 'Thoughts that you would be better off dead or of hurting yourself in some way', fr: 'Vous avez pensé que vous seriez mieux mort(e) ou pensé à vous blesser d’une façon ou d’une autre', safety: true },
];

const purpose = 'Screening, not diagnosis. French wording of the nine questions: Canadian version as published by the Institut national de santé publique du Québec. The names of the bands are our own, at the published cut-offs (Kroenke, Spitzer and Williams, 2001 and 2003).';

const difficulty = {
  linkId: 'difficulty', type: 'choice', required: false,
  ...bilingual('text', {
    en: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    fr: 'Si vous avez coché au moins un des problèmes nommés dans ce questionnaire, dans quelle mesure ce(s) problème(s) a-t-il (ont-ils) rendu difficile(s) votre travail, vos tâches à la maison ou votre capacité à bien vous entendre avec les autres?',
  }),
  answerOption: scaleOptions([{ en: 'Not difficult at all', fr: 'Pas du tout difficile(s)' }, { en: 'Somewhat difficult', fr: 'Plutôt difficile(s)' }, { en: 'Very difficult', fr: 'Très difficile(s)' }, { en: 'Extremely difficult', fr: 'Extrêmement difficile(s)' }], false),
};

/** Patient Health Questionnaire, nine items, 0 to 27; an answer above 0 to the ninth calls for the safety step. */
export const phq9 = instrument({
  id: 'phq-9', title: { en: 'Patient Health Questionnaire (PHQ-9)', fr: 'Questionnaire sur la santé du patient (PHQ-9)' }, stem: twoWeeks, scale: howOften, symptoms, after: [difficulty], purpose,
  bands: [
    { low: 0, high: 4, en: 'Score 0 to 4', fr: 'Score de 0 à 4' },
    { low: 5, high: 9, en: 'Score 5 to 9', fr: 'Score de 5 à 9' },
    { low: 10, high: 14, en: 'Score 10 to 14', fr: 'Score de 10 à 14' },
    { low: 15, high: 19, en: 'Score 15 to 19', fr: 'Score de 15 à 19' },
    { low: 20, high: 27, en: 'Score 20 to 27', fr: 'Score de 20 à 27' },
  ],
});

/** The first two items of the PHQ-9, 0 to 6; from 3 the whole questionnaire is asked. */
export const phq2 = instrument({ id: 'phq-2', title: { en: 'Patient Health Questionnaire (PHQ-2)', fr: 'Questionnaire sur la santé du patient (PHQ-2)' }, stem: twoWeeks, scale: howOften, symptoms: symptoms.slice(0, 2), bands: screeningBands, purpose });
