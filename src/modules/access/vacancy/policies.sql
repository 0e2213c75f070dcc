-- Row policies of vacancies and of the decisions behind them. Entered, closed and withdrawn through functions alone; a decision has no grant to read.
create policy owner_keeps on access.vacancy to ct_owner using (true) with check (true);
create policy owner_keeps on access.decision to ct_owner using (true) with check (true);
create policy owner_keeps on access.decision_person to ct_owner using (true) with check (true);
grant execute on function access.gives_vacancies(), access.open_vacancy(uuid, uuid, text, jsonb, date, integer), access.withdraw_vacancy(uuid), access.close_list(uuid),
  access.keep_decision(uuid, uuid, jsonb, text[], text, jsonb, jsonb), access.read_decision(uuid) to ct_staff;
grant select on access.vacancy to ct_staff;
create policy read on access.vacancy for select to ct_staff using (list_id in (select access.kept_lists()) or (agency_id = (select platform.ctx_agency()) and (select access.gives_vacancies())));
grant execute on function access.kept_decisions(text, uuid, integer) to ct_worker;
