import { IndicatorTable, type Reading } from '#app/modules/insight/index.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { Breadcrumbs, Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { NewTag, State } from '#app/ui/components/state.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { NewsLine } from '../news/queries.ts';
import type { Named, Source } from '../outline/queries.ts';
import { pickSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { ChainThread } from './chain-thread.tsx';
import { MilestoneTable } from './milestone-table.tsx';
import type { Priority, PriorityFact } from './queries.ts';
import type { ChainStep } from './thread.ts';
import { priorityWords } from './words.ts';

type Props = {
  frame: PageFrame;
  priority: Priority;
  facts: readonly PriorityFact[];
  steps: readonly ChainStep[];
  body: { slug: string; name: Bilingual } | undefined;
  confirmedBy: Bilingual | undefined;
  areas: readonly Named[];
  domains: readonly Named[];
  readings: readonly Reading[];
  today: string;
  news: readonly NewsLine[];
  sources: readonly Source[];
};

/** One key issue: done, new, next; its milestones; who does the work; how it came to be. */
export function PriorityPage({ frame, priority, facts, steps, body, confirmedBy, areas, domains, readings, today, news, sources }: Props) {
  const { language } = frame;
  const words = priorityWords[language];
  const tags = [...areas.filter((one) => priority.areas.includes(one.slug)), ...domains.filter((one) => priority.domains.includes(one.slug))];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: words.plan }]} />
      <h1>{priority.title[language]} {priority.isNew ? <NewTag language={language} /> : null}</h1>
      <p class="lead">{priority.summary[language]}</p>
      <p>{priority.state ? <State language={language} state={priority.state} /> : words.withoutState}</p>
      <p class="small">
        {priority.lastConfirmed && confirmedBy ? words.lastConfirmed(formatDate(language, priority.lastConfirmed.date), confirmedBy[language]) : words.neverConfirmed} {words.derived}
      </p>
      <FactList frame={frame} title={words.done} facts={facts.filter((fact) => fact.kind === 'done')} sources={sources} />
      <FactList frame={frame} title={words.isNew} facts={facts.filter((fact) => fact.kind === 'new')} sources={sources} />
      <FactList frame={frame} title={words.next} facts={facts.filter((fact) => fact.kind === 'next')} sources={sources} />
      <section class="band">
        <h2>{words.milestones}</h2>
        {priority.milestones.length > 0 ? <MilestoneTable language={language} milestones={priority.milestones} sources={sources} /> : <p>{words.noMilestones}</p>}
      </section>
      {readings.length > 0 ? <section class="band"><h2>{words.indicators}</h2><IndicatorTable language={language} caption={words.indicators} readings={readings} today={today} /></section> : null}
      <section class="band">
        <h2>{words.table}</h2>
        <p>{body ? <a href={localized(language, planPaths.body(body.slug))}>{body.name[language]}</a> : words.noTable}</p>
      </section>
      <section class="band">
        <h2>{words.thread}</h2>
        <ChainThread language={language} steps={steps} />
      </section>
      <section class="band">
        <h2>{words.tags}</h2>
        <ul>{tags.map((one) => <li>{one.name[language]}</li>)}</ul>
        {priority.tagging === 'proposed' ? <p class="small">{words.proposedTags}</p> : null}
      </section>
      {news.length > 0 ? (
        <section class="band">
          <h2>{words.news}</h2>
          <ul>{news.map((line) => <li><time datetime={line.date}>{formatDate(language, line.date)}</time>{colon(language)}{line.text[language]}</li>)}</ul>
        </section>
      ) : null}
      <Sources language={language} sources={pickSources(sources, ...facts.map((one) => one.sources), ...priority.milestones.map((one) => one.sources))} />
    </PublicLayout>
  );
}

function FactList({ frame: { language }, title, facts, sources }: { frame: PageFrame; title: string; facts: readonly PriorityFact[]; sources: readonly Source[] }) {
  const words = priorityWords[language];
  if (facts.length === 0 && title === words.isNew) return null;
  return (
    <section class="band">
      <h2>{title}</h2>
      {facts.length === 0 ? <p>{words.none}</p> : (
        <ul>
          {facts.map((fact) => (
            <li>
              {fact.text[language]}
              <Sources language={language} sources={pickSources(sources, fact.sources)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
