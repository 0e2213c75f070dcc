-- Review: who scores what, declared conflicts, score sheets, moderation and the decision on each applicant.
create table funding.assignment (
  application_id uuid not null constraint assignment_application_fkey references funding.application,
  account_id uuid not null constraint assignment_account_fkey references identity.account,
  assigned_by uuid,
  assigned_at timestamptz not null,
  constraint assignment_pkey primary key (application_id, account_id)
);
-- Whoever declared a conflict has left the file for good.
create table funding.conflict (
  application_id uuid not null constraint conflict_application_fkey references funding.application,
  account_id uuid not null constraint conflict_account_fkey references identity.account,
  declared_at timestamptz not null,
  constraint conflict_pkey primary key (application_id, account_id)
);
create table funding.score (
  application_id uuid not null constraint score_application_fkey references funding.application,
  account_id uuid not null constraint score_account_fkey references identity.account,
  criterion_id uuid not null constraint score_criterion_fkey references funding.criterion,
  points integer not null constraint score_points check (points >= 0),
  constraint score_pkey primary key (application_id, account_id, criterion_id)
);
create table funding.sheet (
  application_id uuid not null constraint sheet_application_fkey references funding.application,
  account_id uuid not null constraint sheet_account_fkey references identity.account,
  comment text not null default '',
  finished_at timestamptz,
  constraint sheet_pkey primary key (application_id, account_id)
);
-- What the meeting of the scorers agreed where their scores lay apart: per cent of the points that can be had.
create table funding.moderation (
  application_id uuid constraint moderation_pkey primary key constraint moderation_application_fkey references funding.application,
  per_cent numeric(5, 2) not null constraint moderation_per_cent check (per_cent between 0 and 100),
  reason text not null,
  held_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null
);
-- What a body decided about an applicant, with the reason that the applicant is told.
create table funding.outcome (
  application_id uuid constraint outcome_pkey primary key constraint outcome_application_fkey references funding.application,
  granted boolean not null,
  amount numeric(14, 2) not null constraint outcome_amount check (amount >= 0 and granted = (amount > 0)),
  reason platform.bilingual not null,
  decision_id uuid,
  decided_on date not null,
  told_at timestamptz
);
create index assignment_account on funding.assignment (account_id);
alter table funding.assignment enable row level security, force row level security;
alter table funding.conflict enable row level security, force row level security;
alter table funding.score enable row level security, force row level security;
alter table funding.sheet enable row level security, force row level security;
alter table funding.moderation enable row level security, force row level security;
alter table funding.outcome enable row level security, force row level security;

-- The applications that are closed to whoever acts, because she declared a conflict.
create function funding.closed_applications() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.application_id from funding.conflict c where c.account_id = platform.ctx_account()
$$;
-- The applications that whoever acts was asked to score and that are not closed to her.
create function funding.assigned_applications() returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.application_id from funding.assignment a where a.account_id = platform.ctx_account() and platform.ctx_has('fund-scorer')
  except select funding.closed_applications()
$$;
-- Whether the own sheet on an application is finished, and so stands.
create function funding.finished_sheets() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.application_id from funding.sheet s where s.account_id = platform.ctx_account() and s.finished_at is not null
$$;

-- The people of an application, with the audit row of who looked; nothing for whoever may not.
create function funding.read_people(application uuid) returns table (name text, email text) language plpgsql security definer set search_path = '' as $$
begin
  if not funding.is_office() or application in (select funding.closed_applications()) then
    perform platform.write_audit('application.read-people', 'application', application::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('application.read-people', 'application', application::text, 'permit', '{"section": "people"}');
  return query select p.name, p.email from funding.applicant p where p.application_id = application order by p.added_at, p.id;
end $$;

-- Whom the office may ask to score.
create function funding.scorers() returns table (account_id uuid, name text) language sql stable security definer set search_path = '' as $$
  select distinct a.id, a.name from identity.account a join identity.membership m on m.account_id = a.id
  where funding.is_office() and a.closed_at is null and m.role = 'fund-scorer' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) order by 2
$$;

-- Addresses for the letter about an application, for the worker alone.
create function funding.letter_people(application uuid) returns table (id uuid, name text, email text) language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email from funding.applicant p where p.application_id = application and p.email is not null and platform.ctx_actor() = 'worker'
$$;
