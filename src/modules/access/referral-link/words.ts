import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'A referral for your organisation', lead: 'Another organisation asks yours for help for somebody. What you open is recorded.', open: 'Open the referral', from: 'From', sent: 'Sent', before: 'For your organisation alone. It shows what the person agreed to, as long as she agrees.',
  gone: 'This link does not hold', goneLead: 'It was never made, has ended, was replaced by a newer one, or the referral is closed. Ask the organisation that sent it to you.', done: 'Your answer is recorded. The sender sees it.', ended: 'The referral is closed. Thank you. The link has ended with it.',
  answer: 'Your answer', stands: 'Where it stands', handoff: 'Phone call', appointment: 'Appointment', first: 'First service', noAccount: 'You need no account. Keep the link until the referral is closed.',
};
export const linkWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Un aiguillage pour votre organisme', lead: 'Un autre organisme demande l’aide du vôtre pour quelqu’un. Ce que vous ouvrez est consigné.', open: 'Ouvrir l’aiguillage', from: 'De', sent: 'Envoyé', before: 'Pour votre organisme seulement. On y voit ce que la personne a accepté, tant qu’elle l’accepte.',
    gone: 'Ce lien n’est pas valide', goneLead: 'Il n’a jamais été créé, il a pris fin, un plus récent le remplace, ou l’aiguillage est fermé. Demandez à l’organisme qui vous l’a envoyé.', done: 'Votre réponse est consignée. L’expéditeur la voit.', ended: 'L’aiguillage est fermé. Merci. Le lien a pris fin avec lui.',
    answer: 'Votre réponse', stands: 'Où en est-on', handoff: 'Appel téléphonique', appointment: 'Rendez-vous', first: 'Premier service', noAccount: 'Aucun compte n’est nécessaire. Gardez le lien jusqu’à la fermeture de l’aiguillage.',
  },
};
