import type { Words } from '#app/platform/language/language.ts';

const many = (n: number, one: string, more: string) => `${n.toLocaleString('en-CA')} ${n === 1 ? one : more}`;
const plus = (n: number, un: string, plusieurs: string) => `${n.toLocaleString('fr-CA')} ${n < 2 ? un : plusieurs}`;
const en = {
  title: 'Open data', lead: 'Every published figure of the plan, for everybody to use. Small counts are protected before they come here; what a page shows, the files say too.',
  licence: 'Licence', licenceText: 'You may use, share and change all of it, if you name where it comes from.', catalogue: 'The catalogue for programs (DCAT 3, JSON-LD)', gated: 'Counts of people are published as tables of their own, each protected before it is filed, with CSV and JSON.', toTables: 'The tables that passed the gate', how: 'Each series is a CSV file with a description of its columns (CSV on the Web), and the same as JSON. Addresses stay as they are. A revised value keeps its line; the newer one names it.',
  indicators: 'Indicators', indicator: 'Indicator', indicatorsText: 'Each with its values, their standing and, as JSON, its eight columns. The values come from the series below.', allSeries: 'Series of figures',
  series: 'Series', changed: 'Last changed', figures: (n: number) => many(n, 'figure', 'figures'), files: 'Files', csv: 'CSV', json: 'JSON', columns: 'Columns', columnsTitle: 'What the columns mean', column: 'Column', meaning: 'Meaning', of: (name: string) => ` of ${name}`, none: 'No figure has been published yet.', allFigures: 'Read the figures',
};
export const openDataWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Données ouvertes', lead: 'Tous les chiffres publiés du plan, à l’usage de tout le monde. Les petits nombres sont protégés avant d’arriver ici; les fichiers disent la même chose que les pages.',
    licence: 'Licence', licenceText: 'Vous pouvez tout utiliser, partager et modifier, à condition de nommer la source.', catalogue: 'Le catalogue pour les programmes (DCAT 3, JSON-LD)', gated: 'Les nombres de personnes paraissent dans des tableaux à part, chacun protégé avant d’être versé au registre, en CSV et en JSON.', toTables: 'Les tableaux qui ont passé la porte', how: 'Chaque série est un fichier CSV accompagné d’une description de ses colonnes (CSV on the Web), et la même chose en JSON. Les adresses ne changent pas. Une valeur révisée garde sa ligne; la plus récente la nomme.',
    indicators: 'Indicateurs', indicator: 'Indicateur', indicatorsText: 'Chacun avec ses valeurs, leur état et, en JSON, ses huit colonnes. Les valeurs viennent des séries ci-dessous.', allSeries: 'Séries de chiffres',
    series: 'Série', changed: 'Dernier changement', figures: (n) => plus(n, 'chiffre', 'chiffres'), files: 'Fichiers', csv: 'CSV', json: 'JSON', columns: 'Colonnes', columnsTitle: 'Ce que veulent dire les colonnes', column: 'Colonne', meaning: 'Sens', of: (name) => ` de ${name}`, none: 'Aucun chiffre n’est encore publié.', allFigures: 'Lire les chiffres',
  },
};
