import { type Extension, isObject, type Json, listOf, type Typed, valuesOf } from './fhir.ts';

function isExtension(value: unknown): value is Extension {
  return isObject(value) && typeof value.url === 'string';
}

/** The extensions of any element with this address, in their order. */
export function extensionsOf(element: unknown, url?: string): readonly Extension[] {
  const all = isObject(element) ? listOf(element.extension).filter(isExtension) : [];
  return url === undefined ? all : all.filter((one) => one.url === url);
}

export function extensionValue(element: unknown, url: string): Typed | undefined {
  const [first] = extensionsOf(element, url);
  return first ? valuesOf(first)[0] : undefined;
}

export function extensionNumber(element: unknown, url: string): number | undefined {
  const value = extensionValue(element, url)?.value;
  return typeof value === 'number' ? value : undefined;
}

export function extensionText(element: unknown, url: string): string | undefined {
  const value = extensionValue(element, url)?.value;
  return typeof value === 'string' ? value : undefined;
}

export function extensionFlag(element: unknown, url: string): boolean {
  return extensionValue(element, url)?.value === true;
}

/** The code of a CodeableConcept extension, such as itemControl. */
export function extensionConcept(element: unknown, url: string): string | undefined {
  const concept = extensionValue(element, url)?.value;
  const codings = isObject(concept) ? listOf(concept.coding) : [];
  return codings.map((coding) => (isObject(coding) && typeof coding.code === 'string' ? coding.code : undefined)).find((code) => code !== undefined);
}

/** Every extension address in an item, its primitives and its options, each once; nested items and contained resources are not looked into. */
export function addressesIn(element: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [element];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...next);
    if (!isObject(next)) continue;
    for (const one of extensionsOf(next)) found.add(one.url);
    for (const [name, value] of Object.entries(next)) if (!['item', 'contained', 'text'].includes(name) && typeof value === 'object') waiting.push(value);
  }
  return found;
}
