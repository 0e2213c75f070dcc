import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Body } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import { meetingWords } from './words.ts';

export function NewMeetingPage({ frame, bodies, typed, errors = {} }: { frame: PageFrame; bodies: readonly Body[]; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = meetingWords[language];
  const value = (name: string, first = '') => (typed.has(name) ? typed.text(name) : first);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.meetings, label: words.title }]} />
      <h1>{words.plan}</h1>
      <Form frame={frame} errors={errors} submit={words.plan}>
        <Select name="body" label={words.body} empty={bodies.length > 1 ? words.chooseBody : undefined} value={value('body')} error={errors.body} options={bodies.map((body) => ({ value: body.slug, label: body.name[language] }))} />
        <TextInput name="date" type="date" width="short" label={words.date} hint={words.dateHint} value={value('date')} error={errors.date} />
        <TextInput name="time" width="short" label={words.time} hint={words.timeHint} value={value('time')} error={errors.time} maxlength={5} />
        <TextInput name="length" width="short" inputmode="numeric" label={words.length} value={value('length', '90')} error={errors.length} />
        <TextInput name="place" label={words.place} value={value('place')} error={errors.place} maxlength={300} />
        <TextInput name="online" type="url" label={words.online} hint={words.onlineHint} value={value('online')} error={errors.online} inputmode="url" />
      </Form>
    </StaffLayout>
  );
}
