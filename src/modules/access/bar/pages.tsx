import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine } from '../person/queries.ts';
import { barPaths } from './paths.ts';
import { type Bar, type Barrable, barKinds } from './queries.ts';
import { barWords } from './words.ts';

type Props = { frame: PageFrame; person: string; bars: readonly Bar[]; barrable: readonly Barrable[]; agencies: readonly AgencyLine[]; opensRecord: boolean; typed: Posted; errors?: FieldErrors | undefined; timeZone: string };

/** The bars on a record, for its supervisor and the privacy officer. */
export function BarsPage({ frame, person, bars, barrable, agencies, opensRecord, typed, errors, timeZone }: Props) {
  const { language } = frame;
  const words = barWords[language];
  const agency = (id: string) => agencies.find((one) => one.id === id)?.name[language] ?? '';
  const nameOf = (bar: Bar) => barrable.find((one) => one.account === bar.account)?.name ?? words.elsewhere;
  const day = (moment: Date) => formatDate(language, dateIn(timeZone, moment));
  return (
    <StaffLayout frame={frame}>
      {opensRecord ? <p><a href={localized(language, accessPaths.person(person))}>{words.back}</a></p> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {bars.length === 0 ? <p>{words.none}</p> : (
        <ul>
          {bars.map((bar) => (
            <li>
              <b>{nameOf(bar)}</b> – {words.kinds[bar.kind]}, {words.since(day(bar.enteredAt))}{bar.endedAt ? `, ${words.until(day(bar.endedAt))}` : ''}
              {bar.endedAt ? null : (
                <form method="post" action={localized(language, barPaths.end(person, bar.id))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.end}<span class="hidden-text">{words.endLabel(nameOf(bar))}</span></button></form>
              )}
            </li>
          ))}
        </ul>
      )}
      <h2>{words.add}</h2>
      <Form frame={frame} errors={errors} action={localized(language, barPaths.list(person))} submit={words.save}>
        <Select name="whom" label={words.whom} empty="" value={typed.text('whom')} error={errors?.whom} options={barrable.map((one) => ({ value: one.account, label: `${one.name}, ${agency(one.agency)}` }))} />
        <Radios name="kind" label={words.kind} value={typed.text('kind')} error={errors?.kind} options={barKinds.map((value) => ({ value, label: words.kinds[value] }))} />
      </Form>
    </StaffLayout>
  );
}

/** Closing a record to oneself. */
export function OwnBarPage({ frame, person }: { frame: PageFrame; person: string }) {
  const words = barWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, accessPaths.person(person))}>{words.back}</a></p>
      <h1>{words.ownTitle}</h1>
      <p class="lead">{words.ownLead}</p>
      <Form frame={frame} submit={words.own}>{null}</Form>
    </StaffLayout>
  );
}
