import { listBodies, listDecisionsAbout } from '#app/modules/governance/index.ts';
import { findCommunity, findPriority, listMilestones } from '#app/modules/plan/index.ts';
import { stateText } from '#app/ui/components/state.tsx';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, bytes, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { mergeIssue, moveIssue, replyToProposer, unmergeIssue } from '../issue/actions.ts';
import { insertIssueMessage, listIssueEvents, listIssueMessages } from '../issue/history.ts';
import { findIssue, type Issue, listIssues, listSimilar, readProposer } from '../issue/queries.ts';
import { findAttachment, listAttachments } from '../mailbox/attachments.ts';
import { decideIssue, putToLeadership } from './actions.ts';
import { type Case, CasePage } from './case-page.tsx';
import { readDecision } from './decision-input.ts';
import { InboxPage } from './inbox-page.tsx';
import { listCriteria, listScreeningAnswers, upsertScreeningAnswer } from './queries.ts';
import { officeWords } from './words.ts';

const office = { roles: ['plan-manager'] };
const readers = { roles: ['plan-manager', 'leadership-member'] };

export function officeRoutes(site: SiteSource): Route[] {
  const verb = (name: string, work: (visit: Visit, issue: Issue) => Promise<Answer | undefined>): Route => ({
    method: 'POST', path: `/engagement/issues/:id/${name}`, may: office, audit: `issue.${name}`,
    handle: async (visit) => {
      const issue = await issueOf(visit);
      if (!issue) return notFound;
      return (await work(visit, issue)) ?? redirect(localized(visit.language, `/engagement/issues/${issue.id}`));
    },
  });
  const again = async (visit: Visit, issue: Issue, errors: Record<string, string>) => invalid(await casePage(visit, site, issue, { errors }));
  return [
    { method: 'GET', path: '/engagement/issues/inbox', may: office, audit: 'issue.list', handle: async (visit) => await inbox(visit, site) },
    { method: 'GET', path: '/engagement/issues/leadership', may: readers, audit: 'issue.list', handle: async (visit) => await leadership(visit, site) },
    { method: 'GET', path: '/engagement/issues/:id', may: readers, audit: 'issue.read', handle: async (visit) => {
      const issue = await issueOf(visit);
      return issue ? page(await casePage(visit, site, issue)) : notFound;
    } },
    { method: 'GET', path: '/engagement/issues/:id/files/:file', may: office, audit: 'issue.read-file', handle: async (visit) => await showFile(visit) },
    verb('contact', async (visit, issue) => page(await casePage(visit, site, issue, { contact: true }))),
    verb('screen', async (visit, issue) => void (await moveIssue(visit, issue, 'screening'))),
    verb('screening', async (visit, issue) => void (await saveScreening(visit, issue))),
    verb('merge', async (visit, issue) => (isId(visit.form.text('into')) && (await mergeIssue(visit, issue, visit.form.text('into'))) ? undefined : notFound)),
    verb('unmerge', async (visit, issue) => void (await unmergeIssue(visit, issue))),
    verb('leadership', async (visit, issue) => void (await putToLeadership(visit, issue, visit.form.text('note').slice(0, 4000)))),
    verb('ask', async (visit, issue) => {
      if (visit.form.text('question') === '') return await again(visit, issue, { question: officeWords[visit.language].missingText });
      await moveIssue(visit, issue, 'more-info');
      await insertIssueMessage(visit, issue.id, 'to-proposer', visit.form.text('question').slice(0, 4000));
      return undefined;
    }),
    verb('decision', async (visit, issue) => {
      const read = readDecision(visit.form, visit.language, visit.today, (await listBodies(visit)).map((body) => body.slug));
      if ('errors' in read) return await again(visit, issue, read.errors);
      await decideIssue(visit, issue, read.value);
      return undefined;
    }),
    verb('reply', async (visit, issue) => {
      if (visit.form.text('reply') === '') return await again(visit, issue, { reply: officeWords[visit.language].missingText });
      await replyToProposer(visit, issue, visit.form.text('reply').slice(0, 8000));
      return undefined;
    }),
  ];
}

async function issueOf(visit: Visit): Promise<Issue | undefined> {
  const id = visit.params.id ?? '';
  if (!isId(id)) return undefined;
  visit.about('issue', id);
  return await findIssue(visit, id);
}

/** A checked attachment, always as a download: nothing that somebody sent is opened inside the site. */
async function showFile(visit: Visit): Promise<Answer> {
  const { id = '', file = '' } = visit.params;
  const found = isId(id) && isId(file) ? await findAttachment(visit, id, file) : undefined;
  if (!found) return notFound;
  visit.about('file', found.id);
  return bytes(found.type, new Uint8Array(found.content), { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}` } });
}

async function inbox(visit: Visit, site: SiteSource): Promise<Answer> {
  const search = visit.query.get('q')?.trim().slice(0, 100) ?? '';
  const frame = frameOf(visit, site(), { title: officeWords[visit.language].inbox, current: 'inbox' });
  return page(<InboxPage frame={frame} issues={await listIssues(visit, search ? { search } : {})} places={(await findCommunity(visit))?.municipalities ?? []} search={search} />);
}

async function leadership(visit: Visit, site: SiteSource): Promise<Answer> {
  const frame = frameOf(visit, site(), { title: officeWords[visit.language].leadership, current: 'leadership' });
  return page(<InboxPage frame={frame} issues={await listIssues(visit, { leadership: true })} places={(await findCommunity(visit))?.municipalities ?? []} leadership />);
}

async function casePage(visit: Visit, site: SiteSource, issue: Issue, more: { errors?: Record<string, string>; contact?: boolean } = {}) {
  const frame = frameOf(visit, site(), { title: issue.reference, current: 'inbox', hasErrors: more.errors !== undefined });
  return <CasePage frame={frame} file={await gather(visit, issue, more.contact ?? false)} errors={more.errors ?? {}} typed={new Map(visit.form.entries())} />;
}

async function gather(visit: Visit, issue: Issue, contact: boolean): Promise<Case> {
  const { language } = visit;
  const mayWork = hasRole(visit, 'plan-manager');
  const criteria = await listCriteria(visit);
  const [events, messages, decisions, bodies, answers, similar, community] = await Promise.all([
    listIssueEvents(visit, issue.id), listIssueMessages(visit, issue.id), listDecisionsAbout(visit, 'issue', issue.id), listBodies(visit),
    listScreeningAnswers(visit, issue.id, criteria[0]?.version ?? 1), mayWork ? listSimilar(visit, issue) : [], findCommunity(visit),
  ]);
  const priority = issue.prioritySlug ? await findPriority(visit, issue.prioritySlug) : undefined;
  const actions = (await listMilestones(visit)).filter((milestone) => milestone.fromIssue === issue.id);
  return {
    issue, events, messages, decisions, bodies, criteria, answers, similar, mayWork, files: mayWork ? await listAttachments(visit, issue.id) : [],
    mergedInto: issue.mergedInto ? await findIssue(visit, issue.mergedInto) : undefined,
    place: community?.municipalities.find((one) => one.id === issue.municipality)?.name[language] ?? '',
    proposer: contact ? await readProposer(visit, issue.id) : 'hidden',
    priorityTitle: priority?.title[language],
    actions: actions.map((milestone) => ({ title: milestone.title[language], state: stateText(language, milestone.state) })),
  };
}

async function saveScreening(visit: Visit, issue: Issue): Promise<void> {
  if (visit.actor.kind !== 'staff') return;
  for (const criterion of await listCriteria(visit)) {
    const answer = visit.form.text(`criterion-${criterion.id}`);
    if (['yes', 'no', 'unclear'].includes(answer)) await upsertScreeningAnswer(visit, { issue: issue.id, version: criterion.version, criterion: criterion.id, answer, account: visit.actor.account });
  }
}
