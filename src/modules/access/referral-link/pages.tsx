import { emptyForm, type Form as Posted } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { SharedContent } from '../referral/content.tsx';
import { referralPaths } from '../referral/paths.ts';
import { type Step, stepsFor } from '../referral/rules.ts';
import { stateWords } from '../referral/state-words.ts';
import { StepForms } from '../referral/step-forms.tsx';
import { referralWords } from '../referral/words.ts';
import type { Linked } from './queries.ts';
import { linkWords } from './words.ts';

/** Before anything is shown: programs that follow the links of a mail open nothing and confirm nothing. */
export function DoorPage({ frame, secret }: { frame: PageFrame; secret: string }) {
  const words = linkWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.before}</p>
      <Form frame={frame} action={localized(frame.language, referralPaths.link)} submit={words.open} hidden={[['key', secret]]}>{null}</Form>
    </PublicLayout>
  );
}

export function MessagePage({ frame, title, lead }: { frame: PageFrame; title: string; lead: string }) {
  return (
    <PublicLayout frame={frame}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
    </PublicLayout>
  );
}

type Props = { frame: PageFrame; linked: Linked; secret: string; typed?: Posted; today: string; timeZone: string; errors?: FieldErrors | undefined; wrong?: Step | undefined; notice?: string | undefined; done?: boolean };
/** The referral, what a consent opens of the person, and the steps of the receiver. */
export function LinkedPage({ frame, linked, secret, typed = emptyForm, today, timeZone, errors, wrong, notice, done }: Props) {
  const { language } = frame;
  const [words, names, all] = [linkWords[language], stateWords[language], referralWords[language]];
  const offers = stepsFor({ state: linked.state, seen: true, paused: linked.pausedSince !== null, told: false, late: false }, 'receiver').map((step) => ({ step, side: 'receiver' as const }));
  const moment = (value: string) => formatMoment(language, new Date(value), timeZone);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      {done ? <p class="inset" role="status">{words.done}</p> : null}
      {notice ? <p class="panel" role="alert"><b>{notice}</b></p> : null}
      <SummaryList rows={[
        { label: all.service, value: linked.service[language] }, { label: words.from, value: linked.from[language] }, { label: all.need, value: names.needs[linked.need] }, { label: all.urgencyName, value: names.urgencies[linked.urgency] },
        { label: words.sent, value: moment(linked.sentAt) },
        ...(linked.handoffAt && linked.handoffWith ? [{ label: words.handoff, value: all.handoffLine(linked.handoffWith, moment(linked.handoffAt)) }] : []),
        { label: words.stands, value: linked.pausedSince ? `${names.states[linked.state]}. ${all.asksInfo}` : names.states[linked.state] },
        ...(linked.state === 'scheduled' && linked.appointmentAt ? [{ label: words.appointment, value: moment(linked.appointmentAt) }] : []),
        ...(linked.firstServiceOn ? [{ label: words.first, value: formatDate(language, linked.firstServiceOn) }] : []),
      ]} />
      {linked.state === 'cancel-requested' ? <p class="inset">{all.cancelAsked}</p> : null}
      <h2>{all.person}</h2>
      <p class="hint">{all.personHint}</p>
      {linked.content ? <SharedContent language={language} content={linked.content} timeZone={timeZone} /> : <p class="panel">{all.nothingShared}</p>}
      <h2>{words.answer}</h2>
      <p>{words.noAccount}</p>
      <StepForms frame={frame} state={linked.state} offers={offers} action={(step) => localized(language, referralPaths.linkStep(step))} typed={typed} today={today} errors={errors} wrong={wrong} hidden={[['key', secret]]} notes={false} />
    </PublicLayout>
  );
}
