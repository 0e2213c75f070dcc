import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, type FieldErrors, HiddenFields } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { DoneAbout } from '../consultation/done.ts';
import { HeardSection } from '../consultation/heard-section.tsx';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import { SaidSection } from '../consultation/said-section.tsx';
import type { Drafted } from './actions.ts';
import { type Dimension, dimensions } from './heard.ts';
import type { Census } from './queries.ts';
import { reportWords } from './words.ts';

type Props = { frame: PageFrame; consultation: Consultation; draft: Drafted; census: Census | undefined; done: readonly DoneAbout[]; weighBy: readonly Dimension[]; uncoded: number; errors: FieldErrors };

/** The report as it would be published, with how it is weighted, and the button that publishes it. */
export function ReportPage({ frame, consultation, draft, census, done, weighBy, uncoded, errors }: Props) {
  const { language } = frame;
  const words = reportWords[language];
  const offered = dimensions.filter((dimension) => census?.rows.some((row) => row.dimension === dimension));
  const action = localized(language, voicePaths.report(consultation.slug));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.title}</h1>
      <ErrorSummary language={language} errors={errors} />
      <p class="lead">{words.lead}</p>
      <p>{consultation.publishedOn ? words.standing(formatDate(language, consultation.publishedOn)) : words.notStanding} {words.open(uncoded)} {words.quotes(draft.quotes.length)}</p>
      {offered.length > 0 ? (
        <form method="get" action={action}>
          <Checkboxes name="by" label={words.weigh} hint={words.weighHint} error={errors.by} values={weighBy} options={offered.map((dimension) => ({ value: dimension, label: words.dimensions[dimension] }))} />
          <button class="button quiet" type="submit">{words.preview}</button>
        </form>
      ) : <p>{words.noCensus}</p>}
      <div class="go">
        <form method="post" action={action}><Csrf frame={frame} /><HiddenFields fields={weighBy.map((dimension) => ['by', dimension] as const)} /><button class="button" type="submit">{consultation.publishedOn ? words.publishAgain : words.publish}</button></form>
        {consultation.publishedOn ? <form method="post" action={localized(language, voicePaths.withdrawReport(consultation.slug))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.withdraw}</button></form> : null}
      </div>
      <HeardSection language={language} content={draft.content} census={census} />
      <SaidSection language={language} content={draft.content} quotes={draft.quotes} done={done} />
    </StaffLayout>
  );
}
