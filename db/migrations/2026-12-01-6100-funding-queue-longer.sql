-- Sends the own application. What counts is when the request reached the program, which the program stamps and the database holds within five minutes of its
-- own moment: a rush at a deadline may queue for longer than one, and nobody who was in time may be lost to that. Sent twice
-- is sent once: the first receipt stands. Null where it is too late or there is none.
create or replace function funding.submit_application(arrived timestamptz, new_receipt text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own funding.application;
begin
  if arrived > platform.ctx_now() or arrived < platform.ctx_now() - interval '5 minutes' then raise exception 'an arrival lies within five minutes before its work'; end if;
  select a.* into own from funding.application a where a.id in (select funding.own_applications()) for update;
  if own.id is null then return null; end if;
  if own.state = 'draft' then
    if not exists (select from funding.call c where c.id = own.call_id and c.opens_at <= arrived and arrived <= c.closes_at) then return null; end if;
    update funding.application set state = 'submitted', submitted_at = arrived, receipt = new_receipt where id = own.id returning * into own;
    return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', false);
  end if;
  return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', true);
end $$;
