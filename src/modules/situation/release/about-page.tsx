import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Table } from '../agreement/queries.ts';
import type { Code } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import type { Released } from './queries.ts';
import { releaseWords } from './words.ts';

type Props = { frame: PageFrame; released: readonly Released[]; codes: readonly Code[]; tables: readonly Table[]; agreements: boolean };

/** What the table is, what protects people, and its protected numbers; with the way in for whoever has a seat. */
export function AboutPage({ frame, released, codes, tables, agreements }: Props) {
  const { language } = frame;
  const words = releaseWords[language];
  const years = [...Map.groupBy(released, ({ body, year }) => `${body} ${year}`).values()];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {tables.length > 0 || agreements ? (
        <section class="panel" aria-labelledby="seat">
          <h2 id="seat">{words.seatTitle}</h2>
          <p class="go">
            {tables.filter(({ seated }) => seated).map((table) => <a class="button" href={localized(language, situationPaths.table(table.body))}>{words.openTable(table.name[language])}</a>)}
            <a class="button quiet" href={localized(language, situationPaths.agreements)}>{words.agreements}</a>
          </p>
        </section>
      ) : null}
      <section aria-labelledby="filters">
        <h2 id="filters">{words.filtersTitle}</h2>
        <ol class="thread tall">{words.filters.map(([title, text]) => <li><b>{title}</b><span>{text}</span></li>)}</ol>
      </section>
      <section aria-labelledby="rights">
        <h2 id="rights">{words.rightsTitle}</h2>
        <ul>{words.rights.map((one) => <li>{one}</li>)}</ul>
      </section>
      <section aria-labelledby="figures" class="band">
        <h2 id="figures">{words.figures}</h2>
        {years.length === 0 ? <p>{words.noFigures}</p> : years.map((own) => <Year frame={frame} own={own} codes={codes} />)}
      </section>
    </PublicLayout>
  );
}

function Year({ frame, own, codes }: { frame: PageFrame; own: readonly Released[]; codes: readonly Code[] }) {
  const { language } = frame;
  const words = releaseWords[language];
  const [first] = own;
  if (!first) return null;
  const raw = (series: string, value: string) => own.find((one) => one.series === series && one.value === value)?.published;
  const said = (value: string | undefined) => (value === undefined || value === 'suppressed' ? words.withheld : value.startsWith('fewer than ') ? words.fewer(value.slice(11)) : value);
  const [total, acute, notTaken, door] = [raw('decision', 'all'), raw('decision', 'acutely-elevated'), raw('decision', 'not-taken-on'), raw('door', 'median-days')];
  const percent = Number(total) >= 20 && Number(acute) > 0 ? Math.round((100 * Math.min(Number(acute), Number(total))) / Number(total) / 5) * 5 : undefined;
  const risks = own.filter(({ series }) => series === 'risk').toSorted((a, b) => Number(b.published) - Number(a.published)).slice(0, 8);
  const closes = [['lowered', words.lowered], ['still', words.still], ['other', words.other], ['all', words.allClosed]] as const;
  return (
    <>
      <h3>{words.year(first.year)}</h3>
      {first.demonstration ? <p class="hint">{words.demo}</p> : null}
      <ul class="facts">
        {([[total, words.total], [acute, words.acute], [notTaken, words.notTaken]] as const).map(([value, label]) => <li><b class={/^\d/.test(said(value)) ? undefined : 'unsaid'}>{said(value)}</b>{label}</li>)}
      </ul>
      {percent === undefined ? null : <p>{words.share(percent)}</p>}
      {door === undefined ? null : <p>{words.door(Number(door))}</p>}
      <div class="pair">
        {risks.length > 0 ? <Counts caption={words.risks} head={[words.category, words.count]} rows={risks.map((one) => [codes.find(({ category }) => category === one.value)?.categoryName[language] ?? one.value, one.published])} /> : null}
        {raw('close', 'all') === undefined ? null : <Counts caption={words.closes} head={[words.category, words.count]} rows={closes.map(([value, label]) => [label, said(raw('close', value))])} />}
      </div>
      <p class="hint">{words.rule(first.k)}</p>
    </>
  );
}

export function Counts({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly (readonly [string, ...string[]])[] }) {
  return (
    <div>
    <table class="stack">
      <caption>{caption}</caption>
      <thead><tr>{head.map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>{rows.map(([label, ...values]) => <tr><th scope="row">{label}</th>{values.map((value, index) => <td data-label={head[index + 1]}>{value}</td>)}</tr>)}</tbody>
    </table>
    </div>
  );
}
