/** What the definitions are called, in both languages. */
export const words = {
  en: {
    reachingHome: 'Chronic homelessness (Reaching Home): homeless now, and for 180 days of the last 365 or 546 days of the last 1,095',
    shelterMonthsOrInstances: 'Chronic homelessness (local usage of 2019): six months in a row in emergency shelter, or three times in a calendar year',
  },
  fr: {
    reachingHome: 'Itinérance chronique (Vers un chez-soi) : personne actuellement en situation d’itinérance, et ce depuis 180 des 365 derniers jours ou 546 des 1 095 derniers jours',
    shelterMonthsOrInstances: 'Itinérance chronique (usage local de 2019) : six mois de suite en refuge d’urgence, ou trois séjours dans une même année civile',
  },
} as const satisfies Record<'en' | 'fr', Record<'reachingHome' | 'shelterMonthsOrInstances', string>>;
