-- Months of a list that were not released, because together with what was released before they would give a hidden number away.
create table access.list_block (
  list_id uuid not null constraint list_block_list references access.list (id),
  month date not null,
  cells jsonb not null,
  blocked_at timestamptz not null,
  constraint list_block_pkey primary key (list_id, month)
);
alter table access.list_block enable row level security, force row level security;
