-- For the worker that keeps what is owed: everybody who joined, without who she is, whether her record is still with the agency that enrolled her, and the points that were asked.
create function funding.owed_outcomes(of_enrolment uuid) returns table (enrolment uuid, agency uuid, joined_on date, left_on date, here boolean, measured integer[]) language sql stable security definer set search_path = '' as $$
  select e.id, e.agency_id, e.joined_on, e.left_on, exists (select from access.person p where p.id = e.person_id and p.agency_id = e.agency_id),
    coalesce((select array_agg(o.point) from funding.pilot_outcome o where o.enrolment_id = e.id), '{}')
  from funding.enrolment e where platform.ctx_actor() = 'worker' and e.joined_on is not null and (of_enrolment is null or e.id = of_enrolment) order by e.id
$$;
