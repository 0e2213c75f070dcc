import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { approvePublication, publishPublication, returnPublication, submitPublication } from './actions.ts';
import type { Desk } from './desk.ts';
import { DraftPage } from './draft-page.tsx';
import { findOwn, type Own } from './own.ts';
import { readReason } from './input.ts';
import { publicationPaths } from './paths.ts';
import { listSteps } from './queries.ts';
import { type Act, mayEdit, openActs } from './rules.ts';

const reviewers = { roles: ['plan-manager', 'leadership-member'] } as const;

/** The steps of a report: hand in, approve or return, publish. */
export function stepRoutes(site: SiteSource, desk: Desk): Route[] {
  return [
    step('submit', 'insight.submit-publication', async (visit, own) => {
      const refusals = await submitPublication(visit, desk, own.template, own.publication, visit.baseUrl);
      return refusals.length > 0 ? invalid(await draftPage(visit, own, site)) : undefined;
    }),
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

  /** One step: absent and hidden are not found, and so is a step that this person may never take; one whose time is not now is a conflict. */
  function step(act: Act, audit: string, take: (visit: Visit, own: Own, version: string) => Promise<Answer | undefined>): Route {
    return {
      method: 'POST', path: publicationPaths.step(':id', act), may: reviewers, audit,
      handle: async (visit) => {
        const own = await findOwn(visit, desk);
        if (!own) return notFound;
        visit.about('publication', own.publication.id);
        if (!openActs(own.template, own.person, { state: own.publication.state, authors: own.authors }).includes(act))
          return act === 'approve' && own.authors.includes(own.person.account) ? notFound : problem('conflict');
        return (await take(visit, own, own.publication.version ?? '')) ?? redirect(localized(visit.language, publicationPaths.draft(own.publication.id)));
      },
    };
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
