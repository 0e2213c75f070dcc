import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { DocumentArticle } from './document/html.tsx';
import { publicationPaths } from './paths.ts';
import type { Publication, Version } from './queries.ts';
import type { Template } from './template.ts';
import { publicationWords } from './words.ts';

export const offered = ['pdf', 'docx', 'json', 'csv'] as const;

/** Everything that was published, the latest first. */
export function PublishedPage({ frame, publications, templates }: { frame: PageFrame; publications: readonly Publication[]; templates: readonly Template[] }) {
  const { language } = frame;
  const words = publicationWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/plan', label: words.plan }]} />
      <h1>{words.published}</h1>
      <p class="lead">{words.publishedLead}</p>
      {publications.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr><th scope="col">{words.report}</th><th scope="col">{words.kind}</th><th scope="col">{words.date}</th></tr></thead>
          <tbody>
            {publications.map((one) => (
              <tr>
                <th scope="row"><a href={localized(language, publicationPaths.one(one.id))}>{one.title[language]}</a>{one.number ? <><br /><span class="small">{one.number}</span></> : null}</th>
                <td data-label={words.kind}>{templates.find((template) => template.name === one.template)?.title[language] ?? one.template}</td>
                <td data-label={words.date}>{one.lastOn ? formatDate(language, one.lastOn) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PublicLayout>
  );
}

/** One published report, frozen, with its files. */
export function PublicationPage({ frame, publication, version }: { frame: PageFrame; publication: Publication; version: Version }) {
  const { language } = frame;
  const words = publicationWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/plan', label: words.plan }, { path: publicationPaths.published, label: words.published }]} />
      <DocumentArticle document={version.documents[language]} linkOf={(path) => localized(language, path)} />
      <section class="band">
        <h2>{words.files}</h2>
        {publication.lastOn ? <p>{words.publishedOn(formatDate(language, publication.lastOn))}</p> : null}
        <Files language={language} pathOf={(format) => publicationPaths.file(publication.id, format)} />
      </section>
    </PublicLayout>
  );
}

export function Files({ language, pathOf }: { language: PageFrame['language']; pathOf: (format: string) => string }) {
  return <ul>{offered.map((format) => <li><a href={localized(language, pathOf(format))}>{publicationWords[language].file[format]}</a></li>)}</ul>;
}
