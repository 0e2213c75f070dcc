import { listStates } from '#app/methods/list/event.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { listPaths } from './paths.ts';
import type { List } from './queries.ts';
import { listWords } from './words.ts';

/** Reasons by hand, in the order of the form. */
export const changeReasons = ['newly-identified', 'housed', 'no-contact', 'criteria-lost', 'deceased', 'moved-away', 'returned-from-housing', 'returned-from-inactive', 'returned', 'merge', 'void'] as const;

/** Changes a person's state on a list by hand, from a day on. */
export function ChangePage({ frame, list, name, typed, errors, today }: { frame: PageFrame; list: List; name: string; typed: Posted; errors?: FieldErrors | undefined; today: string }) {
  const words = listWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, listPaths.list(list.slug))}>{words.back}</a></p>
      <h1>{words.change}{colon(frame.language)}{name}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Radios name="state" label={words.stateLabel} error={errors?.state} value={typed.text('state')} options={listStates.map((value) => ({ value, label: words.changes[value] }))} />
        <Select name="reason" label={words.reasonLabel} empty="" error={errors?.reason} value={typed.text('reason')} options={changeReasons.map((value) => ({ value, label: words.reasons[value] }))} />
        <TextInput name="effective" label={words.effective} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('effective') || today} error={errors?.effective} />
        <Textarea name="note" label={`${words.note}${words.optional}`} rows={3} value={typed.text('note')} error={errors?.note} />
      </Form>
    </StaffLayout>
  );
}
