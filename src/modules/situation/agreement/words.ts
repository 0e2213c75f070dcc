import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Confidentiality agreements',
  lead: 'A seat opens the discussions to you only while your agreement holds: you sign it, the chair confirms it, and after a year it is signed anew. The plan office confirms that of the chair.',
  sign: 'Sign the agreement',
  textTitle: 'What you agree to',
  text: [
    'I say before filter 4 nothing by which somebody can be found, and at filter 4 only what an agency with a part needs.',
    'I name for each disclosure the law or the consent that permits it, and write it down here: the field, never what was said.',
    'What I hear at the table I use for this alone. I take no notes home and tell nobody who has no part.',
    'I ask for consent wherever possible, at the latest at the door, and accept a refusal.',
    'I report a child who may need protection at once to the children’s aid society, whatever the table decides.',
    'If more was said than may be, I tell the chair at once and ask for a review.',
  ],
  agree: 'I agree', noAgree: 'Tick that you agree', name: 'Who', agency: 'Agency', signed: 'Signed', holds: 'Holds until', state: 'State', waits: 'Waits to be confirmed', confirmed: 'Confirmed', expired: 'Has run out',
  confirm: 'Confirm', end: 'End', none: 'Nothing is signed yet.', caption: 'Agreements', open: 'Open the table',
  keep: 'For the chair', counts: 'The table in numbers', tracking: 'For the provincial tracking database (CSV)', trackingHint: 'What has ended, without identity. Details of what was not taken on are left out.',
  identifiers: 'What may be said at filter 3', identifiersHint: 'Whatever you choose, the program holds no identifier.', identifiersNone: 'No identifier at all (stricter)', identifiersLimited: 'Name, date of birth or address, where an agency needs them to know whether it has a role; each is written down as a disclosure', saveSetting: 'Save',
};
export const agreementWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ententes de confidentialité',
    lead: 'Un siège ne vous ouvre les discussions que tant que votre entente est en vigueur : vous la signez, la présidence la confirme, et elle se signe de nouveau après un an. Le bureau du plan confirme celle de la présidence.',
    sign: 'Signer l’entente',
    textTitle: 'Ce à quoi vous vous engagez',
    text: [
      'Avant le filtre 4, je ne dis rien qui permette de retrouver quelqu’un; au filtre 4, seulement ce dont a besoin un organisme qui a un rôle.',
      'Pour chaque communication, je nomme la loi ou le consentement qui la permet, et je l’inscris ici : le champ, jamais ce qui a été dit.',
      'Ce que j’entends à la table ne me sert qu’à cela. Je n’emporte pas de notes et n’en parle à personne qui n’a pas de rôle.',
      'Je demande le consentement chaque fois que c’est possible, au plus tard à la porte, et j’accepte un refus.',
      'Je signale tout de suite à la société d’aide à l’enfance un enfant qui peut avoir besoin de protection, quoi que décide la table.',
      'Si l’on en a dit plus que permis, j’en avise tout de suite la présidence et je demande un examen.',
    ],
    agree: 'Je m’engage', noAgree: 'Cochez que vous vous engagez', name: 'Qui', agency: 'Organisme', signed: 'Signée', holds: 'En vigueur jusqu’au', state: 'État', waits: 'Attend d’être confirmée', confirmed: 'Confirmée', expired: 'Échue',
    confirm: 'Confirmer', end: 'Mettre fin', none: 'Rien n’est encore signé.', caption: 'Ententes', open: 'Ouvrir la table',
    keep: 'Pour la présidence', counts: 'La table en chiffres', tracking: 'Pour la base de données provinciale (CSV)', trackingHint: 'Ce qui est terminé, sans identité. Les détails de ce qui n’a pas été retenu sont omis.',
    identifiers: 'Ce qui peut être dit au filtre 3', identifiersHint: 'Quel que soit votre choix, le programme ne contient aucun identifiant.', identifiersNone: 'Aucun identifiant (plus strict)', identifiersLimited: 'Nom, date de naissance ou adresse, si un organisme en a besoin pour savoir s’il a un rôle; chacun est inscrit comme communication', saveSetting: 'Enregistrer',
  },
};
