import { dateIn } from '#app/platform/clock/clock.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { BoardLine } from './board-queries.ts';
import { boardWords } from './board-words.ts';
import { daysSince, freshnessOf } from './freshness.ts';
import { importWords } from './import-words.ts';
import { RoomTag } from './marks.tsx';
import { capacityCodes } from './offer.ts';
import { directoryPaths } from './paths.ts';
import { directoryWords } from './words.ts';

type Props = { frame: PageFrame; lines: readonly BoardLine[]; today: string };

/** All services by room and by the age of their check; an organisation's own ones first, each with buttons that keep it true. */
export function BoardPage({ frame, lines, today }: Props) {
  const words = boardWords[frame.language];
  const [own, others] = [lines.filter((one) => one.own), lines.filter((one) => !one.own)];
  const keeps = own.length > 0 || (frame.staff?.roles ?? []).some((role) => role === 'access-supervisor' || role === 'coordinator');
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {frame.hasErrors ? <p class="error-text">{words.noCode}</p> : null}
      {(frame.staff?.roles ?? []).some((role) => role === 'coordinator') ? <p><a href={localized(frame.language, directoryPaths.imports)}>{importWords[frame.language].link}</a></p> : null}
      {keeps ? <h2>{words.own}</h2> : null}
      {keeps && own.length === 0 ? <p>{words.none}</p> : null}
      {own.map((line) => <OwnService frame={frame} line={line} today={today} />)}
      <h2>{words.others}</h2>
      {others.length === 0 ? <p>{words.empty}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.service}</th><th scope="col">{words.room}</th><th scope="col">{words.checked}</th></tr></thead>
          <tbody>{others.map((line) => (
            <tr>
              <td><a href={localized(frame.language, directoryPaths.service(line.id))}>{line.name[frame.language]}</a><br /><span class="hint">{line.organizationName[frame.language]}</span></td>
              <td data-label={words.room}><Room frame={frame} line={line} /></td>
              <td data-label={words.checked}><Check frame={frame} line={line} today={today} /></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

function OwnService({ frame, line, today }: { frame: PageFrame; line: BoardLine; today: string }) {
  const words = boardWords[frame.language];
  const name = line.name[frame.language];
  return (
    <section class="panel" aria-label={name}>
      <h3>{name}</h3>
      <p><Room frame={frame} line={line} /><br />{words.checked}{colon(frame.language)}<Check frame={frame} line={line} today={today} /></p>
      <form method="post" class="go" action={localized(frame.language, directoryPaths.capacity(line.id))}>
        <Csrf frame={frame} />
        {capacityCodes.map((code) => <button class={line.code === code ? 'button' : 'button quiet'} type="submit" name="code" value={code}>{directoryWords[frame.language].capacity[code]}</button>)}
      </form>
      <form method="post" class="go" action={localized(frame.language, directoryPaths.checked(line.id))}>
        <Csrf frame={frame} />
        <button class="button quiet" type="submit">{words.checkedToday}</button>
        <a class="button link" href={localized(frame.language, directoryPaths.edit(line.id))}>{words.editTitle(name)}</a>
      </form>
    </section>
  );
}

function Room({ frame: { language, site }, line }: { frame: PageFrame; line: BoardLine }) {
  const words = boardWords[language];
  return (
    <>
      {line.code ? <RoomTag language={language} code={line.code} /> : words.noRoom}
      {line.code && line.updated ? <> <span class="hint">{line.code === 'capacity' && line.available !== null ? `${words.places(line.available)}, ` : ''}{words.asOf(formatDate(language, dateIn(site.timeZone, line.updated)))}</span></> : null}
      {line.status === 'active' ? null : <> <span class="tag">{directoryWords[language].statuses[line.status]}</span></>}
      {line.takesReferrals ? null : <><br /><span class="hint">{words.noReferrals}</span></>}
    </>
  );
}

function Check({ frame: { language }, line, today }: { frame: PageFrame; line: BoardLine; today: string }) {
  const words = boardWords[language];
  const freshness = freshnessOf(line.assuredDate, today);
  return <span class={`state ${freshness === 'fresh' ? 'on-time' : freshness === 'amber' ? 'stalled' : 'stale'}`}>{line.assuredDate ? words.old(daysSince(line.assuredDate, today)) : words.never}</span>;
}
