import type { Child } from 'hono/jsx';
import { bandUrl } from '#app/methods/questionnaire/bands.ts';
import { extensionNumber, extensionsOf } from '#app/methods/questionnaire/extensions.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { CompiledItem } from '#app/methods/questionnaire/model.ts';
import { score } from '#app/methods/questionnaire/score.ts';
import { textIn } from '#app/methods/questionnaire/translation.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Version } from '../instrument/shelf.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine } from '../person/queries.ts';
import { answered, questionText } from './form-fields.ts';
import { Notice } from './form-page.tsx';
import { assessmentPaths } from './paths.ts';
import type { Assessment } from './queries.ts';
import { bandOf, scoreOf, standingOf } from './rules.ts';
import { assessmentWords } from './words.ts';

type Props = { frame: PageFrame; name: string; version: Version; shown: Assessment; agencies: readonly AgencyLine[]; alert: string | undefined; renews: boolean; today: string; timeZone: string; now: Date };

/** One assessment as it was: the answers and the score from the version of the form that was used, in the reader's language. */
export function AssessmentPage({ frame, name, version, shown, agencies, alert, renews, today, timeZone, now }: Props) {
  const { language } = frame;
  const words = assessmentWords[language];
  const at = (path: string) => localized(language, path);
  const agency = agencies.find((one) => one.id === shown.agency)?.name[language] ?? '';
  const rows: [string, Child][] = [
    [words.standing, words.standings[standingOf(shown, today)]],
    [words.filledBy, `${shown.filledBy === 'person' ? words.byPerson : words.staff}${agency ? ` (${agency})` : ''}`],
    ...(shown.state === 'struck-out' && shown.score ? [[words.score, <s>{shown.score.total}</s>] as [string, Child]] : []),
    [words.administered, shown.administeredOn ? formatDate(language, shown.administeredOn) : ''],
    [words.lastSaved, `${formatMoment(language, shown.savedAt, timeZone)}${shown.savedBy ? `, ${shown.savedBy}` : ''}`],
    [words.language, words[shown.language]],
    [words.version, <span class="break">{words.versionOf(version.number, shown.hash.slice(0, 12))}</span>],
  ];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(shown.person), label: name }, { path: assessmentPaths.list(shown.person), label: words.title }]} />
      <h1>{version.title[language]}</h1>
      {alert ? <p class="panel"><a href={at(alert)}><b>{words.alertTitle}</b></a></p> : null}
      {shown.state === 'struck-out' && shown.struckAt && shown.struckReason ? (
        <div class="panel" role="note">
          <p><b>{words.struckOut}</b></p>
          <p>{words.strikeReasons[shown.struckReason]}. {shown.struckWords ?? ''}</p>
          <p class="hint">{words.struckLead(formatMoment(language, shown.struckAt, timeZone), shown.struckBy ?? '')}</p>
        </div>
      ) : <ScoreFacts frame={frame} version={version} shown={shown} today={today} now={now} />}
      {shown.state === 'unfinished' && shown.writes ? <p><a class="button" href={at(assessmentPaths.edit(shown.person, shown.id))}>{words.goOn}</a></p> : null}
      {renews ? <form method="post" action={at(assessmentPaths.renew(shown.person, shown.id))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.renew}</button></form> : null}
      <section aria-labelledby="answers">
        <h2 id="answers">{words.answers}</h2>
        <SummaryList rows={questionsOf(version, shown).map((item) => ({ label: questionText(version.compiled, item.linkId, language), value: answered(version.compiled, shown.response, item.linkId, language) ?? <span class="hint">{words.noAnswer}</span> }))} />
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <SummaryList rows={rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
        <Notice frame={frame} version={version} />
      </section>
      {shown.strikes ? <p><a href={at(assessmentPaths.strike(shown.person, shown.id))}>{words.strike}</a></p> : null}
    </StaffLayout>
  );
}

/** Questions that applied or have an answer, in the order of the form. */
function questionsOf({ compiled }: Version, { response, savedAt }: Assessment): readonly CompiledItem[] {
  const { enabled } = score(compiled, response, { now: savedAt.toISOString() });
  const given = new Set(flattenAnswers(response).map((line) => line.linkId));
  return compiled.all.filter((item) => item.answerTypes.length > 0 && !item.hidden && !item.calculated && (enabled[item.linkId] || given.has(item.linkId)));
}

type ScoreProps = { frame: PageFrame; version: Version; shown: Assessment; today: string; now: Date };

function ScoreFacts({ frame: { language }, version, shown, today, now }: ScoreProps) {
  const words = assessmentWords[language];
  const { compiled } = version;
  const total = compiled.byLinkId.get('total');
  if (!total) return <p>{words.computesNothing}</p>;
  if (shown.state === 'unfinished') return null;
  const missing = score(compiled, shown.response).missing;
  if (!shown.score) return (
    <section class="panel">
      <p><b>{words.incomplete}</b></p>
      <ul>{missing.map((linkId) => <li>{questionText(compiled, linkId, language)}</li>)}</ul>
    </section>
  );
  const again = scoreOf(compiled, shown.response, shown.finishedAt ?? now);
  const bands = extensionsOf(total.definition, bandUrl);
  const band = bandOf(compiled, shown.score, language);
  return (
    <section aria-label={words.score}>
      <p class="large"><b>{shown.score.total}</b> {band ?? ''}</p>
      {standingOf(shown, today) === 'out-of-date' ? <p class="panel"><b>{words.outOfDate}</b></p> : null}
      {shown.expiresOn ? <p>{words.holds} {formatDate(language, shown.expiresOn)}.</p> : null}
      {again?.total === shown.score.total ? null : <p class="panel"><b>{words.differs}</b></p>}
      <details>
        <summary>{words.how}</summary>
        <p>{version.scoreOnly ? words.scoreTyped : words.howText} {again?.total === shown.score.total ? words.scoredAgain : ''}</p>
        {version.scoreOnly ? null : <Counting language={language} version={version} shown={shown} />}
        <p>{words.rule}{colon(language)}<code class="break">{total.calculated?.source ?? ''}</code></p>
        {bands.length > 0 ? <><p><b>{words.bandsTitle}</b></p><ul>{bands.map((one) => <li>{extensionNumber(one, 'low')}–{extensionNumber(one, 'high')}{colon(language)}{textIn(extensionsOf(one, 'label')[0], 'valueString', language, compiled.source.language).text}</li>)}</ul></> : null}
      </details>
    </section>
  );
}

/** What each answer counts, from the weights of the form. */
function Counting({ language, version, shown }: { language: PageFrame['language']; version: Version; shown: Assessment }) {
  const words = assessmentWords[language];
  const weighed = questionsOf(version, shown).filter((item) => item.options.list.some((option) => option.weight !== undefined));
  const weightOf = (item: CompiledItem) => {
    const line = flattenAnswers(shown.response).find((one) => one.linkId === item.linkId);
    const code = typeof line?.value === 'object' && line.value !== null && 'code' in line.value ? line.value.code : undefined;
    return item.options.list.find((option) => typeof option.value === 'object' && option.value !== null && 'code' in option.value && option.value.code === code)?.weight;
  };
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.question}</th><th scope="col">{words.answers}</th><th scope="col">{words.counts}</th></tr></thead>
      <tbody>
        {weighed.map((item) => (
          <tr><th scope="row">{questionText(version.compiled, item.linkId, language)}</th><td data-label={words.answers}>{answered(version.compiled, shown.response, item.linkId, language) ?? words.noAnswer}</td><td data-label={words.counts} class="n">{weightOf(item) ?? '–'}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
