import type { Words } from '#app/platform/language/language.ts';

const en = {
  owed: (title: string) => `Report on “${title}”`, toAnswer: (title: string) => `Answer to the report on “${title}”`, office: 'The fund', recipient: 'The organisation',
  reports: 'Reports', stage: (n: number, kind: 'interim' | 'final' | 'follow-up') => (kind === 'interim' ? `Report of year ${n}` : kind === 'final' ? 'Final report' : 'Follow-up report'), due: 'Due', state: 'State',
  states: { due: 'Not sent yet', sent: 'Sent, waits for an answer', asked: 'Something was asked', accepted: 'Accepted', refused: 'Refused' }, late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  spent: 'Spent of the grant since its beginning', people: 'People served since its beginning', noNames: 'Write nothing that tells who somebody is.',
  send: 'Send the report', sendTitle: (stage: string) => `Send: ${stage}`, badMoney: 'Give an amount in dollars, such as 12,400 or 12400.50', more: (grant: string) => `This is more than the grant of ${grant}`, badPeople: 'Give a whole number',
  answer: 'Answer', answers: { accepted: 'Accept it', asked: 'Ask for something', refused: 'Refuse it' }, answerText: 'What the organisation is told', noAnswer: 'Choose an answer', noText: 'Write what is asked or why, in 2,000 characters or fewer', give: 'Give the answer',
  typeIn: (stage: string) => `Type in: ${stage}`, typeInLead: 'This grant came from the reserve, without an application and so without a code. What the organisation sends on paper or by mail is typed in here; the audit says by whom.',
  said: 'Answer of the fund', grant: 'Your grant', number: 'Number', amount: 'Amount', instalments: 'Instalments', instalment: (n: number) => `Instalment ${n}`, conditions: { agreement: 'when the agreement is signed', report: 'when the report is accepted' }, paid: (on: string) => `paid on ${on}`, handed: 'with the finance department', waits: 'waits',
  reminder: 'A report is due', reminderText: (a: { name: string; title: string; due: string; url: string }) => `${a.name},\n\nThe report on “${a.title}” is due on ${a.due}. Send it with your code: ${a.url}`,
  answered: 'Your report has an answer', answeredText: (a: { name: string; title: string; state: string; text: string; url: string }) => `${a.name},\n\nThe report on “${a.title}”: ${a.state}.\n${a.text}\n\nYour code opens it: ${a.url}`,
};
export const reportWords: Words<typeof en> = {
  en,
  fr: {
    owed: (title) => `Rapport sur «\u00a0${title}\u00a0»`, toAnswer: (title) => `Réponse au rapport sur «\u00a0${title}\u00a0»`, office: 'Le fonds', recipient: 'L’organisme',
    reports: 'Rapports', stage: (n, kind) => (kind === 'interim' ? `Rapport de l’année ${n}` : kind === 'final' ? 'Rapport final' : 'Rapport de suivi'), due: 'Échéance', state: 'État',
    states: { due: 'Pas encore envoyé', sent: 'Envoyé, attend une réponse', asked: 'Une question a été posée', accepted: 'Accepté', refused: 'Refusé' }, late: (days) => (days === 1 ? '1 jour de retard' : `${days} jours de retard`),
    spent: 'Dépensé de la subvention depuis le début', people: 'Personnes servies depuis le début', noNames: 'N’écrivez rien qui dise qui est quelqu’un.',
    send: 'Envoyer le rapport', sendTitle: (stage) => `Envoyer\u00a0: ${stage}`, badMoney: 'Indiquez une somme en dollars, par exemple 12 400 ou 12400,50', more: (grant) => `C’est plus que la subvention de ${grant}`, badPeople: 'Indiquez un nombre entier',
    answer: 'Réponse', answers: { accepted: 'L’accepter', asked: 'Demander quelque chose', refused: 'Le refuser' }, answerText: 'Ce qui est dit à l’organisme', noAnswer: 'Choisissez une réponse', noText: 'Écrivez ce qui est demandé ou pourquoi, en au plus 2 000 caractères', give: 'Donner la réponse',
    typeIn: (stage) => `Saisir\u00a0: ${stage}`, typeInLead: 'Cette subvention vient de la réserve, sans demande et donc sans code. Ce que l’organisme envoie sur papier ou par courriel est saisi ici; le journal dit par qui.',
    said: 'Réponse du fonds', grant: 'Votre subvention', number: 'Numéro', amount: 'Somme', instalments: 'Versements', instalment: (n) => `Versement ${n}`, conditions: { agreement: 'à la signature de l’entente', report: 'quand le rapport est accepté' }, paid: (on) => `versé le ${on}`, handed: 'aux finances', waits: 'en attente',
    reminder: 'Un rapport est à remettre', reminderText: (a) => `${a.name},\n\nLe rapport sur «\u00a0${a.title}\u00a0» est à remettre le ${a.due}. Envoyez-le avec votre code\u00a0: ${a.url}`,
    answered: 'Votre rapport a une réponse', answeredText: (a) => `${a.name},\n\nLe rapport sur «\u00a0${a.title}\u00a0»\u00a0: ${a.state}.\n${a.text}\n\nVotre code l’ouvre\u00a0: ${a.url}`,
  },
};
