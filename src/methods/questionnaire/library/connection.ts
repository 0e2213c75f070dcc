import { head, type Text, total } from './instrument.ts';
import { choice, countedIn, group, note, ownCopyright, safeNow, words, yesNo } from './own.ts';

const questions: readonly (Text & { readonly linkId: string })[] = [
  { linkId: 'days', en: 'Are there often days when you talk with nobody?', fr: 'Y a-t-il souvent des jours où vous ne parlez à personne?' },
  { linkId: 'fewer', en: 'Do you see or call people less than you did a year ago?', fr: 'Voyez-vous ou appelez-vous moins de gens qu’il y a un an?' },
  { linkId: 'help', en: 'If you fell ill tomorrow, would you have nobody to ask for help?', fr: 'Si vous tombiez malade demain, n’auriez-vous personne à qui demander de l’aide?' },
  { linkId: 'out', en: 'Do you stay in because getting out is hard?', fr: 'Restez-vous à la maison parce qu’il est difficile de sortir?' },
  { linkId: 'reach', en: 'Is it hard for you to use a phone or a computer to reach people?', fr: 'Avez-vous du mal à joindre les gens par téléphone ou par ordinateur?' },
  { linkId: 'loss', en: 'Have you lost somebody close to you in the last two years?', fr: 'Avez-vous perdu une personne proche dans les deux dernières années?' },
  { linkId: 'wish', en: 'Would you like to see people more often?', fr: 'Aimeriez-vous voir des gens plus souvent?' },
];

/** How an older adult is connected with others, in our own words; it counts the points named. Used again later, it shows whether a connection grew. */
export const connection = {
  ...head({
    id: 'connection', version: '1.0.0', title: { en: 'You and the people around you', fr: 'Vous et votre entourage' }, section: 'housing', months: 6, copyright: ownCopyright,
    purpose: 'A talk with an older adult (from 55) about contact with others. Own wording; not a validated scale. Where a published scale is wanted, its total can be entered beside it.',
  }),
  item: [
    note('lead', { en: 'There are no right answers. We ask so that we can offer what you would like. You may choose “I would rather not say”.', fr: 'Il n’y a pas de bonne réponse. Nous posons ces questions pour vous proposer ce qui vous plairait. Vous pouvez choisir « Je préfère ne pas répondre ».' }),
    group('signs', { en: 'You and others', fr: 'Vous et les autres' }, questions.map(({ linkId, ...text }) => choice(linkId, text, yesNo, { required: true }))),
    group('safety', { en: 'Your safety', fr: 'Votre sécurité' }, [safeNow('safe-now')]),
    choice('likes', { en: 'What would you enjoy?', fr: 'Qu’est-ce qui vous plairait?' }, [
      { code: 'visit', en: 'A visit at home', fr: 'Une visite à la maison' }, { code: 'call', en: 'A regular call', fr: 'Un appel régulier' }, { code: 'group', en: 'A group near me', fr: 'Un groupe près de chez moi' },
      { code: 'meal', en: 'A meal with others', fr: 'Un repas avec d’autres' }, { code: 'ride', en: 'A ride to places', fr: 'Un transport pour sortir' }, { code: 'lesson', en: 'Help with a phone or computer', fr: 'De l’aide avec un téléphone ou un ordinateur' },
      { code: 'give', en: 'Doing something for others', fr: 'Faire quelque chose pour les autres' },
    ], { repeats: true }),
    words('more', { en: 'What matters most to you?', fr: 'Qu’est-ce qui compte le plus pour vous?' }),
    total({ en: 'Points named', fr: 'Points nommés' }, countedIn('signs'), [
      { low: 0, high: 0, en: 'No point named', fr: 'Aucun point nommé' }, { low: 1, high: 2, en: '1 or 2 points named', fr: '1 ou 2 points nommés' }, { low: 3, high: 7, en: '3 or more points named', fr: '3 points nommés ou plus' },
    ]),
  ],
};
