import { bilingualElement } from './rules.ts';

const text = (en: string, fr: string) => bilingualElement('text', { en, fr });
const option = (code: string, en: string, fr: string) => ({ valueCoding: { code, ...bilingualElement('display', { en, fr }) } });

/** A survey of `count` questions of mixed kinds; every fifth is asked only after "yes" to the one before it. */
export function surveyOf(count: number): Record<string, unknown> {
  const item = Array.from({ length: count }, (_, index) => {
    const linkId = `q${index + 1}`;
    const words = text(`Question number ${index + 1}`, `Question numéro ${index + 1}`);
    switch (index % 5) {
      case 0: return { linkId, type: 'choice', ...words, required: index === 0, answerOption: [option('a', 'Often', 'Souvent'), option('b', 'Never', 'Jamais')] };
      case 1: return { linkId, type: 'string', ...words };
      case 2: return { linkId, type: 'integer', ...words };
      case 3: return { linkId, type: 'boolean', ...words };
      default: return { linkId, type: 'text', ...words, enableWhen: [{ question: `q${index}`, operator: '=', answerBoolean: true }] };
    }
  });
  return { resourceType: 'Questionnaire', status: 'active', language: 'en', ...bilingualElement('title', { en: 'Test', fr: 'Essai' }), item };
}

/** One step with a branch: why somebody goes out, asked and needed only of those who do. */
export const branchingSurvey: Record<string, unknown> = {
  resourceType: 'Questionnaire', status: 'active', language: 'en', ...bilingualElement('title', { en: 'Evening', fr: 'Soirée' }), item: [{
    linkId: 'evening', type: 'group', ...text('Your evenings', 'Vos soirées'), item: [
      { linkId: 'goes-out', type: 'boolean', ...text('Do you go out?', 'Sortez-vous?') },
      { linkId: 'why', type: 'string', required: true, ...text('What for?', 'Pour quoi?'), enableWhen: [{ question: 'goes-out', operator: '=', answerBoolean: true }] },
      { linkId: 'how', type: 'string', ...text('How do you get home?', 'Comment rentrez-vous?'), enableWhen: [{ question: 'why', operator: 'exists', answerBoolean: true }] },
    ],
  }],
};
