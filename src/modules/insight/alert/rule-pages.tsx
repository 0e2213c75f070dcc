import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { Checkboxes, type FieldErrors, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { poissonInterval } from './interval.ts';
import { alertPaths } from './paths.ts';
import type { Judged, KeptRate } from './rate-queries.ts';
import { type Area, changeable, type Rule, type Series } from './rule.ts';
import { areaText, oftenText, rounded } from './sentences.ts';
import { alertWords } from './words.ts';

type ListProps = { frame: PageFrame; rules: readonly Rule[]; rates: readonly KeptRate[]; series: readonly Series[] };

/** Every rule with how often it is wrong by chance and what the year after its baseline showed. */
export function RuleListPage({ frame, rules, rates, series }: ListProps) {
  const { language } = frame;
  const words = alertWords[language];
  const [head, watches, chance, observed] = words.ruleHeader;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: words.desk }]} />
      <h1>{words.rules}</h1>
      <p>{words.rulesLead}</p>
      <table class="stack">
        <caption class="hidden-text">{words.rules}</caption>
        <thead><tr>{[head, watches, chance, observed].map((one) => <th scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {rules.map((rule) => {
            const own = rates.filter((one) => one.ruleId === rule.id);
            const sum = own.reduce((total, one) => total + one.perYear, 0);
            const seen = own.reduce((total, one) => total + one.checkedOnsets, 0);
            return (
              <tr>
                <th scope="row"><a href={localized(language, alertPaths.rule(rule.rule))}>{rule.name[language]}</a></th>
                <td data-label={watches}>{series.find(({ slug }) => slug === rule.series)?.name[language] ?? rule.series}, {rule.eachArea ? words.perArea : words.wholeOnly}</td>
                <td data-label={chance}>{!rule.active ? words.off : own.length > 0 ? oftenText(language, sum) : words.notStated}</td>
                <td data-label={observed}>{own.some(isChecked) ? String(seen) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </StaffLayout>
  );
}

/** Whether a year after the baseline was there to check on. */
export function isChecked(rate: Pick<KeptRate, 'checkedFrom' | 'checkedTo'>): boolean {
  return rate.checkedFrom <= rate.checkedTo;
}

type ShowProps = {
  frame: PageFrame; rule: Rule; versions: readonly Rule[]; rates: readonly KeptRate[]; judged: Judged; areas: readonly Area[]; series: Series | undefined; keeps: boolean; typed: PostedForm; errors?: FieldErrors | undefined; conflict: boolean;
};

/** One rule: its method and settings, the stated rate with seed, date and check, what the log says, its versions, and the form of a new one. */
export function RulePage({ frame, rule, versions, rates, judged, areas, series, keeps, typed, errors, conflict }: ShowProps) {
  const { language } = frame;
  const words = alertWords[language];
  const [version, since, settings, why] = words.versionHeader;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: words.desk }, { path: alertPaths.rules, label: words.rules }]} />
      <h1>{rule.name[language]}</h1>
      {conflict ? <p class="inset" role="alert">{words.ruleConflict}</p> : null}
      <p>{words.version(rule.version, formatDate(language, rule.validFrom))}{rule.active ? '' : `. ${words.off}`}</p>
      <SummaryList rows={[
        { label: words.ruleHeader[1], value: `${series?.name[language] ?? rule.series}, ${rule.eachArea ? words.perArea : words.wholeOnly}` },
        { label: words.method, value: words.methods[rule.method] ?? rule.method }, { label: words.options, value: optionsText(language, rule) },
      ]} />
      <h2>{words.stated}</h2>
      {rates.length === 0 ? <p>{words.noRate}</p> : <RateTable language={language} rates={rates} areas={areas} timeZone={frame.site.timeZone} />}
      {rule.method === 'cluster' ? <p class="small">{words.reportRule}</p> : null}
      <h2>{words.logTitle}</h2>
      <p>{words.logText(judged.real, judged.wrong, judged.unknown, judged.open)}</p>
      <h2>{words.versions}</h2>
      <table class="stack">
        <caption class="hidden-text">{words.versions}</caption>
        <thead><tr>{[version, since, settings, why].map((one) => <th scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {versions.map((one) => (
            <tr>
              <th scope="row">{one.version}</th><td data-label={since}>{formatDate(language, one.validFrom)}</td>
              <td data-label={settings}>{optionsText(language, one)}{one.active ? '' : `; ${words.off.toLocaleLowerCase(language)}`}</td><td data-label={why}>{one.reason?.[language] ?? words.firstVersion}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {keeps ? <ChangeForm frame={frame} rule={rule} typed={typed} errors={errors} /> : null}
    </StaffLayout>
  );
}

function ChangeForm({ frame, rule, typed, errors = {} }: Pick<ShowProps, 'frame' | 'rule' | 'typed' | 'errors'>) {
  const { language } = frame;
  const words = alertWords[language];
  const posted = typed.entries().length > 0;
  const options = Object.keys(changeable[rule.method]).map((name) => ({ name, value: posted ? typed.text(name) : String(rule.options[name] ?? '') }));
  return (
    <section>
      <h2>{words.changeRule}</h2>
      <p class="hint">{words.changeHint}</p>
      <Form frame={frame} errors={errors} action={localized(language, alertPaths.changeRule(rule.rule))} submit={words.saveRule} hidden={[['version', String(rule.version)]]}>
        {options.map(({ name, value }) => <TextInput name={name} width="short" inputmode="numeric" label={words.optionNames[name] ?? name} value={value} error={errors[name]} />)}
        <Checkboxes name="active" label={words.options} values={posted ? typed.list('active') : rule.active ? ['yes'] : []} options={[{ value: 'yes', label: words.active }]} />
        <Textarea name="reason-en" lang="en" rows={2} label={words.changeReason(words.english)} value={typed.text('reason-en')} error={errors['reason-en']} />
        <Textarea name="reason-fr" lang="fr" rows={2} label={words.changeReason(words.french)} value={typed.text('reason-fr')} error={errors['reason-fr']} />
      </Form>
    </section>
  );
}

function RateTable({ language, rates, areas, timeZone }: { language: Language; rates: readonly KeptRate[]; areas: readonly Area[]; timeZone: string }) {
  const words = alertWords[language];
  const [where, stated, interval, formula, base, simulated, observed, check] = words.statedHeader;
  return (
    <table class="stack">
      <caption class="hidden-text">{words.stated}</caption>
      <thead><tr>{words.statedHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>
        {rates.map((rate) => {
          const seen = poissonInterval(rate.checkedOnsets, 1);
          const judgement = !isChecked(rate) ? words.notChecked : rate.perYear < seen.low ? words.above : rate.perYear > seen.high ? words.below : words.fits;
          return (
            <tr>
              <th scope="row"><span class="hidden-text">{where} </span>{areaText(language, rate.area, areas)}</th>
              <td data-label={stated} class="n">{rounded(language, rate.perYear, 2)}</td>
              <td data-label={interval}>{rounded(language, rate.low, 2)}–{rounded(language, rate.high, 2)}</td>
              <td data-label={formula}>{rate.formula === null ? '–' : rounded(language, rate.formula, 2)}</td>
              <td data-label={base}>{words.baseline(formatDate(language, rate.baselineFrom), formatDate(language, rate.baselineTo), formatNumber(language, rate.total))}</td>
              <td data-label={simulated}>{words.simulated(formatNumber(language, rate.years), rate.seed, formatDate(language, dateIn(timeZone, rate.computedAt)))}</td>
              <td data-label={observed}>{isChecked(rate) ? words.observedText(rate.checkedOnsets, rounded(language, seen.low), rounded(language, seen.high)) : '–'}</td>
              <td data-label={check}>{judgement}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function optionsText(language: Language, rule: Rule): string {
  const words = alertWords[language];
  const value = (one: Rule['options'][string]) => (typeof one === 'number' ? rounded(language, one, 4) : String(one));
  return Object.entries(rule.options).map(([name, one]) => `${words.optionNames[name] ?? name}${colon(language)}${value(one)}`).join('; ') || '–';
}
