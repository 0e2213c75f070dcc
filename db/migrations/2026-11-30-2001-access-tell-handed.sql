-- Whoever follows her own request with its code also sees to whom a referral from her record took it: the organisation and the day, and nothing else.
-- Only where she asked for herself through the public form: another person who asked for her learns from her where she was sent. A referral that was
-- declined, called off or let expire leads nowhere, and so it is not told.
create or replace function access.followed_intake() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'point', p.slug, 'pointName', p.name, 'telephone', p.telephone, 'agency', a.name, 'state', i.state, 'receivedAt', i.received_at, 'taken', i.taken_by is not null,
    'dueFor', i.due_for, 'dueOn', i.due_on, 'doNotContact', i.do_not_contact, 'triagedAt', i.triaged_at, 'reachedAt', i.reached_at, 'closedAt', i.closed_at, 'closeReason', i.close_reason, 'record', i.person_id is not null,
    'attempts', coalesce((select jsonb_agg(jsonb_build_object('on', e.on_date, 'channel', e.channel) order by e.at) from access.intake_event e where e.intake_id = i.id and e.kind = 'attempt'), '[]'),
    'handOffs', coalesce((select jsonb_agg(jsonb_build_object('on', h.on_date, 'to', coalesce(t.name, jsonb_build_object('en', h.to_name, 'fr', h.to_name)), 'confirmed', h.confirmed_at is not null) order by h.recorded_at)
      from access.hand_off h left join identity.agency t on t.id = h.to_agency where h.intake_id = i.id), '[]'),
    'referrals', coalesce((select jsonb_agg(jsonb_build_object('sentAt', r.sent_at, 'to', o.name) order by r.sent_at, r.id)
      from access.referral r join access.organization o on o.id = r.organization_id join access.intake_detail d on d.intake_id = i.id
      where r.person_id = i.person_id and r.from_agency = i.agency_id and r.sent_at >= i.received_at and i.door = 'web' and d.whom = 'self'
        and r.state not in ('draft', 'void', 'declined', 'cancelled', 'withdrawn', 'expired')), '[]'))
  from access.intake i join access.access_point p on p.slug = i.point_slug join identity.agency a on a.id = i.agency_id
  where i.code_hash = (select platform.ctx_capability())
$$;
