import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'A form for you', codeLead: 'Type the code that you were given. Spaces and dashes do not matter.', code: 'Code', noCode: 'This code opens no form, or it holds no more. Ask for a new one.', open: 'Open the form',
  lead: 'Only the people who work with you at the organization that gave you this form see your answers. You can stop at any time and go on later.', save: 'Save, go on later', finish: 'I am done',
  saved: 'Your answers are saved. You can go on with the same code.', thanks: 'Thank you. Your answers were sent.', thanksLead: 'You can close this page.', goOn: 'Go on with the form',
  safetyTitle: 'You are not alone', safetyLead: 'One of your answers tells us that things may be hard or not safe now. You can call or text right away.', safetyTold: 'The people who gave you this form were told that somebody should get in touch with you today. If you cannot wait, call now.',
  conflict: 'This form was saved in another window', conflictLead: 'What you typed here stands below. If you save now, it replaces what was saved there.',
};
export const fillWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Un formulaire pour vous', codeLead: 'Saisissez le code qui vous a été remis. Les espaces et les tirets ne comptent pas.', code: 'Code', noCode: 'Ce code n’ouvre aucun formulaire ou n’est plus valable. Demandez-en un nouveau.', open: 'Ouvrir le formulaire',
    lead: 'Seules les personnes qui vous accompagnent dans l’organisme qui vous a remis ce formulaire voient vos réponses. Vous pouvez arrêter à tout moment et continuer plus tard.', save: 'Enregistrer et continuer plus tard', finish: 'J’ai terminé',
    saved: 'Vos réponses sont enregistrées. Vous pouvez continuer avec le même code.', thanks: 'Merci. Vos réponses ont été envoyées.', thanksLead: 'Vous pouvez fermer cette page.', goOn: 'Continuer le formulaire',
    safetyTitle: 'Vous n’êtes pas seul, vous n’êtes pas seule', safetyLead: 'Une de vos réponses nous dit que la situation est peut-être difficile ou dangereuse en ce moment. Vous pouvez appeler ou texter tout de suite.', safetyTold: 'Les personnes qui vous ont remis ce formulaire ont été averties que quelqu’un devrait vous joindre aujourd’hui. Si vous ne pouvez pas attendre, appelez maintenant.',
    conflict: 'Ce formulaire a été enregistré dans une autre fenêtre', conflictLead: 'Ce que vous avez saisi ici figure ci-dessous. Si vous enregistrez maintenant, cela remplace ce qui a été enregistré là-bas.',
  },
};
