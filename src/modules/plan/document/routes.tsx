import { listPublished } from '#app/modules/insight/index.ts';
import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { DocumentPage, DocumentsPage } from './pages.tsx';
import { findDocument, listDocuments } from './queries.ts';
import { documentWords } from './words.ts';

export function documentRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: planPaths.documents, may: 'anyone', audit: 'none', cached: true, handle: showDocuments },
    { method: 'GET', path: planPaths.document(':slug'), may: 'anyone', audit: 'none', cached: true, handle: showDocument },
  ];

  async function showDocuments(visit: Visit) {
    const words = documentWords[visit.language];
    return page(<DocumentsPage frame={frameOf(visit, site(), { title: words.title, description: words.lead, current: 'plan' })} documents={await listDocuments(visit)} reports={await listPublished(visit)} />);
  }

  async function showDocument(visit: Visit) {
    const document = await findDocument(visit, visit.params.slug ?? '');
    if (!document) return notFound;
    return page(<DocumentPage frame={frameOf(visit, site(), { title: document.title[visit.language], current: 'plan' })} document={document} sources={await listSources(visit)} />);
  }
}
