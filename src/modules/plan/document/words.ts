import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Reports to council and other documents',
  lead: 'What was written about the plan, newest first.',
  none: 'No document is recorded yet.',
  fromRecords: 'Compiled from the records',
  caption: 'Documents, newest first',
  document: 'Document',
  kind: 'Kind',
  date: 'Date',
  number: 'Report number',
  note: 'Note',
  read: 'Read it',
  at: 'at its publisher',
  noText: 'The text is not published here.',
  toReview: (title: string) => `Review the report “${title}”`,
  toRevise: (title: string) => `Revise the report “${title}”`,
  toPublish: (title: string) => `Publish the report “${title}”`,
  kinds: { plan: 'Plan', 'council-report': 'Report to council', 'board-report': 'Report to the police board', release: 'Release' },
};

export const documentWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Rapports au conseil et autres documents',
    lead: 'Ce qui a été écrit sur le plan, du plus récent au plus ancien.',
    none: 'Aucun document n’est encore consigné.',
    fromRecords: 'Établis à partir des dossiers',
    caption: 'Documents, du plus récent au plus ancien',
    document: 'Document',
    kind: 'Nature',
    date: 'Date',
    number: 'Numéro du rapport',
    note: 'Note',
    read: 'Le lire',
    at: 'chez son éditeur',
    noText: 'Le texte n’est pas publié ici.',
    toReview: (title) => `Examiner le rapport « ${title} »`,
    toRevise: (title) => `Réviser le rapport « ${title} »`,
    toPublish: (title) => `Publier le rapport « ${title} »`,
    kinds: { plan: 'Plan', 'council-report': 'Rapport au conseil', 'board-report': 'Rapport à la commission de police', release: 'Communiqué' },
  },
};
