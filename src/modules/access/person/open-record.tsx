import { writeAudit } from '#app/platform/audit/audit.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { findPlan } from '../care-plan/queries.ts';
import { explain, mayWrite } from '../consent/rules.ts';
import { writing } from '../paths.ts';
import { sections, type WrittenSection, isWrittenSection } from '../sections.ts';
import { listJoined } from '../duplicate/queries.ts';
import { deskOf, personIn } from './desk.ts';
import { nameOf } from './list-page.tsx';
import { type Entry, findContact, findIdentity, findPerson, listAgencies, listAliases, listAssignments, listColleagues, listFacts, readSection } from './queries.ts';
import { PersonPage, type Shown } from './show-page.tsx';

/** The record as its reader may see it. Every section that is shown or withheld leaves an audit line; nothing at all to see is "not found". */
export async function openRecord(visit: Visit, frame: (visit: Visit, title: string, errors?: FieldErrors) => PageFrame, errors?: FieldErrors): Promise<Answer> {
  const id = personIn(visit);
  if (!id) return notFound;
  const writer = writing.roles.some((role) => hasRole(visit, role));
  const shown: Shown[] = [];
  const entries = new Map<WrittenSection, readonly Entry[]>();
  for (const { section, facts } of await listFacts(visit, id, sections)) {
    const explained = explain(facts);
    shown.push({ section, explained, writes: writer && mayWrite(facts) });
    if (isWrittenSection(section)) entries.set(section, await readSection(visit, id, section));
    else await writeAudit(visit, { action: 'access.read-section', subject: { kind: 'person', id }, decision: explained.outcome === 'mask' ? 'mask' : 'permit', detail: { section } });
  }
  if (shown.length === 0) return notFound;
  const [person, identity] = [await findPerson(visit, id), await findIdentity(visit, id)];
  const content = { person, identity, aliases: await listAliases(visit, id), contact: await findContact(visit, id), joined: await listJoined(visit, id), entries };
  const title = nameOf({ id, anonymous: person?.anonymous ?? false, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language);
  const supervises = shown.some((one) => one.section === 'identity' && one.writes) && hasRole(visit, 'access-supervisor');
  const body = <PersonPage frame={frame(visit, title, errors)} id={id} shown={shown} content={content} agencies={await listAgencies(visit)} colleagues={supervises ? await listColleagues(visit) : []} assignments={supervises ? await listAssignments(visit, id) : []}
    plan={(await findPlan(visit, id)) !== undefined} may={{ consents: person !== undefined && person.agency === deskOf(visit)?.agency && writer, assign: supervises, looks: supervises || hasRole(visit, 'privacy-officer') }} timeZone={visit.timeZone} errors={errors} />;
  return errors ? invalid(body) : page(body);
}
