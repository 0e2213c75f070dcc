import type { PersonRecord } from '../fields.ts';
import type { Linkage } from '../link.ts';

export type Quality = { readonly pairs: number; readonly precision: number; readonly recall: number; readonly f1: number; readonly certain: number; readonly certainFalse: number };

/** Compares the links with the truth, which `personOf` reads from an id. */
export function measure(records: readonly PersonRecord[], { links }: Pick<Linkage, 'links'>, personOf: (id: string) => string): Quality {
  const sizes = new Map<string, number>();
  let pairs = 0;
  for (const { id } of records) {
    const before = sizes.get(personOf(id)) ?? 0;
    pairs += before;
    sizes.set(personOf(id), before + 1);
  }
  const isTrue = ({ left, right }: { left: string; right: string }) => personOf(left) === personOf(right);
  const found = links.filter(isTrue).length;
  const certain = links.filter(({ band }) => band === 'certain');
  const [precision, recall] = [links.length === 0 ? 1 : found / links.length, found / pairs];
  return { pairs, precision, recall, f1: (2 * found) / (links.length + pairs), certain: certain.length, certainFalse: certain.filter((link) => !isTrue(link)).length };
}

/** The made-up sets put the person before the first `-`. */
export const beforeDash = (id: string): string => id.slice(0, id.indexOf('-'));
