-- Two roles may change a session, each her own part of it; a row policy cannot tell old from new.
create function review.guard_session() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.drawn_at is distinct from old.drawn_at and platform.ctx_has('police-liaison') is not true
    or row(new.place, new.opens_at, new.closes_at) is distinct from row(old.place, old.opens_at, old.closes_at) and platform.ctx_has('review-chair') is not true then
    raise exception 'this part of a session is not yours to change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger session_guard before update on review.session for each row execute function review.guard_session();
