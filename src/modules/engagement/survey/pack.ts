import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { choiceOptions, tellingOptions } from './compose.ts';
import { insertSurvey, insertVersion } from './queries.ts';
import { bilingualElement, emptyQuestionnaire } from './rules.ts';
import { type Categories, listCategories } from './told.ts';

type PackSurvey = Pack['demo']['surveys'][number];

/** Opens the made-up surveys of a demonstration. Only its first start calls it, once the community and its census are there. */
export async function openDemoSurveys(scope: Scope, surveys: readonly PackSurvey[]): Promise<void> {
  const categories = await listCategories(scope);
  for (const survey of surveys) {
    await insertSurvey(scope, { slug: survey.id, title: survey.title, lead: survey.lead, distress: survey.distress, demonstration: true, opensOn: survey.opensOn, consultation: survey.consultation ?? null });
    await insertVersion(scope, { id: newId(), survey: survey.id, questionnaire: { ...emptyQuestionnaire(survey.title), item: survey.questions.map((question) => itemOf(question, categories)) } });
  }
}

function itemOf(question: PackSurvey['questions'][number], categories: Categories): Record<string, unknown> {
  return {
    linkId: question.id, type: question.type, ...bilingualElement('text', question.text), ...(question.needed ? { required: true } : {}), ...(question.many ? { repeats: true } : {}),
    ...(question.tells ? tellingOptions(question.tells, categories[question.tells]) : {}),
    ...(question.options.length > 0 ? { answerOption: choiceOptions(question.options) } : {}),
    ...(question.after ? { enableWhen: [{ question: question.after.question, operator: '=', answerCoding: { code: `o${question.after.option}` } }] } : {}),
  };
}
