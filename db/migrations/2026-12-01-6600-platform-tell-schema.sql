-- Which schema the database has, for whoever decides whether a server is fit to serve: the number of migrations, the last one, and the policies.
-- The table itself stays closed: it tells nobody but the owner when what was applied.
create function platform.schema_state() returns text
language sql stable security definer set search_path = '' as $$
  select count(*) filter (where name not like 'policies:%') || ' ' || max(name collate "C") filter (where name not like 'policies:%')
    || ' ' || coalesce(max(checksum) filter (where name = 'policies:all'), '')
  from migration.applied
$$;
