import type { Bilingual } from '#app/platform/language/language.ts';
import { findingText } from '../application/findings.tsx';
import { reasonKey } from '../reason/queries.ts';
import type { Standing } from './gather.ts';
import type { Ranked, WhatIf } from './rules.ts';
import { reasonFor } from './words.ts';

/** What the applicant of a row will be told: the text that the office wrote for this result, else the one that follows from the ranking. */
export type Proposed = { readonly text: Bilingual; readonly follows: Bilingual; readonly written: boolean };
export function proposedReason(standing: Standing, rows: readonly Ranked[], row: Ranked, { least }: WhatIf): Proposed {
  const judged = standing.judged.find((one) => one.id === row.id);
  const rules = (judged?.findings ?? []).filter((one) => !one.met).map((one) => ({ en: findingText('en', one), fr: findingText('fr', one) }));
  const of = rows.filter((one) => one.eligible && one.perCent !== undefined).length;
  const follows = reasonFor(row.why, { perCent: (row.perCent ?? 0).toFixed(1), rank: row.rank, of, least, rules });
  const written = standing.written.get(reasonKey(row.id, row.why));
  return { text: written ?? follows, follows, written: written !== undefined };
}
