-- The interval in which the true value lies, as the source states it; `interval_level` is the confidence in percent where it is said.
alter table insight.figure
  add column interval_low numeric,
  add column interval_high numeric,
  add column interval_level numeric constraint figure_interval_level check (interval_level > 0 and interval_level < 100),
  add constraint figure_interval check ((interval_low is null) = (interval_high is null) and (interval_level is null or interval_low is not null)
    and (interval_low is null or (number is not null and interval_low <= number and number <= interval_high)));
