import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import { ownKeys } from './candidate.ts';
import type { Cube } from './cube.ts';
import type { Cell } from './queries.ts';
import { groupText, publishedText } from './sentences.ts';
import { releaseWords } from './words.ts';

/** Protected cells as they are printed, totals last. */
export function CellsTable({ language, cube, cells }: { language: Language; cube: Cube; cells: readonly Cell[] }) {
  const words = releaseWords[language];
  const hasValues = cube.measure === 'statistic';
  const ordered = cells.toSorted((a, b) => Object.keys(ownKeys(cube, b.keys)).length - Object.keys(ownKeys(cube, a.keys)).length);
  return (
    <table class="stack">
      <caption class="hidden-text">{words.protectedTable}</caption>
      <thead><tr><th scope="col">{words.group}</th><th scope="col" class="n">{words.people}</th>{hasValues ? <th scope="col" class="n">{words.value}</th> : null}</tr></thead>
      <tbody>
        {ordered.map((cell) => (
          <tr>
            <th scope="row">{groupText(language, cube, cell.keys)}</th>
            <td class="n" data-label={words.people}>{publishedText(language, cell.published)}</td>
            {hasValues ? <td class="n" data-label={words.value}>{cell.value === null ? '–' : formatNumber(language, Number(cell.value))}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
