import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { Route } from '#app/platform/http/route.ts';
import { page } from '#app/platform/http/answer.ts';
import { frameOf, localized, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { alcoholPaths } from '../alcohol/paths.ts';
import { openDataPaths } from '../open-data/paths.ts';
import { Blocks } from '../publication/document/html.tsx';
import type { Gathered } from '../publication/template.ts';
import { publicationPaths } from '../publication/paths.ts';
import { listPublished } from '../publication/queries.ts';
import { alcoholReport, alcoholTemplate } from './template.ts';
import { foundWords } from './found-words.ts';

const shownKeys = ['population', 'guideline', 'heavy', 'youth', 'harm', 'paramedic', 'emergency', 'hospital', 'deaths', 'crime', 'voices', 'options', 'methods'] as const;
/** Longer tables are folded away, so that the page stays short on a phone. */
const mostRows = 4;

/** What is known of alcohol here, for everybody, with the eyes of the public: the same blocks as in the report. */
export function foundRoutes(site: SiteSource): Route[] {
  return [{
    method: 'GET', path: alcoholPaths.found, may: 'anyone', audit: 'none', cached: true,
    handle: async (visit) => {
      const reports = (await listPublished(visit)).filter((one) => one.template === alcoholReport);
      return page(<FoundPage frame={frameOf(visit, site(), { title: foundWords[visit.language].title, current: 'alcohol' })} gathered={await alcoholTemplate.gather(visit)} reports={reports} />);
    },
  }];
}

export function FoundPage({ frame, gathered, reports }: { frame: PageFrame; gathered: Gathered; reports: Awaited<ReturnType<typeof listPublished>> }) {
  const { language } = frame;
  const words = foundWords[language];
  const linkOf = (path: string) => localized(language, path);
  const parts = shownKeys.flatMap((key) => alcoholTemplate.sections.filter((one) => one.key === key).map(({ heading }) => ({ key, heading, blocks: gathered.automatic(key, language, { earlier: undefined, cited: [] }) }))).filter(({ blocks }) => blocks.length > 0);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="panel">
        <h2>{words.reports}</h2>
        {reports.length === 0 ? <p>{words.noReports}</p> : <ul>{reports.map((one) => <li><a href={linkOf(publicationPaths.one(one.id))}>{one.title[language]}</a></li>)}</ul>}
        <p><a href={linkOf(openDataPaths.page)}>{words.openData}</a></p>
      </div>
      {parts.length > 1 ? <nav aria-label={words.contents}><ul>{parts.map(({ key, heading }) => <li><a href={`#${key}`}>{heading[language]}</a></li>)}</ul></nav> : null}
      <article class="report">
        {parts.map(({ key, heading, blocks }) => <section><h2 id={key}>{heading[language]}</h2><Blocks blocks={blocks} linkOf={linkOf} fold={mostRows} /></section>)}
      </article>
    </PublicLayout>
  );
}
