-- What somebody took back, or did not agree to have quoted, is neither read, counted nor quoted.
alter table engagement.contribution alter column may_quote set default false;
create policy seed on engagement.contribution to ct_owner using (true) with check (true);
create policy seed on engagement.quote to ct_owner using (true) with check (true);
-- Nobody was ever asked whether an issue may be quoted.
update engagement.contribution set may_quote = false where source_kind = 'issue';
update engagement.quote q set withdrawn_at = now() where withdrawn_at is null
  and exists (select from engagement.contribution c where c.id = q.contribution_id and c.source_kind = 'issue');
drop policy seed on engagement.contribution;
drop policy seed on engagement.quote;

-- Pieces of issues that were withdrawn.
create function engagement.withdrawn_pieces() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from engagement.contribution c join engagement.issue i on i.id = c.source_id where c.source_kind = 'issue' and i.state = 'withdrawn'
$$;
-- Pieces of issues whose matter the asker has left.
create function engagement.closed_pieces() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from engagement.contribution c where c.source_kind = 'issue' and 'issue:' || c.source_id = any (governance.closed_subjects())
$$;
-- A quote of a published report goes from the public page in the moment in which its issue is withdrawn.
create trigger issue_withdrawn after update of state on engagement.issue for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn')
  execute function platform.content_changed();

create or replace function engagement.code_pairs(consultation text) returns table (first_coder uuid, second_coder uuid, first_themes uuid[], second_themes uuid[])
language sql stable security definer set search_path = '' as $$
  with given as (
    select d.contribution_id, d.account_id, array(select distinct coalesce(t.merged_into, t.id) from engagement.coding g join engagement.theme t on t.id = g.theme_id
      where g.contribution_id = d.contribution_id and g.account_id = d.account_id order by 1) as themes
    from engagement.coded d join engagement.contribution c on c.id = d.contribution_id
    where c.consultation_slug = consultation and c.id not in (select engagement.withdrawn_pieces()) and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  )
  select a.account_id, b.account_id, a.themes, b.themes from given a join given b on b.contribution_id = a.contribution_id and a.account_id < b.account_id
  order by 1, 2, 3, 4
$$;

create or replace function engagement.coded_voices(consultation text) returns table (municipality text, age_band text, home_language text, themes uuid[])
language sql stable security definer set search_path = '' as $$
  with piece as (
    select c.id, c.source_kind, c.source_id, c.municipality, c.age_band, c.home_language from engagement.contribution c
    where c.consultation_slug = consultation and c.id not in (select engagement.withdrawn_pieces())
      and exists (select from engagement.coded d where d.contribution_id = c.id) and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  ), settled as (
    select p.id, coalesce(t.merged_into, t.id) as theme from piece p join engagement.settlement s on s.contribution_id = p.id join engagement.theme t on t.id = any (s.theme_ids)
    union
    select p.id, coalesce(t.merged_into, t.id) from piece p join engagement.coding g on g.contribution_id = p.id join engagement.theme t on t.id = g.theme_id
    where not exists (select from engagement.settlement s where s.contribution_id = p.id)
    group by p.id, coalesce(t.merged_into, t.id)
    having count(distinct g.account_id) * 2 > (select count(*) from engagement.coded d where d.contribution_id = p.id)
  )
  select min(p.municipality), min(p.age_band), min(p.home_language), coalesce(array_agg(distinct s.theme) filter (where s.theme is not null), '{}')
  from piece p left join settled s on s.id = p.id group by p.source_kind, p.source_id
  order by 1, 2, 3, 4
$$;
