import { Breadcrumbs, sourceLanguage } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { planPaths } from '../paths.ts';
import type { Source } from './queries.ts';
import { outlineWords } from './words.ts';

/** Every source on which a fact of today rests. */
export function SourcesPage({ frame, sources }: { frame: PageFrame; sources: readonly Source[] }) {
  const { language } = frame;
  const words = outlineWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: words.plan }]} />
      <h1>{words.sources}</h1>
      <p class="lead">{words.sourcesLead}</p>
      {sources.length === 0 ? <p>{words.noSources}</p> : (
        <ul>{sources.map((source) => <li id={source.slug}>{source.publisher}{colon(language)}<a href={source.url} rel="noopener" lang={sourceLanguage(language)}>{source.title}</a></li>)}</ul>
      )}
    </PublicLayout>
  );
}
