import { identityClaims } from '#app/methods/homelessness/outcomes.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { mayWrite } from '../consent/rules.ts';
import { accessPaths, writing } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { findFacts } from '../person/queries.ts';
import { claimPaths } from './paths.ts';
import { readClaim, writeClaim } from './queries.ts';
import { claimWords } from './words.ts';

/** What a person says of herself: asked and changed by whoever may write in her identity. */
export function identityClaimRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: claimPaths.claim(':id'), may: writing, audit: 'access.show-claim', handle: async (visit) => await show(visit) },
    { method: 'POST', path: claimPaths.claim(':id'), may: writing, audit: 'access.write-claim', handle: async (visit) => {
      const person = personIn(visit);
      const answer = identityClaims.find((one) => one === visit.form.text('claim'));
      if (!answer) return await show(visit, { claim: claimWords[visit.language].none });
      return person && (await writeClaim(visit, person, answer)) ? redirect(localized(visit.language, accessPaths.person(person))) : notFound;
    } },
  ];

  async function show(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const person = personIn(visit);
    if (!person || !mayWrite(await findFacts(visit, person, 'identity'))) return notFound;
    const words = claimWords[visit.language];
    const claim = await readClaim(visit, person);
    const frame = frameOf(visit, site(), { title: words.title, current: 'persons', hasErrors: errors !== undefined });
    const body = (
      <StaffLayout frame={frame}>
        <p><a href={localized(visit.language, accessPaths.person(person))}>{words.back}</a></p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {claim ? <p class="hint">{words.said(formatDate(visit.language, claim.saidOn))}</p> : null}
        <Form frame={frame} errors={errors} submit={words.save}>
          <Radios name="claim" label={words.question} hint={words.hint} error={errors?.claim} value={claim?.indigenous} options={identityClaims.map((value) => ({ value, label: words.answers[value] }))} />
        </Form>
      </StaffLayout>
    );
    return errors ? invalid(body) : page(body);
  }
}
