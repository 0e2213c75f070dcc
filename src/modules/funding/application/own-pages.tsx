import type { Child } from 'hono/jsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, HiddenFields, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Call, Category } from '../call/queries.ts';
import { formatMoney } from '../money.ts';
import { answerRows, compiledOf } from './answers.ts';
import { type Finding, isEligible } from './eligibility.ts';
import { FindingsTable } from './findings.tsx';
import { type Application, type Section, sections } from './model.ts';
import { momentText } from './moment.ts';
import { applicationPaths } from './paths.ts';
import type { Colleague, Sent } from './queries.ts';
import { type Gap, isComplete } from './rules.ts';
import { type FieldProps, type Offered, SectionFields } from './section-fields.tsx';
import { applicationWords } from './words.ts';

export type Own = { readonly application: Application; readonly call: Call; readonly category: Category; readonly gaps: Readonly<Record<Section, readonly Gap[]>>; readonly code: string; /** It can still be written in. */ readonly open: boolean };
type Base = { frame: PageFrame; own: Own };

/** A form of the own application; the code travels along in a hidden field. */
function OwnForm({ frame, code, hidden = [], files, children }: { frame: PageFrame; code: string; hidden?: readonly (readonly [string, string])[]; files?: boolean; children: Child }) {
  return (
    <form method="post" action={localized(frame.language, applicationPaths.own)} novalidate enctype={files ? 'multipart/form-data' : undefined}>
      <Csrf frame={frame} />
      <HiddenFields fields={[['~code', code], ...hidden]} />
      {children}
    </form>
  );
}
function Go({ frame, code, to, label, about, quiet }: { frame: PageFrame; code: string; to: string; label: string; about?: string; quiet?: boolean }) {
  return <OwnForm frame={frame} code={code} hidden={[['~show', to]]}><button class={quiet ? 'button link' : 'button'} type="submit">{label}{about ? <span class="hidden-text">{`: ${about}`}</span> : null}</button></OwnForm>;
}

export function BeginPage({ frame, call, category, typed, errors }: { frame: PageFrame; call: Call; category: Category; typed: (name: string) => string; errors?: FieldErrors }) {
  const words = applicationWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.begin}</h1>
      <p><strong>{call.title[frame.language]}, {category.name[frame.language]}</strong></p>
      <p class="lead">{words.beginLead}</p>
      <Form frame={frame} errors={errors} submit={words.start}>
        <TextInput name="name" label={words.name} value={typed('name')} error={errors?.name} autocomplete="name" />
        <TextInput name="email" label={words.email} hint={words.emailHint} value={typed('email')} error={errors?.email} autocomplete="email" inputmode="email" />
      </Form>
    </PublicLayout>
  );
}

/** Asks for the code; to whoever just began it says the new one. */
export function ResumePage({ frame, typed, error, fresh }: { frame: PageFrame; typed: string; error?: string | undefined; fresh?: boolean }) {
  const words = applicationWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{fresh ? words.begin : words.resume}</h1>
      {fresh ? <div class="panel"><p>{words.codeIs}<span class="code">{typed}</span></p><p>{words.codeLead}</p></div> : <p class="lead">{words.resumeLead}</p>}
      <Form frame={frame} action={localized(frame.language, applicationPaths.own)} errors={error ? { '~code': error } : {}} submit={words.open}>
        <TextInput name="~code" label={words.code} value={typed} error={error} width="short" autocomplete="off" spellcheck={false} />
      </Form>
    </PublicLayout>
  );
}

/** The whole application with what each page still lacks; after it was sent, its receipt and its answer. */
export function OverviewPage({ frame, own, saved, offered, after }: Base & { saved?: boolean; offered: Offered; after?: Child }) {
  const { language, site } = frame;
  const words = applicationWords[language];
  const { application, call, category, gaps, code, open } = own;
  return (
    <PublicLayout frame={frame}>
      <h1>{application.title || words.overview}</h1>
      <p>{call.title[language]}, {category.name[language]}. {application.state === 'draft' ? words.closesAt(formatMoment(language, call.closesAt, site.timeZone, { weekday: true })) : ''}</p>
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      {application.submittedAt ? (
        <SummaryList rows={[
          { label: words.receipt, value: application.receipt }, { label: words.receivedAt, value: momentText(language, application.submittedAt, site.timeZone) }, { label: words.asked, value: formatMoney(language, application.asked) },
        ]} />
      ) : open ? null : <p class="inset">{words.closedDraft}</p>}
      {after}
      {application.state === 'draft' && open ? (
        <>
          <table class="stack">
            <caption class="hidden-text">{words.overview}</caption>
            <tbody>{sections.map((section) => (
              <tr>
                <th scope="row">{words.sectionNames[section]}</th>
                <td>{gaps[section].length === 0 ? <span class="state done">{words.complete}</span> : words.gaps(gaps[section].length)}</td>
                <td><Go frame={frame} code={code} to={section} label={words.edit} about={words.sectionNames[section]} quiet /></td>
              </tr>
            ))}
            <tr><th scope="row">{words.people}</th><td></td><td><Go frame={frame} code={code} to="people" label={words.edit} about={words.people} quiet /></td></tr>
            </tbody>
          </table>
          <Go frame={frame} code={code} to="check" label={words.checkButton} />
        </>
      ) : <Contents frame={frame} own={own} offered={offered} />}
    </PublicLayout>
  );
}

type SectionProps = Base & Omit<FieldProps, 'frame' | 'application' | 'questionnaire'> & { section: Section; mark: string; overtaken: boolean; stopped: string | undefined };
export function SectionPage({ frame, own, section, mark, overtaken, stopped, ...fields }: SectionProps) {
  const words = applicationWords[frame.language];
  const { application, category, code } = own;
  return (
    <PublicLayout frame={frame} {...(section === 'answers' ? { script: 'response' } : {})}>
      <h1>{words.sectionNames[section]}</h1>
      <ErrorSummary language={frame.language} errors={fields.errors} />
      {overtaken ? <div class="inset" role="alert"><p>{words.overtaken}</p></div> : null}
      {stopped ? <div class="inset" role="alert"><p>{stopped} {section === 'files' ? '' : words.typedBelow}</p></div> : null}
      <OwnForm frame={frame} code={code} hidden={[['~save', section], ['~mark', mark]]} files={section === 'files'}>
        <SectionFields section={section} frame={frame} application={application} questionnaire={category.questionnaire} {...fields} />
        {stopped ? null : <div class="buttons">
          <button class="button" type="submit" name="~do" value="save">{section === 'files' ? words.addFile : words.save}</button>
          {section === 'budget' || section === 'partners' ? <button class="button quiet" type="submit" name="~do" value="more">{words.moreLines}</button> : null}
        </div>}
      </OwnForm>
      {section === 'files' ? (application.files.length === 0 ? <p>{words.noFiles}</p> : (
        <ul>{application.files.map((file) => (
          <li>{words.fileKinds[file.kind]}{frame.language === 'fr' ? '\u00a0' : ''}: {file.name}
            <OwnForm frame={frame} code={code} hidden={[['~save', 'files'], ['remove', file.id]]}><button class="button link" type="submit">{words.remove}<span class="hidden-text">{`: ${file.name}`}</span></button></OwnForm></li>
        ))}</ul>
      )) : null}
      <Go frame={frame} code={code} to="overview" label={words.backToAll} quiet />
    </PublicLayout>
  );
}

export function PeoplePage({ frame, own, people, given, typed, errors = {} }: Base & { people: readonly Colleague[]; given?: string | undefined; typed: (name: string) => string; errors?: FieldErrors | undefined }) {
  const words = applicationWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.people}</h1>
      <p class="lead">{words.peopleLead}</p>
      {given ? <div class="panel"><p>{words.personCode}<span class="code">{given}</span></p></div> : null}
      <ul>{people.map((one) => (
        <li>{one.name}{one.email ? `, ${one.email}` : ''} {one.self ? words.you : <OwnForm frame={frame} code={own.code} hidden={[['~save', 'people'], ['remove', one.id]]}><button class="button link" type="submit">{words.remove}<span class="hidden-text">{`: ${one.name}`}</span></button></OwnForm>}</li>
      ))}</ul>
      <Form frame={frame} errors={errors} action={localized(frame.language, applicationPaths.own)} submit={words.addPerson} hidden={[['~code', own.code], ['~save', 'people']]}>
        <TextInput name="name" label={words.name} value={typed('name')} error={errors.name} />
        <TextInput name="email" label={words.email} hint={words.emailHint} value={typed('email')} error={errors.email} inputmode="email" />
      </Form>
      <Go frame={frame} code={own.code} to="overview" label={words.backToAll} quiet />
    </PublicLayout>
  );
}

/** What is missing, the rules of the category, everything that was written, and the button that sends it. */
export function CheckPage({ frame, own, findings, offered }: Base & { findings: readonly Finding[]; offered: Offered }) {
  const words = applicationWords[frame.language];
  const { gaps, code } = own;
  return (
    <PublicLayout frame={frame}>
      <h1>{words.checkTitle}</h1>
      {isComplete(gaps) ? null : (
        <section class="inset" role="alert">
          <h2>{words.missing}</h2>
          <ul>{sections.flatMap((section) => gaps[section].map((gap) => <li>{words.sectionNames[section]}{frame.language === 'fr' ? '\u00a0' : ''}: {words.gapTexts[gap]}</li>))}</ul>
        </section>
      )}
      <section class="band">
        <h2>{words.eligibility}</h2>
        <p>{isEligible(findings) ? words.eligible : words.notEligible}</p>
        <FindingsTable language={frame.language} findings={findings} />
      </section>
      <Contents frame={frame} own={own} offered={offered} />
      {isComplete(gaps) ? (
        <OwnForm frame={frame} code={code} hidden={[['~save', 'send']]}><p>{words.sendLead}</p><p class="small">{words.counts}</p><button class="button" type="submit">{words.send}</button></OwnForm>
      ) : null}
      <Go frame={frame} code={code} to="overview" label={words.backToAll} quiet />
    </PublicLayout>
  );
}

/** Everything that an application holds, to read. */
export function Contents({ frame: { language, site }, own: { application: a, category }, offered }: { frame: PageFrame; own: Pick<Own, 'application' | 'category'>; offered: Offered }) {
  const words = applicationWords[language];
  const named = (list: keyof Offered, slugs: readonly string[]) => slugs.map((slug) => offered[list].find((one) => one.slug === slug)?.name[language] ?? slug).join('; ') || words.none;
  const compiled = compiledOf(a.categoryId, category.questionnaire);
  const money = (cents: number | undefined) => (cents === undefined ? words.none : formatMoney(language, cents));
  const day = (date: string | null) => (date ? formatDate(language, date) : words.none);
  return (
    <>
      <section class="band">
        <h2>{words.sectionNames.organisation}</h2>
        <SummaryList rows={[
          { label: words.organisation, value: a.organisation || words.none }, { label: words.legalKind, value: a.legalKind ? words.legalKinds[a.legalKind] : words.none }, ...(a.sponsor ? [{ label: words.sponsor, value: a.sponsor }] : []),
          { label: words.board, value: a.boardUnrelated ?? words.none }, { label: words.statements, value: a.statements ? words.statementKinds[a.statements] : words.none },
          { label: words.revenueLatest, value: money(a.revenueLatest) }, { label: words.revenueBefore, value: money(a.revenueBefore) },
        ]} />
      </section>
      <section class="band">
        <h2>{words.sectionNames.project}</h2>
        <SummaryList rows={[
          { label: words.title, value: a.title || words.none }, { label: words.summary, value: a.summary || words.none }, { label: words.startsOn, value: day(a.startsOn) }, { label: words.endsOn, value: day(a.endsOn) },
          { label: words.priorities, value: named('priorities', a.priorities) }, { label: words.municipalities, value: named('municipalities', a.municipalities) }, { label: words.population, value: a.population ? words.populations[a.population] : words.none },
          ...(a.indicators.length > 0 ? [{ label: words.indicators, value: named('indicators', a.indicators) }] : []),
          ...a.partners.map((one, n) => ({ label: words.partnerNumber(n + 1), value: one.role ? `${one.name}, ${one.role}` : one.name })),
          ...answerRows(compiled, a.answers, language),
        ]} />
      </section>
      <section class="band">
        <h2>{words.sectionNames.budget}</h2>
        <table class="stack">
          <caption class="hidden-text">{words.sectionNames.budget}</caption>
          <thead><tr><th scope="col">{words.label}</th><th scope="col">{words.cost}</th><th scope="col">{words.fromFund}</th></tr></thead>
          <tbody>{a.budget.map((line) => <tr><th scope="row">{line.label}</th><td class="n" data-label={words.cost}>{formatMoney(language, line.cost)}</td><td class="n" data-label={words.fromFund}>{formatMoney(language, line.fromFund)}</td></tr>)}</tbody>
          <tfoot><tr><th scope="row">{words.total}</th><td class="n" data-label={words.cost}>{formatMoney(language, a.budget.reduce((sum, line) => sum + line.cost, 0))}</td><td class="n" data-label={words.fromFund}>{formatMoney(language, a.asked)}</td></tr></tfoot>
        </table>
      </section>
      {a.demonstration && site.demonstration ? <p class="small">{words.demo}</p> : null}
    </>
  );
}

export function SentPage({ frame, own, sent }: Base & { sent: Sent }) {
  const { language, site } = frame;
  const words = applicationWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.sentTitle}</h1>
      <div class="panel"><p>{words.receipt}<span class="code">{sent.receipt}</span></p></div>
      <SummaryList rows={[{ label: words.receivedAt, value: momentText(language, sent.submittedAt, site.timeZone) }, { label: words.asked, value: formatMoney(language, own.application.asked) }]} />
      <p class="lead">{sent.again ? words.again : words.inTime}</p>
      <p class="small">{words.counts}</p>
      <Go frame={frame} code={own.code} to="overview" label={words.overview} quiet />
    </PublicLayout>
  );
}

/** What came too late, or can no longer be changed, and why. */
export function LatePage({ frame, own, title, text, more }: Base & { title: string; text: string; more?: string }) {
  const words = applicationWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {more ? <p class="small">{more}</p> : null}
      <Go frame={frame} code={own.code} to="overview" label={words.overview} quiet />
    </PublicLayout>
  );
}
