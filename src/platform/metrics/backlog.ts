import { type Database, inScope } from '#app/platform/db/scope.ts';
import type { Family, Sample } from './families.ts';

type Row = { name: string; label: string; value: number };

/** What waits in the database, the same from whichever process it is asked: events, jobs, mails, audit lines. Counts and ages, never a row. */
export async function readBacklog(database: Database): Promise<Family[]> {
  const rows = await inScope(database, { as: 'worker', purpose: 'metrics' }, async ({ sql, now }) => [
    ...(await sql<Row[]>`
      select 'events' as name, '' as label, count(*)::float8 as value from platform.event
      union all select 'event_age', '', coalesce(extract(epoch from ${now} - min(moment)), 0)::float8 from platform.event
      union all select 'jobs', state::text, count(*)::float8 from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by state
      union all select 'job_age', '', coalesce(extract(epoch from now() - min(start_after)), 0)::float8 from pgboss.job where state in ('created', 'retry') and start_after <= now()
      union all select 'mails', state, count(*)::float8 from platform.mail_message group by state
      union all select 'mail_age', '', coalesce(extract(epoch from ${now} - min(not_before)), 0)::float8 from platform.mail_message where state = 'queued' and not_before <= ${now}`),
  ]);
  const pending = await inScope(database, { as: 'auditor', purpose: 'metrics' }, async ({ sql }) => await sql<Row[]>`
    select 'audit' as name, '' as label, count(*)::float8 as value from platform.audit_pending`);
  const all = [...rows, ...pending];
  const gauge = (name: string, kind: string, help: string, label?: string): Family => ({
    name, type: 'gauge', help,
    samples: all.filter((row) => row.name === kind).map((row): Sample => ({ labels: label ? { [label]: row.label } : {}, value: Math.max(0, row.value) })),
  });
  return [
    gauge('ct_events_waiting', 'events', 'Events that no job has been made of yet'),
    gauge('ct_event_age_seconds', 'event_age', 'Age of the oldest of them'),
    gauge('ct_queue_jobs', 'jobs', 'Jobs in the queue by state', 'state'),
    gauge('ct_queue_age_seconds', 'job_age', 'How long the oldest job that is due has waited'),
    gauge('ct_outbox_mails', 'mails', 'Mails by state', 'state'),
    gauge('ct_outbox_age_seconds', 'mail_age', 'How long the oldest mail that is due has waited'),
    gauge('ct_audit_unsealed', 'audit', 'Audit lines that are not in the chain yet'),
  ];
}
