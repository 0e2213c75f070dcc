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
