import type { Words } from '#app/platform/language/language.ts';
import type { Ages } from './rules.ts';

const en = {
  title: 'Ask for help', lead: 'One door for each need. You tell your story once, in English or French, with or without your name.',
  fits: 'For whom', ages: ({ from, to, toInSchool }: Ages): string => (from !== undefined ? `${from} and over` : to === undefined ? 'Any age' : toInSchool === undefined ? `Up to ${to} years` : `Up to ${to} years; up to ${toInSchool} for those who still go to school`),
  call: 'Call', ask: 'Ask for help here', come: 'Come by', refer: 'Send somebody (for professionals)', print: 'Form to print', runBy: (agency: string) => `Run by ${agency}`, plan: 'What the plan says about this', demonstration: 'Made up for the demonstration: nobody answers this number.',
  other: 'Something else?', find: 'Find help: all services', call211: 'Call 211, day and night, for any other service.', follow: 'You have asked already? See what happens', none: 'There is no access point here yet.', about: (name: string) => `: ${name}`,
};
export const pointWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Demander de l’aide', lead: 'Une porte pour chaque besoin. Vous racontez votre histoire une seule fois, en français ou en anglais, avec ou sans votre nom.',
    fits: 'Pour qui', ages: ({ from, to, toInSchool }) => (from !== undefined ? `${from} ans et plus` : to === undefined ? 'Tout âge' : toInSchool === undefined ? `Jusqu’à ${to} ans` : `Jusqu’à ${to} ans; jusqu’à ${toInSchool} ans si la personne va encore à l’école`),
    call: 'Téléphone', ask: 'Demander de l’aide ici', come: 'Sur place', refer: 'Diriger une personne (pour les professionnels)', print: 'Formulaire à imprimer', runBy: (agency) => `Tenu par ${agency}`, plan: 'Ce que le plan en dit', demonstration: 'Inventé pour la démonstration : personne ne répond à ce numéro.',
    other: 'Autre chose?', find: 'Trouver de l’aide : tous les services', call211: 'Composez le 211, jour et nuit, pour tout autre service.', follow: 'Vous avez déjà fait une demande? Voir où elle en est', none: 'Il n’y a pas encore de point d’accès ici.', about: (name) => ` : ${name}`,
  },
};
