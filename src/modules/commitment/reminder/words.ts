import type { Language, Words } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import type { Stage } from './stages.ts';

const en = {
  subject: (count: number, place: string) => (count === 1 ? `One thing is due: ${place}` : `${count} things are due: ${place}`),
  lead: 'These wait for you:',
  stages: { soon: 'due soon', today: 'due today', late: 'late', escalated: 'still late; the plan office has been told' },
  escalatedLead: 'These stay late with others, and the plan office is asked to step in:',
  open: 'Open your day:',
  why: 'You get this mail on working days when something that you owe comes due. It names no person.',
};
export const reminderWords: Words<typeof en> = {
  en,
  fr: {
    subject: (count, place) => (count === 1 ? `Une échéance arrive : ${place}` : `${count} échéances arrivent : ${place}`),
    lead: 'Voici ce qui vous attend :',
    stages: { soon: 'échéance proche', today: 'pour aujourd’hui', late: 'en retard', escalated: 'toujours en retard; le bureau du plan est averti' },
    escalatedLead: 'Voici ce qui reste en retard ailleurs et où le bureau du plan est appelé à intervenir :',
    open: 'Ouvrir votre journée :',
    why: 'Vous recevez ce courriel les jours ouvrables où une échéance vous concerne. Il ne nomme personne.',
  },
};

export type Line = { readonly what: string; readonly due: string; readonly stage: Stage };

/** The mail of a day: what waits for its reader, and what stays late elsewhere. */
export function reminderMail(language: Language, facts: { place: string; own: readonly Line[]; escalated: readonly Line[]; url: string }): { subject: string; text: string } {
  const words = reminderWords[language];
  const lines = (list: readonly Line[]) => list.map((line) => `- ${line.what} (${formatDate(language, line.due)}, ${words.stages[line.stage]})`).join('\n');
  const parts = [
    ...(facts.own.length > 0 ? [`${words.lead}\n${lines(facts.own)}`] : []),
    ...(facts.escalated.length > 0 ? [`${words.escalatedLead}\n${lines(facts.escalated)}`] : []),
    `${words.open} ${facts.url}`,
    words.why,
  ];
  return { subject: words.subject(facts.own.length + facts.escalated.length, facts.place), text: parts.join('\n\n') };
}
