import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Figure } from '../figure/figure.ts';
import { accountabilities, type Indicator, levels } from './indicator.ts';
import { frequencies, valuesKey } from './input.ts';
import { officeWords } from './office-words.ts';
import { indicatorPaths } from './paths.ts';
import type { Surroundings } from './queries.ts';
import { indicatorWords } from './words.ts';

export type FormState = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };
type Props = FormState & { indicator?: Indicator | undefined; around: Surroundings; figures: readonly Figure[] };

/** What figures can be values of an indicator, by series, place and part. */
export function valueOptions(language: PageFrame['language'], figures: readonly Figure[]): { value: string; label: string }[] {
  const named = figures.map((one) => [
    valuesKey({ series: one.definition.series, place: one.place, part: one.breakdown?.slug }),
    [one.definition.name[language], one.geography[language], one.breakdown?.name[language]].filter(Boolean).join(' · '),
  ] as const);
  return [...new Map(named)].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, language));
}

/** The form of a new indicator, or of a change with its reason. */
export function IndicatorFormPage({ frame, typed, errors = {}, indicator, around, figures }: Props) {
  const { language } = frame;
  const words = officeWords[language];
  const { columns, level, accountability, every } = indicatorWords[language];
  const text = (name: string, first: string | undefined) => (typed.has(name) || typed.entries().length > 0 ? typed.text(name) : (first ?? ''));
  const many = (name: string, first: readonly string[] | undefined) => (typed.entries().length > 0 ? typed.list(name) : (first ?? []));
  const pair = (name: 'name' | 'outcome' | 'baseline' | 'target' | 'source' | 'method' | 'responsibility', label: string, hint?: string) => (
    <div class="pair">
      {(['en', 'fr'] as const).map((lang) => (
        <Textarea name={`${name}-${lang}`} lang={lang} rows={name === 'name' ? 2 : 3} label={lang === 'en' ? words.inEnglish(label) : words.inFrench(label)} hint={hint} value={text(`${name}-${lang}`, indicator?.[name]?.[lang])} error={errors[`${name}-${lang}`]} />
      ))}
    </div>
  );
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: indicatorPaths.office, label: words.title }, ...(indicator ? [{ path: indicatorPaths.kept(indicator.slug), label: indicator.name[language] }] : [])]} />
      <h1>{frame.title}</h1>
      {indicator ? <p>{words.changeLead}</p> : null}
      <Form frame={frame} errors={errors} submit={words.save}>
        {pair('name', columns.name)}
        {pair('outcome', columns.outcome)}
        {pair('baseline', columns.baseline)}
        {pair('target', columns.target, words.targetHint)}
        <TextInput name="target-value" width="short" inputmode="text" label={words.targetValue} hint={words.targetValueHint} value={text('target-value', indicator?.aim === undefined ? '' : String(indicator.aim.value))} error={errors['target-value']} />
        <Radios name="direction" label={words.direction} options={(['at-most', 'at-least'] as const).map((value) => ({ value, label: words.directions[value] }))} value={text('direction', indicator?.aim?.direction)} error={errors.direction} />
        <TextInput name="target-by" type="date" width="short" label={words.targetBy} hint={words.byHint} value={text('target-by', indicator?.aim?.by)} error={errors['target-by']} />
        {pair('source', columns.source)}
        {pair('method', columns.method)}
        <Select name="months" label={words.months} empty={words.choose} options={frequencies.map((one) => ({ value: String(one), label: every(one) }))} value={text('months', indicator ? String(indicator.months) : '')} error={errors.months} />
        {pair('responsibility', columns.responsibility)}
        <Select name="values" label={words.values} hint={words.valuesHint} empty={words.choose} options={valueOptions(language, figures)} value={text('values', indicator ? valuesKey(indicator) : '')} error={errors.values} />
        <TextInput name="expected-from" type="date" width="short" label={words.expectedFrom} hint={words.expectedHint} value={text('expected-from', indicator?.expectedFrom)} error={errors['expected-from']} />
        <TextInput name="lag-days" width="short" inputmode="numeric" label={words.lagDays} hint={words.lagHint} value={text('lag-days', indicator ? String(indicator.lagDays) : '')} error={errors['lag-days']} />
        <Radios name="level" label={words.level} options={levels.map((value) => ({ value, label: level[value] }))} value={text('level', indicator?.level)} error={errors.level} />
        <Radios name="accountability" label={words.accountability} options={accountabilities.map((value) => ({ value, label: accountability[value] }))} value={text('accountability', indicator?.accountability)} error={errors.accountability} />
        <Radios name="domain" label={words.domain} options={around.domains.map((one) => ({ value: one.slug, label: one.name[language] }))} value={text('domain', indicator?.domain)} error={errors.domain} />
        <Checkboxes name="areas" label={words.areas} options={around.areas.map((one) => ({ value: one.slug, label: one.name[language] }))} values={many('areas', indicator?.areas)} error={errors.areas} />
        {around.priorities.length > 0 ? <Checkboxes name="priorities" label={words.priorities} options={around.priorities.map((one) => ({ value: one.slug, label: one.name[language] }))} values={many('priorities', indicator?.priorities)} error={errors.priorities} /> : null}
        {indicator ? <ReasonFields frame={frame} typed={typed} errors={errors} /> : null}
      </Form>
    </StaffLayout>
  );
}

function ReasonFields({ frame, typed, errors = {} }: FormState) {
  const words = officeWords[frame.language];
  return (
    <div class="pair">
      {(['en', 'fr'] as const).map((lang) => (
        <Textarea name={`reason-${lang}`} lang={lang} rows={4} label={lang === 'en' ? words.inEnglish(words.reason) : words.inFrench(words.reason)} hint={words.reasonHint} value={typed.text(`reason-${lang}`)} error={errors[`reason-${lang}`]} />
      ))}
    </div>
  );
}

export function RetirePage({ frame, typed, errors = {}, indicator }: FormState & { indicator: Indicator }) {
  const { language } = frame;
  const words = officeWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: indicatorPaths.office, label: words.title }, { path: indicatorPaths.kept(indicator.slug), label: indicator.name[language] }]} />
      <h1>{words.retire}</h1>
      <p class="lead">{indicator.name[language]}</p>
      <p>{words.retireLead}</p>
      <Form frame={frame} errors={errors} submit={words.save}><ReasonFields frame={frame} typed={typed} errors={errors} /></Form>
    </StaffLayout>
  );
}
