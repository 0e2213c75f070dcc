import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { safetyUrl } from '#app/methods/questionnaire/bands.ts';
import { extensionNumber } from '#app/methods/questionnaire/extensions.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { HiddenFields } from '#app/ui/components/fields.tsx';
import { Breadcrumbs, Crisis } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Version } from '../instrument/shelf.ts';
import { accessPaths } from '../paths.ts';
import { answered, fieldErrors, fields, questionText } from './form-fields.ts';
import { assessmentPaths } from './paths.ts';
import { assessmentWords } from './words.ts';

/** What is drawn of a form: its answers, what stands against them, and the save that they were drawn from. */
export type Draft = { readonly id: string; readonly revision: number; readonly response: Json; readonly issues: readonly Issue[]; readonly blanks: ReadonlyMap<string, number> };
/** What somebody else saved while the form was open. */
export type Conflict = { readonly finished: boolean; readonly response: Json; readonly who: string | null; readonly at: Date; readonly differing: readonly string[] };

/** Whether any of its questions can call for the safety step: crisis lines then stand before the form. */
export const asksOfSafety = (compiled: Compiled): boolean => compiled.all.some((item) => extensionNumber(item.definition, safetyUrl) !== undefined);

type Props = { frame: PageFrame; person: string; name: string; version: Version; draft: Draft; action: string; saved?: string | undefined; alert?: string | undefined; conflict?: Conflict | undefined; timeZone: string };

/** One form on one page. It can be saved at any time with any question left open. */
export function FormPage({ frame, person, name, version, draft, action, saved, alert, conflict, timeZone }: Props) {
  const { language } = frame;
  const words = assessmentWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(person), label: name }, { path: assessmentPaths.list(person), label: words.title }]} />
      <h1>{version.title[language]}</h1>
      <ErrorSummary language={language} errors={fieldErrors(version.compiled, draft.issues, language)} />
      {saved ? <p class="inset" role="status">{saved}</p> : null}
      {conflict ? <ConflictNotice frame={frame} compiled={version.compiled} draft={draft} conflict={conflict} person={person} timeZone={timeZone} /> : null}
      {alert ? <p class="panel"><a href={localized(language, alert)}><b>{words.alertTitle}</b></a></p> : null}
      {asksOfSafety(version.compiled) ? <Crisis language={language} /> : null}
      <p class="hint">{words.unfinishedLead}</p>
      <form method="post" action={localized(language, action)} novalidate autocomplete="off">
        <Csrf frame={frame} />
        <Fields frame={frame} version={version} draft={draft} />
        <div class="buttons">
          <button class="button quiet" type="submit" name={fields.action} value="save">{words.save}</button>
          <button class="button" type="submit" name={fields.action} value="finish">{words.finish}</button>
          {draft.issues.length > 0 ? <button class="button quiet" type="submit" name={fields.action} value="close">{words.close}</button> : null}
        </div>
      </form>
      <Notice frame={frame} version={version} />
    </StaffLayout>
  );
}

/** The questions with their answers, and what the form carries beside them. */
export function Fields({ frame, version, draft, key_ = '' }: { frame: PageFrame; version: Version; draft: Draft; key_?: string }): Child {
  const { language, site } = frame;
  return (
    <>
      <HiddenFields fields={[[fields.id, draft.id], [fields.revision, String(draft.revision)], [fields.hash, version.hash], ...(key_ === '' ? [] : [[fields.key, key_] as const])]} />
      {raw(renderFields(version.compiled, draft.response, { language, issues: draft.issues, blanks: draft.blanks, zone: site.timeZone }))}
    </>
  );
}

export function Notice({ frame: { language }, version }: { frame: PageFrame; version: Version }) {
  return version.notice === '' ? null : <p class="hint notice-line" lang={language === 'en' ? undefined : 'en'}>{version.notice}</p>;
}

function ConflictNotice({ frame: { language }, compiled, draft, conflict, person, timeZone }: { frame: PageFrame; compiled: Compiled; draft: Draft; conflict: Conflict; person: string; timeZone: string }) {
  const words = assessmentWords[language];
  return (
    <section class="panel" role="alert" tabindex={-1} autofocus>
      <h2>{words.conflictTitle}</h2>
      <p>{words.conflictLead(conflict.who ?? words.conflictSomebody, formatMoment(language, conflict.at, timeZone))}</p>
      <p>{conflict.finished ? words.conflictFinished : words.conflictKeep}</p>
      <Differences language={language} compiled={compiled} theirs={conflict.response} yours={draft.response} linkIds={conflict.differing} />
      {conflict.finished ? null : <p><a href={localized(language, assessmentPaths.edit(person, draft.id))}>{words.drop}</a></p>}
    </section>
  );
}

/** What was answered differently, side by side. */
export function Differences({ language, compiled, theirs, yours, linkIds }: { language: PageFrame['language']; compiled: Compiled; theirs: Json; yours: Json; linkIds: readonly string[] }) {
  const words = assessmentWords[language];
  if (linkIds.length === 0) return null;
  return (
    <table class="stack">
      <caption>{words.conflictDiffer}</caption>
      <thead><tr><th scope="col">{words.question}</th><th scope="col">{words.theirs}</th><th scope="col">{words.yours}</th></tr></thead>
      <tbody>
        {linkIds.map((linkId) => (
          <tr>
            <th scope="row">{questionText(compiled, linkId, language)}</th>
            <td data-label={words.theirs}>{answered(compiled, theirs, linkId, language) ?? words.open}</td>
            <td data-label={words.yours}>{answered(compiled, yours, linkId, language) ?? words.open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
