import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Draws that anybody can check', lead: 'When a place to live is offered and no rule tells two people apart, lots decide. Nobody can choose them: the hash of a secret number is published here when the place is entered, and the number itself when the list is closed.',
  none: 'No draw has been published yet.', hash: 'Hash, published before', published: 'Published', opened: 'Opened', notYet: 'not opened yet', file: 'File to check', lots: 'Lots',
  how: 'How to check', steps: ['Note the hash before the draw is opened.', 'Take the file of the draw once it is opened.', 'Run “node check-a-draw.mjs draw.json HASH”. The program stands with the source of this site, under docs/how-to, and uses nothing of it.'],
  tokens: 'A token stands for a person in one draw alone: it is made of the random number of her record, of the draw and of a secret that nobody is given, so that nobody finds out by it who stands on the list. Whoever keeps the list can tell a person her token. Draws among fewer than 6 people are opened without their lots.',
};
export const drawWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Tirages que chacun peut vérifier', lead: 'Quand un logement est offert et qu’aucune règle ne distingue deux personnes, le sort décide. Personne ne peut le choisir : l’empreinte d’un nombre secret est publiée ici à l’inscription de la place, et le nombre lui-même à la clôture de la liste.',
    none: 'Aucun tirage n’a encore été publié.', hash: 'Empreinte, publiée avant', published: 'Publiée', opened: 'Ouvert', notYet: 'pas encore ouvert', file: 'Fichier à vérifier', lots: 'Lots',
    how: 'Comment vérifier', steps: ['Notez l’empreinte avant l’ouverture du tirage.', 'Prenez le fichier du tirage une fois ouvert.', 'Lancez « node check-a-draw.mjs draw.json EMPREINTE ». Le programme se trouve avec le code de ce site, sous docs/how-to, et n’utilise rien de celui-ci.'],
    tokens: 'Un jeton représente une personne dans un seul tirage : il est fait du numéro aléatoire de son dossier, du tirage et d’un secret qui n’est donné à personne, pour que personne n’apprenne par lui qui est sur la liste. Qui tient la liste peut dire son jeton à une personne. Les tirages entre moins de 6 personnes sont ouverts sans leurs lots.',
  },
};
