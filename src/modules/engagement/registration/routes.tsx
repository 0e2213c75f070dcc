import { randomBytes } from 'node:crypto';
import { findCommunity } from '#app/modules/plan/index.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { colon } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { eventPaths } from '../event/paths.ts';
import { findEvent, type PublicMeeting } from '../event/queries.ts';
import { isOver, takesRegistrations } from '../event/rules.ts';
import { cancelRegistration, changeRegistration, registerFor } from './actions.ts';
import { type Draft, draftErrors, draftOf, draftOfOwn, givenOf, type Step, stepOf, stepsFor } from './input.ts';
import { outcomes, OwnRegistrationPage } from './own-page.tsx';
import { findOwnRegistration, type OwnRegistration, placesLeft } from './queries.ts';
import { RegistrationStepPage } from './steps-page.tsx';
import { registrationWords } from './words.ts';

const door = keyDoor({ limit: 'registration' });
type Own = { readonly own: OwnRegistration; readonly meeting: PublicMeeting };

/** Registering for a meeting, and one's own registration by the key of its link. */
export function registrationRoutes(site: SiteSource): Route[] {
  return [
    { ...door.behind, method: 'GET', path: eventPaths.own, audit: 'none', handle: async (visit) => await withOwn(visit, async (found) => showOwn(visit, found)) },
    { ...door.behind, method: 'GET', path: eventPaths.changeOwn, audit: 'none', handle: async (visit) => await withOpen(visit, async ({ own, meeting }) => page(await showStep(visit, meeting, 'people', draftOfOwn(own)))) },
    { ...door.behind, method: 'POST', path: eventPaths.changeOwn, audit: 'registration.change', handle: async (visit) => await withOpen(visit, async (found) => await postChange(visit, found)) },
    { ...door.behind, method: 'POST', path: eventPaths.cancelOwn, audit: 'registration.cancel', handle: async (visit) => await withOwn(visit, async ({ own }) => {
      visit.about('registration', own.id);
      return (await cancelRegistration(visit)) ? redirect(ownAddress(visit, visit.query.get('key') ?? '', 'cancelled')) : problem('conflict');
    }) },
    { method: 'GET', path: eventPaths.register(':slug'), may: 'anyone', audit: 'none', handle: async (visit) => await withMeeting(visit, async (meeting) => page(await showStep(visit, meeting, 'people', { ...draftOf(emptyForm), seed: randomBytes(16).toString('hex') }))) },
    { method: 'POST', path: eventPaths.register(':slug'), may: 'anyone', audit: 'registration.register', limit: door.behind.limit, handle: async (visit) => await withMeeting(visit, async (meeting) => await postNew(visit, meeting)) },
  ];

  async function withMeeting(visit: Visit, work: (meeting: PublicMeeting) => Promise<Answer>): Promise<Answer> {
    const meeting = await findEvent(visit, { slug: visit.params.slug ?? '' });
    return meeting && takesRegistrations(meeting, visit.now) ? await work(meeting) : notFound;
  }

  async function withOwn(visit: Visit, work: (found: Own) => Promise<Answer>): Promise<Answer> {
    const own = await door.open(visit, findOwnRegistration);
    const meeting = own ? await findEvent(visit, { id: own.eventId }) : undefined;
    return own && meeting ? await work({ own, meeting }) : notFound;
  }

  async function withOpen(visit: Visit, work: (found: Own) => Promise<Answer>): Promise<Answer> {
    return await withOwn(visit, async (found) => {
      visit.about('registration', found.own.id);
      return found.own.state !== 'cancelled' && takesRegistrations(found.meeting, visit.now) ? await work(found) : notFound;
    });
  }

  function showOwn(visit: Visit, { own, meeting }: Own): Answer {
    const frame = frameOf(visit, site(), { title: registrationWords[visit.language].ownTitle, current: 'events', unlisted: true });
    const done = outcomes.find((one) => one === visit.query.get('done'));
    return page(<OwnRegistrationPage frame={frame} meeting={meeting} own={own} done={done} open={takesRegistrations(meeting, visit.now)} over={isOver(meeting, visit)} key_={visit.query.get('key') ?? ''} />);
  }

  async function showStep(visit: Visit, meeting: PublicMeeting, step: Step, draft: Draft, errors: Record<string, string> = {}) {
    const title = `${registrationWords[visit.language].title}${colon(visit.language)}${meeting.title[visit.language]}`;
    const frame = frameOf(visit, site(), { title, current: 'events', unlisted: true, hasErrors: Object.keys(errors).length > 0 });
    const changing = visit.query.has('key');
    const left = changing ? undefined : await placesLeft(visit, meeting.id);
    return <RegistrationStepPage frame={frame} meeting={meeting} step={step} draft={draft} errors={errors} privacy={(await findCommunity(visit))?.privacy} left={left} changing={changing} />;
  }

  /** Goes through the steps; undefined once all is answered and checked. */
  async function passSteps(visit: Visit, meeting: PublicMeeting, draft: Draft): Promise<Answer | undefined> {
    const offered = stepsFor(meeting);
    const step = offered.find((one) => one === visit.form.text('step')) ?? 'check';
    const index = offered.indexOf(step);
    if (visit.form.has('back')) return page(await showStep(visit, meeting, offered[Math.max(0, index - 1)] ?? 'people', draft));
    const errors = draftErrors(draft, visit.language, offered, step === 'check' ? undefined : step);
    const first = Object.keys(errors)[0];
    if (first !== undefined) return invalid(await showStep(visit, meeting, step === 'check' ? stepOf(first) : step, draft, errors));
    const following = offered[index + 1];
    return following ? page(await showStep(visit, meeting, following, draft)) : undefined;
  }

  async function postNew(visit: Visit, meeting: PublicMeeting): Promise<Answer> {
    const draft = draftOf(visit.form);
    const shown = await passSteps(visit, meeting, draft);
    if (shown) return shown;
    const seed = draft.seed.length >= 16 ? draft.seed : randomBytes(16).toString('hex');
    const done = await registerFor(visit, meeting, seed, givenOf(draft, visit.language, stepsFor(meeting)), visit.baseUrl);
    if (!done) return problem('conflict');
    visit.about('registration', done.id);
    return redirect(ownAddress(visit, done.key, done.state));
  }

  async function postChange(visit: Visit, { meeting }: Own): Promise<Answer> {
    const draft = draftOf(visit.form);
    const shown = await passSteps(visit, meeting, draft);
    if (shown) return shown;
    const done = await changeRegistration(visit, meeting, visit.query.get('key') ?? '', givenOf(draft, visit.language, stepsFor(meeting)), visit.baseUrl);
    if (done.outcome === 'closed') return problem('conflict');
    if (done.outcome === 'full') return invalid(await showStep(visit, meeting, 'people', draft, { people: registrationWords[visit.language].peopleFull(done.left) }));
    return redirect(ownAddress(visit, visit.query.get('key') ?? '', 'changed'));
  }
}

function ownAddress(visit: Visit, key: string, done: string): string {
  return `${localized(visit.language, eventPaths.own)}?key=${encodeURIComponent(key)}&done=${done}`;
}
