import { Csrf } from '#app/ui/components/csrf.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { instrumentPaths } from '../instrument/paths.ts';
import type { Version } from '../instrument/shelf.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine } from '../person/queries.ts';
import { personWords } from '../person/words.ts';
import { alertPaths } from '../safety-alert/paths.ts';
import { assessmentPaths } from './paths.ts';
import type { AssessmentLine } from './queries.ts';
import { bandOf, standingOf } from './rules.ts';
import { type Point, Trend } from './trend.tsx';
import { assessmentWords } from './words.ts';

type Props = {
  frame: PageFrame; person: string; name: string; lines: readonly AssessmentLine[]; versions: ReadonlyMap<string, Version>; withheld: boolean; offered: readonly Version[]; agencies: readonly AgencyLine[]; own: string | undefined;
  today: string; timeZone: string; decides: boolean;
};

/** The forms of one person: what was filled in, how scores went over time, and what can be filled in. */
export function AssessmentsPage({ frame, person, name, lines, versions, withheld, offered, agencies, own, today, timeZone, decides }: Props) {
  const { language } = frame;
  const words = assessmentWords[language];
  const at = (path: string) => localized(language, path);
  const titleOf = (line: AssessmentLine) => versions.get(line.hash)?.title[language] ?? line.instrument;
  const waiting = lines.filter((line) => line.alert !== null);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(person), label: name }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {withheld ? <p class="panel">{personWords[language].withheld}</p> : null}
      {waiting.length > 0 ? (
        <section class="crisis" aria-labelledby="act">
          <h2 id="act">{words.alertTitle}</h2>
          <ul>{waiting.map((line) => <li><a href={at(alertPaths.show(person, line.alert ?? ''))}>{words.alertLine(titleOf(line))}</a></li>)}</ul>
        </section>
      ) : null}
      {lines.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.title}</caption>
          <thead><tr><th scope="col">{words.form}</th><th scope="col">{words.score}</th><th scope="col">{words.when}</th><th scope="col">{words.by}</th><th scope="col">{words.standing}</th></tr></thead>
          <tbody>{lines.map((line) => row(line))}</tbody>
        </table>
      )}
      {trends(lines, versions, today).map((points) => <Trend language={language} points={points} />)}
      {offered.length > 0 ? (
        <section class="band" aria-labelledby="new">
          <h2 id="new">{words.newTitle}</h2>
          {offered.filter((version) => !version.scoreOnly).map((version) => (
            <div class="line">
              <span>{version.title[language]}</span>
              <span class="line-acts">
                <a href={at(assessmentPaths.begin(person, version.id))}>{words.begin}<span class="hidden-text">{`: ${version.title[language]}`}</span></a>
                <form method="post" action={at(assessmentPaths.link(person, version.id))}><Csrf frame={frame} /><button class="button link" type="submit">{words.give}<span class="hidden-text">{`: ${version.title[language]}`}</span></button></form>
              </span>
            </div>
          ))}
          {offered.some((version) => version.scoreOnly) ? <h3>{words.licensed}</h3> : null}
          {offered.filter((version) => version.scoreOnly).map((version) => <p><a href={at(assessmentPaths.begin(person, version.id))}>{version.title[language]}</a></p>)}
          {decides ? <p><a href={at(instrumentPaths.list)}>{words.instruments}</a></p> : null}
        </section>
      ) : null}
    </StaffLayout>
  );

  function row(line: AssessmentLine) {
    const version = versions.get(line.hash);
    const standing = standingOf(line, today);
    const band = line.score && version ? bandOf(version.compiled, line.score, language) : undefined;
    const waits = line.filledBy === 'person' && line.state === 'unfinished';
    return (
      <tr>
        <th scope="row"><a href={at(assessmentPaths.show(person, line.id))}>{titleOf(line)}</a></th>
        <td data-label={words.score}>{line.score && line.state === 'struck-out' ? <s>{line.score.total}</s> : line.score ? <><b>{line.score.total}</b>{band ? ` (${band})` : ''}</> : words.noScore}</td>
        <td data-label={words.when}>{line.administeredOn ? formatDate(language, line.administeredOn) : formatMoment(language, line.savedAt, timeZone)}</td>
        <td data-label={words.by}>{line.filledBy === 'person' ? words.byPerson : (line.savedBy ?? agencies.find((one) => one.id === line.agency)?.name[language] ?? '')}{line.agency !== own && line.filledBy === 'person' ? `, ${agencies.find((one) => one.id === line.agency)?.name[language] ?? ''}` : ''}</td>
        <td data-label={words.standing}>{waits ? words.waiting : words.standings[standing]}{line.expiresOn && standing === 'current' ? ` (${words.until(formatDate(language, line.expiresOn))})` : ''}</td>
      </tr>
    );
  }
}

/** The scores of each instrument that has several, oldest first. */
export function trends(lines: readonly AssessmentLine[], versions: ReadonlyMap<string, Version>, today: string): readonly (readonly Point[])[] {
  const byInstrument = new Map<string, Point[]>();
  for (const line of lines.toReversed()) {
    const version = versions.get(line.hash);
    if (!version || !line.score || !line.administeredOn || line.state === 'struck-out') continue;
    const point = { day: line.administeredOn, total: line.score.total, version, outOfDate: standingOf(line, today) === 'out-of-date' };
    byInstrument.set(line.instrument, [...(byInstrument.get(line.instrument) ?? []), point]);
  }
  return [...byInstrument.values()].filter((points) => points.length > 1);
}
