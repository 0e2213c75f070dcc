-- What may be told in public of the issue that a key issue came from: its reference and its day.
create function engagement.find_origin(issue uuid) returns table (reference text, raised_at timestamptz) language sql stable security definer set search_path = '' as $$
  select i.reference, i.received_at from engagement.issue i where i.id = issue and i.state in ('accepted', 'assigned', 'closed')
$$;
