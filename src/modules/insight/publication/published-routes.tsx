import { isId } from '#app/platform/db/id.ts';
import { bytes, notFound, page } from '#app/platform/http/answer.ts';
import type { Outing, Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import type { Desk } from './desk.ts';
import { type Format, formats, isFormat, writeFiles } from './document/write.ts';
import { publicationPaths } from './paths.ts';
import { PublicationPage, PublishedPage } from './published-pages.tsx';
import { findPublished, findVersion, listPublished, type Version } from './queries.ts';
import { publicationWords } from './words.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** What everybody reads. A version never changes, so its page is kept in memory like every public page. */
export function publishedRoutes(site: SiteSource, desk: Desk): Route[] {
  return [
    { method: 'GET', path: publicationPaths.published, may: 'anyone', audit: 'none', cached: true, handle: showPublished },
    { method: 'GET', path: publicationPaths.one(':id'), may: 'anyone', audit: 'none', cached: true, handle: showOne },
    // Typesetting takes time: outside of the transaction, and not as often as somebody may ask.
    { method: 'GET', path: publicationPaths.file(':id', ':format'), may: 'anyone', audit: 'none', limit: { name: 'publication-file', max: 60, seconds: 60 }, handle: { outside: sendFile } },
  ];

  async function showPublished(visit: Visit) {
    const words = publicationWords[visit.language];
    const frame = frameOf(visit, site(), { title: words.published, description: words.publishedLead, current: 'plan' });
    return page(<PublishedPage frame={frame} publications={await listPublished(visit)} templates={desk.templates} />);
  }

  async function showOne(visit: Visit) {
    const found = await findPublishedVersion(visit, visit.params.id ?? '');
    if (!found) return notFound;
    const frame = frameOf(visit, site(), { title: found.publication.title[visit.language], current: 'plan' });
    return page(<PublicationPage frame={frame} publication={found.publication} version={found.version} />);
  }

  async function sendFile(outing: Outing) {
    const format = outing.params.format ?? '';
    if (!isFormat(format)) return notFound;
    const found = await outing.step(async (scope) => await findPublishedVersion(scope, outing.params.id ?? ''));
    return found ? await fileOf(found.version, outing.language, format, found.publication.number ?? found.publication.template) : notFound;
  }
}

async function findPublishedVersion(scope: Scope, id: string) {
  const publication = isId(id) ? await findPublished(scope, id) : undefined;
  const version = publication?.version ? await findVersion(scope, publication.version) : undefined;
  return publication && version ? { publication, version } : undefined;
}

/** A version as a file in one language, named after the report. */
export async function fileOf(version: Pick<Version, 'documents' | 'baseUrl'>, language: 'en' | 'fr', format: Format, name: string) {
  const [body = ''] = await writeFiles([version.documents[language]], format, version.baseUrl);
  return bytes(formats[format], body, { headers: { 'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^A-Za-z0-9-]+/g, '_')}-${language}.${format}"` } });
}
