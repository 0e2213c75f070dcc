import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Draft } from '../proposal/input.ts';
import type { Place } from '../proposal/pages.tsx';
import { proposalWords } from '../proposal/words.ts';
import { callWords } from './words.ts';

const path = '/engagement/issues/call';

/** The script of a 311 operator on one page: crisis first, service second, issue third. */
export function CallPage({ frame, draft, errors = {}, places, counted }: { frame: PageFrame; draft: Draft; errors?: FieldErrors; places: readonly Place[]; counted?: boolean }) {
  const words = callWords[frame.language];
  const fields = proposalWords[frame.language];
  const count = (outcome: string, label: string) => (
    <form method="post" action={localized(frame.language, `${path}/count`)}><Csrf frame={frame} /><button class="button quiet" type="submit" name="outcome" value={outcome}>{label}</button></form>
  );
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      {counted ? <p class="inset" role="status">{words.counted}</p> : null}
      <p class="lead">{words.lead}</p>
      <p><strong>{words.listen}</strong></p>
      <section class="crisis" aria-labelledby="crisis">
        <h2 id="crisis">1. {words.crisis}</h2>
        <ul>{words.crisisDo.map((line) => <li>{line}</li>)}</ul>
        {count('crisis', words.crisisDone)}
      </section>
      <section aria-labelledby="service">
        <h2 id="service">2. {words.service}</h2>
        <ul>{words.serviceDo.map((line) => <li>{line}</li>)}</ul>
        {count('service', words.serviceDone)}
      </section>
      <section aria-labelledby="issue">
        <h2 id="issue">3. {words.issue}</h2>
        <p>{words.issueDo}</p>
        <Form frame={frame} errors={errors} action={localized(frame.language, path)} submit={words.record} hidden={[['id', draft.id], ['seed', draft.seed]]}>
          <TextInput name="title" label={fields.title} value={draft.title} error={errors.title} maxlength={200} />
          <Textarea name="description" label={fields.description} hint={fields.descriptionHint} value={draft.description} error={errors.description} />
          <Select name="municipality" label={fields.whereTitle} empty={fields.everywhere} value={draft.municipality} options={places.map((place) => ({ value: place.id, label: place.name[frame.language] }))} error={errors.municipality} />
          <Textarea name="affected" label={fields.affectedTitle} rows={3} value={draft.affected} error={errors.affected} />
          <TextInput name="phone" label={fields.phone} type="tel" width="short" value={draft.phone} error={errors.phone} autocomplete="off" />
          <TextInput name="email" label={fields.email} type="email" width="medium" value={draft.email} error={errors.email} autocomplete="off" />
          <TextInput name="name" label={fields.name} width="medium" value={draft.name} error={errors.name} autocomplete="off" />
        </Form>
      </section>
    </StaffLayout>
  );
}

export function CallDonePage({ frame, reference, code }: { frame: PageFrame; reference: string; code: string }) {
  const words = callWords[frame.language];
  const fields = proposalWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.readBack}</h1>
      <div class="panel" role="status">
        <p>{fields.reference}<span class="code">{reference}</span></p>
        <p>{fields.code}<span class="code">{code}</span></p>
      </div>
      <p><a class="button" href={localized(frame.language, path)}>{words.next}</a></p>
    </StaffLayout>
  );
}
