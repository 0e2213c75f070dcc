-- Households are read and kept through their functions alone, which ask more than the policies did (one head, one household at a time, the days that were
-- shared). The policies that asked these sets stand no more; what is left of them in a database goes with the sets.
drop function access.seen_households() cascade;
drop function access.seen_members() cascade;
