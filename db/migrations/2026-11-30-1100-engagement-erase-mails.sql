-- What mails about registrations hold goes with the registration: address, words, calendar file. What was not sent yet is never sent.
create function engagement.erase_mails(registrations uuid[]) returns void language sql volatile security definer set search_path = '' as $$
  update platform.mail_message set recipient = 'erased', subject = 'erased', text_body = 'erased', headers = '{}', attachments = '[]',
    state = case state when 'queued' then 'withheld' when 'sending' then 'unknown' else state end
  where recipient_key = any (registrations)
$$;

-- Gives the places of the registration whose key was shown back; who it was, what she needed and what was written to her is erased in the same moment.
-- Null where it is too late.
create or replace function engagement.cancel_registration() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own engagement.registration;
begin
  select * into own from engagement.registration r where r.key_hash = platform.ctx_capability();
  if own.id is null or not engagement.open_for_registration(own.event_id) then return null; end if;
  update engagement.registration set state = 'cancelled', changed_at = platform.ctx_now() where id = own.id;
  delete from engagement.registrant p where p.registration_id = own.id;
  delete from engagement.registration_need n where n.registration_id = own.id;
  perform engagement.erase_mails(array[own.id]);
  return jsonb_build_object('id', own.id, 'promoted', to_jsonb(engagement.settle_event(own.event_id)));
end $$;

-- The registration whose key was shown, with all that was said with it, and whether a mail with its link goes or went to the address that it has now.
create or replace function engagement.own_registration() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'eventId', r.event_id, 'state', r.state, 'people', r.people, 'language', r.language, 'spoken', r.spoken,
    'name', coalesce(p.name, ''), 'email', coalesce(p.email, ''),
    'mailed', exists (select from platform.mail_message m where m.recipient_key = r.id and m.recipient = p.email and m.state in ('queued', 'sending', 'sent')),
    'needs', (select coalesce(jsonb_agg(jsonb_build_object('need', n.need, 'amount', n.amount, 'note', n.note) order by n.need), '[]') from engagement.registration_need n where n.registration_id = r.id))
  from engagement.registration r left join engagement.registrant p on p.registration_id = r.id where r.key_hash = platform.ctx_capability()
$$;
