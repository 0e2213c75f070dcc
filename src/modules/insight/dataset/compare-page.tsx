import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { datasetPaths } from './paths.ts';
import type { Dataset, Version } from './queries.ts';
import type { Comparison } from './row-queries.ts';
import { datasetWords } from './words.ts';

/** How two versions of a dataset differ, in numbers of rows. */
export function ComparePage({ frame, dataset, older, newer, comparison }: { frame: PageFrame; dataset: Dataset; older: Version; newer: Version; comparison: Comparison }) {
  const { language } = frame;
  const words = datasetWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, datasetPaths.dataset(dataset.slug))}>{words.backToOne(dataset.name[language])}</a></p>
      <h1>{words.compareTitle}</h1>
      <p class="lead">{words.version(older.number ?? 0)} → {words.version(newer.number ?? 0)}</p>
      <SummaryList rows={(['added', 'gone', 'changed', 'same'] as const).map((what) => ({ label: words[what], value: <span class="n">{formatNumber(language, comparison[what])}</span> }))} />
    </StaffLayout>
  );
}
