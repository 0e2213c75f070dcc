import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Statements of the alcohol report', lead: 'One sentence each, in both languages, with where it is known from and how strong the evidence is. Reports that were published keep what they said.',
  add: 'Add a statement', section: 'Chapter', textEn: 'The statement in English', textFr: 'The statement in French', sourceEn: 'Source in English', sourceFr: 'Source in French', sourceHint: 'Author or organisation, title, year.', url: 'Address of the source (may be left out)',
  strength: 'Strength of the evidence', guidance: 'Guidance that its numbers rest on', noGuidance: 'none', submit: 'Add', withdraw: 'Withdraw', withdrawOf: (text: string) => `: ${text}`, fromPack: 'of the content pack',
  missing: 'Write something here.', tooLong: (limit: number) => `Write at most ${limit} characters.`, noSection: 'Choose a chapter.', noStrength: 'Choose how strong the evidence is.', badUrl: 'Write a whole address that begins with https://, or nothing.', noDate: '', dateToCome: '',
};
export const deskWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Énoncés du rapport sur l’alcool', lead: 'Une phrase chacun, dans les deux langues, avec sa provenance et la force de la preuve. Les rapports déjà publiés gardent ce qu’ils disaient.',
    add: 'Ajouter un énoncé', section: 'Chapitre', textEn: 'L’énoncé en anglais', textFr: 'L’énoncé en français', sourceEn: 'Source, en anglais', sourceFr: 'Source, en français', sourceHint: 'Auteur ou organisme, titre, année.', url: 'Adresse de la source (facultatif)',
    strength: 'Force de la preuve', guidance: 'Repères sur lesquels reposent ses chiffres', noGuidance: 'aucun', submit: 'Ajouter', withdraw: 'Retirer', withdrawOf: (text) => ` : ${text}`, fromPack: 'du contenu fourni',
    missing: 'Écrivez quelque chose ici.', tooLong: (limit) => `Écrivez au plus ${limit} caractères.`, noSection: 'Choisissez un chapitre.', noStrength: 'Choisissez la force de la preuve.', badUrl: 'Écrivez une adresse complète qui commence par https://, ou rien.', noDate: '', dateToCome: '',
  },
};
