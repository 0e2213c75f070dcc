import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import type { MeetingText } from '../untranslated.tsx';

type Given = { readonly stage: 'agreed' | 'reminder'; readonly what: MeetingText; readonly due: string; readonly body: string; readonly place: string; readonly url: string };

/** The mail to a member without an account: what she took on, by when, and the link that opens just this. */
export function actionMail(language: Language, { stage, what, due, body, place, url }: Given): { subject: string; text: string } {
  const date = formatDate(language, due);
  if (language === 'fr')
    return {
      subject: stage === 'agreed' ? `Votre action pour le ${date}` : `Rappel : votre action pour le ${date}`,
      text: `Bonjour,\n\n${stage === 'agreed' ? `Lors de la réunion de l’instance « ${body} », vous avez pris en charge ceci` : `Vous avez pris en charge ceci auprès de l’instance « ${body} »`} :\n\n${what.fr}\nÉchéance : ${date}\n\nPour dire où en est cette action, aucun compte n’est nécessaire :\n${url}\n\nCe lien ne montre que cette action et sert une seule fois. Ne le transférez pas.\n\n${place}\n`,
    };
  return {
    subject: stage === 'agreed' ? `Your action by ${date}` : `Reminder: your action by ${date}`,
    text: `Hello,\n\n${stage === 'agreed' ? `At the meeting of ${body} you took this on` : `You took this on for ${body}`}:\n\n${what.en}\nDue: ${date}\n\nTo say how it stands you need no account:\n${url}\n\nThe link shows this action alone and counts once. Please do not forward it.\n\n${place}\n`,
  };
}
