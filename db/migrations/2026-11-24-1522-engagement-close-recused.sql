-- Whoever has left the matter of an issue reads neither its proposer nor its files, whatever her role.
create or replace function engagement.read_proposer(issue uuid) returns table (name text, email text, phone text, organisation text)
language plpgsql security definer set search_path = '' as $$
begin
  if not platform.ctx_has('plan-manager') or 'issue:' || issue = any (governance.closed_subjects()) then
    perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'permit', '{"section": "contact"}');
  return query select p.name, p.email, p.phone, p.organisation from engagement.proposer p where p.issue_id = issue;
end $$;
create function engagement.closed_files() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array(select a.file_id from engagement.issue_attachment a where 'issue:' || a.issue_id = any (governance.closed_subjects())), '{}')
$$;
