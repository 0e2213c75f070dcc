import type { Bilingual } from '#app/platform/language/language.ts';
import { type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Choices } from './choices.ts';
import { geographyKinds, kinds } from './input.ts';
import { computationPaths } from './paths.ts';
import { grains, scales } from './recipe.ts';
import { computationWords } from './words.ts';

type Props = { frame: PageFrame; dataset: Bilingual; choices: Choices; typed: Readonly<Record<string, string>>; before?: Bilingual | undefined; errors?: FieldErrors | undefined };

/** A computation as a form: its words in both languages, what is counted and how it is protected. */
export function ComputationFormPage({ frame, dataset, choices: { schema, places, denominators }, typed, before, errors }: Props) {
  const { language } = frame;
  const words = computationWords[language];
  const columns = (...types: string[]) => schema.columns.filter(({ type }) => types.includes(type)).map((one) => ({ value: one.name, label: one.label[language] }));
  const input = (name: string, label: string, hint?: string) => <TextInput name={name} label={label} hint={hint} value={typed[name]} error={errors?.[name]} />;
  const field = (name: string, otherwise = '') => ({ name, value: typed[name] ?? otherwise, error: errors?.[name] });
  const sums = schema.columns.filter((one) => one.type === 'whole' && (one.from ?? -1) >= 0).map((one) => ({ value: one.name, label: words.sumOf(one.label[language]) }));
  const rows = schema.columns.flatMap((one) => one.codes.map((code) => ({ value: `${one.name}=${code.code}`, label: `${one.label[language]}${colon(language)}${code[language]}` })));
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, computationPaths.computations)}>{words.title}</a></p>
      <h1>{before ? words.newVersion(before[language]) : words.newTitle(dataset[language])}</h1>
      <p class="lead">{words.formLead}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        {before ? <>{input('why-en', words.whyEn)}{input('why-fr', words.whyFr)}</> : input('id', words.id, words.idHint)}
        {input('name-en', words.nameEn)}{input('name-fr', words.nameFr)}{input('label-en', words.labelEn, words.labelHint)}{input('label-fr', words.labelFr)}{input('text-en', words.textEn)}{input('text-fr', words.textFr)}{input('unit', words.unit, words.unitHint)}
        <Radios {...field('measure', sums[0]?.value ?? 'count')} label={words.measure} options={[...sums, { value: 'count', label: words.count }]} />
        <Select {...field('period')} label={words.period} options={columns('month', 'date')} />
        <Radios {...field('by', 'month')} label={words.by} inline options={grains.map((value) => ({ value, label: words.grains[value] }))} />
        <Select {...field('place')} label={words.place} empty={words.nothing} options={columns('code')} />
        <Select {...field('breakdown')} label={words.breakdown} hint={words.breakdownHint} empty={words.nothing} options={columns('code')} />
        <Select {...field('whole', places[0]?.slug)} label={words.whole} options={places.map(({ slug, name }) => ({ value: slug, label: name[language] }))} />
        <Select {...field('where')} label={words.where} empty={words.all} options={rows} />
        <Radios {...field('absent', schema.key.length === 0 ? 'zero' : 'unknown')} label={words.absent} options={(['zero', 'unknown'] as const).map((value) => ({ value, label: words.absents[value] }))} />
        <Radios {...field('counted-by', 'occurrence')} label={words.countedBy} options={geographyKinds.map((value) => ({ value, label: words.countedKinds[value] }))} />
        <Select {...field('scale')} label={words.per} empty={words.noRate} options={scales.map((value) => ({ value: String(value), label: words.perOf(formatNumber(language, value)) }))} />
        <Select {...field('denominator')} label={words.denominator} empty={words.noRate} options={denominators.map(({ value, label }) => ({ value, label: label[language] }))} />
        <Radios {...field('kind', 'service')} label={words.kind} options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
      </Form>
    </StaffLayout>
  );
}
