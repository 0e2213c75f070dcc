import type { Child } from 'hono/jsx';
import type { Bilingual } from '#app/platform/language/language.ts';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, Crisis, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { whenOf } from '../event/rules.ts';
import { eventWords } from '../event/words.ts';
import { answerRows } from './answers.tsx';
import { carriedFields, type Draft, givenOf, type Step, stepsFor } from './input.ts';
import { accessNeeds, contactKeptFor, needsKeptFor, signLanguages, spokenLanguages } from './rules.ts';
import { registrationWords } from './words.ts';

export type Privacy = { readonly authority: Bilingual; readonly contact: string };
type Props = {
  frame: PageFrame; meeting: PublicMeeting; step: Step; draft: Draft; errors: FieldErrors; privacy: Privacy | undefined;
  /** Places that are left, null where there is no limit; undefined in a change, which keeps the place that it has. */
  left?: number | null | undefined;
  changing?: boolean;
};

/** One question a page; what was answered before travels along in hidden fields. */
export function RegistrationStepPage(props: Props) {
  const { frame, meeting, step, draft, errors, changing } = props;
  const { language } = frame;
  const words = registrationWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.list, label: eventWords[language].title }, { path: eventPaths.show(meeting.slug), label: meeting.title[language] }]} />
      {meeting.distressing && step === 'people' ? <Crisis language={language} /> : null}
      <Form frame={frame} errors={errors} hidden={[['step', step], ...carriedFields(draft, step)]} back={step !== stepsFor(meeting)[0]} {...(step === 'check' ? { submit: changing ? words.save : words.send } : {})}>
        <Question {...props} />
      </Form>
    </PublicLayout>
  );
}

function Question({ frame, meeting, step, draft, errors, privacy, left }: Props): Child {
  const { language } = frame;
  const words = registrationWords[language];
  const named = (names: readonly (keyof typeof words.needNames)[]) => names.map((name) => ({ value: name, label: words.needNames[name] }));
  if (step === 'people') return <TextInput name="people" label={words.peopleTitle} pageTitle hint={words.peopleHint} width="short" inputmode="numeric" value={draft.people} error={errors.people} maxlength={4} />;
  if (step === 'spoken')
    return (
      <>
        <h1>{words.spokenTitle}</h1>
        <Radios name="spoken" label={words.spoken} value={draft.spoken} error={errors.spoken} options={spokenLanguages.map((one) => ({ value: one, label: words.spokenNames[one] }))} />
        <TextInput name="interpreter" label={words.interpreter} hint={words.interpreterHint} width="medium" value={draft.interpreter} error={errors.interpreter} maxlength={100} />
        <Checkboxes name="sign" label={words.sign} values={draft.sign} options={named(signLanguages)} />
      </>
    );
  if (step === 'needs')
    return (
      <>
        <h1>{words.needsTitle}</h1>
        <Checkboxes name="access" label={words.access} values={draft.access} options={named(accessNeeds)} />
        <Textarea name="other" label={words.other} hint={words.otherHint} rows={3} value={draft.other} error={errors.other} />
      </>
    );
  if (step === 'children') return <TextInput name="children" label={words.childrenTitle} pageTitle hint={words.childrenHint} width="short" inputmode="numeric" value={draft.children === '' ? '0' : draft.children} error={errors.children} maxlength={4} />;
  if (step === 'contact')
    return (
      <>
        <h1>{words.contactTitle}</h1>
        <p>{words.contactHint}</p>
        <TextInput name="name" label={words.name} autocomplete="name" width="medium" value={draft.name} error={errors.name} maxlength={100} />
        <TextInput name="email" label={words.email} type="email" inputmode="email" autocomplete="email" width="medium" value={draft.email} error={errors.email} spellcheck={false} />
        <details>
          <summary>{words.privacyTitle}</summary>
          <p>{words.privacyText(needsKeptFor, contactKeptFor)}{privacy ? ` ${privacy.authority[language]} ${privacy.contact}` : ''}</p>
        </details>
      </>
    );
  const waits = typeof left === 'number' && Number(draft.people) > left;
  return (
    <>
      <h1>{words.checkTitle}</h1>
      <p><b>{meeting.title[language]}</b><br />{whenOf(language, meeting, frame.site.timeZone)}<br />{meeting.place[language]}</p>
      {typeof left === 'number' ? <p class={waits ? 'inset' : undefined}>{waits ? words.placesWait(left) : words.placesFit(String(left))}</p> : null}
      <SummaryList rows={answerRows(language, givenOf(draft, language, stepsFor(meeting)))} />
    </>
  );
}
