import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { IssueState } from './rules.ts';

export type Issue = {
  readonly id: string; readonly reference: string; readonly channel: string; readonly language: Language; readonly title: string; readonly description: string;
  readonly municipality: string | null; readonly affected: string | null; readonly state: IssueState; readonly aboutPerson: boolean; readonly wantsAnswer: boolean;
  readonly address: string | null; readonly serviceCode: string | null;
  readonly receivedAt: Date; readonly changedAt: Date; readonly toLeadershipAt: Date | null; readonly leadershipNote: string | null;
  readonly decisionId: string | null; readonly prioritySlug: string | null; readonly bodySlug: string | null; readonly mergedInto: string | null;
};

const columns = (sql: Scope['sql']) => sql`i.id, i.reference, i.channel, i.language, i.title, i.description, i.municipality, i.affected, i.state, i.about_person as "aboutPerson",
  i.wants_answer as "wantsAnswer", i.address, i.service_code as "serviceCode", i.received_at as "receivedAt", i.changed_at as "changedAt", i.to_leadership_at as "toLeadershipAt",
  i.leadership_note as "leadershipNote", i.decision_id as "decisionId", i.priority_slug as "prioritySlug", i.body_slug as "bodySlug", i.merged_into as "mergedInto"`;

export type NewIssue = {
  id: string; reference: string; codeHash: Uint8Array; channel: string; language: Language; title: string; description: string; municipality: string | null; affected: string | null;
  aboutPerson: boolean; wantsAnswer: boolean; serviceCode: string | null; address: string | null; lat: number | null; long: number | null; sourceHash: Uint8Array | null;
};

/** Adds an issue; false when the same id or source is there already. */
export async function insertIssue(scope: Scope, n: NewIssue): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into engagement.issue (id, reference, code_hash, channel, language, title, description, municipality, affected, state, about_person, wants_answer,
      service_code, address, lat, long, source_hash, received_at, changed_at)
    values (${n.id}, ${n.reference}, ${n.codeHash}, ${n.channel}, ${n.language}, ${n.title}, ${n.description}, ${n.municipality}, ${n.affected}, 'submitted', ${n.aboutPerson}, ${n.wantsAnswer},
      ${n.serviceCode}, ${n.address}, ${n.lat}, ${n.long}, ${n.sourceHash}, ${now}, ${now})
    on conflict do nothing`;
  return done.count > 0;
}

export async function nextReference(scope: Scope, prefix: string): Promise<string> {
  const [row] = await scope.sql<{ reference: string }[]>`select engagement.next_reference(${prefix}, ${Number(scope.today.slice(0, 4))}) as reference`;
  return row?.reference ?? '';
}

export type Proposer = { readonly name: string | null; readonly email: string | null; readonly phone: string | null; readonly organisation: string | null };
export async function insertProposer(scope: Scope, issue: string, p: Proposer): Promise<void> {
  await scope.sql`insert into engagement.proposer (issue_id, name, email, phone, organisation) values (${issue}, ${p.name}, ${p.email}, ${p.phone}, ${p.organisation})`;
}
/** The contact of an issue's proposer, with an audit row; empty for whoever may not. */
export async function readProposer(scope: Scope, issue: string): Promise<Proposer | undefined> {
  return (await scope.sql<Proposer[]>`select name, email, phone, organisation from engagement.read_proposer(${issue})`)[0];
}
/** The address for mails; the worker's alone. */
export async function findProposerForMail(scope: Scope, issue: string): Promise<{ email: string | null } | undefined> {
  return (await scope.sql<{ email: string | null }[]>`select email from engagement.proposer where issue_id = ${issue}`)[0];
}

export async function findIssue(scope: Scope, id: string): Promise<Issue | undefined> {
  return (await scope.sql<Issue[]>`select ${columns(scope.sql)} from engagement.issue i where i.id = ${id}`)[0];
}
/** The one issue that the shown code opens. */
export async function findOwnIssue(scope: Scope, reference: string): Promise<Issue | undefined> {
  return (await scope.sql<Issue[]>`select ${columns(scope.sql)} from engagement.issue i where i.reference = ${reference} and i.code_hash = platform.ctx_capability()`)[0];
}
/** The reference of an issue whose code was shown. */
export async function findOwnReference(scope: Scope, id: string): Promise<string | undefined> {
  return (await scope.sql<{ reference: string }[]>`select reference from engagement.issue where id = ${id} and code_hash = platform.ctx_capability()`)[0]?.reference;
}
export async function findIssueByReference(scope: Scope, reference: string): Promise<Issue | undefined> {
  return (await scope.sql<Issue[]>`select ${columns(scope.sql)} from engagement.issue i where i.reference = ${reference}`)[0];
}

/** Reference and day of the issue that a key issue came from, as anybody may know them. */
export async function findOrigin(scope: Scope, id: string): Promise<{ reference: string; raisedOn: string } | undefined> {
  return (await scope.sql<{ reference: string; raisedOn: string }[]>`select reference, (raised_at at time zone ${scope.timeZone})::date as "raisedOn" from engagement.find_origin(${id})`)[0];
}

export async function listIssues(scope: Scope, filter: { states?: readonly string[]; search?: string; leadership?: boolean } = {}): Promise<Issue[]> {
  const { sql } = scope;
  return await sql<Issue[]>`select ${columns(sql)} from engagement.issue i where true
    ${filter.states ? sql`and i.state = any (${[...filter.states]})` : sql``} ${filter.leadership ? sql`and i.to_leadership_at is not null` : sql``}
    ${filter.search ? sql`and (i.reference = ${filter.search.toUpperCase()} or to_tsvector('simple', i.title || ' ' || i.description) @@ plainto_tsquery('simple', ${filter.search}))` : sql``}
    order by i.received_at limit 200`;
}

/** Issues that may be about the same: shared words, nearest first. */
export async function listSimilar(scope: Scope, issue: Issue): Promise<Issue[]> {
  const { sql } = scope;
  const words = [...new Set(`${issue.title} ${issue.description}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].slice(0, 40);
  if (words.length === 0) return [];
  const query = words.join(' | ');
  return await sql<Issue[]>`select ${columns(sql)} from engagement.issue i
    where i.id <> ${issue.id} and i.state not in ('merged', 'withdrawn') and to_tsvector('simple', i.title || ' ' || i.description) @@ to_tsquery('simple', ${query})
    order by ts_rank(to_tsvector('simple', i.title || ' ' || i.description), to_tsquery('simple', ${query})) + case when i.municipality = ${issue.municipality} then 0.05 else 0 end desc limit 5`;
}

export type Change = { state: IssueState; toLeadership?: boolean; leadershipNote?: string; decision?: string; prioritySlug?: string | null; bodySlug?: string | null; mergedInto?: string | null };
/** Writes a change if the issue still stands where it was read; 0 when somebody was faster. */
export async function updateIssue(scope: Scope, issue: Issue, change: Change): Promise<number> {
  const { sql, now } = scope;
  const done = await sql`update engagement.issue set state = ${change.state}, changed_at = ${now}
    ${change.toLeadership ? sql`, to_leadership_at = ${now}` : sql``} ${change.leadershipNote === undefined ? sql`` : sql`, leadership_note = ${change.leadershipNote}`}
    ${change.decision ? sql`, decision_id = ${change.decision}` : sql``} ${change.prioritySlug === undefined ? sql`` : sql`, priority_slug = ${change.prioritySlug}`}
    ${change.bodySlug === undefined ? sql`` : sql`, body_slug = ${change.bodySlug}`} ${change.mergedInto === undefined ? sql`` : sql`, merged_into = ${change.mergedInto}`}
    where id = ${issue.id} and state = ${issue.state}`;
  return done.count;
}
