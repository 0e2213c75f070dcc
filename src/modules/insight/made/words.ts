import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'How this was made', back: 'The figure', said: 'The computation, in words', definition: 'Definition', definitionOf: (name: string, version: number) => `${name}, version ${version}`, text: 'What it counts', method: 'Who and what is included', formula: 'How it is derived',
  dataset: 'Dataset', datasetOf: (name: string, version: number, schema: number) => `“${name}”, version ${version} of the data, version ${schema} of its schema`, asOf: 'The data stood so on', fingerprint: 'Fingerprint of the rows used', fingerprintHint: 'HMAC-SHA-256 under a key of this installation: the same rows give the same fingerprint, and nobody can find small counts by trying.',
  inputs: 'Made with', inputFigures: 'Published figures', inputDataset: (name: string, version: number) => `Dataset ${name}, version ${version}`, inputsHash: 'SHA-256 of the inputs', by: 'Run by', roles: { analyst: 'an analyst of the plan' } as Readonly<Record<string, string>>, on: 'Made on',
  entered: 'This figure was not computed here. It is entered as its source printed it; the plan office keeps the source with it.', derived: 'This figure was computed from other published figures by the formula above.', sourcesAt: 'Source and revisions', withheld: 'Its value is withheld, so no fingerprint stands here from which it could be guessed.',
  rows: 'See the rows behind it (analysts only)', rowsTitle: 'Rows behind a figure', rowsLead: (n: string, all: string) => `${n} of ${all} rows. Whoever reads rows leaves a line in the audit trail.`, noRows: 'No row belongs to it.', run: 'The run',
};
export const madeWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Comment ce chiffre a été obtenu', back: 'Le chiffre', said: 'Le calcul, en mots', definition: 'Définition', definitionOf: (name, version) => `${name}, version ${version}`, text: 'Ce qu’il compte', method: 'Qui et quoi est inclus', formula: 'Mode de calcul',
    dataset: 'Jeu de données', datasetOf: (name, version, schema) => `«\u00a0${name}\u00a0», version ${version} des données, version ${schema} de leur schéma`, asOf: 'Les données étaient ainsi le', fingerprint: 'Empreinte des lignes utilisées', fingerprintHint: 'HMAC-SHA-256 avec une clé de cette installation\u00a0: les mêmes lignes donnent la même empreinte, et personne ne peut trouver de petits nombres par essais.',
    inputs: 'Obtenu avec', inputFigures: 'Chiffres publiés', inputDataset: (name, version) => `Jeu de données ${name}, version ${version}`, inputsHash: 'SHA-256 des données d’entrée', by: 'Calculé par', roles: { analyst: 'un ou une analyste du plan' }, on: 'Fait le',
    entered: 'Ce chiffre n’a pas été calculé ici. Il est consigné tel que sa source l’a publié; le bureau du plan conserve la source avec lui.', derived: 'Ce chiffre a été calculé à partir d’autres chiffres publiés, selon la formule ci-dessus.', sourcesAt: 'Source et révisions', withheld: 'Sa valeur n’est pas diffusée; aucune empreinte permettant de la deviner ne figure donc ici.',
    rows: 'Voir les lignes dont il est tiré (analystes seulement)', rowsTitle: 'Lignes d’un chiffre', rowsLead: (n, all) => `${n} lignes sur ${all}. Qui lit des lignes laisse une trace au journal de vérification.`, noRows: 'Aucune ligne n’en fait partie.', run: 'Le calcul fait',
  },
};
