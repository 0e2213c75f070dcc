import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Application } from '../application/model.ts';
import { findSent } from '../application/queries.ts';
import { type Call, findCall } from '../call/queries.ts';
import { gatherStanding } from '../review/gather.ts';
import { type Proposed, proposedReason } from '../review/proposed.ts';
import { findOutcome } from '../review/queries.ts';
import { rankWithin } from '../review/rules.ts';
import { ReasonPage } from './page.tsx';
import { reasonPaths } from './paths.ts';
import { deleteReason, keepReason, type Result, results } from './queries.ts';
import { reasonWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };
type Found = { readonly call: Call; readonly application: Application; readonly result: Result };

/** The reason of an applicant, until the decision is recorded. */
export function reasonRoutes(site: SiteSource): Route[] {
  const path = reasonPaths.show(':id', ':result');
  return [
    { method: 'GET', path, may: office, audit: 'application.read-reason', handle: async (visit) => await withFound(visit, async (found) => page(await draw(visit, found))) },
    { method: 'POST', path, may: office, audit: 'application.write-reason', handle: async (visit) => await withFound(visit, async (found) => await write(visit, found)) },
  ];

  async function withFound(visit: Visit, work: (found: Found) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const application = isId(id) ? await findSent(visit, id) : undefined;
    const call = application ? await findCall(visit, { id: application.callId }) : undefined;
    const result = results.find((one) => one === visit.params.result);
    if (!application || !call || !result) return notFound;
    visit.about('application', id);
    return (await findOutcome(visit, id)) ? problem('conflict') : await work({ call, application, result });
  }

  async function draw(visit: Visit, found: Found, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: reasonWords[visit.language].title, current: 'fund-calls', hasErrors: errors !== undefined });
    const typed = errors ? { en: visit.form.text('reason-en'), fr: visit.form.text('reason-fr') } : undefined;
    return <ReasonPage frame={frame} {...found} proposed={await proposedOf(visit, found)} typed={typed} errors={errors} baseUrl={visit.baseUrl} />;
  }

  async function write(visit: Visit, found: Found): Promise<Answer> {
    const { application, result } = found;
    if (visit.form.text('do') === 'back') await deleteReason(visit, application.id, result);
    else {
      const text = { en: visit.form.text('reason-en'), fr: visit.form.text('reason-fr') };
      const errors = Object.fromEntries((['en', 'fr'] as const).filter((one) => text[one] === '' || text[one].length > 1000).map((one) => [`reason-${one}`, reasonWords[visit.language].bothNeeded]));
      if (Object.keys(errors).length > 0) return invalid(await draw(visit, found, errors));
      await keepReason(visit, application.id, result, text);
    }
    return redirect(localized(visit.language, reasonPaths.show(application.id, result)));
  }
}

/** What the ranking with nothing tried says, as if it had come to this result. */
async function proposedOf(visit: Visit, { call, application, result }: Found): Promise<Proposed> {
  const standing = await gatherStanding(visit, call);
  const tried = { envelope: standing.available, least: 0, passOver: false };
  const rows = rankWithin(standing.judged.filter((one) => !one.outcome), tried);
  const row = rows.find((one) => one.id === application.id);
  return row ? proposedReason(standing, rows, { ...row, why: result }, tried) : { text: { en: '', fr: '' }, follows: { en: '', fr: '' }, written: false };
}
