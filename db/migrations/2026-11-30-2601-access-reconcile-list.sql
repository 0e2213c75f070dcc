-- Why a list and another count differ on a night: numbers of people by everything that could be a reason, never an id. For those who keep the list. People are
-- those who agreed to it or stood on it, and those of the own agency with a stay that night; nobody barred to the reader or withheld from her, in either number.
create function access.reconcile_list(of_list uuid, on_day date, known_at timestamptz) returns table (
  listed boolean, listed_now boolean, consented boolean, stands boolean, whereabouts text, heard boolean, nights text[], people integer)
language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) or on_day > platform.ctx_today() then
    perform platform.write_audit('access.reconcile-list', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.reconcile-list', 'list', of_list::text, 'permit', '{}');
  return query
    with now_known as (select * from access.list_standing(of_list, on_day, platform.ctx_now())),
    then_known as (select t.person_id, t.on_list from access.list_standing(of_list, on_day, least(known_at, platform.ctx_now())) t),
    night as (
      select s.person_id, array_agg(distinct s.kind order by s.kind) as kinds, bool_or(s.agency_id = platform.ctx_agency()) as own from access.stay s
      where s.voided_at is null and s.start_date <= on_day and (s.end_date is null or s.end_date > on_day) group by s.person_id),
    everybody as (
      select n.person_id from now_known n union select t.person_id from then_known t
      union select g.person_id from night g join access.person p on p.id = g.person_id where p.agency_id = platform.ctx_agency())
    select coalesce(t.on_list, false), coalesce(n.on_list, false), coalesce(n.consented, false), coalesce(p.state in ('active', 'inactive') and not exists (
        select from (select h.to_state, h.reason from access.list_change h where h.list_id = of_list and h.person_id = e.person_id and h.effective <= on_day and h.recorded_at <= platform.ctx_now()
          order by h.effective desc, h.recorded_at desc, h.place desc limit 1) x where x.to_state = 'left' and x.reason in ('deceased', 'moved-away', 'merge', 'void')), false),
      coalesce(n.whereabouts, 'unknown'), coalesce(n.active, false), coalesce(g.kinds, '{}'), count(*)::integer
    from everybody e join access.person p on p.id = e.person_id left join now_known n on n.person_id = e.person_id left join then_known t on t.person_id = e.person_id left join night g on g.person_id = e.person_id
    where p.state <> 'void' and e.person_id not in (select access.barred_persons()) and e.person_id not in (select access.locked_persons('identity')) and e.person_id not in (select access.locked_persons('housing'))
    group by 1, 2, 3, 4, 5, 6, 7;
end $$;
