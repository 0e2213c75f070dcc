import { reachingHome } from '#app/methods/homelessness/definition.ts';
import type { Outcomes } from '#app/methods/homelessness/outcomes.ts';
import { parseMonth } from '#app/methods/timeline/month.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMonth } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { listPaths } from './paths.ts';
import type { List } from './queries.ts';
import { outcomesWords } from './outcomes-words.ts';
import { listWords } from './words.ts';

/** The five outcomes by fiscal year and by month, newest first, each reading beside the other. */
export function OutcomesPage({ frame, list, years, months }: { frame: PageFrame; list: List; years: readonly Outcomes[]; months: readonly Outcomes[] }) {
  const { language } = frame;
  const words = outcomesWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, listPaths.list(list.slug))}>{listWords[language].back}</a></p>
      <h1>{list.name[language]}{colon(language)}{words.title.toLowerCase()}</h1>
      <p class="lead">{words.lead}</p>
      {months.length === 0 ? <p>{words.none}</p> : (
        <>
          <h2>{words.years}</h2>
          <Table frame={frame} rows={years} caption={words.years} />
          <h2>{words.months}</h2>
          <Table frame={frame} rows={months} caption={words.months} />
        </>
      )}
      <h2>{words.readings}</h2>
      <p>{words.readingsText}</p>
      <p>{words.claim}</p>
      <p class="hint">{words.source(reachingHome.label[language], reachingHome.version)} {words.notExact}</p>
    </StaffLayout>
  );
}

function Table({ frame: { language }, rows, caption }: { frame: PageFrame; rows: readonly Outcomes[]; caption: string }) {
  const words = outcomesWords[language];
  const heads = [[words.people, words.peopleHint], [words.fresh, words.freshHint], [words.returns, words.returnsHint], [words.indigenous, words.indigenousHint], [words.chronic, words.chronicHint]] as const;
  const values = (one: Outcomes) => [
    one.people, one.newlyIdentified, `${one.returns.fromHousing}; ${one.returns.withInactive}; ${one.returns.everFromHousing}`,
    `${one.indigenous.yes}, ${one.indigenous.no}, ${one.indigenous.declined}, ${one.indigenous.missing}`, `${one.chronic.anyDay}; ${one.chronic.atEnd}`,
  ];
  return (
    <table class="stack">
      <caption class="hidden-text">{caption}</caption>
      <thead><tr><th scope="col">{words.period}</th>{heads.map(([head, hint]) => <th scope="col">{head} <span class="hint">{hint}</span></th>)}</tr></thead>
      <tbody>
        {rows.toReversed().map((one) => (
          <tr>
            <th scope="row">{parseMonth(one.period) === undefined ? one.period : formatMonth(language, one.period)}{one.complete ? null : <><br /><span class="hint">{words.soFar(formatDate(language, one.to))}</span></>}</th>
            {values(one).map((value, place) => <td data-label={`${heads[place]?.[0]} (${heads[place]?.[1]})`}>{value}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
