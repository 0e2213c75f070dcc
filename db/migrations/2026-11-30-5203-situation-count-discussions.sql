-- What leaves the table: rows for the provincial tracking database, and protected counts for everybody.
create table situation.release_key (
  single boolean constraint release_key_pkey primary key default true constraint release_key_single check (single),
  secret text not null
);
create table situation.release (
  body_slug text not null constraint release_body_fkey references governance.body (slug),
  year integer not null,
  series text not null constraint release_series check (series in ('decision', 'risk', 'close', 'door')),
  value text not null,
  -- A number, or the words that stand for a small one.
  published text not null,
  k integer not null,
  released_at timestamptz not null,
  demonstration boolean not null,
  constraint release_pkey primary key (body_slug, year, series, value)
);
create trigger release_content_changed after insert or update or delete on situation.release for each statement execute function platform.content_changed();
alter table situation.release_key enable row level security, force row level security;
alter table situation.release enable row level security, force row level security;
create policy fill on situation.release_key for insert to ct_owner with check (true);
insert into situation.release_key (secret) select string_agg(encode(uuid_send(gen_random_uuid()), 'hex'), '') from generate_series(1, 3);
drop policy fill on situation.release_key;

-- What has ended, for whoever chairs; of what was not taken on the limited data alone, because nothing else is there.
create function situation.tracking_rows(of_body text) returns table (year integer, number integer, opened_on date, kind text, originator jsonb, lead jsonb, assisting jsonb, age_band text, sex text, codes text[], services jsonb, state text, reason text, closed_on date, decided_on date, knocked_on date)
language plpgsql security definer set search_path = '' as $$
begin
  if of_body not in (select situation.chaired()) then return; end if;
  perform platform.write_audit('situation.read-tracking', 'table', of_body, 'permit', '{}');
  return query select d.year, d.number, d.opened_on, d.kind, o.name::jsonb,
    (select a.name::jsonb from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id and p.part = 'lead'),
    (select coalesce(jsonb_agg(a.name order by a.slug), '[]') from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id and p.part = 'assisting'),
    d.age_band, d.sex, array(select c.code from situation.discussion_code c where c.discussion_id = d.id order by c.code),
    (select coalesce(jsonb_agg(jsonb_build_object('service', s.service, 'standing', s.standing) order by s.service, s.agency_id), '[]') from situation.plan_step s where s.discussion_id = d.id and s.standing <> 'planned'),
    d.state, d.reason, d.closed_on, d.decided_on, (select i.knocked_on from situation.intervention i where i.discussion_id = d.id)
  from situation.discussion d join identity.agency o on o.id = d.agency_id where d.body_slug = of_body and d.closed_on is not null order by d.year, d.number;
end $$;

-- Counts of a year, for the protection alone: decisions by the year in which they fell, ends by theirs.
create function situation.year_counts(of_body text, of_year integer) returns table (series text, value text, n integer) language sql stable security definer set search_path = '' as $$
  select 'decision', case when d.state = 'rejected' then 'not-taken-on' else 'acutely-elevated' end, count(*)::integer from situation.discussion d
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'risk', k.category, count(distinct d.id)::integer from situation.discussion d join situation.discussion_code c on c.discussion_id = d.id join situation.code k on k.slug = c.code and k.list = 'risk'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'close', k.category, count(*)::integer from situation.discussion d join situation.code k on k.slug = d.reason and k.list = 'close'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and d.state = 'closed' and extract(year from d.closed_on) = of_year group by 2
  -- The median of fewer than ten doors would be somebody's.
  union all select 'door', 'median-days', (percentile_cont(0.5) within group (order by i.knocked_on - d.decided_on))::integer from situation.discussion d join situation.intervention i on i.discussion_id = d.id
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year and i.knocked_on is not null having count(*) >= 10
$$;
create function situation.ended_years(before_year integer) returns table (body_slug text, year integer, demonstration boolean) language sql stable security definer set search_path = '' as $$
  select d.body_slug, extract(year from d.decided_on)::integer, bool_or(d.demonstration) from situation.discussion d
  where platform.ctx_actor() = 'worker' and extract(year from d.decided_on) < before_year group by 1, 2 order by 1, 2
$$;

-- The past of a demonstration, once, on its empty tables.
create function situation.enter_demonstration(given jsonb) returns integer language plpgsql security definer set search_path = '' as $$
declare
  one jsonb;
  d situation.discussion;
  lead uuid;
begin
  if platform.ctx_actor() is distinct from 'worker' or not platform.is_demonstration() or exists (select from situation.discussion) then return 0; end if;
  insert into situation.agreement select * from jsonb_populate_recordset(null::situation.agreement, given -> 'agreements');
  for one in select jsonb_array_elements(given -> 'discussions') loop
    d := jsonb_populate_record(null::situation.discussion, one);
    insert into situation.discussion (id, body_slug, agency_id, brought_by, brought_at, state, year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on, demonstration)
    values (d.id, d.body_slug, d.agency_id, d.brought_by, d.brought_at, case d.state when 'closed' then 'roles' when 'planning' then 'roles' else d.state end, d.year, d.number, d.opened_on, d.kind, d.age_band, d.sex, d.decided_on,
      d.votes_for, d.votes_against, d.earlier, case when d.state = 'rejected' then d.reason end, case when d.state = 'rejected' then d.closed_on end, true);
    if d.state = 'table' then insert into situation.told (discussion_id, kind, age_band, sex, codes, stakes, words)
      select d.id, t.kind, t.age_band, t.sex, t.codes, t.stakes, t.words from jsonb_populate_record(null::situation.told, one -> 'told') t; end if;
    if d.state in ('roles', 'planning', 'closed') then insert into situation.discussion_code (discussion_id, code) select d.id, c from jsonb_array_elements_text(one -> 'codes') c; end if;
    continue when d.state not in ('planning', 'closed');
    insert into situation.participation (discussion_id, agency_id, part, account_id, named_at) select d.id, p.agency_id, p.part, p.account_id, d.brought_at from jsonb_populate_recordset(null::situation.participation, one -> 'parts') p;
    update situation.discussion set state = 'planning' where id = d.id;
    insert into situation.intervention (discussion_id, began_at, planned_at, knocked_on, knock, consent_on) select d.id, i.began_at, i.planned_at, i.knocked_on, i.knock, i.consent_on from jsonb_populate_record(null::situation.intervention, one -> 'intervention') i;
    lead := (select p.agency_id from situation.participation p where p.discussion_id = d.id and p.part = 'lead');
    insert into situation.plan_step (id, discussion_id, agency_id, service, standing, changed_at) select gen_random_uuid(), d.id, lead, s.service, s.standing, d.brought_at from jsonb_populate_recordset(null::situation.plan_step, one -> 'steps') s;
    if d.state = 'closed' then update situation.discussion set state = 'closed', reason = d.reason, closed_on = d.closed_on where id = d.id; end if;
  end loop;
  return jsonb_array_length(given -> 'discussions');
end $$;
