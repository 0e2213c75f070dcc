import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Handler, Pause, Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { approvePublication, prepareSubmission, publishPublication, returnPublication, submitPublication, type Typeset, typesetFiles } from './actions.ts';
import type { Desk } from './desk.ts';
import { DraftPage } from './draft-page.tsx';
import { findOwn, type Own } from './own.ts';
import { readReason } from './input.ts';
import { publicationPaths } from './paths.ts';
import { listSteps } from './queries.ts';
import { type Act, mayEdit, openActs } from './rules.ts';

/** How often a report is typeset anew because it changed meanwhile. */
const rounds = 3;
type Take = (visit: Visit, own: Own, version: string) => Promise<Answer | Pause | undefined>;
const reviewers = { roles: ['plan-manager', 'leadership-member'] } as const;

/** The steps of a report: hand in, approve or return, publish. */
export function stepRoutes(site: SiteSource, desk: Desk): Route[] {
  return [
    step('submit', 'insight.submit-publication', async (visit, own) => await submit(visit, own)),
    step('approve', 'insight.approve-publication', async (visit, own, version) => {
      await approvePublication(visit, own.publication, version);
      return undefined;
    }),
    step('return', 'insight.return-publication', async (visit, own, version) => {
      const read = readReason(visit.form, visit.language);
      if (read.errors) return invalid(await draftPage(visit, own, site, read.errors));
      await returnPublication(visit, own.publication, version, read.value);
      return undefined;
    }),
    step('publish', 'insight.publish-publication', async (visit, own, version) => {
      await publishPublication(visit, own.publication, version);
      return undefined;
    }),
  ];

  function step(act: Act, audit: string, take: Take): Route {
    return { method: 'POST', path: publicationPaths.step(':id', act), may: reviewers, audit, handle: takes(act, take) };
  }

  /** One step: absent and hidden are not found, and so is a step that this person may never take; one whose time is not now is a conflict. */
  function takes(act: Act, take: Take): Handler {
    return async (visit) => {
      const own = await findOwn(visit, desk);
      if (!own) return notFound;
      visit.about('publication', own.publication.id);
      if (!openActs(own.template, own.person, { state: own.publication.state, authors: own.authors }).includes(act))
        return act === 'approve' && own.authors.includes(own.person.account) ? notFound : problem('conflict');
      return (await take(visit, own, own.publication.version ?? '')) ?? redirect(localized(visit.language, publicationPaths.draft(own.publication.id)));
    };
  }

  /** Typesets with no transaction open, then looks whether it is still the same report; if others keep changing it, that is a conflict. */
  async function submit(visit: Visit, own: Own, made?: Typeset, round = 0): Promise<Answer | Pause | undefined> {
    const { template, publication } = own;
    const outcome = made ? await submitPublication(visit, desk, template, publication, made) : { ...(await prepareSubmission(visit, desk, template, publication)), submitted: false };
    if (outcome.submitted) return undefined;
    if (outcome.refusals.length > 0) return invalid(await draftPage(visit, own, site));
    if (round === rounds) return problem('conflict');
    const { baseUrl } = visit;
    return { kind: 'pause', outside: async () => {
      const files = await typesetFiles(outcome.frozen.documents, baseUrl);
      return takes('submit', async (again, same) => await submit(again, same, files, round + 1));
    } };
  }
}

export async function showDraft(visit: Visit, site: SiteSource, desk: Desk): Promise<Answer> {
  const own = await findOwn(visit, desk);
  return own ? page(await draftPage(visit, own, site)) : notFound;
}

async function draftPage(visit: Visit, own: Own, site: SiteSource, errors?: FieldErrors) {
  const { publication, template, person, authors } = own;
  const copy = await own.copy();
  const { documents } = copy ?? (await own.version(visit.baseUrl));
  const frame = frameOf(visit, site(), { title: publication.title[visit.language], current: 'publications', hasErrors: errors !== undefined });
  return (
    <DraftPage frame={frame} publication={publication} template={template} document={documents[visit.language]} parts={copy?.parts[visit.language]} refusals={copy?.refusals ?? []}
      steps={await listSteps(visit, publication.id)} acts={openActs(template, person, { state: publication.state, authors })} mayEdit={mayEdit(template, person, publication.state)}
      author={authors.includes(person.account)} typed={visit.form} errors={errors} />
  );
}
