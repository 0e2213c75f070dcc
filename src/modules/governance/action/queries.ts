import type { Scope } from '#app/platform/db/scope.ts';
import type { MeetingText } from '../untranslated.tsx';

export const reportKinds = ['done', 'under-way', 'cannot'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a meeting agreed that one member does by a day. */
export type Action = {
  readonly id: string;
  readonly bodySlug: string;
  readonly meetingId: string;
  readonly matterId: string;
  readonly what: MeetingText;
  readonly member: string;
  readonly memberName: string;
  readonly account: string | null;
  readonly due: string;
  readonly agreedAt: Date;
};
export type Report = { readonly id: string; readonly actionId: string; readonly kind: ReportKind; readonly body: string; readonly at: Date; readonly byLink: boolean };

/** Actions that the reader may see, by due day. */
export async function listActions(scope: Scope, filter: { meeting?: string; body?: string; id?: string } = {}): Promise<Action[]> {
  const { sql } = scope;
  return await sql<Action[]>`select a.id, a.body_slug as "bodySlug", a.meeting_id as "meetingId", a.matter_id as "matterId", a.what, a.member_id as member, p.name as "memberName", p.account_id as account, a.due, a.agreed_at as "agreedAt"
    from governance.action a join governance.member p on p.id = a.member_id where true ${filter.meeting ? sql`and a.meeting_id = ${filter.meeting}` : sql``}
    ${filter.body ? sql`and a.body_slug = ${filter.body}` : sql``} ${filter.id ? sql`and a.id = ${filter.id}` : sql``} order by a.due, a.id limit 500`;
}

export async function findAction(scope: Scope, id: string): Promise<Action | undefined> {
  return (await listActions(scope, { id }))[0];
}

export async function insertAction(scope: Scope, row: { id: string; bodySlug: string; meeting: string; matter: string; what: MeetingText; member: string; due: string }): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.action (id, body_slug, meeting_id, matter_id, what, member_id, due, agreed_at)
    values (${row.id}, ${row.bodySlug}, ${row.meeting}, ${row.matter}, ${sql.json(row.what)}, ${row.member}, ${row.due}, ${scope.now})`;
}

export async function updateWhat(scope: Scope, id: string, what: MeetingText): Promise<void> {
  await scope.sql`update governance.action set what = ${scope.sql.json(what)} where id = ${id}`;
}

/** What was reported on actions, oldest first. */
export async function listReports(scope: Scope, actions: readonly string[]): Promise<Report[]> {
  if (actions.length === 0) return [];
  return await scope.sql<Report[]>`select id, action_id as "actionId", kind, body, at, by_link as "byLink" from governance.action_report where action_id in ${scope.sql(actions)} order by at, id`;
}

export async function insertReport(scope: Scope, row: { id: string; action: string; kind: ReportKind; body: string; account: string }): Promise<void> {
  await scope.sql`insert into governance.action_report (id, action_id, kind, body, at, by_link, account_id) values (${row.id}, ${row.action}, ${row.kind}, ${row.body}, ${scope.now}, false, ${row.account})`;
}

/** A new key for an action's link; the older ones end. Undefined where the actor may not. */
export async function insertActionLink(scope: Scope, link: string, action: string, until: Date): Promise<string | undefined> {
  return (await scope.sql<{ key: string | null }[]>`select governance.new_action_link(${link}, ${action}, ${until}) as key`)[0]?.key ?? undefined;
}

/** The one action that the link which was shown opens, with nothing else of its meeting. */
export async function findLinkedAction(scope: Scope): Promise<{ id: string; what: MeetingText; due: string; bodySlug: string } | undefined> {
  return (await scope.sql<{ id: string; what: MeetingText; due: string; bodySlug: string }[]>`select a.id, a.what, a.due, a.body_slug as "bodySlug" from governance.action a where a.id = (select governance.linked_action())`)[0];
}

/** Reports by the link that was shown and uses it up; the action's id, or undefined when the link holds no more. */
export async function insertLinkedReport(scope: Scope, row: { id: string; kind: ReportKind; body: string }): Promise<string | undefined> {
  return (await scope.sql<{ action: string | null }[]>`select governance.report_by_link(${row.id}, ${row.kind}, ${row.body}) as action`)[0]?.action ?? undefined;
}

/** Whether a member has left the matter of an action; the worker's question before it sends a link. */
export async function hasLeft(scope: Scope, member: string, matter: string): Promise<boolean> {
  return (await scope.sql<{ left: boolean }[]>`select governance.has_left(${member}, ${matter}) as left`)[0]?.left ?? false;
}

/** Whether an account is out of what an obligation is about; the worker's question before it reminds of it. */
export async function isClosedTo(scope: Scope, account: string, about: { matter: string | null; subject: { kind: string; id: string } }): Promise<boolean> {
  const things = [`${about.subject.kind}:${about.subject.id}`, ...(about.matter ? [`matter:${about.matter}`] : [])];
  return (await scope.sql<{ closed: boolean }[]>`select governance.things_closed_to(${account}) && ${things}::text[] as closed`)[0]?.closed ?? false;
}
