import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Services and room', lead: 'Which services have room, and how old that news is. Your organisation’s own services come first: a press on a button keeps them true.',
  own: 'Services of your organisation', others: 'All other services', none: 'Your organisation keeps no service in the directory.', empty: 'The directory holds no service yet.',
  service: 'Service', organization: 'Organisation', room: 'Room', checked: 'Last check', update: 'Update', edit: 'Change', places: (n: number) => (n === 1 ? '1 place' : `${n} places`), asOf: (date: string) => `as of ${date}`, noRoom: 'Not said',
  checkedToday: 'Checked today', setCapacity: 'Room now', old: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`), never: 'never', noReferrals: 'Takes no referrals',
  counts: (n: number) => (n === 1 ? '1 service' : `${n} services`),
  editTitle: (name: string) => `Change: ${name}`, saved: 'Saving counts as a check of today.', nameEn: 'Name in English', nameFr: 'Name in French', descriptionEn: 'Description in English', descriptionFr: 'Description in French',
  howEn: 'How it begins, in English', howFr: 'How it begins, in French', eligibilityEn: 'Whom it is for, in English', eligibilityFr: 'Whom it is for, in French', optional: ' (optional)', status: 'State',
  referrals: 'Partners may refer people here', yes: 'Yes', phone: 'Telephone', minimumAge: 'From which age', maximumAge: 'Up to which age', ageHint: 'In years; empty for no limit', hours: 'Hours of a usual week', hoursHint: 'Such as 09:00 and 17:00; empty where it is closed. A closing time before the opening time is on the next day; 00:00 to 00:00 is day and night.',
  from: 'from', to: 'to', hoursKept: 'The hours of this entry are more than one span a day. They stay as they are; change them in the feed that they come from.', save: 'Save',
  missing: 'Write something here', tooLong: (limit: number) => `Up to ${limit.toLocaleString('en-CA')} characters`, noStatus: 'Choose a state', badAge: 'Write an age in years, from 0 to 120, or nothing', agesTurned: 'The last age comes before the first one',
  both: 'Write it in both languages, or in neither', badHours: 'Write both times as 09:00, or leave both empty', badPhone: 'Write a telephone number of up to 40 characters', noCode: 'Choose how much room there is',
};
export const boardWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Services et places', lead: 'Quels services ont de la place, et de quand date cette information. Les services de votre organisme viennent d’abord : un bouton suffit pour les tenir à jour.',
    own: 'Services de votre organisme', others: 'Tous les autres services', none: 'Votre organisme ne tient aucun service dans le répertoire.', empty: 'Le répertoire ne contient encore aucun service.',
    service: 'Service', organization: 'Organisme', room: 'Places', checked: 'Dernière vérification', update: 'Mettre à jour', edit: 'Modifier', places: (n) => (n < 2 ? `${n} place` : `${n} places`), asOf: (date) => `au ${date}`, noRoom: 'Non indiqué',
    checkedToday: 'Vérifié aujourd’hui', setCapacity: 'Places en ce moment', old: (days) => (days === 0 ? 'aujourd’hui' : days === 1 ? 'il y a 1 jour' : `il y a ${days} jours`), never: 'jamais', noReferrals: 'N’accepte pas d’aiguillages',
    counts: (n) => (n < 2 ? `${n} service` : `${n} services`),
    editTitle: (name) => `Modifier : ${name}`, saved: 'L’enregistrement compte comme une vérification d’aujourd’hui.', nameEn: 'Nom en anglais', nameFr: 'Nom en français', descriptionEn: 'Description en anglais', descriptionFr: 'Description en français',
    howEn: 'Comment commencer, en anglais', howFr: 'Comment commencer, en français', eligibilityEn: 'À qui cela s’adresse, en anglais', eligibilityFr: 'À qui cela s’adresse, en français', optional: ' (facultatif)', status: 'État',
    referrals: 'Les partenaires peuvent y diriger des personnes', yes: 'Oui', phone: 'Téléphone', minimumAge: 'À partir de quel âge', maximumAge: 'Jusqu’à quel âge', ageHint: 'En années; vide s’il n’y a pas de limite', hours: 'Heures d’une semaine ordinaire', hoursHint: 'Par exemple 09:00 et 17:00; vide les jours de fermeture. Une heure de fermeture avant l’ouverture est celle du lendemain; de 00:00 à 00:00 veut dire jour et nuit.',
    from: 'de', to: 'à', hoursKept: 'Cette fiche a plus d’une plage d’heures par jour. Elles restent telles quelles; modifiez-les dans la source dont elles viennent.', save: 'Enregistrer',
    missing: 'Écrivez quelque chose ici', tooLong: (limit) => `Au plus ${limit.toLocaleString('fr-CA')} caractères`, noStatus: 'Choisissez un état', badAge: 'Écrivez un âge en années, de 0 à 120, ou rien', agesTurned: 'Le dernier âge vient avant le premier',
    both: 'Écrivez-le dans les deux langues, ou dans aucune', badHours: 'Écrivez les deux heures comme 09:00, ou laissez les deux vides', badPhone: 'Écrivez un numéro de téléphone d’au plus 40 caractères', noCode: 'Choisissez s’il y a de la place',
  },
};
