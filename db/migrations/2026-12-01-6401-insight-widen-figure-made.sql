-- A figure may also come from a run of the alcohol method: its record of how it was made names that run instead of one of a computation.
alter table insight.figure_made alter column run_id drop not null;
alter table insight.figure_made add column alcohol_run_id uuid constraint figure_made_alcohol_run_fkey references insight.alcohol_run;
alter table insight.figure_made add constraint figure_made_one_run check ((run_id is null) <> (alcohol_run_id is null));
create index figure_made_alcohol_run on insight.figure_made (alcohol_run_id);
-- Runs that were made before this one kept, of conditions calibrated on counts, whether there were any.
update insight.alcohol_run set cells = (
  select jsonb_agg(case when (c.cell ->> 'wholly')::boolean then (c.cell - 'scenario') || '{"former": 0, "current": 1, "fraction": 1, "low": 1, "high": 1}' else c.cell end order by c.place)
  from jsonb_array_elements(cells) with ordinality as c(cell, place))
where jsonb_array_length(cells) > 0;
