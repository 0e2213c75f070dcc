-- The lists of what an agency receives and sends begin with the longest waiting: they are read in that order and stop after a page, whatever else is open.
create index referral_inbox on access.referral (to_agency, (coalesce(sent_at, made_at)), id) where ended_at is null;
create index referral_outbox on access.referral (from_agency, (coalesce(sent_at, made_at)), id) where ended_at is null;
