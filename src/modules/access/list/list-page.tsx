import type { ChronicState } from '#app/methods/homelessness/chronic.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { daysBetween, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { ListedMember } from '../household/queries.ts';
import { HouseholdLine, memberName } from '../household/show-page.tsx';
import { stayPaths } from '../stay/paths.ts';
import { stayWords } from '../stay/words.ts';
import { listPaths } from './paths.ts';
import type { List, Listed } from './queries.ts';
import { outcomesWords } from './outcomes-words.ts';
import { reconciliationWords } from './reconciliation-words.ts';
import { listWords } from './words.ts';

/** The lists of an agency. */
export function ListsPage({ frame, lists }: { frame: PageFrame; lists: readonly List[] }) {
  const words = listWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {lists.length === 0 ? <p>{words.noList}</p> : <ul>{lists.map((list) => <li><a href={localized(frame.language, listPaths.list(list.slug))}>{list.name[frame.language]}</a></li>)}</ul>}
    </StaffLayout>
  );
}

export const shows = ['list', 'stale', 'off'] as const;
export type Show = (typeof shows)[number];
type Props = { frame: PageFrame; list: List; people: readonly Listed[]; chronic: ReadonlyMap<string, ChronicState>; households: readonly ListedMember[]; refusals: number; show: Show; today: string; /** The reader's role opens housing, so the stays behind a name too. */ opensStays: boolean };

/** The people of a list: who is on it, who was not heard of for long, who agreed and is not on it. */
export function ListPage({ frame, list, people, chronic, households, refusals, show, today, opensStays }: Props) {
  const { language } = frame;
  const words = listWords[language];
  const at = (path: string) => localized(language, path);
  const stale = (one: Listed) => one.onList && (one.lastActivity === null || daysBetween(one.lastActivity, today) > list.staleAfter);
  const on = people.filter((one) => one.onList);
  const householdOf = (person: string): Housemates => {
    const own = households.find((one) => one.person === person)?.household;
    return households.filter((one) => one.household === own).flatMap(({ person: other, relation }) => people.filter((one) => one.person === other).map((one) => ({ ...one, relation })));
  };
  const together = new Set(households.filter((one) => on.some(({ person }) => person === one.person) && householdOf(one.person).length > 1).map((one) => one.household)).size;
  const shown = people.filter((one) => (show === 'off' ? !one.onList : show === 'stale' ? stale(one) : one.onList));
  return (
    <StaffLayout frame={frame}>
      <h1>{list.name[language]}</h1>
      <p class="hint">{words.reading}</p>
      <ul>
        <li><b>{words.tally(on.length, people.length)}</b></li>
        {together > 0 ? <li>{words.households(together)}</li> : null}
        <li>{words.chronic(on.filter((one) => chronic.get(one.person)?.chronic).length)}</li>
        <li>{words.stale(people.filter(stale).length, list.staleAfter)}</li>
        <li>{words.refusals(refusals)}</li>
      </ul>
      <ul class="jump">
        <li><a href={at(listPaths.measures(list.slug))}>{words.measures}</a></li>
        <li><a href={at(listPaths.outcomes(list.slug))}>{outcomesWords[language].title}</a></li>
        <li><a href={at(listPaths.reconciliation(list.slug))}>{reconciliationWords[language].title}</a></li>
      </ul>
      <nav aria-label={words.show}><ul class="jump">{shows.map((one) => <li><a href={`${at(listPaths.list(list.slug))}?show=${one}`} aria-current={one === show ? 'page' : undefined}>{words.shows[one]}</a></li>)}</ul></nav>
      <h2>{words.shows[show]}</h2>
      {shown.length === 0 ? <p>{words.nobody}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.since}</th><th scope="col">{words.days} <span class="hint">{words.daysHint}</span></th><th scope="col">{words.heard}</th><th scope="col">{words.change}</th></tr></thead>
          <tbody>{shown.map((one) => <Line language={language} list={list} one={one} days={chronic.get(one.person)} household={householdOf(one.person)} path={opensStays ? stayPaths.stays(one.person) : accessPaths.person(one.person)} />)}</tbody>
        </table>
      )}
      <h2>{words.refuse}</h2>
      <p>{words.refuseHint}</p>
      <form method="post" action={at(listPaths.refusals(list.slug))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.count}</button></form>
    </StaffLayout>
  );
}

type Housemates = readonly (Listed & Pick<ListedMember, 'relation'>)[];

function Line({ language, list, one, days, household, path }: { language: Language; list: List; one: Listed; days: ChronicState | undefined; household: Housemates; path: string }) {
  const [words, stays] = [listWords[language], stayWords[language]];
  const name = memberName(one, language);
  return (
    <tr>
      <td><a href={localized(language, path)}>{name}</a>{one.demonstration ? <span class="hint"> ({words.demonstration})</span> : null}{household.length > 1 ? <><br /><span class="hint"><HouseholdLine language={language} members={household} /></span></> : null}</td>
      <td data-label={words.since}>{one.state ? stays.states[one.state] : stays.noState}{one.since ? `, ${formatDate(language, one.since)}` : ''}{one.onList ? '' : <><br /><span class="hint">{one.whereabouts === 'homeless' ? stays.conditions.homeless : stays.whereabouts[one.whereabouts]}</span></>}</td>
      <td data-label={words.days}>{days ? `${days.days365}, ${days.days1095}` : '0, 0'}{days?.chronic ? <><br /><b>{words.chronicMark}</b></> : null}</td>
      <td data-label={words.heard}>{one.lastActivity ? formatDate(language, one.lastActivity) : words.never}{one.lastKind ? <><br /><span class="hint">{stays.activities[one.lastKind] ?? stays.kinds[one.lastKind] ?? stays.title}</span></> : null}</td>
      <td><a href={localized(language, listPaths.change(list.slug, one.person))}>{words.change}<span class="hidden-text"> {name}</span></a></td>
    </tr>
  );
}
