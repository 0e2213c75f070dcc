import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { type Glass, grounds } from './queries.ts';
import { glassWords } from './words.ts';

export function GlassPage({ frame, typed, record, errors }: { frame: PageFrame; typed: Posted; record: string; errors?: FieldErrors | undefined }) {
  const words = glassWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={errors} action={localized(frame.language, accessPaths.glassNew)} submit={words.open}>
        <TextInput name="record" label={words.record} autocomplete="off" value={typed.text('record') || record} error={errors?.record} />
        <Radios name="ground" label={words.ground} options={grounds.map((value) => ({ value, label: words.grounds[value] }))} value={typed.text('ground')} error={errors?.ground} />
        <Textarea name="reason" label={words.reason} hint={words.reasonHint} rows={4} value={typed.text('reason')} error={errors?.reason} />
        <TextInput name="minutes" label={words.minutes} width="short" inputmode="numeric" value={typed.text('minutes') || '30'} error={errors?.minutes} />
      </Form>
    </StaffLayout>
  );
}

export function ReviewPage({ frame, glasses, errors, wrong, timeZone }: { frame: PageFrame; glasses: readonly Glass[]; errors?: FieldErrors | undefined; wrong?: string | undefined; timeZone: string }) {
  const { language } = frame;
  const words = glassWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.review}</h1>
      <p class="lead">{words.reviewLead}</p>
      {glasses.length === 0 ? <p>{words.none}</p> : null}
      {glasses.map((glass) => (
        <article class="panel">
          <h2>{formatMoment(language, glass.openedAt, timeZone)}{colon(language)}{words.grounds[glass.ground]}</h2>
          <p>{glass.reason}</p>
          <p>{words.record}{colon(language)}<code>{glass.person}</code>. <a href={localized(language, accessPaths.looks(glass.person))}>{words.looks}<span class="hidden-text"> {glass.person}</span></a></p>
          {glass.outcome ? <p><b>{words[glass.outcome]}</b></p> : glass.own ? <p>{words.own}</p> : (
            <Form frame={frame} errors={wrong === glass.id ? errors : undefined} action={localized(language, accessPaths.glassReview(glass.id))} submit={words.save}>
              <Radios name={`outcome-${glass.id}`} label={words.judge} inline options={[{ value: 'justified', label: words.justified }, { value: 'not-justified', label: words['not-justified'] }]} error={wrong === glass.id ? errors?.[`outcome-${glass.id}`] : undefined} />
            </Form>
          )}
        </article>
      ))}
    </StaffLayout>
  );
}
