import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, HiddenFields, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { HandOffList } from '../hand-off/hand-off-list.tsx';
import type { HandOff } from '../hand-off/queries.ts';
import { accessPaths } from '../paths.ts';
import { nameOf } from '../person/list-page.tsx';
import type { AgencyLine, PersonLine } from '../person/queries.ts';
import { personWords } from '../person/words.ts';
import { deskWords } from './desk-words.ts';
import { type At, DueMark } from './due-mark.tsx';
import { intakePaths } from './paths.ts';
import type { Count, Intake } from './queries.ts';
import { closeReasons } from './rules.ts';

type State = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined };
const crumbs = (frame: PageFrame, intake: Intake) => <Breadcrumbs language={frame.language} steps={[{ path: intakePaths.intakes, label: deskWords[frame.language].title }, { path: intakePaths.intake(intake.id), label: intake.id.slice(-6) }]} />;

/** The search that comes before a link, and a button for each person that it shows. */
export function LinkPage({ frame, typed, errors, intake, people }: State & { intake: Intake; people: readonly PersonLine[] | undefined }) {
  const { language } = frame;
  const [words, person] = [deskWords[language], personWords[language]];
  return (
    <StaffLayout frame={frame}>
      {crumbs(frame, intake)}
      <h1>{words.linkTitle}</h1>
      <p class="lead">{words.linkLead}</p>
      <Form frame={frame} errors={errors} submit={person.search}>
        <TextInput name="given" label={person.given} width="medium" autocomplete="off" value={typed.text('given')} error={errors?.given} />
        <TextInput name="family" label={person.family} width="medium" autocomplete="off" value={typed.text('family')} error={errors?.family} />
        <TextInput name="birth" label={person.birth} hint={person.dateHint} width="short" autocomplete="off" value={typed.text('birth')} error={errors?.birth} />
      </Form>
      {people === undefined ? null : <h2>{person.found}</h2>}
      {people?.length === 0 ? <p>{person.none} <a href={localized(language, intakePaths.record(intake.id))}>{words.record}</a></p> : null}
      {people && people.length > 0 ? (
        <table class="stack">
          <thead><tr><th scope="col">{person.name}</th><th scope="col">{person.born}</th><th scope="col">{words.linkButton}</th></tr></thead>
          <tbody>
            {people.map((one) => (
              <tr>
                <td><b>{nameOf(one, language)}</b></td>
                <td data-label={person.born}>{one.birthDate ? formatDate(language, one.birthDate) : ''}</td>
                <td><form method="post"><Csrf frame={frame} /><HiddenFields fields={[['person', one.id]]} /><button class="button quiet" type="submit">{words.linkButton}<span class="hidden-text"> {nameOf(one, language)}</span></button></form></td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </StaffLayout>
  );
}

export function ClosePage({ frame, typed, errors, intake }: State & { intake: Intake }) {
  const words = deskWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      {crumbs(frame, intake)}
      <h1>{words.closeTitle}</h1>
      <Form frame={frame} errors={errors} submit={words.closeButton}>
        <Radios name="reason" label={words.closeReason} value={typed.text('reason')} error={errors?.reason} options={closeReasons.map((value) => ({ value, label: words.reasons[value] }))} />
        <Textarea name="note" rows={3} label={words.closeNote} hint={words.reasonHint} value={typed.text('note')} error={errors?.note} />
      </Form>
      <section class="band">
        <h2>{words.eraseTitle}</h2>
        <p>{words.eraseLead}</p>
        <form method="post" action={localized(frame.language, intakePaths.erase(intake.id))}><Csrf frame={frame} /><button class="button warning" type="submit">{words.erase}</button></form>
      </section>
    </StaffLayout>
  );
}

/** Numbers by point and level, for the work between agencies. */
export function CountsPage({ frame, counts, points }: { frame: PageFrame; counts: readonly Count[]; points: readonly AccessPoint[] }) {
  const { language } = frame;
  const words = deskWords[language];
  const lines = (point: AccessPoint) => [{ id: null, name: words.notTriaged }, ...point.levels.map((level) => ({ id: level.id, name: level.name[language] }))];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.countsTitle}</h1>
      <p class="lead">{words.countsLead}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.level}</th><th scope="col">{words.waiting}</th><th scope="col">{words.late}</th><th scope="col">{words.taken}</th><th scope="col">{words.closedLately}</th></tr></thead>
        {points.map((point) => (
          <tbody>
            <tr><th scope="rowgroup" colspan={5}>{point.name[language]}</th></tr>
            {lines(point).map(({ id, name }) => {
              const count = counts.find((one) => one.point === point.slug && one.level === id);
              return <tr><th scope="row">{name}</th><td data-label={words.waiting}>{count?.waiting ?? 0}</td><td data-label={words.late}>{count && count.late > 0 ? <span class="state late">{count.late}</span> : 0}</td><td data-label={words.taken}>{count?.taken ?? 0}</td><td data-label={words.closedLately}>{count?.closedLately ?? 0}</td></tr>;
            })}
          </tbody>
        ))}
      </table>
    </StaffLayout>
  );
}

type OfPerson = { frame: PageFrame; at: At; person: string; intakes: readonly Intake[]; handOffs: readonly HandOff[]; points: readonly AccessPoint[]; agencies: readonly AgencyLine[] };
/** The requests that led to a record and the hand-overs that followed. */
export function PersonIntakesPage({ frame, at, person, intakes, handOffs, points, agencies }: OfPerson) {
  const { language } = frame;
  const words = deskWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(person), label: words.person }]} />
      <h1>{words.personTitle}</h1>
      <p class="lead">{words.personLead}</p>
      {intakes.length === 0 ? <p>{words.noIntakes}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.request}</th><th scope="col">{words.due}</th><th scope="col">{words.door}</th></tr></thead>
          <tbody>
            {intakes.map((one) => (
              <tr>
                <td><a href={localized(language, intakePaths.intake(one.id))}>{points.find((point) => point.slug === one.point)?.name[language] ?? one.point}, {formatMoment(language, one.receivedAt, at.timeZone)}</a></td>
                <td><DueMark language={language} intake={one} at={at} /></td>
                <td data-label={words.door}>{words.doors[one.door]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {handOffs.length > 0 ? <HandOffList frame={frame} handOffs={handOffs} agencies={agencies} agreed={{}} confirms={false} /> : null}
    </StaffLayout>
  );
}
