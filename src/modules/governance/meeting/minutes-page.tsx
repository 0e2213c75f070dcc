import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Textarea } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Action } from '../action/queries.ts';
import type { Decision } from '../decision/queries.ts';
import type { Person } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { InLanguage, type MeetingText } from '../untranslated.tsx';
import type { Attendance } from './queries.ts';
import type { MeetingFile } from './show-page.tsx';
import { minutesAreDraft } from './rules.ts';
import { meetingWords } from './words.ts';

export type MinutesFile = MeetingFile & { readonly members: readonly Person[]; readonly attendance: readonly Attendance[]; readonly decisions: readonly Decision[]; readonly actions: readonly Action[] };
type Props = { frame: PageFrame; file: MinutesFile; typed: PostedForm; day: string };

/** What was said, decided and agreed, made of the records of the meeting; whoever reads sees what she may see, numbered without a gap. */
export function MinutesPage({ frame, file, typed, day }: Props) {
  const { language, site } = frame;
  const words = meetingWords[language];
  const { meeting, body, items } = file;
  const approved = meeting.minutesState === 'approved';
  const here = (status: Attendance['status']) => file.attendance.filter((one) => one.status === status).flatMap((one) => file.members.find((person) => person.id === one.member) ?? []);
  const Layout = frame.staff ? StaffLayout : PublicLayout;
  return (
    <Layout frame={frame}>
      <Breadcrumbs language={language} steps={[frame.staff ? { path: governancePaths.meetings, label: words.title } : { path: governancePaths.body(meeting.bodySlug), label: body?.name[language] ?? '' }]} />
      <h1>{words.minutesOf(formatDate(language, day))}</h1>
      <p class="lead">{words.heading(body?.name[language] ?? '', `${meeting.year}-${meeting.number}`)}</p>
      <p class={approved ? undefined : 'inset'}>{approved && meeting.approvedAt ? words.approvedNotice(formatMoment(language, meeting.approvedAt, site.timeZone)) : words.draftNotice}</p>
      <p>{formatMoment(language, meeting.startsAt, site.timeZone, { weekday: true })}, {meeting.place}</p>
      {(['present', 'regrets', 'absent'] as const).map((status) => (here(status).length === 0 ? null : (
        <p><b>{words[status]}{language === 'fr' ? ' : ' : ': '}</b>{here(status).map((person) => `${person.name} (${person.office[language]})`).join(', ')}</p>
      )))}
      {items.map((item, index) => {
        const decisions = file.decisions.filter((one) => one.matter === item.matter.id);
        const actions = file.actions.filter((one) => one.matterId === item.matter.id);
        return (
          <section class="band">
            <h2>{index + 1}. <InLanguage text={item.matter.title} language={language} /></h2>
            {item.discussion ? <p class="pre" lang={item.language === language ? undefined : (item.language ?? undefined)}>{item.discussion}</p> : null}
            {decisions.map((decision) => <MinutesDecision language={language} decision={decision} />)}
            {actions.length > 0 ? <ul>{actions.map((action) => <li><b>{words.actions}{language === 'fr' ? ' : ' : ': '}</b><InLanguage text={action.what} language={language} />. {words.dueBy(action.memberName, formatDate(language, action.due))}</li>)}</ul> : null}
            {item.outcome ? <p class="small">{words.results[item.outcome]}</p> : null}
          </section>
        );
      })}
      {meeting.minutesNote ? <section class="band"><h2>{words.note}</h2><p class="pre">{meeting.minutesNote}</p></section> : null}
      {file.keeps && minutesAreDraft(meeting) ? <WordingForm frame={frame} file={file} typed={typed} /> : null}
    </Layout>
  );
}

function MinutesDecision({ language, decision }: { language: 'en' | 'fr'; decision: Decision }) {
  const words = meetingWords[language];
  const colon = language === 'fr' ? ' : ' : ': ';
  const outcome = Object.entries(words.outcomes).find(([key]) => key === decision.outcome)?.[1];
  return (
    <div class="inset">
      <p><b><InLanguage text={decision.title} language={language} /></b>{outcome ? ` (${outcome})` : ''}</p>
      <p><InLanguage text={decision.reason} language={language} /></p>
      {decision.movedBy ? <p class="small">{words.movedBy}{colon}{decision.movedBy}</p> : null}
      {decision.dissent ? <p class="small">{words.dissent}{colon}{decision.dissent}</p> : null}
    </div>
  );
}

/** Texts of a meeting that stand in one language, with the names of their fields. */
export function missingTexts(file: Pick<MinutesFile, 'items' | 'decisions' | 'actions'>): { readonly name: string; readonly text: MeetingText }[] {
  return [
    ...file.items.map(({ matter }) => ({ name: `item-${matter.id}`, text: matter.title })),
    ...file.decisions.flatMap((one) => [{ name: `title-${one.id}`, text: one.title }, { name: `why-${one.id}`, text: one.reason }]),
    ...file.actions.map((one) => ({ name: `what-${one.id}`, text: one.what })),
  ].filter(({ text }: { text: MeetingText }) => text.untranslated !== undefined);
}

function WordingForm({ frame, file, typed }: Omit<Props, 'day'>) {
  const { language } = frame;
  const words = meetingWords[language];
  const missing = missingTexts(file);
  return (
    <section class="band no-print">
      <h2>{words.complete}</h2>
      {missing.length > 0 ? <p>{words.missing(missing.length)} {words.completeLead}</p> : null}
      <form method="post" action={localized(language, governancePaths.minutes(file.meeting.id))}>
        <Csrf frame={frame} />
        {missing.map(({ name, text }) => {
          const to = text.untranslated ?? 'fr';
          const from = to === 'fr' ? 'en' : 'fr';
          return <Textarea name={name} rows={2} lang={to} label={<span lang={from}>{text[from]}</span>} hint={to === 'fr' ? 'Français' : 'English'} value={typed.has(name) ? typed.text(name) : text[to] === text[from] ? '' : text[to]} />;
        })}
        <Textarea name="note" rows={3} label={words.note} hint={words.noteHint} value={typed.has('note') ? typed.text('note') : (file.meeting.minutesNote ?? '')} />
        <button class="button" type="submit">{words.save}</button>
      </form>
    </section>
  );
}
