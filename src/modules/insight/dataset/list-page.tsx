import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { datasetPaths } from './paths.ts';
import type { Dataset } from './queries.ts';
import { datasetWords } from './words.ts';

/** All datasets with the version that counts now. */
export function DatasetsPage({ frame, datasets }: { frame: PageFrame; datasets: readonly Dataset[] }) {
  const { language } = frame;
  const words = datasetWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {datasets.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.current}</th><th scope="col">{words.asOf}</th><th scope="col">{words.rows}</th></tr></thead>
          <tbody>
            {datasets.map((one) => (
              <tr>
                <td><a href={localized(language, datasetPaths.dataset(one.slug))}>{one.name[language]}</a><p class="small">{one.text[language]}</p></td>
                <td data-label={words.current}>{one.number === null ? words.noVersion : words.version(one.number)}</td>
                <td data-label={one.asOf === null ? undefined : words.asOf}>{one.asOf === null ? '' : formatDate(language, one.asOf)}</td>
                <td data-label={one.accepted === null ? undefined : words.rows} class="n">{one.accepted === null ? '' : formatNumber(language, one.accepted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="buttons"><a class="button quiet" href={localized(language, datasetPaths.newDataset)}>{words.make}</a></div>
    </StaffLayout>
  );
}
