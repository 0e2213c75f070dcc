import type { Question, Stage } from './model.ts';
import { questionnaireOf } from './questions.ts';
import { formWords } from './words.ts';

const text = (id: string, en: string, fr: string): Question => ({ id, text: { en, fr }, kind: 'text', needed: true, choices: [] });
const done = text('done', 'What you did', 'Ce que vous avez fait');
const changed = text('changed', 'What has changed for the people whom it serves', 'Ce qui a changé pour les personnes servies');
const learned = text('learned', 'What you would do differently', 'Ce que vous feriez autrement');
const lasts = text('lasts', 'What of it still lasts, and how you know', 'Ce qu’il en reste, et comment vous le savez');

const first: Readonly<Record<Stage, readonly Question[]>> = { interim: [done, changed], final: [done, changed, learned], 'follow-up': [lasts] };

/** The questions with which a call begins; the office changes them until it opens. */
export function firstQuestions(stage: Stage): Record<string, unknown> {
  return questionnaireOf({ en: formWords.en.stages[stage], fr: formWords.fr.stages[stage] }, 1, first[stage]);
}

/** What a report is asked of a call that has no form of the stage. */
export const reportQuestionnaire: unknown = questionnaireOf({ en: formWords.en.stages.interim, fr: formWords.fr.stages.interim }, 0, [done, changed]);
