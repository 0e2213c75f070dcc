-- A newcomer chooses an account of the demonstration by what it does.
create function identity.demonstration_accounts() returns table (email text, name text, roles text[], agency jsonb) language sql stable security definer set search_path = '' as $$
  select a.email, a.name, coalesce(array_agg(m.role order by m.role) filter (where m.role is not null), '{}'), (array_agg(g.name order by g.slug) filter (where g.id is not null))[1]
  from identity.account a left join identity.membership m on m.account_id = a.id and m.to_date is null left join identity.agency g on g.id = m.agency_id
  where a.demonstration and a.closed_at is null and (select platform.is_demonstration())
  group by a.id, a.email, a.name order by a.id
$$;
