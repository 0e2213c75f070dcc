import type { Words } from '#app/platform/language/language.ts';
import type { Field, FileKind, WordField } from './fields.ts';
import type { ImportState } from './queries.ts';
import type { Unreadable } from './read-file.ts';

const many = (n: number, one: string, more: string) => `${n.toLocaleString('en-CA')} ${n === 1 ? one : more}`;
const plus = (n: number, un: string, plusieurs: string) => `${n.toLocaleString('fr-CA')} ${n < 2 ? un : plusieurs}`;

const en = {
  title: 'Exchange with HIFIS', lead: 'Files from HIFIS or another register come in here and go out again in the same shape, so that nobody types a person twice.',
  take: 'Take files in', takeLead: 'CSV files with a heading: clients, their stays, or both together, at most 20 MB. Nothing is taken in before you have seen what it would be. Rows are kept for 30 days, then erased.',
  files: { client: 'Clients (CSV)', stay: 'Stays and admissions (CSV)' } as Record<FileKind, string>, upload: 'Read the files', noFile: 'Choose a file of clients, of stays, or both.',
  unreadable: {
    empty: () => 'This file is empty.', 'not-text': () => 'This is not a CSV file. In the spreadsheet, choose “Save as” and “CSV UTF-8”.', 'no-rows': () => 'This file has a heading and no rows.',
    headings: () => 'The first row must name the columns: at least two, no name twice.', quotes: (at) => `A quotation mark does not end, or stands in the middle of a cell, near line ${at}.`, 'too-many': (at) => `This file has ${many(at, 'row', 'rows')}; at most 150,000 are taken at once.`,
  } as Record<Unreadable['problem'], (at: number) => string>,
  imports: 'Files taken in', noImports: 'No file was taken in yet.', when: 'Read on', stateLabel: 'State', rowsLabel: 'Rows', refusedLabel: 'Refused', none: 'none',
  states: { staged: 'Read, not taken in', running: 'Being taken in', done: 'Taken in', stopped: 'Stopped', failed: 'Failed', dropped: 'Dropped' } as Record<ImportState, string>,
  openImport: (day: string) => `Files of ${day}`, kinds: { client: 'Clients', stay: 'Stays' } as Record<FileKind, string>,
  give: 'Give files out', giveLead: 'Records of your organisation that you may read. To another organisation go only people who agreed to that, for the purpose you name. Each person’s record keeps that she was in a file.',
  giveWhich: 'Which file', giveTo: 'For whom', ownUse: 'For our own organisation, or HIFIS in its name', purpose: 'Purpose, for another organisation', purposes: { care: 'Care', coordination: 'Coordination', list: 'By-name list', report: 'Reports' }, download: 'Download', badTo: 'Choose one of the organisations.',
  mappingTitle: 'What the columns mean', mappingLead: 'Choose the column for each of our fields. What you choose is kept for the next files of your organisation.', mappingOf: { client: 'Columns of the clients', stay: 'Columns of the stays' } as Record<FileKind, string>,
  fields: { client: 'Number of the client', given: 'Given name', family: 'Family name', birth: 'Date of birth', gender: 'Gender', language: 'Language', aliases: 'Other names', consentId: 'Number of the consent', consent: 'Kind of consent', consentTo: 'Consent names (provider)', consentStart: 'Consent begins', consentExpires: 'Consent ends',
    stay: 'Number of the stay', kind: 'Kind of stay', place: 'Place', start: 'First day', end: 'Last day', evidence: 'How it is known' } as Record<Field, string>,
  notThere: 'Not in the file', needed: 'needed', noColumn: 'Choose the column; no row can be taken in without it.', dates: 'Dates are written', dateOrders: { ymd: 'Year first: 2024-03-05', dmy: 'Day first: 05/03/2024', mdy: 'Month first: 03/05/2024' },
  wordsTitle: 'What the words mean', wordsLead: 'Rows with a word that stands undecided are refused; an undecided language is left open. “Left out” passes such rows over, or takes no consent from them.', wordsOf: { kind: 'Kinds of stays', evidence: 'How stays are known', language: 'Languages', consent: 'Kinds of consent', consentTo: 'Providers' } as Record<WordField, string>,
  undecided: 'Undecided', code: { unsheltered: 'Outside', shelter: 'Shelter', hidden: 'With others, not secure', transitional: 'Transitional housing', institution: 'Institution', housed: 'Housed', none: 'Left out', observed: 'Seen', reported: 'Told', verified: 'Confirmed', en: 'English', fr: 'French',
    explicit: 'Care: identity and housing', 'coordinated-access': 'By-name list: identity and housing', both: 'Care and by-name list: identity and housing' } as Readonly<Record<string, string>>,
  save: 'Keep this and see what comes in', back: 'Back to the exchange', changeMapping: 'Change what columns and words mean', sameFiles: 'These files were read before. This is what became of them; they are not taken in twice.',
  encoding: { 'utf-8': '', 'utf-16le': '', 'windows-1252': 'A file is not in UTF-8 and was read as Windows-1252. Look at the accents below before you go on.' },
  preview: 'What would come in', previewCounts: (people: number, stays: number, consents: number, skipped: number) => `${many(people, 'person', 'people')}, ${many(stays, 'stay', 'stays')} and ${many(consents, 'consent', 'consents')}; ${many(skipped, 'row', 'rows')} passed over.`,
  previewNote: 'Whether a stay belongs to somebody known from earlier files is seen when it is taken in. Whoever is known by her number is updated, never doubled. Nobody is joined with anybody by name: possible doubles are compared at night and wait for you.',
  wouldRefuse: 'Rows that would be refused', refusals: 'Rows that were refused', noRefusals: 'No row is refused.', reasonLabel: 'Reason', firstRow: 'First at row', firstRows: 'The first people', staysOf: 'Stays',
  start: 'Take in', again: 'Change the mapping and take in anew', drop: 'Drop these files', dropHint: 'All staged rows are erased at once. What was taken in stays.',
  progress: (done: number, all: number) => `${many(done, 'row', 'rows')} of ${all.toLocaleString('en-CA')} done.`, progressNote: 'The work goes on by itself, also after an interruption. You may leave this page.', reload: 'See how far it is',
  counts: { entered: 'new', updated: 'changed', unchanged: 'as before', skipped: 'passed over', refused: 'refused' }, refusalsFile: 'Download the refused rows (CSV)', erased: 'The rows were erased; only the counts are left.',
  stoppedNote: 'The account that started it may no longer do so. Start it anew.', failedNote: 'One of the next rows cannot be written, so the work has ended. What the counts below say stands; of the rows after them nothing was taken in. Take it in anew; if it ends here again, tell whoever runs this program.', notYet: 'Some needed columns are not named yet.', csv: { file: 'File', row: 'Row', client: 'ClientID', field: 'Field', reason: 'Reason' },
  reasons: {
    columns: 'It has more or fewer cells than the heading.', 'no-client': 'The number of the client is missing.', 'no-name': 'A name is missing.', 'too-long': 'A cell is too long.', 'bad-date': 'A date cannot be read.', future: 'A date lies in the future.', 'end-before-start': 'The end lies before the start.',
    'no-start': 'The first day is missing.', 'unknown-kind': 'The kind of stay is missing or undecided.', 'unknown-evidence': 'It is undecided how the stay is known.', 'unknown-consent': 'The kind of consent is undecided.', 'unknown-provider': 'The provider is undecided.', 'no-consent-start': 'The day on which the consent begins is missing.',
    differs: 'Another row of the same client has another name or date of birth.', twice: 'The same number of a stay was there before, with other details.', 'unknown-client': 'The client is not known.', 'client-refused': 'The row of the client was refused.', closed: 'This record could not be changed by a file.',
  } as Readonly<Record<string, string>>,
};
export const exchangeWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Échange avec le SISA (HIFIS)', lead: 'Les fichiers du SISA ou d’un autre registre entrent ici et en ressortent sous la même forme, pour que personne ne soit saisi deux fois.',
    take: 'Recevoir des fichiers', takeLead: 'Des fichiers CSV avec une ligne d’en-têtes : les clients, leurs séjours, ou les deux ensemble, 20 Mo au plus. Rien n’est inscrit avant que vous ayez vu ce qui le serait. Les lignes sont gardées 30 jours, puis effacées.',
    files: { client: 'Clients (CSV)', stay: 'Séjours et admissions (CSV)' }, upload: 'Lire les fichiers', noFile: 'Choisissez un fichier de clients, de séjours, ou les deux.',
    unreadable: {
      empty: () => 'Ce fichier est vide.', 'not-text': () => 'Ce n’est pas un fichier CSV. Dans le tableur, choisissez « Enregistrer sous », puis « CSV UTF-8 ».', 'no-rows': () => 'Ce fichier a des en-têtes, mais aucune ligne.',
      headings: () => 'La première ligne doit nommer les colonnes : au moins deux, aucun nom répété.', quotes: (at) => `Un guillemet n’est pas fermé, ou se trouve au milieu d’une cellule, près de la ligne ${at}.`, 'too-many': (at) => `Ce fichier compte ${plus(at, 'ligne', 'lignes')}; on en reçoit 150 000 au plus à la fois.`,
    },
    imports: 'Fichiers reçus', noImports: 'Aucun fichier n’a encore été reçu.', when: 'Lu le', stateLabel: 'État', rowsLabel: 'Lignes', refusedLabel: 'Refusées', none: 'aucune',
    states: { staged: 'Lu, non inscrit', running: 'En cours d’inscription', done: 'Inscrit', stopped: 'Arrêté', failed: 'Échoué', dropped: 'Écarté' },
    openImport: (day) => `Fichiers du ${day}`, kinds: { client: 'Clients', stay: 'Séjours' },
    give: 'Remettre des fichiers', giveLead: 'Les dossiers de votre organisme que vous pouvez lire. Vers un autre organisme ne vont que les personnes qui y ont consenti, pour la fin que vous nommez. Le dossier de chacune garde la trace du fichier.',
    giveWhich: 'Quel fichier', giveTo: 'Pour qui', ownUse: 'Pour notre organisme, ou le SISA en son nom', purpose: 'Fin, pour un autre organisme', purposes: { care: 'Soins', coordination: 'Coordination', list: 'Liste nominative', report: 'Rapports' }, download: 'Télécharger', badTo: 'Choisissez l’un des organismes.',
    mappingTitle: 'Ce que veulent dire les colonnes', mappingLead: 'Choisissez la colonne de chacun de nos champs. Vos choix sont gardés pour les prochains fichiers de votre organisme.', mappingOf: { client: 'Colonnes des clients', stay: 'Colonnes des séjours' },
    fields: { client: 'Numéro du client', given: 'Prénom', family: 'Nom de famille', birth: 'Date de naissance', gender: 'Genre', language: 'Langue', aliases: 'Autres noms', consentId: 'Numéro du consentement', consent: 'Type de consentement', consentTo: 'Le consentement nomme (fournisseur)', consentStart: 'Début du consentement', consentExpires: 'Fin du consentement',
      stay: 'Numéro du séjour', kind: 'Type de séjour', place: 'Lieu', start: 'Premier jour', end: 'Dernier jour', evidence: 'Comment on le sait' },
    notThere: 'Absent du fichier', needed: 'nécessaire', noColumn: 'Choisissez la colonne; aucune ligne ne peut être inscrite sans elle.', dates: 'Les dates s’écrivent', dateOrders: { ymd: 'L’année d’abord : 2024-03-05', dmy: 'Le jour d’abord : 05/03/2024', mdy: 'Le mois d’abord : 03/05/2024' },
    wordsTitle: 'Ce que veulent dire les mots', wordsLead: 'Les lignes dont un mot reste indécis sont refusées; une langue indécise reste ouverte. « Laissé de côté » passe ces lignes, ou n’en tire aucun consentement.', wordsOf: { kind: 'Types de séjours', evidence: 'Comment on sait les séjours', language: 'Langues', consent: 'Types de consentement', consentTo: 'Fournisseurs' },
    undecided: 'Indécis', code: { unsheltered: 'Dehors', shelter: 'Refuge', hidden: 'Chez d’autres, sans garantie', transitional: 'Logement de transition', institution: 'Établissement', housed: 'Logé', none: 'Laissé de côté', observed: 'Vu', reported: 'Dit', verified: 'Confirmé', en: 'Anglais', fr: 'Français',
      explicit: 'Soins : identité et logement', 'coordinated-access': 'Liste nominative : identité et logement', both: 'Soins et liste nominative : identité et logement' },
    save: 'Garder ceci et voir ce qui entrerait', back: 'Retour à l’échange', changeMapping: 'Changer le sens des colonnes et des mots', sameFiles: 'Ces fichiers ont déjà été lus. Voici ce qu’ils sont devenus; ils ne sont pas inscrits deux fois.',
    encoding: { 'utf-8': '', 'utf-16le': '', 'windows-1252': 'Un fichier n’est pas en UTF-8 et a été lu comme Windows-1252. Regardez les accents ci-dessous avant de continuer.' },
    preview: 'Ce qui entrerait', previewCounts: (people, stays, consents, skipped) => `${plus(people, 'personne', 'personnes')}, ${plus(stays, 'séjour', 'séjours')} et ${plus(consents, 'consentement', 'consentements')}; ${plus(skipped, 'ligne passée', 'lignes passées')}.`,
    previewNote: 'Si un séjour appartient à une personne connue par des fichiers antérieurs, cela se voit à l’inscription. Qui est connu par son numéro est mis à jour, jamais doublé. Personne n’est réuni à personne d’après son nom : les doublons possibles sont comparés la nuit et vous attendent.',
    wouldRefuse: 'Lignes qui seraient refusées', refusals: 'Lignes refusées', noRefusals: 'Aucune ligne n’est refusée.', reasonLabel: 'Raison', firstRow: 'D’abord à la ligne', firstRows: 'Les premières personnes', staysOf: 'Séjours',
    start: 'Inscrire', again: 'Changer les correspondances et reprendre', drop: 'Écarter ces fichiers', dropHint: 'Toutes les lignes en attente sont effacées aussitôt. Ce qui est inscrit reste.',
    progress: (done, all) => `${plus(done, 'ligne traitée', 'lignes traitées')} sur ${all.toLocaleString('fr-CA')}.`, progressNote: 'Le travail se poursuit de lui-même, même après une interruption. Vous pouvez quitter cette page.', reload: 'Voir où il en est',
    counts: { entered: 'nouvelles', updated: 'modifiées', unchanged: 'inchangées', skipped: 'passées', refused: 'refusées' }, refusalsFile: 'Télécharger les lignes refusées (CSV)', erased: 'Les lignes ont été effacées; seuls les nombres restent.',
    stoppedNote: 'Le compte qui l’a lancé ne le peut plus. Relancez.', failedNote: 'Une des lignes suivantes ne peut être inscrite; le travail a donc pris fin. Ce que disent les nombres ci-dessous demeure; des lignes d’après, rien n’est inscrit. Reprenez; si cela s’arrête encore ici, avisez la personne responsable du programme.', notYet: 'Des colonnes nécessaires ne sont pas encore nommées.', csv: { file: 'Fichier', row: 'Ligne', client: 'ClientID', field: 'Champ', reason: 'Raison' },
    reasons: {
      columns: 'Elle a plus ou moins de cellules que les en-têtes.', 'no-client': 'Le numéro du client manque.', 'no-name': 'Un nom manque.', 'too-long': 'Une cellule est trop longue.', 'bad-date': 'Une date est illisible.', future: 'Une date est dans l’avenir.', 'end-before-start': 'La fin précède le début.',
      'no-start': 'Le premier jour manque.', 'unknown-kind': 'Le type de séjour manque ou reste indécis.', 'unknown-evidence': 'On n’a pas décidé comment le séjour est connu.', 'unknown-consent': 'Le type de consentement reste indécis.', 'unknown-provider': 'Le fournisseur reste indécis.', 'no-consent-start': 'Le jour où le consentement commence manque.',
      differs: 'Une autre ligne du même client porte un autre nom ou une autre date de naissance.', twice: 'Le même numéro de séjour a déjà paru, avec d’autres détails.', 'unknown-client': 'Le client n’est pas connu.', 'client-refused': 'La ligne du client a été refusée.', closed: 'Ce dossier n’a pas pu être modifié par un fichier.',
    },
  },
};
