import type { Municipality } from '#app/modules/plan/index.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { officeEventWords } from './office-words.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';

type Props = { frame: PageFrame; meeting: PublicMeeting | undefined; municipalities: readonly Municipality[]; typed: PostedForm; errors?: FieldErrors | undefined };

/** The form of a new meeting, or of one to change; what was typed wins over what is stored. */
export function EventFormPage({ frame, meeting, municipalities, typed, errors = {} }: Props) {
  const { language, site } = frame;
  const words = officeEventWords[language];
  const posted = typed.has('title-en');
  const stored = storedFields(meeting, site.timeZone);
  const value = (name: keyof typeof stored) => (posted ? typed.text(name) : stored[name]);
  const text = (name: keyof typeof stored, label: string, more: { hint?: string; maxlength?: number } = {}) => <TextInput name={name} label={label} value={value(name)} error={errors[name]} {...more} />;
  const heading = meeting ? words.edit : words.add;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.office, label: words.title }, ...(meeting ? [{ path: eventPaths.keep(meeting.id), label: meeting.title[language] }] : [])]} />
      <h1>{heading}</h1>
      <p>{words.saveHint}</p>
      <Form frame={frame} errors={errors} submit={words.save} hidden={meeting ? [['revision', posted ? typed.text('revision') : String(meeting.revision)]] : []}>
        <div class="pair">{text('title-en', words.titleEn, { maxlength: 150 })}{text('title-fr', words.titleFr, { maxlength: 150 })}</div>
        <div class="pair">
          <Textarea name="about-en" label={words.aboutEn} value={value('about-en')} error={errors['about-en']} lang="en" />
          <Textarea name="about-fr" label={words.aboutFr} value={value('about-fr')} error={errors['about-fr']} lang="fr" />
        </div>
        <TextInput name="date" type="date" width="short" label={words.date} hint={words.dateHint} value={value('date')} error={errors.date} />
        <TextInput name="time" width="short" label={words.time} hint={words.timeHint} value={value('time')} error={errors.time} maxlength={5} />
        <TextInput name="length" width="short" inputmode="numeric" label={words.length} value={value('length')} error={errors.length} maxlength={4} />
        <Select name="municipality" label={words.municipality} empty={words.anywhere} value={value('municipality')} error={errors.municipality} options={municipalities.map((one) => ({ value: one.id, label: one.name[language] }))} />
        <div class="pair">{text('place-en', words.placeEn, { maxlength: 300 })}{text('place-fr', words.placeFr, { maxlength: 300 })}</div>
        <div class="pair">{text('entrance-en', words.entranceEn, { hint: words.entranceHint, maxlength: 500 })}{text('entrance-fr', words.entranceFr, { hint: words.entranceHint, maxlength: 500 })}</div>
        <Checkboxes name="languages" label={words.languages} values={posted ? typed.list('languages') : (meeting?.languages ?? [])} error={errors.languages} options={(['en', 'fr'] as const).map((one) => ({ value: one, label: words.languageNames[one] }))} />
        <TextInput name="capacity" width="short" inputmode="numeric" label={words.capacity} hint={words.capacityHint} value={value('capacity')} error={errors.capacity} maxlength={6} />
        <Checkboxes name="offers" label={words.offers} values={posted ? typed.list('offers') : [...(meeting?.childCare ? ['child-care'] : []), ...(meeting?.distressing ? ['distressing'] : [])]}
          options={[{ value: 'child-care', label: words.childCare }, { value: 'distressing', label: words.distressing }]} />
      </Form>
    </StaffLayout>
  );
}

function storedFields(meeting: PublicMeeting | undefined, timeZone: string) {
  const time = meeting?.startsAt ? new Intl.DateTimeFormat('en-CA', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(meeting.startsAt) : '';
  return {
    'title-en': meeting?.title.en ?? '', 'title-fr': meeting?.title.fr ?? '', 'about-en': meeting?.about.en ?? '', 'about-fr': meeting?.about.fr ?? '', date: meeting?.startsAt ? dateIn(timeZone, meeting.startsAt) : '', time,
    length: String(meeting?.minutesLong ?? 120), municipality: meeting?.municipality ?? '', 'place-en': meeting?.place.en ?? '', 'place-fr': meeting?.place.fr ?? '',
    'entrance-en': meeting?.entrance?.en ?? '', 'entrance-fr': meeting?.entrance?.fr ?? '', capacity: meeting?.capacity ? String(meeting.capacity) : '',
  };
}
