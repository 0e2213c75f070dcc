import type { Form as Posted } from '#app/platform/http/form.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { Checkboxes, type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { type Field, fields, needBands } from '../priority/fields.ts';
import { priorityWords } from '../priority/words.ts';
import { vacancyPaths } from './paths.ts';
import { vacancyWords } from './words.ts';

type Props = { frame: PageFrame; lists: readonly { readonly id: string; readonly name: Bilingual }[]; typed: Posted; errors?: FieldErrors | undefined; today: string };
/** Enters a vacancy with what it asks of people. */
export function EnterVacancyPage({ frame, lists, typed, errors, today }: Props) {
  const { language } = frame;
  const words = vacancyWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, vacancyPaths.list)}>{words.back}</a></p>
      <h1>{words.enter}</h1>
      {lists.length === 0 ? <p>{words.noList}</p> : (
        <Form frame={frame} errors={errors} submit={words.save}>
          <TextInput name="name" label={words.name} hint={words.nameHint} autocomplete="off" value={typed.text('name')} error={errors?.name} />
          <Select name="list" label={words.list} options={lists.map((one) => ({ value: one.id, label: one.name[language] }))} value={typed.text('list')} error={errors?.list} />
          <TextInput name="available" label={words.available} hint={words.dayHint} width="short" autocomplete="off" value={typed.text('available') || today} error={errors?.available} />
          <TextInput name="hours" label={words.hours} hint={words.hoursHint} width="short" inputmode="numeric" autocomplete="off" value={typed.has('hours') ? typed.text('hours') : '72'} error={errors?.hours} />
          <h2>{words.asks}</h2>
          <p>{words.asksHint}</p>
          {fields.filter((one) => one.required).map((field) => <Asked frame={frame} field={field} typed={typed} errors={errors} />)}
        </Form>
      )}
    </StaffLayout>
  );
}

function Asked({ frame: { language }, field: { id, kind, label, protected: guarded }, typed, errors }: { frame: PageFrame; field: Field; typed: Posted; errors: FieldErrors | undefined }) {
  const words = vacancyWords[language];
  const title = label[language].charAt(0).toUpperCase() + label[language].slice(1);
  if (kind === 'yes-no') return <Select name={`ask-${id}`} label={title} empty={words.any} value={typed.text(`ask-${id}`)} options={guarded ? [{ value: 'yes', label: words.only }] : [{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} />;
  if (kind === 'band') return <Checkboxes name={`ask-${id}`} label={title} hint={words.bands} values={typed.list(`ask-${id}`)} options={needBands.map((band) => ({ value: band, label: priorityWords[language].bands[band] ?? band }))} />;
  return (
    <>
      {[['least', words.least] as const, ['most', words.most] as const].map(([side, text]) => (
        <TextInput name={`${side}-${id}`} label={`${title}${colon(language)}${text.toLowerCase()}`} width="short" inputmode="numeric" autocomplete="off" value={typed.text(`${side}-${id}`)} error={errors?.[`${side}-${id}`]} />
      ))}
    </>
  );
}
