import type { Words } from '#app/platform/language/language.ts';
import type { State } from '../referral/rules.ts';

type Plain = { readonly now: string; readonly next: string };
type Facts = { readonly organization: string; readonly from: string };
const en = {
  title: 'Follow your referral', lead: 'Type the code that you got from the person who helps you. It shows where your referral stands.', code: 'Code', codeHint: 'Ten letters and numbers, such as ABCDE-FGHJK', show: 'Show', wrong: 'There is nothing under this code. Check the letters, or ask the person who gave it to you for a new one.',
  yours: 'Your referral', holds: 'Who holds it', next: 'What comes next', service: 'Service', since: (day: string) => `Sent on ${day}`, seen: (day: string) => `They opened it on ${day}`, appointment: 'Your appointment', first: (day: string) => `The service began on ${day}`, phone: 'Phone',
  paused: 'They have asked for more information. The person who helps you is to answer.', stopped: 'Your consent to share with them is not in force. They see nothing about you.',
  withdrawTitle: 'You can change your mind', withdrawLead: 'Withdrawing takes effect at once: they see nothing about you from then on. It never takes other help away from you.', withdraw: 'Withdraw my referral', sure: 'Yes, withdraw it', sureTitle: 'Withdraw your referral?', back: 'No, go back', withdrawn: 'You have withdrawn. Nothing is shared from now on.',
  askTitle: 'Did help come?', ask: 'Did you get the help that you needed?', answer: 'Send my answer', noAnswer: 'Choose an answer', thanks: 'Thank you. Your answer helps to see what works.', answered: 'You answered', answers: { yes: 'Yes', partly: 'Partly', no: 'No' }, talk: 'If it did not help, tell the person who helps you. Another service can be asked.',
  changed: 'This has changed in the meantime. See where it stands now.',
  plain: {
    draft: ({ from }: Facts): Plain => ({ now: from, next: 'It has not been sent yet.' }), sent: ({ organization, from }: Facts): Plain => ({ now: organization, next: `${organization} is to answer within a few days. If they do not, ${from} is told.` }),
    accepted: ({ organization }: Facts): Plain => ({ now: organization, next: 'They said yes and will get in touch with you.' }), waitlisted: ({ organization }: Facts): Plain => ({ now: organization, next: 'You are on their waiting list. They look at it again every month.' }),
    scheduled: ({ organization }: Facts): Plain => ({ now: organization, next: 'Go to your appointment. If you cannot, call them; it can be moved.' }), attended: ({ organization }: Facts): Plain => ({ now: organization, next: 'You were there. They tell you what comes next.' }),
    'no-show': ({ organization }: Facts): Plain => ({ now: organization, next: 'The appointment was missed. Call them for another one; you keep your place.' }), 'appointment-cancelled': ({ organization }: Facts): Plain => ({ now: organization, next: 'The appointment was cancelled. They give you another one.' }),
    'in-progress': ({ organization }: Facts): Plain => ({ now: organization, next: 'The service has begun.' }), 'cancel-requested': ({ organization }: Facts): Plain => ({ now: organization, next: 'Cancelling was asked for. They are to confirm it.' }),
    completed: ({ from }: Facts): Plain => ({ now: from, next: 'The service is finished.' }), failed: ({ from }: Facts): Plain => ({ now: from, next: `It did not work out. ${from} can ask another service with you.` }), declined: ({ from }: Facts): Plain => ({ now: from, next: `They could not take it on. ${from} looks for another service with you.` }),
    cancelled: ({ from }: Facts): Plain => ({ now: from, next: 'It was cancelled.' }), withdrawn: ({ from }: Facts): Plain => ({ now: from, next: 'You withdrew it. Nothing is shared any more.' }), expired: ({ from }: Facts): Plain => ({ now: from, next: `Nobody answered. ${from} looks for another service with you.` }),
    void: ({ from }: Facts): Plain => ({ now: from, next: 'It was entered by mistake and is closed.' }),
  } satisfies Readonly<Record<State, (facts: Facts) => Plain>>,
};
export const followWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Suivre votre aiguillage', lead: 'Entrez le code que vous a remis la personne qui vous aide. Vous verrez où en est votre aiguillage.', code: 'Code', codeHint: 'Dix lettres et chiffres, par exemple ABCDE-FGHJK', show: 'Afficher', wrong: 'Rien ne correspond à ce code. Vérifiez les lettres, ou demandez-en un nouveau à la personne qui vous l’a remis.',
    yours: 'Votre aiguillage', holds: 'Qui s’en occupe', next: 'La suite', service: 'Service', since: (day) => `Envoyé le ${day}`, seen: (day) => `L’organisme l’a ouvert le ${day}`, appointment: 'Votre rendez-vous', first: (day) => `Le service a commencé le ${day}`, phone: 'Téléphone',
    paused: 'L’organisme a demandé un renseignement. C’est à la personne qui vous aide d’y répondre.', stopped: 'Votre consentement à communiquer avec cet organisme n’est pas en vigueur. Il ne voit rien à votre sujet.',
    withdrawTitle: 'Vous pouvez changer d’avis', withdrawLead: 'Le retrait prend effet aussitôt : l’organisme ne voit plus rien à votre sujet. Il ne vous prive jamais d’une autre aide.', withdraw: 'Retirer mon aiguillage', sure: 'Oui, le retirer', sureTitle: 'Retirer votre aiguillage?', back: 'Non, revenir', withdrawn: 'Vous avez retiré votre aiguillage. Rien n’est communiqué à partir de maintenant.',
    askTitle: 'L’aide est-elle venue?', ask: 'Avez-vous reçu l’aide dont vous aviez besoin?', answer: 'Envoyer ma réponse', noAnswer: 'Choisissez une réponse', thanks: 'Merci. Votre réponse aide à voir ce qui fonctionne.', answered: 'Vous avez répondu', answers: { yes: 'Oui', partly: 'En partie', no: 'Non' }, talk: 'Si cela n’a pas aidé, dites-le à la personne qui vous accompagne. On peut s’adresser à un autre service.',
    changed: 'Quelque chose a changé entre-temps. Voyez où en est votre aiguillage.',
    plain: {
      draft: ({ from }) => ({ now: from, next: 'L’aiguillage n’est pas encore envoyé.' }), sent: ({ organization, from }) => ({ now: organization, next: `L’organisme ${organization} doit répondre d’ici quelques jours. Sinon, l’organisme ${from} en est avisé.` }),
      accepted: ({ organization }) => ({ now: organization, next: 'L’organisme a accepté et communiquera avec vous.' }), waitlisted: ({ organization }) => ({ now: organization, next: 'Vous êtes sur la liste d’attente. L’organisme la revoit chaque mois.' }),
      scheduled: ({ organization }) => ({ now: organization, next: 'Allez à votre rendez-vous. En cas d’empêchement, appelez : on peut le déplacer.' }), attended: ({ organization }) => ({ now: organization, next: 'Vous y étiez. L’organisme vous dira la suite.' }),
      'no-show': ({ organization }) => ({ now: organization, next: 'Le rendez-vous est manqué. Appelez pour en obtenir un autre; vous gardez votre place.' }), 'appointment-cancelled': ({ organization }) => ({ now: organization, next: 'Le rendez-vous est annulé. L’organisme vous en donnera un autre.' }),
      'in-progress': ({ organization }) => ({ now: organization, next: 'Le service a commencé.' }), 'cancel-requested': ({ organization }) => ({ now: organization, next: 'L’annulation est demandée. L’organisme doit la confirmer.' }),
      completed: ({ from }) => ({ now: from, next: 'Le service est terminé.' }), failed: ({ from }) => ({ now: from, next: `Cela n’a pas fonctionné. L’organisme ${from} peut s’adresser à un autre service avec vous.` }), declined: ({ from }) => ({ now: from, next: `L’organisme sollicité n’a pas pu vous accueillir. L’organisme ${from} cherche un autre service avec vous.` }),
      cancelled: ({ from }) => ({ now: from, next: 'L’aiguillage est annulé.' }), withdrawn: ({ from }) => ({ now: from, next: 'Vous l’avez retiré. Plus rien n’est communiqué.' }), expired: ({ from }) => ({ now: from, next: `Personne n’a répondu. L’organisme ${from} cherche un autre service avec vous.` }),
      void: ({ from }) => ({ now: from, next: 'L’aiguillage a été saisi par erreur; il est fermé.' }),
    },
  },
};
