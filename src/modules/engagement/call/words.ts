import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'A call to 311',
  lead: 'Three kinds of calls come here. Tell them apart first.',
  listen: 'Ask: “Is anybody in danger right now, or thinking of suicide?”',
  crisis: 'Yes: a person in crisis',
  crisisDo: ['Say: “I am staying with you while I connect you.”', 'Danger or injury: connect to 911 and stay on the line until they answer.', 'Thoughts of suicide: connect to 9-8-8 (call or text, day and night).', 'Do not write down a name here. Nothing about this call is kept but its count.'],
  crisisDone: 'The call was connected: count it',
  service: 'No, they need a service',
  serviceDo: ['Municipal service (garbage, roads, parking): your usual request system.', 'Food, housing, counselling, other help: connect to 211.'],
  serviceDone: 'The call was passed on: count it',
  issue: 'No, they bring an issue forward',
  issueDo: 'Something that harms people here and that no single organisation can solve alone. Ask, in this order; the fields keep it.',
  counted: 'Counted. Nothing about the caller was kept.',
  record: 'Take the issue',
  readBack: 'Read this to the caller, slowly, and ask them to write it down',
  next: 'Next call',
};
export const callWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Un appel au 311',
    lead: 'Trois sortes d’appels arrivent ici. Distinguez-les d’abord.',
    listen: 'Demandez : « Est-ce que quelqu’un est en danger en ce moment, ou pense au suicide? »',
    crisis: 'Oui : une personne en crise',
    crisisDo: ['Dites : « Je reste avec vous pendant que je vous mets en communication. »', 'Danger ou blessure : composez le 911 et restez en ligne jusqu’à la réponse.', 'Idées suicidaires : composez le 9-8-8 (appel ou texto, jour et nuit).', 'N’inscrivez aucun nom ici. Rien de cet appel n’est gardé, sauf le fait qu’il a eu lieu.'],
    crisisDone: 'L’appel a été transféré : le compter',
    service: 'Non, elle a besoin d’un service',
    serviceDo: ['Service municipal (déchets, routes, stationnement) : votre système habituel.', 'Nourriture, logement, counseling, autre aide : transférez au 211.'],
    serviceDone: 'L’appel a été transmis : le compter',
    issue: 'Non, elle soulève un enjeu',
    issueDo: 'Quelque chose qui nuit aux gens d’ici et qu’aucun organisme ne peut régler seul. Demandez dans cet ordre; les champs le gardent.',
    counted: 'Compté. Rien sur la personne n’a été gardé.',
    record: 'Prendre l’enjeu',
    readBack: 'Lisez ceci à la personne, lentement, et demandez-lui de le noter',
    next: 'Appel suivant',
  },
};
