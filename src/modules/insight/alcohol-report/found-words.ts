import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Alcohol in our community',
  lead: 'What is known of drinking and of what it does, sentence by sentence, each with where it is known from and how strong the evidence is.',
  reports: 'Community alcohol report', noReports: 'No report has been published yet.', contents: 'On this page', openData: 'All published numbers as open data',
};
export const foundWords: Words<typeof en> = {
  en,
  fr: {
    title: 'L’alcool dans notre communauté',
    lead: 'Ce que l’on sait de la consommation et de ses effets, phrase par phrase, chacune avec sa provenance et la force de la preuve.',
    reports: 'Rapport communautaire sur l’alcool', noReports: 'Aucun rapport n’a encore été publié.', contents: 'Sur cette page', openData: 'Tous les chiffres publiés, en données ouvertes',
  },
};
