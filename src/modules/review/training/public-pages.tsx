import { ChartFigure } from '#app/ui/charts/figure.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Figure } from '#app/modules/insight/index.ts';
import { addresseeText, recommendationWords } from '../recommendation/words.ts';
import type { PublicRecommendation } from '../recommendation/queries.ts';
import { courseChart, newestRows, type PublishedYear, trainedText, unitChart } from './figures.ts';
import { trainingPaths } from './paths.ts';
import type { Course, Held } from './queries.ts';
import { trainingWords } from './words.ts';

type ListProps = { frame: PageFrame; courses: readonly Course[]; held: readonly Held[]; years: readonly PublishedYear[]; figures: readonly Figure[] };

/** The courses, how many officers had taken each, and what these numbers mean. */
export function TrainingPage({ frame, courses, held, years, figures }: ListProps) {
  const { language } = frame;
  const words = trainingWords[language];
  const newest = years.at(-1);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <section aria-labelledby="courses">
        <h2 id="courses">{words.coursesTitle}</h2>
        {courses.length === 0 ? <p>{words.none}</p> : (
          <ul class="thread tall">
            {courses.map((one) => {
              const own = held.filter(({ course }) => course === one.id);
              const said = trainedText(language, newest, one.id);
              return (
                <li>
                  <b><a href={localized(language, trainingPaths.course(one.id))}>{one.title[language]}</a></b>
                  <span>{one.covers[language]}</span>
                  <br /><span class="small">{words.hours(formatNumber(language, one.hours))} · {own[0] ? `${words.sessions(own.length)}, ${words.last(formatDate(language, own[0].heldOn))}` : words.neverHeld}</span>
                  {said && newest ? <><br /><span>{said.share ? <strong>{said.share}</strong> : null}{said.share ? ' · ' : ''}{said.count} ({newest.year})</span></> : null}
                </li>
              );
            })}
          </ul>
        )}
      </section>
      {newest && courses.length > 0 ? <section class="band"><ChartFigure language={language} chart={courseChart(language, newest, courses)} table="open" /></section> : courses.length > 0 ? <p>{words.noFigures}</p> : null}
      <Definition frame={frame} />
      <Published frame={frame} figures={figures} />
    </PublicLayout>
  );
}

function Definition({ frame: { language } }: { frame: PageFrame }) {
  const words = trainingWords[language];
  return (
    <section aria-labelledby="counted">
      <h2 id="counted">{words.definitionTitle}</h2>
      <ul>{words.definition.map((one) => <li>{one}</li>)}</ul>
      <p class="hint">{words.source}</p>
    </section>
  );
}

function Published({ frame: { language }, figures }: { frame: PageFrame; figures: readonly Figure[] }) {
  const words = trainingWords[language];
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before">{words.publishedTitle}</h2>
      <ul class="facts">{figures.map((one) => <li><b>{one.value}</b><a href={localized(language, `/plan/figures/${one.slug}`)}>{one.label[language]}, {one.period[language]}</a></li>)}</ul>
      <p>{words.publishedText}</p>
    </section>
  );
}

type CourseProps = { frame: PageFrame; course: Course; held: readonly Held[]; years: readonly PublishedYear[]; units: readonly { readonly id: string; readonly name: string }[]; answers: readonly PublicRecommendation[] };

/** One course: when it was held, who had taken it, and what was recommended. */
export function CoursePage({ frame, course, held, years, units, answers }: CourseProps) {
  const { language } = frame;
  const words = trainingWords[language];
  const newest = years.filter((year) => trainedText(language, year, course.id) !== undefined).at(-1);
  const chart = unitChart(language, years, course.id, units);
  const rows = newest && newestRows(language, newest, course.id, units);
  const said = trainedText(language, newest, course.id);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: trainingPaths.list, label: words.title }]} />
      <h1>{course.title[language]}</h1>
      <p class="lead">{course.covers[language]}</p>
      <p>{words.length}{colon(language)}{words.hours(formatNumber(language, course.hours))}</p>
      {said && newest ? <ul class="facts"><li><b class={said.share ? undefined : 'unsaid'}>{said.share ?? said.count}</b>{said.share ? `${said.count}, ${newest.year}` : newest.year}</li></ul> : <p>{words.noFigures}</p>}
      {chart ? <section class="band"><ChartFigure language={language} chart={chart} /></section> : null}
      {rows && newest ? (
        <>
          <Table caption={words.tableUnit(newest.year)} header={words.unitHeader} rows={rows.units} />
          <Table caption={words.tableRank(newest.year)} header={words.rankHeader} rows={rows.ranks} />
        </>
      ) : null}
      <section aria-labelledby="answers">
        <h2 id="answers">{words.answers}</h2>
        {answers.length === 0 ? <p>{words.noAnswers}</p> : (
          <ul>{answers.map((one) => <li>{one.title[language]} <span class="small">{addresseeText(language, one)} · {recommendationWords[language].states[one.state]}</span></li>)}</ul>
        )}
      </section>
      {held.length > 0 ? <section aria-labelledby="held"><h2 id="held">{words.heldTitle}</h2><Table caption={words.heldTitle} hidden header={words.heldHeader} rows={held.map((one) => [formatDate(language, one.heldOn), one.provider])} /></section> : null}
      <Definition frame={frame} />
    </PublicLayout>
  );
}

function Table({ caption, hidden, header, rows }: { caption: string; hidden?: boolean; header: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table class="stack">
      <caption class={hidden ? 'hidden-text' : undefined}>{caption}</caption>
      <thead><tr>{header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>{rows.map(([label, ...values]) => <tr><th scope="row">{label}</th>{values.map((value, at) => <td data-label={header[at + 1]}>{value}</td>)}</tr>)}</tbody>
    </table>
  );
}
