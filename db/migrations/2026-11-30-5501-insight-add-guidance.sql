-- Which guidance on drinking a measure rests on. All versions of a series rest on the same: what is counted by the guidance of 2023 is another series
-- than what is counted by that of 2011, whatever its name.
alter table insight.figure_definition add column guidance text constraint figure_definition_guidance check (guidance in ('lradg-2011', 'cgah-2023'));
create function insight.keep_one_guidance() returns trigger language plpgsql as $$
begin
  if exists (select from insight.figure_definition d where d.series_slug = new.series_slug and d.slug <> new.slug and d.removed_at is null and d.guidance is distinct from new.guidance) then
    raise exception 'a series rests on one guidance' using errcode = '23514', constraint = 'figure_definition_one_guidance';
  end if;
  return new;
end $$;
create constraint trigger figure_definition_one_guidance after insert or update on insight.figure_definition deferrable initially deferred for each row when (new.removed_at is null) execute function insight.keep_one_guidance();
