import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { referralPaths } from '../referral/paths.ts';
import { type Measures, percent } from './measures.ts';
import { GroupTables } from './group-tables.tsx';
import type { GroupWaits } from './groups.ts';
import type { Period, ServiceLine } from './queries.ts';
import { waitWords } from './words.ts';

type Props = { frame: PageFrame; period: Period; wrong: boolean; measures: Measures; services: readonly ServiceLine[]; groups: readonly GroupWaits[] };

/** What the referrals of a period amount to, each share over all that were sent. */
export function WaitsPage({ frame, period, wrong, measures: m, services, groups }: Props) {
  const { language } = frame;
  const words = waitWords[language];
  const tenth = (value: number | null) => (value === null ? words.unknown : words.days(formatNumber(language, Math.floor(value * 10 + 0.5) / 10)));
  const share = (part: number, whole = m.sent) => {
    const value = percent(part, whole);
    return value === undefined ? words.unknown : words.percent(value);
  };
  const shares = [
    [words.seen, m.seen], [words.accepted, m.accepted], [words.served, m.served], [words.noRoom, m.noRoom], [words.met, m.met], [words.partlyMet, m.partlyMet],
    [words.closed(30), m.closed30], [words.closed(60), m.closed60], [words.closed(90), m.closed90],
  ] as const;
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, referralPaths.outbox)}>{words.back}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} errors={wrong ? { from: words.badPeriod } : {}} />
      <form method="get" action={localized(language, referralPaths.waits)} novalidate class="filters">
        <TextInput name="from" label={words.from} hint={words.dayHint} width="short" value={period.from} error={wrong ? words.badPeriod : undefined} />
        <TextInput name="to" label={words.to} hint={words.dayHint} width="short" value={period.to} />
        <div class="buttons"><button class="button quiet" type="submit">{words.show}</button></div>
      </form>
      {m.sent === 0 ? <p>{words.none}</p> : (
        <>
          <p><b>{words.sentCount(formatNumber(language, m.sent))}</b></p>
          <table class="stack">
            <thead><tr><th scope="col">{words.measure}</th><th scope="col">{words.value}</th><th scope="col">{words.share}</th></tr></thead>
            <tbody>
              {shares.map(([label, count]) => <tr><th scope="row">{label}</th><td data-label={words.value} class="n">{formatNumber(language, count)}</td><td data-label={words.share} class="n">{share(count)}</td></tr>)}
            </tbody>
          </table>
          <h2>{words.times}</h2>
          <table class="stack">
            <thead><tr><th scope="col">{words.step}</th><th scope="col">{words.count}</th><th scope="col">{words.median}</th><th scope="col">{words.p90}</th></tr></thead>
            <tbody>
              {([[words.toSeen, m.toSeen], [words.toAccept, m.toAccept], [words.toService, m.toService]] as const).map(([label, one]) => (
                <tr>
                  <th scope="row">{label}</th><td data-label={words.count} class="n">{formatNumber(language, one.count)}</td>
                  <td data-label={words.median} class="n">{tenth(one.median)}</td><td data-label={words.p90} class="n">{tenth(one.p90)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{words.paused(tenth(m.pausedDays))} {m.appointments === 0 ? words.noAppointments : words.noShow(m.noShows, m.appointments, share(m.noShows, m.appointments))}</p>
          <h2>{words.services}</h2>
          <table class="stack">
            <thead><tr><th scope="col">{words.service}</th><th scope="col">{words.sent}</th><th scope="col">{words.accepted}</th><th scope="col">{words.noRoom}</th><th scope="col">{words.medianWait}</th></tr></thead>
            <tbody>
              {services.map((one) => (
                <tr>
                  <th scope="row">{one.name[language]}<br /><span class="small">{one.organization[language]}</span></th>
                  <td data-label={words.sent} class="n">{formatNumber(language, one.sent)}</td><td data-label={words.accepted} class="n">{formatNumber(language, one.accepted)}</td>
                  <td data-label={words.noRoom} class="n">{formatNumber(language, one.noRoom)}</td><td data-label={words.medianWait} class="n">{tenth(one.median)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <GroupTables frame={frame} waits={groups} />
    </StaffLayout>
  );
}
