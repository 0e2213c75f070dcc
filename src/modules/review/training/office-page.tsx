import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { percentText } from './figures.ts';
import { trainingPaths } from './paths.ts';
import type { Course, SessionLine, Trained, Unit } from './queries.ts';
import { coverage } from './rules.ts';
import { trainingWords } from './words.ts';

type Props = { frame: PageFrame; courses: readonly Course[]; sessions: readonly SessionLine[]; units: readonly Unit[]; trained: readonly Trained[]; enters: boolean; saved: boolean };

/** Courses, sessions and coverage as exact counts, for those who keep them. */
export function OfficePage({ frame, courses, sessions, units, trained, enters, saved }: Props) {
  const { language } = frame;
  const words = trainingWords[language];
  const number = (value: number) => formatNumber(language, value);
  const titleOf = (id: string) => courses.find((one) => one.id === id)?.title[language] ?? '';
  const sum = (lines: readonly { readonly attended: number; readonly firstTime: number }[], what: 'attended' | 'firstTime') => lines.reduce((total, one) => total + one[what], 0);
  const link = (path: string, label: string) => (enters ? <a href={localized(language, path)}>{label}</a> : label);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.office}</h1>
      <p class="lead">{words.officeLead}</p>
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      <p class="go">
        {enters ? <><a class="button" href={localized(language, trainingPaths.addSession)}>{words.addSession}</a><a class="button quiet" href={localized(language, trainingPaths.addCourse)}>{words.addCourse}</a></> : null}
        <a class="button quiet" href={localized(language, trainingPaths.units)}>{words.units}</a>
        <a class="button quiet" href={localized(language, trainingPaths.list)}>{words.publicPage}</a>
      </p>
      {courses.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption>{words.courseCaption}</caption>
          <thead><tr>{words.courseHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {courses.map((one) => {
              const own = sessions.filter(({ course }) => course === one.id);
              return (
                <tr>
                  <th scope="row">{link(trainingPaths.changeCourse(one.id), one.title[language])}</th>
                  {[number(one.hours), number(own.length), number(sum(own, 'attended')), number(sum(own, 'firstTime'))].map((value, at) => <td data-label={words.courseHeader[at + 1]}>{value}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {courses.filter((one) => trained.some(({ course }) => course === one.id)).map((one) => <Now frame={frame} title={one.title[language]} units={units} trained={trained.filter(({ course }) => course === one.id)} />)}
      {sessions.length === 0 ? <p>{words.noSessions}</p> : (
        <table class="stack">
          <caption>{words.sessionCaption}</caption>
          <thead><tr>{words.sessionHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {sessions.map((one) => (
              <tr>
                <th scope="row">{link(trainingPaths.changeSession(one.id), formatDate(language, one.heldOn))}</th>
                {[titleOf(one.course), one.place, one.provider, number(one.attended), number(one.firstTime)].map((value, at) => <td data-label={words.sessionHeader[at + 1]}>{value}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

function Now({ frame: { language }, title, units, trained }: { frame: PageFrame; title: string; units: readonly Unit[]; trained: readonly Trained[] }) {
  const words = trainingWords[language];
  const lines = units.map((unit) => {
    const first = trained.filter((one) => one.unit === unit.id).reduce((total, one) => total + one.firstTime, 0);
    return { unit, first, percent: coverage(first, unit.officers) };
  });
  return (
    <>
      <table class="stack">
        <caption>{words.nowCaption(title)}</caption>
        <thead><tr>{words.nowHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {lines.map(({ unit, first, percent }) => (
            <tr>
              <th scope="row">{unit.name[language]}</th>
              {[formatNumber(language, first), unit.officers === null ? words.unknown : formatNumber(language, unit.officers), percent === undefined ? words.noRate : percentText(language, percent)].map((value, at) => <td data-label={words.nowHeader[at + 1]}>{value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.some(({ percent }) => percent !== undefined && percent > 100) ? <p class="hint">{words.over}</p> : null}
    </>
  );
}
