import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList, Thread } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { CoursePart, type CoursePartProps } from './course-part.tsx';
import type { sharesAround, Share } from './effect.ts';
import { recommendationPaths } from './paths.ts';
import type { PublicRecommendation, Recommendation, Taken } from './queries.ts';
import { addressees, type Step } from './rules.ts';
import { addresseeText, recommendationWords } from './words.ts';

export type Question = { readonly linkId: string; readonly text: string };

export function RecommendationListPage({ frame, recommendations, adds }: { frame: PageFrame; recommendations: readonly PublicRecommendation[]; adds: boolean }) {
  const { language } = frame;
  const words = recommendationWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {adds ? <p><a class="button" href={localized(language, recommendationPaths.add)}>{words.add}</a></p> : null}
      {recommendations.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption>{words.caption}</caption>
          <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {recommendations.map((one) => (
              <tr>
                <th scope="row"><a href={localized(language, recommendationPaths.show(one.id))}>{one.title[language]}</a></th>
                <td data-label={words.header[1]}>{addresseeText(language, one)}</td>
                <td data-label={words.header[2]}>{formatDate(language, one.due)}</td>
                <td data-label={words.header[3]}>{words.states[one.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

export function AddPage({ frame, questions, typed, errors = {} }: { frame: PageFrame; questions: readonly Question[]; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = recommendationWords[language];
  const own = (name: string) => ({ name, value: typed.text(name), error: errors[name] });
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: recommendationPaths.list, label: words.title }]} />
      <h1>{words.add}</h1>
      <Form frame={frame} errors={errors} action={localized(language, recommendationPaths.add)} submit={words.save}>
        <Radios {...own('addressee')} label={words.addressee} options={addressees.map((value) => ({ value, label: words.addressees[value] }))} />
        <TextInput {...own('name-en')} label={words.nameEn} hint={words.nameHint} />
        <TextInput {...own('name-fr')} label={words.nameFr} />
        <Textarea {...own('what-en')} label={words.what} hint={words.textHint} rows={3} />
        <Textarea {...own('what-fr')} label={words.whatFr} rows={3} />
        <Textarea {...own('why-en')} label={words.why} rows={3} />
        <Textarea {...own('why-fr')} label={words.whyFr} rows={3} />
        <TextInput {...own('directive')} label={words.directive} hint={words.directiveHint} />
        <Select {...own('question')} label={words.question} empty={words.noQuestion} options={questions.map(({ linkId, text }) => ({ value: linkId, label: text }))} />
        <TextInput {...own('due')} label={words.due} hint={words.dueHint} width="medium" />
      </Form>
    </StaffLayout>
  );
}

type ShowProps = { frame: PageFrame; one: Recommendation; courses: Omit<CoursePartProps, 'frame' | 'recommendation'>; seated: boolean; taken: readonly Taken[]; open: readonly Step[]; ownReport: boolean; question: string | undefined; effect: ReturnType<typeof sharesAround> | undefined; typed: PostedForm; errors?: FieldErrors | undefined };

export function RecommendationPage({ frame, one, courses, seated, taken, open, ownReport, question, effect, typed, errors = {} }: ShowProps) {
  const { language } = frame;
  const words = recommendationWords[language];
  const share = ({ yes, of }: Share) => (of === 0 ? words.noAnswers : words.share(yes, of));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: recommendationPaths.list, label: words.title }]} />
      <h1>{one.title[language]}</h1>
      <p><strong>{words.states[one.state]}</strong></p>
      <p>{one.reason[language]}</p>
      <SummaryList rows={[{ label: words.header[1], value: addresseeText(language, one) }, { label: words.header[2], value: formatDate(language, one.due) }, ...(one.directive ? [{ label: words.directive, value: one.directive }] : [])]} />
      {taken.length > 0 ? <><h2>{words.history}</h2><Thread tall steps={taken.map((step) => ({ title: words.states[step.step], text: step.evidence ?? undefined, date: formatDate(language, step.on) }))} /></> : null}
      {seated ? null : <p class="hint">{words.office}</p>}
      <CoursePart frame={frame} recommendation={one.id} {...courses} />
      {question !== undefined && effect ? <><h2>{words.effect}</h2><p>{words.effectText(question, share(effect.before), share(effect.after))}</p></> : null}
      {ownReport ? <p class="inset">{words.ownReport}</p> : null}
      {open.length > 0 ? (
        <>
          <h2>{words.next}</h2>
          <Form frame={frame} errors={errors} action={localized(language, recommendationPaths.show(one.id))} submit={words.take}>
            <Radios name="step" label={words.next} error={errors.step} value={typed.text('step')} options={open.map((value) => ({ value, label: words.stepNames[value] }))} />
            <Textarea name="evidence" label={words.evidence} hint={words.evidenceHint} error={errors.evidence} value={typed.text('evidence')} rows={3} />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}
