import { join } from 'node:path';
import { loadReview } from './pack.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentRoutes } from '#app/modules/commitment/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, type Visitor, visitor, type World } from '#test/world.ts';
import { checklistForm } from './checklist/questionnaire.ts';
import { reviewRoutes } from './index.ts';

const roles = { chair: 'review-chair', dee: 'review-chair', liaison: 'police-liaison', ann: 'case-reviewer', ben: 'case-reviewer', cat: 'case-reviewer', eve: 'case-reviewer',
  office: 'plan-manager', reader: 'sealed-reader', head: 'sealed-chair' } as const;
export type Seat = keyof typeof roles;
export type ReviewWorld = {
  readonly world: World;
  readonly account: Readonly<Record<Seat, string>>;
  readonly as: <T>(name: Seat, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly visit: (name: Seat) => Visitor;
  readonly app: ReturnType<World['http']>;
  /** Moves the clock and keeps everybody signed in. */
  readonly at: (moment: string) => Promise<void>;
  /** The session, drawn, with ann, ben and cat in it; its hours are 09:00 to 16:00 in Toronto on 10 June 2019. */
  readonly session: string;
  readonly files: () => Promise<{ id: string; pseudonym: string; code: string }[]>;
  readonly close: () => Promise<void>;
};

export const before = '2019-06-03T13:00:00Z';
export const during = '2019-06-10T14:00:00Z';
export const after = '2019-06-10T20:00:00Z';

/** A committee with a chair, a liaison, three ready reviewers and one (eve) with a role and no seat, and a drawn session; all made by posting forms. */
export async function openReviewWorld(): Promise<ReviewWorld> {
  const world = await openWorld();
  const { database } = world;
  await world.at(before);
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadReview(scope, pack));
  const made = Object.fromEntries(Object.keys(roles).map((name) => [name, { account: newId(), token: newToken() }]));
  const one = (name: Seat) => made[name] ?? { account: '', token: '' };
  for (const [name, role] of Object.entries(roles)) {
    const { account, token } = made[name] ?? { account: '', token: '' };
    await database.admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`review.${name}@example.org`}, ${`${name} (demo)`}, true, ${database.clock.now()})`;
    await database.admin`insert into identity.membership (id, account_id, role, from_date) values (${newId()}, ${account}, ${role}, '2018-01-01')`;
    await database.admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at)
      values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${database.clock.now()}, ${database.clock.now()}, '2099-01-01')`;
  }
  const app = world.http([...reviewRoutes(() => world.site), ...commitmentRoutes(() => world.site, { listBodies: async () => [] })]);
  const visit = (name: Seat) => visitor(app.app, one(name).token);
  for (const name of ['ann', 'ben', 'cat'] as const) {
    const seat = (await visit('chair').post('/en/review/reviewers', { account: one(name).account })).headers.get('location') ?? '';
    await visit('chair').post(seat, { check: '2019-01-10', trained: '2019-02-10', left: '' });
    await visit(name).post('/en/review/oath', { agree: 'yes' });
  }
  const planned = await visit('chair').post('/en/review/sessions/new', { 'period-from': '2019-01-01', 'period-until': '2019-03-31', day: '2019-06-10', opens: '09:00', closes: '16:00', place: 'Training room', sample: '3' });
  const session = planned.headers.get('location')?.split('/').at(-1) ?? '';
  const seats = await database.admin<{ id: string }[]>`select id from review.reviewer`;
  for (const { id } of seats) await visit('chair').post(`/en/review/sessions/${session}/seats`, { reviewer: id, do: 'add' });
  await visit('liaison').post(`/en/review/sessions/${session}/counts`, { 'count-unfounded': '4', 'count-insufficient-evidence': '9', 'count-victim-declines': '20' });
  return {
    world, app, visit, session,
    account: Object.fromEntries(Object.keys(roles).map((name) => [name, made[name]?.account ?? ''])) as Record<Seat, string>,
    as: async (name, work) => await inScope(database, { as: 'session', token: hashToken(one(name).token), purpose: 'test' }, work),
    at: world.at,
    files: async () => await database.admin<{ id: string; pseudonym: string; code: string }[]>`select id, pseudonym, code from review.file where session_id = ${session} order by pseudonym`,
    close: world.close,
  };
}

/** A posted checklist with every question answered alike. */
export function checklist(more: Record<string, string | string[]> = {}, answer = 0): Record<string, string | string[]> {
  const answers = checklistForm.all.filter((item) => item.options.list.length > 0).map((item) => [item.linkId, item.options.list[answer]?.token ?? ''] as const);
  return { ...Object.fromEntries(answers), conclusion: 'agree', do: 'hand-in', ...more };
}

/** Begins and hands in a checklist. */
export async function review(who: Visitor, file: string, more: Record<string, string | string[]> = {}, answer = 0): Promise<Response> {
  await who.post(`/en/review/files/${file}/begin`, {});
  return await who.post(`/en/review/files/${file}`, checklist(more, answer));
}
