import { TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Thread, type ThreadStep } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { findHelp } from '../access-point/paths.ts';
import { Telephone } from '../access-point/telephone.tsx';
import { followWords } from './follow-words.ts';
import { intakePaths } from './paths.ts';
import type { Followed } from './queries.ts';
import { intakeWords } from './words.ts';

export function FollowForm({ frame, typed, error }: { frame: PageFrame; typed: string; error?: string }) {
  const words = followWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={error ? { code: error } : {}} action={localized(frame.language, intakePaths.follow)} submit={words.look}>
        <TextInput name="code" label={words.code} hint={words.codeHint} width="short" value={typed} error={error} autocomplete="off" spellcheck={false} />
      </Form>
    </PublicLayout>
  );
}

/** A request as whoever made it sees it: what happened, what comes next and by when, and the way to take it back. */
export function FollowPage({ frame, followed, code, today }: { frame: PageFrame; followed: Followed; code: string; today: string }) {
  const { language, site } = frame;
  const words = followWords[language];
  const day = (on: string) => formatDate(language, on, { weekday: true });
  const moment = (text: string) => formatMoment(language, new Date(text), site.timeZone);
  const steps: ThreadStep[] = [
    { title: words.received, date: moment(followed.receivedAt) },
    ...(followed.triagedAt ? [{ title: words.lookedAt, date: moment(followed.triagedAt) }] : []),
    ...followed.attempts.map((one) => ({ title: words.attempt[one.channel], date: day(one.on) })),
    ...(followed.reachedAt ? [{ title: words.spoke, date: moment(followed.reachedAt) }] : []),
    ...followed.handOffs.map((one) => ({ title: words.handedTo(one.to[language]), text: one.confirmed ? words.confirmed : words.unconfirmed, date: day(one.on) })),
    ...followed.referrals.map((one) => ({ title: words.handedTo(one.to[language]), text: words.referred, date: moment(one.sentAt) })),
    ...(followed.closedAt ? [{ title: words.closed, text: followed.closeReason ? words.reasons[followed.closeReason] : undefined, date: moment(followed.closedAt) }] : []),
  ];
  return (
    <PublicLayout frame={frame}>
      <h1>{followed.pointName[language]}</h1>
      <p class="lead">{nextText(followed, language, today)}</p>
      <h2>{words.happened}</h2>
      <Thread tall steps={steps} />
      <p>{intakeWords[language].byPhone} <Telephone number={followed.telephone} />. {words.runBy(followed.agency[language])}</p>
      <p><a href={localized(language, findHelp)}>{intakeWords[language].findHelp}</a></p>
      <section class="band">
        <h2>{words.withdrawTitle}</h2>
        <p>{words.withdrawLead}{followed.record ? ` ${words.withdrawRecord}` : ''}</p>
        <Form frame={frame} action={localized(language, intakePaths.withdraw)} submit={words.withdraw} hidden={[['code', code]]}>{null}</Form>
      </section>
    </PublicLayout>
  );
}

function nextText(followed: Followed, language: 'en' | 'fr', today: string): string {
  const words = followWords[language];
  if (followed.state !== 'open') return words.isClosed;
  if (!followed.dueFor || !followed.dueOn) return words.inTouch;
  const day = formatDate(language, followed.dueOn, { weekday: true });
  const late = followed.dueOn < today ? ` ${words.late}` : '';
  if (followed.dueFor === 'triage') return words.looksBy(day) + late;
  return (followed.doNotContact ? words.noCall : words.callsBy(day)) + (followed.doNotContact ? '' : late);
}
