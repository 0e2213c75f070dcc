import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { HiddenFields, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Version } from '../instrument/shelf.ts';
import { fillWords } from './fill-words.ts';
import { fieldErrors, fields } from './form-fields.ts';
import { Differences, type Draft, Fields, Notice } from './form-page.tsx';
import { assessmentPaths } from './paths.ts';
import { assessmentWords } from './words.ts';

/** Where the code is typed. */
export function CodePage({ frame, typed, error }: { frame: PageFrame; typed: string; error?: string | undefined }) {
  const words = fillWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <Crisis language={frame.language} />
      <p class="lead">{words.codeLead}</p>
      <Form frame={frame} action={localized(frame.language, assessmentPaths.fill)} errors={error ? { [fields.key]: error } : {}} submit={words.open}>
        <TextInput name={fields.key} label={words.code} value={typed} error={error} width="medium" autocomplete="off" spellcheck={false} />
      </Form>
    </PublicLayout>
  );
}

type FillProps = { frame: PageFrame; version: Version; draft: Draft; code: string; conflict?: { readonly theirs: Json; readonly differing: readonly string[] } | undefined };

/** The form: crisis lines first, always. */
export function FillPage({ frame, version, draft, code, conflict }: FillProps) {
  const { language } = frame;
  const words = fillWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{version.title[language]}</h1>
      <ErrorSummary language={language} errors={fieldErrors(version.compiled, draft.issues, language)} />
      <Crisis language={language} />
      {conflict ? (
        <section class="panel" role="alert" tabindex={-1} autofocus>
          <h2>{words.conflict}</h2>
          <p>{words.conflictLead}</p>
          <Differences language={language} compiled={version.compiled} theirs={conflict.theirs} yours={draft.response} linkIds={conflict.differing} />
        </section>
      ) : null}
      <p class="lead">{words.lead}</p>
      <form method="post" action={localized(language, assessmentPaths.fill)} novalidate autocomplete="off">
        <Fields frame={frame} version={version} draft={draft} key_={code} />
        <div class="buttons">
          <button class="button quiet" type="submit" name={fields.action} value="save">{words.save}</button>
          <button class="button" type="submit" name={fields.action} value="finish">{words.finish}</button>
          {draft.issues.length > 0 ? <button class="button quiet" type="submit" name={fields.action} value="close">{assessmentWords[language].close}</button> : null}
        </div>
      </form>
      <Notice frame={frame} version={version} />
    </PublicLayout>
  );
}

/** What comes after a save; where an answer tells of danger, help stands first. */
export function MessagePage({ frame, kind, alarming, code }: { frame: PageFrame; kind: 'saved' | 'finished'; alarming: boolean; code: string }) {
  const { language } = frame;
  const words = fillWords[language];
  const said = kind === 'saved' ? words.saved : words.thanks;
  return (
    <PublicLayout frame={frame}>
      <h1>{alarming ? words.safetyTitle : said}</h1>
      {alarming ? <><p class="lead">{words.safetyLead}</p><Crisis language={language} /><p>{words.safetyTold}</p><p>{said}</p></> : null}
      {kind === 'finished' ? <p>{words.thanksLead}</p> : (
        <form method="post" action={localized(language, assessmentPaths.fill)}>
          <HiddenFields fields={[[fields.key, code]]} />
          <button class="button quiet" type="submit">{words.goOn}</button>
        </form>
      )}
      {alarming ? null : <Crisis language={language} />}
    </PublicLayout>
  );
}
