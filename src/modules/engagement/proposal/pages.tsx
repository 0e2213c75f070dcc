import type { Child } from 'hono/jsx';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, Crisis, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { type Draft, draftFields, fieldsOf, type Step } from './input.ts';
import { proposalWords } from './words.ts';

export type Place = { readonly id: string; readonly name: Bilingual };
type Privacy = { readonly authority: Bilingual; readonly purpose: Bilingual; readonly contact: string };

export function LandingPage({ frame, questions }: { frame: PageFrame; questions: readonly Bilingual[] }) {
  const words = proposalWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.landingTitle}</h1>
      <p class="lead">{words.landingLead}</p>
      <Crisis language={frame.language} />
      <p>{words.landingNot}</p>
      <h2>{words.landingHow}</h2>
      <ol>{words.landingSteps.map((step) => <li>{step}</li>)}</ol>
      <details>
        <summary>{words.questions}</summary>
        <p>{words.questionsLead}</p>
        <ul>{questions.map((question) => <li>{question[frame.language]}</li>)}</ul>
      </details>
      <div class="go">
        <a class="button" href={localized(frame.language, '/engagement/issues/new')}>{words.start}</a>
        <a class="button quiet" href={localized(frame.language, '/engagement/issues/follow')}>{words.follow}</a>
      </div>
    </PublicLayout>
  );
}

type StepProps = { frame: PageFrame; step: Step; draft: Draft; errors: FieldErrors; places: readonly Place[]; privacy: Privacy | undefined };

/** One question a page; what was answered before travels along in hidden fields. */
export function StepPage({ frame, step, draft, errors, places, privacy }: StepProps) {
  const { language } = frame;
  const words = proposalWords[language];
  const carried = draftFields.filter((name) => !fieldsOf[step].includes(name)).map((name) => [name, draft[name]] as const);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/engagement/issues', label: words.landingTitle }]} />
      {step === 'what' ? <Crisis language={language} /> : null}
      <Form frame={frame} errors={errors} hidden={[['step', step], ...carried]} back={step !== 'what'} {...(step === 'check' ? { submit: words.send } : {})}>
        <Question frame={frame} step={step} draft={draft} errors={errors} places={places} privacy={privacy} />
      </Form>
    </PublicLayout>
  );
}

function Question({ frame: { language }, step, draft, errors, places, privacy }: StepProps): Child {
  const words = proposalWords[language];
  if (step === 'what')
    return (
      <>
        <h1>{words.whatTitle}</h1>
        <TextInput name="title" label={words.title} hint={words.titleHint} value={draft.title} error={errors.title} maxlength={200} />
        <Textarea name="description" label={words.description} hint={words.descriptionHint} value={draft.description} error={errors.description} />
      </>
    );
  if (step === 'where')
    return <Radios name="municipality" label={words.whereTitle} pageTitle value={draft.municipality} error={errors.municipality} options={[...places.map((place) => ({ value: place.id, label: place.name[language] })), { value: '', label: words.everywhere }]} />;
  if (step === 'affected') return <Textarea name="affected" label={words.affectedTitle} pageTitle hint={words.affectedHint} value={draft.affected} error={errors.affected} />;
  if (step === 'contact')
    return (
      <>
        <h1>{words.contactTitle}</h1>
        <p>{words.contactHint}</p>
        <TextInput name="email" label={words.email} type="email" inputmode="email" autocomplete="email" width="medium" value={draft.email} error={errors.email} spellcheck={false} />
        <TextInput name="phone" label={words.phone} type="tel" inputmode="tel" autocomplete="tel" width="short" value={draft.phone} error={errors.phone} />
        <TextInput name="name" label={words.name} autocomplete="name" width="medium" value={draft.name} error={errors.name} />
        <TextInput name="organisation" label={words.organisation} autocomplete="organization" width="medium" value={draft.organisation} error={errors.organisation} />
        {privacy ? <PrivacyNotice words={words} language={language} privacy={privacy} /> : null}
      </>
    );
  const place = places.find((one) => one.id === draft.municipality);
  return (
    <>
      <h1>{words.checkTitle}</h1>
      <SummaryList rows={[
        { label: words.title, value: draft.title }, { label: words.description, value: draft.description },
        { label: words.whereTitle, value: place?.name[language] ?? words.everywhere }, { label: words.affectedTitle, value: draft.affected || words.nothing },
        { label: words.contactTitle, value: [draft.name, draft.organisation, draft.email, draft.phone].filter(Boolean).join(', ') || words.nothing },
      ]} />
    </>
  );
}

function PrivacyNotice({ words, language, privacy }: { words: (typeof proposalWords)['en']; language: 'en' | 'fr'; privacy: Privacy }) {
  return (
    <details>
      <summary>{words.privacyTitle}</summary>
      <p>{privacy.purpose[language]} {privacy.authority[language]} {privacy.contact}</p>
    </details>
  );
}

export function DonePage({ frame, reference, code, mailed }: { frame: PageFrame; reference: string; code: string; mailed: boolean }) {
  const words = proposalWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.doneTitle}</h1>
      <div class="panel" role="status">
        <p>{words.reference}<span class="code">{reference}</span></p>
        <p>{words.code}<span class="code">{code}</span></p>
        <p>{words.doneText}</p>
      </div>
      <p>{words.doneNext} {mailed ? words.doneMail : ''}</p>
      <p><a href={localized(frame.language, '/engagement/issues/follow')}>{words.follow}</a></p>
    </PublicLayout>
  );
}
