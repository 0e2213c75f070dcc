import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Pause, Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listFigures } from '../figure/queries.ts';
import { listIndicators } from '../indicator/queries.ts';
import { startPublication, writeSection } from './actions.ts';
import type { Desk } from './desk.ts';
import { isFormat } from './document/write.ts';
import { DraftsPage, SectionPage, StartPage } from './draft-pages.tsx';
import { findOwn, type Own } from './own.ts';
import { readStart, readText } from './input.ts';
import { publicationPaths } from './paths.ts';
import { fileOf } from './published-routes.tsx';
import { findCommunity, listPublications, readTexts } from './queries.ts';
import { mayEdit } from './rules.ts';
import { showDraft, stepRoutes } from './step-routes.tsx';
import { publicationWords } from './words.ts';

const office = { roles: ['plan-manager'] } as const;
const reviewers = { roles: ['plan-manager', 'leadership-member'] } as const;

/** The working copies: the plan office writes, the leadership group reads what was handed in. */
export function draftRoutes(site: SiteSource, desk: Desk): Route[] {
  return [
    { method: 'GET', path: publicationPaths.drafts, may: reviewers, audit: 'none', handle: showDrafts },
    { method: 'GET', path: publicationPaths.newDraft, may: office, audit: 'none', handle: async (visit) => page(await startPage(visit)) },
    { method: 'POST', path: publicationPaths.newDraft, may: office, audit: 'insight.start-publication', handle: postStart },
    { method: 'GET', path: publicationPaths.draft(':id'), may: reviewers, audit: 'none', handle: async (visit) => await showDraft(visit, site, desk) },
    { method: 'GET', path: publicationPaths.draftFile(':id', ':format'), may: reviewers, audit: 'none', handle: sendDraft },
    { method: 'GET', path: publicationPaths.section(':id', ':key'), may: office, audit: 'none', handle: async (visit) => await guarded(visit, async (own) => page(await sectionPage(visit, own))) },
    { method: 'POST', path: publicationPaths.section(':id', ':key'), may: office, audit: 'insight.write-section', handle: async (visit) => await guarded(visit, async (own) => await postSection(visit, own)) },
    ...stepRoutes(site, desk),
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'publications', hasErrors: errors !== undefined });
  }

  async function showDrafts(visit: Visit) {
    const mayStart = hasRole(visit, 'plan-manager');
    return page(<DraftsPage frame={frame(visit, publicationWords[visit.language].drafts)} publications={await listPublications(visit)} mayStart={mayStart} />);
  }

  async function startPage(visit: Visit, errors?: FieldErrors) {
    return <StartPage frame={frame(visit, publicationWords[visit.language].start, errors)} typed={visit.form} errors={errors} templates={desk.templates} community={await findCommunity(visit)} />;
  }

  async function postStart(visit: Visit) {
    const departments = (await findCommunity(visit))?.departments.map((one) => one.code) ?? [];
    const read = readStart(visit.form, visit.language, { templates: desk.templates.map((one) => one.name), departments });
    if (read.errors) return invalid(await startPage(visit, read.errors));
    const id = await startPublication(visit, read.value);
    visit.about('publication', id);
    return redirect(localized(visit.language, publicationPaths.draft(id)));
  }

  /** A section of a draft: hidden and absent are not found, closed is a conflict. */
  async function guarded(visit: Visit, then: (own: Own & { section: Own['template']['sections'][number] }) => Promise<Answer>): Promise<Answer> {
    const own = await findOwn(visit, desk);
    const section = own?.template.sections.find((one) => one.key === visit.params.key);
    if (!own || !section) return notFound;
    return mayEdit(own.template, own.person, own.publication.state) ? await then({ ...own, section }) : problem('conflict');
  }

  async function sectionPage(visit: Visit, { publication, section }: Own & { section: Own['template']['sections'][number] }, errors?: FieldErrors) {
    const own = (await readTexts(visit, publication.id))[section.key] ?? { en: '', fr: '' };
    const figures = (await listFigures(visit)).filter((one) => !one.supersededBy);
    return <SectionPage frame={frame(visit, section.heading[visit.language], errors)} typed={visit.form} errors={errors} publication={publication} section={section} own={own} figures={figures} indicators={(await listIndicators(visit)).filter((one) => !one.retired)} />;
  }

  async function postSection(visit: Visit, own: Own & { section: Own['template']['sections'][number] }) {
    visit.about('publication', own.publication.id);
    const read = readText(visit.form, visit.language);
    if (read.errors) return invalid(await sectionPage(visit, own, read.errors));
    await writeSection(visit, own.publication.id, own.section.key, read.value);
    return redirect(`${localized(visit.language, publicationPaths.draft(own.publication.id))}#${own.section.key}`);
  }

  /** A draft as a file, made with no transaction open: typesetting takes time. */
  async function sendDraft(visit: Visit): Promise<Answer | Pause> {
    const format = visit.params.format ?? '';
    const own = isId(visit.params.id) && isFormat(format) ? await findOwn(visit, desk) : undefined;
    if (!own || !isFormat(format)) return notFound;
    const { documents, baseUrl } = await own.version(visit.baseUrl);
    return { kind: 'pause', outside: async () => {
      const file = await fileOf({ documents, baseUrl }, visit.language, format, own.publication.number ?? 'draft');
      return async () => file;
    } };
  }
}
