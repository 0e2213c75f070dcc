import { head, type Text, total } from './instrument.ts';
import { choice, countedIn, group, note, ownCopyright, safeNow, words, yesNo } from './own.ts';

const questions: readonly (Text & { readonly linkId: string })[] = [
  { linkId: 'food', en: 'In the last month, did food run out before you had money for more?', fr: 'Dans le dernier mois, avez-vous manqué de nourriture faute d’argent?' },
  { linkId: 'home', en: 'Are you without a place to live, or could you soon lose the one you have?', fr: 'Êtes-vous sans logement, ou pourriez-vous bientôt perdre le vôtre?' },
  { linkId: 'repair', en: 'Is something wrong with your home, such as no heat, damp, pests or too little room?', fr: 'Votre logement a-t-il un problème, comme le froid, l’humidité, des insectes ou le manque de place?' },
  { linkId: 'bills', en: 'Is it hard to pay for heat, light, water or a phone?', fr: 'Avez-vous du mal à payer le chauffage, l’électricité, l’eau ou le téléphone?' },
  { linkId: 'income', en: 'Do you need help with money, work or benefits?', fr: 'Avez-vous besoin d’aide pour l’argent, le travail ou les prestations?' },
  { linkId: 'transport', en: 'Do you miss things you need to go to because you have no ride?', fr: 'Manquez-vous des rendez-vous importants parce que vous ne pouvez pas vous déplacer?' },
  { linkId: 'papers', en: 'Do you need help with papers, forms or identity cards?', fr: 'Avez-vous besoin d’aide pour des papiers, des formulaires ou des pièces d’identité?' },
  { linkId: 'care', en: 'Do you need help to look after a child or another person?', fr: 'Avez-vous besoin d’aide pour prendre soin d’un enfant ou d’un proche?' },
  { linkId: 'alone', en: 'Would you like to have more people to talk to or to count on?', fr: 'Aimeriez-vous avoir plus de gens à qui parler ou sur qui compter?' },
];

/** What somebody needs in daily life, in our own words: yes, no, or would rather not say. It counts the needs named and ranks nobody. */
export const needs = {
  ...head({
    id: 'needs', version: '1.0.0', title: { en: 'What you need', fr: 'Vos besoins' }, section: 'housing', months: 6, copyright: ownCopyright,
    purpose: 'A first look at needs of daily life, to offer help. Own wording; not a validated scale and not for ranking people. Questions about health are left out on purpose: they belong to another section of the record.',
  }),
  item: [
    note('lead', { en: 'You do not have to tell: choose “I would rather not say”. Your answers never decide whether you get help.', fr: 'Vous n’avez pas à tout dire : choisissez « Je préfère ne pas répondre ». Vos réponses ne vous priveront jamais d’aide.' }),
    group('safety', { en: 'First: are you safe?', fr: 'D’abord : votre sécurité' }, [safeNow('safe-now')]),
    group('needs', { en: 'Daily life', fr: 'Vie quotidienne' }, questions.map(({ linkId, ...text }) => choice(linkId, text, yesNo, { required: true }))),
    choice('first', { en: 'Which of these should we look at first?', fr: 'Par quoi faudrait-il commencer?' }, [
      { code: 'safety', en: 'Safety', fr: 'La sécurité' }, { code: 'food', en: 'Food', fr: 'La nourriture' }, { code: 'home', en: 'Housing', fr: 'Le logement' }, { code: 'bills', en: 'Bills', fr: 'Les factures' },
      { code: 'income', en: 'Money or work', fr: 'L’argent ou le travail' }, { code: 'transport', en: 'Getting around', fr: 'Les déplacements' }, { code: 'papers', en: 'Papers', fr: 'Les papiers' },
      { code: 'care', en: 'Care for another person', fr: 'Les soins à un proche' }, { code: 'people', en: 'People to count on', fr: 'L’entourage' },
    ]),
    words('more', { en: 'Is there anything else you need?', fr: 'Avez-vous besoin d’autre chose?' }),
    total({ en: 'Needs named', fr: 'Besoins nommés' }, countedIn('needs'), [
      { low: 0, high: 0, en: 'No need named', fr: 'Aucun besoin nommé' }, { low: 1, high: 3, en: '1 to 3 needs named', fr: 'De 1 à 3 besoins nommés' }, { low: 4, high: 9, en: '4 or more needs named', fr: '4 besoins nommés ou plus' },
    ]),
  ],
};
