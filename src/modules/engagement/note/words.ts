import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Notes of the tables and flip charts',
  lead: 'One line is one note. Type what was said or written, not who said it: notes are public input, and they are coded and counted with everything else.',
  kind: 'Where it was written', kinds: { table: 'Notes of a table', 'flip-chart': 'Flip chart' }, noKind: 'Choose where it was written',
  table: 'Table number (optional)', badTable: 'Write a number from 1 to 500, or leave it empty',
  language: 'Language of the notes', languages: { en: 'English', fr: 'French' }, noLanguage: 'Choose the language of the notes',
  notes: 'Notes, one a line', notesHint: 'Enter begins the next note. Tab, then Enter saves them all.',
  noNotes: 'Type at least one note', tooMany: (most: number) => `Save at most ${most} lines at once`, tooLong: (most: number) => `A line has more than ${most.toLocaleString('en-CA')} characters; break it into notes`,
  save: 'Save the notes', saveAnyway: 'Save them as they are',
  saved: (n: number) => (n === 1 ? '1 note saved.' : `${n} notes saved.`),
  warnTitle: 'Does a line name somebody?',
  warnText: 'Notes are public input. Take out names, addresses and numbers of people, or save the lines as they are if nobody is named.',
  so: (n: number) => (n === 0 ? 'No note yet' : n === 1 ? '1 note' : `${n} notes`),
  tableName: (n: number) => `Table ${n}`, remove: 'Remove', removeNote: (text: string) => `Remove the note “${text}”`,
};

export const noteWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Notes des tables et tableaux à feuilles',
    lead: 'Une ligne est une note. Écrivez ce qui a été dit ou noté, non qui l’a dit : les notes sont des commentaires du public, classés et comptés avec tous les autres.',
    kind: 'Où cela a été écrit', kinds: { table: 'Notes d’une table', 'flip-chart': 'Tableau à feuilles' }, noKind: 'Choisissez où cela a été écrit',
    table: 'Numéro de la table (facultatif)', badTable: 'Écrivez un nombre de 1 à 500, ou laissez vide',
    language: 'Langue des notes', languages: { en: 'Anglais', fr: 'Français' }, noLanguage: 'Choisissez la langue des notes',
    notes: 'Notes, une par ligne', notesHint: 'Entrée commence la note suivante. Tab, puis Entrée, les enregistre toutes.',
    noNotes: 'Écrivez au moins une note', tooMany: (most) => `Enregistrez au plus ${most} lignes à la fois`, tooLong: (most) => `Une ligne compte plus de ${most.toLocaleString('fr-CA')} caractères; divisez-la en plusieurs notes`,
    save: 'Enregistrer les notes', saveAnyway: 'Les enregistrer telles quelles',
    saved: (n) => (n === 1 ? '1 note enregistrée.' : `${n} notes enregistrées.`),
    warnTitle: 'Une ligne nomme-t-elle quelqu’un?',
    warnText: 'Les notes sont des commentaires du public. Retirez les noms, adresses et numéros de personnes, ou enregistrez les lignes telles quelles si personne n’y est nommé.',
    so: (n) => (n === 0 ? 'Aucune note' : n === 1 ? '1 note' : `${n} notes`),
    tableName: (n) => `Table ${n}`, remove: 'Retirer', removeNote: (text) => `Retirer la note « ${text} »`,
  },
};
