import type { Suppressed } from '#app/methods/disclosure/suppress.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { List } from '../list/queries.ts';
import { vacancyPaths } from '../vacancy/paths.ts';
import { declineReasons, decliners } from './queries.ts';
import { offerWords } from './words.ts';

/** Counts under this one are never shown to a funder. */
export const fewest = 5;
export type ListDeclines = { readonly list: List; readonly table: Suppressed | undefined };
/** Why offers were declined, by list, protected. */
export function DeclinesPage({ frame, lists }: { frame: PageFrame; lists: readonly ListDeclines[] }) {
  const { language } = frame;
  const words = offerWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href={localized(language, vacancyPaths.list)}>{words.toVacancies}</a></p>
      {lists.length === 0 ? <p>{words.noList}</p> : lists.map(({ list, table }) => (
        <section>
          <h2>{list.name[language]}</h2>
          {!table ? <p>{words.nothing}</p> : !table.safe ? <p>{words.unsafe}</p> : <Table frame={frame} table={table} />}
        </section>
      ))}
    </StaffLayout>
  );
}

function Table({ frame: { language }, table }: { frame: PageFrame; table: Suppressed }) {
  const words = offerWords[language];
  const cell = (reason: string | undefined, by: string | undefined) => {
    const found = table.release.cells.find(({ keys }) => keys.reason === reason && keys.by === by);
    return !found || found.published === null ? words.notShown : typeof found.published === 'number' ? String(found.published) : words.few(fewest);
  };
  const row = (reason: string | undefined, label: string) => <tr><th scope="row">{label}</th><td data-label={words.byPerson}>{cell(reason, 'person')}</td><td data-label={words.byProvider}>{cell(reason, 'provider')}</td><td data-label={words.all}><b>{cell(reason, undefined)}</b></td></tr>;
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.reason}</th>{decliners.map((one) => <th scope="col">{one === 'person' ? words.byPerson : words.byProvider}</th>)}<th scope="col">{words.all}</th></tr></thead>
      <tbody>{declineReasons.map((reason) => row(reason, words.reasons[reason] ?? reason))}{row(undefined, words.allReasons)}</tbody>
    </table>
  );
}
