import type { Words } from '#app/platform/language/language.ts';

const en = {
  all: 'All figures, with how we know them',
  title: 'Figures',
  lead: 'Each figure with its period and its source. A figure that was revised keeps its earlier value.',
  none: 'No figure has been published yet.',
  how: 'How we know',
  changed: 'Why it changed',
  definition: 'What it counts',
  period: 'Period',
  place: 'Place',
  known: 'Published here from',
  provisional: 'Provisional: this value may still be revised.',
  superseded: 'This value has been revised. The newer one:',
  revisions: 'Revisions',
  revisionsCaption: 'Values in the order in which they became known',
  value: 'Value',
  since: 'Known from',
  what: 'What was said',
};

export const figureWords: Words<typeof en> = {
  en,
  fr: {
    all: 'Tous les chiffres, et d’où ils viennent',
    title: 'Chiffres',
    lead: 'Chaque chiffre avec sa période et sa source. Un chiffre révisé garde sa valeur antérieure.',
    none: 'Aucun chiffre n’est encore publié.',
    how: 'D’où vient ce chiffre',
    changed: 'Pourquoi il a changé',
    definition: 'Ce qu’il compte',
    period: 'Période',
    place: 'Lieu',
    known: 'Publié ici depuis le',
    provisional: 'Provisoire : cette valeur peut encore être révisée.',
    superseded: 'Cette valeur a été révisée. La plus récente :',
    revisions: 'Révisions',
    revisionsCaption: 'Valeurs dans l’ordre où elles ont été connues',
    value: 'Valeur',
    since: 'Connue depuis le',
    what: 'Ce qui a été dit',
  },
};
