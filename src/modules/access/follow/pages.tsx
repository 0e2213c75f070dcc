import { Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Crisis, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { dateIn } from '#app/platform/clock/clock.ts';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { referralPaths } from '../referral/paths.ts';
import { answers, isTerminal } from '../referral/rules.ts';
import type { Followed } from './queries.ts';
import { followWords } from './words.ts';

export function CodeFormPage({ frame, typed, error }: { frame: PageFrame; typed: string; error?: string }) {
  const words = followWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={error ? { code: error } : {}} action={localized(frame.language, referralPaths.follow)} submit={words.show}>
        <TextInput name="code" label={words.code} hint={words.codeHint} width="medium" autocomplete="off" spellcheck={false} value={typed} error={error} />
      </Form>
      <Crisis language={frame.language} />
    </PublicLayout>
  );
}

type Props = { frame: PageFrame; followed: Followed; code: string; timeZone: string; error?: string | undefined; done?: string | undefined; asks?: boolean };
/** Where the referral stands in plain words; a way out at every moment; the question whether help came when it is over. */
export function FollowedPage({ frame, followed, code, timeZone, error, done, asks }: Props) {
  const { language } = frame;
  const words = followWords[language];
  const at = (path: string) => localized(language, path);
  const day = (value: string) => formatDate(language, dateIn(timeZone, new Date(value)));
  const plain = words.plain[followed.state]({ organization: followed.organization[language], from: followed.from[language] });
  const hidden = [['code', code], ['from', followed.state]] as const;
  const ended = isTerminal(followed.state);
  if (asks)
    return (
      <PublicLayout frame={frame}>
        <h1>{words.sureTitle}</h1>
        <p class="lead">{words.withdrawLead}</p>
        <Form frame={frame} action={at(referralPaths.followWithdraw)} submit={words.sure} hidden={[...hidden, ['sure', 'yes']]}>{null}</Form>
        <form method="post" action={at(referralPaths.follow)}><input type="hidden" name="code" value={code} /><p><button class="button quiet" type="submit">{words.back}</button></p></form>
      </PublicLayout>
    );
  return (
    <PublicLayout frame={frame}>
      <h1>{words.yours}</h1>
      {done ? <p class="inset" role="status">{done}</p> : null}
      <SummaryList rows={[
        { label: words.service, value: followed.service[language] },
        { label: words.holds, value: plain.now },
        { label: words.next, value: plain.next },
        ...(followed.state === 'scheduled' && followed.appointmentAt ? [{ label: words.appointment, value: formatMoment(language, new Date(followed.appointmentAt), timeZone, { weekday: true }) }] : []),
        ...(followed.phone && !ended ? [{ label: words.phone, value: followed.phone }] : []),
      ]} />
      <p>{words.since(day(followed.sentAt))}. {followed.seenAt ? `${words.seen(day(followed.seenAt))}. ` : ''}{followed.firstServiceOn ? `${words.first(formatDate(language, followed.firstServiceOn))}.` : ''}</p>
      {followed.pausedSince ? <p class="inset">{words.paused}</p> : null}
      {!ended && !followed.shared ? <p class="inset">{words.stopped}</p> : null}
      {followed.state === 'completed' || followed.state === 'failed' ? (
        <section>
          <h2>{words.askTitle}</h2>
          {followed.helpAnswer ? <p>{words.answered}{colon(language)}<b>{words.answers[followed.helpAnswer]}</b>. {followed.helpAnswer === 'yes' ? '' : words.talk}</p> : (
            <Form frame={frame} errors={error ? { help: error } : {}} action={at(referralPaths.followAnswer)} submit={words.answer} hidden={hidden}>
              <Radios name="help" label={words.ask} options={answers.map((value) => ({ value, label: words.answers[value] }))} error={error} />
            </Form>
          )}
        </section>
      ) : null}
      {ended ? null : (
        <section>
          <h2>{words.withdrawTitle}</h2>
          <p>{words.withdrawLead}</p>
          <form method="post" action={at(referralPaths.followWithdraw)}>
            {hidden.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
            <p><button class="button quiet" type="submit">{words.withdraw}</button></p>
          </form>
        </section>
      )}
      <Crisis language={language} />
    </PublicLayout>
  );
}
