import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'The community fund',
  sections: {
    summary: { heading: 'Summary', hint: 'What council should know first, in two or three sentences.' },
    given: { heading: 'What was given', hint: 'The totals and what the grants serve follow your text, to the cent.' },
    outcomes: { heading: 'What came of it', hint: 'What the numbers mean, and what they do not.' },
    money: { heading: 'Pilots: the money', hint: 'The pilots with youth leaving care: the grant, its instalments and activities.' },
    participants: { heading: 'Pilots: who takes part and what came of it', hint: 'The published counts follow, each with what it is a share of.' },
    next: { heading: 'What follows', hint: 'What is asked of council.' },
  },
  none: 'No grant has been given here yet.', demonstration: 'made up for the demonstration', onPage: 'Every grant, and the same as open data: ', pageLink: 'What the fund gave',
};
export const fundTemplateWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Le fonds communautaire',
    sections: {
      summary: { heading: 'Sommaire', hint: 'Ce que le conseil doit savoir d’abord, en deux ou trois phrases.' },
      given: { heading: 'Ce qui a été accordé', hint: 'Les totaux et ce que servent les subventions suivent votre texte, au cent près.' },
      outcomes: { heading: 'Ce qui en est ressorti', hint: 'Ce que disent les nombres, et ce qu’ils ne disent pas.' },
      money: { heading: 'Projets pilotes\u00a0: l’argent', hint: 'Les projets pilotes avec des jeunes quittant la prise en charge\u00a0: la subvention, ses versements et ses activités.' },
      participants: { heading: 'Projets pilotes\u00a0: qui participe et ce qui en est ressorti', hint: 'Les nombres publiés suivent, chacun avec ce dont il est une part.' },
      next: { heading: 'La suite', hint: 'Ce qui est demandé au conseil.' },
    },
    none: 'Aucune subvention n’a encore été accordée ici.', demonstration: 'inventé pour la démonstration', onPage: 'Chaque subvention, et la même chose en données ouvertes\u00a0: ', pageLink: 'Ce que le fonds a accordé',
  },
};
