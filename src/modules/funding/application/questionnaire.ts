import type { Bilingual } from '#app/platform/language/language.ts';
import { inBoth } from '../form/questions.ts';

const words = (linkId: string, text: Bilingual) => ({ linkId, type: 'text', required: true, maxLength: 3000, ...inBoth('text', text) });

/** The questions of an application where a category brings none of its own: the project in the applicant's words. A FHIR Questionnaire. */
export const fundQuestionnaire = {
  resourceType: 'Questionnaire', status: 'active', language: 'en', ...inBoth('title', { en: 'Your project', fr: 'Votre projet' }),
  item: [
    words('need', { en: 'Which need do you want to meet, and how do you know of it?', fr: 'À quel besoin voulez-vous répondre, et comment le connaissez-vous?' }),
    words('activities', { en: 'What will you do?', fr: 'Que ferez-vous?' }),
    words('served', { en: 'Whom will you serve, and how will you reach people who are hard to reach?', fr: 'Qui servirez-vous, et comment joindrez-vous les personnes difficiles à joindre?' }),
    words('change', { en: 'What will be different at the end, and how will you see it?', fr: 'Qu’est-ce qui aura changé à la fin, et comment le verrez-vous?' }),
    { linkId: 'people', type: 'integer', required: true, ...inBoth('text', { en: 'How many people do you expect to serve?', fr: 'Combien de personnes pensez-vous servir?' }) },
    words('risks', { en: 'What could go wrong, and what would you do then?', fr: 'Qu’est-ce qui pourrait mal tourner, et que feriez-vous alors?' }),
  ],
} as const;
