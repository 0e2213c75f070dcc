import type { Source } from '#app/modules/plan/index.ts';
import { Breadcrumbs, Sources, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { PublicQuote } from '../quote/queries.ts';
import type { Census, Report } from '../report/queries.ts';
import type { DoneAbout } from './done.ts';
import { HeardSection } from './heard-section.tsx';
import { periodText } from './list-page.tsx';
import { voicePaths } from './paths.ts';
import type { Consultation } from './queries.ts';
import { consultationState } from './rules.ts';
import { SaidSection } from './said-section.tsx';
import { consultationWords } from './words.ts';

type Props = {
  frame: PageFrame; consultation: Consultation; today: string; report: Report | undefined; census: Census | undefined;
  quotes: readonly PublicQuote[]; done: readonly DoneAbout[]; sources: readonly Source[];
};

/** We asked, you said, we did. */
export function ConsultationPage({ frame, consultation, today, report, census, quotes, done, sources }: Props) {
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
      {report ? <HeardSection language={language} content={report.content} census={census} /> : null}
      {report ? <SaidSection language={language} content={report.content} quotes={quotes} done={done} /> : <p class="inset">{words.selfSelected}</p>}
      <Sources language={language} sources={sources} />
    </PublicLayout>
  );
}
