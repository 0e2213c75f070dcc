import type { Words } from '#app/platform/language/language.ts';
import type { Term } from '#app/modules/commitment/index.ts';
import type { ReleasedStep } from './release.ts';

const steps: Readonly<Record<ReleasedStep, string>> = { sent: 'People referred', 'in-time': 'Answered in the agreed time', late: 'Not answered in time', answered: 'Answered', accepted: 'Accepted', served: 'First service' };
const en = {
  title: 'Service levels', lead: 'How soon receivers answer referrals, beside the time that was agreed. Waiting for information from the sender does not count against them.', agreed: (look: string, answer: string) => `Agreed: opened within ${look}, answered within ${answer}. An answer is a yes, a place on a waiting list or a no.`,
  term: ({ unit, count }: Term) => `${count} ${{ hours: 'hour', days: 'day', 'working-days': 'working day', months: 'month' }[unit]}${count === 1 ? '' : 's'}`,
  own: 'Your organisation', ownLead: 'Exact: the referrals that your organisation sent or received in these days.', all: 'All receivers', received: 'received here', receiver: 'Receiver', sent: 'Sent', seen: 'Opened in time', inTime: 'Answered in time', late: 'Not in time', open: 'Still has time', ofDue: (within: string, due: string, share: string) => `${within} of ${due} (${share})`,
  toAnswer: 'Half answered within', toAccept: 'Half accepted within', toService: 'Half served within', unlisted: 'A receiver that is not listed any more',
  everybody: 'Across all organisations', everybodyLead: (quarter: string) => `${quarter}. People are rounded to five, and what rests on fewer than ten is not shown. Once filed, a quarter does not change.`, noneReleased: 'Nothing stands here yet. A quarter is filed a month after its end, where receivers had enough referrals.',
  steps, quarter: (number: string, year: string) => `${({ 1: 'First', 2: 'Second', 3: 'Third', 4: 'Fourth' } as Record<string, string>)[number] ?? number} quarter of ${year}`, few: 'too few', within: (days: string) => `half within ${days}`, cube: 'Service levels of referrals, by receiver',
};
export const serviceLevelWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Niveaux de service', lead: 'En combien de temps les destinataires répondent aux aiguillages, à côté du délai convenu. L’attente d’un renseignement de l’expéditeur ne compte pas contre eux.', agreed: (look, answer) => `Convenu : ouverture en ${look}, réponse en ${answer}. Une réponse est un oui, une place sur une liste d’attente ou un non.`,
    term: ({ unit, count }) => `${count}\u00a0${{ hours: 'heure', days: 'jour', 'working-days': 'jour', months: 'mois' }[unit]}${count < 2 || unit === 'months' ? '' : 's'}${unit === 'working-days' ? (count < 2 ? ' ouvrable' : ' ouvrables') : ''}`,
    own: 'Votre organisme', ownLead: 'Chiffres exacts : les aiguillages que votre organisme a envoyés ou reçus ces jours-là.', all: 'Tous les destinataires', received: 'reçus ici', receiver: 'Destinataire', sent: 'Envoyés', seen: 'Ouverts à temps', inTime: 'Répondus à temps', late: 'Hors délai', open: 'Délai non écoulé', ofDue: (within, due, share) => `${within} sur ${due} (${share})`,
    toAnswer: 'La moitié répondus en', toAccept: 'La moitié acceptés en', toService: 'La moitié servis en', unlisted: 'Un destinataire qui n’est plus répertorié',
    everybody: 'Tous les organismes', everybodyLead: (quarter) => `${quarter}. Les nombres de personnes sont arrondis à cinq, et ce qui repose sur moins de dix n’est pas montré. Une fois déposé, un trimestre ne change plus.`, noneReleased: 'Il n’y a encore rien ici. Un trimestre est déposé un mois après sa fin, là où les destinataires ont reçu assez d’aiguillages.',
    steps: { sent: 'Personnes aiguillées', 'in-time': 'Réponse dans le délai convenu', late: 'Sans réponse à temps', answered: 'Réponse', accepted: 'Acceptation', served: 'Premier service' },
    quarter: (number, year) => `${({ 1: 'Premier', 2: 'Deuxième', 3: 'Troisième', 4: 'Quatrième' } as Record<string, string>)[number] ?? number} trimestre de ${year}`, few: 'trop peu', within: (days) => `la moitié en ${days}`, cube: 'Niveaux de service des aiguillages, selon le destinataire',
  },
};
