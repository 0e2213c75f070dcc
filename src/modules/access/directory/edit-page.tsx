import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { boardWords } from './board-words.ts';
import { statuses } from './entry.ts';
import { weekdays } from './hours.ts';
import { directoryPaths } from './paths.ts';
import { directoryWords } from './words.ts';

type Props = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined; withHours: boolean };

/** The entry of an organisation's own service, to be changed. */
export function EditPage({ frame, typed, errors, withHours }: Props) {
  const words = boardWords[frame.language];
  const shared = directoryWords[frame.language];
  const line = (name: string, label: string) => <TextInput name={name} label={label} value={typed.text(name)} error={errors?.[name]} />;
  const area = (name: string, label: string, lang: 'en' | 'fr') => <Textarea name={name} label={label} rows={4} lang={lang} value={typed.text(name)} error={errors?.[name]} />;
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, directoryPaths.board)}>{words.title}</a></p>
      <h1>{frame.title}</h1>
      <p class="hint">{words.saved}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        {line('name-en', words.nameEn)}
        {line('name-fr', words.nameFr)}
        {area('description-en', words.descriptionEn, 'en')}
        {area('description-fr', words.descriptionFr, 'fr')}
        <Radios name="status" label={words.status} options={statuses.map((value) => ({ value, label: shared.statuses[value] }))} value={typed.text('status')} error={errors?.status} />
        <Checkboxes name="referrals" label={words.referrals} options={[{ value: 'yes', label: words.yes }]} values={typed.list('referrals')} />
        <TextInput name="phone" label={`${words.phone}${words.optional}`} width="medium" inputmode="tel" value={typed.text('phone')} error={errors?.phone} />
        <TextInput name="minimum-age" label={words.minimumAge} hint={words.ageHint} width="short" inputmode="numeric" value={typed.text('minimum-age')} error={errors?.['minimum-age']} />
        <TextInput name="maximum-age" label={words.maximumAge} hint={words.ageHint} width="short" inputmode="numeric" value={typed.text('maximum-age')} error={errors?.['maximum-age']} />
        {area('eligibility-en', `${words.eligibilityEn}${words.optional}`, 'en')}
        {area('eligibility-fr', `${words.eligibilityFr}${words.optional}`, 'fr')}
        {area('how-en', `${words.howEn}${words.optional}`, 'en')}
        {area('how-fr', `${words.howFr}${words.optional}`, 'fr')}
        <h2>{words.hours}</h2>
        {withHours ? <p class="hint">{words.hoursHint}</p> : <p>{words.hoursKept}</p>}
        {withHours ? weekdays.map((day, place) => (
          <fieldset class="numbers">
            <legend>{shared.days[place]}</legend>
            <TextInput name={`${day}-from`} label={words.from} width="short" value={typed.text(`${day}-from`)} error={errors?.[`${day}-from`]} />
            <TextInput name={`${day}-to`} label={words.to} width="short" value={typed.text(`${day}-to`)} />
          </fieldset>
        )) : null}
      </Form>
    </StaffLayout>
  );
}
