import fhirpath, { type UserInvocationTable } from 'fhirpath';
import { isObject, type Json, valuesOf } from './fhir.ts';
import { extensionsOf } from './extensions.ts';
import { compileLinear } from './patterns.ts';
import { scoreUrls } from './urls.ts';

type Entry = UserInvocationTable[string];
const longest = 100_000;

/**
 * Our own versions of a few functions of FHIRPath: `weight()` (and `ordinal()`) reads only the weights that the definition gives, never a network or a
 * shared cache; `matches()` runs in linear time; `today()` and `now()` follow the given moment, a FHIR
 * dateTime with an offset; without one the engine asks the machine's clock.
 */
export function functionsOf(moment: string | undefined): UserInvocationTable {
  const weight: Entry = { fn: (nodes: readonly unknown[]) => nodes.flatMap(weightOf), arity: { 0: [] }, internalStructures: true };
  const pattern = (whole: boolean): Entry => ({ fn: (inputs: readonly unknown[], source: string) => matching(inputs, source, whole), arity: { 1: ['String'] }, nullable: true });
  return {
    weight,
    ordinal: weight,
    matches: pattern(false),
    matchesFull: pattern(true),
    replaceMatches: { fn: replacing, arity: { 2: ['String', 'String'] }, nullable: true },
    ...(moment === undefined ? {} : { now: literal(`@${moment}`), today: literal(`@${moment.slice(0, 10)}`), timeOfDay: literal(`@T${moment.slice(11, 19)}`) }),
  };
}

function literal(text: string): Entry {
  return { fn: () => fhirpath.evaluate({}, text, {}, undefined, { resolveInternalTypes: false }), arity: { 0: [] } };
}

/** The weight of an answer, a coding, an answer option or a concept: its first score extension. */
export function weightOf(node: unknown): readonly number[] {
  if (!isObject(node)) return [];
  const data = 'path' in node && 'data' in node ? node.data : node;
  const places: unknown[] = [data, node._data, ...(isObject(data) ? placesWithin(data) : [])];
  for (const place of places) {
    const found = extensionsOf(place).find((one) => scoreUrls.includes(one.url));
    const value = found && valuesOf(found)[0]?.value;
    if (typeof value === 'number') return [value];
  }
  return [];
}

function placesWithin(data: Json): readonly unknown[] {
  return valuesOf(data).flatMap(({ type, value }) => [value, data[`_value${type}`]]);
}

function compiled(source: string) {
  const pattern = compileLinear(source);
  if (!pattern) throw new Error('the pattern cannot be matched in linear time');
  return pattern;
}

function matching(inputs: readonly unknown[], source: string, whole: boolean): readonly boolean[] {
  const pattern = compiled(source);
  return inputs.slice(0, 1).filter((text) => typeof text === 'string' && text.length <= longest).map((text) => {
    const matcher = pattern.matcher(String(text));
    return whole ? matcher.matches() : matcher.find();
  });
}

function replacing(inputs: readonly unknown[], source: string, replacement: string): readonly string[] {
  const pattern = compiled(source);
  return inputs.slice(0, 1).filter((text) => typeof text === 'string' && text.length <= longest).map((text) => pattern.matcher(String(text)).replaceAll(replacement));
}
