import type { Source } from '#app/modules/plan/index.ts';
import { Breadcrumbs, Sources, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicQuote } from '../quote/queries.ts';
import type { Census, Report } from '../report/queries.ts';
import { surveyPaths } from '../survey/paths.ts';
import type { DoneAbout } from './done.ts';
import { HeardSection } from './heard-section.tsx';
import { periodText } from './list-page.tsx';
import { voicePaths } from './paths.ts';
import type { Consultation, TakingPart } from './queries.ts';
import { consultationState } from './rules.ts';
import { SaidSection } from './said-section.tsx';
import { consultationWords } from './words.ts';

type Props = {
  frame: PageFrame; consultation: Consultation; today: string; report: Report | undefined; census: Census | undefined;
  quotes: readonly PublicQuote[]; done: readonly DoneAbout[]; sources: readonly Source[]; ways: readonly TakingPart[];
};

/** We asked, you said, we did. */
export function ConsultationPage({ frame, consultation, today, report, census, quotes, done, sources, ways }: Props) {
  const { language } = frame;
  const words = consultationWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.consultations, label: words.all }]} />
      <h1>{consultation.name[language]}</h1>
      <p>{periodText(language, consultation)}. {words.states[consultationState(consultation, today)]}. {report ? words.reportedOn(formatDate(language, report.publishedOn)) : null}</p>
      {consultation.demonstration ? <p class="inset"><b>{words.demonstration}.</b> {words.demonstrationText}</p> : null}
      <section class="band">
        <h2>{words.asked}</h2>
        <p class="lead">{consultation.question[language]}</p>
        {consultation.facts.length > 0 ? <><h3>{words.known}</h3><SummaryList rows={consultation.facts.map((fact) => ({ label: fact.label[language], value: fact.value[language] }))} /></> : null}
        {report ? null : <p>{words.notReported}</p>}
      </section>
      {ways.length > 0 ? (
        <section class="band">
          <h2>{words.takePart}</h2>
          <ul>
            {ways.map((way) => <li><a href={localized(language, way.kind === 'survey' ? surveyPaths.show(way.slug) : eventPaths.show(way.slug))}>{way.title[language]}</a>{way.date ? ` (${formatDate(language, way.date)})` : ` (${words.survey})`}</li>)}
          </ul>
        </section>
      ) : null}
      {report ? <HeardSection language={language} content={report.content} census={census} /> : null}
      {report ? <SaidSection language={language} content={report.content} quotes={quotes} done={done} /> : <p class="inset">{words.selfSelected}</p>}
      <Sources language={language} sources={sources} />
    </PublicLayout>
  );
}
