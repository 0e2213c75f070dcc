-- Training of officers in the response to sexual assault: counts alone, by unit and rank band. No officer is named, and none has a row.
create table review.training_course (
  id uuid constraint training_course_pkey primary key,
  title platform.bilingual not null,
  covers platform.bilingual not null,
  hours numeric(4, 1) not null constraint training_course_hours check (hours > 0 and hours <= 400),
  made_by uuid not null constraint training_course_made_by_fkey references identity.account,
  made_on date not null
);
alter table review.training_course enable row level security, force row level security;

-- A unit of the police service; how many officers it had is a fact of a day.
create table review.training_unit (
  id uuid constraint training_unit_pkey primary key,
  name platform.bilingual not null,
  made_by uuid not null constraint training_unit_made_by_fkey references identity.account,
  made_on date not null
);
alter table review.training_unit enable row level security, force row level security;
create table review.training_strength (
  unit_id uuid not null constraint training_strength_unit_fkey references review.training_unit,
  counted_on date not null,
  officers integer not null constraint training_strength_officers check (officers between 0 and 20000),
  entered_by uuid not null constraint training_strength_entered_by_fkey references identity.account,
  entered_on date not null,
  constraint training_strength_pkey primary key (unit_id, counted_on)
);
alter table review.training_strength enable row level security, force row level security;

create table review.training_session (
  id uuid constraint training_session_pkey primary key,
  course_id uuid not null constraint training_session_course_fkey references review.training_course,
  held_on date not null,
  place text not null constraint training_session_place check (length(place) between 1 and 100),
  provider text not null constraint training_session_provider check (length(provider) between 1 and 100),
  entered_by uuid not null constraint training_session_entered_by_fkey references identity.account,
  entered_on date not null
);
create index training_session_course on review.training_session (course_id, held_on);
alter table review.training_session enable row level security, force row level security;
-- How many of a unit and rank band came, and how many of these had not taken the course before. The first is attendances; only the second adds up to people,
-- and only within one course.
create table review.training_attendance (
  session_id uuid not null constraint training_attendance_session_fkey references review.training_session,
  unit_id uuid not null constraint training_attendance_unit_fkey references review.training_unit,
  rank_band text not null constraint training_attendance_rank check (rank_band in ('constable', 'sergeant', 'senior')),
  attended integer not null constraint training_attendance_attended check (attended between 0 and 2000),
  first_time integer not null constraint training_attendance_first check (first_time between 0 and attended),
  constraint training_attendance_pkey primary key (session_id, unit_id, rank_band)
);
alter table review.training_attendance enable row level security, force row level security;

-- Which course answers which recommendation.
create table review.recommendation_course (
  recommendation_id uuid not null constraint recommendation_course_recommendation_fkey references review.recommendation,
  course_id uuid not null constraint recommendation_course_course_fkey references review.training_course,
  linked_by uuid not null constraint recommendation_course_linked_by_fkey references identity.account,
  linked_on date not null,
  constraint recommendation_course_pkey primary key (recommendation_id, course_id)
);
create index recommendation_course_course on review.recommendation_course (course_id);
alter table review.recommendation_course enable row level security, force row level security;

do $$ declare t text; begin
  foreach t in array array['training_course', 'training_unit', 'training_session', 'recommendation_course'] loop
    execute format('create trigger %I after insert or update or delete on review.%I for each statement execute function platform.content_changed()', t || '_changed', t);
  end loop;
end $$;
