import type { Child } from 'hono/jsx';
import { Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Application } from '../application/model.ts';
import { findCall, listCriteria, type Criterion } from '../call/queries.ts';
import { formatMoney } from '../money.ts';
import { gatherStanding, type Judged } from './gather.ts';
import { perCentText } from './per-cent.ts';
import { reviewPaths } from './paths.ts';
import { findOwnSheet, isAssigned, listScorers, type OwnSheet, type Scorer } from './queries.ts';
import { type Sheet, wideRange } from './rules.ts';
import { reviewWords } from './words.ts';

export type Typed = { readonly form: PostedForm; readonly errors: FieldErrors; readonly which: 'sheet' | 'moderation' };

/** The review's part of an application's page: the own sheet for a scorer, everybody's scores and the moderation for the office, the way out for both. */
export async function reviewPart(scope: Scope, frame: PageFrame, application: Application, office: boolean, typed?: Typed): Promise<Child> {
  const call = await findCall(scope, { id: application.callId });
  if (!call) return null;
  const criteria = await listCriteria(scope, call.id);
  const own = (await isAssigned(scope, application.id)) ? { sheet: await findOwnSheet(scope, application.id) } : undefined;
  const standing = office ? await gatherStanding(scope, call) : undefined;
  const judged = standing?.judged.find((one) => one.id === application.id);
  const words = reviewWords[frame.language];
  return (
    <>
      {judged && standing ? <Scores frame={frame} judged={judged} sheets={standing.sheets.filter((one) => one.application === application.id)} scorers={await listScorers(scope)} typed={typed?.which === 'moderation' ? typed : undefined} /> : null}
      {own ? <SheetForm frame={frame} application={application.id} criteria={criteria} sheet={own.sheet} typed={typed?.which === 'sheet' ? typed : undefined} /> : null}
      {own || office ? <details><summary>{words.conflict}</summary><StepButton frame={frame} to={reviewPaths.conflict(application.id)} label={words.conflict} hint={words.conflictLead} quiet /></details> : null}
    </>
  );
}

function SheetForm({ frame, application, criteria, sheet, typed }: { frame: PageFrame; application: string; criteria: readonly Criterion[]; sheet: OwnSheet | undefined; typed: Typed | undefined }) {
  const { language } = frame;
  const words = reviewWords[language];
  if (sheet?.finishedAt) {
    return (
      <section class="panel"><h2>{words.sheet}</h2><p>{words.sheetDone}</p><ul>{criteria.map((one) => <li>{one.name[language]}{language === 'fr' ? '\u00a0' : ''}: {sheet.points[one.id] ?? '–'} / {one.most}</li>)}</ul></section>
    );
  }
  return (
    <section class="panel">
      <h2>{words.sheet}</h2>
      <ErrorSummary language={language} errors={typed?.errors ?? {}} />
      <form method="post" action={localized(language, reviewPaths.sheet(application))} novalidate>
        <Csrf frame={frame} />
        {criteria.map((one) => {
          const name = `points-${one.position}`;
          return <TextInput name={name} label={one.name[language]} hint={words.pointsHint(one.most, one.weight)} value={typed ? typed.form.text(name) : (sheet?.points[one.id]?.toString() ?? '')} error={typed?.errors[name]} width="short" inputmode="numeric" />;
        })}
        <Textarea name="comment" label={words.comment} value={typed ? typed.form.text('comment') : sheet?.comment} error={typed?.errors.comment} rows={3} />
        <p class="hint">{words.finishHint}</p>
        <div class="buttons"><button class="button" type="submit" name="do" value="finish">{words.finishSheet}</button><button class="button quiet" type="submit" name="do" value="save">{words.saveSheet}</button></div>
      </form>
    </section>
  );
}

function Scores({ frame, judged, sheets, scorers, typed }: { frame: PageFrame; judged: Judged; sheets: readonly Sheet[]; scorers: readonly Scorer[]; typed: Typed | undefined }) {
  const { language } = frame;
  const words = reviewWords[language];
  const { spread, moderated, outcome } = judged;
  const value = (name: string, kept: string | undefined) => (typed ? typed.form.text(name) : (kept ?? ''));
  return (
    <section class="panel">
      <h2>{words.scores}</h2>
      {outcome ? <p><strong>{outcome.granted ? `${words.granted}, ${formatMoney(language, outcome.amount)}` : words.refused}</strong>. {outcome.reason[language]}</p> : null}
      {sheets.length === 0 || !spread ? <p>{words.noScores}</p> : (
        <>
          <ul>{sheets.map((one) => <li>{scorers.find(({ account }) => account === one.account)?.name ?? words.scorer}{language === 'fr' ? '\u00a0' : ''}: {perCentText(language, one.perCent)}</li>)}</ul>
          <p>{words.spread(perCentText(language, spread.low), perCentText(language, spread.high), perCentText(language, spread.range, true))} {spread.range >= wideRange ? <strong>{words.wide}</strong> : null}</p>
        </>
      )}
      {outcome ? null : (
        <details open={typed !== undefined || moderated !== undefined}>
          <summary>{words.moderation}</summary>
          <p class="hint">{words.moderationLead}</p>
          <Form frame={frame} errors={typed?.errors} action={localized(language, reviewPaths.moderate(judged.id))} submit={words.keep}>
            <TextInput name="agreed" label={words.agreed} value={value('agreed', moderated?.perCent.toString())} error={typed?.errors.agreed} width="short" />
            <Textarea name="reason" label={words.reason} value={value('reason', moderated?.reason)} error={typed?.errors.reason} rows={2} />
            <TextInput name="held-on" label={words.heldOn} hint={words.dayHint} value={value('held-on', moderated?.heldOn)} error={typed?.errors['held-on']} width="short" />
          </Form>
        </details>
      )}
    </section>
  );
}
