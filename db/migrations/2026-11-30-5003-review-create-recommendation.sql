-- What the committee recommends beyond single files: to the police, their board or others. What was reported as done is one thing, what the committee verified another.
create table review.recommendation (
  id uuid constraint recommendation_pkey primary key,
  addressee text not null constraint recommendation_addressee check (addressee in ('police', 'board', 'other')),
  addressee_name platform.bilingual,
  title platform.bilingual not null,
  reason platform.bilingual not null,
  -- The directive that it would change, and the question of the checklist in which it should show later.
  directive text,
  question text,
  due date not null,
  made_by uuid not null constraint recommendation_made_by_fkey references identity.account,
  made_on date not null,
  constraint recommendation_other check ((addressee = 'other') = (addressee_name is not null))
);
alter table review.recommendation enable row level security, force row level security;
create table review.recommendation_step (
  id uuid constraint recommendation_step_pkey primary key,
  recommendation_id uuid not null constraint recommendation_step_recommendation_fkey references review.recommendation,
  position integer not null,
  step text not null constraint recommendation_step_step check (step in ('accepted', 'declined', 'reported-done', 'verified', 'not-verified')),
  evidence text,
  by_account uuid not null constraint recommendation_step_by_account_fkey references identity.account,
  taken_on date not null,
  constraint recommendation_step_position unique (recommendation_id, position),
  constraint recommendation_step_evidence check (step = 'accepted' or evidence is not null)
);
alter table review.recommendation_step enable row level security, force row level security;

-- One step follows from the one before; what was reported as done is verified by somebody other than who reported it.
create function review.follow_step() returns trigger language plpgsql set search_path = '' as $$
declare
  last review.recommendation_step;
begin
  select * into last from review.recommendation_step s where s.recommendation_id = new.recommendation_id order by s.position desc limit 1;
  if new.position <> coalesce(last.position, 0) + 1
    or (case new.step when 'accepted' then last.id is null when 'declined' then last.id is null or last.step = 'accepted'
      when 'reported-done' then last.step in ('accepted', 'not-verified') else last.step = 'reported-done' end) is not true then
    raise exception 'this step does not follow' using errcode = '23514';
  end if;
  if new.step in ('verified', 'not-verified') and last.by_account = new.by_account then
    raise exception 'nobody verifies what she reported herself' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger recommendation_step_follow before insert on review.recommendation_step for each row execute function review.follow_step();
create trigger recommendation_changed after insert on review.recommendation for each statement execute function platform.content_changed();
create trigger recommendation_step_changed after insert on review.recommendation_step for each statement execute function platform.content_changed();

-- The numbers of a year as the police give them, and what of them goes through the disclosure gate. True counts are read by the committee's chair and the liaison alone.
create table review.year (
  year integer constraint year_pkey primary key constraint year_year check (year between 2000 and 2100),
  reported integer not null constraint year_reported check (reported between 0 and 1000000),
  unfounded integer not null constraint year_unfounded check (unfounded between 0 and reported),
  entered_by uuid not null constraint year_entered_by_fkey references identity.account,
  entered_on date not null
);
alter table review.year enable row level security, force row level security;
-- How many files of a year were reviewed by two and settled: for the protection alone, which the worker does.
create function review.count_reviewed(of_year integer) returns integer language sql stable security definer set search_path = '' as $$
  select count(*)::integer from review.outcome o join review.file f on f.id = o.file_id join review.session s on s.id = f.session_id
  where platform.ctx_actor() = 'worker' and extract(year from s.period_until) = of_year
$$;
