import { Csrf } from '#app/ui/components/csrf.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { bodyWords } from '../body/words.ts';
import type { Person } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import type { Seat } from './queries.ts';

/** Who fills which seat, with the way to fill and to leave it for the plan office. */
export function SeatForms({ frame, seats, members, office }: { frame: PageFrame; seats: readonly Seat[]; members: readonly Person[]; office: boolean }) {
  const { language } = frame;
  const words = bodyWords[language];
  return (
    <section class="band">
      <h2>{words.seats}</h2>
      <p>{words.seatsEmpty(seats.filter((seat) => seat.emptySince).length)} {words.seatsLead}</p>
      {seats.map((seat) => (
        <section>
          <h3>{seat.name[language]}</h3>
          {seat.emptySince ? <p><span class="state stalled">{words.seatEmpty(formatDate(language, seat.emptySince))}</span></p> : null}
          {seat.holders.map((holder) => (
            <form method="post" action={localized(language, governancePaths.leaveSeat(seat.slug))} class="step">
              <Csrf frame={frame} />
              <input type="hidden" name="member" value={holder.member} />
              {holder.name}, {holder.office[language]}, {words.since_(formatDate(language, holder.from))}{' '}
              {office ? <button class="button link" type="submit">{words.leave}<span class="hidden-text">{`: ${holder.name}, ${seat.name[language]}`}</span></button> : null}
            </form>
          ))}
          {office && members.length > 0 ? (
            <details>
              <summary>{words.fill}</summary>
              <form method="post" action={localized(language, governancePaths.holdSeat(seat.slug))} class="inline">
                <Csrf frame={frame} />
                <div class="field">
                  <label for={`seat-${seat.slug}`}>{words.chooseMember}</label>
                  <select id={`seat-${seat.slug}`} name="member">{members.filter((person) => !seat.holders.some((holder) => holder.member === person.id)).map((person) => <option value={person.id}>{person.name}</option>)}</select>
                </div>
                <button class="button quiet" type="submit">{words.fill}</button>
              </form>
            </details>
          ) : null}
        </section>
      ))}
    </section>
  );
}

/** The seats as everybody reads them: which are filled, by which office, and which stand empty since when. */
export function SeatTable({ language, seats }: { language: 'en' | 'fr'; seats: readonly Seat[] }) {
  const words = bodyWords[language];
  const [law, ...others] = [...new Set(seats.map((seat) => seat.law[language]))];
  return (
    <>
      <p>{words.seatsEmpty(seats.filter((seat) => seat.emptySince).length)} {words.seatsLead}{others.length === 0 ? ` ${law}.` : ''}</p>
      <table class="stack">
        <caption class="hidden-text">{words.seats}</caption>
        <thead><tr><th scope="col">{words.seat}</th><th scope="col">{words.heldBy}</th></tr></thead>
        <tbody>
          {seats.map((seat) => (
            <tr>
              <th scope="row">{seat.name[language]}{others.length > 0 ? <><br /><span class="small">{seat.law[language]}</span></> : null}</th>
              <td data-label={words.heldBy}>
                {seat.emptySince ? <span class="state stalled">{words.seatEmpty(formatDate(language, seat.emptySince))}</span> : seat.holders.map((holder, index) => (
                  <>{index > 0 ? <br /> : null}{holder.name}, {holder.office[language]}{holder.demonstration ? <span class="small"> ({words.demonstrationPerson})</span> : null}</>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
