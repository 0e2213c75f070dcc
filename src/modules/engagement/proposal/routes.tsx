import { randomBytes } from 'node:crypto';
import { findCommunity } from '#app/modules/plan/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { invalid, page, problem } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listCriteria } from '../office/queries.ts';
import { codeOfSeed, submitIssue } from '../issue/actions.ts';
import { issueSecret } from '../issue/rules.ts';
import { type Draft, draftErrors, draftOf, type Step, stepOf, steps, submissionOf } from './input.ts';
import { DonePage, LandingPage, StepPage } from './pages.tsx';
import { proposalWords } from './words.ts';

/** The code that a form's seed stands for: shown again to whoever sends the same form twice. */
export const capabilityOfSeed: NonNullable<Route['capability']> = ({ form }) => (form.text('seed').length >= 16 ? issueSecret(codeOfSeed(form.text('seed'))) : undefined);

export function proposalRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: '/engagement/issues', may: 'anyone', audit: 'none', cached: true, handle: async (visit) => page(<LandingPage frame={frame(visit, site)} questions={(await listCriteria(visit)).map((criterion) => criterion.question)} />) },
    { method: 'GET', path: '/engagement/issues/new', may: 'anyone', audit: 'none', handle: async (visit) => page(await showStep(visit, site, 'what', { ...draftOf(visit.form), id: newId(), seed: randomBytes(16).toString('hex') })) },
    { method: 'POST', path: '/engagement/issues/new', may: 'anyone', audit: 'issue.bring-forward', capability: capabilityOfSeed, limit: { name: 'issue', max: 60, seconds: 600 }, handle: async (visit) => await postStep(visit, site) },
  ];
}

function frame(visit: Visit, site: SiteSource, hasErrors = false) {
  return frameOf(visit, site(), { title: proposalWords[visit.language].landingTitle, description: proposalWords[visit.language].landingLead, current: 'issues', hasErrors });
}

async function showStep(visit: Visit, site: SiteSource, step: Step, draft: Draft, errors: Record<string, string> = {}) {
  const community = await findCommunity(visit);
  return <StepPage frame={frame(visit, site, Object.keys(errors).length > 0)} step={step} draft={draft} errors={errors} places={community?.municipalities ?? []} privacy={community?.privacy} />;
}

async function postStep(visit: Visit, site: SiteSource) {
  const { form, language } = visit;
  const draft = draftOf(form);
  const places = ((await findCommunity(visit))?.municipalities ?? []).map((place) => place.id);
  const step = steps.find((one) => one === form.text('step')) ?? 'check';
  const index = steps.indexOf(step);
  if (form.has('back')) return page(await showStep(visit, site, steps[Math.max(0, index - 1)] ?? 'what', draft));
  const errors = draftErrors(draft, language, places, step === 'check' ? undefined : step);
  const first = Object.keys(errors)[0];
  if (first !== undefined) return invalid(await showStep(visit, site, step === 'check' ? stepOf(first) : step, draft, errors));
  const following = steps[index + 1];
  if (following) return page(await showStep(visit, site, following, draft));
  const done = await submitIssue(visit, submissionOf(draft, language, 'web'));
  if (!done.code) return problem('conflict');
  visit.about('issue', done.id);
  return page(<DonePage frame={{ ...frame(visit, site), unlisted: true, title: proposalWords[language].doneTitle }} reference={done.reference} code={done.code} mailed={draft.email !== ''} />);
}
