-- Lists are released as protected counts too; a subject is whatever the program releases.
alter table access.release_count drop constraint release_count_subject;
alter table access.release_count add constraint release_count_subject check (subject ~ '^[a-z-]{1,40}$');

-- The stays that the protected counts of a list are made from, without names: the worker's alone.
create function access.release_stays(of_list uuid, on_day date) returns table (person_id uuid, kind text, start_date date, end_date date) language sql stable security definer set search_path = '' as $$
  select s.person_id, s.kind, s.start_date, s.end_date from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.stay s on s.person_id = t.person_id
  where platform.ctx_actor() = 'worker' and t.consented and s.voided_at is null and s.start_date <= on_day
$$;
