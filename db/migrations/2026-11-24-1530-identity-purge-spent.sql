-- What has served is not kept: counters of limits and failed sign-ins, challenges and begun sign-ins whose time is over.
create function identity.purge_spent(before timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  delete from platform.rate_window where opened_at < before;
  delete from identity.attempt where opened_at < before;
  delete from identity.challenge where expires_at < before;
  delete from identity.oidc_request where expires_at < before;
end $$;
