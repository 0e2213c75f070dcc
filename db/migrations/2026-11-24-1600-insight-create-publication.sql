-- Reports compiled from records. The working copy is a publication and its sections; a version is frozen when it goes into review; each step of
-- the way is a row of its own. The state of a publication is its last step: nothing is overwritten.
create table insight.publication (
  id uuid constraint publication_pkey primary key,
  template text not null,
  title platform.bilingual not null,
  departments text[] not null,
  prepared_by uuid,
  prepared_for platform.bilingual not null,
  prepared_at timestamptz not null
);

create table insight.publication_section (
  publication_id uuid not null constraint publication_section_publication_fkey references insight.publication (id),
  key text not null,
  en text not null,
  fr text not null,
  -- Everybody who ever wrote in it.
  edited_by uuid[] not null,
  edited_at timestamptz not null,
  constraint publication_section_pkey primary key (publication_id, key)
);

create table insight.publication_number (
  publication_id uuid not null constraint publication_number_publication_fkey references insight.publication (id),
  position integer not null,
  department text not null constraint publication_number_department check (department ~ '^[A-Z]{2,4}$'),
  year integer not null,
  sequence integer not null constraint publication_number_sequence check (sequence > 0),
  constraint publication_number_pkey primary key (publication_id, department),
  constraint publication_number_key unique (department, year, sequence)
);

create table insight.publication_version (
  id uuid constraint publication_version_pkey primary key,
  publication_id uuid not null constraint publication_version_publication_fkey references insight.publication (id),
  as_of date not null,
  documents jsonb not null,
  records jsonb not null,
  hashes jsonb not null,
  base_url text not null,
  compiled_by uuid,
  compiled_at timestamptz not null
);
create index publication_version_publication on insight.publication_version (publication_id);

create table insight.publication_step (
  id uuid constraint publication_step_pkey primary key,
  publication_id uuid not null constraint publication_step_publication_fkey references insight.publication (id),
  position integer not null,
  version_id uuid not null constraint publication_step_version_fkey references insight.publication_version (id),
  step text not null constraint publication_step_step check (step in ('submitted', 'returned', 'approved', 'published')),
  reason text constraint publication_step_reason check ((reason is not null) = (step = 'returned')),
  by_account uuid not null,
  by_name text not null,
  taken_at timestamptz not null,
  taken_on date not null,
  -- Two people who act at once cannot both be next.
  constraint publication_step_key unique (publication_id, position)
);
create index publication_step_version on insight.publication_step (version_id);

-- The order of the steps, and that nobody approves what she wrote, hold whoever asks. Runs in the rights of the one who inserts, who sees the row's publication.
create function insight.check_publication_step() returns trigger language plpgsql set search_path = '' as $$
declare
  last insight.publication_step;
begin
  select * into last from insight.publication_step where publication_id = new.publication_id order by position desc limit 1;
  if new.position <> coalesce(last.position, 0) + 1
    or not (case new.step
      when 'submitted' then last.step is null or last.step = 'returned'
      when 'published' then last.step = 'approved'
      else last.step = 'submitted' end)
    or (new.step <> 'submitted' and new.version_id <> last.version_id)
    or not exists (select from insight.publication_version v where v.id = new.version_id and v.publication_id = new.publication_id) then
    raise exception 'the step % does not follow', new.step using errcode = '23514', constraint = 'publication_step_order';
  end if;
  if new.step = 'approved' and (
    exists (select from insight.publication p where p.id = new.publication_id and p.prepared_by = new.by_account)
    or exists (select from insight.publication_step s where s.publication_id = new.publication_id and s.step = 'submitted' and s.by_account = new.by_account)
    or exists (select from insight.publication_section s where s.publication_id = new.publication_id and new.by_account = any (s.edited_by))) then
    raise exception 'nobody approves the own report' using errcode = '23514', constraint = 'publication_step_other_eyes';
  end if;
  return new;
end $$;
create trigger publication_step_check before insert on insight.publication_step for each row execute function insight.check_publication_step();

do $$ declare t text; begin
  foreach t in array array['publication', 'publication_section', 'publication_number', 'publication_version', 'publication_step'] loop
    execute format('alter table insight.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger publication_step_content_changed after insert or update or delete on insight.publication_step for each statement execute function platform.content_changed();
