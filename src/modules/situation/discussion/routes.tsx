import { isId } from '#app/platform/db/id.ts';
import { type Answer, conflicting, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { findSeat, listSeats, type Table } from '../agreement/queries.ts';
import { listCodes } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { bringForward, takeStep } from './actions.ts';
import { AgendaPage, titleOf } from './agenda-page.tsx';
import { readStep, readTelling } from './input.ts';
import { pseudonymOf } from './pseudonym.ts';
import { agreeKey, type Discussion, findDiscussion, type Given, listDiscussions, type Opened, readDiscussion } from './queries.ts';
import { isStep, states, type Step, stepsFor, type Taken } from './rules.ts';
import { DiscussionPage } from './show-page.tsx';
import { TellPage } from './tell-page.tsx';
import { discussionWords } from './words.ts';

type Found = { readonly table: Table; readonly discussion: Discussion };
type Problem = { readonly errors?: FieldErrors; readonly wrong?: Step; readonly notice?: string };

/** The table's meeting and its discussions. Without a seat nothing of it is there, whatever the role. */
export function discussionRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: situationPaths.table(':body'), may: 'signed-in', audit: 'situation.open-table', handle: async (visit) => await withTable(visit, async (table) => page(await agenda(visit, table))) },
    { method: 'POST', path: situationPaths.bring(':body'), may: 'signed-in', audit: 'none', handle: async (visit) => await withTable(visit, async (table) => {
      if (!visit.form.has('exhausted')) return invalid(await agenda(visit, table, { exhausted: discussionWords[visit.language].bringNoTick }));
      const id = await bringForward(visit, table.body, site().demonstration);
      return id ? redirect(localized(visit.language, situationPaths.tell(id))) : notFound;
    }) },
    { method: 'GET', path: situationPaths.discussion(':id'), may: 'signed-in', audit: 'situation.open-discussion', handle: async (visit) => await withDiscussion(visit, async (found) => await show(visit, found)) },
    { method: 'GET', path: situationPaths.tell(':id'), may: 'signed-in', audit: 'situation.open-telling', handle: async (visit) => await withTelling(visit, async (found, opened) => page(await telling(visit, found, opened))) },
    { method: 'POST', path: situationPaths.tell(':id'), may: 'signed-in', audit: 'none', handle: async (visit) => await withTelling(visit, async (found, opened) => await tell(visit, found, opened)) },
    { method: 'POST', path: situationPaths.step(':id', ':step'), may: 'signed-in', audit: 'none', handle: async (visit) => await withDiscussion(visit, async (found) => await step(visit, found)) },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'situation', hasErrors });
  }

  async function withTable(visit: Visit, work: (table: Table) => Promise<Answer>): Promise<Answer> {
    const table = await findSeat(visit, visit.params.body ?? '');
    return table ? await work(table) : notFound;
  }

  async function withDiscussion(visit: Visit, work: (found: Found) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const discussion = isId(id) ? await findDiscussion(visit, id) : undefined;
    const table = discussion ? await findSeat(visit, discussion.body) : undefined;
    if (!discussion || !table) return notFound;
    visit.about('discussion', discussion.id);
    return await work({ table, discussion });
  }

  async function withTelling(visit: Visit, work: (found: Found, opened: Opened) => Promise<Answer>): Promise<Answer> {
    return await withDiscussion(visit, async (found) => {
      const opened = await readDiscussion(visit, found.discussion.id);
      return opened && stepsFor(found.discussion.state, opened.sides).includes('tell') ? await work(found, opened) : notFound;
    });
  }

  async function agenda(visit: Visit, table: Table, errors?: FieldErrors) {
    return <AgendaPage frame={frame(visit, table.name[visit.language], errors !== undefined)} table={table} discussions={await listDiscussions(visit, table.body)} codes={await listCodes(visit)} today={visit.today} typed={visit.form} errors={errors} />;
  }

  async function show(visit: Visit, { table, discussion }: Found, problem: Problem = {}): Promise<Answer> {
    const opened = await readDiscussion(visit, discussion.id);
    if (!opened) return notFound;
    const body = <DiscussionPage frame={frame(visit, titleOf(discussion, visit.language), problem.errors !== undefined)} table={table} discussion={discussion} opened={opened} codes={await listCodes(visit)} seats={await listSeats(visit, table.body)} today={visit.today} typed={problem.errors ? visit.form : emptyForm} {...problem} />;
    return problem.errors || problem.notice ? invalid(body) : page(body);
  }

  async function telling(visit: Visit, { table, discussion }: Found, opened: Opened, errors?: FieldErrors) {
    return <TellPage frame={frame(visit, discussionWords[visit.language].tellTitle, errors !== undefined)} table={table} discussion={discussion} told={opened.told ?? undefined} codes={await listCodes(visit)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function tell(visit: Visit, found: Found, opened: Opened): Promise<Answer> {
    const words = discussionWords[visit.language];
    const read = readTelling(visit.form, visit.language, await listCodes(visit));
    if (read.errors) return invalid(await telling(visit, found, opened, read.errors));
    const { given, file } = read.value;
    let mark: string | null = null;
    if (file) {
      const pseudonym = await pseudonymOf(found.table.agency, file.secret, file.reference);
      if (!(await agreeKey(visit, pseudonym.proof))) return invalid(await telling(visit, found, opened, { secret: words.otherSecret }));
      mark = `\\x${Buffer.from(pseudonym.mark).toString('hex')}`;
    }
    return await after(visit, found, await takeStep(visit, found.discussion.id, found.discussion.state, 'tell', { ...given, mark }));
  }

  async function step(visit: Visit, found: Found): Promise<Answer> {
    const wanted = visit.params.step;
    const from = states.find((one) => one === visit.form.text('from'));
    if (!isStep(wanted) || wanted === 'tell' || !from) return notFound;
    const read = readStep(visit.form, visit.language, wanted, visit.today);
    if (read.errors) return await show(visit, found, { errors: read.errors, wrong: wanted });
    const given: Given = read.value;
    const done = await takeStep(visit, found.discussion.id, from, wanted, given);
    return done === 'done' && wanted === 'withdraw' ? redirect(localized(visit.language, situationPaths.table(found.table.body))) : await after(visit, found, done);
  }

  async function after(visit: Visit, found: Found, done: Taken): Promise<Answer> {
    if (done === 'done') return redirect(localized(visit.language, situationPaths.discussion(found.discussion.id)));
    if (done === 'absent') return notFound;
    const discussion = await findDiscussion(visit, found.discussion.id);
    if (!discussion) return notFound;
    const answer = await show(visit, { ...found, discussion }, { notice: discussionWords[visit.language].refusals[done] });
    return done === 'conflict' && answer.kind === 'page' ? conflicting(answer.body) : answer;
  }
}
