import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Indicator } from './indicator.ts';
import { ReadingMarks, printedValue } from './marks.tsx';
import { officeWords } from './office-words.ts';
import { indicatorPaths } from './paths.ts';
import type { Check } from './queries.ts';
import { completeness, needsWork, type Reading } from './rules.ts';
import { EightColumns, Freshness } from './show-page.tsx';
import { VersionsTable } from './tables.tsx';
import { indicatorWords } from './words.ts';

/** Every indicator for those who keep them: what is old or incomplete first. */
export function OfficePage({ frame, readings, mayChange }: { frame: PageFrame; readings: readonly Reading[]; mayChange: boolean }) {
  const { language } = frame;
  const words = officeWords[language];
  const groups = [
    { title: words.needing, members: readings.filter(needsWork) },
    { title: words.fine, members: readings.filter((one) => !needsWork(one) && !one.indicator.retired) },
    { title: words.retired, members: readings.filter((one) => one.indicator.retired) },
  ];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {mayChange ? <p><a class="button" href={localized(language, indicatorPaths.add)}>{words.add}</a></p> : null}
      {groups.map(({ title, members }, index) => (index === 2 && members.length === 0 ? null : (
        <section class="band">
          <h2>{title}</h2>
          {members.length === 0 ? <p>{words.none}</p> : <OfficeTable frame={frame} caption={words.caption(title)} readings={members} />}
        </section>
      )))}
    </StaffLayout>
  );
}

function OfficeTable({ frame: { language }, caption, readings }: { frame: PageFrame; caption: string; readings: readonly Reading[] }) {
  const words = officeWords[language];
  const own = indicatorWords[language];
  return (
    <table class="stack">
      <caption class="hidden-text">{caption}</caption>
      <thead><tr><th scope="col">{own.indicator}</th><th scope="col">{own.newest}</th><th scope="col">{own.stands}</th><th scope="col">{words.lastCheck}</th></tr></thead>
      <tbody>
        {readings.map((reading) => {
          const { indicator, newest } = reading;
          const { met, all } = completeness(reading);
          return (
            <tr>
              <th scope="row"><a href={localized(language, indicatorPaths.kept(indicator.slug))}>{indicator.name[language]}</a></th>
              <td data-label={own.newest}>{newest ? <>{printedValue(language, newest)}<span class="small when">{newest.period[language]}</span></> : own.noValue}</td>
              <td data-label={own.stands}><ReadingMarks language={language} reading={reading} /><span class="small when">{own.complete(met, all)}</span></td>
              <td data-label={words.lastCheck}>{indicator.checked ? formatDate(language, indicator.checked.on) : words.never}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type KeptProps = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined; reading: Reading; versions: readonly Indicator[]; checks: readonly Check[]; mayChange: boolean; today: string };

/** One indicator for those who keep it: confirm a check, change, retire. */
export function KeptPage({ frame, typed, errors = {}, reading, versions, checks, mayChange, today }: KeptProps) {
  const { language } = frame;
  const words = officeWords[language];
  const own = indicatorWords[language];
  const { indicator } = reading;
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: indicatorPaths.office, label: words.title }]} />
      <h1>{indicator.name[language]}</h1>
      <p><a href={at(indicatorPaths.one(indicator.slug))}>{words.publicPage}</a></p>
      <Freshness language={language} reading={reading} today={today} />
      {indicator.retired ? <p class="inset">{own.retiredOn(formatDate(language, indicator.retired.on))} {indicator.retired.reason[language]}</p> : (
        <>
          <section class="band">
            <h2>{words.check}</h2>
            <p>{words.checkHint}</p>
            <Form frame={frame} errors={errors} action={at(indicatorPaths.check(indicator.slug))} submit={words.check}>
              <TextInput name="note" label={words.checkNote} value={typed.text('note')} error={errors.note} />
            </Form>
          </section>
          {mayChange ? <p class="go"><a class="button quiet" href={at(indicatorPaths.change(indicator.slug))}>{words.change}</a> <a class="button quiet" href={at(indicatorPaths.retire(indicator.slug))}>{words.retire}</a></p> : null}
        </>
      )}
      {checks.length > 0 ? (
        <section class="band">
          <h2>{words.checks}</h2>
          <table class="stack">
            <caption class="hidden-text">{words.checksCaption}</caption>
            <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.who}</th><th scope="col">{words.note}</th></tr></thead>
            <tbody>{checks.map((one) => <tr><th scope="row">{formatDate(language, one.on)}</th><td data-label={words.who}>{one.by}</td><td data-label={words.note}>{one.note ?? '–'}</td></tr>)}</tbody>
          </table>
        </section>
      ) : null}
      <section class="band"><h2>{own.eight}</h2><EightColumns language={language} indicator={indicator} /></section>
      {versions.length > 1 ? <section class="band"><h2>{own.history}</h2><VersionsTable language={language} versions={versions} /></section> : null}
    </StaffLayout>
  );
}
