import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Who must not see this record', lead: 'Somebody who is recused, named in the record or accused sees nothing of it: no search, no list, no break-glass. She is not told by the program.',
  ownTitle: 'I must not see this record', ownLead: 'A relative, a friend, a conflict of interest: say so here and the record is closed to you at once. You cannot undo it; your supervisor or the privacy officer can.', own: 'Close this record to me', ownLink: 'I know this person: close the record to me',
  none: 'Nobody is kept from this record.', whom: 'Who', kind: 'Why', kinds: { recused: 'Recused: a relation or a conflict of interest', named: 'Named in the record', accused: 'Accused of harm to the person' } as Readonly<Record<string, string>>,
  since: (day: string) => `since ${day}`, until: (day: string) => `ended on ${day}`, end: 'End', endLabel: (name: string) => ` the bar on ${name}`, add: 'Keep somebody from this record', save: 'Save', elsewhere: 'Somebody of another organisation',
  noWhom: 'Choose who', noKind: 'Choose why', already: 'This person is kept from the record already', back: 'Back to the record',
};
export const barWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Qui ne doit pas voir ce dossier', lead: 'Une personne récusée, nommée dans le dossier ou mise en cause n’en voit rien : ni recherche, ni liste, ni accès d’exception. Le programme ne le lui dit pas.',
    ownTitle: 'Je ne dois pas voir ce dossier', ownLead: 'Un proche, une amie, un conflit d’intérêts : dites-le ici et le dossier vous est fermé aussitôt. Vous ne pouvez pas l’annuler; votre superviseur ou la personne responsable de la protection de la vie privée le peut.', own: 'Me fermer ce dossier', ownLink: 'Je connais cette personne : me fermer le dossier',
    none: 'Personne n’est tenu à l’écart de ce dossier.', whom: 'Qui', kind: 'Pourquoi', kinds: { recused: 'Récusation : un lien ou un conflit d’intérêts', named: 'Nommée dans le dossier', accused: 'Mise en cause pour un tort fait à la personne' },
    since: (day) => `depuis le ${day}`, until: (day) => `terminé le ${day}`, end: 'Mettre fin', endLabel: (name) => ` à la mise à l’écart de ${name}`, add: 'Tenir quelqu’un à l’écart de ce dossier', save: 'Enregistrer', elsewhere: 'Quelqu’un d’un autre organisme',
    noWhom: 'Choisissez qui', noKind: 'Choisissez pourquoi', already: 'Cette personne est déjà tenue à l’écart du dossier', back: 'Retour au dossier',
  },
};
