import type { Bilingual } from '#app/platform/language/language.ts';

/** One record as a report found it; `value` changes when the record does in a way that readers should hear of. */
export type Recorded = {
  readonly label: Bilingual;
  readonly path: string;
  readonly value: Readonly<Record<string, string>>;
};

/** The records of a report by their key, `kind:id`: what the next report is compared with. */
export type Snapshot = Readonly<Record<string, Recorded>>;

export type Change =
  | { readonly kind: 'new'; readonly key: string; readonly record: Recorded }
  | { readonly kind: 'gone'; readonly key: string; readonly record: Recorded }
  | { readonly kind: 'changed'; readonly key: string; readonly record: Recorded; readonly field: string; readonly from: string; readonly to: string };

/** What kind of record a key names. */
export function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** What is new, changed or gone since the earlier report, in the order of the records of today; what is gone comes last. */
export function changesBetween(before: Snapshot, after: Snapshot): Change[] {
  const changes: Change[] = [];
  for (const [key, record] of Object.entries(after)) {
    const earlier = before[key];
    if (!earlier) changes.push({ kind: 'new', key, record });
    else
      for (const [field, to] of Object.entries(record.value)) {
        const from = earlier.value[field];
        if (from !== undefined && from !== to) changes.push({ kind: 'changed', key, record, field, from, to });
      }
  }
  for (const [key, record] of Object.entries(before)) if (!after[key]) changes.push({ kind: 'gone', key, record });
  return changes;
}
