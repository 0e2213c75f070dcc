import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Reviewers',
  lead: 'People from outside the police who review files. The administrator gives an account the role; you give it a seat. A reviewer can open files only with a background check, a training and an oath of her own that has not ended.',
  none: 'Nobody has a seat yet.',
  caption: 'Reviewers and what their seats ask for',
  header: ['Reviewer', 'Background check', 'Training', 'Oath until', 'State'],
  missing: 'missing',
  states: { ready: 'Can sit', waiting: 'Cannot sit yet', left: 'Left' },
  add: 'Give a seat', candidate: 'Account with the role of reviewer', chooseOne: 'Choose an account', noCandidate: 'No other account has the role of reviewer. The administrator gives it.',
  keep: 'Change', checkOn: 'Day of the background check', trainedOn: 'Day of the training', leftOn: 'Left on',
  dateHint: 'Year, month and day, such as 2019-05-14. Leave it empty where there is none.',
  badDate: 'Write a day such as 2019-05-14, or nothing', dateToCome: 'This day is still to come', save: 'Save', saved: 'Saved.',
  oath: 'Oath of a reviewer', oathLead: 'It is asked once a year. Without it no file opens.',
  oathText: [
    'I review files only in the room and the hours of a session.',
    'I copy, photograph, write down and take away nothing that could tell who somebody is.',
    'I tell nobody what I read, now or later. What leaves the room are codes, counts and recommendations.',
    'When I know somebody in a file, other than through my work alone, I leave that file at once and say so.',
    'When I notice that something was told or lost, I tell the chair the same day.',
  ],
  agree: 'I swear or solemnly affirm this.', sign: 'Sign', agreeFirst: 'Tick the sentence to sign', signedUntil: (day: string) => `Your oath holds until ${day}.`, signAgain: 'You can sign again at any time; it then holds for a year from that day.',
  noSeat: 'You have no seat yet. The chair gives it.', waits: 'Your seat still waits for a background check or a training. The chair enters both.',
  unknown: 'An account without the role',
};

export const reviewerWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Réviseurs',
    lead: 'Personnes de l’extérieur de la police qui examinent des dossiers. L’administration donne le rôle à un compte; vous lui donnez un siège. Pour ouvrir des dossiers, il faut une vérification des antécédents, une formation et un serment personnel encore valide.',
    none: 'Personne n’a encore de siège.',
    caption: 'Réviseurs et conditions de leur siège',
    header: ['Personne', 'Vérification des antécédents', 'Formation', 'Serment jusqu’au', 'État'],
    missing: 'manque',
    states: { ready: 'Peut siéger', waiting: 'Ne peut pas encore siéger', left: 'A quitté' },
    add: 'Donner un siège', candidate: 'Compte qui a le rôle de réviseur', chooseOne: 'Choisissez un compte', noCandidate: 'Aucun autre compte n’a le rôle de réviseur. L’administration le donne.',
    keep: 'Modifier', checkOn: 'Jour de la vérification des antécédents', trainedOn: 'Jour de la formation', leftOn: 'A quitté le',
    dateHint: 'Année, mois et jour, par exemple 2019-05-14. Laissez vide s’il n’y en a pas.',
    badDate: 'Écrivez un jour, par exemple 2019-05-14, ou rien', dateToCome: 'Ce jour est encore à venir', save: 'Enregistrer', saved: 'Enregistré.',
    oath: 'Serment de réviseur', oathLead: 'Il est demandé une fois par an. Sans lui, aucun dossier ne s’ouvre.',
    oathText: [
      'J’examine des dossiers seulement dans la salle et aux heures d’une séance.',
      'Je ne copie, ne photographie, ne note et n’emporte rien qui puisse dire qui est quelqu’un.',
      'Je ne dis à personne ce que j’ai lu, ni maintenant ni plus tard. Seuls des codes, des nombres et des recommandations quittent la salle.',
      'Si je connais une personne d’un dossier autrement que par mon seul travail, je quitte ce dossier sur-le-champ et je le dis.',
      'Si je remarque que quelque chose a été dit ou perdu, je le dis à la présidence le jour même.',
    ],
    agree: 'Je le jure ou l’affirme solennellement.', sign: 'Signer', agreeFirst: 'Cochez la phrase pour signer', signedUntil: (day) => `Votre serment vaut jusqu’au ${day}.`, signAgain: 'Vous pouvez signer de nouveau à tout moment; il vaut alors un an à partir de ce jour.',
    noSeat: 'Vous n’avez pas encore de siège. La présidence le donne.', waits: 'Votre siège attend une vérification des antécédents ou une formation. La présidence inscrit les deux.',
    unknown: 'Un compte sans le rôle',
  },
};
