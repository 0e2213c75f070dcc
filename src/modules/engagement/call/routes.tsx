import { randomBytes } from 'node:crypto';
import { findCommunity } from '#app/modules/plan/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { submitIssue } from '../issue/actions.ts';
import { type Draft, draftErrors, draftOf, submissionOf } from '../proposal/input.ts';
import { capabilityOfSeed } from '../proposal/routes.tsx';
import { CallDonePage, CallPage } from './page.tsx';
import { countCall } from './queries.ts';
import { callWords } from './words.ts';

const may = { roles: ['operator-311', 'plan-manager'] };
const path = '/engagement/issues/call';

export function callRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path, may, audit: 'none', handle: async (visit) => page(await script(visit, site, { ...draftOf(visit.form), id: newId(), seed: randomBytes(16).toString('hex') })) },
    { method: 'POST', path, may, audit: 'issue.take-call', capability: capabilityOfSeed, handle: async (visit) => await takeIssue(visit, site) },
    { method: 'POST', path: `${path}/count`, may, audit: 'issue.count-call', handle: postCount },
  ];
}

async function script(visit: Visit, site: SiteSource, draft: Draft, errors: Record<string, string> = {}) {
  const frame = frameOf(visit, site(), { title: callWords[visit.language].title, current: 'call', hasErrors: Object.keys(errors).length > 0 });
  return <CallPage frame={frame} draft={draft} errors={errors} places={(await findCommunity(visit))?.municipalities ?? []} counted={visit.query.has('counted')} />;
}

async function takeIssue(visit: Visit, site: SiteSource) {
  const draft = draftOf(visit.form);
  const places = ((await findCommunity(visit))?.municipalities ?? []).map((place) => place.id);
  const errors = draftErrors(draft, visit.language, places);
  if (Object.keys(errors).length > 0) return invalid(await script(visit, site, draft, errors));
  const done = await submitIssue(visit, submissionOf(draft, visit.language, '311'));
  if (!done.code) return problem('conflict');
  await countCall(visit, 'issue');
  visit.about('issue', done.id);
  return page(<CallDonePage frame={frameOf(visit, site(), { title: callWords[visit.language].title, current: 'call' })} reference={done.reference} code={done.code} />);
}

async function postCount(visit: Visit) {
  const outcome = visit.form.text('outcome');
  if (outcome !== 'crisis' && outcome !== 'service') return notFound;
  await countCall(visit, outcome);
  return redirect(`${localized(visit.language, path)}?counted=yes`);
}
