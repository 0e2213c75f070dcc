import { Breadcrumbs, Sources, Thread } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { planPaths } from '../paths.ts';
import { aboutDate } from './dates.ts';
import { type HistoryEntry, type Plan, pickSources, type Source } from './queries.ts';
import { outlineWords } from './words.ts';

/** What the plan is, who leads it, how it came to be. */
export function AboutPage({ frame, plan, history, sources }: { frame: PageFrame; plan: Plan; history: readonly HistoryEntry[]; sources: readonly Source[] }) {
  const { language } = frame;
  const words = outlineWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: words.plan }]} />
      <h1>{words.about}</h1>
      {plan.about.map((section) => (
        <section class="band">
          <h2>{section.heading[language]}</h2>
          <p>{section.text[language]}</p>
          <Sources language={language} sources={pickSources(sources, section.sources)} />
        </section>
      ))}
      <p><a href={localized(language, planPaths.bodies)}>{words.bodies}</a></p>
      <p><a href={localized(language, planPaths.duties)}>{words.duties}</a>{colon(language)}{words.dutiesHint}</p>
      {history.length > 0 ? (
        <section class="band">
          <h2>{words.history}</h2>
          <Thread tall steps={history.map((entry) => ({
            title: aboutDate(language, entry.date, entry.approximate), text: entry.text[language],
            link: <Sources language={language} sources={pickSources(sources, entry.sources)} />,
          }))} />
        </section>
      ) : null}
    </PublicLayout>
  );
}
