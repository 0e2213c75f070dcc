import { isId } from '#app/platform/db/id.ts';
import { formOf, type Form } from '#app/platform/http/form.ts';
import type { Visit } from '#app/platform/http/route.ts';
import type { Desk } from './actions.ts';

/** Who works here and for which agency; undefined for whoever belongs to none. */
export function deskOf(visit: Visit): Desk | undefined {
  return visit.actor.kind === 'staff' && visit.actor.agency !== null ? { account: visit.actor.account, agency: visit.actor.agency } : undefined;
}

/** The id of the person in the address, named in the audit line; undefined where it is no id at all. */
export function personIn(visit: Visit): string | undefined {
  const id = visit.params.id ?? '';
  if (!isId(id)) return undefined;
  visit.about('person', id);
  return id;
}

/** A record as the fields of its form, to be changed. */
export function formFrom(fields: Readonly<Record<string, string | boolean | null | undefined>>): Form {
  return formOf(new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === true ? [[name, 'yes']] : typeof value === 'string' ? [[name, value]] : []))));
}
