import { Select } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { dateIn } from '#app/platform/clock/clock.ts';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { serviceLevelPaths } from '../service-level/paths.ts';
import { serviceLevelWords } from '../service-level/words.ts';
import { Age } from './age.tsx';
import type { Bounced } from './choices.ts';
import { referralPaths } from './paths.ts';
import type { Referral } from './queries.ts';
import { states } from './rules.ts';
import { stateWords } from './state-words.ts';
import { referralWords } from './words.ts';

/** One line a referral: the service, what for, how old, where it stands. Never a name: it stands on the page of the referral, whose reading is recorded. */
export function ReferralTable({ frame, referrals, now, received }: { frame: PageFrame; referrals: readonly Referral[]; now: Date; received: boolean }) {
  const { language } = frame;
  const [words, names] = [referralWords[language], stateWords[language]];
  if (referrals.length === 0) return <p>{words.none}</p>;
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.service}</th><th scope="col">{received ? words.from : words.to}</th><th scope="col">{words.need}</th><th scope="col">{words.age}</th><th scope="col">{words.standing}</th></tr></thead>
      <tbody>
        {referrals.map((one) => (
          <tr>
            <td data-label={words.service}><a href={localized(language, referralPaths.show(one.id))}>{one.serviceName[language]}<span class="hidden-text"> {one.id.slice(-6)}</span></a></td>
            <td data-label={received ? words.from : words.to}>{received ? one.fromName[language] : one.organizationName[language]}</td>
            <td data-label={words.need}>{names.needs[one.need]}{one.urgency === 'urgent' ? <> <b class="tag">{words.urgent}</b></> : null}</td>
            <td data-label={words.age} class="n"><Age language={language} referral={one} now={now} /></td>
            <td data-label={words.standing}>{names.states[one.state]}{one.pausedSince ? <><br /><span class="small">{words.paused}</span></> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Props = { frame: PageFrame; side: 'inbox' | 'outbox'; referrals: readonly Referral[]; chosen: string; now: Date; board: boolean };
/** What the agency receives or sends, by age. */
export function ReferralsPage({ frame, side, referrals, chosen, now, board }: Props) {
  const { language } = frame;
  const [words, names] = [referralWords[language], stateWords[language]];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <h1>{words[side]}</h1>
      <p class="lead">{side === 'inbox' ? words.inboxLead : words.outboxLead}</p>
      <ul class="jump">
        <li>{side === 'inbox' ? <a href={at(referralPaths.outbox)}>{words.outbox}</a> : <a href={at(referralPaths.inbox)}>{words.inbox}</a>}</li>
        {board ? <li><a href={at(referralPaths.bounces)}>{words.bounces}</a></li> : null}
        {board ? <li><a href={at(referralPaths.waits)}>{words.waits}</a></li> : null}
        {board ? <li><a href={at(serviceLevelPaths.show)}>{serviceLevelWords[language].title}</a></li> : null}
      </ul>
      <form method="get" action={at(referralPaths[side])} class="filters">
        <Select name="state" label={words.state} value={chosen} options={[{ value: '', label: words.all }, { value: 'ended', label: words.ended }, ...states.filter((state) => side === 'outbox' || state !== 'draft').map((state) => ({ value: state, label: names.states[state] }))]} />
        <div class="buttons"><button class="button quiet" type="submit">{words.show}</button></div>
      </form>
      <ReferralTable frame={frame} referrals={referrals} now={now} received={side === 'inbox'} />
    </StaffLayout>
  );
}

export function BouncesPage({ frame, bounced, timeZone }: { frame: PageFrame; bounced: readonly Bounced[]; timeZone: string }) {
  const { language } = frame;
  const words = referralWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, referralPaths.outbox)}>{words.outbox}</a></p>
      <h1>{words.bounces}</h1>
      <p class="lead">{words.bouncesLead}</p>
      {bounced.length === 0 ? <p>{words.noBounce}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.record}</th><th scope="col">{words.refusals}</th><th scope="col">{words.services}</th><th scope="col">{words.lastRefusal}</th><th scope="col">{words.openNow}</th></tr></thead>
          <tbody>
            {bounced.map((one) => (
              <tr>
                <td data-label={words.record}><a href={localized(language, accessPaths.person(one.person))}><code>{one.person.slice(-6)}</code></a></td>
                <td data-label={words.refusals} class="n">{String(one.refusals)}</td>
                <td data-label={words.services} class="n">{String(one.services)}</td>
                <td data-label={words.lastRefusal}>{formatDate(language, dateIn(timeZone, one.last))}</td>
                <td data-label={words.openNow}>{one.open ? words.yes : words.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
