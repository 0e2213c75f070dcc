import type { Interval } from '#app/methods/priority/interval.ts';
import { Select } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { List } from '../list/queries.ts';
import { AskForm } from '../replay/page.tsx';
import { replayPaths } from '../replay/paths.ts';
import { replayWords } from '../replay/words.ts';
import { findField } from './fields.ts';
import { priorityPaths } from './paths.ts';
import type { Priority } from './queries.ts';
import type { Replayed, ReplayLine } from './replay.ts';
import { priorityWords } from './words.ts';

type Props = { frame: PageFrame; list: List; versions: readonly Priority[]; first: Priority | undefined; second: Priority | undefined; found: Replayed | undefined; month: string };
/** The vacancies of a year under two versions of the rules, for those who keep the list. */
export function ReplayPage({ frame, list, versions, first, second, found, month }: Props) {
  const { language } = frame;
  const words = priorityWords[language];
  const options = versions.map((one) => ({ value: String(one.version), label: `${words.version(one.version)}${one.from === null ? ` (${words.proposed})` : ''}` }));
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, priorityPaths.list(list.slug))}>{list.name[language]}</a></p>
      <h1>{words.replay}</h1>
      <p class="lead">{words.replayLead}</p>
      {versions.length === 0 ? <p>{words.noneInForce}</p> : (
        <form method="get">
          <Select name="first" label={words.firstRules} options={options} value={String(first?.version ?? '')} />
          <Select name="second" label={words.secondRules} options={options} value={String(second?.version ?? '')} />
          <div class="buttons"><button class="button" type="submit">{words.run}</button></div>
        </form>
      )}
      {found && first && second ? (found.lines.length === 0 ? <p>{words.noVacancies}</p> : <Found frame={frame} first={first} second={second} found={found} />) : null}
      {found && first && second && first.id !== second.id ? <AskForm frame={frame} slug={list.slug} first={first} second={second} month={month} /> : null}
      <p><a href={localized(language, replayPaths.replays)}>{replayWords[language].toReleased}</a></p>
    </StaffLayout>
  );
}

function Found({ frame: { language }, first, second, found }: { frame: PageFrame; first: Priority; second: Priority; found: Replayed }) {
  const words = priorityWords[language];
  const name = (one: ReplayLine['first']) => (!one ? words.none : one.closed ? words.closedName : one.givenName === null ? words.unnamed : `${one.givenName} ${one.familyName ?? ''}`.trim());
  const percent = (value: number) => `${(value * 100).toLocaleString(language === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: 0 })}${language === 'fr' ? '\u00a0' : ''}%`;
  const interval = ({ value, low, high }: Interval) => `${percent(value)} (${percent(low)} – ${percent(high)})`;
  return (
    <>
      <p><b>{words.differ(found.differ, found.lines.length)}</b></p>
      <table class="stack">
        <thead><tr><th scope="col">{words.vacancy}</th><th scope="col">{words.day}</th><th scope="col">{words.under(first.version)}</th><th scope="col">{words.under(second.version)}</th></tr></thead>
        <tbody>{found.lines.map((line) => <tr><th scope="row">{line.name}</th><td data-label={words.day}>{formatDate(language, line.day)}</td><td data-label={words.under(first.version)}>{name(line.first)}</td><td data-label={words.under(second.version)}>{line.first?.person === line.second?.person ? name(line.second) : <b>{name(line.second)}</b>}</td></tr>)}</tbody>
      </table>
      <h2>{words.groups}</h2>
      <p>{words.groupsLead}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.group}</th><th scope="col">{words.count}</th><th scope="col">{words.share}, {words.version(first.version).toLowerCase()}</th><th scope="col">{words.share}, {words.version(second.version).toLowerCase()}</th><th scope="col">{words.difference}</th></tr></thead>
        <tbody>{found.fares.map((fare) => (
          <tr>
            <th scope="row">{fare.group === 'all' ? words.all : findField(fare.group)?.label[language]}</th>
            {fare.shown ? <><td data-label={words.count}>{fare.people}</td><td data-label={words.version(first.version)}>{interval(fare.shareFirst)}</td><td data-label={words.version(second.version)}>{interval(fare.shareSecond)}</td><td data-label={words.difference}>{interval(fare.difference)}</td></> : <td colspan={4}>{words.hidden}</td>}
          </tr>
        ))}</tbody>
      </table>
    </>
  );
}
