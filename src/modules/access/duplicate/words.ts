import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Possible duplicates',
  lead: 'Records of your organisation that may be of one person. Nothing is joined by itself: you decide, and you can take it back. Both records stay as they are.',
  none: 'Nothing is waiting. Records are compared every night.', more: (n: number) => `The ${n} most alike are shown. Judge these and the next ones follow.`,
  bands: { certain: 'Very much alike', likely: 'Alike', possible: 'Perhaps alike' },
  field: 'What', one: 'First record', other: 'Second record', says: 'What it says', entered: 'Entered on', open: 'Open the record',
  fields: { givenName: 'Given name', surname: 'Family name', dateOfBirth: 'Day of birth', suburb: 'Municipality', postcode: 'Postal code', phone: 'Phone', email: 'Email' } as Readonly<Record<string, string>>,
  agreements: {
    exact: 'the same', nickname: 'a familiar form of the other', typo: 'one letter differs', near: 'nearly the same', part: 'a part is the same', similar: 'similar', different: 'different', swapped: 'exchanged', typoOfKnown: 'one letter differs, both names are common',
    nearOfKnown: 'nearly the same, both names are common', similarToKnown: 'similar, both names are common', sameName: 'the same name', dayTypo: 'one digit of the day differs', monthTypo: 'one digit of the month differs', yearTypo: 'one digit of the year differs',
    dayDiffers: 'the day differs', monthDiffers: 'the month differs', yearDiffers: 'the year differs', digitsMoved: 'two digits are exchanged', partial: 'the year is the same',
  } as Readonly<Record<string, string>>,
  weights: { strong: 'speaks strongly for one person', for: 'speaks for one person', little: 'says little', against: 'speaks against', strongAgainst: 'speaks strongly against' },
  judge: 'Are these one person?', main: (n: 1 | 2): string => (n === 1 ? 'Yes. The first record is the main one, the second leads to it' : 'Yes. The second record is the main one, the first leads to it'), not: 'No, two people. Never suggest this pair again',
  save: 'Save', judged: 'Judged', same: 'One person', 'not-same': 'Two people', undo: 'Undo', undoLabel: (names: string) => `: ${names}`, mainIs: 'main record',
  noVerdict: 'Say whether these are one person', gone: 'One of these records leads to another one already. Judge that pair first, or undo it.',
  asked: 'Could it be one of these?', askedLead: 'Nothing has been saved yet, and nothing that you typed is lost. Open a record in a new tab to compare.',
  elsewhere: 'Records that fit and that you may not open. Ask the organisation, or your supervisor where it is your own.', noneOfThese: 'None of these: enter a new person', born: (day: string) => `born ${day}`, newTab: '(opens in a new tab)',
};
export const duplicateWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Doublons possibles',
    lead: 'Des dossiers de votre organisme qui concernent peut-être une même personne. Rien ne se réunit tout seul : vous décidez, et vous pouvez revenir en arrière. Les deux dossiers restent tels quels.',
    none: 'Rien n’attend. Les dossiers sont comparés chaque nuit.', more: (n) => `Les ${n} paires les plus semblables sont affichées. Décidez-en, les suivantes viendront.`,
    bands: { certain: 'Très semblables', likely: 'Semblables', possible: 'Peut-être semblables' },
    field: 'Élément', one: 'Premier dossier', other: 'Second dossier', says: 'Ce que cela indique', entered: 'Inscrit le', open: 'Ouvrir le dossier',
    fields: { givenName: 'Prénom', surname: 'Nom de famille', dateOfBirth: 'Date de naissance', suburb: 'Municipalité', postcode: 'Code postal', phone: 'Téléphone', email: 'Courriel' },
    agreements: {
      exact: 'identique', nickname: 'une forme familière de l’autre', typo: 'une lettre diffère', near: 'presque identique', part: 'une partie est identique', similar: 'semblable', different: 'différent', swapped: 'interverti', typoOfKnown: 'une lettre diffère, deux noms courants',
      nearOfKnown: 'presque identique, deux noms courants', similarToKnown: 'semblable, deux noms courants', sameName: 'le même nom', dayTypo: 'un chiffre du jour diffère', monthTypo: 'un chiffre du mois diffère', yearTypo: 'un chiffre de l’année diffère',
      dayDiffers: 'le jour diffère', monthDiffers: 'le mois diffère', yearDiffers: 'l’année diffère', digitsMoved: 'deux chiffres sont intervertis', partial: 'l’année est la même',
    },
    weights: { strong: 'porte nettement à croire que c’est la même personne', for: 'porte à croire que c’est la même personne', little: 'ne dit pas grand-chose', against: 'porte à croire que ce sont deux personnes', strongAgainst: 'porte nettement à croire que ce sont deux personnes' },
    judge: 'S’agit-il d’une seule personne?', main: (n) => (n === 1 ? 'Oui. Le premier dossier est le principal, le second y mène' : 'Oui. Le second dossier est le principal, le premier y mène'), not: 'Non, deux personnes. Ne plus jamais proposer cette paire',
    save: 'Enregistrer', judged: 'Décidé', same: 'Une personne', 'not-same': 'Deux personnes', undo: 'Annuler', undoLabel: (names) => ` : ${names}`, mainIs: 'dossier principal',
    noVerdict: 'Indiquez s’il s’agit d’une seule personne', gone: 'L’un de ces dossiers mène déjà à un autre. Décidez d’abord de cette paire, ou annulez-la.',
    asked: 'Serait-ce l’une de ces personnes?', askedLead: 'Rien n’est encore enregistré, et rien de ce que vous avez écrit n’est perdu. Ouvrez un dossier dans un nouvel onglet pour comparer.',
    elsewhere: 'Des dossiers qui correspondent et que vous ne pouvez pas ouvrir. Demandez à l’organisme, ou à votre superviseur s’il s’agit du vôtre.', noneOfThese: 'Aucune de ces personnes : inscrire une nouvelle personne', born: (day) => `naissance : ${day}`, newTab: '(s’ouvre dans un nouvel onglet)',
  },
};
