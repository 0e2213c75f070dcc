import type { Words } from '#app/platform/language/language.ts';
import type { Conclusion } from './rules.ts';

const en = {
  file: (pseudonym: string) => `File ${pseudonym}`,
  code: 'Clearance code now',
  lead: 'Every answer is a choice. There is no place to write: nothing of the file can be copied here.',
  conclusion: 'Your conclusion',
  conclusions: { agree: 'The clearance code is right', recode: 'Another code is right', investigate: 'More has to be investigated before a code can be right' } as Readonly<Record<Conclusion, string>>,
  toCode: 'The right code', toCodeHint: 'Only for “Another code is right”.', noCode: 'Choose a code',
  more: 'Besides', contact: 'The police should contact the survivor again, with her or his consent', systemic: 'Something here goes beyond this file: a recommendation should follow',
  save: 'Save for now', handIn: 'Hand in', handInHint: 'What is handed in stands. You see the other reviewer’s checklist once both are in.',
  saved: 'Saved.',
  begin: 'Review this file', beginHint: 'Two people review each file, apart from each other.',
  taken: 'Two others review this file. Choose another one.',
  waiting: 'Handed in. The other reviewer is not done yet; until then neither of you sees what the other chose.',
  bothIn: 'Both checklists are in.', compare: 'Compare and settle',
  recusal: 'I know somebody in this file', recusalHint: 'Leaves the file at once and for good: what you answered here is wiped, and you never see the file, its checklists or its outcome. It cannot be taken back.', recuse: 'Leave this file',
  left: 'You have left the file. It is no longer there for you.',
  errors: { conclusion: 'Choose your conclusion', toCode: 'Choose the right code, another than the one it has', questions: (n: number) => (n === 1 ? 'One question is still open' : `${n} questions are still open`) },
};

export const checklistWords: Words<typeof en> = {
  en,
  fr: {
    file: (pseudonym) => `Dossier ${pseudonym}`,
    code: 'Code de classement actuel',
    lead: 'Chaque réponse est un choix. Il n’y a rien à écrire : rien du dossier ne peut être copié ici.',
    conclusion: 'Votre conclusion',
    conclusions: { agree: 'Le code de classement est juste', recode: 'Un autre code est juste', investigate: 'Il faut enquêter davantage avant qu’un code puisse être juste' },
    toCode: 'Le code juste', toCodeHint: 'Seulement pour « Un autre code est juste ».', noCode: 'Choisissez un code',
    more: 'En outre', contact: 'La police devrait communiquer de nouveau avec la victime, si elle y consent', systemic: 'Quelque chose dépasse ce dossier : une recommandation devrait suivre',
    save: 'Enregistrer pour l’instant', handIn: 'Remettre', handInHint: 'Ce qui est remis ne change plus. Vous voyez la liste de l’autre personne une fois les deux remises.',
    saved: 'Enregistré.',
    begin: 'Examiner ce dossier', beginHint: 'Deux personnes examinent chaque dossier, chacune de son côté.',
    taken: 'Deux autres personnes examinent ce dossier. Choisissez-en un autre.',
    waiting: 'Remis. L’autre personne n’a pas terminé; d’ici là, aucune de vous deux ne voit ce que l’autre a choisi.',
    bothIn: 'Les deux listes sont remises.', compare: 'Comparer et trancher',
    recusal: 'Je connais une personne de ce dossier', recusalHint: 'Vous quittez le dossier sur-le-champ et pour de bon : vos réponses sont effacées, et vous ne voyez plus jamais le dossier, ses listes ni son résultat. On ne peut pas revenir en arrière.', recuse: 'Quitter ce dossier',
    left: 'Vous avez quitté le dossier. Il n’existe plus pour vous.',
    errors: { conclusion: 'Choisissez votre conclusion', toCode: 'Choisissez le code juste, différent de l’actuel', questions: (n) => (n === 1 ? 'Une question est encore ouverte' : `${n} questions sont encore ouvertes`) },
  },
};
