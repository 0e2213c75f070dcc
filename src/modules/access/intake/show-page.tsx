import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { HandOffList } from '../hand-off/hand-off-list.tsx';
import { handOffPaths } from '../hand-off/paths.ts';
import type { HandOff } from '../hand-off/queries.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine, Colleague } from '../person/queries.ts';
import { referralPaths } from '../referral/paths.ts';
import { referralWords } from '../referral/words.ts';
import { AskedFacts } from './asked-facts.tsx';
import { deskWords } from './desk-words.ts';
import { type At, DueMark } from './due-mark.tsx';
import { intakePaths } from './paths.ts';
import type { Intake, IntakeEvent, Opened } from './queries.ts';
import { levelName } from './queue-page.tsx';
import { attemptOutcomes, channels } from './rules.ts';

export type ShowProps = {
  frame: PageFrame; at: At; intake: Intake; point: AccessPoint | undefined; opened: Opened | undefined; events: readonly IntakeEvent[]; handOffs: readonly HandOff[]; agencies: readonly AgencyLine[]; colleagues: readonly Colleague[];
  account: string; works: boolean; refers: boolean; supervises: boolean; typed: Posted; errors?: FieldErrors | undefined; failed?: 'triage' | 'attempt' | undefined; said?: string | undefined;
};

/** One request: what is due, who asked, what happened, and what the reader can do next. */
export function IntakePage(props: ShowProps) {
  const { frame, at, intake, point, opened, events, handOffs, agencies, colleagues, account, works, refers, supervises, said } = props;
  const { language } = frame;
  const words = deskWords[language];
  const to = (path: string) => localized(language, path);
  const nameOf = (id: string | null) => (id === null ? words.nobody : id === account ? words.me : (colleagues.find((one) => one.account === id)?.name ?? words.colleague));
  const post = (path: string, label: string) => <form method="post" action={to(path)}><Csrf frame={frame} /><button class="button quiet" type="submit">{label}</button></form>;
  const open = intake.state === 'open';
  const colon = language === 'fr' ? ' : ' : ': ';
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: intakePaths.intakes, label: words.title }]} />
      <h1>{frame.title}</h1>
      {said ? <p class="inset" role="status">{said}</p> : null}
      <p><DueMark language={language} intake={intake} at={at} /></p>
      {intake.doNotContact ? <p class="panel"><b>{words.doNotContact}</b></p> : null}
      {intake.knows === 'unsure' ? <p class="panel"><b>{words.knows.unsure}</b></p> : null}
      {open && works ? <div class="go">{intake.takenBy === null ? post(intakePaths.take(intake.id), words.take) : intake.takenBy === account ? post(intakePaths.giveBack(intake.id), words.giveBack) : supervises ? post(intakePaths.take(intake.id), words.takeOver) : null}</div> : null}
      <h2>{words.facts}</h2>
      <SummaryList rows={[
        { label: words.received, value: `${formatMoment(language, intake.receivedAt, at.timeZone)}, ${words.doors[intake.door]}` }, { label: words.level, value: levelName(point ? [point] : [], intake, language) ?? words.notTriaged },
        { label: words.who, value: nameOf(intake.takenBy) }, { label: words.state, value: words.states[intake.state] + (intake.closeReason ? `${colon}${words.reasons[intake.closeReason]}` : '') },
        ...(intake.person ? [{ label: words.person, value: <a href={to(accessPaths.person(intake.person))}>{words.openRecord}</a> }] : []),
      ]} />
      <h2>{words.asked}</h2>
      {opened?.detail ? <AskedFacts language={language} intake={intake} detail={opened.detail} point={point} /> : <p>{words.erased}</p>}
      {handOffs.length > 0 ? <HandOffList frame={frame} handOffs={handOffs} agencies={agencies} agreed={opened?.agreed ?? {}} confirms={works} /> : null}
      {open && works ? <WorkForms {...props} /> : null}
      {works ? (
        <section class="band">
          <h2>{words.next}</h2>
          <ul>
            {intake.person === null && !intake.erasedAt ? <><li><a href={to(intakePaths.link(intake.id))}>{words.link}</a></li><li><a href={to(intakePaths.record(intake.id))}>{words.record}</a></li></> : null}
            {intake.person && refers ? <li><a href={to(referralPaths.choose(intake.person))}>{referralWords[language].choose}</a></li> : null}
            {open ? <><li><a href={to(handOffPaths.enter(intake.id))}>{words.handOver}</a></li><li><a href={to(intakePaths.close(intake.id))}>{words.close}</a></li></> : null}
          </ul>
          {intake.state === 'closed' && !intake.erasedAt ? post(intakePaths.reopen(intake.id), words.reopen) : null}
        </section>
      ) : null}
      <h2>{words.history}</h2>
      <table class="stack">
        <tbody>
          {events.map((event) => (
            <tr>
              <td>{formatMoment(language, event.at, at.timeZone)}</td>
              <td><b>{words.events[event.kind]}</b>{event.level ? `${colon}${levelName(point ? [point] : [], { point: intake.point, level: event.level }, language)}` : ''}{event.channel && event.outcome ? `${colon}${words.channels[event.channel]}, ${words.outcomes[event.outcome].toLowerCase()}` : ''}
                {opened?.notes[event.id] ? <><br /><span class="pre">{opened.notes[event.id]}</span></> : null}</td>
              <td>{event.account ? nameOf(event.account) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </StaffLayout>
  );
}

function WorkForms({ frame, intake, point, typed, errors = {}, failed }: ShowProps) {
  const { language } = frame;
  const words = deskWords[language];
  const to = (path: string) => localized(language, path);
  const [triage, attempt] = [failed === 'triage' ? errors : {}, failed === 'attempt' ? errors : {}];
  return (
    <div class="split">
      {point && !intake.reachedAt ? (
        <section class="band">
          <h2>{intake.level ? words.triageAgain : words.triageTitle}</h2>
          <Form frame={frame} errors={triage} action={to(intakePaths.triage(intake.id))} submit={words.triage}>
            <Radios name="level" label={words.level} value={failed === 'triage' ? typed.text('level') : (intake.level ?? '')} error={triage.level} options={point.levels.map((one) => ({ value: one.id, label: one.name[language], hint: one.hint[language] }))} />
            <Textarea name="reason" rows={3} label={words.reason} hint={words.reasonHint} value={typed.text('reason')} error={triage.reason} />
          </Form>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.attemptTitle}</h2>
        {intake.doNotContact ? <p><b>{words.notContactable}</b></p> : <p>{intake.messageOk ? words.messageOk : <b>{words.noMessage}</b>}</p>}
        <Form frame={frame} errors={attempt} action={to(intakePaths.attempts(intake.id))} submit={words.saveAttempt}>
          <Radios name="channel" label={words.channel} value={typed.text('channel')} error={attempt.channel} options={channels.map((value) => ({ value, label: words.channels[value] }))} />
          <Radios name="outcome" label={words.outcome} value={typed.text('outcome')} error={attempt.outcome} options={attemptOutcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
          <Textarea name="note" rows={3} label={words.note} hint={words.reasonHint} value={typed.text('note')} error={attempt.note} />
        </Form>
      </section>
    </div>
  );
}
