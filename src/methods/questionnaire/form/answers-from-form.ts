import { isObject, type Json, listOf, type Typed } from '../fhir.ts';
import type { Compiled, CompiledItem } from '../model.ts';
import { type Posting, sortPosting } from './entries.ts';
import { hasOwnIndex, isListed, nameOf, parseName } from './field-names.ts';
import { typedValue, unchangedMoment } from './typed-values.ts';

export type FromFormOptions = {
  /** The zone in which date-times were typed. */
  readonly zone?: string | undefined;
  /** The response that the form was drawn from: what the form did not show for typing (other steps, hidden and read-only items) is taken from it. */
  readonly before?: Json | undefined;
  /** The linkId of the step that was posted; without it, the whole page was. */
  readonly step?: string | undefined;
};

export type FromForm = {
  /** In progress; what could not be read stands in it as it was typed. */
  readonly response: Json;
  /** Blank rows to keep when the form is drawn again, by the name of their field. */
  readonly blanks: ReadonlyMap<string, number>;
  /** The person asked for one more or one fewer repetition, not to go on. */
  readonly rowsChanged: boolean;
};

type Reading = { readonly posting: Posting; readonly zone: string; readonly trusted: boolean; readonly blanks: Map<string, number>; readonly keepBlank: boolean };

/** Turns the entries that a form posted back into a response; nothing that was typed is lost. Throws RangeError for a flood of entries. */
export function answersFromForm(compiled: Compiled, entries: Iterable<readonly [string, string]>, { zone = 'UTC', before, step }: FromFormOptions = {}): FromForm {
  const posting = sortPosting(entries);
  const rowsChanged = posting.action.add !== undefined || posting.action.remove !== undefined;
  const reading: Reading = { posting, zone, trusted: before !== undefined, blanks: new Map(), keepBlank: rowsChanged };
  const item = compiled.items.flatMap((one) => (step === undefined || one.linkId === step ? itemsFor(one, '', before?.item, reading) : entriesOf(before?.item, one)));
  const { url, version } = compiled.source;
  const canonical = url === undefined ? {} : { questionnaire: version === undefined ? url : `${url}|${version}` };
  return { response: { resourceType: 'QuestionnaireResponse', ...canonical, status: 'in-progress', ...(item.length > 0 ? { item } : {}) }, blanks: reading.blanks, rowsChanged };
}

function entriesOf(items: unknown, item: CompiledItem): readonly Json[] {
  return listOf(items).filter(isObject).filter((entry) => entry.linkId === item.linkId);
}

function itemsFor(item: CompiledItem, suffix: string, before: unknown, reading: Reading): readonly Json[] {
  const earlier = entriesOf(before, item);
  if (item.type === 'display') return [];
  if (item.hidden && (reading.trusted || item.type === 'group')) return earlier;
  if (item.type !== 'group') return questionFor(item, suffix, earlier[0], reading);
  if (item.repeats) return repeatedGroup(item, suffix, earlier, reading);
  const inner = item.children.flatMap((child) => itemsFor(child, suffix, earlier[0]?.item, reading));
  return inner.length > 0 ? [{ linkId: item.linkId, item: inner }] : [];
}

function repeatedGroup(item: CompiledItem, suffix: string, earlier: readonly Json[], reading: Reading): readonly Json[] {
  const { add, remove } = reading.posting.action;
  const below = (one: CompiledItem): readonly string[] => [one.linkId, ...one.children.flatMap(below)];
  const places = reading.posting.placesUnder(below(item), suffix).filter((place) => remove !== nameOf(item.linkId, `${suffix}[${place}]`));
  const rows = places.flatMap((place): readonly Json[] => {
    const inner = item.children.flatMap((child) => itemsFor(child, `${suffix}[${place}]`, earlier[place]?.item, reading));
    if (inner.length > 0) return [{ linkId: item.linkId, item: inner }];
    return reading.keepBlank ? [{ linkId: item.linkId }] : [];
  });
  return add === nameOf(item.linkId, suffix) ? [...rows, { linkId: item.linkId }] : rows;
}

type Placed = Typed & { readonly suffix: string };

function questionFor(item: CompiledItem, suffix: string, earlier: Json | undefined, reading: Reading): readonly Json[] {
  const given = listOf(earlier?.answer).filter(isObject);
  const untouched = item.readOnly || item.hidden;
  const answers = untouched ? (reading.trusted ? undefined : keptAnswers(item, suffix, reading)) : typedAnswers(item, suffix, given, reading);
  if (answers === undefined) return earlier ? [earlier] : [];
  const inner = (place: string, before: unknown) => item.children.flatMap((child) => itemsFor(child, place, before, reading));
  if (answers.length === 0) {
    const nested = inner(item.repeats ? `${suffix}[0]` : suffix, earlier?.item);
    return nested.length > 0 ? [{ linkId: item.linkId, item: nested }] : [];
  }
  const answer = answers.map(({ type, value, suffix: place }, index) => {
    const nested = inner(place, given[index]?.item);
    return { [`value${type}`]: value, ...(nested.length > 0 ? { item: nested } : {}) };
  });
  return [{ linkId: item.linkId, answer }];
}

function keptAnswers(item: CompiledItem, suffix: string, { posting }: Reading): readonly Placed[] {
  const suffixes = hasOwnIndex(item) ? posting.placesUnder([item.linkId], suffix).map((place) => `${suffix}[${place}]`) : [suffix];
  return suffixes.flatMap((place) => posting.keptAt(item.linkId, place).filter(isObject).flatMap((kept) => (typeof kept.type === 'string' && item.answerTypes.includes(kept.type) ? [{ type: kept.type, value: kept.value, suffix: place }] : [])));
}

function typedAnswers(item: CompiledItem, suffix: string, given: readonly Json[], reading: Reading): readonly Placed[] {
  const { posting, zone } = reading;
  const others = posting.valuesAt(item.linkId, suffix, 'other').filter((text) => text.trim() !== '').map((text) => ({ type: 'String', value: text, suffix }));
  if (isListed(item)) return [...posting.valuesAt(item.linkId, suffix).filter((token) => token !== '').map((token) => chosen(item, token, suffix)), ...others];
  if (item.options.unresolved !== undefined) return [...keptAnswers(item, suffix, reading), ...others];
  if (!item.repeats) return readAt(item, suffix, given[0], reading);
  const places = posting.placesUnder([item.linkId], suffix);
  const read = places.flatMap((place) => readAt(item, `${suffix}[${place}]`, given[place], { ...reading, zone }));
  const asked = posting.action.add === undefined ? undefined : parseName(posting.action.add);
  const more = asked?.linkId === item.linkId && posting.action.add === nameOf(item.linkId, suffix) ? 1 : 0;
  if (reading.keepBlank && places.length + more > read.length) reading.blanks.set(nameOf(item.linkId, suffix), Math.max(places.length, 1) + more - read.length);
  return read;
}

function readAt(item: CompiledItem, suffix: string, before: Json | undefined, { posting, zone }: Reading): readonly Placed[] {
  const [kept, unit] = [posting.keptAt(item.linkId, suffix)[0], posting.valuesAt(item.linkId, suffix, 'unit')[0] ?? ''];
  const texts = posting.valuesAt(item.linkId, suffix);
  return (texts.length > 0 || kept === undefined ? texts : ['']).flatMap((text) => {
    const typed = typedValue(item, { text, unit, kept }, zone);
    return typed ? [{ type: typed.type, value: item.type === 'dateTime' ? unchangedMoment(before?.valueDateTime, typed.value, zone) : typed.value, suffix }] : [];
  });
}

function chosen(item: CompiledItem, token: string, suffix: string): Placed {
  const place = item.options.list.findIndex((option) => option.token === token);
  const option = item.options.list[place];
  if (!option) return { type: item.answerTypes[0] ?? 'Coding', value: item.answerTypes[0] === 'Coding' ? { code: token } : token, suffix };
  return { type: option.type, value: option.value, suffix: item.repeats ? `${suffix}[${place}]` : suffix };
}
