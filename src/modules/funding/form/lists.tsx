import { isObject, listOf } from '#app/methods/questionnaire/fhir.ts';
import { questionText } from '#app/methods/questionnaire/answer-text.ts';
import type { Language } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { compiledOf } from '../application/answers.ts';
import type { Call, Category } from '../call/queries.ts';
import { reportQuestionnaire } from './default.ts';
import { type Form, type Stage, stages } from './model.ts';
import { formPaths } from './paths.ts';
import { formWords } from './words.ts';

function questionsIn(questionnaire: unknown): number {
  return isObject(questionnaire) ? listOf(questionnaire.item).length : 0;
}
/** The form of a stage that asks something; the one that stands for calls without any for a year and the end. */
function formOf(forms: readonly Form[], stage: Stage): Pick<Form, 'version' | 'questionnaire' | 'months'> | undefined {
  const own = forms.find((one) => one.stage === stage);
  if (!own) return stage === 'follow-up' ? undefined : { version: 0, questionnaire: reportQuestionnaire, months: null };
  return questionsIn(own.questionnaire) > 0 ? own : undefined;
}
function whenOf(language: Language, stage: Stage, months: number | null): string {
  return stage === 'follow-up' ? formWords[language].later(months ?? 0) : formWords[language].when[stage];
}

/** The forms of a call for the office, with what it can do with each. */
export function FormsTable({ frame: { language }, call, categories, forms, changes }: { frame: PageFrame; call: Call; categories: readonly Category[]; forms: readonly Form[]; changes: boolean }) {
  const words = formWords[language];
  const lines = [
    ...categories.map((one) => ({ part: `category-${one.position}`, title: words.application(one.name[language]), said: words.count(questionsIn(one.questionnaire)), asked: true })),
    ...stages.map((stage) => {
      const form = formOf(forms, stage);
      return { part: stage, title: words.stages[stage], said: form ? [words.count(questionsIn(form.questionnaire)), ...(form.version > 0 ? [words.version(form.version).toLowerCase()] : []), whenOf(language, stage, form.months).toLowerCase()].join(', ') : words.noFollow, asked: form !== undefined };
    }),
  ];
  return (
    <section class="band">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <table class="stack">
        <caption class="hidden-text">{words.title}</caption>
        <thead><tr><th scope="col">{words.form}</th><th scope="col">{words.questions}</th><th scope="col">{words.what}</th></tr></thead>
        <tbody>{lines.map((one) => (
          <tr>
            <th scope="row">{one.title}</th><td data-label={words.questions}>{one.said}</td>
            <td data-label={words.what}>
              {one.asked ? <a href={localized(language, formPaths.preview(call.slug, one.part))}>{words.preview}<span class="hidden-text">{`: ${one.title}`}</span></a> : null}{one.asked && changes ? ' · ' : ''}
              {changes ? <a href={localized(language, formPaths.edit(call.slug, one.part))}>{one.asked ? words.edit : words.add}<span class="hidden-text">{`: ${one.title}`}</span></a> : null}
            </td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}

/** What each report of a grant will ask, for those who think of applying. */
export function OwedReports({ language, call, forms }: { language: Language; call: Call; forms: readonly Form[] }) {
  const words = formWords[language];
  return (
    <section class="band">
      <h2>{words.publicTitle}</h2>
      <p>{words.publicLead}</p>
      {stages.map((stage) => {
        const form = formOf(forms, stage);
        if (!form) return null;
        const compiled = compiledOf(`form ${call.id} ${stage}`, form.questionnaire);
        return (
          <details>
            <summary>{words.stages[stage]}. {whenOf(language, stage, form.months)}</summary>
            <ol>{compiled.items.map((item) => <li>{questionText(compiled, item.linkId, language)} {item.required ? '' : words.optional}</li>)}</ol>
          </details>
        );
      })}
    </section>
  );
}
