-- How many applications to a call are begun and not sent, for the office; what they say is their applicants' alone.
create function funding.count_drafts(call uuid) returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from funding.application a where a.call_id = call and a.state = 'draft' and funding.is_office()
$$;
-- The reports of awards whose application whoever acts has left.
create function funding.closed_reports() returns setof text language sql stable security definer set search_path = '' as $$
  select r.id::text from funding.report r join funding.award w on w.id = r.award_id where w.application_id in (select funding.closed_applications())
$$;
