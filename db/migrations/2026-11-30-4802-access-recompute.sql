-- Kept decisions by token, to be made again by whoever runs the program: nobody's name, and a line at each list that was read.
create function access.kept_decisions(of_slug text, beyond uuid, most integer) returns table (vacancy_id uuid, list_id uuid, slug text, priority_id uuid, made_at timestamptz, inputs jsonb, ordering text[], offered text, fingerprints jsonb)
language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the program makes decisions again' using errcode = '42501'; end if;
  perform platform.write_audit('access.recompute-decisions', 'list', l.id::text, 'permit', '{}') from access.list l where beyond is null and (of_slug is null or l.slug = of_slug);
  return query select d.vacancy_id, v.list_id, l.slug, d.priority_id, d.made_at, d.inputs, d.ordering, d.offered, d.fingerprints
    from access.decision d join access.vacancy v on v.id = d.vacancy_id join access.list l on l.id = v.list_id
    where (of_slug is null or l.slug = of_slug) and (beyond is null or d.vacancy_id > beyond) order by d.vacancy_id limit most;
end $$;
