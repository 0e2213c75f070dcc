import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { Age } from './age.tsx';
import { SharedContent, WordsList } from './content.tsx';
import { referralPaths } from './paths.ts';
import type { Barrier, Content, HistoryLine, Referral, Standing, Words } from './queries.ts';
import { isTerminal, outcomes, refersAgain, type Step, type Tried } from './rules.ts';
import { stateWords } from './state-words.ts';
import { type Offer, StepForms } from './step-forms.tsx';
import { referralWords } from './words.ts';

export type ShowProps = {
  frame: PageFrame; referral: Referral; standing: Standing | undefined; offers: readonly Offer[]; history: readonly HistoryLine[]; tried: Tried; content: Content | undefined; own: readonly Words[]; personName: string | undefined;
  typed: Posted; now: Date; today: string; timeZone: string; errors?: FieldErrors | undefined; wrong?: Step | undefined; notice?: string | undefined; barrier?: Barrier | undefined;
};

/** One referral: where it stands, what the reader may do, what a consent opens to her, and its history. */
export function ReferralPage(props: ShowProps) {
  const { frame, referral, standing, offers, history, tried, content, own, personName, typed, now, today, timeZone, errors, wrong, notice, barrier } = props;
  const { language } = frame;
  const [words, names] = [referralWords[language], stateWords[language]];
  const at = (path: string) => localized(language, path);
  const sides = standing?.sides ?? [];
  const sender = sides.includes('sender');
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(sides.includes('receiver') && !sender ? referralPaths.inbox : referralPaths.outbox)}>{sides.includes('receiver') && !sender ? words.inbox : words.outbox}</a></p>
      <h1>{words.title(referral.serviceName[language])}</h1>
      <p class="lead"><b>{names.states[referral.state]}</b>{referral.urgency === 'urgent' ? <> <b class="tag">{words.urgent}</b></> : null}</p>
      {notice ? <div class="panel" role="alert"><h2>{words.fasterTitle}</h2><p>{notice}</p></div> : null}
      {barrier ? <div class="panel" role="alert"><p><b>{words.barriers[barrier]}</b></p>{barrier === 'no-consent' ? <p><a href={`${at(accessPaths.consentNew(referral.person))}${referral.toAgency ? '' : `?organization=${referral.organization}`}`}>{words.toConsent}</a></p> : null}</div> : null}
      <Standings {...props} />
      <SummaryList rows={facts(props)} />
      {sides.includes('receiver') && !isTerminal(referral.state) ? (
        <section aria-labelledby="person">
          <h2 id="person">{words.person}</h2>
          <p class="hint">{words.personHint}</p>
          {content ? <SharedContent language={language} content={content} timeZone={timeZone} /> : <p class="panel">{words.nothingShared}</p>}
        </section>
      ) : null}
      {sender ? (
        <section aria-labelledby="sender-person">
          <h2 id="sender-person">{words.person}</h2>
          <p><a href={at(accessPaths.person(referral.person))}>{personName ?? words.toPerson}</a></p>
          <WordsList language={language} title={words.ownWords} list={own} timeZone={timeZone} />
        </section>
      ) : null}
      {offers.length > 0 ? <h2>{words.actions}</h2> : null}
      <StepForms frame={frame} state={referral.state} offers={offers} action={(step) => at(referralPaths.step(referral.id, step))} typed={typed} today={today} errors={errors} wrong={wrong} tried={tried} notes />
      {sender && refersAgain.includes(referral.state) ? <p class="go"><a class="button" href={`${at(referralPaths.choose(referral.person))}?previous=${referral.id}`}>{words.again}</a> <span class="hint">{words.againHint}</span></p> : null}
      {sender && referral.sentAt ? (
        <form method="post" action={at(referralPaths.code(referral.id))}><Csrf frame={frame} /><p><button class="button quiet" type="submit">{words.newCode}</button> <span class="hint">{words.newCodeHint}</span></p></form>
      ) : null}
      {sender && referral.byLink && referral.sentAt && !isTerminal(referral.state) ? (
        <form method="post" action={at(referralPaths.sendAgain(referral.id))}><Csrf frame={frame} /><p><button class="button quiet" type="submit">{words.sendLink}</button> <span class="hint">{words.sendLinkHint}</span></p></form>
      ) : null}
      <h2>{words.history}</h2>
      <ol>
        {history.filter((one) => one.step !== 'see').map((one) => (
          <li>
            <b>{one.step === 'answer-help' ? words.asked : one.from === one.to ? names.steps[one.step] : names.states[one.to]}</b>{one.step === 'answer-help' ? '' : '.'} {names.actors[one.actor]}, <time>{formatMoment(language, one.at, timeZone)}</time>
            {one.reason ? `. ${names.reasons[one.reason] ?? ''}` : ''}{one.noteKind ? ` (${words.withNote})` : ''}
          </li>
        ))}
      </ol>
      {now < referral.madeAt ? null : referral.previous && sender ? <p><a href={at(referralPaths.show(referral.previous))}>{words.previous}</a></p> : null}
    </StaffLayout>
  );
}

/** Sentences about what stands still, what is asked and what is over. */
function Standings({ frame, referral, standing }: ShowProps) {
  const words = referralWords[frame.language];
  const sides = standing?.sides ?? [];
  const ended = isTerminal(referral.state);
  const sender = sides.includes('sender') || sides.includes('coordinator');
  const closes = referral.state === 'completed' || referral.state === 'failed';
  return (
    <>
      {referral.pausedSince ? <p class="inset">{sender ? words.waitsForInfo : words.asksInfo}</p> : null}
      {referral.state === 'cancel-requested' ? <p class="inset">{words.cancelAsked}</p> : null}
      {referral.senderToldAt && referral.state === 'sent' && sender ? <p class="inset">{words.told}</p> : null}
      {!ended && referral.sentAt && sender && standing?.shared === false ? <p class="inset">{words.stopped}</p> : null}
      {referral.byLink && sender && !ended ? <p>{words.linked}</p> : null}
      {closes ? <p class="inset">{referral.closedAt ? words.closed : words.notClosed}</p> : null}
    </>
  );
}

function facts({ frame, referral, tried, now, timeZone }: ShowProps): readonly SummaryRow[] {
  const { language } = frame;
  const [words, names] = [referralWords[language], stateWords[language]];
  const moment = (label: string, value: Date | null) => (value ? [{ label, value: formatMoment(language, value, timeZone) }] : []);
  const reason = referral.reason === null || outcomes.some((one) => one === referral.reason && referral.state === 'completed') ? undefined : names.reasons[referral.reason];
  return [
    { label: words.from, value: referral.fromName[language] },
    { label: words.to, value: referral.organizationName[language] },
    { label: words.need, value: names.needs[referral.need] },
    { label: words.urgencyName, value: names.urgencies[referral.urgency] },
    ...(referral.handoffWith && referral.handoffAt ? [{ label: words.handoffName, value: words.handoffLine(referral.handoffWith, formatMoment(language, referral.handoffAt, timeZone)) }] : []),
    ...(referral.sentAt ? [{ label: words.age, value: <Age language={language} referral={referral} now={now} /> }] : []),
    ...moment(words.sentOn, referral.sentAt),
    ...(referral.sentAt ? [{ label: words.seenOn, value: referral.seenAt ? formatMoment(language, referral.seenAt, timeZone) : words.notSeen }] : []),
    ...moment(words.acceptedOn, referral.acceptedAt),
    ...(tried.days > 0 && !isTerminal(referral.state) ? [{ label: words.attempts, value: `${words.onDays(tried.days)} (${tried.ways.map((way) => names.reasons[way]).join(', ')})` }] : []),
    ...moment(words.appointment, referral.state === 'scheduled' ? referral.appointmentAt : null),
    ...(referral.firstServiceOn ? [{ label: words.firstService, value: formatDate(language, referral.firstServiceOn) }] : []),
    ...(referral.outcome ? [{ label: words.outcome, value: names.reasons[referral.outcome] }] : []),
    ...(reason ? [{ label: words.reason, value: reason }] : []),
    ...(referral.outcome ? [{ label: words.asked, value: referral.helpAnswer ? names.answers[referral.helpAnswer] : referral.askedAt ? names.steps.ask : words.notAsked }] : []),
  ];
}
