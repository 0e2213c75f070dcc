import { isObject, type Json } from './fhir.ts';
import { itemPath } from './issue.ts';
import type { CompiledItem } from './model.ts';
import { type Reading, tellAt } from './tree.ts';

const itemMembers = new Set(['id', 'extension', 'modifierExtension', 'linkId', '_linkId', 'definition', '_definition', 'text', '_text', 'answer', 'item']);

/** Puts the items of a response under their linkIds, and tells those that are unknown, misplaced, out of order or no items at all. */
export function sortEntries(items: readonly CompiledItem[], given: unknown, parent: string, reading: Reading): ReadonlyMap<string, readonly Json[]> {
  const sorted = new Map<string, Json[]>();
  if (given === undefined) return sorted;
  const { words } = reading;
  if (!Array.isArray(given)) {
    tellAt(reading, parent)('structure', words.notList('item'));
    return sorted;
  }
  const places = new Map(items.map((item) => [item.linkId, item.position]));
  let last = -1;
  for (const [index, entry] of given.entries()) {
    const tell = tellAt(reading, `${parent}.item[${index}]`);
    if (!isObject(entry)) {
      tell('structure', words.notObject);
      continue;
    }
    const { linkId } = entry;
    if (typeof linkId !== 'string' || linkId === '') {
      tell('required', words.noLinkId);
      continue;
    }
    const tellItem = tellAt(reading, itemPath(parent, linkId));
    for (const name of Object.keys(entry)) if (!itemMembers.has(name)) tellItem('structure', words.notFhir(name));
    if (entry.modifierExtension !== undefined) tellItem('not-supported', words.modifier);
    const place = places.get(linkId);
    if (place === undefined) {
      tellItem('structure', reading.compiled.byLinkId.has(linkId) ? words.misplacedItem(linkId) : words.unknownItem(linkId));
      continue;
    }
    if (place < last) tellItem('structure', words.outOfOrder);
    last = Math.max(last, place);
    const known = sorted.get(linkId);
    if (known) known.push(entry);
    else sorted.set(linkId, [entry]);
  }
  return sorted;
}
