-- The Situation Table: four filters, and each filter decides which data exist. No table here has room for a name, a birth date, an address or a file number.
create schema situation;

-- Reference data of the provincial database with stable codes: risk and protective factors, flags, who else is affected, services, reasons.
create table situation.code (
  slug text constraint code_pkey primary key,
  list text not null constraint code_list check (list in ('risk', 'protective', 'flag', 'affected', 'service', 'reject', 'close')),
  category text not null,
  category_name platform.bilingual not null,
  name platform.bilingual not null,
  -- Told of nobody under 18: it would say that a young person was dealt with by the police or a court.
  criminal boolean not null default false,
  confirmed boolean not null,
  position integer not null,
  origin text not null constraint code_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table situation.setting (
  body_slug text constraint setting_pkey primary key constraint setting_body_fkey references governance.body (slug),
  -- What may be said at filter 3: no identifier at all (the stricter, where nothing is set), or the few that tell who has a role. The program holds neither.
  identifiers text not null default 'none' constraint setting_identifiers check (identifiers in ('none', 'limited')),
  changed_by uuid not null,
  changed_at timestamptz not null
);

-- A seat opens only to whoever signed the confidentiality agreement, for a year; the chair confirms it, the plan office that of the chair.
create table situation.agreement (
  id uuid constraint agreement_pkey primary key,
  body_slug text not null constraint agreement_body_fkey references governance.body (slug),
  account_id uuid not null constraint agreement_account_fkey references identity.account,
  agency_id uuid not null constraint agreement_agency_fkey references identity.agency,
  version integer not null,
  signed_at timestamptz not null,
  expires_on date not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  ended_at timestamptz,
  constraint agreement_confirmed check ((confirmed_at is null) = (confirmed_by is null) and confirmed_by <> account_id)
);
create index agreement_account on situation.agreement (account_id);

create table situation.discussion (
  -- Random, so that it tells nothing of when or how many.
  id uuid constraint discussion_pkey primary key,
  body_slug text not null constraint discussion_body_fkey references governance.body (slug),
  agency_id uuid not null constraint discussion_agency_fkey references identity.agency,
  brought_by uuid not null,
  brought_at timestamptz not null,
  state text not null constraint discussion_state check (state in ('screened', 'table', 'rejected', 'roles', 'planning', 'closed')),
  year integer,
  number integer,
  opened_on date,
  kind text constraint discussion_kind check (kind in ('person', 'family', 'dwelling', 'group', 'neighbourhood', 'environment')),
  age_band text constraint discussion_age_band check (age_band in ('0-5', '6-11', '12-17', '18-24', '25-29', '30-39', '40-59', '60+', 'none')),
  sex text constraint discussion_sex check (sex in ('female', 'male', 'another', 'unknown', 'none')),
  decided_on date,
  votes_for integer,
  votes_against integer,
  -- How often the same agency brought the same file before, by its own pseudonym.
  earlier integer,
  reason text constraint discussion_reason_fkey references situation.code,
  closed_on date,
  demonstration boolean not null default false,
  constraint discussion_number unique (body_slug, year, number),
  -- Filter 1: the statement of the agency that its options are exhausted, and nothing else.
  constraint discussion_filter_1 check (state <> 'screened' or num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 0),
  -- Filter 2: that something is discussed; what is told of it stands where it can vanish.
  constraint discussion_filter_2 check (state <> 'table' or (num_nonnulls(year, number, opened_on) = 3 and num_nonnulls(kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 0)),
  -- Rejected: the limited data of the provincial database.
  constraint discussion_rejected check (state <> 'rejected' or (num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, reason, closed_on) = 9 and num_nonnulls(votes_for, votes_against, earlier) = 0)),
  constraint discussion_accepted check (state not in ('roles', 'planning') or (num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier) = 10 and num_nonnulls(reason, closed_on) = 0)),
  constraint discussion_closed check (state <> 'closed' or num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 12)
);

-- What is told at filter 2, and the votes, until the table has decided: UNLOGGED, so that they stand in no write-ahead log, no replica and no backup; without
-- statistics, because those are logged and quote values. Forgetting one truncates the file and writes the others anew (decision 13).
create unlogged table situation.told (
  discussion_id uuid constraint told_pkey primary key,
  kind text not null,
  age_band text not null,
  sex text not null,
  codes text[] not null,
  stakes text[] not null,
  words text not null,
  mark bytea
) with (autovacuum_enabled = false, toast.autovacuum_enabled = false);
create unlogged table situation.vote (
  discussion_id uuid not null,
  agency_id uuid not null,
  vote text not null,
  constraint vote_pkey primary key (discussion_id, agency_id)
) with (autovacuum_enabled = false);
do $$ declare c record; begin
  for c in select attrelid::regclass as t, attname from pg_attribute where attrelid in ('situation.told'::regclass, 'situation.vote'::regclass) and attnum > 0 loop
    execute format('alter table %s alter column %I set statistics 0', c.t, c.attname);
  end loop;
end $$;

-- What an accepted discussion keeps of what was told.
create table situation.discussion_code (
  discussion_id uuid not null constraint discussion_code_discussion_fkey references situation.discussion,
  code text not null constraint discussion_code_code_fkey references situation.code,
  constraint discussion_code_pkey primary key (discussion_id, code)
);
-- The file of an agency under a pseudonym that only this agency can make again; nobody else can tell from it whose file it is.
create table situation.mark (
  discussion_id uuid constraint mark_pkey primary key constraint mark_discussion_fkey references situation.discussion,
  agency_id uuid not null,
  mark bytea not null
);
create index mark_agency on situation.mark (agency_id, mark);
create table situation.agency_key (
  agency_id uuid constraint agency_key_pkey primary key constraint agency_key_agency_fkey references identity.agency,
  proof bytea not null
);
create table situation.participation (
  discussion_id uuid not null constraint participation_discussion_fkey references situation.discussion,
  agency_id uuid not null constraint participation_agency_fkey references identity.agency,
  part text not null constraint participation_part check (part in ('lead', 'assisting')),
  account_id uuid not null,
  named_at timestamptz not null,
  constraint participation_pkey primary key (discussion_id, agency_id)
);
create unique index participation_lead on situation.participation (discussion_id) where part = 'lead';
create table situation.intervention (
  discussion_id uuid constraint intervention_pkey primary key constraint intervention_discussion_fkey references situation.discussion,
  began_at timestamptz not null,
  -- The plan stands once an agency has written what it offers.
  planned_at timestamptz,
  knocked_on date,
  knock text constraint intervention_knock check (knock in ('answered', 'not-answered', 'refused')),
  consent_on date,
  reported_at timestamptz,
  constraint intervention_consent check (consent_on is null or knocked_on is null or knock = 'answered')
);
create table situation.plan_step (
  id uuid constraint plan_step_pkey primary key,
  discussion_id uuid not null constraint plan_step_discussion_fkey references situation.discussion,
  agency_id uuid not null,
  service text not null constraint plan_step_service_fkey references situation.code,
  standing text not null constraint plan_step_standing check (standing in ('planned', 'informed', 'connected', 'engaged', 'refused')),
  changed_at timestamptz not null,
  constraint plan_step_once unique (discussion_id, agency_id, service)
);
-- Every disclosure: which field, never its value. Records under the Youth Criminal Justice Act have no field here.
create table situation.disclosure (
  id uuid constraint disclosure_pkey primary key,
  discussion_id uuid not null constraint disclosure_discussion_fkey references situation.discussion,
  at timestamptz not null,
  filter integer not null constraint disclosure_filter check (filter in (3, 4)),
  from_agency uuid not null,
  from_account uuid not null,
  to_agency uuid not null,
  fields text[] not null constraint disclosure_fields check (cardinality(fields) > 0 and fields <@ array['name', 'birth-date', 'address', 'contact', 'household', 'health', 'substance-use', 'housing', 'school', 'income', 'services', 'safety']),
  authority text not null constraint disclosure_authority check (authority in ('consent', 'compelling-circumstances', 'serious-bodily-harm', 'child-family-harm', 'child-protection')),
  constraint disclosure_other check (to_agency <> from_agency),
  -- Filter 3 is there to find out who has a role: the identifiers, nothing of what somebody lives through.
  constraint disclosure_filter_3 check (filter = 4 or fields <@ array['name', 'birth-date', 'address'])
);
create index disclosure_discussion on situation.disclosure (discussion_id);
-- Somebody came to harm after a discussion, or more was said than may be: the table looks back.
create table situation.review (
  id uuid constraint review_pkey primary key,
  discussion_id uuid not null constraint review_discussion_fkey references situation.discussion,
  kind text not null constraint review_kind check (kind in ('death', 'serious-harm', 'child-harmed', 'disclosed-too-much')),
  asked_at timestamptz not null,
  asked_by uuid not null,
  concluded_at timestamptz,
  finding text constraint review_finding check (finding in ('nothing-to-change', 'decided-too-late', 'agency-missing', 'plan-not-kept', 'disclosure-rules', 'systemic')),
  constraint review_concluded check ((concluded_at is null) = (finding is null))
);
create index review_discussion on situation.review (discussion_id);
create table situation.event (
  id uuid constraint event_pkey primary key,
  discussion_id uuid not null constraint event_discussion_fkey references situation.discussion,
  at timestamptz not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  agency_id uuid not null,
  account_id uuid not null
);
create index event_discussion on situation.event (discussion_id, at);
create table situation.transition (
  step text not null,
  from_state text not null,
  to_state text not null,
  actor text not null constraint transition_actor check (actor in ('chair', 'seat', 'originator', 'lead', 'participant')),
  constraint transition_pkey primary key (step, from_state, actor)
);

do $$ declare t text; begin
  foreach t in array array['code', 'setting', 'agreement', 'discussion', 'told', 'vote', 'discussion_code', 'mark', 'agency_key', 'participation', 'intervention', 'plan_step', 'disclosure', 'review', 'event', 'transition'] loop
    execute format('alter table situation.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- The same table as src/modules/situation/discussion/rules.ts; a test holds the two together.
create policy fill on situation.transition for insert to ct_owner with check (true);
insert into situation.transition (step, from_state, to_state, actor)
select r.step, r.from_state, r.to_state, a from (values
  ('withdraw', 'screened', 'screened', '{originator}'::text[]),
  ('tell', 'screened', 'table', '{originator}'),
  ('tell', 'table', 'table', '{originator}'),
  ('vote', 'table', 'table', '{seat}'),
  ('reject', 'table', 'rejected', '{chair}'),
  ('accept', 'table', 'roles', '{chair}'),
  ('name', 'roles', 'roles', '{chair}'),
  ('unname', 'roles', 'roles', '{chair}'),
  ('plan', 'roles', 'planning', '{chair}'),
  ('disclose', 'roles', 'roles', '{seat}'),
  ('disclose', 'planning', 'planning', '{participant}'),
  ('offer', 'planning', 'planning', '{participant}'),
  ('standing', 'planning', 'planning', '{participant}'),
  ('knock', 'planning', 'planning', '{lead}'),
  ('report', 'planning', 'planning', '{lead}'),
  ('close', 'planning', 'closed', '{lead}'),
  ('review', 'closed', 'closed', '{seat}'),
  ('conclude', 'closed', 'closed', '{chair}')
) r (step, from_state, to_state, actors), unnest(r.actors) a;
drop policy fill on situation.transition;

-- No state follows another but by the table, whoever writes.
create function situation.hold_course() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state <> new.state and not exists (select from situation.transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'no step leads there' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger discussion_course before update on situation.discussion for each row execute function situation.hold_course();
-- A filter's data can be written only while the discussion stands there.
create function situation.hold_filter() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from situation.discussion d where d.id = new.discussion_id and d.state = any (tg_argv)) then
    raise exception 'not at this filter' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger told_filter before insert or update on situation.told for each row execute function situation.hold_filter('table');
create trigger vote_filter before insert or update on situation.vote for each row execute function situation.hold_filter('table');
create trigger discussion_code_filter before insert or update on situation.discussion_code for each row execute function situation.hold_filter('roles');
create trigger mark_filter before insert or update on situation.mark for each row execute function situation.hold_filter('roles');
create trigger participation_filter before insert or update on situation.participation for each row execute function situation.hold_filter('roles');
create trigger intervention_filter before insert or update on situation.intervention for each row execute function situation.hold_filter('planning');
create trigger plan_step_filter before insert or update on situation.plan_step for each row execute function situation.hold_filter('planning');
create trigger disclosure_filter before insert or update on situation.disclosure for each row execute function situation.hold_filter('roles', 'planning');
create trigger review_filter before insert or update on situation.review for each row execute function situation.hold_filter('closed');
