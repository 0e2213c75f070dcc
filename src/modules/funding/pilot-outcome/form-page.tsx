import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { pilotPaths } from '../pilot/paths.ts';
import { activities, housings, type Point, satisfactions, windowOf } from './rules.ts';
import { outcomeWords } from './words.ts';

type Props = { frame: PageFrame; id: string; name: string; joinedOn: string; point: Point; typed: Posted; errors?: FieldErrors | undefined };

/** The questions of one point. */
export function OutcomePage({ frame, id, name, joinedOn, point, typed, errors }: Props) {
  const { language } = frame;
  const words = outcomeWords[language];
  const { from, to } = windowOf(joinedOn, point);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: pilotPaths.enrolment(id), label: name }]} />
      <h1>{words.title(words.points[point])}</h1>
      <Form frame={frame} errors={errors} submit={words.record}>
        <TextInput name="measured" label={words.measuredOn} hint={`${words.window(formatDate(language, from), formatDate(language, to))} ${words.dateHint}`} width="short" autocomplete="off" value={typed.text('measured')} error={errors?.measured} />
        <Checkboxes name="activity" label={words.activities} hint={words.activityHint} options={activities.map((value) => ({ value, label: words.activity[value] }))} values={typed.list('activity')} />
        <TextInput name="hours" label={words.hours} width="short" inputmode="numeric" autocomplete="off" value={typed.text('hours')} error={errors?.hours} />
        <Radios name="satisfied" label={words.satisfied} options={satisfactions.map((value) => ({ value, label: words.satisfactions[value] }))} value={typed.text('satisfied')} error={errors?.satisfied} />
        <Radios name="housing" label={words.housing} options={housings.map((value) => ({ value, label: words.housings[value] }))} value={typed.text('housing')} error={errors?.housing} />
      </Form>
    </StaffLayout>
  );
}
