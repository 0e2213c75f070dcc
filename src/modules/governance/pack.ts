import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addMember } from './member/actions.ts';
import { insertHolding } from './seat/queries.ts';

/** Loads the bodies of a content pack with their names, states and members. A body is known from its earliest state or name. */
export async function loadBodies(scope: Scope, { bodies, seats }: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'governance.body', bodies.map((body, index) => ({
      slug: body.id, kind: body.kind, position: index, text: body.text ?? null,
      known_from: [...body.states, ...body.names].map((one) => one.from).sort()[0],
    }))),
    await keepRows(scope, 'governance.body_name', bodies.flatMap((body) => body.names.map((one, index) => ({
      slug: `${body.id}/name-${index + 1}`, body_slug: body.id, name: one.name, from_date: one.from,
      // The first name is shown from the first state on: a body is never without a name.
      known_from: index === 0 ? [one.from, ...body.states.map((state) => state.from)].sort()[0] : one.from,
    })))),
    await keepRows(scope, 'governance.body_state', bodies.flatMap((body) => body.states.map((one, index) => ({
      slug: `${body.id}/state-${index + 1}`, body_slug: body.id, state: one.state, from_date: one.from, approximate: one.approximate, reason: one.reason,
      merged_into: one.mergedInto ?? null, sources: one.sources, known_from: one.from,
    })))),
    await keepRows(scope, 'governance.body_member', bodies.flatMap((body) => body.members.map((one) => ({
      slug: `${body.id}/${one.organisation}/${one.from}`, body_slug: body.id, agency_slug: one.organisation, from_date: one.from, to_date: one.to ?? null,
      sources: one.sources, known_from: one.from,
    })))),
    await keepRows(scope, 'governance.seat', seats.map((seat, index) => ({
      slug: seat.id, body_slug: seat.body, position: index, name: seat.name, law: seat.law, sources: seat.sources, known_from: seat.knownFrom,
    }))),
  ]);
}

/** Gives the bodies of a demonstration their made-up members, and seats to some of them. Only its first start calls it. */
export async function seatDemoMembers(scope: Scope, members: Pack['demo']['members']): Promise<void> {
  for (const one of members) {
    const id = await addMember(scope, { bodySlug: one.body, name: one.name, office: one.office, agency: one.agency, chairs: one.chairs, email: one.email ?? '', language: one.language, demonstration: true });
    for (const seat of one.seats) await insertHolding(scope, { id: newId(), seat, member: id });
  }
}
