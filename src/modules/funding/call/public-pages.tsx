import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { applicationPaths } from '../application/paths.ts';
import { OwedReports } from '../form/lists.tsx';
import type { Form as ReportForm } from '../form/model.ts';
import { grantPaths } from '../grant/paths.ts';
import { centsOf, formatMoney } from '../money.ts';
import { callPaths } from './paths.ts';
import type { Call, Category, Criterion, Question, Session } from './queries.ts';
import { type CallState, stateOf } from './rules.ts';
import { callWords } from './words.ts';

/** Every call that is published, by where it stands. */
export function CallsPage({ frame, calls, now }: { frame: PageFrame; calls: readonly Call[]; now: Date }) {
  const { language, site } = frame;
  const words = callWords[language];
  const groups: readonly [CallState, string][] = [['open', words.openCalls], ['to-come', words.toComeCalls], ['closed', words.closedCalls]];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="links">
        <li><a href={localized(language, grantPaths.list)}>{words.grantsLink}</a></li>
        <li><a href={localized(language, applicationPaths.resume)}>{words.resumeLink}</a></li>
      </ul>
      {calls.some((one) => stateOf(one, now) === 'open') ? null : <p class="inset">{words.none}</p>}
      {groups.map(([state, heading]) => {
        const own = calls.filter((one) => stateOf(one, now) === state);
        return own.length === 0 ? null : (
          <section class="band">
            <h2>{heading}</h2>
            {own.map((one) => (
              <>
                <h3><a href={localized(language, callPaths.show(one.slug))}>{one.title[language]}</a></h3>
                <p>{one.lead[language]}</p>
                <p class="small">{state === 'to-come' ? `${words.opens}${language === 'fr' ? '\u00a0' : ''}: ${formatMoment(language, one.opensAt, site.timeZone)}` : `${words.closes}${language === 'fr' ? '\u00a0' : ''}: ${formatMoment(language, one.closesAt, site.timeZone)}`}</p>
              </>
            ))}
          </section>
        );
      })}
    </PublicLayout>
  );
}

type ShowProps = {
  frame: PageFrame; call: Call; categories: readonly Category[]; criteria: readonly Criterion[]; sessions: readonly Session[]; answered: readonly Question[]; forms: readonly ReportForm[]; now: Date;
  typed?: string | undefined; errors?: FieldErrors | undefined; asked?: boolean;
};

/** One call for those who think of applying: rules, criteria, sessions, questions. */
export function CallPage({ frame, call, categories, criteria, sessions, answered, forms, now, typed, errors, asked }: ShowProps) {
  const { language, site } = frame;
  const words = callWords[language];
  const state = stateOf(call, now);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.list, label: words.title }]} />
      <h1>{call.title[language]}</h1>
      <p class="lead">{call.lead[language]}</p>
      {call.demonstration ? <p class="small">{words.demonstration}</p> : null}
      <SummaryList rows={[
        { label: words.state, value: words.states[state] },
        { label: words.opens, value: formatMoment(language, call.opensAt, site.timeZone, { weekday: true }) },
        { label: words.closes, value: words.closesHint(formatMoment(language, call.closesAt, site.timeZone, { weekday: true }), site.timeZone) },
        { label: words.envelope, value: formatMoney(language, call.envelope) },
      ]} />
      <section class="band">
        <h2>{words.applyTitle}</h2>
        {categories.map((one) => <CategoryRulesList frame={frame} call={call} category={one} open={state === 'open'} />)}
      </section>
      <section class="band">
        <h2>{words.criteriaTitle}</h2>
        <p>{words.criteriaLead}</p>
        <table class="stack">
          <caption class="hidden-text">{words.criteriaTitle}</caption>
          <thead><tr><th scope="col">{words.criterion}</th><th scope="col">{words.weight}</th><th scope="col">{words.points}</th></tr></thead>
          <tbody>{criteria.map((one) => <tr><th scope="row">{one.name[language]}</th><td data-label={words.weight} class="n">{one.weight}{language === 'fr' ? '\u00a0' : ''}%</td><td data-label={words.points} class="n">{one.most}</td></tr>)}</tbody>
        </table>
      </section>
      <OwedReports language={language} call={call} forms={forms} />
      <section class="band">
        <h2>{words.sessions}</h2>
        {sessions.length === 0 ? <p>{words.noSessions}</p> : <ul>{sessions.map((one) => <li>{formatMoment(language, one.startsAt, site.timeZone, { weekday: true })}{language === 'fr' ? '\u00a0' : ''}: {one.place[language]}</li>)}</ul>}
      </section>
      <section class="band">
        <h2>{words.questions}</h2>
        {answered.length === 0 ? <p>{words.noQuestions}</p> : <dl class="answers">{answered.map((one) => <><dt><strong>{one.question?.[language]}</strong></dt><dd>{one.answer?.[language]}</dd></>)}</dl>}
        {state === 'closed' ? null : asked ? <p class="inset" role="status">{words.asked}</p> : (
          <>
            <h3>{words.ask}</h3>
            <Form frame={frame} errors={errors} action={localized(language, callPaths.ask(call.slug))} submit={words.askSend}>
              <Textarea name="asked" label={words.askLabel} hint={words.askLead} value={typed} error={errors?.asked} rows={4} />
            </Form>
          </>
        )}
      </section>
    </PublicLayout>
  );
}

function CategoryRulesList({ frame: { language }, call, category, open }: { frame: PageFrame; call: Call; category: Category; open: boolean }) {
  const words = callWords[language];
  const { rules } = category;
  const statements = [words.statements[rules.statements], ...(rules.auditedAbove === null ? [] : [words.auditedText(formatMoney(language, centsOf(rules.auditedAbove)))])];
  return (
    <div class="panel">
      <h3>{category.name[language]}</h3>
      <SummaryList rows={[
        { label: words.most, value: rules.most === null ? words.noMost : formatMoney(language, centsOf(rules.most)) },
        { label: words.years, value: words.yearsText(rules.mostYears) },
        { label: words.who, value: capital(new Intl.ListFormat(language === 'en' ? 'en-CA' : 'fr-CA', { type: 'disjunction' }).format(rules.kinds.map((kind) => words.kinds[kind]))) },
        ...(rules.boardUnrelated > 0 ? [{ label: words.board, value: words.boardText(rules.boardUnrelated) }] : []),
        { label: words.statementsTitle, value: statements.join('. ') },
      ]} />
      {open ? <p><a class="button" href={localized(language, applicationPaths.begin(call.slug, category.position))}>{words.apply}<span class="hidden-text">{`: ${category.name[language]}`}</span></a></p> : null}
    </div>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
