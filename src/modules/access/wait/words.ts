import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'How long people wait', lead: 'Measured from the referrals that your organisation sent or received, not estimated. Every share is out of all that were sent, also out of those that nobody answered.', from: 'Sent from', to: 'Sent until', dayHint: 'Such as 2020-06-03', show: 'Show', badPeriod: 'Give two days, the first not after the second',
  sentCount: (count: string) => `Sent: ${count}`, none: 'No referral was sent in these days.', measure: 'What', value: 'Number', share: 'Of all sent', sent: 'Sent', seen: 'Seen by the receiver', accepted: 'Accepted', served: 'Had a first service', noRoom: 'Declined for want of room', met: 'Need met', partlyMet: 'Need partly met',
  closed: (days: number) => `Loop closed within ${days} days`, times: 'Days that it takes', step: 'From sending until', count: 'Referrals', median: 'Half of them within', p90: 'Nine in ten within', toSeen: 'It is seen', toAccept: 'It is accepted', toService: 'The first service',
  paused: (days: string) => `Time in which a receiver waited for information is not in these days: ${days} in all.`, noShow: (missed: number, made: number, share: string) => `Appointments missed: ${missed} of ${made} (${share}).`, noAppointments: 'No appointment was made.', percent: (value: number) => `${value}%`, unknown: 'Not known', days: (value: string) => `${value} ${value === '1' ? 'day' : 'days'}`,
  services: 'By service', service: 'Service', medianWait: 'Half served within', back: 'Referrals',
};
export const waitWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Combien de temps les gens attendent', lead: 'Mesuré à partir des aiguillages que votre organisme a envoyés ou reçus, et non estimé. Chaque part se rapporte à tous ceux qui ont été envoyés, même restés sans réponse.', from: 'Envoyés à partir du', to: 'Envoyés jusqu’au', dayHint: 'Par exemple 2020-06-03', show: 'Afficher', badPeriod: 'Indiquez deux jours, le premier n’étant pas après le second',
    sentCount: (count) => `Envoyés : ${count}`, none: 'Aucun aiguillage n’a été envoyé ces jours-là.', measure: 'Quoi', value: 'Nombre', share: 'De tous les envois', sent: 'Envoyés', seen: 'Vus par le destinataire', accepted: 'Acceptés', served: 'Premier service reçu', noRoom: 'Refusés faute de place', met: 'Besoin comblé', partlyMet: 'Besoin comblé en partie',
    closed: (days) => `Boucle bouclée en ${days} jours`, times: 'Nombre de jours', step: 'De l’envoi jusqu’à ce que', count: 'Aiguillages', median: 'La moitié en', p90: 'Neuf sur dix en', toSeen: 'L’aiguillage soit vu', toAccept: 'L’aiguillage soit accepté', toService: 'Le premier service ait lieu',
    paused: (days) => `Le temps où un destinataire attendait un renseignement n’y est pas compté : ${days} en tout.`, noShow: (missed, made, share) => `Rendez-vous manqués : ${missed} sur ${made} (${share}).`, noAppointments: 'Aucun rendez-vous n’a été fixé.', percent: (value) => `${value}\u00a0%`, unknown: 'Inconnu', days: (value) => `${value}\u00a0${Number.parseFloat(value) < 2 ? 'jour' : 'jours'}`,
    services: 'Par service', service: 'Service', medianWait: 'La moitié servie en', back: 'Aiguillages',
  },
};
