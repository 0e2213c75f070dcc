import { listBodies } from '#app/modules/governance/index.ts';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, bytes, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Application } from '../application/model.ts';
import { findOffered } from '../application/offered.ts';
import { ShowPage } from '../application/office-pages.tsx';
import { applicationPaths } from '../application/paths.ts';
import { findSent } from '../application/queries.ts';
import { type Call, findCall, listCategories, listCriteria } from '../call/queries.ts';
import { stateOf } from '../call/rules.ts';
import { decide } from './actions.ts';
import { dealOut } from './deal.ts';
import { rankingCsv } from './export.ts';
import { gatherStanding, type Standing } from './gather.ts';
import { markOf, readDecision, readModeration, readSheet, readWhatIf } from './input.ts';
import { proposedReason } from './proposed.ts';
import { MinePage } from './mine-page.tsx';
import { reviewPart } from './part.tsx';
import { reviewPaths } from './paths.ts';
import { findOutcome, insertAssignments, insertConflict, isAssigned, keepModeration, keepSheet, listAssignments, listConflicts, listMine, listScorers, findOwnSheet } from './queries.ts';
import { RankingPage } from './ranking-page.tsx';
import { type Ranked, rankWithin, type WhatIf } from './rules.ts';
import { reviewWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };
const readers = { roles: ['fund-officer', 'plan-manager', 'fund-scorer'] };

/** Scoring, the ranking and the decision. What is closed to somebody by a conflict is not there, in any page or file. */
export function reviewRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: reviewPaths.mine, may: { roles: ['fund-scorer'] }, audit: 'none', handle: async (visit) => page(<MinePage frame={frameOf(visit, site(), { title: reviewWords[visit.language].mine, current: 'fund-scores' })} lines={await listMine(visit)} />) },
    { method: 'GET', path: reviewPaths.sheet(':id'), may: readers, audit: 'none', handle: async (visit) => await withApplication(visit, async ({ id }) => redirect(localized(visit.language, applicationPaths.show(id)))) },
    { method: 'POST', path: reviewPaths.sheet(':id'), may: readers, audit: 'application.score', handle: async (visit) => await withApplication(visit, async (application) => await score(visit, application)) },
    { method: 'POST', path: reviewPaths.conflict(':id'), may: readers, audit: 'application.conflict', handle: async (visit) => await withApplication(visit, async ({ id }) => {
      await insertConflict(visit, id);
      return redirect(localized(visit.language, hasRole(visit, 'fund-scorer') ? reviewPaths.mine : '/funding/calls/office'));
    }) },
    { method: 'POST', path: reviewPaths.moderate(':id'), may: office, audit: 'application.moderate', handle: async (visit) => await withApplication(visit, async (application) => await moderate(visit, application)) },
    { method: 'GET', path: reviewPaths.ranking(':slug'), may: office, audit: 'application.rank', handle: async (visit) => await withCall(visit, async (call) => page(await ranking(visit, call, { said: visit.query.has('decided') ? reviewWords[visit.language].recorded : visit.query.has('dealt') ? reviewWords[visit.language].dealt : undefined }))) },
    { method: 'GET', path: reviewPaths.export(':slug'), may: office, audit: 'application.export', handle: async (visit) => await withCall(visit, async (call) => {
      const { rows } = await tryOut(visit, call, (name) => visit.query.get(name) ?? '');
      return bytes('text/csv; charset=utf-8', rankingCsv(rows), { headers: { 'content-disposition': `attachment; filename="${call.slug}-ranking.csv"` } });
    }) },
    { method: 'POST', path: reviewPaths.assign(':slug'), may: office, audit: 'application.assign', handle: async (visit) => await withCall(visit, async (call) => await assign(visit, call)) },
    { method: 'POST', path: reviewPaths.decide(':slug'), may: { roles: ['plan-manager'] }, audit: 'application.decide', handle: async (visit) => await withCall(visit, async (call) => await record(visit, call)) },
  ];

  async function withApplication(visit: Visit, work: (application: Application) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const application = isId(id) ? await findSent(visit, id) : undefined;
    if (!application) return notFound;
    visit.about('application', id);
    return await work(application);
  }
  async function withCall(visit: Visit, work: (call: Call) => Promise<Answer>): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    if (!call) return notFound;
    visit.about('call', call.id);
    return await work(call);
  }

  async function again(visit: Visit, application: Application, which: 'sheet' | 'moderation', errors: FieldErrors): Promise<Answer> {
    const call = await findCall(visit, { id: application.callId });
    const category = call ? (await listCategories(visit, call.id)).find((one) => one.id === application.categoryId) : undefined;
    if (!call || !category) return notFound;
    const isOffice = office.roles.some((role) => hasRole(visit, role));
    const frame = frameOf(visit, site(), { title: application.title, current: isOffice ? 'fund-calls' : 'fund-scores', hasErrors: true });
    return invalid(<ShowPage frame={frame} call={call} category={category} application={application} offered={await findOffered(visit)} office={isOffice} review={await reviewPart(visit, frame, application, isOffice, { form: visit.form, errors, which })} />);
  }

  async function score(visit: Visit, application: Application): Promise<Answer> {
    if (!(await isAssigned(visit, application.id))) return notFound;
    if ((await findOwnSheet(visit, application.id))?.finishedAt) return problem('conflict');
    const read = readSheet(visit.form, visit.language, await listCriteria(visit, application.callId));
    if (read.errors) return await again(visit, application, 'sheet', read.errors);
    await keepSheet(visit, application.id, read.value);
    return redirect(localized(visit.language, read.value.finished ? reviewPaths.mine : applicationPaths.show(application.id)));
  }

  async function moderate(visit: Visit, application: Application): Promise<Answer> {
    if (await findOutcome(visit, application.id)) return problem('conflict');
    const read = readModeration(visit.form, visit.language, visit.today);
    if (read.errors) return await again(visit, application, 'moderation', read.errors);
    await keepModeration(visit, { application: application.id, ...read.value });
    return redirect(localized(visit.language, applicationPaths.show(application.id)));
  }

  async function tryOut(visit: Visit, call: Call, text: (name: string) => string): Promise<{ standing: Standing; tried: WhatIf; rows: ReturnType<typeof rankWithin> }> {
    const standing = await gatherStanding(visit, call);
    const tried = readWhatIf(text, standing.available);
    return { standing, tried, rows: rankWithin(standing.judged.filter((one) => !one.outcome), tried) };
  }

  async function ranking(visit: Visit, call: Call, state: { said?: string | undefined; errors?: FieldErrors; which?: 'assign' | 'decide' }) {
    const { standing, tried, rows } = await tryOut(visit, call, (name) => (state.which === 'decide' ? visit.form.text(name) : (visit.query.get(name) ?? '')));
    const frame = frameOf(visit, site(), { title: reviewWords[visit.language].ranking, current: 'fund-calls', hasErrors: state.errors !== undefined });
    const mayDecide = hasRole(visit, 'plan-manager') && stateOf(call, visit.now) === 'closed';
    return <RankingPage frame={frame} call={call} standing={standing} rows={rows} tried={tried} mark={markIn(standing, rows, tried)} scorers={await listScorers(visit)} bodies={await listBodies(visit)} mayDecide={mayDecide} typed={visit.form} {...state} />;
  }

  async function assign(visit: Visit, call: Call): Promise<Answer> {
    const words = reviewWords[visit.language];
    const each = /^([1-9]|10)$/.test(visit.form.text('each')) ? Number(visit.form.text('each')) : 0;
    const accounts = (await listScorers(visit)).map((one) => one.account).filter((account) => visit.form.list('scorers').includes(account));
    const errors = { ...(each === 0 ? { each: words.badEach } : {}), ...(accounts.length < Math.max(1, each) ? { scorers: words.noneChosen } : {}) };
    if (Object.keys(errors).length > 0) return invalid(await ranking(visit, call, { errors, which: 'assign' }));
    const { judged } = await gatherStanding(visit, call);
    const open = judged.filter((one) => !one.outcome).map((one) => one.id);
    await insertAssignments(visit, dealOut({ applications: open, accounts, each, assigned: await listAssignments(visit, call.id), conflicts: await listConflicts(visit, call.id) }));
    return redirect(`${localized(visit.language, reviewPaths.ranking(call.slug))}?dealt`);
  }

  async function record(visit: Visit, call: Call): Promise<Answer> {
    const words = reviewWords[visit.language];
    if (stateOf(call, visit.now) !== 'closed') return problem('conflict');
    const { standing, tried, rows } = await tryOut(visit, call, (name) => visit.form.text(name));
    const read = readDecision(visit.form, visit.language, visit.today, (await listBodies(visit)).map((one) => one.slug));
    if (read.errors) return invalid(await ranking(visit, call, { errors: read.errors, which: 'decide' }));
    if (visit.form.text('mark') !== markIn(standing, rows, tried)) return invalid(await ranking(visit, call, { errors: { body: words.stale }, which: 'decide' }));
    if (!rows.some((row) => row.why !== 'not-scored')) return invalid(await ranking(visit, call, { errors: { body: words.nothingToDecide }, which: 'decide' }));
    await decide(visit, call, standing, rows, tried, read.value);
    return redirect(`${localized(visit.language, reviewPaths.ranking(call.slug))}?decided`);
  }
}

function markIn(standing: Standing, rows: readonly Ranked[], tried: WhatIf): string {
  return markOf(rows, tried, rows.map((row) => proposedReason(standing, rows, row, tried).text));
}
