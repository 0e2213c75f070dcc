import { isObject, type Json, listOf, type Resource, textAt, valuesOf } from './fhir.ts';
import { extensionsOf, extensionText, extensionValue } from './extensions.ts';
import { scoreUrls, urls } from './urls.ts';

export type Concept = { readonly system: string | undefined; readonly code: string; readonly display: string | undefined; readonly weight: number | undefined; readonly source: Json };

const deepest = 5;

/** Where value sets and code systems are looked up: the contained resources, then those the caller brings. */
export type Shelf = { readonly contained: readonly Resource[]; readonly brought: readonly Resource[] };

/**
 * The concepts of a value set, or undefined when it is not at hand or needs a terminology server (filters, whole code systems that are not at hand).
 * An expansion that is there is taken as it is; weights missing from it are looked up in compose and in the code system.
 */
export function expandValueSet(reference: string, shelf: Shelf, depth = 0): readonly Concept[] | undefined {
  const set = findResource('ValueSet', reference, shelf);
  if (!set || depth > deepest) return undefined;
  const composed = composedConcepts(set, shelf, depth);
  const expanded = isObject(set.expansion) ? expandedConcepts(set.expansion) : [];
  if (expanded.length === 0) return composed;
  return expanded.map((one) => ({ ...one, weight: one.weight ?? composed?.find((other) => other.code === one.code && other.system === one.system)?.weight ?? systemWeight(one, shelf) }));
}

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

function composedConcepts(set: Resource, shelf: Shelf, depth: number): readonly Concept[] | undefined {
  if (!isObject(set.compose)) return undefined;
  const parts = listOf(set.compose.include).filter(isObject).map((include) => includedConcepts(include, shelf, depth));
  const excluded = listOf(set.compose.exclude).filter(isObject).map((exclude) => includedConcepts(exclude, shelf, depth));
  if (parts.length === 0 || [...parts, ...excluded].some((part) => part === undefined)) return undefined;
  const gone = excluded.flatMap((part) => part ?? []);
  return parts.flatMap((part) => part ?? []).filter((one) => !gone.some((other) => other.code === one.code && other.system === one.system));
}

function includedConcepts(include: Json, shelf: Shelf, depth: number): readonly Concept[] | undefined {
  if (listOf(include.filter).length > 0) return undefined;
  const system = textAt(include, 'system');
  const named = listOf(include.concept).filter(isObject);
  const sets = listOf(include.valueSet).filter((one) => typeof one === 'string').map((one) => expandValueSet(one, shelf, depth + 1));
  if (sets.some((set) => set === undefined)) return undefined;
  const own = named.length > 0 ? conceptsOf(named, system, shelf) : system === undefined ? undefined : systemConcepts(system, shelf);
  if (system !== undefined && own === undefined) return undefined;
  const [first, ...rest] = [...(own ? [own] : []), ...sets.map((set) => set ?? [])];
  return first && rest.reduce((left, right) => left.filter((one) => right.some((other) => other.code === one.code && other.system === one.system)), first);
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
  const concept = codes && nested(codes.concept).find((one) => one.code === code);
  if (!codes || !concept) return undefined;
  const property = listOf(codes.property).find((one) => textAt(one, 'uri') === urls.weightProperty);
  const value = listOf(concept.property).filter(isObject).find((one) => one.code === (textAt(property, 'code') ?? 'itemWeight'));
  return ownWeight(concept) ?? numberIn(value && valuesOf(value)[0]?.value);
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
