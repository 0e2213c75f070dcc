import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Outcomes', lead: 'The five outcomes of the Community Homelessness Report, from the stays of people who agree to the list today. Each number is of different people, so a year is not the sum of its months.',
  years: 'Fiscal years, 1 April to 31 March', months: 'Months', period: 'Period', soFar: (day: string) => `up to ${day}`,
  people: 'Homeless', peopleHint: 'at least one day', fresh: 'Newly identified', freshHint: 'first known day', returns: 'Returned', returnsHint: 'from housing; with those found again; ever from housing',
  indigenous: 'Indigenous', indigenousHint: 'yes, no, prefer not to say, not asked', chronic: 'Chronic', chronicHint: 'on any day; on the last day',
  readings: 'Two readings', readingsText: 'The rule does not say whether somebody found again after a silence is a return, nor whether chronic means on any day or on the last day of the period. Both readings stand side by side.',
  claim: 'Who is Indigenous is what people say of themselves. Nobody is guessed to be; whoever was not asked is counted apart. What is said never decides about a place.',
  source: (definition: string, version: string) => `Definition: ${definition}, version ${version}. Every calendar day that a stay touches counts.`,
  notExact: 'These numbers are for those who keep the list. What is published goes through disclosure control.', none: 'No stay is recorded yet.',
};
export const outcomesWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Résultats', lead: 'Les cinq résultats du Rapport communautaire sur l’itinérance, d’après les séjours des personnes qui consentent aujourd’hui à la liste. Chaque nombre compte des personnes distinctes : une année n’est donc pas la somme de ses mois.',
    years: 'Exercices, du 1er avril au 31 mars', months: 'Mois', period: 'Période', soFar: (day) => `jusqu’au ${day}`,
    people: 'En itinérance', peopleHint: 'au moins un jour', fresh: 'Nouvellement repérées', freshHint: 'premier jour connu', returns: 'Retours', returnsHint: 'après un logement; avec les personnes retrouvées; un jour, après un logement',
    indigenous: 'Autochtones', indigenousHint: 'oui, non, préfère ne pas répondre, pas demandé', chronic: 'Chronique', chronicHint: 'un jour quelconque; le dernier jour',
    readings: 'Deux lectures', readingsText: 'La règle ne dit pas si une personne retrouvée après un silence est un retour, ni si « chronique » s’entend d’un jour quelconque ou du dernier jour de la période. Les deux lectures figurent côte à côte.',
    claim: 'L’identité autochtone est ce que les personnes disent d’elles-mêmes. On ne la devine jamais; qui n’a pas été interrogé est compté à part. La réponse ne décide jamais d’une place.',
    source: (definition, version) => `Définition : ${definition}, version ${version}. Chaque jour civil touché par un séjour compte.`,
    notExact: 'Ces nombres sont pour ceux qui tiennent la liste. Ce qui est publié passe par le contrôle de divulgation.', none: 'Aucun séjour n’est encore consigné.',
  },
};
