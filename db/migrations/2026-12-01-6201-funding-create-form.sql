-- The questions of reports, by call and stage. A version is never changed: what a report answered stays what it answered. A version without questions asks for no follow-up.
create table funding.form (
  id uuid constraint form_pkey primary key,
  call_id uuid not null constraint form_call_fkey references funding.call,
  stage text not null constraint form_stage check (stage in ('interim', 'final', 'follow-up')),
  version integer not null constraint form_version check (version > 0),
  questionnaire jsonb not null,
  months integer constraint form_months check (months between 1 and 36),
  made_by uuid,
  made_at timestamptz not null,
  constraint form_version_key unique (call_id, stage, version),
  constraint form_follow_up check ((stage = 'follow-up') = (months is not null))
);
alter table funding.form enable row level security, force row level security;

-- A follow-up comes after the final report and counts neither money nor people anew.
alter table funding.report
  add column follow_up boolean not null default false,
  add column form_id uuid constraint report_form_fkey references funding.form,
  add column answers jsonb,
  drop constraint report_whole,
  add constraint report_whole check (state = 'due' or (sent_at is not null and (follow_up or (spent is not null and people is not null)))),
  add constraint report_follow_up check (not (final and follow_up));
create index report_form on funding.report (form_id);

create or replace function funding.accepted_totals() returns table (award_id uuid, spent numeric, people integer, final boolean) language sql stable security definer set search_path = '' as $$
  select t.award_id, t.spent, t.people, t.final from (
    select distinct on (r.award_id) r.award_id, r.spent, r.people, r.final from funding.report r where r.state = 'accepted' and not r.follow_up and r.answered_at <= platform.ctx_now() order by r.award_id, r.stage desc) t
  where t.people >= 6
$$;
