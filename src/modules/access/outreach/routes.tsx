import { listOpen } from '#app/modules/commitment/index.ts';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Read } from '#app/ui/form-reader.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { findReleased } from '../care-plan/release-queries.ts';
import { accessPaths, writing } from '../paths.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf, formFrom } from '../person/desk.ts';
import { listColleagues } from '../person/queries.ts';
import { closeCheck, openRecordFor, recordAttempt } from './actions.ts';
import { AttemptPage, CallsPage } from './calls-page.tsx';
import { readAttempt, readCheck, readLeaving, readScore, readSetting, readSlot } from './input.ts';
import { OutreachListPage, SettingsPage } from './pages.tsx';
import { accompanying, calling, outreachPaths } from './paths.ts';
import { endSlot, findSetting, insertScore, insertSlot, listMyCalls, listOutreach, listScores, type Outreach, readOutreach, saveSetting, updateEnded, updateJoined, updateLeft } from './queries.ts';
import { referRoutes } from './refer-routes.tsx';
import { ResultsPage } from './results-page.tsx';
import { resultsOf } from './rules.ts';
import { OutreachPage, type Wrong } from './show-page.tsx';
import { outreachWords } from './words.ts';

const supervising = { roles: ['access-supervisor'] } as const;
const counting = { roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] } as const;
type At = { readonly desk: Desk; readonly one: Outreach };

/** Outreach to older adults: the public form, the people who are accompanied, the calls of volunteers, and what changed. */
export function outreachRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors, current = 'outreach') => frameOf(visit, site(), { title, current, hasErrors: errors !== undefined });
  const calls = (visit: Visit) => frame(visit, outreachWords[visit.language].calls, undefined, 'calls');
  return [
    ...referRoutes(site),
    { method: 'GET', path: outreachPaths.list, may: accompanying, audit: 'access.list-outreach', handle: async (visit) => page(
      <OutreachListPage frame={frame(visit, outreachWords[visit.language].title)} lines={await listOutreach(visit)} may={{ settings: hasRole(visit, 'access-supervisor'), calls: calling.roles.some((role) => hasRole(visit, role)) }} />) },
    { method: 'GET', path: outreachPaths.calls, may: calling, audit: 'access.list-calls', handle: async (visit) => page(<CallsPage frame={calls(visit)} calls={await listMyCalls(visit)} weekday={weekdayOf(visit.today)} />) },
    { method: 'GET', path: outreachPaths.call(':id'), may: calling, audit: 'access.open-call', handle: async (visit) => await ownCall(visit) },
    { method: 'POST', path: outreachPaths.call(':id'), may: calling, audit: 'access.record-call', handle: async (visit) => await postOwnCall(visit) },
    { method: 'GET', path: outreachPaths.results, may: counting, audit: 'access.read-outreach-results', handle: async (visit) => page(<ResultsPage frame={frame(visit, outreachWords[visit.language].results, undefined, 'outreach-results')}
      own={hasRole(visit, 'access-supervisor') ? resultsOf(await listScores(visit)) : undefined} released={await findReleased(visit, 'outreach')} />) },
    { method: 'GET', path: outreachPaths.settings, may: supervising, audit: 'none', handle: async (visit) => (deskOf(visit) ? page(await settings(visit)) : notFound) },
    { method: 'POST', path: outreachPaths.settings, may: supervising, audit: 'access.set-outreach', handle: async (visit) => {
      const desk = deskOf(visit);
      if (!desk) return notFound;
      const read = readSetting(visit.form, visit.language);
      if (read.errors) return invalid(await settings(visit, read.errors));
      await saveSetting(visit, desk.agency, desk.account, read.value);
      return redirect(localized(visit.language, outreachPaths.list));
    } },
    { method: 'GET', path: outreachPaths.show(':id'), may: accompanying, audit: 'access.open-outreach', handle: async (visit) => await show(visit) },
    { method: 'GET', path: outreachPaths.attempt(':id'), may: accompanying, audit: 'access.open-outreach', handle: async (visit) => {
      const at = await find(visit);
      return at?.one.contact ? page(attempt(visit, at.one.contact.firstName, outreachPaths.show(at.one.id))) : notFound;
    } },
    { method: 'POST', path: outreachPaths.attempt(':id'), may: accompanying, audit: 'access.record-call', handle: async (visit) => {
      const at = await find(visit);
      if (!at?.one.contact) return notFound;
      const read = readAttempt(visit.form, visit.language);
      if (read.errors) return invalid(attempt(visit, at.one.contact.firstName, outreachPaths.show(at.one.id), read.errors));
      await recordAttempt(visit, at.desk.account, at.one.id, read.value);
      return redirect(localized(visit.language, outreachPaths.show(at.one.id)));
    } },
    post('join', outreachPaths.join(':id'), accompanying, async (visit, { one }) => one.attempts.length > 0 && await updateJoined(visit, one.id)),
    post('end-slot', outreachPaths.endSlot(':id', ':slot'), { roles: ['coordinator', 'access-supervisor'] }, async (visit, { one }) => isId(visit.params.slot ?? '') && await endSlot(visit, one.id, visit.params.slot ?? '')),
    form('slot', outreachPaths.schedule(':id'), { roles: ['coordinator', 'access-supervisor'] }, async (visit) => readSlot(visit.form, visit.language, await listColleagues(visit)), async (visit, { desk, one }, slot) => {
      if (one.contact) await insertSlot(visit, one.id, desk.account, slot);
      return one.contact !== null;
    }),
    form('score', outreachPaths.score(':id'), accompanying, async (visit, { one }) => {
      const read = readScore(visit.form, visit.language, visit.today);
      const twice = read.value && one.scores.some((known) => known.measure === read.value.measure && known.on === read.value.on);
      return twice ? { errors: { on: outreachWords[visit.language].scoreTwice } } : read;
    }, async (visit, { desk, one }, score) => {
      if (one.state === 'joined') await insertScore(visit, one.id, desk.account, score);
      return one.state === 'joined';
    }),
    form('check', outreachPaths.check(':id'), supervising, async (visit) => readCheck(visit.form, visit.language), async (visit, { desk, one }, done) => {
      await closeCheck(visit, desk, one.id, done);
      return true;
    }),
    form('leave', outreachPaths.leave(':id'), accompanying, async (visit, { one }): Promise<Read<ReturnType<typeof readLeaving>['value']>> => (one.state === 'new' ? { value: 'lost' } : readLeaving(visit.form, visit.language)),
      async (visit, { one }, reason) => (one.state === 'new' ? await updateEnded(visit, one.id) : reason !== undefined && await updateLeft(visit, one.id, reason))),
    { method: 'POST', path: outreachPaths.record(':id'), may: writing, audit: 'access.enter-person', handle: async (visit) => {
      const at = await find(visit);
      if (!at || at.one.state !== 'joined' || at.one.person) return notFound;
      return redirect(localized(visit.language, accessPaths.person(await openRecordFor(visit, at.desk, at.one))));
    } },
  ];

  async function settings(visit: Visit, errors?: FieldErrors) {
    const setting = (await findSetting(visit)) ?? { takes: false, minimumAge: 55, missedLimit: 3 };
    const typed = errors ? visit.form : formFrom({ takes: setting.takes, 'minimum-age': String(setting.minimumAge), 'missed-limit': String(setting.missedLimit) });
    return <SettingsPage frame={frame(visit, outreachWords[visit.language].settings, errors)} typed={typed} errors={errors} />;
  }

  async function show(visit: Visit, wrong?: Wrong): Promise<Answer> {
    const at = await find(visit);
    if (!at) return notFound;
    const { one } = at;
    const plan = hasRole(visit, 'coordinator') || hasRole(visit, 'access-supervisor');
    const check = hasRole(visit, 'access-supervisor') && (await listOpen(visit, { kind: 'outreach-check', about: { kind: 'outreach', id: one.id } })).length > 0;
    const body = <OutreachPage frame={frame(visit, one.contact?.firstName ?? outreachWords[visit.language].noName, wrong?.errors)} one={one} colleagues={plan ? await listColleagues(visit) : []} may={{ plan, check, record: writing.roles.some((role) => hasRole(visit, role)) }}
      typed={visit.form} wrong={wrong} today={visit.today} timeZone={visit.timeZone} />;
    return wrong ? invalid(body) : page(body);
  }

  function attempt(visit: Visit, name: string | null, back: string, errors?: FieldErrors) {
    const words = outreachWords[visit.language];
    return <AttemptPage frame={frame(visit, words.attemptTitle, errors, back === outreachPaths.calls ? 'calls' : 'outreach')} typed={visit.form} errors={errors} name={name ?? words.noName} back={back} />;
  }

  async function ownCall(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const call = (await listMyCalls(visit)).find((one) => one.outreach === visit.params.id);
    if (!call) return notFound;
    const body = attempt(visit, call.firstName, outreachPaths.calls, errors);
    return errors ? invalid(body) : page(body);
  }

  async function postOwnCall(visit: Visit): Promise<Answer> {
    const [desk, call] = [deskOf(visit), (await listMyCalls(visit)).find((one) => one.outreach === visit.params.id)];
    if (!desk || !call) return notFound;
    const read = readAttempt(visit.form, visit.language);
    if (read.errors) return await ownCall(visit, read.errors);
    visit.about('outreach', call.outreach);
    await recordAttempt(visit, desk.account, call.outreach, read.value);
    return redirect(localized(visit.language, outreachPaths.calls));
  }

  /** A step that asks nothing. */
  function post(name: string, path: string, may: { readonly roles: readonly string[] }, work: (visit: Visit, at: At) => Promise<boolean>): Route {
    return { method: 'POST', path, may, audit: `access.outreach-${name}`, handle: async (visit) => {
      const at = await find(visit);
      return at && (await work(visit, at)) ? redirect(localized(visit.language, outreachPaths.show(at.one.id))) : notFound;
    } };
  }

  /** A form that stands on the page of the person. */
  function form<T>(name: Wrong['form'], path: string, may: { readonly roles: readonly string[] }, read: (visit: Visit, at: At) => Promise<Read<T>>, write: (visit: Visit, at: At, value: T) => Promise<boolean>): Route {
    return { method: 'POST', path, may, audit: `access.outreach-${name}`, handle: async (visit) => {
      const at = await find(visit);
      if (!at) return notFound;
      const given = await read(visit, at);
      if (given.errors) return await show(visit, { form: name, errors: given.errors });
      return (await write(visit, at, given.value)) ? redirect(localized(visit.language, outreachPaths.show(at.one.id))) : notFound;
    } };
  }
}

/** The person of the address; undefined where she is hidden. */
async function find(visit: Visit): Promise<At | undefined> {
  const [desk, id] = [deskOf(visit), visit.params.id ?? ''];
  if (!desk || !isId(id)) return undefined;
  visit.about('outreach', id);
  const one = await readOutreach(visit, id);
  return one ? { desk, one } : undefined;
}

/** 1 is Monday. */
function weekdayOf(day: string): number {
  return ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
