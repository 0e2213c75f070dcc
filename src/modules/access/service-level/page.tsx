import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { referralPaths } from '../referral/paths.ts';
import { percent } from '../wait/measures.ts';
import type { Period } from '../wait/queries.ts';
import { waitWords } from '../wait/words.ts';
import type { Kept, Level, Terms } from './levels.ts';
import { serviceLevelPaths } from './paths.ts';
import type { Receiver, ReleasedLevels } from './queries.ts';
import { ReleasedTable } from './released-table.tsx';
import { serviceLevelWords } from './words.ts';

export type Line = { readonly receiver: Receiver | undefined; readonly level: Level };
type Props = { frame: PageFrame; period: Period; wrong: boolean; terms: Terms; total: Level; lines: readonly Line[]; released: ReleasedLevels | undefined; names: ReadonlyMap<string, Receiver> };

/** How soon receivers answer, beside the agreed time: exact for the own agency, and what the gate filed of all. */
export function ServiceLevelsPage({ frame, period, wrong, terms, total, lines, released, names }: Props) {
  const { language } = frame;
  const [words, shared] = [serviceLevelWords[language], waitWords[language]];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, referralPaths.outbox)}>{shared.back}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.agreed(words.term(terms.acknowledge), words.term(terms.answer))}</p>
      <ErrorSummary language={language} errors={wrong ? { from: shared.badPeriod } : {}} />
      <h2>{words.own}</h2>
      <p>{words.ownLead}</p>
      <form method="get" action={localized(language, serviceLevelPaths.show)} novalidate class="filters">
        <TextInput name="from" label={shared.from} hint={shared.dayHint} width="short" value={period.from} error={wrong ? shared.badPeriod : undefined} />
        <TextInput name="to" label={shared.to} hint={shared.dayHint} width="short" value={period.to} />
        <div class="buttons"><button class="button quiet" type="submit">{shared.show}</button></div>
      </form>
      {total.sent === 0 ? <p>{shared.none}</p> : (
        <table class="stack">
          <thead><tr>
            <th scope="col">{words.receiver}</th><th scope="col" class="n">{words.sent}</th><th scope="col" class="n">{words.seen}</th><th scope="col" class="n">{words.inTime}</th><th scope="col" class="n">{words.open}</th>
            <th scope="col" class="n">{words.toAnswer}</th><th scope="col" class="n">{words.toAccept}</th><th scope="col" class="n">{words.toService}</th>
          </tr></thead>
          <tbody>
            {lines.map(({ receiver, level }) => <Row frame={frame} name={receiver ? receiver.name[language] : words.unlisted} note={receiver?.own ? words.received : undefined} level={level} />)}
            {lines.length > 1 ? <Row frame={frame} name={words.all} level={total} /> : null}
          </tbody>
        </table>
      )}
      <h2>{words.everybody}</h2>
      {released ? <ReleasedTable frame={frame} released={released} names={names} /> : <p>{words.noneReleased}</p>}
    </StaffLayout>
  );
}

function Row({ frame: { language }, name, note, level }: { frame: PageFrame; name: string; note?: string | undefined; level: Level }) {
  const [words, shared] = [serviceLevelWords[language], waitWords[language]];
  const tenth = (value: number | null) => (value === null ? shared.unknown : shared.days(formatNumber(language, Math.floor(value * 10 + 0.5) / 10)));
  const kept = ({ within, late }: Kept) => {
    const share = percent(within, within + late);
    return share === undefined ? shared.unknown : words.ofDue(formatNumber(language, within), formatNumber(language, within + late), shared.percent(share));
  };
  return (
    <tr>
      <th scope="row">{name}{note ? <><br /><span class="small">{note}</span></> : null}</th>
      <td class="n" data-label={words.sent}>{formatNumber(language, level.sent)}</td><td class="n" data-label={words.seen}>{kept(level.seenIn)}</td><td class="n" data-label={words.inTime}>{kept(level.answeredIn)}</td>
      <td class="n" data-label={words.open}>{formatNumber(language, level.answeredIn.open)}</td><td class="n" data-label={words.toAnswer}>{tenth(level.toAnswer.median)}</td>
      <td class="n" data-label={words.toAccept}>{tenth(level.toAccept.median)}</td><td class="n" data-label={words.toService}>{tenth(level.toService.median)}</td>
    </tr>
  );
}
