import { findCommunity, listTopics } from '#app/modules/plan/index.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Form } from '#app/platform/http/form.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isMailAddress, queueMail } from '#app/platform/mail/queue.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listSentBulletins } from '../bulletin/queries.ts';
import { confirmMail } from './mails.ts';
import { ManagePage, PlainPage, type SignUpDraft, SignUpPage, type SignUpStep, signUpSteps, UpdatesPage } from './pages.tsx';
import { confirmOwnSubscription, findOwnSubscription, frequencies, signUp, unsubscribe, updateOwnSubscription } from './queries.ts';
import { subscriptionWords } from './words.ts';

const base = '/engagement/subscriptions';
const door = keyDoor({ limit: 'subscription' });

export function subscriptionRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: base, may: 'anyone', audit: 'none', cached: true, handle: async (visit) => page(<UpdatesPage frame={frame(visit, site)} archive={await listSentBulletins(visit)} />) },
    { method: 'GET', path: `${base}/new`, may: 'anyone', audit: 'none', handle: async (visit) => page(await showStep(visit, site, 'topics', draftOf(visit.form))) },
    { method: 'POST', path: `${base}/new`, may: 'anyone', audit: 'subscription.sign-up', limit: door.behind.limit, handle: async (visit) => await postStep(visit, site) },
    { method: 'GET', path: `${base}/sent`, may: 'anyone', audit: 'none', cached: true, handle: async (visit) => say(visit, site, 'sentTitle', 'sentText') },
    { ...door.behind, method: 'GET', path: `${base}/confirm`, audit: 'none', handle: async (visit) => await withOwn(visit, async () => say(visit, site, 'confirmTitle', 'confirmText', { action: here(visit, 'confirm'), label: subscriptionWords[visit.language].confirm })) },
    { ...door.behind, method: 'POST', path: `${base}/confirm`, audit: 'subscription.confirm', handle: async (visit) => ((await confirmOwnSubscription(visit)) > 0 ? say(visit, site, 'confirmTitle', 'confirmed') : notFound) },
    { ...door.behind, method: 'GET', path: `${base}/manage`, audit: 'none', handle: async (visit) => await withOwn(visit, async (own) => page(await manage(visit, site, own))) },
    { ...door.behind, method: 'POST', path: `${base}/manage`, audit: 'subscription.change', handle: async (visit) => await postManage(visit, site) },
    { ...door.behind, method: 'GET', path: `${base}/unsubscribe`, audit: 'none', handle: async (visit) => await withOwn(visit, async () => say(visit, site, 'unsubscribeTitle', 'unsubscribeText', { action: here(visit, 'unsubscribe'), label: subscriptionWords[visit.language].unsubscribe })) },
    // Mail programs post here from anywhere, without a cookie (RFC 8058).
    { method: 'GET', path: '/u/:key', localized: false, may: 'anyone', audit: 'none', handle: async (visit) => redirect(`${localized(visit.language, `${base}/unsubscribe`)}?key=${encodeURIComponent(visit.params.key ?? '')}`) },
    { method: 'POST', path: '/u/:key', localized: false, may: 'anyone', audit: 'subscription.end', capability: ({ params }) => params.key, machine: true, handle: async (visit) => ((await unsubscribe(visit)) ? say(visit, site, 'unsubscribeTitle', 'unsubscribed') : notFound) },
    { method: 'POST', path: `${base}/unsubscribe`, may: 'anyone', audit: 'subscription.end', capability: door.behind.capability, machine: true, handle: async (visit) => ((await unsubscribe(visit)) ? say(visit, site, 'unsubscribeTitle', 'unsubscribed') : notFound) },
  ];
}

const frame = (visit: Visit, site: SiteSource, hasErrors = false) => frameOf(visit, site(), { title: subscriptionWords[visit.language].title, description: subscriptionWords[visit.language].lead, current: 'updates', hasErrors });
const here = (visit: Visit, name: string) => `${localized(visit.language, `${base}/${name}`)}?key=${encodeURIComponent(visit.query.get('key') ?? '')}`;

function say(visit: Visit, site: SiteSource, title: 'sentTitle' | 'confirmTitle' | 'unsubscribeTitle', text: 'sentText' | 'confirmText' | 'confirmed' | 'unsubscribeText' | 'unsubscribed', post?: { action: string; label: string }): Answer {
  const words = subscriptionWords[visit.language];
  return page(<PlainPage frame={{ ...frame(visit, site), title: words[title], unlisted: true }} title={words[title]} text={words[text]} {...(post ? { post } : {})} />);
}

type Own = NonNullable<Awaited<ReturnType<typeof findOwnSubscription>>>;
async function withOwn(visit: Visit, work: (own: Own) => Promise<Answer>): Promise<Answer> {
  const own = await findOwnSubscription(visit);
  return own ? await work(own) : notFound;
}

function draftOf(form: Form): SignUpDraft {
  return { topics: form.list('topic'), frequency: form.text('frequency'), email: form.text('email'), consent: form.text('consent') === 'yes' };
}

async function showStep(visit: Visit, site: SiteSource, step: SignUpStep, draft: SignUpDraft, errors: Record<string, string> = {}) {
  const words = subscriptionWords[visit.language];
  const community = await findCommunity(visit);
  const who = community ? words.mail.from(community.mail.sender[visit.language], community.mail.onBehalfOf[visit.language]) : '';
  const contact = community ? words.contact(community.mail.postalAddress, community.mail.contact) : '';
  return <SignUpPage frame={frame(visit, site, Object.keys(errors).length > 0)} step={step} draft={draft} errors={errors} topics={await listTopics(visit)} who={who} contact={contact} />;
}

function errorsOf(draft: SignUpDraft, language: 'en' | 'fr', topics: readonly string[]): Record<string, string> {
  const words = subscriptionWords[language];
  return {
    ...(draft.topics.length === 0 || draft.topics.some((topic) => !topics.includes(topic)) ? { topic: words.topicMissing } : {}),
    ...(frequencies.some((one) => one === draft.frequency) ? {} : { frequency: words.frequencyMissing }),
    ...(isMailAddress(draft.email) ? {} : { email: words.emailWrong }),
    ...(draft.consent ? {} : { consent: words.consentMissing }),
  };
}

const stepOfField: Readonly<Record<string, SignUpStep>> = { topic: 'topics', frequency: 'frequency', email: 'email', consent: 'email' };

async function postStep(visit: Visit, site: SiteSource): Promise<Answer> {
  const draft = draftOf(visit.form);
  const step = signUpSteps.find((one) => one === visit.form.text('step')) ?? 'email';
  const index = signUpSteps.indexOf(step);
  if (visit.form.has('back')) return page(await showStep(visit, site, signUpSteps[Math.max(0, index - 1)] ?? 'topics', draft));
  const all = errorsOf(draft, visit.language, (await listTopics(visit)).map((topic) => topic.slug));
  const errors = step === 'email' ? all : Object.fromEntries(Object.entries(all).filter(([name]) => stepOfField[name] === step));
  const first = Object.keys(errors)[0];
  if (first !== undefined) return invalid(await showStep(visit, site, stepOfField[first] ?? step, draft, errors));
  const following = signUpSteps[index + 1];
  if (following) return page(await showStep(visit, site, following, draft));
  await takeSignUp(visit, draft);
  return redirect(localized(visit.language, `${base}/sent`));
}

async function takeSignUp(visit: Visit, draft: SignUpDraft): Promise<void> {
  const { language } = visit;
  const community = await findCommunity(visit);
  const frequency = frequencies.find((one) => one === draft.frequency);
  if (!community || !frequency) return;
  const words = subscriptionWords[language];
  const wording = words.consent(words.mail.from(community.mail.sender[language], community.mail.onBehalfOf[language]));
  const done = await signUp(visit, draft.email, { language, frequency, topics: draft.topics }, { wording, language, how: 'web form', request: visit.request });
  await queueMail(visit, { kind: 'confirm-subscription', to: draft.email, recipientKey: done.id, language, ...confirmMail(language, community, visit.baseUrl, done.key, done.confirmed) });
}

async function manage(visit: Visit, site: SiteSource, choice: { topics: readonly string[]; frequency: string }, more: { errors?: Record<string, string>; saved?: boolean } = {}) {
  const page_ = { ...frame(visit, site, more.errors !== undefined), title: subscriptionWords[visit.language].manageTitle, unlisted: true };
  return <ManagePage frame={page_} topics={await listTopics(visit)} choice={choice} key_={encodeURIComponent(visit.query.get('key') ?? '')} {...more} />;
}

async function postManage(visit: Visit, site: SiteSource): Promise<Answer> {
  return await withOwn(visit, async (own) => {
    const draft = { ...draftOf(visit.form), email: 'kept@example.org', consent: true };
    const errors = errorsOf(draft, visit.language, (await listTopics(visit)).map((topic) => topic.slug));
    const frequency = frequencies.find((one) => one === draft.frequency);
    if (Object.keys(errors).length > 0 || !frequency) return invalid(await manage(visit, site, draft, { errors }));
    await updateOwnSubscription(visit, { language: own.language, frequency, topics: draft.topics });
    return page(await manage(visit, site, draft, { saved: true }));
  });
}
