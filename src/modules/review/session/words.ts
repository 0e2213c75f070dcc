import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Case review',
  lead: 'Outside experts check how reports of sexual assault were classified. Nothing here says who anybody is: a file is a pseudonym that means nothing outside its session.',
  none: 'No session is planned.',
  plan: 'Plan a session',
  caption: 'Sessions, the next one first',
  header: ['When', 'Files of', 'Place', 'State'],
  states: { planned: 'Waits for the counts of the police', drawn: 'Drawn, not open yet', open: 'Open now', closed: 'Closed' } as Readonly<Record<string, string>>,
  period: (from: string, until: string) => `${from} to ${until}`,
  when: (day: string, from: string, until: string) => `${day}, ${from} to ${until}`,
  periodFrom: 'First day of the period', periodUntil: 'Last day of the period',
  periodHint: 'Reports that were closed without a charge in this time. Year, month and day, such as 2019-03-31.',
  day: 'Day of the session', opens: 'Opens at', closes: 'Closes at',
  timeHint: 'Such as 09:00. Files can be read in these hours only; the database closes them after.',
  place: 'Place',
  placeHint: 'A room, such as “Training room, headquarters”. No name.',
  sample: 'Other files to draw',
  sampleHint: 'Every unfounded file is reviewed. This many more are drawn at random from all other clearance codes.',
  save: 'Plan the session',
  errors: {
    day: 'Write a day such as 2019-06-18', time: 'Write a time such as 09:00', order: 'The last day comes before the first', past: 'The session must begin later than now',
    hours: 'A session lasts from one minute to 14 hours', place: 'Write the place', long: 'Up to 100 characters', sample: 'Write a whole number from 0 to 500', closed: 'The period must be over before the session',
  },
};

export const sessionWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Examen de dossiers',
    lead: 'Des spécialistes de l’extérieur vérifient le classement des signalements d’agression sexuelle. Rien ici ne dit qui est qui : un dossier est un pseudonyme sans signification hors de sa séance.',
    none: 'Aucune séance n’est prévue.',
    plan: 'Prévoir une séance',
    caption: 'Séances, la prochaine en premier',
    header: ['Quand', 'Dossiers', 'Lieu', 'État'],
    states: { planned: 'Attend les nombres de la police', drawn: 'Tirage fait, pas encore ouverte', open: 'Ouverte maintenant', closed: 'Close' },
    period: (from, until) => `du ${from} au ${until}`,
    when: (day, from, until) => `${day}, de ${from} à ${until}`,
    periodFrom: 'Premier jour de la période', periodUntil: 'Dernier jour de la période',
    periodHint: 'Signalements fermés sans accusation pendant ce temps. Année, mois et jour, par exemple 2019-03-31.',
    day: 'Jour de la séance', opens: 'Ouvre à', closes: 'Ferme à',
    timeHint: 'Par exemple 09:00. Les dossiers se lisent seulement à ces heures; la base de données les ferme ensuite.',
    place: 'Lieu',
    placeHint: 'Une salle, par exemple « Salle de formation, quartier général ». Aucun nom.',
    sample: 'Autres dossiers à tirer',
    sampleHint: 'Tous les dossiers non fondés sont examinés. Ce nombre s’y ajoute, tiré au hasard parmi tous les autres codes de classement.',
    save: 'Prévoir la séance',
    errors: {
      day: 'Écrivez un jour, par exemple 2019-06-18', time: 'Écrivez une heure, par exemple 09:00', order: 'Le dernier jour précède le premier', past: 'La séance doit commencer plus tard que maintenant',
      hours: 'Une séance dure d’une minute à 14 heures', place: 'Écrivez le lieu', long: 'Au plus 100 caractères', sample: 'Écrivez un nombre entier de 0 à 500', closed: 'La période doit être terminée avant la séance',
    },
  },
};
