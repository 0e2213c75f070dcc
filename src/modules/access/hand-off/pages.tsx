import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { intakePaths } from '../intake/paths.ts';
import type { AgencyLine } from '../person/queries.ts';
import { HandOffList } from './hand-off-list.tsx';
import { type HandOff, ways } from './queries.ts';
import { handOffWords } from './words.ts';

type FormProps = { frame: PageFrame; intake: string; typed: Posted; today: string; agencies: readonly AgencyLine[]; errors?: FieldErrors | undefined };

export function HandOffFormPage({ frame, intake, typed, today, agencies, errors }: FormProps) {
  const words = handOffWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: intakePaths.intake(intake), label: intake.slice(-6) }]} />
      <h1>{words.enter}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Radios name="how" label={words.how} value={typed.text('how')} error={errors?.how} options={ways.map((value) => ({ value, label: words.ways[value] }))} />
        <Select name="to" label={words.to} empty="" value={typed.text('to')} error={errors?.to} options={[...agencies.map((one) => ({ value: one.id, label: one.name[frame.language] })), { value: 'other', label: words.other }]} />
        <TextInput name="to-name" label={words.otherName} width="medium" autocomplete="off" value={typed.text('to-name')} error={errors?.['to-name']} />
        <TextInput name="to-person" label={words.toPerson} width="medium" autocomplete="off" value={typed.text('to-person')} error={errors?.['to-person']} />
        <TextInput name="on" label={words.on} hint={words.onHint} width="short" autocomplete="off" value={typed.has('on') ? typed.text('on') : today} error={errors?.on} />
        <Textarea name="agreed" rows={4} label={words.agreed} hint={words.agreedHint} value={typed.text('agreed')} error={errors?.agreed} />
      </Form>
    </StaffLayout>
  );
}

/** What was handed over to the reader's agency, to be confirmed; no name of the person. */
export function ToUsPage({ frame, handOffs, agencies }: { frame: PageFrame; handOffs: readonly HandOff[]; agencies: readonly AgencyLine[] }) {
  const words = handOffWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.toUsLead}</p>
      {handOffs.length === 0 ? <p>{words.none}</p> : <HandOffList frame={frame} handOffs={handOffs} agencies={agencies} agreed={{}} confirms toUs />}
    </StaffLayout>
  );
}
