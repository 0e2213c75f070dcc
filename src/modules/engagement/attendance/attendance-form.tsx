import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { officeEventWords } from '../event/office-words.ts';
import { eventPaths } from '../event/paths.ts';
import { fieldOf } from './input.ts';
import { type AttendanceCount, countedLanguages } from './queries.ts';

type Props = { frame: PageFrame; meeting: string; counts: readonly AttendanceCount[]; typed: PostedForm; errors: FieldErrors };

/** Nine numbers in the order in which they are counted: by language, adults, youth, walk-ins. */
export function AttendanceForm({ frame, meeting, counts, typed, errors }: Props) {
  const words = officeEventWords[frame.language];
  const labels = { adults: words.adults, youth: words.youth, 'walk-ins': words.walkIns } as const;
  return (
    <Form frame={frame} errors={errors} action={localized(frame.language, eventPaths.step(meeting, 'attendance'))} submit={words.saveAttendance}>
      {countedLanguages.map((spoken) => {
        const count = counts.find((one) => one.language === spoken);
        const stored = { adults: count?.adults, youth: count?.youth, 'walk-ins': count?.walkIns };
        return (
          <fieldset class="numbers">
            <legend>{words.spoken[spoken]}</legend>
            {(['adults', 'youth', 'walk-ins'] as const).map((kind) => {
              const name = fieldOf(kind, spoken);
              return <TextInput name={name} label={labels[kind]} inputmode="numeric" width="short" maxlength={6} value={typed.has(name) ? typed.text(name) : String(stored[kind] ?? '')} error={errors[name]} />;
            })}
          </fieldset>
        );
      })}
    </Form>
  );
}
