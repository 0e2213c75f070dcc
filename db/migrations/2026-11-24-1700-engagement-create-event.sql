-- Public meetings: who comes, what she needs, how many came, what was written down.
create table engagement.event (
  id uuid constraint event_pkey primary key,
  slug text not null constraint event_slug_key unique,
  title platform.bilingual not null,
  about platform.bilingual not null,
  municipality text,
  -- Name and address; how one gets in without steps.
  place platform.bilingual not null,
  entrance platform.bilingual,
  -- The day; of an approximate one the last possible day, with the words to show in its place.
  on_date date not null,
  when_text platform.bilingual,
  starts_at timestamptz,
  minutes_long integer constraint event_minutes_long check (minutes_long between 5 and 1440),
  languages text[] not null constraint event_languages check (languages <@ array['en', 'fr']),
  capacity integer constraint event_capacity check (capacity between 1 and 100000),
  child_care boolean not null default false,
  -- The subject may be hard for some: crisis lines stand on its pages.
  distressing boolean not null default false,
  state text not null default 'planned' constraint event_state check (state in ('planned', 'cancelled')),
  cancelled_for platform.bilingual,
  is_full boolean not null default false,
  -- Counts changes that calendars must take over.
  revision integer not null default 0,
  demonstration boolean not null,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint event_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint event_time_known check (starts_at is not null or when_text is not null),
  constraint event_reason_given check (state <> 'cancelled' or cancelled_for is not null)
);
create index event_day on engagement.event (on_date);

create table engagement.registration (
  id uuid constraint registration_pkey primary key,
  event_id uuid not null constraint registration_event_fkey references engagement.event,
  key_hash bytea constraint registration_key_key unique,
  -- The same form sent twice is one registration.
  seed_hash bytea constraint registration_seed_key unique,
  state text not null constraint registration_state check (state in ('registered', 'waiting', 'cancelled')),
  people integer not null constraint registration_people check (people between 1 and 20),
  language text not null constraint registration_language check (language in ('en', 'fr')),
  spoken text not null constraint registration_spoken check (spoken in ('en', 'fr', 'other')),
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  -- The day of the meeting that a reminder was sent for; a meeting that moves is reminded of again.
  reminded_for date,
  erased_at timestamptz
);
create index registration_event on engagement.registration (event_id, state);
-- Who it is and what she needs stand apart from each other and from the count; no staff role can select either.
create table engagement.registrant (
  registration_id uuid constraint registrant_pkey primary key constraint registrant_registration_fkey references engagement.registration,
  name text,
  email text
);
create table engagement.registration_need (
  registration_id uuid not null constraint registration_need_registration_fkey references engagement.registration,
  need text not null constraint registration_need_need check (need in
    ('interpreter', 'asl', 'lsq', 'wheelchair', 'hearing-loop', 'captions', 'large-print', 'support-person', 'child-care', 'other')),
  amount integer not null constraint registration_need_amount check (amount between 1 and 20),
  note text,
  constraint registration_need_pkey primary key (registration_id, need)
);
-- What is left of needs when they are erased: how many, of what.
create table engagement.need_total (
  event_id uuid not null constraint need_total_event_fkey references engagement.event,
  need text not null,
  amount integer not null,
  constraint need_total_pkey primary key (event_id, need)
);
-- Numbers taken at the door, by the language that people spoke; walk-ins are among the adults and youth.
create table engagement.attendance_count (
  event_id uuid not null constraint attendance_count_event_fkey references engagement.event,
  language text not null constraint attendance_count_language check (language in ('en', 'fr', 'other')),
  adults integer not null constraint attendance_count_adults check (adults between 0 and 100000),
  youth integer not null constraint attendance_count_youth check (youth between 0 and 100000),
  walk_ins integer not null constraint attendance_count_walk_ins check (walk_ins between 0 and adults + youth),
  taken_at timestamptz not null,
  account_id uuid not null,
  constraint attendance_count_pkey primary key (event_id, language)
);
-- One line of a table's notes or of a flip chart.
create table engagement.note (
  id uuid constraint note_pkey primary key,
  event_id uuid not null constraint note_event_fkey references engagement.event,
  kind text not null constraint note_kind check (kind in ('table', 'flip-chart')),
  table_number integer constraint note_table_number check (table_number between 1 and 500),
  position integer not null,
  language text not null constraint note_language check (language in ('en', 'fr')),
  body text not null constraint note_body check (length(body) between 1 and 2000),
  written_at timestamptz not null,
  account_id uuid not null
);
create index note_event on engagement.note (event_id, written_at);
do $$ declare t text; begin
  foreach t in array array['event', 'registration', 'registrant', 'registration_need', 'need_total', 'attendance_count', 'note'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger event_content_changed after insert or update or delete on engagement.event for each statement execute function platform.content_changed();
create trigger attendance_count_content_changed after insert or update or delete on engagement.attendance_count for each statement execute function platform.content_changed();
