import type { Figure } from '#app/modules/insight/index.ts';
import type { StayKind } from '#app/methods/homelessness/stay.ts';
import type { Reconciliation } from '#app/methods/list/reconciliation.ts';
import type { RestatedLine } from '#app/methods/list/restated.ts';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment, formatMonth, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { listPaths } from './paths.ts';
import type { List, Snapshot } from './queries.ts';
import { reconciliationWords } from './reconciliation-words.ts';
import { listWords } from './words.ts';

/** The counts that a list can be held against, each by the places that it counts. */
export const otherCounts = { shelter: ['shelter'], found: ['shelter', 'unsheltered'], homeless: ['shelter', 'unsheltered', 'hidden'] } as const satisfies Record<string, readonly StayKind[]>;
export type OtherCount = keyof typeof otherCounts;

type Stated = { readonly snapshot: Snapshot; readonly now: number; readonly lines: readonly RestatedLine[] };
type Props = { frame: PageFrame; list: List; day: string; count: OtherCount; other: string; number: number | undefined; errors: FieldErrors; result: Reconciliation; stated: Stated | undefined; facts: readonly Figure[] };
type Row = { readonly label: string; readonly people: number; readonly total?: boolean };

/** From the number of a list to another number, in counts that add up. */
export function ReconciliationPage({ frame, list, day, count, other, number, errors, result, stated, facts }: Props) {
  const { language } = frame;
  const words = reconciliationWords[language];
  const at = (path: string) => localized(language, path);
  const rows: Row[] = [
    { label: words.first(formatDate(language, day)), people: result.first, total: true },
    ...result.lines.map(({ side, reason, people }) => ({ label: words[side][reason] ?? reason, people: side === 'more' ? people : -people })),
    { label: words.second[count] ?? '', people: result.second, total: true },
    ...(number === undefined ? [] : [{ label: words.beyond, people: number - result.second }, { label: words.typed, people: number, total: true }]),
  ];
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(listPaths.list(list.slug))}>{listWords[language].back}</a></p>
      <h1>{list.name[language]}{colon(language)}{words.title.toLowerCase()}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} errors={errors} />
      <form method="get" action={at(listPaths.reconciliation(list.slug))} novalidate>
        <TextInput name="day" label={words.day} hint={words.dateHint} width="short" autocomplete="off" value={day} error={errors.day} />
        <Radios name="count" label={words.kind} value={count} options={Object.entries(words.counts).map(([value, label]) => ({ value, label }))} />
        <TextInput name="other" label={`${words.other}${words.optional}`} hint={words.otherHint} width="short" inputmode="numeric" autocomplete="off" value={other} error={errors.other} />
        <p class="go"><button class="button quiet" type="submit">{words.compare}</button></p>
      </form>
      {Object.keys(errors).length > 0 ? null : <><Lines frame={frame} caption={`${formatDate(language, day)}${colon(language)}${words.counts[count]}`} rows={rows} />{result.lines.length === 0 ? <p>{words.same}</p> : null}</>}
      <p class="hint">{words.scope}</p>
      <h2>{stated ? words.stated(formatMonth(language, stated.snapshot.month)) : listWords[language].stated}</h2>
      {stated ? <Lines frame={frame} caption={words.stated(formatMonth(language, stated.snapshot.month))} hidden rows={[
        { label: words.statedFirst(formatMoment(language, stated.snapshot.frozenAt, frame.site.timeZone)), people: stated.snapshot.measures.active, total: true },
        ...stated.lines.map(({ news, people }) => ({ label: words.news[news] ?? news, people })), { label: words.statedSecond, people: stated.now, total: true },
      ]} /> : <p>{words.noneStated}</p>}
      {facts.length > 0 ? <Facts frame={frame} facts={facts} /> : null}
    </StaffLayout>
  );
}

function Lines({ frame: { language }, caption, hidden, rows }: { frame: PageFrame; caption: string; hidden?: boolean; rows: readonly Row[] }) {
  const words = reconciliationWords[language];
  const signed = (people: number) => `${people > 0 ? '+' : people < 0 ? '−' : ''} ${formatNumber(language, Math.abs(people))}`.trim();
  return (
    <table>
      <caption class={hidden ? 'hidden-text' : undefined}>{caption}</caption>
      <thead><tr><th scope="col">{words.line}</th><th scope="col" class="n">{words.people}</th></tr></thead>
      <tbody>{rows.map(({ label, people, total }) => <tr><th scope="row">{total ? label : <span class="plain">{label}</span>}</th><td class="n">{total ? <b>{formatNumber(language, people)}</b> : signed(people)}</td></tr>)}</tbody>
    </table>
  );
}

function Facts({ frame: { language }, facts }: { frame: PageFrame; facts: readonly Figure[] }) {
  const words = reconciliationWords[language];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <p>{words.factsLead}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.period}</th><th scope="col">{words.value}</th><th scope="col">{words.definition}</th></tr></thead>
        <tbody>{facts.map((figure) => <tr><th scope="row">{figure.period[language]}</th><td data-label={words.value} class="n"><a href={localized(language, `/plan/figures/${figure.slug}`)}>{figure.value}</a></td><td data-label={words.definition}>{figure.definition.text[language]}</td></tr>)}</tbody>
      </table>
    </section>
  );
}
