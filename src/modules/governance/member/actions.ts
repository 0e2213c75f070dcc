import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { endPerson, insertPerson, upsertAddress } from './queries.ts';

export type MemberGiven = { readonly bodySlug: string; readonly name: string; readonly office: Bilingual; readonly agency: string | null; readonly chairs: boolean; readonly email: string; readonly language: Language; readonly demonstration?: boolean };

/** Takes a person into a body by her office; gives her id. Throws when the actor may not keep the body. */
export async function addMember(scope: Scope, given: MemberGiven): Promise<string> {
  const id = newId();
  await insertPerson(scope, { id, bodySlug: given.bodySlug, name: given.name, office: given.office, agency: given.agency, chairs: given.chairs, demonstration: given.demonstration ?? false });
  if (given.email) await upsertAddress(scope, id, given.email, given.language);
  await writeAudit(scope, { action: 'governance.add-member', subject: { kind: 'member', id } });
  return id;
}

/** Ends a membership with today; what the person owes stays with the body. */
export async function endMember(scope: Scope, id: string): Promise<void> {
  await endPerson(scope, id);
  await writeAudit(scope, { action: 'governance.end-member', subject: { kind: 'member', id } });
}
