-- Who has a seat, what a filter opens to whom, and every step: the only ways in.

-- Bodies of situation tables at which the asker may sit today, with or without the agreement.
create function situation.tables() returns setof text language sql stable security definer set search_path = '' as $$
  select b.slug from governance.body b where b.kind = 'situation-table' and b.removed_at is null and b.known_from <= platform.ctx_today()
    and platform.ctx_actor() = 'staff' and platform.ctx_agency() is not null and b.slug = any (platform.ctx_bodies_as('table-chair') || platform.ctx_bodies_as('table-member'))
$$;
-- … at which a confirmed agreement that has not run out opens the discussions to her. No other role does, the administrator's neither.
create function situation.seated() returns setof text language sql stable security definer set search_path = '' as $$
  select t from situation.tables() t where exists (select from situation.agreement g where g.body_slug = t and g.account_id = platform.ctx_account() and g.agency_id = platform.ctx_agency()
    and g.confirmed_at is not null and g.ended_at is null and g.expires_on >= platform.ctx_today())
$$;
create function situation.chaired() returns setof text language sql stable security definer set search_path = '' as $$
  select t from situation.seated() t where t = any (platform.ctx_bodies_as('table-chair'))
$$;

-- Who sits at a table today: a live agreement and a membership of this day, each in an account that is open.
create function situation.sitters(at_body text) returns table (agency_id uuid, account_id uuid, signed_at timestamptz) language sql stable security definer set search_path = '' as $$
  select g.agency_id, g.account_id, g.signed_at from situation.agreement g join identity.account a on a.id = g.account_id and a.closed_at is null
  where g.body_slug = at_body and g.confirmed_at is not null and g.ended_at is null and g.expires_on >= platform.ctx_today() and exists (select from identity.membership m where m.account_id = g.account_id
    and m.body_slug = at_body and m.agency_id = g.agency_id and m.role in ('table-chair', 'table-member') and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()))
$$;

-- On which sides the asker stands; none where the discussion is not there for her.
create function situation.sides(d situation.discussion) returns text[] language sql stable security definer set search_path = '' as $$
  select case when d.body_slug not in (select situation.seated()) or (d.state = 'screened' and d.agency_id <> platform.ctx_agency()) then '{}'::text[]
    else array['seat'] || case when d.body_slug in (select situation.chaired()) then array['chair'] else '{}' end
      || case when d.agency_id = platform.ctx_agency() then array['originator'] else '{}' end
      || coalesce((select case p.part when 'lead' then array['lead', 'participant'] else array['participant'] end
        from situation.participation p where p.discussion_id = d.id and p.agency_id = platform.ctx_agency()), '{}') end
$$;

-- Forgets what was told of a discussion: the file of the table is cut off and the others are written into a new one, in the same transaction.
create function situation.forget(of_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  others jsonb;
  votes jsonb;
begin
  lock table situation.told, situation.vote in access exclusive mode;
  others := (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from situation.told t where t.discussion_id <> of_id);
  votes := (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from situation.vote v where v.discussion_id <> of_id);
  truncate situation.told, situation.vote;
  insert into situation.told select * from jsonb_populate_recordset(null::situation.told, others);
  insert into situation.vote select * from jsonb_populate_recordset(null::situation.vote, votes);
end $$;

-- Filter 1: an agency says that its options are exhausted. Nothing else is kept.
create function situation.bring(new_id uuid, to_body text, by_demonstration boolean) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if to_body not in (select situation.seated()) then return false; end if;
  insert into situation.discussion (id, body_slug, agency_id, brought_by, brought_at, state, demonstration)
  values (new_id, to_body, platform.ctx_agency(), platform.ctx_account(), platform.ctx_now(), 'screened', by_demonstration);
  perform platform.write_audit('situation.bring', 'discussion', new_id::text, 'permit', '{}');
  return true;
end $$;

-- The pseudonym of a file, made by the program from the agency's own words: the proof of the words is kept on first use and has to hold from then on.
create function situation.agree_key(given_proof bytea) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from situation.seated()) then return false; end if;
  insert into situation.agency_key (agency_id, proof) values (platform.ctx_agency(), given_proof) on conflict (agency_id) do nothing;
  return (select k.proof = given_proof from situation.agency_key k where k.agency_id = platform.ctx_agency());
end $$;

-- What is told at filter 2: lists and a few words without a number. Answers what is wrong with it.
create function situation.tell(d situation.discussion, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  told situation.told := jsonb_populate_record(null::situation.told, given || jsonb_build_object('discussion_id', d.id));
begin
  if told.kind is null or told.age_band is null or told.sex is null or told.codes is null or told.stakes is null or told.words is null then return 'incomplete'; end if;
  if told.kind not in ('person', 'family', 'dwelling', 'group', 'neighbourhood', 'environment') or told.age_band not in ('0-5', '6-11', '12-17', '18-24', '25-29', '30-39', '40-59', '60+', 'none')
    or told.sex not in ('female', 'male', 'another', 'unknown', 'none') or length(told.words) > 400 then return 'incomplete'; end if;
  if told.words ~ '[[:digit:]@]' then return 'words'; end if;
  if exists (select from unnest(told.codes) c where not exists (select from situation.code k where k.slug = c and k.removed_at is null and k.list in ('risk', 'protective', 'flag', 'affected')))
    or not exists (select from situation.code k where k.slug = any (told.codes) and k.list = 'risk') then return 'codes'; end if;
  if told.age_band in ('0-5', '6-11', '12-17') and exists (select from situation.code k where k.slug = any (told.codes) and k.criminal) then return 'youth'; end if;
  if not told.stakes <@ array['interest', 'probability', 'harm', 'agencies'] then return 'incomplete'; end if;
  if d.state = 'screened' then
    perform pg_advisory_xact_lock(hashtext('situation ' || d.body_slug));
    update situation.discussion set state = 'table', opened_on = platform.ctx_today(), year = extract(year from platform.ctx_today()),
      number = 1 + coalesce((select max(n.number) from situation.discussion n where n.body_slug = d.body_slug and n.year = extract(year from platform.ctx_today())), 0) where id = d.id;
  end if;
  insert into situation.told select told.* on conflict (discussion_id) do update set kind = excluded.kind, age_band = excluded.age_band, sex = excluded.sex, codes = excluded.codes,
    stakes = excluded.stakes, words = excluded.words, mark = coalesce(excluded.mark, situation.told.mark);
  return 'done';
end $$;

-- The table has decided. Accepted: the lists stay. Rejected: age band, sex and kind stay as the limited data; everything else has never been anywhere else.
create function situation.decide(d situation.discussion, accepted boolean, why text) returns text language plpgsql security definer set search_path = '' as $$
declare
  t situation.told;
  ayes integer;
  noes integer;
begin
  select * into t from situation.told x where x.discussion_id = d.id;
  if t.discussion_id is null then return 'untold'; end if;
  select count(*) filter (where v.vote = 'aer'), count(*) filter (where v.vote = 'not-aer') into ayes, noes from situation.vote v where v.discussion_id = d.id;
  if not accepted then
    if not exists (select from situation.code k where k.slug = why and k.list = 'reject' and k.removed_at is null) then return 'reason'; end if;
    update situation.discussion set state = 'rejected', kind = t.kind, age_band = t.age_band, sex = t.sex, decided_on = platform.ctx_today(), closed_on = platform.ctx_today(), reason = why where id = d.id;
  else
    if ayes < 2 or ayes <= noes then return 'votes'; end if;
    update situation.discussion set state = 'roles', kind = t.kind, age_band = t.age_band, sex = t.sex, decided_on = platform.ctx_today(), votes_for = ayes, votes_against = noes,
      earlier = (select count(*) from situation.mark m where m.agency_id = d.agency_id and m.mark = t.mark) where id = d.id;
    insert into situation.discussion_code (discussion_id, code) select d.id, c from unnest(t.codes) c group by c;
    if t.mark is not null then insert into situation.mark (discussion_id, agency_id, mark) values (d.id, d.agency_id, t.mark); end if;
  end if;
  perform situation.forget(d.id);
  return 'done';
end $$;

-- Filters 3 and 4.
create function situation.act(d situation.discussion, wanted text, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  own uuid := platform.ctx_agency();
  other uuid := (given ->> 'agency')::uuid;
  sits uuid;
begin
  if wanted in ('name', 'unname', 'disclose') then
    -- Only an agency that sits at this table can have a part.
    select x.account_id into sits from situation.sitters(d.body_slug) x where x.agency_id = other order by x.signed_at limit 1;
    if sits is null then return 'agency'; end if;
  end if;
  if wanted = 'name' then
    if given ->> 'part' not in ('lead', 'assisting') then return 'incomplete'; end if;
    if given ->> 'part' = 'lead' then update situation.participation set part = 'assisting' where discussion_id = d.id and part = 'lead' and agency_id <> other; end if;
    insert into situation.participation (discussion_id, agency_id, part, account_id, named_at) values (d.id, other, given ->> 'part', sits, platform.ctx_now())
    on conflict (discussion_id, agency_id) do update set part = excluded.part;
  elsif wanted = 'unname' then
    delete from situation.participation where discussion_id = d.id and agency_id = other;
  elsif wanted = 'plan' then
    if not exists (select from situation.participation p where p.discussion_id = d.id and p.part = 'lead') then return 'lead'; end if;
    update situation.discussion set state = 'planning' where id = d.id;
    insert into situation.intervention (discussion_id, began_at) values (d.id, platform.ctx_now());
  elsif wanted = 'disclose' then
    if d.state = 'roles' and coalesce((select s.identifiers from situation.setting s where s.body_slug = d.body_slug), 'none') <> 'limited' then return 'identifiers'; end if;
    if d.state = 'planning' and not exists (select from situation.participation p where p.discussion_id = d.id and p.agency_id = other) then return 'agency'; end if;
    if other = own then return 'agency'; end if;
    if d.state = 'roles' and not (array(select jsonb_array_elements_text(given -> 'fields')) <@ array['name', 'birth-date', 'address']) then return 'identifiers'; end if;
    insert into situation.disclosure (id, discussion_id, at, filter, from_agency, from_account, to_agency, fields, authority)
    values ((given ->> 'id')::uuid, d.id, platform.ctx_now(), case d.state when 'roles' then 3 else 4 end, own, platform.ctx_account(), other,
      array(select jsonb_array_elements_text(given -> 'fields')), given ->> 'authority');
  elsif wanted = 'offer' then
    if not exists (select from situation.code k where k.slug = given ->> 'service' and k.list = 'service' and k.removed_at is null) then return 'incomplete'; end if;
    insert into situation.plan_step (id, discussion_id, agency_id, service, standing, changed_at) values (gen_random_uuid(), d.id, own, given ->> 'service', 'planned', platform.ctx_now()) on conflict do nothing;
    update situation.intervention set planned_at = coalesce(planned_at, platform.ctx_now()) where discussion_id = d.id;
  elsif wanted = 'standing' then
    update situation.plan_step set standing = given ->> 'standing', changed_at = platform.ctx_now() where discussion_id = d.id and agency_id = own and service = given ->> 'service';
    if not found then return 'incomplete'; end if;
  elsif wanted = 'knock' then
    if (given ->> 'on')::date > platform.ctx_today() or (given ->> 'on')::date < d.decided_on then return 'day'; end if;
    update situation.intervention set knocked_on = (given ->> 'on')::date, knock = given ->> 'knock', consent_on = case when (given ->> 'consent')::boolean and given ->> 'knock' = 'answered' then (given ->> 'on')::date end
      where discussion_id = d.id;
  elsif wanted = 'report' then
    update situation.intervention set reported_at = platform.ctx_now() where discussion_id = d.id;
  elsif wanted = 'close' then
    if not exists (select from situation.code k where k.slug = given ->> 'reason' and k.list = 'close' and k.removed_at is null) then return 'reason'; end if;
    update situation.discussion set state = 'closed', reason = given ->> 'reason', closed_on = platform.ctx_today() where id = d.id;
  elsif wanted = 'review' then
    insert into situation.review (id, discussion_id, kind, asked_at, asked_by) values ((given ->> 'id')::uuid, d.id, given ->> 'kind', platform.ctx_now(), platform.ctx_account());
  elsif wanted = 'conclude' then
    update situation.review set concluded_at = platform.ctx_now(), finding = given ->> 'finding' where id = (given ->> 'id')::uuid and discussion_id = d.id and concluded_at is null;
    if not found then return 'incomplete'; end if;
  end if;
  return 'done';
end $$;

-- Every step from the state that the asker saw, under a lock: of two at once one alone is done.
create function situation.take_step(of_id uuid, seen text, wanted text, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  d situation.discussion;
  sides text[];
  done text;
begin
  select * into d from situation.discussion x where x.id = of_id for update;
  if d.id is null then return 'absent'; end if;
  sides := situation.sides(d);
  if cardinality(sides) = 0 then return 'absent'; end if;
  if d.state <> seen then return 'conflict'; end if;
  if not exists (select from situation.transition t where t.step = wanted and t.from_state = d.state and t.actor = any (sides)) then return 'refused'; end if;
  if wanted = 'withdraw' then
    delete from situation.discussion where id = d.id;
    done := 'done';
  elsif wanted = 'tell' then done := situation.tell(d, given);
  elsif wanted = 'vote' then
    if not exists (select from situation.told t where t.discussion_id = d.id) then return 'untold'; end if;
    if given ->> 'vote' not in ('aer', 'not-aer', 'abstain') then return 'incomplete'; end if;
    insert into situation.vote (discussion_id, agency_id, vote) values (d.id, platform.ctx_agency(), given ->> 'vote') on conflict (discussion_id, agency_id) do update set vote = excluded.vote;
    done := 'done';
  elsif wanted = 'accept' then done := situation.decide(d, true, null);
  elsif wanted = 'reject' then done := situation.decide(d, false, given ->> 'reason');
  else done := situation.act(d, wanted, given);
  end if;
  perform platform.write_audit('situation.step', 'discussion', d.id::text, case when done = 'done' then 'permit' else 'refuse' end, jsonb_build_object('step', wanted, 'from', d.state));
  -- A vote of an undecided discussion would say who sat against it.
  if done = 'done' and wanted not in ('withdraw', 'vote') then
    insert into situation.event (id, discussion_id, at, step, from_state, to_state, agency_id, account_id)
    select gen_random_uuid(), d.id, platform.ctx_now(), wanted, d.state, x.state, platform.ctx_agency(), platform.ctx_account() from situation.discussion x where x.id = d.id;
  end if;
  return done;
end $$;

-- What the filter at which a discussion stands opens to the asker. The read leaves its line before anything is given.
create function situation.read_discussion(of_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  d situation.discussion;
  sides text[];
  answer jsonb;
begin
  select * into d from situation.discussion x where x.id = of_id;
  if d.id is null then return null; end if;
  sides := situation.sides(d);
  if cardinality(sides) = 0 then return null; end if;
  perform platform.write_audit('situation.read', 'discussion', d.id::text, 'permit', jsonb_build_object('filter', case d.state when 'screened' then 1 when 'table' then 2 when 'roles' then 3 else 4 end,
    'open', d.state in ('table', 'roles') or 'participant' = any (sides)));
  answer := jsonb_build_object('sides', to_jsonb(sides));
  if d.state = 'table' then
    return answer || jsonb_build_object('told', (select to_jsonb(t) - 'mark' - 'discussion_id' from situation.told t where t.discussion_id = d.id),
      'votes', (select coalesce(jsonb_agg(jsonb_build_object('agency', a.name, 'vote', v.vote) order by a.slug), '[]') from situation.vote v join identity.agency a on a.id = v.agency_id where v.discussion_id = d.id));
  end if;
  if d.state = 'roles' or 'participant' = any (sides) then
    answer := answer || jsonb_build_object('codes', (select coalesce(jsonb_agg(c.code order by c.code), '[]') from situation.discussion_code c where c.discussion_id = d.id),
      'votesFor', d.votes_for, 'votesAgainst', d.votes_against, 'earlier', d.earlier,
      'parts', (select coalesce(jsonb_agg(jsonb_build_object('agency', p.agency_id, 'name', a.name, 'part', p.part) order by p.part desc, a.slug), '[]') from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id),
      -- At filter 3 an agency sees what it said and what was said to it; at filter 4 those with a part see all of it.
      'disclosures', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'at', s.at, 'filter', s.filter, 'from', f.name, 'to', o.name, 'fields', s.fields, 'authority', s.authority) order by s.at, s.id), '[]')
        from situation.disclosure s join identity.agency f on f.id = s.from_agency join identity.agency o on o.id = s.to_agency
        where s.discussion_id = d.id and ('participant' = any (sides) or platform.ctx_agency() in (s.from_agency, s.to_agency))));
  end if;
  if d.state in ('planning', 'closed') and 'participant' = any (sides) then
    answer := answer || jsonb_build_object(
      'intervention', (select jsonb_build_object('beganAt', i.began_at, 'plannedAt', i.planned_at, 'knockedOn', i.knocked_on, 'knock', i.knock, 'consentOn', i.consent_on, 'reportedAt', i.reported_at) from situation.intervention i where i.discussion_id = d.id),
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency_id, 'name', a.name, 'service', s.service, 'standing', s.standing) order by a.slug, s.service), '[]') from situation.plan_step s join identity.agency a on a.id = s.agency_id where s.discussion_id = d.id));
  end if;
  if d.state = 'closed' then
    answer := answer || jsonb_build_object('reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'askedAt', r.asked_at, 'finding', r.finding, 'concludedAt', r.concluded_at) order by r.asked_at, r.id), '[]') from situation.review r where r.discussion_id = d.id));
  end if;
  return answer;
end $$;

-- For the job that keeps what is owed: moments and accounts, nothing of the discussion.
create function situation.owed_facts(of_id uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('state', d.state, 'lead', (select p.account_id from situation.participation p where p.discussion_id = d.id and p.part = 'lead'), 'beganAt', i.began_at, 'plannedAt', i.planned_at,
    'knockedOn', i.knocked_on, 'reportedAt', i.reported_at, 'body', d.body_slug,
    'notices', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'account', s.from_account)), '[]') from situation.disclosure s where s.discussion_id = d.id and s.authority = 'compelling-circumstances'),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'concluded', r.concluded_at is not null)), '[]') from situation.review r where r.discussion_id = d.id))
  from situation.discussion d left join situation.intervention i on i.discussion_id = d.id where platform.ctx_actor() = 'worker' and d.id = of_id
$$;
