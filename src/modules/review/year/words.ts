import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Counts of a year', lead: 'For the yearly report to the police board. Only what passes the disclosure gate is published: every number rounded, nothing under 20.',
  none: 'No year yet.', caption: 'Years, the newest first', header: ['Year', 'Reported', 'Unfounded'],
  enter: 'Give or correct a year', year: 'Year', reported: 'Sexual assaults reported', unfounded: 'Of these classified as unfounded', save: 'Save', saved: 'Saved. The plan office can now ask the gate for the table of this year.',
  errors: { year: 'Write a year that is over', count: 'Write a whole number from 0 to 1,000,000', more: 'There cannot be more unfounded reports than reports' },
  cube: 'Sexual assaults reported, unfounded, reviewed', measure: 'Count',
  measures: { reported: 'Sexual assaults reported', unfounded: 'Classified as unfounded', reviewed: 'Independently reviewed' },
  report: 'Sexual assault: yearly report to the police board',
  sections: {
    counts: { heading: 'Reported, unfounded, independently reviewed', hint: 'What these numbers mean, and what they do not. Nothing about a single file.' },
    rate: { heading: 'Unfounded rate and trend', hint: 'What changed over the years, with the definitions that changed too.' },
    recommendations: { heading: 'Actions on recommendations', hint: 'What the board should know of them.' },
    method: { heading: 'How this was counted', hint: 'Anything to add to the method.' },
  },
  countsCaption: 'Counts of the year', trendCaption: 'Five years', trendHeader: ['Year', 'Reported', 'Unfounded', 'Unfounded rate', 'Independently reviewed'],
  count: 'Count', value: 'Value', withheld: 'not published', fewer: (k: number) => `fewer than ${k}`, noRate: 'none', rate: (value: string) => `${value}%`,
  noCounts: 'No count of a year has passed the gate yet.', yearOf: (year: string) => `Year ${year}`,
  publishedCaption: 'Published before, as published', publishedHeader: ['What', 'Value', 'Time'],
  recommendationCaption: 'Recommendations and where they stand', recommendationHeader: ['Recommendation', 'To', 'Made on', 'State'], noRecommendations: 'No recommendation has been made yet.',
  states: (reported: number, verified: number) => `Reported as done and not verified yet: ${reported}. Verified by the committee: ${verified}.`,
  method: [
    'Reported: reports of sexual assault of the calendar year, as the police count them for the Uniform Crime Reporting Survey. Unfounded: of these, reports for which the police found that no offence happened or was tried.',
    'Independently reviewed: files of which two people from outside the police each filled in a checklist apart from the other, and an outcome was recorded; by the year in which the reviewed period ends.',
    'Every number is rounded at random to a multiple of 5, and one under 20 is not told. The rate is made of rounded numbers, out of all reports; none is given under 100 reports or 20 unfounded ones. Numbers that others published before stand as they were published.',
    'The list of clearance codes changed in 2019; rates before and after it do not compare.',
  ],
};

export const yearWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Nombres d’une année', lead: 'Pour le rapport annuel à la commission de police. Seul ce qui passe le contrôle de divulgation est publié : tout nombre arrondi, rien sous 20.',
    none: 'Aucune année pour l’instant.', caption: 'Années, la plus récente en premier', header: ['Année', 'Signalées', 'Non fondées'],
    enter: 'Donner ou corriger une année', year: 'Année', reported: 'Agressions sexuelles signalées', unfounded: 'Dont classées non fondées', save: 'Enregistrer', saved: 'Enregistré. Le bureau du plan peut maintenant demander au contrôle le tableau de cette année.',
    errors: { year: 'Écrivez une année terminée', count: 'Écrivez un nombre entier de 0 à 1 000 000', more: 'Il ne peut y avoir plus de signalements non fondés que de signalements' },
    cube: 'Agressions sexuelles signalées, non fondées, examinées', measure: 'Nombre',
    measures: { reported: 'Agressions sexuelles signalées', unfounded: 'Classées non fondées', reviewed: 'Examinées de façon indépendante' },
    report: 'Agressions sexuelles : rapport annuel à la commission de police',
    sections: {
      counts: { heading: 'Signalées, non fondées, examinées de façon indépendante', hint: 'Ce que ces nombres disent et ne disent pas. Rien d’un seul dossier.' },
      rate: { heading: 'Taux de non fondé et tendance', hint: 'Ce qui a changé au fil des ans, y compris les définitions.' },
      recommendations: { heading: 'Suites données aux recommandations', hint: 'Ce que la commission devrait en savoir.' },
      method: { heading: 'Comment cela a été compté', hint: 'Ce qui s’ajoute à la méthode.' },
    },
    countsCaption: 'Nombres de l’année', trendCaption: 'Cinq ans', trendHeader: ['Année', 'Signalées', 'Non fondées', 'Taux de non fondé', 'Examinées de façon indépendante'],
    count: 'Nombre', value: 'Valeur', withheld: 'non publié', fewer: (k) => `moins de ${k}`, noRate: 'aucun', rate: (value) => `${value} %`,
    noCounts: 'Aucun nombre d’une année n’a encore passé le contrôle.', yearOf: (year) => `Année ${year}`,
    publishedCaption: 'Déjà publié, tel que publié', publishedHeader: ['Quoi', 'Valeur', 'Période'],
    recommendationCaption: 'Recommandations et où elles en sont', recommendationHeader: ['Recommandation', 'À', 'Faite le', 'État'], noRecommendations: 'Aucune recommandation n’a encore été faite.',
    states: (reported, verified) => `Dites faites, pas encore vérifiées : ${reported}. Vérifiées par le comité : ${verified}.`,
    method: [
      'Signalées : signalements d’agression sexuelle de l’année civile, comme la police les compte pour la Déclaration uniforme de la criminalité. Non fondées : parmi eux, ceux où la police a conclu qu’aucune infraction n’a eu lieu ni été tentée.',
      'Examinées de façon indépendante : dossiers dont deux personnes de l’extérieur de la police ont rempli chacune une liste, séparément, et dont un résultat a été inscrit; selon l’année où finit la période examinée.',
      'Tout nombre est arrondi au hasard à un multiple de 5, et un nombre sous 20 n’est pas dit. Le taux est fait de nombres arrondis, sur tous les signalements; il n’y en a pas sous 100 signalements ou 20 non fondés. Ce que d’autres ont déjà publié reste tel que publié.',
      'La liste des codes de classement a changé en 2019; les taux d’avant et d’après ne se comparent pas.',
    ],
  },
};
