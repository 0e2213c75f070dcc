import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { ageBands } from '../access-point/rules.ts';
import { handOffPaths } from '../hand-off/paths.ts';
import { deskWords } from './desk-words.ts';
import { type At, DueMark } from './due-mark.tsx';
import { intakePaths } from './paths.ts';
import type { Intake, QueueFilter } from './queries.ts';

type Props = { frame: PageFrame; at: At; account: string; points: readonly AccessPoint[]; intakes: readonly Intake[]; filter: QueueFilter; typed: Posted; sought: boolean; errors?: FieldErrors | undefined };

/** The list of requests: what is due first stands first; no name, no number. */
export function QueuePage({ frame, at, account, points, intakes, filter, typed, sought, errors }: Props) {
  const { language } = frame;
  const words = deskWords[language];
  const to = (path: string) => localized(language, path);
  const levels = [...new Map(points.flatMap((point) => point.levels.map((level) => [level.id, level.name[language]])))];
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="go"><a class="button" href={to(intakePaths.enter)}>{words.enter}</a><a href={to(intakePaths.counts)}>{words.counts}</a><a href={to(handOffPaths.handOffs)}>{words.handOffs}</a></p>
      <form method="get" action={to(intakePaths.intakes)} class="filters">
        <Select name="point" label={words.point} value={filter.point} empty={words.allPoints} options={points.map((one) => ({ value: one.slug, label: one.name[language] }))} />
        <Select name="level" label={words.level} value={filter.level} empty={words.allLevels} options={[{ value: 'none', label: words.notTriaged }, ...levels.map(([value, label]) => ({ value, label }))]} />
        <Select name="age" label={words.age} value={filter.age} empty={words.allAges} options={[...ageBands.map((value) => ({ value, label: words.bands[value] })), { value: 'unknown', label: words.unknownAge }]} />
        <Select name="show" label={words.state} value={filter.closed ? 'closed' : ''} empty={words.open} options={[{ value: 'closed', label: words.closedToo }]} />
        <div class="buttons"><button class="button quiet" type="submit">{words.apply}</button></div>
      </form>
      <h2>{sought ? words.found : filter.closed ? words.closedToo : words.open}</h2>
      {intakes.length === 0 ? <p>{sought ? words.notFound : words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.request}</th><th scope="col">{words.due}</th><th scope="col">{words.level}</th><th scope="col">{words.age}</th><th scope="col">{words.door}</th><th scope="col">{words.who}</th></tr></thead>
          <tbody>
            {intakes.map((one) => (
              <tr>
                <td><a href={to(intakePaths.intake(one.id))}>{points.find((point) => point.slug === one.point)?.name[language] ?? one.point} <span class="small">{one.id.slice(-6)}</span></a><br /><span class="small">{formatMoment(language, one.receivedAt, at.timeZone)}</span></td>
                <td><DueMark language={language} intake={one} at={at} /></td>
                <td data-label={words.level}>{levelName(points, one, language) ?? words.notTriaged}</td>
                <td data-label={words.age}>{one.ageBand ? words.bands[one.ageBand] : words.unknownAge}</td>
                <td data-label={words.door}>{words.doors[one.door]}</td>
                <td data-label={words.who}>{one.takenBy === null ? words.nobody : one.takenBy === account ? words.me : words.colleague}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section class="band">
        <h2>{words.seekTitle}</h2>
        <Form frame={frame} errors={errors} action={to(intakePaths.seek)} submit={words.seekButton}>
          <TextInput name="wanted" label={words.seek} hint={words.seekHint} width="medium" autocomplete="off" value={typed.text('wanted')} error={errors?.wanted} />
        </Form>
      </section>
    </StaffLayout>
  );
}

/** How a point calls the level of a request; undefined before somebody has looked. */
export function levelName(points: readonly AccessPoint[], { point, level }: Pick<Intake, 'point' | 'level'>, language: 'en' | 'fr'): string | undefined {
  return level === null ? undefined : (points.find((one) => one.slug === point)?.levels.find((one) => one.id === level)?.name[language] ?? level);
}
