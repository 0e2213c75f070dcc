import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { countField, newUnit } from './input.ts';
import { trainingPaths } from './paths.ts';
import type { Course, Strength, TrainingSession, Unit } from './queries.ts';
import { type Attendance, rankBands } from './rules.ts';
import { trainingWords } from './words.ts';

type Common = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };

/** The value of a field: what was typed, else what is kept. */
const fieldsOf = ({ typed, errors = {} }: Common) => (name: string, kept = '') => ({ name, value: typed.has(name) ? typed.text(name) : kept, error: errors[name] });

function Steps({ frame: { language } }: { frame: PageFrame }) {
  return <Breadcrumbs language={language} steps={[{ path: trainingPaths.office, label: trainingWords[language].office }]} />;
}

export function CourseFormPage(props: Common & { course?: Course | undefined }) {
  const { frame, errors, course } = props;
  const { language } = frame;
  const words = trainingWords[language];
  const own = fieldsOf(props);
  return (
    <StaffLayout frame={frame}>
      <Steps frame={frame} />
      <h1>{course ? words.changeCourse : words.addCourse}</h1>
      <Form frame={frame} errors={errors} action={localized(language, course ? trainingPaths.changeCourse(course.id) : trainingPaths.addCourse)} submit={words.save}>
        <TextInput {...own('title-en', course?.title.en)} label={words.titleEn} hint={words.textHint} />
        <TextInput {...own('title-fr', course?.title.fr)} label={words.titleFr} />
        <Textarea {...own('covers-en', course?.covers.en)} label={words.coversEn} rows={4} />
        <Textarea {...own('covers-fr', course?.covers.fr)} label={words.coversFr} rows={4} />
        <TextInput {...own('hours', course && formatNumber(language, course.hours))} label={words.hoursLabel} hint={words.hoursHint} width="short" inputmode="text" />
      </Form>
    </StaffLayout>
  );
}

type SessionProps = Common & { courses: readonly Course[]; units: readonly Unit[]; session?: TrainingSession | undefined; attendance?: readonly Attendance[] };

export function SessionFormPage(props: SessionProps) {
  const { frame, errors, courses, units, session, attendance = [] } = props;
  const { language } = frame;
  const words = trainingWords[language];
  const own = fieldsOf(props);
  const missing = courses.length === 0 ? { text: words.noCourses, path: trainingPaths.addCourse, label: words.addCourse } : units.length === 0 ? { text: words.noUnits, path: trainingPaths.units, label: words.units } : undefined;
  return (
    <StaffLayout frame={frame}>
      <Steps frame={frame} />
      <h1>{session ? words.changeSession : words.addSession}</h1>
      {missing ? <><p>{missing.text}</p><p><a class="button" href={localized(language, missing.path)}>{missing.label}</a></p></> : (
        <Form frame={frame} errors={errors} action={localized(language, session ? trainingPaths.changeSession(session.id) : trainingPaths.addSession)} submit={words.save}>
          <Select {...own('course', session?.course)} label={words.course} empty={words.chooseCourse} options={courses.map((one) => ({ value: one.id, label: one.title[language] }))} />
          <TextInput {...own('held-on', session?.heldOn)} label={words.heldOn} hint={words.dayHint} width="medium" />
          <TextInput {...own('place', session?.place)} label={words.place} />
          <TextInput {...own('provider', session?.provider)} label={words.provider} hint={words.providerHint} />
          <h2>{words.countsTitle}</h2>
          <p class="hint">{words.countsHint}</p>
          {units.map((unit) => (
            <fieldset class="group">
              <legend>{unit.name[language]}</legend>
              {rankBands.map((rank) => {
                const kept = attendance.find((one) => one.unit === unit.id && one.rank === rank);
                const text = (value: number | undefined) => (value === undefined || value === 0 ? '' : String(value));
                return (
                  <div class="pair">
                    <TextInput {...own(countField('came', unit.id, rank), text(kept?.attended))} label={words.came(words.ranks[rank])} width="short" inputmode="numeric" />
                    <TextInput {...own(countField('first', unit.id, rank), text(kept?.firstTime))} label={<>{words.first}<span class="hidden-text">, {words.ranks[rank]}</span></>} width="short" inputmode="numeric" />
                  </div>
                );
              })}
            </fieldset>
          ))}
        </Form>
      )}
    </StaffLayout>
  );
}

export function UnitsPage(props: Common & { units: readonly Unit[]; strengths: readonly Strength[]; enters: boolean }) {
  const { frame, errors, units, strengths, enters } = props;
  const { language } = frame;
  const words = trainingWords[language];
  const own = fieldsOf(props);
  const lines = units.flatMap((unit) => {
    const counted = strengths.filter((one) => one.unit === unit.id);
    const name = unit.name[language];
    return counted.length === 0 ? [[name, words.unknown, '–']] : counted.map((one) => [name, formatNumber(language, one.officers), formatDate(language, one.countedOn)]);
  });
  return (
    <StaffLayout frame={frame}>
      <Steps frame={frame} />
      <h1>{words.units}</h1>
      <p>{words.unitsLead}</p>
      {lines.length === 0 ? <p>{words.noUnit}</p> : (
        <table class="stack">
          <caption>{words.unitCaption}</caption>
          <thead><tr>{words.unitsHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>{lines.map(([name, ...values]) => <tr><th scope="row">{name}</th>{values.map((value, at) => <td data-label={words.unitsHeader[at + 1]}>{value}</td>)}</tr>)}</tbody>
        </table>
      )}
      {enters ? (
        <>
          <h2>{words.enterStrength}</h2>
          <Form frame={frame} errors={errors} action={localized(language, trainingPaths.units)} submit={words.save}>
            <Select {...own('unit')} label={words.whichUnit} empty={words.errors.unit} options={[...units.map((one) => ({ value: one.id, label: one.name[language] })), { value: newUnit, label: words.newUnit }]} />
            <TextInput {...own('unit-en')} label={words.unitEn} hint={words.unitHint} />
            <TextInput {...own('unit-fr')} label={words.unitFr} />
            <TextInput {...own('counted-on')} label={words.countedOn} hint={words.dayHint} width="medium" />
            <TextInput {...own('officers')} label={words.officers} width="short" inputmode="numeric" />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}
