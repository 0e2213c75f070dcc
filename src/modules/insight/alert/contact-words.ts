import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Who is told of an alert', lead: 'Desks of organisations that can act: hospitals, shelters, outreach, pharmacies, schools. Each confirms by a link before anything is sent to it.',
  caption: 'Contacts', header: ['Contact', 'E-mail', 'Language', 'State', ''], states: { waiting: 'Asked, not confirmed yet', confirmed: 'Confirmed', stopped: 'Stopped' },
  none: 'No contact yet.', add: 'Add a contact', name: 'Name of the desk', nameHint: 'Such as “Charge nurse, emergency department”; no name of a person', nameMissing: 'Write the name of the desk, 2 to 120 characters',
  email: 'E-mail address', emailWrong: 'Write an e-mail address, such as name@example.org', language: 'Language of the first part of the mail', languages: { en: 'English', fr: 'French' },
  save: 'Add and ask to confirm', added: 'Added. A mail asks the desk to confirm.', stop: 'Stop telling it', stopped: 'Stopped.', demonstration: '(made up)',
  ownTitle: 'Overdose alerts by e-mail', ownLead: (name: string) => `For: ${name}`, ownAsk: 'Do you want to be told by e-mail when an overdose alert is confirmed?', ownYes: 'Yes, tell us', ownNo: 'No, do not tell us',
  ownConfirmed: 'You are told of confirmed alerts.', ownStopped: 'You are not told of alerts.', ownWaiting: 'You have not confirmed yet; nothing is sent to you.',
};

export const contactWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Qui est averti d’une alerte', lead: 'Des bureaux d’organismes qui peuvent agir : hôpitaux, refuges, équipes d’approche, pharmacies, écoles. Chacun confirme par un lien avant que quoi que ce soit lui soit envoyé.',
    caption: 'Contacts', header: ['Contact', 'Courriel', 'Langue', 'État', ''], states: { waiting: 'Invité, pas encore confirmé', confirmed: 'Confirmé', stopped: 'Arrêté' },
    none: 'Aucun contact encore.', add: 'Ajouter un contact', name: 'Nom du bureau', nameHint: 'Par exemple « Infirmière-chef, urgence »; pas de nom de personne', nameMissing: 'Écrivez le nom du bureau, de 2 à 120 caractères',
    email: 'Adresse courriel', emailWrong: 'Écrivez une adresse courriel, par exemple nom@example.org', language: 'Langue de la première partie du courriel', languages: { en: 'anglais', fr: 'français' },
    save: 'Ajouter et demander de confirmer', added: 'Ajouté. Un courriel demande au bureau de confirmer.', stop: 'Cesser de l’avertir', stopped: 'Arrêté.', demonstration: '(inventé)',
    ownTitle: 'Alertes aux surdoses par courriel', ownLead: (name) => `Pour : ${name}`, ownAsk: 'Voulez-vous être avertis par courriel lorsqu’une alerte aux surdoses est confirmée?', ownYes: 'Oui, avertissez-nous', ownNo: 'Non, ne nous avertissez pas',
    ownConfirmed: 'Vous êtes avertis des alertes confirmées.', ownStopped: 'Vous n’êtes pas avertis des alertes.', ownWaiting: 'Vous n’avez pas encore confirmé; rien ne vous est envoyé.',
  },
};
