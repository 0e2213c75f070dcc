-- What everybody may know of applications that are the applicants' own: the category under which a grant was applied for, and how many were sent to a call that has closed.
create function funding.award_categories() returns table (award_id uuid, category_id uuid) language sql stable security definer set search_path = '' as $$
  select w.id, a.category_id from funding.award w join funding.application a on a.id = w.application_id where w.awarded_on <= platform.ctx_today()
$$;
create function funding.sent_counts() returns table (call_id uuid, sent integer) language sql stable security definer set search_path = '' as $$
  select c.id, count(a.id)::integer from funding.call c join funding.application a on a.call_id = c.id and a.state = 'submitted' where c.published_at <= platform.ctx_now() and c.closes_at < platform.ctx_now() group by c.id
$$;
