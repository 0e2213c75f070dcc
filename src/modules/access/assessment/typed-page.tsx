import { answerText } from '#app/methods/questionnaire/answer-text.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { initialResponse } from '#app/methods/questionnaire/initial.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { listShelf } from '../instrument/shelf.ts';
import { answersOf, fields, questionText } from './form-fields.ts';
import { assessmentWords } from './words.ts';

export type Typed = { readonly question: string; readonly answer: string };

/**
 * What somebody answered in a form that she posted: the questions come from the shelf of the program, the answers from the post, nothing from a record. Of
 * a form that is not on the shelf any more, the words that she wrote.
 */
export function typedIn(form: Form, language: Language, timeZone: string): readonly Typed[] {
  const version = listShelf().find((one) => one.hash === form.text(fields.hash));
  const words = assessmentWords[language];
  if (!version) return form.entries().flatMap(([, value], place) => (/\s/.test(value) ? [{ question: words.lostNumber(place + 1), answer: value }] : []));
  const { response } = answersOf(version.compiled, form, initialResponse(version.compiled), timeZone);
  return flattenAnswers(response).map((line) => ({ question: questionText(version.compiled, line.linkId, language), answer: answerText(version.compiled, line, language) }));
}

/** A form that can be saved no more, with what was answered in it. No name, nothing of a record. */
export function TypedPage({ frame, typed }: { frame: PageFrame; typed: readonly Typed[] }) {
  const words = assessmentWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.lostTitle}</h1>
      <p class="lead">{words.lostLead}</p>
      <p class="panel"><b>{words.lostSafety}</b></p>
      <h2>{words.lostTyped}</h2>
      <SummaryList rows={typed.map(({ question, answer }) => ({ label: question, value: answer }))} />
    </StaffLayout>
  );
}
