import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { IssueState } from './rules.ts';

export type IssueEvent = { readonly at: Date; readonly kind: string; readonly toState: IssueState | null; readonly note: string | null; readonly shown: boolean };
export type IssueMessage = { readonly at: Date; readonly direction: 'to-proposer' | 'from-proposer'; readonly body: string };

export async function insertIssueEvent(scope: Scope, issue: string, event: { kind: string; toState?: IssueState; note?: string; shown: boolean }): Promise<void> {
  const account = accountOf(scope);
  await scope.sql`insert into engagement.issue_event (id, issue_id, at, kind, to_state, note, shown, account_id)
    values (${newId()}, ${issue}, ${scope.now}, ${event.kind}, ${event.toState ?? null}, ${event.note ?? null}, ${event.shown}, ${account})`;
}
export async function listIssueEvents(scope: Scope, issue: string): Promise<IssueEvent[]> {
  return await scope.sql<IssueEvent[]>`select at, kind, to_state as "toState", note, shown from engagement.issue_event where issue_id = ${issue} order by at, id`;
}
export async function insertIssueMessage(scope: Scope, issue: string, direction: IssueMessage['direction'], body: string): Promise<void> {
  await scope.sql`insert into engagement.issue_message (id, issue_id, direction, body, at) values (${newId()}, ${issue}, ${direction}, ${body}, ${scope.now})`;
}
export async function listIssueMessages(scope: Scope, issue: string): Promise<IssueMessage[]> {
  return await scope.sql<IssueMessage[]>`select at, direction, body from engagement.issue_message where issue_id = ${issue} order by at, id`;
}
