-- A decision rewrites the file of what is told. Whoever reads or writes there stands in a queue before taking any other lock, so that no two wait for each other.

create function situation.hold_told(alone boolean) returns void language plpgsql set search_path = '' as $$
begin
  if alone then perform pg_advisory_xact_lock(hashtext('situation told')); else perform pg_advisory_xact_lock_shared(hashtext('situation told')); end if;
end $$;

alter function situation.take_step(uuid, text, text, jsonb) rename to step_held;
create function situation.take_step(of_id uuid, seen text, wanted text, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
begin
  perform situation.hold_told(wanted in ('accept', 'reject'));
  return situation.step_held(of_id, seen, wanted, given);
end $$;

alter function situation.read_discussion(uuid) rename to read_held;
create function situation.read_discussion(of_id uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  perform situation.hold_told(false);
  return situation.read_held(of_id);
end $$;
