import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { type Visitor, visitor } from '#test/world.ts';
import { type AccessWorld, openAccessWorld, type StaffName } from '../access-world.test-tool.ts';
import { accessJobs, accessRoutes } from '../index.ts';
import { draftReferral, sendWithCode, takeStep } from './actions.ts';
import type { Taken } from './queries.ts';
import type { Actor, State, Step } from './rules.ts';

/** Agency north sends; south has a youth service with accounts, and a housing organisation stands in the directory alone. */
export type ReferralWorld = AccessWorld & {
  readonly services: { readonly youth: string; readonly shelter: string; readonly clinic: string; readonly own: string };
  readonly organizations: { readonly south: string; readonly outside: string; readonly north: string };
  readonly coordinator: { readonly account: string; readonly visitor: Visitor; readonly by: <T>(work: (scope: Scope) => Promise<T>) => Promise<T> };
  readonly anybody: Visitor;
  /** A person of agency north, with a consent to both receivers where it is wished. */
  readonly client: (consent?: boolean | readonly string[]) => Promise<string>;
  readonly consent: (person: string, sections?: readonly string[]) => Promise<string>;
  /** Sends a referral as the intake worker of north, and gives its id and code. */
  readonly send: (person: string, service: keyof ReferralWorld['services'], more?: { urgent?: boolean; previous?: string }) => Promise<{ id: string; code: string }>;
  readonly take: (who: StaffName, id: string, step: Step, more?: { side?: Actor; reason?: string; on?: string; at?: string; from?: State; note?: string }) => Promise<Taken>;
  readonly stateOf: (id: string) => Promise<string>;
  readonly settle: () => Promise<number>;
  /** The key of the newest link that was mailed. */
  readonly mailedKey: () => Promise<string>;
};

export async function openReferralWorld(): Promise<ReferralWorld> {
  const world = await openAccessWorld();
  const { admin, clock } = world.database;
  const [organizations, services] = [{ south: newId(), outside: newId(), north: newId() }, { youth: newId(), shelter: newId(), clinic: newId(), own: newId() }];
  const named = (name: string) => admin.json({ en: `${name} (demo)`, fr: `${name} (démo)` });
  for (const [id, agency, name, email] of [[organizations.south, world.agencies.south, 'South', null], [organizations.outside, null, 'Harbour housing', 'desk@harbour.example'], [organizations.north, world.agencies.north, 'North', null]] as const)
    await admin`insert into access.organization (id, agency_id, name, description, email, origin, changed_at) values (${id}, ${agency}, ${named(name)}, ${named(name)}, ${email}, 'staff', ${clock.now()})`;
  for (const [id, organization, name] of [[services.youth, organizations.south, 'Youth support'], [services.clinic, organizations.south, 'Walk-in clinic'], [services.shelter, organizations.outside, 'Night shelter'], [services.own, organizations.north, 'Own outreach']] as const)
    await admin`insert into access.service (id, organization_id, name, description, status, assured_date, assured_by, origin, changed_at) values (${id}, ${organization}, ${named(name)}, ${named(name)}, 'active', '2019-05-01', ${named(name)}, 'staff', ${clock.now()})`;
  const coordinator = { account: newId(), token: newToken() };
  await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${coordinator.account}, 'coordinator@example.org', 'coordinator (demo)', true, ${clock.now()})`;
  await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${coordinator.account}, ${world.agencies.north}, 'coordinator', '2018-01-01')`;
  await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(coordinator.token)}, ${coordinator.account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01')`;
  const { app } = world.http(accessRoutes(() => world.site));

  const stateOf = async (id: string) => (await admin<{ state: State }[]>`select state from access.referral where id = ${id}`)[0]?.state ?? 'void';
  const consent = async (person: string, sections: readonly string[] = ['identity', 'contact']) => {
    const id = newId();
    await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, to_organizations, form_version, language, how, starts_on, recorded_at)
      values (${id}, ${person}, 'self', '{referral}', ${[...sections]}, ${[world.agencies.south]}, ${[organizations.outside]}, '1', 'en', 'spoken', '2019-01-01', ${clock.now()})`;
    return id;
  };
  return {
    ...world, services, organizations, consent, stateOf,
    anybody: visitor(app, undefined),
    coordinator: { account: coordinator.account, visitor: visitor(app, coordinator.token), by: async (work) => await inScope(world.database, { as: 'session', token: hashToken(coordinator.token), purpose: 'test' }, work) },
    client: async (consents: boolean | readonly string[] = true) => {
      const id = await world.enter('intake', { given: 'Alma', family: 'Reyes', birth: '1999-04-02' });
      await (await world.visit('intake')).post(`/en/access/persons/${id}/contact`, { phone: '555-0133', preference: 'phone' });
      if (consents !== false) await consent(id, typeof consents === 'boolean' ? undefined : consents);
      return id;
    },
    send: async (person, service, more = {}) => await world.by('intake', async (scope) => {
      const call = more.urgent ? { handoffAt: scope.now, handoffWith: 'Night desk' } : { handoffAt: null, handoffWith: null };
      const id = await draftReferral(scope, { person, service: services[service], need: 'housing', urgency: more.urgent ? 'urgent' : 'routine', request: 'Needs a bed.', previous: more.previous ?? null, ...call });
      if (!id) throw new Error('no draft');
      const sent = await sendWithCode(scope, id);
      if (!('code' in sent)) throw new Error(sent.refused);
      return { id, code: sent.code };
    }),
    take: async (who, id, step, { side = 'receiver', from, ...given } = {}) => {
      const expected = from ?? (await admin<{ state: State }[]>`select state from access.referral where id = ${id}`)[0]?.state ?? 'draft';
      return await world.by(who, async (scope) => await takeStep(scope, id, { from: expected, step, side, given }));
    },
    settle: async () => await world.runJobs(accessJobs),
    mailedKey: async () => {
      const [mail] = await admin<{ text: string }[]>`select text_body as text from platform.mail_message where kind = 'referral-link' order by queued_at desc, id desc limit 1`;
      return /key=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    },
  };
}
