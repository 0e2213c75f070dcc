-- The tokens of a draw are public. They were made of the number of a record and that of the draw alone, so whoever knew the number of a record (it stands
-- in addresses, and programs are given it) could look whether the person stood on the list. A secret of each draw, which never leaves, closes that.
alter table access.draw_seed add column salt text not null default encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');

-- As before but for the token, and without the gender, which no rule reads.
create or replace function access.close_list(of_vacancy uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
  today date := platform.ctx_today();
  rules uuid;
  hidden access.draw_seed;
  sign text;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.list_id not in (select access.kept_lists()) or v.state <> 'open' then return null; end if;
  rules := access.priority_in_force(v.list_id, today);
  if rules is null then return null; end if;
  select * into hidden from access.draw_seed s where s.draw_id = v.id;
  insert into access.decision_person (vacancy_id, token, person_id)
    select v.id, left(encode(sha256(convert_to(hidden.salt || ' ' || v.id || ' ' || p.person_id, 'UTF8')), 'hex'), 32), p.person_id from access.placed(v.list_id, today) p;
  sign := encode(sha256(convert_to(coalesce((select string_agg(d.token, E'\n' order by d.token) from access.decision_person d where d.vacancy_id = v.id), ''), 'UTF8')), 'hex');
  update access.draw d set beacon = sign, seed = hidden.seed, opened_at = platform.ctx_now() where d.id = v.id;
  update access.vacancy x set state = 'ranked', ranked_at = platform.ctx_now() where x.id = v.id;
  perform platform.write_audit('access.close-list', 'vacancy', v.id::text, 'permit', '{}');
  return jsonb_build_object('priority', rules, 'seed', hidden.seed, 'beacon', sign,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('token', d.token, 'birthDate', p.birth_date, 'listDate', p.list_date, 'household', p.household, 'veteran', p.veteran, 'indigenous', p.indigenous,
        'needHash', p.need_hash, 'needTotal', p.need_total) order by d.token), '[]') from access.placed(v.list_id, today) p join access.decision_person d on d.vacancy_id = v.id and d.person_id = p.person_id),
    'stays', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'provider', s.agency_id, 'kind', s.kind, 'start', s.start_date, 'end', s.end_date, 'evidence', s.evidence) order by d.token, s.start_date, s.id), '[]')
      from access.decision_person d join access.stay s on s.person_id = d.person_id where d.vacancy_id = v.id and s.voided_at is null and s.start_date <= today),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'place', o.place, 'by', o.by_name, 'reason', o.reason) order by o.set_at, o.id), '[]')
      from access.priority_override o join access.decision_person d on d.vacancy_id = v.id and d.person_id = o.person_id where o.list_id = v.list_id and o.ended_at is null));
end $$;
