import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Choices } from './choices.ts';
import { type Kind, smallestByKind } from '../release/cube.ts';
import type { Computation } from './queries.ts';
import { grains, misfits, type Recipe, recipeSchema, scales } from './recipe.ts';
import { computationWords } from './words.ts';

export const geographyKinds = ['occurrence', 'residence', 'service', 'not-stated'] as const;
export const kinds = Object.keys(smallestByKind).filter((one): one is Kind => one in smallestByKind);
export type Given = Pick<Computation, 'series' | 'recipe' | 'name' | 'label' | 'text' | 'unit' | 'geographyKind' | 'kind' | 'changeReason'>;
// Stands in where no place was chosen, so that everything else is looked at too.
const noPlace = { slug: '-', name: { en: '-', fr: '-' } };
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A computation from its form, or what is wrong by field. `before` is the version that it follows. */
export function readComputation(form: Form, language: Language, choices: Choices, before: Pick<Computation, 'series'> | undefined): { readonly value: Given } | { readonly errors: FieldErrors } {
  const words = computationWords[language];
  const errors: Record<string, string> = {};
  const needed = (name: string) => {
    const value = form.text(name);
    if (value === '') errors[name] = words.missing;
    return value;
  };
  const both = (name: string) => ({ en: needed(`${name}-en`), fr: needed(`${name}-fr`) });
  const named = (name: string) => {
    const value = needed(name);
    if (value !== '' && (!slug.test(value) || value.length > 80)) errors[name] = words.badId;
    return value;
  };
  const chosen = <V extends string>(name: string, values: readonly V[]): V | undefined => {
    const found = values.find((one) => one === form.text(name));
    if (found === undefined) errors[name] = words.choosePart;
    return found;
  };
  const series = before?.series ?? named('id');
  const head = { series, name: both('name'), label: both('label'), text: both('text'), unit: named('unit'), changeReason: before ? both('why') : null };
  const [geographyKind, kind, by, absent] = [chosen('counted-by', geographyKinds), chosen('kind', kinds), chosen('by', grains), chosen('absent', ['zero', 'unknown'] as const)];
  const whole = choices.places.find((one) => one.slug === form.text('whole'));
  if (!whole) errors.whole = words.choosePart;
  const scale = scales.find((one) => String(one) === form.text('scale'));
  const of = choices.denominators.find((one) => one.value === form.text('denominator'))?.of;
  if (scale !== undefined && of === undefined) errors.denominator = words.noDenominator;
  const [place, breakdown, where] = [form.text('place'), form.text('breakdown'), form.text('where')];
  if (place !== '' && place === breakdown) errors.breakdown = words.sameTwice;
  const [column = '', code = ''] = where.split('=');
  const measure = form.text('measure');
  const read = recipeSchema.safeParse({
    measure: measure === 'count' ? { kind: 'count' } : { kind: 'sum', column: measure }, period: { column: form.text('period'), by }, whole: whole ? { slug: whole.slug, name: whole.name } : noPlace, absent,
    ...(place === '' ? {} : { place }), ...(breakdown === '' ? {} : { breakdown }), ...(where === '' ? {} : { where: { column, code } }), ...(scale !== undefined && of !== undefined ? { per: { scale, of } } : {}),
  });
  if (read.success) for (const part of misfits(read.data, choices.schema)) errors[part] ??= words.choosePart;
  if (Object.keys(errors).length > 0 || !read.success || !geographyKind || !kind) return { errors: Object.keys(errors).length > 0 ? errors : { measure: words.choosePart } };
  return { value: { ...head, recipe: read.data, geographyKind, kind } };
}

/** The form of a computation, to change it. */
export function typedOf(one: Computation): Readonly<Record<string, string>> {
  const { recipe } = one;
  return {
    id: one.series, 'name-en': one.name.en, 'name-fr': one.name.fr, 'label-en': one.label.en, 'label-fr': one.label.fr, 'text-en': one.text.en, 'text-fr': one.text.fr, unit: one.unit, 'counted-by': one.geographyKind, kind: one.kind,
    measure: recipe.measure.kind === 'count' ? 'count' : recipe.measure.column, period: recipe.period.column, by: recipe.period.by, whole: recipe.whole.slug, place: recipe.place ?? '', breakdown: recipe.breakdown ?? '',
    where: recipe.where ? `${recipe.where.column}=${recipe.where.code}` : '', absent: recipe.absent, scale: recipe.per ? String(recipe.per.scale) : '', denominator: denominatorValue(recipe.per),
  };
}
const denominatorValue = (per: Recipe['per']) => (per === undefined ? '' : per.of.kind === 'figures' ? `figures:${per.of.series}` : `dataset:${per.of.dataset}:${per.of.column}`);
