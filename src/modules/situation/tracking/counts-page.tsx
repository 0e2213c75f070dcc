import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { daysBetween } from '#app/ui/format.ts';
import type { Table } from '../agreement/queries.ts';
import type { Code } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { Counts } from '../release/about-page.tsx';
import { releaseWords } from '../release/words.ts';
import type { TrackingRow } from './queries.ts';

type Props = { frame: PageFrame; table: Table; rows: readonly TrackingRow[]; codes: readonly Code[] };

/** What has ended at the table, counted exactly for its chair. */
export function CountsPage({ frame, table, rows, codes }: Props) {
  const { language } = frame;
  const words = releaseWords[language];
  const years = [...Map.groupBy(rows, ({ decidedOn }) => decidedOn.slice(0, 4)).entries()].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const named = (slug: string) => codes.find((code) => code.slug === slug)?.name[language] ?? slug;
  const risks = rows.flatMap((row) => row.codes.filter((slug) => codes.some((code) => code.slug === slug && code.list === 'risk')));
  const top = (slugs: readonly string[]) => [...Map.groupBy(slugs, (slug) => slug).entries()].map(([slug, own]) => [named(slug), String(own.length)] as const).toSorted((a, b) => Number(b[1]) - Number(a[1]));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: situationPaths.table(table.body), label: table.name[language] }]} />
      <h1>{words.counts}</h1>
      <p class="lead">{words.countsLead}</p>
      {rows.length === 0 ? <p>{words.none}</p> : (
        <>
          <Counts caption={words.counts} head={[words.month, words.ended, words.percent, words.median]} rows={years.map(([year, own]) => {
            const doors = own.flatMap(({ decidedOn, knockedOn }) => (knockedOn ? [daysBetween(decidedOn, knockedOn)] : [])).toSorted((a, b) => a - b);
            const taken = own.filter(({ state }) => state === 'closed').length;
            return [year, String(own.length), `${taken} (${Math.round((100 * taken) / own.length)}${language === 'fr' ? '\u00a0%' : '%'})`, doors.length === 0 ? '–' : String(doors[Math.floor((doors.length - 1) / 2)])];
          })} />
          <div class="pair">
            <Counts caption={words.topFactors} head={[words.factor, words.count]} rows={top(risks).slice(0, 12)} />
            <Counts caption={words.reasons} head={[words.reason, words.count]} rows={top(rows.map(({ reason }) => reason))} />
          </div>
        </>
      )}
    </StaffLayout>
  );
}
