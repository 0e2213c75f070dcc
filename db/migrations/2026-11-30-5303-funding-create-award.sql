-- Awards, their instalments and changes, payments handed to the finance system, and reports.
create table funding.award (
  id uuid constraint award_pkey primary key,
  call_id uuid not null constraint award_call_fkey references funding.call,
  application_id uuid constraint award_application_key unique constraint award_application_fkey references funding.application,
  from_reserve boolean not null default false,
  number text not null constraint award_number_key unique,
  recipient text not null,
  registration text not null default '',
  title text not null,
  summary text not null,
  amount numeric(14, 2) not null constraint award_amount check (amount > 0),
  awarded_on date not null,
  starts_on date not null,
  ends_on date not null,
  signed_on date,
  priorities text[] not null default '{}',
  municipalities text[] not null default '{}',
  population text,
  body_slug text,
  reason text,
  demonstration boolean not null default false,
  constraint award_dates check (ends_on >= starts_on),
  constraint award_origin check (from_reserve = (application_id is null))
);
create index award_call on funding.award (call_id);

create table funding.payment_file (
  id uuid constraint payment_file_pkey primary key,
  made_at timestamptz not null,
  made_by uuid
);

-- A part of an award. It is released when its condition holds, and then goes into one file for the finance system, which pays. Nothing is paid from here.
create table funding.instalment (
  id uuid constraint instalment_pkey primary key,
  award_id uuid not null constraint instalment_award_fkey references funding.award,
  position integer not null,
  due_on date not null,
  amount numeric(14, 2) not null constraint instalment_amount check (amount > 0),
  condition text not null constraint instalment_condition check (condition in ('agreement', 'report')),
  report_stage integer,
  payment_file_id uuid constraint instalment_payment_file_fkey references funding.payment_file,
  paid_on date,
  constraint instalment_position_key unique (award_id, position),
  constraint instalment_stage check ((condition = 'report') = (report_stage is not null)),
  constraint instalment_paid check (paid_on is null or payment_file_id is not null)
);
create index instalment_file on funding.instalment (payment_file_id);

create table funding.award_change (
  id uuid constraint award_change_pkey primary key,
  award_id uuid not null constraint award_change_award_fkey references funding.award,
  kind text not null constraint award_change_kind check (kind in ('amount', 'end')),
  before text not null,
  after text not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null
);
create index award_change_award on funding.award_change (award_id);

-- What a recipient owes: one row a stage, sent by the code of the application (of an award from the reserve, typed in by the office).
create table funding.report (
  id uuid constraint report_pkey primary key,
  award_id uuid not null constraint report_award_fkey references funding.award,
  stage integer not null,
  final boolean not null,
  due_on date not null,
  state text not null default 'due' constraint report_state check (state in ('due', 'sent', 'asked', 'accepted', 'refused')),
  spent numeric(14, 2) constraint report_spent check (spent >= 0),
  people integer constraint report_people check (people >= 0),
  done text not null default '',
  changed text not null default '',
  sent_at timestamptz,
  answer text,
  answered_at timestamptz,
  constraint report_stage_key unique (award_id, stage),
  constraint report_whole check (state = 'due' or (spent is not null and people is not null and sent_at is not null))
);
alter table funding.award enable row level security, force row level security;
alter table funding.payment_file enable row level security, force row level security;
alter table funding.instalment enable row level security, force row level security;
alter table funding.award_change enable row level security, force row level security;
alter table funding.report enable row level security, force row level security;

-- The awards that the code shown opens.
create function funding.own_awards() returns setof uuid language sql stable security definer set search_path = '' as $$
  select w.id from funding.award w where w.application_id in (select funding.own_applications())
$$;

-- At the end of every transaction the instalments of an award add up to it, to the cent.
create function funding.check_instalments() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  its uuid;
begin
  -- By branches: a record has only the columns of its own table.
  if tg_table_name = 'award' then its := new.id; elsif tg_op = 'DELETE' then its := old.award_id; else its := new.award_id; end if;
  if exists (select from funding.award w where w.id = its and w.amount <> (select coalesce(sum(i.amount), 0) from funding.instalment i where i.award_id = its)) then
    raise exception 'the instalments do not add up to the award' using errcode = '23514', constraint = 'instalment_sum';
  end if;
  return null;
end $$;
create constraint trigger award_instalments after insert or update on funding.award deferrable initially deferred for each row execute function funding.check_instalments();
create constraint trigger instalment_instalments after insert or update or delete on funding.instalment deferrable initially deferred for each row execute function funding.check_instalments();

-- An instalment may go to the finance system once the agreement is signed and its own condition holds.
create function funding.is_released(instalment funding.instalment) returns boolean language sql stable set search_path = '' as $$
  select exists (select from funding.award w where w.id = instalment.award_id and w.signed_on is not null)
    and (instalment.condition = 'agreement' or exists (select from funding.report r where r.award_id = instalment.award_id and r.stage = instalment.report_stage and r.state = 'accepted'))
$$;
create function funding.check_payment() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.payment_file_id is not null and (new.payment_file_id is distinct from old.payment_file_id or new.amount <> old.amount) then
    raise exception 'an instalment that went to the finance system stands' using errcode = '23514', constraint = 'instalment_stands';
  end if;
  if old.payment_file_id is null and new.payment_file_id is not null and not funding.is_released(new) then
    raise exception 'the condition of the instalment does not hold' using errcode = '23514', constraint = 'instalment_released';
  end if;
  return new;
end $$;
create trigger instalment_payment before update on funding.instalment for each row execute function funding.check_payment();

-- The awards whose application is not closed to whoever acts.
create function funding.reached_awards() returns setof uuid language sql stable security definer set search_path = '' as $$
  select w.id from funding.award w where w.application_id is null or w.application_id not in (select funding.closed_applications())
$$;

-- What reports that were accepted say in numbers, for everybody: the newest of each award, whose sums run from its start. A report of fewer than six people says nothing.
create function funding.accepted_totals() returns table (award_id uuid, spent numeric, people integer, final boolean) language sql stable security definer set search_path = '' as $$
  select t.award_id, t.spent, t.people, t.final from (
    select distinct on (r.award_id) r.award_id, r.spent, r.people, r.final from funding.report r where r.state = 'accepted' and r.answered_at <= platform.ctx_now() order by r.award_id, r.stage desc) t
  where t.people >= 6
$$;
