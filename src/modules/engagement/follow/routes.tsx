import { listBodies, listDecisionsAbout } from '#app/modules/governance/index.ts';
import { findPriority } from '#app/modules/plan/index.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, page, problem } from '#app/platform/http/answer.ts';
import { codeDoor, codeSecret } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { moveIssue } from '../issue/actions.ts';
import { insertIssueEvent, insertIssueMessage, listIssueEvents, listIssueMessages } from '../issue/history.ts';
import { findOwnIssue, type Issue } from '../issue/queries.ts';
import { mayBecome } from '../issue/rules.ts';
import { type Followed, FollowForm, FollowPage } from './pages.tsx';
import { followWords } from './words.ts';

const door = codeDoor({ limit: 'follow', max: 30 }, (typed) => codeSecret('issue', typed));

export function followRoutes(site: SiteSource): Route[] {
  const withIssue = (work: (visit: Visit, issue: Issue) => Promise<Answer>) => async (visit: Visit) => {
    const reference = visit.form.text('reference').toUpperCase();
    const issue = await door.open(visit, async () => await findOwnIssue(visit, reference));
    const frame = frameOf(visit, site(), { title: followWords[visit.language].title, unlisted: true, hasErrors: true });
    return issue ? await work(visit, issue) : invalid(<FollowForm frame={frame} reference={reference} errors={{ reference: followWords[visit.language].wrong }} />);
  };
  const shared = { ...door.behind, method: 'POST' } as const;
  return [
    { method: 'GET', path: '/engagement/issues/follow', may: 'anyone', audit: 'none', cached: true, handle: async (visit) => page(<FollowForm frame={frameOf(visit, site(), { title: followWords[visit.language].title, current: 'issues' })} />) },
    { ...shared, path: '/engagement/issues/follow', audit: 'issue.follow', handle: withIssue(async (visit, issue) => page(await show(visit, site, issue))) },
    { ...shared, path: '/engagement/issues/follow/answer', audit: 'issue.answer-back', handle: withIssue(async (visit, issue) => await answerBack(visit, site, issue)) },
    { ...shared, path: '/engagement/issues/follow/withdraw', audit: 'issue.withdraw', handle: withIssue(async (visit, issue) => await withdraw(visit, site, issue)) },
  ];
}

async function gather(visit: Visit, issue: Issue): Promise<Followed> {
  const [events, messages, decisions, bodies, priority] = await Promise.all([
    listIssueEvents(visit, issue.id), listIssueMessages(visit, issue.id), listDecisionsAbout(visit, 'issue', issue.id), listBodies(visit),
    issue.prioritySlug ? findPriority(visit, issue.prioritySlug) : undefined,
  ]);
  const answered = messages.filter((message) => message.direction === 'from-proposer').length;
  const replies = messages.filter((message) => message.direction === 'to-proposer').length;
  return {
    issue, events, messages, decisions, names: new Map(bodies.map((body) => [body.slug, body.name[visit.language]])),
    priority: priority ? { slug: priority.slug, title: priority.title[visit.language] } : undefined,
    mayAnswer: issue.state === 'more-info' || (replies > 0 && answered === 0), mayWithdraw: mayBecome(issue.state, 'withdrawn'),
  };
}

async function show(visit: Visit, site: SiteSource, issue: Issue, more: { errors?: Record<string, string>; answer?: string } = {}) {
  visit.about('issue', issue.id);
  const frame = frameOf(visit, site(), { title: issue.title, unlisted: true, current: 'issues', hasErrors: more.errors !== undefined });
  return <FollowPage frame={frame} followed={await gather(visit, issue)} code={visit.form.text('code')} {...more} />;
}

async function answerBack(visit: Visit, site: SiteSource, issue: Issue): Promise<Answer> {
  const words = followWords[visit.language];
  const answer = visit.form.text('answer');
  if (!(await gather(visit, issue)).mayAnswer) return problem('conflict');
  const error = answer === '' ? words.answerMissing : answer.length > 4000 ? words.answerLong : undefined;
  if (error) return invalid(await show(visit, site, issue, { errors: { answer: error }, answer }));
  await insertIssueMessage(visit, issue.id, 'from-proposer', answer);
  await insertIssueEvent(visit, issue.id, { kind: 'answer-back', shown: true });
  if (mayBecome(issue.state, 'screening')) await moveIssue(visit, issue, 'screening');
  return page(await show(visit, site, (await findOwnIssue(visit, issue.reference)) ?? issue));
}

async function withdraw(visit: Visit, site: SiteSource, issue: Issue): Promise<Answer> {
  if (!mayBecome(issue.state, 'withdrawn')) return problem('conflict');
  await moveIssue(visit, issue, 'withdrawn');
  await raiseEvent(visit, { kind: 'engagement.issue-withdrawn', subject: issue.id });
  return page(await show(visit, site, (await findOwnIssue(visit, issue.reference)) ?? issue));
}
