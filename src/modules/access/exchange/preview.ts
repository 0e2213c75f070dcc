import { openCell } from './cells.ts';
import { type Judged, judgeClient, type Reason } from './judge.ts';
import type { Headers, Mapping } from './mapping.ts';
import type { StagedRow } from './queries.ts';

export type Preview = {
  readonly people: number; readonly stays: number; readonly consents: number; readonly skipped: number;
  readonly refused: readonly { readonly reason: Reason; readonly rows: number; readonly first: number }[];
  readonly sample: readonly Judged[];
};

/** What an import would make of the rows, but for what only the records can say (a client who is known from before, a record that is closed). */
export function previewOf(rows: readonly StagedRow[], headers: Headers, mapping: Mapping, today: string, agency: string): Preview {
  const place = (kind: 'client' | 'stay') => (headers[kind] ?? []).indexOf(mapping[kind].client ?? '');
  const judged = [...Map.groupBy(rows, (row) => openCell((row.cells[place(row.kind)] ?? '').trim()))].map(([client, own]) => judgeClient(client, own, headers, mapping, today, agency));
  const refusals = Map.groupBy(judged.flatMap((one) => one.refused), ({ reason }) => reason);
  const sum = (count: (one: Judged) => number) => judged.reduce((total, one) => total + count(one), 0);
  return {
    people: judged.filter((one) => one.person).length, stays: sum((one) => one.stays.length), consents: sum((one) => one.rows.reduce((n, row) => n + row.consents.length, 0)), skipped: sum((one) => one.skipped.length),
    refused: [...refusals].map(([reason, all]) => ({ reason, rows: all.length, first: Math.min(...all.map(({ row }) => row)) })).sort((a, b) => b.rows - a.rows),
    sample: judged.filter((one) => one.person).slice(0, 5),
  };
}
