-- Referrals that close the loop: one row for where each stands, an append-only history, and the table of what may follow what, which the database itself
-- holds to: no update goes past it, whoever makes it.
alter table access.consent add column to_organizations uuid[] not null default '{}', drop constraint consent_to_agencies,
  add constraint consent_to_agencies check (cardinality(to_agencies) + cardinality(to_organizations) > 0);
create index consent_organizations on access.consent using gin (to_organizations) where withdrawn_at is null;

create table access.referral_transition (
  step text not null,
  from_state text not null,
  to_state text not null,
  actor text not null constraint referral_transition_actor check (actor in ('sender', 'receiver', 'person', 'coordinator', 'system')),
  constraint referral_transition_pkey primary key (step, from_state, actor)
);
create table access.referral_reason (
  step text not null,
  reason text not null,
  constraint referral_reason_pkey primary key (step, reason)
);
-- Service levels: none is law, each can be set for a community.
create table access.referral_term (
  name text constraint referral_term_pkey primary key,
  unit text not null constraint referral_term_unit check (unit in ('days', 'working-days')),
  count integer not null constraint referral_term_count check (count >= 0)
);

create table access.referral (
  -- Random, so that a number tells nothing of when or how many.
  id uuid constraint referral_pkey primary key,
  person_id uuid not null constraint referral_person_fkey references access.person,
  service_id uuid not null constraint referral_service_fkey references access.service,
  organization_id uuid not null constraint referral_organization_fkey references access.organization,
  from_agency uuid not null constraint referral_from_agency_fkey references identity.agency,
  -- Null for an organisation that only stands in the directory.
  to_agency uuid constraint referral_to_agency_fkey references identity.agency,
  -- Answered through a link, because nobody there has an account.
  by_link boolean not null default false,
  -- The referral that was declined or failed before this one.
  previous_id uuid constraint referral_previous_fkey references access.referral,
  need text not null constraint referral_need check (need in ('housing', 'mental-health', 'substance-use', 'health', 'income', 'food', 'family', 'safety', 'disability', 'legal', 'settlement', 'employment', 'transport', 'other')),
  urgency text not null constraint referral_urgency check (urgency in ('routine', 'urgent')),
  state text not null default 'draft' constraint referral_state check (state in ('draft', 'sent', 'accepted', 'waitlisted', 'scheduled', 'attended', 'no-show', 'appointment-cancelled', 'in-progress',
    'cancel-requested', 'completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void')),
  -- The telephone hand-off of an urgent referral: who spoke with whom, and when.
  handoff_at timestamptz,
  handoff_with text,
  handoff_by uuid,
  sent_by uuid,
  handled_by uuid,
  made_at timestamptz not null,
  sent_at timestamptz,
  seen_at timestamptz,
  accepted_at timestamptz,
  contacted_at timestamptz,
  waitlisted_at timestamptz,
  appointment_at timestamptz,
  first_service_on date,
  -- The clock stands while the receiver waits for information.
  paused_since timestamptz,
  paused_seconds integer not null default 0,
  paused_to_accept integer,
  paused_to_service integer,
  no_shows integer not null default 0,
  sender_told_at timestamptz,
  stopped_at timestamptz,
  ended_at timestamptz,
  reason text,
  outcome text constraint referral_outcome check (outcome in ('met', 'partly-met', 'not-met', 'unknown')),
  asked_at timestamptz,
  help_answer text constraint referral_help_answer check (help_answer in ('yes', 'partly', 'no')),
  -- The loop is closed: an outcome was reported, the sender can see it, and the person was asked.
  closed_at timestamptz,
  constraint referral_sent check (state in ('draft', 'void', 'withdrawn') or sent_at is not null),
  constraint referral_handoff check (sent_at is null or urgency = 'routine' or (handoff_at is not null and handoff_with is not null and handoff_by is not null)),
  constraint referral_ended check ((ended_at is not null) = (state in ('completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void'))),
  constraint referral_closed check (closed_at is null or (state in ('completed', 'failed') and outcome is not null and asked_at is not null))
);
create index referral_person on access.referral (person_id);
create index referral_from on access.referral (from_agency, state);
create index referral_to on access.referral (to_agency, state);
create index referral_service on access.referral (service_id, ended_at);
create index referral_organization on access.referral (organization_id);
create index referral_previous on access.referral (previous_id);

create table access.referral_event (
  id uuid constraint referral_event_pkey primary key,
  referral_id uuid not null constraint referral_event_referral_fkey references access.referral,
  at timestamptz not null,
  actor text not null constraint referral_event_actor check (actor in ('sender', 'receiver', 'person', 'coordinator', 'system')),
  -- For the audit alone: neither side reads whose account it was.
  account_id uuid,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  -- Whether words were written with it; the words themselves stand apart.
  note_kind text constraint referral_event_note_kind check (note_kind in ('request', 'answer', 'own'))
);
create index referral_event_referral on access.referral_event (referral_id, at);
-- Words: what is asked for and what was answered pass to the receiver as long as the consent holds; what a side writes for itself passes to nobody.
create table access.referral_note (
  id uuid constraint referral_note_pkey primary key,
  referral_id uuid not null constraint referral_note_referral_fkey references access.referral,
  side text not null constraint referral_note_side check (side in ('sender', 'receiver', 'coordinator', 'person')),
  kind text not null constraint referral_note_kind check (kind in ('request', 'answer', 'own')),
  body text not null constraint referral_note_body check (length(body) <= 4000),
  at timestamptz not null
);
create index referral_note_referral on access.referral_note (referral_id);
create table access.referral_link (
  id uuid constraint referral_link_pkey primary key,
  referral_id uuid not null constraint referral_link_referral_fkey references access.referral,
  key_hash bytea not null constraint referral_link_key unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index referral_link_referral on access.referral_link (referral_id);
create table access.referral_code (
  referral_id uuid constraint referral_code_pkey primary key constraint referral_code_referral_fkey references access.referral,
  code_hash bytea not null constraint referral_code_code unique,
  made_at timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['referral', 'referral_event', 'referral_note', 'referral_link', 'referral_code', 'referral_transition', 'referral_reason', 'referral_term'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- The same table as src/modules/access/referral/rules.ts; a test holds the two together.
create policy fill on access.referral_transition for insert to ct_owner with check (true);
create policy fill on access.referral_reason for insert to ct_owner with check (true);
create policy fill on access.referral_term for insert to ct_owner with check (true);
create temporary table referral_rule (step text, from_states text[], to_state text, actors text[], reasons text[]);
insert into referral_rule (step, from_states, to_state, actors, reasons) values
  ('send', '{draft}'::text[], 'sent', '{sender}'::text[], '{}'::text[]),
  ('see', '{sent}'::text[], null, '{receiver}'::text[], '{}'::text[]),
  ('request-info', '{sent,accepted}'::text[], null, '{receiver}'::text[], '{how-to-reach,eligibility,documents,what-is-needed}'::text[]),
  ('answer-info', '{sent,accepted}'::text[], null, '{sender}'::text[], '{}'::text[]),
  ('accept', '{sent,waitlisted}'::text[], 'accepted', '{receiver}'::text[], '{}'::text[]),
  ('waitlist', '{sent,accepted}'::text[], 'waitlisted', '{receiver}'::text[], '{}'::text[]),
  ('review-waitlist', '{waitlisted}'::text[], null, '{receiver}'::text[], '{}'::text[]),
  ('decline', '{sent,waitlisted,accepted}'::text[], 'declined', '{receiver}'::text[], '{no-capacity,additional-assessment-required,not-eligible,outside-area,other-service-fits,person-declined}'::text[]),
  ('try-contact', '{accepted,waitlisted,scheduled,no-show,appointment-cancelled}'::text[], null, '{receiver}'::text[], '{phone,text,email,visit,post}'::text[]),
  ('schedule', '{accepted,waitlisted,scheduled,no-show,appointment-cancelled,attended}'::text[], 'scheduled', '{receiver}'::text[], '{}'::text[]),
  ('attend', '{scheduled}'::text[], 'attended', '{receiver}'::text[], '{}'::text[]),
  ('miss', '{scheduled}'::text[], 'no-show', '{receiver}'::text[], '{}'::text[]),
  ('cancel-appointment', '{scheduled}'::text[], 'appointment-cancelled', '{receiver}'::text[], '{by-person,by-service}'::text[]),
  ('start', '{accepted,waitlisted,scheduled,no-show,appointment-cancelled,attended}'::text[], 'in-progress', '{receiver}'::text[], '{}'::text[]),
  ('complete', '{accepted,scheduled,attended,no-show,appointment-cancelled,in-progress,cancel-requested}'::text[], 'completed', '{receiver}'::text[], '{met,partly-met,not-met,unknown}'::text[]),
  ('fail', '{accepted,waitlisted,scheduled,attended,no-show,appointment-cancelled,in-progress,cancel-requested}'::text[], 'failed', '{receiver}'::text[], '{unable-to-contact,person-stopped,person-moved,service-ended,other-service-fits}'::text[]),
  ('cancel', '{sent}'::text[], 'cancelled', '{sender}'::text[], '{found-elsewhere,no-longer-needed,sent-by-mistake}'::text[]),
  ('request-cancel', '{accepted,waitlisted,scheduled,attended,no-show,appointment-cancelled,in-progress}'::text[], 'cancel-requested', '{sender}'::text[], '{found-elsewhere,no-longer-needed,sent-by-mistake}'::text[]),
  ('confirm-cancel', '{cancel-requested}'::text[], 'cancelled', '{receiver,coordinator}'::text[], '{}'::text[]),
  ('withdraw', '{draft,sent,accepted,waitlisted,scheduled,attended,no-show,appointment-cancelled,in-progress,cancel-requested}'::text[], 'withdrawn', '{person,sender,receiver,coordinator}'::text[], '{}'::text[]),
  ('expire', '{sent}'::text[], 'expired', '{sender}'::text[], '{}'::text[]),
  ('void', '{draft,sent}'::text[], 'void', '{sender,coordinator}'::text[], '{wrong-person,wrong-service,duplicate}'::text[]),
  ('tell-sender', '{sent,accepted,waitlisted}'::text[], null, '{system}'::text[], '{}'::text[]),
  ('stop-sharing', '{draft,sent,accepted,waitlisted,scheduled,attended,no-show,appointment-cancelled,in-progress,cancel-requested}'::text[], null, '{system}'::text[], '{}'::text[]),
  ('ask', '{completed,failed}'::text[], null, '{sender,person}'::text[], '{}'::text[]),
  ('answer-help', '{completed,failed}'::text[], null, '{sender,person}'::text[], '{yes,partly,no}'::text[]);
insert into access.referral_transition (step, from_state, to_state, actor)
select r.step, f, coalesce(r.to_state, f), a from referral_rule r, unnest(r.from_states) f, unnest(r.actors) a;
insert into access.referral_reason (step, reason) select r.step, one from referral_rule r, unnest(r.reasons) one;
drop table referral_rule;
insert into access.referral_term (name, unit, count) values
  ('acknowledge', 'working-days', 1), ('answer', 'working-days', 3), ('contact', 'working-days', 2), ('waitlist', 'days', 30), ('ask', 'working-days', 5),
  -- Days from sending after which the sender may let an unanswered referral expire, once she was told.
  ('expire', 'days', 14),
  -- How long a link holds, and how long a service that declined or failed is not offered for the same person again.
  ('link', 'days', 30), ('struck-out', 'days', 180);
drop policy fill on access.referral_transition;
drop policy fill on access.referral_reason;
drop policy fill on access.referral_term;
