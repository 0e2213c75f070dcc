import { type Publication, publicationPaths } from '#app/modules/insight/index.ts';
import { Breadcrumbs, Sources, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { aboutDate } from '../outline/dates.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { outlineWords } from '../outline/words.ts';
import { planPaths } from '../paths.ts';
import type { PlanDocument } from './queries.ts';
import { documentWords } from './words.ts';

export function DocumentsPage({ frame, documents, reports }: { frame: PageFrame; documents: readonly PlanDocument[]; reports: readonly Publication[] }) {
  const { language } = frame;
  const words = documentWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {reports.length > 0 ? (
        <section class="band">
          <h2>{words.fromRecords}</h2>
          <ul>
            {reports.map((report) => (
              <li><a href={localized(language, publicationPaths.one(report.id))}>{report.title[language]}</a>{report.number ? `, ${report.number}` : ''}{report.lastOn ? `, ${formatDate(language, report.lastOn)}` : ''}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {documents.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr><th scope="col">{words.document}</th><th scope="col">{words.kind}</th><th scope="col">{words.date}</th></tr></thead>
          <tbody>
            {documents.map((document) => (
              <tr>
                <th scope="row"><a href={localized(language, planPaths.document(document.slug))}>{document.title[language]}</a>{document.number ? <><br /><span class="small">{document.number}</span></> : null}</th>
                <td data-label={words.kind}>{words.kinds[document.kind]}</td>
                <td data-label={words.date}>{aboutDate(language, document.date, document.approximate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PublicLayout>
  );
}

export function DocumentPage({ frame, document, sources }: { frame: PageFrame; document: PlanDocument; sources: readonly Source[] }) {
  const { language } = frame;
  const words = documentWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }, { path: planPaths.documents, label: words.title }]} />
      <h1>{document.title[language]}</h1>
      <SummaryList rows={[
        { label: words.kind, value: words.kinds[document.kind] },
        { label: words.date, value: aboutDate(language, document.date, document.approximate) },
        ...(document.number ? [{ label: words.number, value: document.number }] : []),
        ...(document.note ? [{ label: words.note, value: document.note[language] }] : []),
        { label: words.read, value: document.url ? <a href={document.url} rel="noopener">{words.at}</a> : words.noText },
      ]} />
      <Sources language={language} sources={pickSources(sources, document.sources)} />
    </PublicLayout>
  );
}
