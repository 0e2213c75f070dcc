import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { openWorld, type Visitor, type World } from './world.ts';
import { engagementRoutes } from '#app/modules/engagement/index.ts';

export type MeetingWorld = { readonly world: World; readonly anybody: Visitor; readonly manager: Visitor; readonly analyst: Visitor; readonly operator: Visitor; readonly id: string; readonly slug: string };

/** The made-up town on 12 September 2022 with its evening about the river, on 20 September at 18:30, which has three places. */
export async function openMeetingWorld(): Promise<MeetingWorld> {
  const world = await openWorld();
  const pack = await readPack('communities/maple-ford');
  world.database.timeZone = pack.community.timeZone;
  await world.at('2022-09-12T14:00:00Z');
  await world.as.worker(async (scope) => void (await loadCommunity(scope, pack)));
  const routes = world.http(engagementRoutes(() => ({ ...world.site, timeZone: pack.community.timeZone }), { keepsMailHere: true }));
  const [anybody, manager, analyst, operator] = [await routes.as(), await routes.as('manager'), await routes.as('analyst'), await routes.as('operator')];
  const slug = 'river-evening';
  const [row] = await world.database.admin<{ id: string }[]>`select id from engagement.event where slug = ${slug}`;
  return { world, anybody, manager, analyst, operator, id: row?.id ?? '', slug };
}

/** The answers of somebody who comes alone. */
export const alone = { people: '1', spoken: 'en', children: '0' } as const;
let seeds = 0;

/** Registers through the last page of the form; gives the key of the link and the state. */
export async function registerBy(visitor: Visitor, slug: string, answers: Record<string, string | string[]> = {}, language = 'en'): Promise<{ key: string; state: string; status: number }> {
  seeds += 1;
  const answer = await visitor.post(`/${language}/engagement/events/${slug}/register`, { ...alone, step: 'check', seed: `a seed of this test, number ${seeds}`, ...answers });
  const address = new URL(answer.headers.get('location') ?? '/', 'http://localhost');
  return { key: address.searchParams.get('key') ?? '', state: address.searchParams.get('done') ?? '', status: answer.status };
}

export type QueuedMail = { readonly id: string; readonly recipient: string; readonly subject: string; readonly text_body: string; readonly kind: string; readonly language: string; readonly state: string; readonly attachments: readonly { readonly content: string }[] };
export async function mailsTo(world: World, recipient: string): Promise<QueuedMail[]> {
  return await world.database.admin<QueuedMail[]>`select id, recipient, subject, text_body, kind, language, state, attachments from platform.mail_message where recipient = ${recipient} order by queued_at, id`;
}
