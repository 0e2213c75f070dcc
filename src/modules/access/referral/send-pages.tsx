import type { Form as Posted } from '#app/platform/http/form.ts';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, HiddenFields, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { Choice } from './choices.ts';
import { needs } from './input.ts';
import { consentFor, referralPaths } from './paths.ts';
import type { Barrier, Referral } from './queries.ts';
import { stateWords } from './state-words.ts';
import { referralWords } from './words.ts';
import { ReferralTable } from './list-page.tsx';

type FormProps = { frame: PageFrame; person: string; name: string; choice: Choice; byLink: boolean; previous: string | undefined; typed: Posted; errors?: FieldErrors | undefined; barrier?: Barrier | undefined };
/** What is asked of a service, and the phone call before an urgent one. */
export function SendPage({ frame, person, name, choice, byLink, previous, typed, errors, barrier }: FormProps) {
  const { language } = frame;
  const [words, names] = [referralWords[language], stateWords[language]];
  const shown = barrier ?? choice.barriers[0];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, accessPaths.person(person))}>{name}</a></p>
      <h1>{words.formTitle(choice.name[language])}</h1>
      <p class="lead">{choice.organizationName[language]}. {choice.capacity ? names.capacities[choice.capacity] : words.capacityUnknown}.</p>
      {byLink ? <p>{words.byLinkHint}</p> : null}
      {previous ? <p class="inset">{words.previous}</p> : null}
      {shown ? (
        <div class="panel" role={barrier ? 'alert' : undefined}>
          <p><b>{words.barriers[shown]}</b></p>
          {shown === 'no-consent' ? <p><a class="button quiet" href={localized(language, consentFor(person, { service: choice.id, agency: choice.agency, organization: choice.organization }, previous))}>{words.toConsent}</a></p> : null}
        </div>
      ) : null}
      <ErrorSummary language={language} errors={errors ?? {}} />
      <form method="post" novalidate>
        <Csrf frame={frame} />
        {previous ? <HiddenFields fields={[['previous', previous]]} /> : null}
        <Select name="need" label={words.needLabel} empty="" options={needs.map((value) => ({ value, label: names.needs[value] }))} value={typed.text('need')} error={errors?.need} />
        <Textarea name="request" label={words.request} hint={words.requestHint} rows={4} value={typed.text('request')} error={errors?.request} />
        <Radios name="urgency" label={words.urgency} options={(['routine', 'urgent'] as const).map((value) => ({ value, label: names.urgencies[value] }))} value={typed.text('urgency')} error={errors?.urgency} />
        <fieldset class="group">
          <legend>{words.handoff}</legend>
          <p class="hint">{words.handoffHint}</p>
          <TextInput name="handoff-with" label={words.handoffWith} width="medium" autocomplete="off" value={typed.text('handoff-with')} error={errors?.['handoff-with']} />
          <TextInput name="handoff-day" label={words.handoffDay} hint={words.dayHint} width="short" value={typed.text('handoff-day')} error={errors?.['handoff-day']} />
          <TextInput name="handoff-time" label={words.handoffTime} hint={words.timeHint} width="short" value={typed.text('handoff-time')} error={errors?.['handoff-time']} />
        </fieldset>
        <div class="buttons">
          <button class="button" type="submit">{words.send}</button>
          <button class="button quiet" type="submit" name="keep" value="yes">{words.keep}</button>
        </div>
      </form>
    </StaffLayout>
  );
}

/** The code that the person follows her referral with: shown this once, to be printed or written down. */
export function CodePage({ frame, referral, code }: { frame: PageFrame; referral: Referral; code: string }) {
  const { language, site } = frame;
  const words = referralWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.sent}</h1>
      <p class="lead">{referral.serviceName[language]}, {referral.organizationName[language]}</p>
      <div class="panel">
        <p>{words.codeLead}</p>
        <b class="code">{code}</b>
        <p>{words.codeWhere}<br /><code>{`${site.baseUrl}${localized(language, referralPaths.follow)}`}</code></p>
      </div>
      <p><a class="button" href={localized(language, referralPaths.show(referral.id))}>{words.title(referral.serviceName[language])}</a></p>
    </StaffLayout>
  );
}

/** All referrals of a person, the newest first, and the way to a new one. */
export function OfPersonPage({ frame, person, name, referrals, now }: { frame: PageFrame; person: string; name: string; referrals: readonly Referral[]; now: Date }) {
  const { language } = frame;
  const words = referralWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, accessPaths.person(person))}>{name}</a></p>
      <h1>{words.ofPerson}</h1>
      <p><a class="button" href={localized(language, referralPaths.choose(person))}>{words.choose}</a></p>
      <ReferralTable frame={frame} referrals={referrals} now={now} received={false} />
    </StaffLayout>
  );
}
