import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'See what happens with your request', lead: 'With the code from the last page of the form. Nobody asks who you are.', code: 'Code', codeHint: 'Ten letters and digits, such as 7KM2P-XR4TD', look: 'Look',
  unknown: 'This code opens no request. Look at each letter again. If you took the request back, it is erased and the code with it.',
  looksBy: (day: string) => `We have your request. Somebody looks at it by ${day}.`, callsBy: (day: string) => `Somebody will get in touch by ${day}.`, late: 'We are late. Please call us if you do not want to wait.',
  noCall: 'Somebody has looked at your request. You asked us not to get in touch: call us, or come by, whenever you want.', inTouch: 'We are in touch about your request.', isClosed: 'This request is closed. You can ask again at any time.',
  happened: 'What happened', received: 'Received', lookedAt: 'Somebody looked at it', spoke: 'We reached you', closed: 'Closed', handedTo: (name: string) => `Handed to ${name}`, confirmed: 'They confirmed that they took over.', unconfirmed: 'They have not confirmed yet.', referred: 'With the code that you were given for it you see how it goes on.',
  attempt: { phone: 'We called', text: 'We sent a text message', email: 'We wrote an email', 'in-person': 'We came by', post: 'We wrote a letter' },
  reasons: { helped: 'Help has begun.', 'handed-over': 'Another service took over.', information: 'You got the information that you asked for.', 'unable-to-reach': 'We tried several times and did not reach you. Ask again whenever you want.', 'not-wanted': 'You did not want help any more.', duplicate: 'You asked twice; the other request goes on.', other: 'Call us if you want to know why.' },
  runBy: (agency: string) => `The access point is run by ${agency}.`,
  withdrawTitle: 'Take the request back', withdrawLead: 'Who you are and what you wrote is erased at once. It cannot be undone; you can ask anew at any time.', withdrawRecord: 'A worker has already opened a record for you; it is kept by the agency and is not erased by this. Call to ask about it.', withdraw: 'Take it back and erase it',
  withdrawn: 'The request is taken back', withdrawnLead: 'Who you are and what you wrote is erased. What stays is that somebody asked, where and when.',
};
export const followWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Voir où en est votre demande', lead: 'Avec le code de la dernière page du formulaire. Personne ne vous demande qui vous êtes.', code: 'Code', codeHint: 'Dix lettres et chiffres, par exemple 7KM2P-XR4TD', look: 'Voir',
    unknown: 'Ce code n’ouvre aucune demande. Vérifiez chaque lettre. Si vous avez retiré la demande, elle est effacée, et le code aussi.',
    looksBy: (day) => `Nous avons votre demande. Quelqu’un l’examine au plus tard le ${day}.`, callsBy: (day) => `Quelqu’un vous joindra au plus tard le ${day}.`, late: 'Nous sommes en retard. Appelez-nous si vous ne voulez pas attendre.',
    noCall: 'Quelqu’un a examiné votre demande. Vous ne voulez pas que nous vous joignions : appelez-nous ou passez nous voir quand vous voulez.', inTouch: 'Nous sommes en contact au sujet de votre demande.', isClosed: 'Cette demande est fermée. Vous pouvez en faire une autre en tout temps.',
    happened: 'Ce qui s’est passé', received: 'Reçue', lookedAt: 'Quelqu’un l’a examinée', spoke: 'Nous vous avons joint', closed: 'Fermée', handedTo: (name) => `Transmise à ${name}`, confirmed: 'La prise en charge est confirmée.', unconfirmed: 'La prise en charge n’est pas encore confirmée.', referred: 'Le code remis à cette occasion vous montre la suite.',
    attempt: { phone: 'Nous avons appelé', text: 'Nous avons envoyé un message texte', email: 'Nous avons écrit un courriel', 'in-person': 'Nous sommes passés', post: 'Nous avons écrit une lettre' },
    reasons: { helped: 'L’aide a commencé.', 'handed-over': 'Un autre service a pris le relais.', information: 'Vous avez reçu les renseignements demandés.', 'unable-to-reach': 'Nous avons essayé plusieurs fois sans vous joindre. Faites une nouvelle demande quand vous voulez.', 'not-wanted': 'Vous ne vouliez plus d’aide.', duplicate: 'Il y avait deux demandes; l’autre se poursuit.', other: 'Appelez-nous pour en connaître la raison.' },
    runBy: (agency) => `Le point d’accès est tenu par ${agency}.`,
    withdrawTitle: 'Retirer la demande', withdrawLead: 'Votre identité et ce que vous avez écrit sont effacés aussitôt. C’est définitif; vous pouvez faire une nouvelle demande en tout temps.', withdrawRecord: 'Une personne du point d’accès a déjà ouvert un dossier à votre sujet; l’organisme le conserve et ce retrait ne l’efface pas. Appelez pour en parler.', withdraw: 'Retirer et effacer',
    withdrawn: 'La demande est retirée', withdrawnLead: 'Votre identité et ce que vous avez écrit sont effacés. Il reste seulement que quelqu’un a demandé de l’aide, où et quand.',
  },
};
