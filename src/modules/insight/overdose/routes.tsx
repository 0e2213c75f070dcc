import { randomBytes } from 'node:crypto';
import { isId } from '#app/platform/db/id.ts';
import { accountOf, hasRole } from '#app/platform/db/scope.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listAreas } from '../alert/queries.ts';
import { correctOverdose, enterOverdose, takeBackOverdose } from './actions.ts';
import { readOverdose } from './input.ts';
import { EnterPage, EntryListPage, EntryPage } from './pages.tsx';
import { overdosePaths } from './paths.ts';
import { type Entry, findEntry, listEntries } from './queries.ts';
import { mayCorrect } from './rules.ts';
import { overdoseWords } from './words.ts';

const responders = { roles: ['responder'] } as const;
const readers = { roles: ['responder', 'alert-keeper', 'analyst'] } as const;

/** What responders enter from the scene, and their own entries. */
export function overdoseRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: overdosePaths.enter, may: responders, audit: 'none', handle: async (visit) => page(await enterPage(visit)) },
    { method: 'POST', path: overdosePaths.enter, may: responders, audit: 'insight.enter-overdose', handle: postEnter },
    { method: 'GET', path: overdosePaths.list, may: readers, audit: 'insight.list-overdoses', handle: showList },
    { method: 'GET', path: overdosePaths.entry(':id'), may: responders, audit: 'insight.read-overdose', handle: async (visit) => await guarded(visit, async (entry) => page(await entryPage(visit, entry))) },
    { method: 'POST', path: overdosePaths.entry(':id'), may: responders, audit: 'insight.correct-overdose', handle: async (visit) => await guarded(visit, async (entry) => await postCorrect(visit, entry)) },
    { method: 'POST', path: overdosePaths.withdraw(':id'), may: responders, audit: 'insight.withdraw-overdose', handle: async (visit) => await guarded(visit, async (entry) => {
      if (!mayCorrect(entry, accountOf(visit), visit.now) || !(await takeBackOverdose(visit, entry.id))) return problem('conflict');
      return redirect(`${localized(visit.language, overdosePaths.entry(entry.id))}?done=withdrawn`);
    }) },
  ];

  function frame(visit: Visit, title: string, current: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current, hasErrors: errors !== undefined });
  }

  async function enterPage(visit: Visit, errors?: FieldErrors) {
    const id = visit.query.get('received') ?? '';
    const entry = errors === undefined && isId(id) ? await findEntry(visit, id) : undefined;
    const seed = visit.form.text('seed').length >= 16 ? visit.form.text('seed') : randomBytes(16).toString('hex');
    const noAgency = visit.actor.kind !== 'staff' || visit.actor.agency === null;
    const received = entry ? { entry, again: visit.query.has('again') } : undefined;
    return <EnterPage frame={frame(visit, overdoseWords[visit.language].title, 'enter-overdose', errors)} areas={await listAreas(visit)} typed={errors ? visit.form : emptyForm} errors={errors} seed={seed} received={received} noAgency={noAgency} />;
  }

  async function postEnter(visit: Visit): Promise<Answer> {
    const read = readOverdose(visit.form, visit, visit.language, (await listAreas(visit)).map(({ slug }) => slug));
    if (read.errors) return invalid(await enterPage(visit, read.errors));
    const seed = visit.form.text('seed');
    const done = await enterOverdose(visit, read.value, seed.length >= 16 && seed.length <= 100 ? seed : randomBytes(16).toString('hex'));
    if (!done) return problem('conflict');
    visit.about('overdose', done.id);
    return redirect(`${localized(visit.language, overdosePaths.enter)}?received=${done.id}${done.again ? '&again=yes' : ''}`);
  }

  async function showList(visit: Visit): Promise<Answer> {
    const entries = await listEntries(visit);
    const changeable = (entry: Entry) => mayCorrect(entry, accountOf(visit), visit.now);
    return page(<EntryListPage frame={frame(visit, overdoseWords[visit.language].list, 'overdoses')} areas={await listAreas(visit)} entries={entries} changeable={changeable} enters={hasRole(visit, 'responder')} />);
  }

  async function guarded(visit: Visit, then: (entry: Entry) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const entry = isId(id) ? await findEntry(visit, id) : undefined;
    if (!entry) return notFound;
    visit.about('overdose', entry.id);
    return await then(entry);
  }

  async function entryPage(visit: Visit, entry: Entry, errors?: FieldErrors) {
    const time = new Intl.DateTimeFormat('en-CA', { timeZone: visit.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(entry.occurredAt);
    const fallback = {
      when: 'other', day: dateIn(visit.timeZone, entry.occurredAt), time, area: entry.area, outcome: entry.outcome, naloxone: entry.naloxone,
      contaminated: entry.contaminated ? 'yes' : '', substances: entry.substances, 'same-place': String(entry.samePlace),
    };
    return <EntryPage frame={frame(visit, overdoseWords[visit.language].entry, 'overdoses', errors)} areas={await listAreas(visit)} entry={entry} fallback={fallback} typed={errors ? visit.form : emptyForm} errors={errors}
      may={mayCorrect(entry, accountOf(visit), visit.now)} done={visit.query.get('done') ?? undefined} />;
  }

  async function postCorrect(visit: Visit, entry: Entry): Promise<Answer> {
    if (!mayCorrect(entry, accountOf(visit), visit.now)) return problem('conflict');
    // Times are read against the moment of the entry: what happened then cannot have happened after it was written.
    const read = readOverdose(visit.form, { now: entry.enteredAt, timeZone: visit.timeZone }, visit.language, (await listAreas(visit)).map(({ slug }) => slug));
    if (read.errors) return invalid(await entryPage(visit, entry, read.errors));
    if (!(await correctOverdose(visit, entry.id, read.value))) return problem('conflict');
    return redirect(`${localized(visit.language, overdosePaths.entry(entry.id))}?done=corrected`);
  }
}
