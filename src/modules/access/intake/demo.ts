import { randomBytes } from 'node:crypto';
import type { Pack } from '#app/community-pack/schema.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { findPoint } from '../access-point/queries.ts';
import { ageBandOf } from '../access-point/rules.ts';
import { receive } from './actions.ts';

/** Enters the invented requests of a demonstration through the web door of their points; only the first start of a demonstration calls it. */
export async function addDemoRequests(scope: Scope, requests: Pack['demo']['requests']): Promise<void> {
  for (const one of requests) {
    const point = await findPoint(scope, one.point);
    if (!point) continue;
    await receive(scope, point, {
      misfit: undefined,
      given: { point_slug: point.slug, door: 'web', language: one.language, anonymous: one.given === undefined, do_not_contact: one.phone === undefined, message_ok: false, may_share: false, knows: null, age_band: ageBandOf(one.age) },
      detail: { whom: 'self', given_name: one.given ?? null, family_name: null, age: one.age ?? null, in_school: null, condition_answer: null, municipality: null, spoken: null, preference: one.phone === undefined ? 'none' : 'phone',
        phone: one.phone ?? null, email: null, safe_times: null, story: one.story, profession: null, professional_name: null, professional_organisation: null, professional_phone: null, professional_email: null },
    }, randomBytes(16).toString('hex'));
  }
}
