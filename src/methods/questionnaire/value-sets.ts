import { isObject, type Json, listOf, type Resource, textAt, valuesOf } from './fhir.ts';
import { extensionsOf, extensionText, extensionValue } from './extensions.ts';
import { scoreUrls, urls } from './urls.ts';

export type Concept = { readonly system: string | undefined; readonly code: string; readonly display: string | undefined; readonly weight: number | undefined; readonly source: Json };

/** Where value sets and code systems are looked up: the contained resources, then those the caller brings. */
export type Shelf = { readonly contained: readonly Resource[]; readonly brought: readonly Resource[] };

/** What was expanded on a shelf; a set that is still being expanded stands there as undefined, so that one that includes itself ends. */
const expansions = new WeakMap<Shelf, Map<Resource, readonly Concept[] | undefined>>();
const weights = new WeakMap<Resource, ReadonlyMap<string, number>>();

/**
 * The concepts of a value set, or undefined when it is not at hand, includes itself, or needs a terminology server (filters, whole code systems that
 * are not at hand). An expansion that is there is taken as it is; weights missing from it are looked up in compose and in the code system.
 */
export function expandValueSet(reference: string, shelf: Shelf): readonly Concept[] | undefined {
  const set = findResource('ValueSet', reference, shelf);
  if (!set) return undefined;
  const done = expansions.get(shelf) ?? new Map<Resource, readonly Concept[] | undefined>();
  expansions.set(shelf, done);
  if (done.has(set)) return done.get(set);
  done.set(set, undefined);
  const concepts = conceptsIn(set, shelf);
  done.set(set, concepts);
  return concepts;
}

function conceptsIn(set: Resource, shelf: Shelf): readonly Concept[] | undefined {
  const composed = composedConcepts(set, shelf);
  const expanded = isObject(set.expansion) ? expandedConcepts(set.expansion) : [];
  if (expanded.length === 0) return composed;
  const own = new Map(composed?.toReversed().map((one) => [keyOf(one), one.weight]));
  return expanded.map((one) => ({ ...one, weight: one.weight ?? own.get(keyOf(one)) ?? systemWeight(one, shelf) }));
}

const keyOf = ({ system, code }: { system: string | undefined; code: string }) => JSON.stringify([system, code]);

function findResource(type: string, reference: string, { contained, brought }: Shelf): Resource | undefined {
  if (reference.startsWith('#')) return contained.find((one) => one.resourceType === type && one.id === reference.slice(1));
  const [address] = reference.split('|');
  return [...contained, ...brought].find((one) => one.resourceType === type && one.url === address);
}

function expandedConcepts(expansion: Json): readonly Concept[] {
  const weightCode = extensionsOf(expansion, urls.expansionProperty).find((one) => extensionText(one, 'uri') === urls.weightProperty);
  const property = (weightCode && extensionText(weightCode, 'code')) ?? 'itemWeight';
  const weight = (source: Json) => ownWeight(source) ?? propertyWeight(source, property);
  const flat = (entries: unknown): readonly Concept[] => listOf(entries).filter(isObject).flatMap((entry) => {
    const code = textAt(entry, 'code');
    const here = code === undefined || entry.abstract === true ? [] : [{ system: textAt(entry, 'system'), code, display: textAt(entry, 'display'), weight: weight(entry), source: entry }];
    return [...here, ...flat(entry.contains)];
  });
  return flat(expansion.contains);
}

function composedConcepts(set: Resource, shelf: Shelf): readonly Concept[] | undefined {
  if (!isObject(set.compose)) return undefined;
  const parts = listOf(set.compose.include).filter(isObject).map((include) => includedConcepts(include, shelf));
  const excluded = listOf(set.compose.exclude).filter(isObject).map((exclude) => includedConcepts(exclude, shelf));
  if (parts.length === 0 || [...parts, ...excluded].some((part) => part === undefined)) return undefined;
  const gone = new Set(excluded.flatMap((part) => part ?? []).map(keyOf));
  return parts.flatMap((part) => part ?? []).filter((one) => !gone.has(keyOf(one)));
}

function includedConcepts(include: Json, shelf: Shelf): readonly Concept[] | undefined {
  if (listOf(include.filter).length > 0) return undefined;
  const system = textAt(include, 'system');
  const named = listOf(include.concept).filter(isObject);
  const sets = listOf(include.valueSet).filter((one) => typeof one === 'string').map((one) => expandValueSet(one, shelf));
  if (sets.some((set) => set === undefined)) return undefined;
  const own = named.length > 0 ? conceptsOf(named, system, shelf) : system === undefined ? undefined : systemConcepts(system, shelf);
  if (system !== undefined && own === undefined) return undefined;
  const [first, ...rest] = [...(own ? [own] : []), ...sets.map((set) => set ?? [])];
  return first && rest.reduce((left, right) => {
    const there = new Set(right.map(keyOf));
    return left.filter((one) => there.has(keyOf(one)));
  }, first);
}

function conceptsOf(concepts: readonly Json[], system: string | undefined, shelf: Shelf): readonly Concept[] {
  return concepts.flatMap((source) => {
    const code = textAt(source, 'code');
    if (code === undefined) return [];
    const bare = { system, code, display: textAt(source, 'display'), source };
    return [{ ...bare, weight: ownWeight(source) ?? systemWeight(bare, shelf) }];
  });
}

function systemConcepts(system: string, shelf: Shelf): readonly Concept[] | undefined {
  const codes = findResource('CodeSystem', system, shelf);
  return codes && conceptsOf(nested(codes.concept), system, shelf);
}

function systemWeight({ system, code }: { system: string | undefined; code: string }, shelf: Shelf): number | undefined {
  const codes = system === undefined ? undefined : findResource('CodeSystem', system, shelf);
  if (!codes) return undefined;
  const known = weights.get(codes) ?? weightsIn(codes);
  weights.set(codes, known);
  return known.get(code);
}

function weightsIn(codes: Resource): ReadonlyMap<string, number> {
  const property = textAt(listOf(codes.property).find((one) => textAt(one, 'uri') === urls.weightProperty), 'code') ?? 'itemWeight';
  const found = new Map<string, number>();
  for (const concept of nested(codes.concept)) {
    const code = textAt(concept, 'code');
    const value = listOf(concept.property).filter(isObject).find((one) => one.code === property);
    const weight = ownWeight(concept) ?? numberIn(value && valuesOf(value)[0]?.value);
    if (code !== undefined && weight !== undefined && !found.has(code)) found.set(code, weight);
  }
  return found;
}

function nested(concepts: unknown): readonly Json[] {
  return listOf(concepts).filter(isObject).flatMap((one) => [one, ...nested(one.concept)]);
}

/** The weight that an element states about itself. */
export function ownWeight(source: unknown): number | undefined {
  return scoreUrls.map((url) => numberIn(extensionValue(source, url)?.value)).find((value) => value !== undefined);
}

function propertyWeight(source: Json, property: string): number | undefined {
  const found = extensionsOf(source, urls.containsProperty).find((one) => extensionText(one, 'code') === property);
  return found && numberIn(extensionValue(found, 'value[x]')?.value ?? extensionValue(found, 'value')?.value);
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
