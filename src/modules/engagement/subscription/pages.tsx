import type { Topic } from '#app/modules/plan/index.ts';
import { Checkboxes, type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { frequencies } from './queries.ts';
import { subscriptionWords } from './words.ts';

export type SignUpDraft = { readonly topics: readonly string[]; readonly frequency: string; readonly email: string; readonly consent: boolean };
export const signUpSteps = ['topics', 'frequency', 'email'] as const;
export type SignUpStep = (typeof signUpSteps)[number];

export function UpdatesPage({ frame, archive }: { frame: PageFrame; archive: readonly { number: number; date: string }[] }) {
  const words = subscriptionWords[frame.language];
  const to = (path: string) => localized(frame.language, path);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a class="button" href={to('/engagement/subscriptions/new')}>{words.signUp}</a></p>
      <h2>{words.archive}</h2>
      {archive.length === 0 ? <p>{words.noArchive}</p> : <ul>{archive.map((one) => <li><a href={to(`/engagement/bulletins/${one.number}`)}>{words.bulletin(one.number)}</a>, {formatDate(frame.language, one.date)}</li>)}</ul>}
      <h2>{words.feeds}</h2>
      <p>{words.feedText} <a href={to('/plan/feed.atom')}>Atom</a>, <a href={to('/plan/feed.json')}>JSON Feed</a>, <a href={to('/plan/events.ics')}>iCalendar</a></p>
    </PublicLayout>
  );
}

type StepProps = { frame: PageFrame; step: SignUpStep; draft: SignUpDraft; errors: FieldErrors; topics: readonly Topic[]; who: string; contact: string };

/** One question a page; earlier answers travel along. */
export function SignUpPage({ frame, step, draft, errors, topics, who, contact }: StepProps) {
  const { language } = frame;
  const words = subscriptionWords[language];
  const kept = [['step', step], ...(step === 'topics' ? [] : draft.topics.map((topic) => ['topic', topic] as const)), ...(step === 'frequency' ? [] : [['frequency', draft.frequency] as const]), ...(step === 'email' ? [] : [['email', draft.email] as const])] as const;
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/engagement/subscriptions', label: words.title }]} />
      <Form frame={frame} errors={errors} action={localized(language, '/engagement/subscriptions/new')} back={step !== 'topics'} hidden={kept.map(([name = '', value = '']) => [name, value] as const)} {...(step === 'email' ? { submit: words.send } : {})}>
        {step === 'topics' ? <TopicBoxes frame={frame} topics={topics} chosen={draft.topics} error={errors.topic} pageTitle /> : null}
        {step === 'frequency' ? <FrequencyRadios frame={frame} value={draft.frequency} error={errors.frequency} pageTitle /> : null}
        {step === 'email' ? (
          <>
            <h1>{words.emailTitle}</h1>
            <TextInput name="email" label={words.email} type="email" inputmode="email" autocomplete="email" width="medium" value={draft.email} error={errors.email} spellcheck={false} />
            <Checkboxes name="consent" label={words.consentTitle} options={[{ value: 'yes', label: words.consent(who), hint: contact }]} values={draft.consent ? ['yes'] : []} error={errors.consent} />
          </>
        ) : null}
      </Form>
    </PublicLayout>
  );
}

export function TopicBoxes({ frame: { language }, topics, chosen, error, pageTitle = false }: { frame: PageFrame; topics: readonly Topic[]; chosen: readonly string[]; error?: string | undefined; pageTitle?: boolean }) {
  return <Checkboxes name="topic" label={subscriptionWords[language].topicsTitle} pageTitle={pageTitle} options={topics.map((topic) => ({ value: topic.slug, label: topic.name[language], hint: topic.hint[language] }))} values={chosen} error={error} />;
}

export function FrequencyRadios({ frame: { language }, value, error, pageTitle = false }: { frame: PageFrame; value: string; error?: string | undefined; pageTitle?: boolean }) {
  const words = subscriptionWords[language];
  return <Radios name="frequency" label={words.frequencyTitle} pageTitle={pageTitle} options={frequencies.map((one) => ({ value: one, label: words.frequencies[one] }))} value={value} error={error} />;
}

/** A page that says one thing, with at most one button that posts. */
export function PlainPage({ frame, title, text, post }: { frame: PageFrame; title: string; text: string; post?: { action: string; label: string } }) {
  return (
    <PublicLayout frame={frame}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {post ? <form method="post" action={post.action}><button class="button" type="submit">{post.label}</button></form> : null}
    </PublicLayout>
  );
}

type ManageProps = { frame: PageFrame; topics: readonly Topic[]; choice: { topics: readonly string[]; frequency: string }; errors?: FieldErrors; saved?: boolean; key_: string };

export function ManagePage({ frame, topics, choice, errors = {}, saved, key_ }: ManageProps) {
  const words = subscriptionWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.manageTitle}</h1>
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      <Form frame={frame} errors={errors} action={`${localized(frame.language, '/engagement/subscriptions/manage')}?key=${key_}`} submit={words.save}>
        <TopicBoxes frame={frame} topics={topics} chosen={choice.topics} error={errors.topic} />
        <FrequencyRadios frame={frame} value={choice.frequency} error={errors.frequency} />
      </Form>
      <form class="band" method="post" action={`${localized(frame.language, '/engagement/subscriptions/unsubscribe')}?key=${key_}`}><button class="button quiet" type="submit">{words.unsubscribe}</button></form>
    </PublicLayout>
  );
}
