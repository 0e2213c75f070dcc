import { Breadcrumbs, Crisis, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { whenOf } from '../event/rules.ts';
import { eventWords } from '../event/words.ts';
import { answerRows } from './answers.tsx';
import type { OwnRegistration } from './queries.ts';
import { registrationWords } from './words.ts';

export const outcomes = ['registered', 'waiting', 'changed', 'cancelled'] as const;
type Props = { frame: PageFrame; meeting: PublicMeeting; own: OwnRegistration; done: (typeof outcomes)[number] | undefined; open: boolean; over: boolean; key_: string };

/** A registration as its owner sees it, by the key of its link. */
export function OwnRegistrationPage({ frame, meeting, own, done, open, over, key_ }: Props) {
  const { language, site } = frame;
  const words = registrationWords[language];
  const withKey = (path: string) => `${localized(language, path)}?key=${encodeURIComponent(key_)}`;
  const active = open && own.state !== 'cancelled';
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.list, label: eventWords[language].title }, { path: eventPaths.show(meeting.slug), label: meeting.title[language] }]} />
      <h1>{words.ownTitle}</h1>
      {done ? <p class="inset" role="status"><b>{words.done[done]}</b></p> : null}
      <p class="lead">{meeting.title[language]}</p>
      <p><b>{whenOf(language, meeting, site.timeZone)}</b><br />{meeting.place[language]}</p>
      {meeting.distressing ? <Crisis language={language} /> : null}
      {done === 'registered' || done === 'cancelled' ? null : <p>{meeting.state === 'cancelled' ? words.meetingCancelled : over ? words.meetingOver : words.states[own.state]}</p>}
      {own.state === 'cancelled' ? <p><a href={localized(language, eventPaths.show(meeting.slug))}>{words.meeting}</a></p> : <SummaryList rows={answerRows(language, own)} />}
      {active ? (
        <>
          {own.mailed ? <p>{words.mailed(own.email, own.state === 'registered')}</p> : <p>{words.keepLink}<br /><a href={withKey(eventPaths.own)}>{`${site.baseUrl}${withKey(eventPaths.own)}`}</a></p>}
          <div class="go">
            <a class="button" href={withKey(eventPaths.changeOwn)}>{words.change}</a>
            {own.state === 'registered' ? <a class="button quiet" href={localized(language, eventPaths.calendar(meeting.slug))}>{eventWords[language].calendar}</a> : null}
            <form method="post" action={withKey(eventPaths.cancelOwn)}><button class="button quiet" type="submit">{words.cancel}</button></form>
          </div>
        </>
      ) : null}
    </PublicLayout>
  );
}
