import { isId } from '#app/platform/db/id.ts';
import { invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { type Body, findBody } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import { mayKeep } from '../rights.ts';
import { addMember, endMember, type MemberGiven } from './actions.ts';
import { MembersPage } from './page.tsx';
import { findPerson, listAgencies, listPersons } from './queries.ts';
import { memberWords } from './words.ts';

const keepers = { roles: ['plan-manager', 'table-chair'] };

export function memberRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: governancePaths.members(':slug'), may: keepers, audit: 'governance.read-members', handle: async (visit) => {
      const body = await bodyOf(visit);
      return body ? page(await draw(visit, body)) : notFound;
    } },
    { method: 'POST', path: governancePaths.members(':slug'), may: keepers, audit: 'none', handle: async (visit) => {
      const body = await bodyOf(visit);
      if (!body) return notFound;
      const read = readMember(visit.form, visit.language, body.slug, (await listAgencies(visit)).map((one) => one.slug));
      if ('errors' in read) return invalid(await draw(visit, body, read.errors));
      await addMember(visit, read.value);
      return redirect(localized(visit.language, governancePaths.members(body.slug)));
    } },
    { method: 'POST', path: governancePaths.endMember(':slug', ':member'), may: keepers, audit: 'none', handle: async (visit) => {
      const body = await bodyOf(visit);
      const { member = '' } = visit.params;
      if (!body || !isId(member) || (await findPerson(visit, member))?.bodySlug !== body.slug) return notFound;
      await endMember(visit, member);
      return redirect(localized(visit.language, governancePaths.members(body.slug)));
    } },
  ];

  async function bodyOf(visit: Visit): Promise<Body | undefined> {
    const body = await findBody(visit, visit.params.slug ?? '');
    return body && mayKeep(visit.actor, body.slug) ? body : undefined;
  }

  async function draw(visit: Visit, body: Body, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: memberWords[visit.language].title, current: 'keep-bodies', hasErrors: errors !== undefined });
    return <MembersPage frame={frame} body={body} members={await listPersons(visit, { body: body.slug, past: true })} agencies={await listAgencies(visit)} typed={visit.form} errors={errors} today={visit.today} />;
  }
}

function readMember(form: Form, language: Language, bodySlug: string, agencies: readonly string[]): { value: MemberGiven } | { errors: FieldErrors } {
  const words = memberWords[language];
  const errors: Record<string, string> = {};
  const [name, en, fr, email] = [form.text('name').slice(0, 200), form.text('office-en').slice(0, 200), form.text('office-fr').slice(0, 200), form.text('email')];
  if (name === '') errors.name = words.noName;
  if (en === '') errors['office-en'] = words.noOfficeEn;
  if (fr === '') errors['office-fr'] = words.noOfficeFr;
  if (email !== '' && !isMailAddress(email)) errors.email = words.badEmail;
  if (Object.keys(errors).length > 0) return { errors };
  const agency = agencies.find((slug) => slug === form.text('agency')) ?? null;
  return { value: { bodySlug, name, office: { en, fr }, agency, chairs: form.text('chairs') === 'yes', email, language: form.text('language') === 'fr' ? 'fr' : 'en' } };
}
