-- On which days the committee was told that there is something to read. A day and nothing else: not how many, not of whom.
create table review.sealed_notice (
  told_on date constraint sealed_notice_pkey primary key
);
alter table review.sealed_notice enable row level security, force row level security;
-- Whether anything came for the committee since it was last told, up to yesterday: for the worker. It asks once a day, so that no mail tells the hour of a report.
create function review.something_sealed() returns boolean language sql stable security definer set search_path = '' as $$
  select platform.ctx_actor() = 'worker' and exists (select from review.sealed_message m where m.for_members and m.direction = 'in' and m.received_on < platform.ctx_today()
    and m.received_on >= coalesce((select max(n.told_on) from review.sealed_notice n), '-infinity'::date))
$$;
