import type { Words } from '#app/platform/language/language.ts';
import type { Actor, HelpAnswer, State, Step } from './rules.ts';

type Names = { readonly states: Readonly<Record<State, string>>; readonly steps: Readonly<Record<Step, string>>; readonly actors: Readonly<Record<Actor, string>>; readonly reasons: Readonly<Record<string, string>>;
  readonly needs: Readonly<Record<string, string>>; readonly urgencies: Readonly<Record<'routine' | 'urgent', string>>; readonly capacities: Readonly<Record<string, string>>; readonly answers: Readonly<Record<HelpAnswer, string>> };

const en: Names = {
  states: {
    draft: 'Draft', sent: 'Sent', accepted: 'Accepted', waitlisted: 'On a waiting list', scheduled: 'Appointment made', attended: 'Came to the appointment', 'no-show': 'Did not come', 'appointment-cancelled': 'Appointment cancelled',
    'in-progress': 'Service under way', 'cancel-requested': 'Cancelling asked for', completed: 'Completed', failed: 'Did not work out', declined: 'Declined', cancelled: 'Cancelled', withdrawn: 'Withdrawn by the person', expired: 'Expired without an answer', void: 'Entered by mistake',
  },
  steps: {
    send: 'Send', see: 'Confirm that it was seen', 'request-info': 'Ask the sender for information', 'answer-info': 'Answer the question', accept: 'Accept', waitlist: 'Put on the waiting list', 'review-waitlist': 'Confirm: still on the waiting list', decline: 'Decline',
    'try-contact': 'Record an attempt to reach the person', schedule: 'Make or move an appointment', attend: 'The person came', miss: 'The person did not come', 'cancel-appointment': 'Cancel the appointment', start: 'Record the first service', complete: 'Complete with an outcome',
    fail: 'Close: it did not work out', cancel: 'Cancel', 'request-cancel': 'Ask the receiver to cancel', 'confirm-cancel': 'Confirm the cancelling', withdraw: 'The person withdraws', expire: 'Let it expire and try elsewhere', void: 'Mark as entered by mistake',
    'tell-sender': 'Sender told: no answer', 'stop-sharing': 'Sharing stopped: no consent in force', ask: 'The person was asked', 'answer-help': 'Record the person’s answer: did help come?',
  },
  actors: { sender: 'Sender', receiver: 'Receiver', person: 'The person', coordinator: 'Coordinator', system: 'Program' },
  reasons: {
    'how-to-reach': 'How to reach the person', eligibility: 'Whether the person is eligible', documents: 'Documents', 'what-is-needed': 'What exactly is needed',
    'no-capacity': 'No room', 'additional-assessment-required': 'Another assessment is needed first', 'not-eligible': 'The person is not eligible', 'outside-area': 'Outside the area', 'other-service-fits': 'Another service fits better', 'person-declined': 'The person does not want it',
    phone: 'By phone', text: 'By text message', email: 'By e-mail', visit: 'In person', post: 'By post', 'by-person': 'By the person', 'by-service': 'By the service',
    met: 'The need was met', 'partly-met': 'The need was partly met', 'not-met': 'The need was not met', unknown: 'Not known',
    'unable-to-contact': 'The person could not be reached', 'person-stopped': 'The person stopped', 'person-moved': 'The person moved away', 'service-ended': 'The service ended',
    'found-elsewhere': 'Help was found elsewhere', 'no-longer-needed': 'No longer needed', 'sent-by-mistake': 'Sent by mistake', 'wrong-person': 'Wrong person', 'wrong-service': 'Wrong service', duplicate: 'There are two of it', yes: 'Yes', partly: 'Partly', no: 'No',
  },
  needs: {
    housing: 'Housing', 'mental-health': 'Mental health', 'substance-use': 'Substance use', health: 'Health', income: 'Income and benefits', food: 'Food', family: 'Family and children', safety: 'Safety from violence', disability: 'Support with a disability',
    legal: 'Legal help', settlement: 'Settling in Canada', employment: 'Work and training', transport: 'Transportation', other: 'Something else',
  },
  urgencies: { routine: 'Routine', urgent: 'Urgent' },
  capacities: { capacity: 'Has room', 'no-capacity': 'No room', waitlist: 'Waiting list', 'additional-assessment-required': 'Another assessment first' },
  answers: { yes: 'Yes', partly: 'Partly', no: 'No' },
};
/** The names of states, steps, reasons and needs, for every page of a referral. */
export const stateWords: Words<Names> = {
  en,
  fr: {
    states: {
      draft: 'Ébauche', sent: 'Envoyé', accepted: 'Accepté', waitlisted: 'Sur une liste d’attente', scheduled: 'Rendez-vous fixé', attended: 'Présence au rendez-vous', 'no-show': 'Absence au rendez-vous', 'appointment-cancelled': 'Rendez-vous annulé',
      'in-progress': 'Service en cours', 'cancel-requested': 'Annulation demandée', completed: 'Terminé', failed: 'Sans succès', declined: 'Refusé', cancelled: 'Annulé', withdrawn: 'Retiré par la personne', expired: 'Échu sans réponse', void: 'Saisi par erreur',
    },
    steps: {
      send: 'Envoyer', see: 'Confirmer la réception', 'request-info': 'Demander un renseignement à l’expéditeur', 'answer-info': 'Répondre à la question', accept: 'Accepter', waitlist: 'Mettre sur la liste d’attente', 'review-waitlist': 'Confirmer : toujours sur la liste d’attente', decline: 'Refuser',
      'try-contact': 'Consigner une tentative de joindre la personne', schedule: 'Fixer ou déplacer un rendez-vous', attend: 'La personne est venue', miss: 'La personne n’est pas venue', 'cancel-appointment': 'Annuler le rendez-vous', start: 'Consigner le premier service', complete: 'Terminer avec un résultat',
      fail: 'Fermer : sans succès', cancel: 'Annuler', 'request-cancel': 'Demander au destinataire d’annuler', 'confirm-cancel': 'Confirmer l’annulation', withdraw: 'La personne se retire', expire: 'Laisser échoir et chercher ailleurs', void: 'Marquer comme saisi par erreur',
      'tell-sender': 'Expéditeur averti : aucune réponse', 'stop-sharing': 'Communication arrêtée : aucun consentement en vigueur', ask: 'La personne a été interrogée', 'answer-help': 'Consigner la réponse de la personne : l’aide est-elle venue?',
    },
    actors: { sender: 'Expéditeur', receiver: 'Destinataire', person: 'La personne', coordinator: 'Coordination', system: 'Programme' },
    reasons: {
      'how-to-reach': 'Comment joindre la personne', eligibility: 'Si la personne est admissible', documents: 'Des documents', 'what-is-needed': 'Ce qu’il faut au juste',
      'no-capacity': 'Pas de place', 'additional-assessment-required': 'Une autre évaluation est d’abord nécessaire', 'not-eligible': 'La personne n’est pas admissible', 'outside-area': 'Hors du territoire', 'other-service-fits': 'Un autre service convient mieux', 'person-declined': 'La personne n’en veut pas',
      phone: 'Par téléphone', text: 'Par message texte', email: 'Par courriel', visit: 'En personne', post: 'Par la poste', 'by-person': 'Par la personne', 'by-service': 'Par le service',
      met: 'Le besoin est comblé', 'partly-met': 'Le besoin est comblé en partie', 'not-met': 'Le besoin n’est pas comblé', unknown: 'Inconnu',
      'unable-to-contact': 'Impossible de joindre la personne', 'person-stopped': 'La personne a cessé', 'person-moved': 'La personne a déménagé', 'service-ended': 'Le service a pris fin',
      'found-elsewhere': 'Aide trouvée ailleurs', 'no-longer-needed': 'Plus nécessaire', 'sent-by-mistake': 'Envoyé par erreur', 'wrong-person': 'Mauvaise personne', 'wrong-service': 'Mauvais service', duplicate: 'Il y en a deux', yes: 'Oui', partly: 'En partie', no: 'Non',
    },
    needs: {
      housing: 'Logement', 'mental-health': 'Santé mentale', 'substance-use': 'Consommation de substances', health: 'Santé', income: 'Revenu et prestations', food: 'Alimentation', family: 'Famille et enfants', safety: 'Protection contre la violence', disability: 'Soutien lié à un handicap',
      legal: 'Aide juridique', settlement: 'Établissement au Canada', employment: 'Travail et formation', transport: 'Transport', other: 'Autre chose',
    },
    urgencies: { routine: 'Ordinaire', urgent: 'Urgent' },
    capacities: { capacity: 'Places libres', 'no-capacity': 'Pas de place', waitlist: 'Liste d’attente', 'additional-assessment-required': 'Autre évaluation d’abord' },
    answers: { yes: 'Oui', partly: 'En partie', no: 'Non' },
  },
};
