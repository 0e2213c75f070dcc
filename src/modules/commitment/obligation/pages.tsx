import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { commitmentPaths } from '../paths.ts';
import { standingOf } from './course.ts';
import type { Change, Obligation } from './queries.ts';
import { StandingMark } from './standing-mark.tsx';
import { obligationWords } from './words.ts';

export type BodyNames = readonly { readonly slug: string; readonly name: Bilingual }[];
export type At = { readonly now: Date; readonly today: string };

/** Who owes it, in words: a body's name, a member's name, an organisation, a role, or one person. */
export function owedByText(language: Language, { owedBy }: Obligation, bodies: BodyNames): string {
  const words = obligationWords[language];
  const body = bodies.find((one) => one.slug === owedBy.body)?.name[language];
  if (owedBy.name) return body ? `${owedBy.name} (${body})` : owedBy.name;
  if (body) return body;
  if (owedBy.role) return words.roles[owedBy.role] ?? owedBy.role;
  return owedBy.agency ? words.agency : words.account;
}

type ListProps = { frame: PageFrame; at: At; obligations: readonly Obligation[]; bodies: BodyNames; chosen: { body: string; kind: string; late: boolean } };

/** Everything open, for the body, the kind and the lateness chosen. */
export function ObligationsPage({ frame, at, obligations, bodies, chosen }: ListProps) {
  const { language } = frame;
  const words = obligationWords[language];
  const late = obligations.filter((one) => standingOf(one.course, at.now, at.today).kind === 'late').length;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form method="get" class="inline" role="search" aria-label={words.filter}>
        <Select name="body" label={words.body} value={chosen.body} empty={words.allBodies} options={bodies.map((body) => ({ value: body.slug, label: body.name[language] }))} />
        <Select name="kind" label={words.kind} value={chosen.kind} empty={words.allKinds} options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} />
        <div class="choice"><input type="checkbox" id="late" name="late" value="yes" checked={chosen.late} /><label for="late">{words.lateOnly}</label></div>
        <button class="button quiet" type="submit">{words.apply}</button>
      </form>
      <p>{words.summary(obligations.length, late)}</p>
      {obligations.length === 0 ? <p>{words.none}</p> : <ObligationTable language={language} at={at} obligations={obligations} bodies={bodies} />}
    </StaffLayout>
  );
}

/** A table of obligations with due day, what, by whom, to whom and how each stands. */
export function ObligationTable({ language, at, obligations, bodies }: { language: Language; at: At; obligations: readonly Obligation[]; bodies: BodyNames }) {
  const words = obligationWords[language];
  return (
    <table class="stack">
      <caption class="hidden-text">{words.caption}</caption>
      <thead><tr><th scope="col">{words.due}</th><th scope="col">{words.what}</th><th scope="col">{words.owedBy}</th><th scope="col">{words.owedTo}</th><th scope="col">{words.state}</th></tr></thead>
      <tbody>
        {obligations.map((one) => (
          <tr>
            <td data-label={words.due} class="due">{formatDate(language, one.due)}</td>
            <td data-label={words.what}><a href={localized(language, commitmentPaths.obligation(one.id))}>{one.what[language]}</a><br /><span class="small">{words.kinds[one.kind] ?? one.kind}</span></td>
            <td data-label={words.owedBy}>{owedByText(language, one, bodies)}</td>
            <td data-label={words.owedTo}>{one.owedTo[language]}</td>
            <td data-label={words.state}><StandingMark language={language} standing={standingOf(one.course, at.now, at.today)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ShowProps = { frame: PageFrame; at: At; obligation: Obligation; changes: readonly Change[]; bodies: BodyNames; mayChange: boolean; errors?: FieldErrors; typed?: ReadonlyMap<string, string> };

/** One obligation: its course, what happened to it, and more or paused time where the reader may give it. */
export function ObligationPage({ frame, at, obligation, changes, bodies, mayChange, errors = {}, typed = new Map() }: ShowProps) {
  const { language, site } = frame;
  const words = obligationWords[language];
  const standing = standingOf(obligation.course, at.now, at.today);
  const open = standing.kind !== 'kept' && standing.kind !== 'released';
  return (
    <StaffLayout frame={frame}>
      <h1>{obligation.what[language]}</h1>
      <p><StandingMark language={language} standing={standing} /></p>
      <ErrorSummary language={language} errors={errors} />
      <SummaryList rows={[
        { label: words.due, value: formatDate(language, obligation.due) },
        ...(obligation.firstDue === obligation.due ? [] : [{ label: words.firstDue, value: formatDate(language, obligation.firstDue) }]),
        { label: words.owedBy, value: owedByText(language, obligation, bodies) },
        { label: words.owedTo, value: obligation.owedTo[language] },
        ...(obligation.rule ? [{ label: words.rule, value: obligation.rule[language] }] : []),
        { label: words.where, value: <a href={localized(language, obligation.path)}>{words.open_}</a> },
      ]} />
      <h2>{words.history}</h2>
      <ol class="plain">
        {changes.map((change) => (
          <li><time>{formatMoment(language, change.at, site.timeZone)}</time> {words.changes[change.kind]}{change.kind === 'extend' || change.kind === 'resume' ? <> ({formatDate(language, change.due)})</> : null}{change.reason ? <>{colon(language)}{change.reason}</> : null}</li>
        ))}
      </ol>
      {mayChange && open ? <TimeForms frame={frame} obligation={obligation} errors={errors} typed={typed} /> : null}
    </StaffLayout>
  );
}

function TimeForms({ frame, obligation, errors, typed }: { frame: PageFrame; obligation: Obligation; errors: FieldErrors; typed: ReadonlyMap<string, string> }) {
  const words = obligationWords[frame.language];
  const action = (step: 'pause' | 'resume' | 'extend') => localized(frame.language, commitmentPaths.step(obligation.id, step));
  if (obligation.course.pausedAt)
    return <form method="post" action={action('resume')}><Csrf frame={frame} /><button class="button" type="submit">{words.resume}</button></form>;
  return (
    <>
      <section class="band">
        <h2>{words.extend}</h2>
        <form method="post" action={action('extend')} novalidate>
          <Csrf frame={frame} />
          <TextInput name="due" type="date" width="medium" label={words.newDue} hint={words.dateHint} value={typed.get('due')} error={errors.due} />
          <TextInput name="extend-reason" label={words.reason} hint={words.reasonHint} value={typed.get('extend-reason')} error={errors['extend-reason']} maxlength={500} />
          <button class="button" type="submit">{words.extend}</button>
        </form>
      </section>
      <section class="band">
        <h2>{words.pause}</h2>
        <p>{words.pauseLead}</p>
        <form method="post" action={action('pause')} novalidate>
          <Csrf frame={frame} />
          <TextInput name="pause-reason" label={words.reason} hint={words.reasonHint} value={typed.get('pause-reason')} error={errors['pause-reason']} maxlength={500} />
          <button class="button quiet" type="submit">{words.pause}</button>
        </form>
      </section>
    </>
  );
}
