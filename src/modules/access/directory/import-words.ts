import type { Language, Words } from '#app/platform/language/language.ts';
import type { ImportState } from './import-queries.ts';
import type { FileProblem } from './read-file.ts';

const states: Readonly<Record<ImportState, string>> = { checking: 'Being checked', checked: 'Checked, waits for you', running: 'Being taken in', done: 'Taken in', stopped: 'Stopped: nothing was changed', dropped: 'Discarded' };
const problems: Readonly<Record<FileProblem, string>> = {
  large: 'The file is too large. Up to 10 MB can be handed in, 60 MB unpacked.', unreadable: 'The file cannot be read. Choose JSON in UTF-8, or a zip with a data package.', 'no-description': 'The zip holds no datapackage.json, which names its tables.',
};
const en = {
  title: 'Bring in services from a file', lead: 'A file of the Human Services Data Specification (HSDS 3.x): JSON of full services, or a zip with a tabular data package. Nothing changes before you have seen what it would do.', link: 'Bring in services from a file',
  name: 'Name of the source', nameHint: 'Such as “211 spring list”. What this source gave before and gives no longer is withdrawn; entries of other sources and of staff are never touched.', file: 'File', upload: 'Check the file', noName: 'Give the source a name of up to 60 characters', noFile: 'Choose a file', states, problems,
  before: 'Files handed in', none: 'No file was handed in yet.', source: 'Source', when: 'Handed in', state: 'State', would: 'What it would do', did: 'What it did', added: 'Added', changed: 'Changed', removed: 'Withdrawn', unchanged: 'Unchanged', left: 'Left to whoever keeps them', refused: 'Refused rows',
  refusals: 'Rows that are refused', refusalsLead: 'They stay out, or as they are now. All other rows are taken in together, or none.', row: 'Row', reason: 'Reason', more: (n: string) => `and ${n} more`, noRefusals: 'No row is refused.', lines: 'Each change', nothing: 'The file changes nothing.',
  take: 'Take it in', drop: 'Discard', most: 'This file withdraws more entries than it leaves, as a file that was cut off would do.', meant: 'That is meant: withdraw them', notMeant: 'Say that it is meant, or discard the file', reload: 'Look again', wait: 'This takes a moment.', stoppedNote: 'Meanwhile the directory had changed so that most entries would have been withdrawn. Hand the file in again.',
};
export const importWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ajouter des services à partir d’un fichier', lead: 'Un fichier de la norme Human Services Data Specification (HSDS 3.x) : des services complets en JSON, ou un zip contenant un paquet de données tabulaires. Rien ne change avant que vous ayez vu ce qu’il ferait.', link: 'Ajouter des services à partir d’un fichier',
    name: 'Nom de la source', nameHint: 'Par exemple « liste 211 du printemps ». Ce que cette source a fourni et ne fournit plus est retiré; les fiches d’autres sources et du personnel ne sont jamais touchées.', file: 'Fichier', upload: 'Vérifier le fichier', noName: 'Donnez à la source un nom d’au plus 60 caractères', noFile: 'Choisissez un fichier',
    states: { checking: 'En vérification', checked: 'Vérifié, vous attend', running: 'En cours d’ajout', done: 'Ajouté', stopped: 'Arrêté : rien n’a changé', dropped: 'Écarté' },
    problems: { large: 'Le fichier est trop gros. Au plus 10 Mo peuvent être remis, 60 Mo une fois décompressés.', unreadable: 'Le fichier est illisible. Choisissez du JSON en UTF-8, ou un zip contenant un paquet de données.', 'no-description': 'Le zip ne contient pas de datapackage.json, qui nomme ses tables.' },
    before: 'Fichiers remis', none: 'Aucun fichier n’a encore été remis.', source: 'Source', when: 'Remis', state: 'État', would: 'Ce qu’il ferait', did: 'Ce qu’il a fait', added: 'Ajoutées', changed: 'Modifiées', removed: 'Retirées', unchanged: 'Inchangées', left: 'Laissées à qui les tient', refused: 'Lignes refusées',
    refusals: 'Lignes refusées', refusalsLead: 'Elles restent dehors, ou telles qu’elles sont. Toutes les autres lignes sont ajoutées ensemble, ou aucune.', row: 'Ligne', reason: 'Raison', more: (n) => `et ${n} de plus`, noRefusals: 'Aucune ligne n’est refusée.', lines: 'Chaque changement', nothing: 'Le fichier ne change rien.',
    take: 'L’ajouter', drop: 'L’écarter', most: 'Ce fichier retire plus de fiches qu’il n’en laisse, comme le ferait un fichier tronqué.', meant: 'C’est voulu : les retirer', notMeant: 'Indiquez que c’est voulu, ou écartez le fichier', reload: 'Regarder de nouveau', wait: 'Cela prend un moment.', stoppedNote: 'Entre-temps, le répertoire avait changé de sorte que la plupart des fiches auraient été retirées. Remettez le fichier.',
  },
};

// What the reader of HSDS says of a row, in English as the field names of the format; the sentences that people meet are said in French too.
const french: readonly (readonly [RegExp, string])[] = [
  [/is missing or empty/, 'manque ou est vide'], [/is missing|received undefined/, 'manque'], [/must be a UUID/, 'doit être un UUID'], [/Invalid option: expected one of (.*)/, 'doit être l’une de ces valeurs : $1'], [/Invalid (email|input)(?!:).*/, 'n’est pas valide'],
  [/Invalid input: expected (\w+), received (\w+)/, 'n’est pas du bon type ($1 attendu, $2 reçu)'], [/must be a date such as/, 'doit être une date comme'], [/is not a day of the calendar/, 'n’est pas un jour du calendrier'], [/must be a time of ISO 8601/, 'doit être un moment selon ISO 8601'],
  [/must be a whole web address|must be a web address/, 'doit être une adresse Web complète'], [/is below the minimum age/, 'est inférieur à l’âge minimal'], [/the service names none/, 'le service n’en nomme aucun'], [/stands there twice/, 'y figure deux fois'],
  [/is not the id of the organization that stands with it/, 'n’est pas l’identifiant de l’organisme qui l’accompagne'], [/is not a CSV file of the package/, 'n’est pas un fichier CSV du paquet'], [/belong to a service that is not in the package/, 'se rapportent à un service qui n’est pas dans le paquet'],
  [/is kept by staff here or comes from another feed; it is left as it is/, 'est tenue ici par le personnel ou vient d’une autre source; elle reste telle quelle'], [/must be a page of services.*/, 'doit être une page de services (avec « contents »), une liste de services ou un seul service'],
  [/is an organization that another agency or another source keeps/, 'désigne un organisme dont un autre partenaire ou une autre source tient les fiches'],
  [/is a place of an organization that another agency or another source keeps/, 'est un lieu d’un organisme dont un autre partenaire ou une autre source tient les fiches'],
  [/must name its resources.*/, 'doit nommer ses ressources, chacune avec un nom et un chemin'], [/the whole file/, 'tout le fichier'],
];
/** The reason or the place of a refusal in a language. */
export function reasonIn(language: Language, text: string): string {
  return language === 'en' ? text : french.reduce((said, [pattern, words]) => said.replace(pattern, words), text);
}
