import { nameOf, type PersonLine } from '#app/modules/access/index.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { ownPlanPaths } from '../own-plan/paths.ts';
import { points, windowOf } from '../pilot-outcome/rules.ts';
import { outcomeWords } from '../pilot-outcome/words.ts';
import { pilotPaths } from './paths.ts';
import type { Enrolment, Pilot } from './queries.ts';
import { pilotWords } from './words.ts';

/** Who takes part, of those whom the reader works with. */
export function EnrolmentsPage({ frame, enrolments, people, pilots, today }: { frame: PageFrame; enrolments: readonly Enrolment[]; people: readonly PersonLine[]; pilots: readonly Pilot[]; today: string }) {
  const { language } = frame;
  const words = pilotWords[language];
  const next = (one: Enrolment): string => {
    const { joinedOn } = one;
    const point = joinedOn && !one.leftOn ? points.find((of) => windowOf(joinedOn, of).to >= today) : undefined;
    return joinedOn && point !== undefined ? `${outcomeWords[language].points[point]}, ${words.due(formatDate(language, windowOf(joinedOn, point).due))}` : words.noNext;
  };
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {pilots.length > 0 ? <p><a class="button" href={localized(language, pilotPaths.enrol)}>{words.enrol}</a></p> : null}
      {enrolments.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.pilot}</th><th scope="col">{words.stands}</th><th scope="col">{words.nextOutcome}</th></tr></thead>
          <tbody>
            {enrolments.map((one) => {
              const person = people.find(({ id }) => id === one.person);
              return (
                <tr>
                  <td><a href={localized(language, pilotPaths.enrolment(one.id))}>{person ? nameOf(person, language) : one.id.slice(-6)}</a>{person?.demonstration ? ` ${words.demo}` : ''}</td>
                  <td data-label={words.pilot}>{pilots.find(({ slug }) => slug === one.pilot)?.name[language] ?? ''}</td>
                  <td data-label={words.stands}>{one.leftOn ? words.left(formatDate(language, one.leftOn)) : one.joinedOn ? words.takesPart(formatDate(language, one.joinedOn)) : words.prepares}</td>
                  <td data-label={words.nextOutcome}>{next(one)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

type EnrolProps = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined; people: readonly PersonLine[]; pilots: readonly Pilot[] };
/** Her agreement first, then the day on which she joins. */
export function EnrolPage({ frame, typed, errors, people, pilots }: EnrolProps) {
  const { language } = frame;
  const words = pilotWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: pilotPaths.enrolments, label: words.title }]} />
      <h1>{words.enrol}</h1>
      <p class="lead">{words.enrolLead}</p>
      {people.length === 0 ? <p class="inset">{words.nobody}</p> : (
        <Form frame={frame} errors={errors} submit={words.enrol}>
          <Select name="person" label={words.person} empty={words.choose} value={typed.text('person')} error={errors?.person}
            options={people.map((one) => ({ value: one.id, label: `${nameOf(one, language)}${one.birthDate ? `, ${formatDate(language, one.birthDate)}` : ''}${one.demonstration ? ` ${words.demo}` : ''}` }))} />
          <Select name="pilot" label={words.pilot} empty={words.choose} value={typed.text('pilot') || (pilots.length === 1 ? pilots[0]?.slug : undefined)} error={errors?.pilot} options={pilots.map((one) => ({ value: one.slug, label: one.name[language] }))} />
          <TextInput name="agreed" label={words.agreedOn} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('agreed')} error={errors?.agreed} />
          <Radios name="how" label={words.agreedHow} inline options={(['written', 'spoken', 'electronic'] as const).map((value) => ({ value, label: words.hows[value] }))} value={typed.text('how')} error={errors?.how} />
          <Checkboxes name="counted" label={words.outcomes} options={[{ value: 'yes', label: words.counted }]} values={typed.list('counted')} />
          <Checkboxes name="studies" label={outcomeWords[language].activities} options={[{ value: 'yes', label: words.studies }]} values={typed.list('studies')} />
          <TextInput name="joined" label={words.joinedOn} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('joined')} error={errors?.joined} />
        </Form>
      )}
    </StaffLayout>
  );
}

/** The code for her: shown this once, to be printed or written down. */
export function OwnCodePage({ frame, id, code }: { frame: PageFrame; id: string; code: string }) {
  const { language, site } = frame;
  const words = pilotWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.codeTitle}</h1>
      <div class="panel">
        <p>{words.codeLead}</p>
        <b class="code">{code}</b>
        <p>{words.codeWhere}<br /><code>{`${site.baseUrl}${localized(language, ownPlanPaths.open)}`}</code></p>
      </div>
      <p><a class="button" href={localized(language, pilotPaths.enrolment(id))}>{words.back}</a></p>
    </StaffLayout>
  );
}
