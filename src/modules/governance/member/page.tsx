import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Body } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import type { Person } from './queries.ts';
import { memberWords } from './words.ts';

type Props = { frame: PageFrame; body: Body; members: readonly Person[]; agencies: readonly { slug: string; name: Bilingual }[]; typed: PostedForm; errors?: FieldErrors | undefined; today: string };

/** Who sits in a body, and the form for one more. */
export function MembersPage({ frame, body, members, agencies, typed, errors = {}, today }: Props) {
  const { language } = frame;
  const words = memberWords[language];
  const value = (name: string) => typed.text(name);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.keepBody(body.slug), label: body.name[language] }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {members.length === 0 ? <p>{words.none}</p> : (
        <ul class="plain">
          {members.map((person) => (
            <li>
              <b>{person.name}</b>, {person.office[language]}{person.agency ? `, ${person.agency[language]}` : ''}. <span class="small">{[person.chairs ? words.chair : '', person.account ? words.withAccount : '', words.since(formatDate(language, person.from)), person.to ? words.until(formatDate(language, person.to)) : ''].filter(Boolean).join(', ')}</span>
              {person.to && person.to <= today ? null : (
                <form method="post" action={localized(language, governancePaths.endMember(body.slug, person.id))} class="step"><Csrf frame={frame} /><button class="button link" type="submit">{words.leave}<span class="hidden-text">{`: ${person.name}`}</span></button></form>
              )}
            </li>
          ))}
        </ul>
      )}
      <section class="band">
        <h2>{words.add}</h2>
        <Form frame={frame} errors={errors} submit={words.add}>
          <TextInput name="name" label={words.name} value={value('name')} error={errors.name} maxlength={200} autocomplete="off" />
          <div class="pair">
            <TextInput name="office-en" label={words.officeEn} hint={words.officeHint} value={value('office-en')} error={errors['office-en']} maxlength={200} />
            <TextInput name="office-fr" label={words.officeFr} hint={words.officeHint} value={value('office-fr')} error={errors['office-fr']} maxlength={200} />
          </div>
          <Select name="agency" label={words.agency} empty={words.noAgency} value={value('agency')} options={agencies.map((one) => ({ value: one.slug, label: one.name[language] }))} />
          <TextInput name="email" type="email" inputmode="email" label={words.email} hint={words.emailHint} value={value('email')} error={errors.email} autocomplete="off" />
          <Radios name="language" inline label={words.language} value={value('language') || language} options={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]} />
          <div class="choice"><input type="checkbox" id="chairs" name="chairs" value="yes" checked={value('chairs') === 'yes'} /><label for="chairs">{words.chairs}</label></div>
        </Form>
      </section>
    </StaffLayout>
  );
}
