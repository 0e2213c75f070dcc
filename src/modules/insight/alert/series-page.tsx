import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { addDays, formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { DayCount } from './counts.ts';
import { Curve, type CurveUnit } from './curve.tsx';
import type { WeekNowcast } from './nowcast-weeks.ts';
import { alertPaths } from './paths.ts';
import type { Area, Series } from './rule.ts';
import { rounded } from './sentences.ts';
import { seriesWords } from './series-words.ts';
import { alertWords } from './words.ts';

type Props = {
  frame: PageFrame; series: Series; areas: readonly Area[]; curve: readonly CurveUnit[]; nowcast: readonly WeekNowcast[]; days: readonly DayCount[]; today: string; typed: PostedForm; errors?: FieldErrors | undefined; saved: number | undefined;
};

/** The counts of one series: week by week with the bound of a rule, what is still to come in, the last days by area, and for counts kept elsewhere where they are reported. */
export function SeriesPage({ frame, series, areas, curve, nowcast, days, today, typed, errors, saved }: Props) {
  const { language } = frame;
  const words = seriesWords[language];
  const lastDays = Array.from({ length: 14 }, (_, back) => addDays(today, -back));
  const example = `${addDays(today, -1)}, ${areas[0]?.slug ?? ''}, 2`;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: alertWords[language].desk }]} />
      <h1>{series.name[language]}</h1>
      <p>{series.text[language]} {words.bases[series.basis]}</p>
      {frame.site.demonstration ? <p class="small">{alertWords[language].demonstration}</p> : null}
      {saved === undefined ? null : <p class="inset" role="status">{saved > 0 ? words.saved(saved) : words.savedNone}</p>}
      {curve.length > 0 ? <><h2>{words.curve}</h2><Curve language={language} title={series.name[language]} unit="week" units={curve} /></> : <p>{words.none}</p>}
      <h2>{words.nowcast}</h2>
      <p>{words.nowcastLead}</p>
      {nowcast.length === 0 ? <p>{words.noNowcast}</p> : (
        <table class="stack">
          <caption>{words.nowcastCaption}</caption>
          <thead><tr>{words.nowcastHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {nowcast.map((one) => (
              <tr>
                <th scope="row">{formatDate(language, one.monday)}</th>
                <td data-label={words.nowcastHeader[1]}>{formatNumber(language, one.reported)}</td>
                <td data-label={words.nowcastHeader[2]}>{new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', { style: 'percent' }).format(one.share)}</td>
                <td data-label={words.nowcastHeader[3]}>{rounded(language, one.expected)}</td>
                <td data-label={words.nowcastHeader[4]}>{formatNumber(language, one.low)}–{formatNumber(language, one.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.days}</h2>
      <table class="stack">
        <caption class="hidden-text">{words.daysCaption}</caption>
        <thead><tr><th scope="col">{words.day}</th>{areas.map((area) => <th scope="col">{area.name[language]}</th>)}</tr></thead>
        <tbody>
          {lastDays.map((day) => (
            <tr>
              <th scope="row">{formatDate(language, day)}</th>
              {areas.map((area) => <td data-label={area.name[language]}>{formatNumber(language, days.find((one) => one.day === day && one.area === area.slug)?.n ?? 0)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {series.source === 'reports' ? (
        <section>
          <h2>{words.enter}</h2>
          <Form frame={frame} errors={errors} action={localized(language, alertPaths.series(series.slug))} submit={words.save}>
            <Textarea name="counts" label={words.counts} hint={words.countsHint(areas.map(({ slug }) => slug).join(', '), example)} rows={6} value={typed.text('counts')} error={errors?.counts} />
          </Form>
        </section>
      ) : null}
    </StaffLayout>
  );
}
