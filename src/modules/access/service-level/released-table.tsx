import { formatNumber } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { waitWords } from '../wait/words.ts';
import type { Receiver, ReleasedLevels } from './queries.ts';
import { releasedSteps } from './release.ts';
import { serviceLevelWords } from './words.ts';

/** What the gate filed of all agencies: rounded people and the median of their days, or that there were too few. */
export function ReleasedTable({ frame: { language }, released, names }: { frame: PageFrame; released: ReleasedLevels; names: ReadonlyMap<string, Receiver> }) {
  const [words, shared] = [serviceLevelWords[language], waitWords[language]];
  const [year = '', number = ''] = released.period.split('-Q');
  const byReceiver = Map.groupBy(released.cells, ({ keys }) => keys.receiver ?? '');
  return (
    <>
      <p>{words.everybodyLead(words.quarter(number, year))}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.receiver}</th>{releasedSteps.map((step) => <th scope="col" class="n">{words.steps[step]}</th>)}</tr></thead>
        <tbody>
          {[...byReceiver].map(([receiver, cells]) => (
            <tr>
              <th scope="row">{names.get(receiver)?.name[language] ?? words.unlisted}</th>
              {releasedSteps.map((step) => {
                const cell = cells.find(({ keys }) => keys.step === step);
                const told = cell?.published && /^\d+$/.test(cell.published);
                return <td class="n" data-label={words.steps[step]}>{told ? formatNumber(language, Number(cell.published)) : <span class="small">{words.few}</span>}{told && cell.value !== null ? <><br /><span class="small">{words.within(shared.days(formatNumber(language, Number(cell.value))))}</span></> : null}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
