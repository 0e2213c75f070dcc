import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatTime } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { sessionPaths } from './paths.ts';
import type { Session } from './queries.ts';
import { stateOf } from './rules.ts';
import { sessionWords } from './words.ts';

const timeIn = (timeZone: string, moment: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

/** The day and hours of a session, as people write them. */
export function hoursText({ language, site }: PageFrame, session: Session): string {
  const time = (moment: Date) => formatTime(language, timeIn(site.timeZone, moment));
  // It stands as a heading or alone in a cell: a French weekday gets its capital there.
  const text = sessionWords[language].when(formatDate(language, dateIn(site.timeZone, session.opensAt), { weekday: true }), time(session.opensAt), time(session.closesAt));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The sessions that open for whoever looks. */
export function SessionListPage({ frame, sessions, plans, now }: { frame: PageFrame; sessions: readonly Session[]; plans: boolean; now: Date }) {
  const { language } = frame;
  const words = sessionWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {plans ? <p><a class="button" href={localized(language, sessionPaths.plan)}>{words.plan}</a></p> : null}
      {sessions.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption>{words.caption}</caption>
          <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {sessions.map((session) => (
              <tr>
                <th scope="row"><a href={localized(language, sessionPaths.show(session.id))}>{hoursText(frame, session)}</a></th>
                <td data-label={words.header[1]}>{words.period(formatDate(language, session.periodFrom), formatDate(language, session.periodUntil))}</td>
                <td data-label={words.header[2]}>{session.place}</td>
                <td data-label={words.header[3]}>{words.states[stateOf(session, now)]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

/** The form that plans a session. */
export function PlanPage({ frame, typed, errors = {} }: { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = sessionWords[language];
  const own = (name: string, fallback = '') => ({ name, value: typed.has(name) ? typed.text(name) : fallback, error: errors[name] });
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: words.title }]} />
      <h1>{words.plan}</h1>
      <Form frame={frame} errors={errors} action={localized(language, sessionPaths.plan)} submit={words.save}>
        <TextInput {...own('period-from')} label={words.periodFrom} hint={words.periodHint} width="medium" />
        <TextInput {...own('period-until')} label={words.periodUntil} width="medium" />
        <TextInput {...own('day')} label={words.day} width="medium" />
        <TextInput {...own('opens', '09:00')} label={words.opens} hint={words.timeHint} width="short" />
        <TextInput {...own('closes', '16:00')} label={words.closes} width="short" />
        <TextInput {...own('place')} label={words.place} hint={words.placeHint} />
        <TextInput {...own('sample', '10')} label={words.sample} hint={words.sampleHint} width="short" inputmode="numeric" />
      </Form>
    </StaffLayout>
  );
}
