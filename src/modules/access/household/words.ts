import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Household', lead: 'Who lives or stays together, from which day on. Each person keeps a record and a consent of her own.',
  none: 'No household is recorded for this person.', now: 'Together now', before: 'Before', name: 'Name', relation: 'Is', from: 'Since', to: 'Until', self: 'this record', change: 'Change', leaves: 'Left today', unnamed: 'Anonymous person',
  relations: { head: 'Head of the household', partner: 'Partner', child: 'Child', parent: 'Parent', other: 'Somebody else' } as Readonly<Record<string, string>>,
  unseen: 'People whose records are closed to you do not stand here.',
  own: 'This person is', ownHint: 'When the household is begun', add: 'Add a person', addLead: 'Choose somebody whom you have entered, or enter somebody new here.', known: 'Somebody already entered', knownHint: 'Only people of your organisation with whom you work', fresh: 'Or somebody new', since: 'Together since', dateHint: 'Year, month and day, such as 2019-05-31', optional: ' (optional)', save: 'Add to the household', begin: 'Begin a household',
  given: 'Given name', family: 'Family name', birth: 'Day of birth',
  refused: { member: 'This person is in a household already. End that membership first', head: 'The household has a head already', day: 'Give a day up to today', refused: 'This person cannot be added here' } as Readonly<Record<string, string>>,
  noRelation: 'Choose what the person is', noPerson: 'Choose somebody, or give both names', both: 'Choose somebody or enter somebody new, not both', badDay: 'Give a day up to today, such as 2019-05-31', badBirth: 'Give a day up to today, or leave it empty', tooLong: (limit: number) => `Up to ${limit} characters`,
  enter: 'Enter a household', enterLead: 'One telling for everybody: who they are, where they stay and what they need now. Leave the lines empty that you do not need. Nothing is shared until each of them agrees.',
  person: (place: number) => `Person ${place}`, personHint: 'The first person is the one you talk to', language: 'They prefer to be served in', en: 'English', fr: 'French',
  whereTitle: 'Where they stay', whereHint: 'The same stay is written for each of them', needs: 'What they need now', needsHint: 'Goes to the section housing of the first person. No word about health here', needsHead: 'What the household needs now', save2: 'Enter the household',
  noFirst: 'Give both names of the first person', halfName: 'Give both names, or leave the line empty', oneHead: 'One person only can be the head', noStay: 'Choose where, or leave the day empty',
  asked: (name: string) => `${name}: could it be one of these?`, askedLead: 'Nothing has been saved yet, and nothing that you typed is lost.', choose: 'Who it is', isNew: 'A new person', useRecord: (name: string, born: string) => `${name}${born ? `, born ${born}` : ''}`, elsewhere: 'A record that fits is with an organisation whose records you may not open.',
  allOf: 'Also for', allOfHint: 'The same stay is written for each person chosen', done: 'Next, for each person', consent: 'Record her consent', needsForm: 'Ask about needs', record: 'Open the record', stays: 'Stays',
  line: (names: string) => `Household: ${names}`, headMark: (name: string) => `${name} (head)`, back: 'Back to the record',
};
export const householdWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ménage', lead: 'Qui vit ou séjourne ensemble, et depuis quel jour. Chaque personne garde son propre dossier et son propre consentement.',
    none: 'Aucun ménage n’est consigné pour cette personne.', now: 'Ensemble maintenant', before: 'Auparavant', name: 'Nom', relation: 'Lien', from: 'Depuis', to: 'Jusqu’au', self: 'ce dossier', change: 'Modifier', leaves: 'N’en fait plus partie', unnamed: 'Personne anonyme',
    relations: { head: 'Responsable du ménage', partner: 'Conjointe ou conjoint', child: 'Enfant', parent: 'Parent', other: 'Autre personne' },
    unseen: 'Les personnes dont le dossier vous est fermé ne figurent pas ici.',
    own: 'Cette personne est', ownHint: 'Au moment de former le ménage', add: 'Ajouter une personne', addLead: 'Choisissez quelqu’un que vous avez déjà inscrit, ou inscrivez quelqu’un ici.', known: 'Quelqu’un de déjà inscrit', knownHint: 'Seulement des personnes de votre organisme avec qui vous travaillez', fresh: 'Ou quelqu’un de nouveau', since: 'Ensemble depuis', dateHint: 'Année, mois et jour, par exemple 2019-05-31', optional: ' (facultatif)', save: 'Ajouter au ménage', begin: 'Former un ménage',
    given: 'Prénom', family: 'Nom de famille', birth: 'Date de naissance',
    refused: { member: 'Cette personne fait déjà partie d’un ménage. Mettez d’abord fin à cette appartenance', head: 'Le ménage a déjà une ou un responsable', day: 'Indiquez un jour jusqu’à aujourd’hui', refused: 'Cette personne ne peut pas être ajoutée ici' },
    noRelation: 'Choisissez le lien de la personne', noPerson: 'Choisissez quelqu’un, ou donnez le prénom et le nom', both: 'Choisissez quelqu’un ou inscrivez quelqu’un, pas les deux', badDay: 'Indiquez un jour jusqu’à aujourd’hui, par exemple 2019-05-31', badBirth: 'Indiquez un jour jusqu’à aujourd’hui, ou laissez vide', tooLong: (limit) => `Au plus ${limit} caractères`,
    enter: 'Inscrire un ménage', enterLead: 'Un seul récit pour tout le monde : qui ils sont, où ils séjournent et ce qu’il leur faut maintenant. Laissez vides les lignes inutiles. Rien n’est communiqué avant que chaque personne n’y consente.',
    person: (place) => `Personne ${place}`, personHint: 'La première personne est celle à qui vous parlez', language: 'Préfèrent être servis en', en: 'Anglais', fr: 'Français',
    whereTitle: 'Où ils séjournent', whereHint: 'Le même séjour est consigné pour chaque personne', needs: 'Ce qu’il leur faut maintenant', needsHint: 'Va dans la section logement de la première personne. Rien sur la santé ici', needsHead: 'Ce qu’il faut au ménage maintenant', save2: 'Inscrire le ménage',
    noFirst: 'Donnez le prénom et le nom de la première personne', halfName: 'Donnez le prénom et le nom, ou laissez la ligne vide', oneHead: 'Une seule personne peut être responsable', noStay: 'Choisissez où, ou laissez le jour vide',
    asked: (name) => `${name} : serait-ce l’une de ces personnes?`, askedLead: 'Rien n’est encore enregistré, et rien de ce que vous avez saisi n’est perdu.', choose: 'De qui s’agit-il', isNew: 'Une nouvelle personne', useRecord: (name, born) => `${name}${born ? `, date de naissance : ${born}` : ''}`, elsewhere: 'Un dossier qui correspond se trouve dans un organisme dont les dossiers vous sont fermés.',
    allOf: 'Aussi pour', allOfHint: 'Le même séjour est consigné pour chaque personne choisie', done: 'Ensuite, pour chaque personne', consent: 'Consigner son consentement', needsForm: 'Évaluer les besoins', record: 'Ouvrir le dossier', stays: 'Séjours',
    line: (names) => `Ménage : ${names}`, headMark: (name) => `${name} (responsable)`, back: 'Retour au dossier',
  },
};
