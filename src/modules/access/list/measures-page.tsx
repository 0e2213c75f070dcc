import type { Days, HousingTimes } from '#app/methods/list/days-to-housing.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment, formatMonth, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { type Group, groups } from './groups.ts';
import type { Statement } from './months.ts';
import { listPaths } from './paths.ts';
import type { List } from './queries.ts';
import { listWords } from './words.ts';

/** The months of a list like a cheque book, and what later news changed of what was stated. Newest first. */
export function MeasuresPage({ frame, list, group, times, statements }: { frame: PageFrame; list: List; group: Group; times: readonly HousingTimes[]; statements: readonly Statement[] }) {
  const { language } = frame;
  const words = listWords[language];
  const total = (flow: Readonly<Record<string, number>>) => Object.values(flow).reduce((sum, one) => sum + one, 0);
  const parts = (flow: Readonly<Record<string, number>>) => Object.entries(flow).filter(([, count]) => count > 0).map(([name, count]) => `${words.flows[name]} ${count}`).join(', ');
  const label = (name: string) => {
    const [side, flow] = name.split('.');
    return flow ? `${side === 'inflow' ? words.inflow : words.outflow}${colon(language)}${words.flows[flow]}` : side === 'active' ? words.active : words.corrections;
  };
  const days = (one: Days | undefined) => (one ? `${formatNumber(language, Math.round(one.mean))}; ${formatNumber(language, one.median)}` : '–');
  const restated = statements.flatMap(({ restated: changes }) => changes);
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, listPaths.list(list.slug))}>{words.back}</a></p>
      <h1>{list.name[language]}{colon(language)}{words.measures.toLowerCase()}</h1>
      <nav aria-label={words.group}><ul class="inline">{groups.map((one) => <li><a href={`${localized(language, listPaths.measures(list.slug))}?group=${one}`} aria-current={one === group ? 'page' : undefined}>{words.groups[one]}</a></li>)}</ul></nav>
      {group === 'all' ? null : <p>{words.groupHint}</p>}
      <h2>{words.book}</h2>
      <p>{words.bookLead}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.month}</th><th scope="col">{words.before}</th><th scope="col">{words.inflow}</th><th scope="col">{words.outflow}</th><th scope="col">{words.corrections}</th><th scope="col">{words.active}</th><th scope="col">{words.balance}</th></tr></thead>
        <tbody>
          {statements.toReversed().map(({ measures }) => (
            <tr>
              <th scope="row">{formatMonth(language, measures.month)}</th>
              <td data-label={words.before}>{measures.active - total(measures.inflow) + total(measures.outflow) - measures.corrections - measures.balance}</td>
              <td data-label={words.inflow}>+ {total(measures.inflow)} <span class="hint">{parts(measures.inflow)}</span></td>
              <td data-label={words.outflow}>− {total(measures.outflow)} <span class="hint">{parts(measures.outflow)}</span></td>
              <td data-label={words.corrections}>{measures.corrections}</td>
              <td data-label={words.active}><b>{measures.active}</b></td>
              <td data-label={words.balance}>{measures.balance}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.housing}</h2>
      <p>{words.housingLead}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.month}</th><th scope="col">{words.moved}</th><th scope="col">{words.fromFirst}</th><th scope="col">{words.fromLast}</th><th scope="col">{words.returned}</th></tr></thead>
        <tbody>
          {times.toReversed().map(({ month, housed, fromFirst, fromLast }) => {
            const { returnedFromHousing = 0, returnedFromInactive = 0 } = statements.find(({ measures }) => measures.month === month)?.measures.inflow ?? {};
            return <tr><th scope="row">{formatMonth(language, month)}</th><td data-label={words.moved}>{housed}</td><td data-label={words.fromFirst}>{days(fromFirst)}</td><td data-label={words.fromLast}>{days(fromLast)}</td><td data-label={words.returned}>{returnedFromHousing}; {returnedFromInactive}</td></tr>;
          })}
        </tbody>
      </table>
      {group === 'all' ? <h2>{words.stated}</h2> : null}
      {group === 'all' ? <p>{words.statedLead}</p> : null}
      {group !== 'all' ? null : statements.every(({ frozen }) => !frozen) ? <p>{words.noneStated}</p> : restated.length === 0 ? <p>{words.noRestatement}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.month}</th><th scope="col">{words.firstStated}</th><th scope="col">{words.measure}</th><th scope="col">{words.was}</th><th scope="col">{words.is}</th></tr></thead>
          <tbody>
            {statements.flatMap(({ frozen, restated: changes }) => changes.map((change) => (
              <tr>
                <th scope="row">{formatMonth(language, change.month)}</th><td data-label={words.firstStated}>{frozen ? formatMoment(language, frozen.frozenAt, frame.site.timeZone) : ''}</td><td data-label={words.measure}>{label(change.measure)}</td><td data-label={words.was}>{change.was}</td><td data-label={words.is}>{change.is}</td>
              </tr>
            )))}
          </tbody>
        </table>
      )}
      <p class="hint">{words.small}</p>
    </StaffLayout>
  );
}
