import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'By-name lists', lead: 'Lists that your organisation keeps. One function says who is on a list; every page, count and export asks it.', noList: 'Your organisation keeps no list.',
  people: 'People', measures: 'Months', reading: 'Only people who agreed stand here, none whose record is closed to you. Opening this page is written down.',
  tally: (on: number, of: number) => `${on} on the list today, of ${of} who agreed`, stale: (count: number, days: number) => `${count} not heard of for more than ${days} days`, chronic: (count: number) => `${count} chronic`, households: (count: number) => `${count} ${count === 1 ? 'household' : 'households'} of more than one person`, refusals: (count: number) => `${count} counted this month without a name, because they refuse consent`,
  show: 'Show', shows: { list: 'On the list', stale: 'Not heard of for long', off: 'Agreed, not on the list' } as Readonly<Record<string, string>>,
  name: 'Name', since: 'State since', days: 'Days in a year', daysHint: 'of 365, of 1,095', heard: 'Last heard of', nobody: 'Nobody.', demonstration: 'made up', chronicMark: 'Chronic', never: 'never',
  refuse: 'Count somebody who refuses consent', refuseHint: 'One more person this month, without a name. Nothing about the person is kept.', count: 'Count',
  change: 'Change the state', stateLabel: 'New state', reasonLabel: 'Why', effective: 'From which day', dateHint: 'Year, month and day, such as 2019-05-31', note: 'Note', optional: ' (optional)', save: 'Save',
  changes: { active: 'Active', housed: 'Housed', inactive: 'Inactive: search without result', left: 'Left' } as Readonly<Record<string, string>>,
  reasons: { 'newly-identified': 'Newly identified', housed: 'Moved into housing', 'no-contact': 'No contact for longer than the list allows', 'criteria-lost': 'No longer meets the criteria', deceased: 'Has died', 'moved-away': 'Moved away', 'consent-lapsed': 'Consent has ended', 'returned-from-housing': 'Lost the housing', 'returned-from-inactive': 'Was found again', returned: 'Came back', merge: 'The same person as another', void: 'Entered by mistake' } as Readonly<Record<string, string>>,
  noState: 'Choose a state', noReason: 'Choose why', badDay: 'Give a day up to today', notPossible: 'The list knows no such change from the state of that day. Check the state, the reason and the day.', tooLong: 'Up to 500 characters',
  book: 'Like a cheque book', bookLead: 'Active at the end of the month is active at the end of the month before, and who came, less who went, and corrections. The last column must be 0.',
  month: 'Month', before: 'Before', inflow: 'Came', outflow: 'Went', corrections: 'Corrections', active: 'Active at the end', balance: 'Does not add up',
  flows: { newlyIdentified: 'new', returnedFromHousing: 'from housing', returnedFromInactive: 'found again', housed: 'housed', inactive: 'inactive', left: 'left' } as Readonly<Record<string, string>>,
  stated: 'What was stated before', statedLead: 'A month is stated on the tenth of the next and then never changed. News that came later stands here as a restatement.', firstStated: 'Stated on', now: 'Now', measure: 'Measure', was: 'Stated', is: 'Now', noRestatement: 'No later news changed a stated month.', noneStated: 'No month was stated yet.',
  small: 'These numbers are for those who keep the list. What is published goes through disclosure control.', back: 'Back to the list',
};
export const listWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Listes nominatives', lead: 'Les listes que tient votre organisme. Une seule fonction dit qui est sur une liste; chaque page, compte et exportation la consulte.', noList: 'Votre organisme ne tient aucune liste.',
    people: 'Personnes', measures: 'Mois', reading: 'Seules les personnes qui y ont consenti figurent ici, jamais celles dont le dossier vous est fermé. L’ouverture de cette page est consignée.',
    tally: (on, of) => `${on} sur la liste aujourd’hui, sur ${of} qui y ont consenti`, stale: (count, days) => `${count} sans nouvelles depuis plus de ${days} jours`, chronic: (count) => `${count} en itinérance chronique`, households: (count) => `${count} ${count === 1 ? 'ménage' : 'ménages'} de plus d’une personne`, refusals: (count) => `${count} comptées ce mois-ci sans nom, parce qu’elles refusent de consentir`,
    show: 'Afficher', shows: { list: 'Sur la liste', stale: 'Sans nouvelles depuis longtemps', off: 'Ont consenti, pas sur la liste' },
    name: 'Nom', since: 'État depuis', days: 'Jours dans l’année', daysHint: 'sur 365, sur 1 095', heard: 'Dernières nouvelles', nobody: 'Personne.', demonstration: 'inventée', chronicMark: 'Chronique', never: 'jamais',
    refuse: 'Compter quelqu’un qui refuse de consentir', refuseHint: 'Une personne de plus ce mois-ci, sans nom. Rien n’est gardé d’elle.', count: 'Compter',
    change: 'Changer l’état', stateLabel: 'Nouvel état', reasonLabel: 'Pourquoi', effective: 'À partir de quel jour', dateHint: 'Année, mois et jour, par exemple 2019-05-31', note: 'Note', optional: ' (facultatif)', save: 'Enregistrer',
    changes: { active: 'Active', housed: 'Logée', inactive: 'Inactive : recherchée sans résultat', left: 'Partie' },
    reasons: { 'newly-identified': 'Nouvellement repérée', housed: 'A emménagé dans un logement', 'no-contact': 'Aucun contact au-delà du délai de la liste', 'criteria-lost': 'Ne répond plus aux critères', deceased: 'Est décédée', 'moved-away': 'A quitté la région', 'consent-lapsed': 'Le consentement a pris fin', 'returned-from-housing': 'A perdu son logement', 'returned-from-inactive': 'A été retrouvée', returned: 'Est revenue', merge: 'La même personne qu’une autre', void: 'Saisie par erreur' },
    noState: 'Choisissez un état', noReason: 'Choisissez pourquoi', badDay: 'Indiquez un jour jusqu’à aujourd’hui', notPossible: 'La liste ne connaît pas ce changement à partir de l’état de ce jour-là. Vérifiez l’état, la raison et le jour.', tooLong: 'Au plus 500 caractères',
    book: 'Comme un carnet de chèques', bookLead: 'Les personnes actives à la fin du mois sont celles de la fin du mois précédent, plus les arrivées, moins les départs, plus les corrections. La dernière colonne doit être 0.',
    month: 'Mois', before: 'Avant', inflow: 'Arrivées', outflow: 'Départs', corrections: 'Corrections', active: 'Actives à la fin', balance: 'Écart',
    flows: { newlyIdentified: 'nouvelles', returnedFromHousing: 'après logement', returnedFromInactive: 'retrouvées', housed: 'logées', inactive: 'inactives', left: 'parties' },
    stated: 'Ce qui avait été annoncé', statedLead: 'Un mois est annoncé le dix du mois suivant, puis ne change plus. Les nouvelles arrivées ensuite figurent ici comme révisions.', firstStated: 'Annoncé le', now: 'Maintenant', measure: 'Mesure', was: 'Annoncé', is: 'Maintenant', noRestatement: 'Aucune nouvelle n’a modifié un mois annoncé.', noneStated: 'Aucun mois n’a encore été annoncé.',
    small: 'Ces nombres sont pour ceux qui tiennent la liste. Ce qui est publié passe par le contrôle de divulgation.', back: 'Retour à la liste',
  },
};
