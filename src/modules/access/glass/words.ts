import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Break the glass', lead: 'Only where the law permits it and somebody’s safety cannot wait. You read one record for at most an hour. The privacy officers and the organisation that holds the record hear of it at once, and somebody else reviews it.',
  record: 'Record number', ground: 'Ground', grounds: { 'serious-bodily-harm': 'To reduce a significant risk of serious bodily harm', 'child-in-need': 'A child may be in need of protection', 'emergency-care': 'Emergency care, and nobody can be asked' },
  reason: 'Reason', reasonHint: 'At least ten letters. The reviewer reads it.', minutes: 'For how many minutes', open: 'Break the glass',
  noRecord: 'Write the record number as it was given to you', noGround: 'Choose a ground', noReason: 'Write the reason, in ten to 1,000 letters', noMinutes: 'Give 1 to 60 minutes', refused: 'Refused. Sign in again with your second factor, not longer than 15 minutes ago; if it stays refused, call the privacy officer.',
  review: 'Break-glass review', reviewLead: 'Each opening is judged by somebody who did not make it, within two working days.', none: 'There is nothing to review.', judge: 'Was it justified?', justified: 'Justified', 'not-justified': 'Not justified', save: 'Save', noOutcome: 'Choose one', own: 'You opened it yourself: another privacy officer reviews it.', looks: 'Who has looked at this record',
  owed: 'Review a break-glass', owedTo: 'The person whose record was opened',
  mailSubject: 'A record was opened by break-glass', mailReview: 'Review',
  mailText: (ground: string, label: string, url: string) => `A record was opened by break-glass just now. Ground given: ${ground}.\n\n${label}: ${url}\n\nThis mail names no person.`,
};
export const glassWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Accès d’exception', lead: 'Seulement lorsque la loi le permet et que la sécurité de quelqu’un ne peut attendre. Vous lisez un seul dossier, une heure au plus. Les responsables de la protection de la vie privée et l’organisme qui tient le dossier en sont avisés aussitôt, et une autre personne examine l’accès.',
    record: 'Numéro de dossier', ground: 'Motif', grounds: { 'serious-bodily-harm': 'Réduire un risque important de blessure grave', 'child-in-need': 'Un enfant peut avoir besoin de protection', 'emergency-care': 'Soins d’urgence, sans que personne puisse être consulté' },
    reason: 'Raison', reasonHint: 'Au moins dix lettres. La personne qui examine l’accès la lira.', minutes: 'Pendant combien de minutes', open: 'Ouvrir le dossier',
    noRecord: 'Écrivez le numéro de dossier tel qu’il vous a été donné', noGround: 'Choisissez un motif', noReason: 'Écrivez la raison, en dix à 1 000 lettres', noMinutes: 'Indiquez de 1 à 60 minutes', refused: 'Refusé. Ouvrez une nouvelle session avec votre second facteur, depuis 15 minutes au plus; si le refus persiste, appelez la personne responsable de la protection de la vie privée.',
    review: 'Examen des accès d’exception', reviewLead: 'Chaque accès est jugé par une autre personne, dans les deux jours ouvrables.', none: 'Il n’y a rien à examiner.', judge: 'L’accès était-il justifié?', justified: 'Justifié', 'not-justified': 'Non justifié', save: 'Enregistrer', noOutcome: 'Choisissez une réponse', own: 'Vous l’avez ouvert vous-même : une autre personne responsable de la protection de la vie privée l’examine.', looks: 'Qui a consulté ce dossier',
    owed: 'Examiner un accès d’exception', owedTo: 'La personne dont le dossier a été ouvert',
    mailSubject: 'Un dossier a été ouvert par accès d’exception', mailReview: 'Examen',
    mailText: (ground, label, url) => `Un dossier vient d’être ouvert par accès d’exception. Motif donné : ${ground}.\n\n${label} : ${url}\n\nCe courriel ne nomme personne.`,
  },
};
