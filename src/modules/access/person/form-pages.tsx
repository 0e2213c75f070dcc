import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { AlikePanel } from '../duplicate/alike-panel.tsx';
import type { Question } from '../duplicate/ask.ts';
import { duplicateWords } from '../duplicate/words.ts';
import { preferences } from './input.ts';
import { personWords } from './words.ts';

export type FormState = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined };

/** Identity: at intake it may be left out; later it can be added or changed. With a question, records that may be of the same person stand above the fields. */
export function IdentityPage({ frame, typed, errors, mayBeAnonymous, question }: FormState & { mayBeAnonymous: boolean; question?: Question | undefined }) {
  const words = personWords[frame.language];
  const one = (name: string, label: string, hint?: string) => <Checkboxes name={name} label={label} hint={hint} options={[{ value: 'yes', label: words.yes }]} values={typed.list(name)} />;
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      <Form frame={frame} errors={errors} submit={question ? duplicateWords[frame.language].noneOfThese : words.save} hidden={question ? [['checked', question.key]] : []}>
        {question ? <AlikePanel frame={frame} question={question} /> : null}
        {mayBeAnonymous ? one('anonymous', words.anonymous, words.anonymousHint) : null}
        <TextInput name="given" label={words.given} width="medium" autocomplete="off" value={typed.text('given')} error={errors?.given} />
        <TextInput name="family" label={words.family} width="medium" autocomplete="off" value={typed.text('family')} error={errors?.family} />
        <TextInput name="birth" label={`${words.birth}${words.optional}`} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('birth')} error={errors?.birth} />
        {one('estimated', words.estimated)}
        <TextInput name="gender" label={`${words.gender}${words.optional}`} width="medium" autocomplete="off" value={typed.text('gender')} error={errors?.gender} />
        <TextInput name="municipality" label={`${words.municipality}${words.optional}`} width="medium" autocomplete="off" value={typed.text('municipality')} error={errors?.municipality} />
        <TextInput name="languages" label={`${words.languages}${words.optional}`} hint={words.languagesHint} width="medium" autocomplete="off" value={typed.text('languages')} error={errors?.languages} />
        {one('interpreter', words.interpreter)}
        <Radios name="language" label={words.language} options={[{ value: 'en', label: words.en }, { value: 'fr', label: words.fr }]} value={typed.text('language') || frame.language} />
      </Form>
    </StaffLayout>
  );
}

export function AliasPage({ frame, typed, errors }: FormState) {
  const words = personWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.aliasTitle}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <TextInput name="given" label={words.given} width="medium" autocomplete="off" value={typed.text('given')} error={errors?.given} />
        <TextInput name="family" label={words.family} width="medium" autocomplete="off" value={typed.text('family')} error={errors?.family} />
      </Form>
    </StaffLayout>
  );
}

export function ContactPage({ frame, typed, errors }: FormState) {
  const words = personWords[frame.language];
  const one = (name: string, label: string) => <Checkboxes name={name} label={label} options={[{ value: 'yes', label: words.yes }]} values={typed.list(name)} />;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.sections.contact}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        {one('do-not-contact', words.doNotContact)}
        <TextInput name="phone" label={`${words.phone}${words.optional}`} width="medium" autocomplete="off" value={typed.text('phone')} error={errors?.phone} />
        {one('message', words.message)}
        <TextInput name="email" label={`${words.email}${words.optional}`} width="medium" autocomplete="off" value={typed.text('email')} error={errors?.email} />
        <TextInput name="address" label={`${words.address}${words.optional}`} autocomplete="off" value={typed.text('address')} error={errors?.address} />
        <TextInput name="postcode" label={`${words.postcode}${words.optional}`} width="short" autocomplete="off" value={typed.text('postcode')} error={errors?.postcode} />
        <Radios name="preference" label={words.preference} options={preferences.map((value) => ({ value, label: words.preferences[value] }))} value={typed.text('preference')} error={errors?.preference} />
      </Form>
    </StaffLayout>
  );
}

export function EntryPage({ frame, typed, errors }: FormState) {
  const words = personWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Textarea name="text" label={words.text} hint={words.textHint} rows={8} value={typed.text('text')} error={errors?.text} />
      </Form>
    </StaffLayout>
  );
}
