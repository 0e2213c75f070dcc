-- A report on a consultation is public once its numbers have passed the gate. What was published before stands as it was frozen.
alter table engagement.voice_report add column gated_at timestamptz default now();
