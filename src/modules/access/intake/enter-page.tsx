import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { type Misfit, staffDoors } from '../access-point/rules.ts';
import { deskWords } from './desk-words.ts';
import { type Carried, TakeAlong } from './elsewhere-page.tsx';
import { intakePaths } from './paths.ts';
import { QuestionFields } from './question-fields.tsx';
import { intakeWords } from './words.ts';

type Props = { frame: PageFrame; points: readonly AccessPoint[]; point: AccessPoint | undefined; typed: Posted; once: string; errors?: FieldErrors | undefined };

/** A request as a member of staff enters it while somebody is on the line, at the door, or from paper. */
export function EnterPage({ frame, points, point, typed, once, errors }: Props) {
  const { language } = frame;
  const words = deskWords[language];
  const action = localized(language, intakePaths.enter);
  if (!point) return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      {points.length === 0 ? <p>{words.noPoints}</p> : (
        <form method="get" action={action}>
          <Radios name="point" label={words.choosePoint} options={points.map((one) => ({ value: one.slug, label: one.name[language] }))} />
          <div class="buttons"><button class="button" type="submit">{words.goOn}</button></div>
        </form>
      )}
    </StaffLayout>
  );
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}{colon(language)}{point.name[language]}</h1>
      <p class="lead">{words.enterLead}</p>
      <Form frame={frame} errors={errors} action={action} submit={words.saveRequest} hidden={[['once', once], ['point', point.slug]]}>
        <Radios name="door" inline label={words.how} value={typed.text('door')} error={errors?.door} options={staffDoors.filter((one) => point.doors.includes(one)).map((value) => ({ value, label: words.doors[value] }))} />
        <QuestionFields language={language} point={point} asker="staff" typed={typed} errors={errors} />
      </Form>
    </StaffLayout>
  );
}

type OtherProps = { frame: PageFrame; point: AccessPoint; misfit: Misfit; own: readonly AccessPoint[]; others: readonly AccessPoint[]; fields: Carried };
/** Another point fits better: take what was typed along, call there together, or take the request here all the same. */
export function EnterElsewherePage({ frame, point, misfit, own, others, fields }: OtherProps) {
  const { language } = frame;
  const words = deskWords[language];
  const action = localized(language, intakePaths.enter);
  const along = (slug: string): Carried => [...fields, ['carried', 'yes'], ['point', slug]];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.elsewhere}</h1>
      <p class="lead">{intakeWords[language].misfits[misfit]}</p>
      <p>{words.elsewhereLead}</p>
      {own.map((one) => <TakeAlong frame={frame} action={action} fields={along(one.slug)} label={intakeWords[language].takeAlong(one.name[language])} />)}
      <ul>{others.map((one) => <li>{words.call(one.name[language], one.telephone)}</li>)}</ul>
      <TakeAlong frame={frame} action={action} fields={[...fields, ['anyway', 'yes'], ['point', point.slug]]} label={words.anyway} quiet />
      <TakeAlong frame={frame} action={action} fields={along(point.slug)} label={words.back} quiet />
    </StaffLayout>
  );
}
