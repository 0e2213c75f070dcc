-- The confidentiality agreement: signed by whoever sits, confirmed by the chair, whose own the plan office confirms; ended by either.
create function situation.sign(new_id uuid, at_body text, of_version integer) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if at_body not in (select situation.tables()) then return false; end if;
  -- A renewal takes the place of a signature that nobody confirmed.
  update situation.agreement set ended_at = platform.ctx_now() where body_slug = at_body and account_id = platform.ctx_account() and confirmed_at is null and ended_at is null;
  insert into situation.agreement (id, body_slug, account_id, agency_id, version, signed_at, expires_on)
  values (new_id, at_body, platform.ctx_account(), platform.ctx_agency(), of_version, platform.ctx_now(), (platform.ctx_today() + interval '1 year')::date);
  perform platform.write_audit('situation.sign', 'agreement', new_id::text, 'permit', '{}');
  return true;
end $$;
create function situation.may_confirm(g situation.agreement) returns boolean language sql stable security definer set search_path = '' as $$
  select g.account_id <> platform.ctx_account() and (g.body_slug = any (platform.ctx_bodies_as('table-chair')) or platform.ctx_has('plan-manager')
    and exists (select from identity.membership m where m.account_id = g.account_id and m.body_slug = g.body_slug and m.role = 'table-chair' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())))
$$;
create function situation.judge_agreement(of_id uuid, verdict text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  g situation.agreement;
begin
  select * into g from situation.agreement x where x.id = of_id and x.ended_at is null for update;
  if g.id is null or situation.may_confirm(g) is not true or verdict not in ('confirm', 'end') then return false; end if;
  if verdict = 'end' then update situation.agreement set ended_at = platform.ctx_now() where id = g.id;
  elsif g.confirmed_at is null then update situation.agreement set confirmed_at = platform.ctx_now(), confirmed_by = platform.ctx_account() where id = g.id;
  end if;
  perform platform.write_audit('situation.judge-agreement', 'agreement', g.id::text, 'permit', jsonb_build_object('verdict', verdict));
  return true;
end $$;
-- Who sits at a table: her own line for a representative, all for the chair, those of chairs for the plan office.
create function situation.list_agreements() returns table (id uuid, body_slug text, name text, agency jsonb, version integer, signed_at timestamptz, expires_on date, confirmed_at timestamptz, own boolean, judge boolean)
language sql stable security definer set search_path = '' as $$
  select g.id, g.body_slug, a.name, y.name, g.version, g.signed_at, g.expires_on, g.confirmed_at, g.account_id = platform.ctx_account(), situation.may_confirm(g)
  from situation.agreement g join identity.account a on a.id = g.account_id join identity.agency y on y.id = g.agency_id
  where g.ended_at is null and (g.account_id = platform.ctx_account() or situation.may_confirm(g)) order by g.confirmed_at is not null, y.slug, g.signed_at
$$;
-- The agencies that sit at a table, for whoever sits there.
create function situation.list_seats(at_body text) returns table (agency uuid, name jsonb) language sql stable security definer set search_path = '' as $$
  select distinct on (y.slug) y.id, y.name from situation.sitters(at_body) g join identity.agency y on y.id = g.agency_id where at_body in (select situation.seated()) order by y.slug
$$;
create function situation.set_identifiers(at_body text, wanted text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if at_body not in (select situation.chaired()) or wanted not in ('none', 'limited') then return false; end if;
  insert into situation.setting (body_slug, identifiers, changed_by, changed_at) values (at_body, wanted, platform.ctx_account(), platform.ctx_now())
  on conflict (body_slug) do update set identifiers = excluded.identifiers, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
  perform platform.write_audit('situation.set-identifiers', 'table', at_body, 'permit', jsonb_build_object('identifiers', wanted));
  return true;
end $$;
