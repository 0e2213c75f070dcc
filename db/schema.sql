-- What the migrations and policies make of a database. Generated; the tests fail when it is stale.

-- schema access

table access.assignment (
  id uuid not null
  person_id uuid not null
  account_id uuid not null
  from_date date not null
  to_date date
  assigned_by uuid
  entered_at timestamp with time zone not null
  constraint assignment_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint assignment_pkey PRIMARY KEY (id)
)
CREATE INDEX assignment_account ON access.assignment USING btree (account_id)
CREATE INDEX assignment_person ON access.assignment USING btree (person_id)
policy assigned PERMISSIVE INSERT to ct_staff with check ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = assignment.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) OR ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (person_id IN ( SELECT access.entered_persons() AS entered_persons)))))
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy ended PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = assignment.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE (p.id = assignment.person_id)))))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.bar (
  id uuid not null
  person_id uuid not null
  account_id uuid not null
  kind text not null
  entered_by uuid
  entered_at timestamp with time zone not null
  constraint bar_kind CHECK ((kind = ANY (ARRAY['recused'::text, 'named'::text, 'accused'::text])))
  constraint bar_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint bar_pkey PRIMARY KEY (id)
)
CREATE INDEX bar_account ON access.bar USING btree (account_id)
CREATE INDEX bar_person ON access.bar USING btree (person_id)
policy entered PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = bar.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))))
policy officer_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.break_glass (
  id uuid not null
  person_id uuid not null
  account_id uuid not null
  ground text not null
  reason text not null
  opened_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  reviewed_at timestamp with time zone
  reviewed_by uuid
  outcome text
  constraint break_glass_ground CHECK ((ground = ANY (ARRAY['serious-bodily-harm'::text, 'child-in-need'::text, 'emergency-care'::text])))
  constraint break_glass_hour CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '01:00:00'::interval))))
  constraint break_glass_outcome CHECK ((outcome = ANY (ARRAY['justified'::text, 'not-justified'::text])))
  constraint break_glass_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint break_glass_pkey PRIMARY KEY (id)
  constraint break_glass_reason CHECK ((length(reason) >= 10))
)
CREATE INDEX break_glass_account ON access.break_glass USING btree (account_id)
CREATE INDEX break_glass_open ON access.break_glass USING btree (opened_at) WHERE (reviewed_at IS NULL)
policy owner_opens PERMISSIVE INSERT to ct_owner with check true
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy reviewed PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (reviewed_at IS NULL)) with check ((reviewed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (outcome IS NOT NULL))
grant SELECT to ct_staff

table access.consent (
  id uuid not null
  person_id uuid not null
  given_by text not null
  relation text
  authority text
  purposes text[] not null
  categories text[] not null
  to_agencies uuid[] not null
  form_version text not null
  language text not null
  how text not null
  interpreter boolean not null default false
  conditions text
  starts_on date not null
  expires_on date
  withdrawn_at timestamp with time zone
  withdrawn_how text
  recorded_by uuid
  recorded_at timestamp with time zone not null
  constraint consent_categories CHECK (((cardinality(categories) > 0) AND (categories <@ ARRAY['identity'::text, 'contact'::text, 'health'::text, 'housing'::text, 'note'::text])))
  constraint consent_dates CHECK (((expires_on IS NULL) OR (expires_on >= starts_on)))
  constraint consent_given_by CHECK ((given_by = ANY (ARRAY['self'::text, 'substitute'::text])))
  constraint consent_how CHECK ((how = ANY (ARRAY['written'::text, 'spoken'::text, 'electronic'::text])))
  constraint consent_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint consent_pkey PRIMARY KEY (id)
  constraint consent_purposes CHECK (((cardinality(purposes) > 0) AND (purposes <@ ARRAY['care'::text, 'referral'::text, 'coordination'::text, 'list'::text, 'report'::text])))
  constraint consent_substitute CHECK (((given_by = 'self'::text) OR ((relation IS NOT NULL) AND (authority IS NOT NULL))))
  constraint consent_to_agencies CHECK ((cardinality(to_agencies) > 0))
)
CREATE INDEX consent_person ON access.consent USING btree (person_id)
CREATE INDEX consent_recipients ON access.consent USING gin (to_agencies) WHERE (withdrawn_at IS NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy withdrawn PERMISSIVE UPDATE to ct_staff using ((withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) with check (withdrawn_at IS NOT NULL)
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.instruction (
  id uuid not null
  person_id uuid not null
  category text
  agency_id uuid
  account_id uuid
  hide_mark boolean not null default false
  in_words text
  recorded_by uuid
  recorded_at timestamp with time zone not null
  lifted_at timestamp with time zone
  constraint instruction_category CHECK ((category = ANY (ARRAY['identity'::text, 'contact'::text, 'health'::text, 'housing'::text, 'note'::text])))
  constraint instruction_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint instruction_pkey PRIMARY KEY (id)
)
CREATE INDEX instruction_account ON access.instruction USING btree (account_id) WHERE (lifted_at IS NULL)
CREATE INDEX instruction_agency ON access.instruction USING btree (agency_id) WHERE (lifted_at IS NULL)
CREATE INDEX instruction_person ON access.instruction USING btree (person_id)
policy lifted PERMISSIVE UPDATE to ct_staff using ((lifted_at IS NULL) AND (account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) with check (lifted_at IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR ((account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))))
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.person (
  id uuid not null
  agency_id uuid not null
  state text not null default 'active'::text
  merged_into uuid
  anonymous boolean not null default false
  language text not null default 'en'::text
  do_not_contact boolean not null default false
  demonstration boolean not null default false
  entered_by uuid
  entered_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  constraint person_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint person_merged CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
  constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES access.person(id)
  constraint person_pkey PRIMARY KEY (id)
  constraint person_state CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text, 'merged'::text, 'void'::text])))
)
CREATE INDEX person_agency ON access.person USING btree (agency_id)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND demonstration AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy entered PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
policy kept PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((NOT (id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (id IN ( SELECT access.assigned_persons() AS assigned_persons)))) OR (id IN ( SELECT access.shared_persons('identity'::text) AS shared_persons))))))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.person_alias (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  given_name text not null
  family_name text not null
  search_key text not null default ''::text
  constraint person_alias_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_alias_pkey PRIMARY KEY (id)
)
CREATE INDEX person_alias_person ON access.person_alias USING btree (person_id)
CREATE INDEX person_alias_search ON access.person_alias USING btree (search_key text_pattern_ops)
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((person_id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) OR (person_id IN ( SELECT access.shared_persons('identity'::text) AS shared_persons))))))
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.person_contact (
  person_id uuid not null
  agency_id uuid not null
  phone text
  email text
  address text
  postcode text
  safe_to_leave_message boolean not null default false
  preference text not null default 'phone'::text
  constraint person_contact_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_contact_pkey PRIMARY KEY (person_id)
  constraint person_contact_preference CHECK ((preference = ANY (ARRAY['phone'::text, 'text'::text, 'email'::text, 'post'::text, 'in-person'::text, 'none'::text])))
)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('contact'::text) AS locked_persons))) AND ( SELECT access.role_opens('contact'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('contact'::text) AS locked_persons))) AND ( SELECT access.role_opens('contact'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy read PERMISSIVE SELECT to ct_staff using ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((person_id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (person_id IN ( SELECT access.locked_persons('contact'::text) AS locked_persons))) AND ( SELECT access.role_opens('contact'::text) AS role_opens) AND (((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) OR (person_id IN ( SELECT access.shared_persons('contact'::text) AS shared_persons))))))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.person_health (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  body text not null
  written_by uuid
  written_at timestamp with time zone not null
  constraint person_health_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_health_pkey PRIMARY KEY (id)
)
CREATE INDEX person_health_person ON access.person_health USING btree (person_id)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('health'::text) AS locked_persons))) AND ( SELECT access.role_opens('health'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff

table access.person_housing (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  body text not null
  written_by uuid
  written_at timestamp with time zone not null
  constraint person_housing_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_housing_pkey PRIMARY KEY (id)
)
CREATE INDEX person_housing_person ON access.person_housing USING btree (person_id)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('housing'::text) AS locked_persons))) AND ( SELECT access.role_opens('housing'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff

table access.person_identity (
  person_id uuid not null
  agency_id uuid not null
  given_name text not null
  family_name text not null
  birth_date date
  birth_estimated boolean not null default false
  gender text
  municipality text
  languages text[] not null default '{}'::text[]
  interpreter boolean not null default false
  search_key text not null default ''::text
  constraint person_identity_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_identity_pkey PRIMARY KEY (person_id)
)
CREATE INDEX person_identity_birth ON access.person_identity USING btree (birth_date)
CREATE INDEX person_identity_search ON access.person_identity USING btree (search_key text_pattern_ops)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((person_id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) OR (person_id IN ( SELECT access.shared_persons('identity'::text) AS shared_persons))))))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.person_note (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  body text not null
  written_by uuid
  written_at timestamp with time zone not null
  constraint person_note_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_note_pkey PRIMARY KEY (id)
)
CREATE INDEX person_note_person ON access.person_note USING btree (person_id)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('note'::text) AS locked_persons))) AND ( SELECT access.role_opens('note'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff

table access.person_pair (
  id uuid not null
  left_id uuid not null
  right_id uuid not null
  score double precision
  band text
  fields jsonb not null default '{}'::jsonb
  state text not null default 'suggested'::text
  entered_by uuid
  entered_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  constraint person_pair_band CHECK ((band = ANY (ARRAY['certain'::text, 'likely'::text, 'possible'::text])))
  constraint person_pair_decided CHECK (((state = 'suggested'::text) = (decided_at IS NULL)))
  constraint person_pair_left_fkey FOREIGN KEY (left_id) REFERENCES access.person(id)
  constraint person_pair_order CHECK ((left_id < right_id))
  constraint person_pair_pkey PRIMARY KEY (id)
  constraint person_pair_right_fkey FOREIGN KEY (right_id) REFERENCES access.person(id)
  constraint person_pair_state CHECK ((state = ANY (ARRAY['suggested'::text, 'same'::text, 'not-same'::text])))
)
CREATE INDEX person_pair_right ON access.person_pair USING btree (right_id)
CREATE UNIQUE INDEX person_pair_once ON access.person_pair USING btree (left_id, right_id)
policy entered PERMISSIVE INSERT to ct_staff with check ((entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'suggested'::text) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy judged PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) with check ((decided_by IS NULL) OR (decided_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
grant INSERT to ct_staff
grant SELECT to ct_staff

CREATE OR REPLACE FUNCTION access.assigned_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.person_id from access.assignment a where a.account_id = platform.ctx_account() and a.from_date <= platform.ctx_today() and (a.to_date is null or a.to_date >= platform.ctx_today())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.barred_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select b.person_id from access.bar b where b.account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.decide(of_person uuid, section text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case
    when p.id is null or platform.ctx_actor() is distinct from 'staff' then 'deny'
    when of_person in (select access.barred_persons()) then 'deny'
    when of_person in (select access.opened_persons()) then 'permit'
    when not access.role_opens(section) then 'deny'
    when not ((p.agency_id = platform.ctx_agency() and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons())))
      or of_person in (select access.shared_persons(section))) then 'deny'
    when of_person in (select access.locked_persons(section)) then
      case when exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.hide_mark and (i.category is null or i.category = section)) then 'deny' else 'mask' end
    else 'permit' end
  from (select 1) one left join access.person p on p.id = of_person and p.state <> 'void'
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.decision_facts(of_person uuid, of_section text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when access.decide(of_person, of_section) <> 'deny' then jsonb_build_object(
    'barred', false,
    'opened', of_person in (select access.opened_persons()),
    'roleOpens', access.role_opens(of_section),
    'ownAgency', p.agency_id = platform.ctx_agency(),
    'supervisor', platform.ctx_has('access-supervisor'),
    'assigned', of_person in (select access.assigned_persons()),
    'shared', of_person in (select access.shared_persons(of_section)),
    'locked', of_person in (select access.locked_persons(of_section)),
    'hideMark', exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.hide_mark and (i.category is null or i.category = of_section))) end
  from access.person p where p.id = of_person
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.ending_consents()
 RETURNS TABLE(id uuid, person_id uuid, agency_id uuid, expires_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id, c.person_id, p.agency_id, c.expires_on from access.consent c join access.person p on p.id = c.person_id
  where platform.ctx_actor() = 'worker' and c.withdrawn_at is null and p.state = 'active' and c.expires_on between platform.ctx_today() and platform.ctx_today() + 30
  order by c.expires_on, c.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.entered_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p where p.entered_by = platform.ctx_account() and p.agency_id = platform.ctx_agency() and p.entered_at = platform.ctx_now()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_colleagues()
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct a.id, a.name from identity.account a join identity.membership m on m.account_id = a.id
  where m.agency_id = platform.ctx_agency() and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null
  order by a.name
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_looks(of_person uuid)
 RETURNS TABLE(moment timestamp with time zone, agency_id uuid, roles text[], action text, section text, decision text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := platform.ctx_actor() = 'staff' and of_person not in (select access.barred_persons())
    and exists (select from access.person p where p.id = of_person
      and (platform.ctx_has('privacy-officer') or (platform.ctx_has('access-supervisor') and p.agency_id = platform.ctx_agency())));
begin
  perform platform.write_audit('access.list-looks', 'person', of_person::text, case when coalesce(permitted, false) then 'permit' else 'refuse' end, '{}');
  if not coalesce(permitted, false) then return; end if;
  return query select e.moment,
      (select m.agency_id from identity.membership m where m.account_id = e.account_id and m.agency_id is not null
        and m.from_date <= e.moment::date and (m.to_date is null or m.to_date >= e.moment::date) order by m.from_date limit 1),
      array(select distinct m.role from identity.membership m where m.account_id = e.account_id and m.from_date <= e.moment::date and (m.to_date is null or m.to_date >= e.moment::date) order by 1),
      e.action, e.detail ->> 'section', e.decision
    from platform.audit_entry e
    where e.subject_kind = 'person' and e.subject_id = of_person::text and e.action like 'access.%' and e.account_id is not null
    order by e.id desc limit 500;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.locked_persons(section text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = section)
    and (i.agency_id is null or i.agency_id = platform.ctx_agency()) and (i.account_id is null or i.account_id = platform.ctx_account())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.open_glass(new_id uuid, of_person uuid, given_ground text, given_reason text, minutes integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  factor timestamptz := (platform.ctx() ->> 'secondFactor')::timestamptz;
  barred boolean := of_person in (select access.barred_persons());
begin
  if platform.ctx_actor() is distinct from 'staff' or not access.role_opens('identity') or barred or minutes not between 1 and 60 or length(given_reason) < 10 or factor is null
    or factor < platform.ctx_now() - interval '15 minutes' or not exists (select from access.person p where p.id = of_person and p.state <> 'void') then
    perform platform.write_audit('access.break-glass', 'person', of_person::text, 'refuse', jsonb_build_object('ground', given_ground));
    return false;
  end if;
  insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at)
  values (new_id, of_person, platform.ctx_account(), given_ground, given_reason, platform.ctx_now(), platform.ctx_now() + make_interval(mins => minutes));
  perform platform.write_audit('access.break-glass', 'person', of_person::text, 'permit', jsonb_build_object('ground', given_ground, 'minutes', minutes));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.opened_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.person_id from access.break_glass g where g.account_id = platform.ctx_account() and g.opened_at <= platform.ctx_now() and g.ends_at > platform.ctx_now()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_section(of_person uuid, section text)
 RETURNS TABLE(id uuid, agency_id uuid, body text, written_by uuid, written_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  decision text := access.decide(of_person, section);
begin
  if section not in ('health', 'housing', 'note') then return; end if;
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, jsonb_build_object('section', section));
  if decision <> 'permit' then return; end if;
  if section = 'health' then return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_health h where h.person_id = of_person order by h.written_at;
  elsif section = 'housing' then return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_housing h where h.person_id = of_person order by h.written_at;
  else return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_note h where h.person_id = of_person order by h.written_at;
  end if;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.role_opens(section text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select case section
    when 'identity' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')
    when 'contact' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')
    when 'housing' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    when 'health' then platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    when 'note' then platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    else false end
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.search_elsewhere(wanted_key text, wanted_birth date)
 RETURNS TABLE(person_id uuid, initials text, birth_year integer, agency_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'staff' or not access.role_opens('identity') or wanted_birth is null or wanted_key !~ '^[^ ]+ [^ ]+$' then return; end if;
  for person_id, initials, birth_year, agency_id in
    select p.id, upper(left(i.given_name, 1)) || '. ' || upper(left(i.family_name, 1)) || '.', extract(year from i.birth_date)::integer, p.agency_id
    from access.person p join access.person_identity i on i.person_id = p.id
    where p.state in ('active', 'inactive')
      and (i.search_key = wanted_key or exists (select from access.person_alias a where a.person_id = p.id and a.search_key = wanted_key))
      and (i.birth_date = wanted_birth or (i.birth_estimated and i.birth_date between wanted_birth - 730 and wanted_birth + 730))
      and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity'))
      and access.decide(p.id, 'identity') <> 'permit'
    order by p.id limit 10
  loop
    perform platform.write_audit('access.search-elsewhere', 'person', person_id::text, 'mask', '{"section": "search"}');
    return next;
  end loop;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.shared_persons(section text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.person_id from access.consent c where c.to_agencies @> array[platform.ctx_agency()] and section = any (c.categories) and 'care' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today())
$function$
-- execute: ct_staff

-- schema commitment

table commitment.obligation (
  id uuid not null
  kind text not null
  subject_kind text not null
  subject_id text not null
  what platform.bilingual not null
  owed_to platform.bilingual not null
  owed_by_role text
  owed_by_account uuid
  owed_by_body text
  due date not null
  path text not null
  made_at timestamp with time zone not null
  kept_at timestamp with time zone
  released_at timestamp with time zone
  unit text not null default 'date'::text
  due_at timestamp with time zone not null
  first_due date not null
  rule platform.bilingual
  owed_by_agency uuid
  owed_by_member uuid
  owed_by_name text
  matter_id uuid
  paused_at timestamp with time zone
  stage text
  stage_on date
  constraint obligation_owed_by CHECK ((num_nonnulls(owed_by_role, owed_by_account, owed_by_body, owed_by_agency, owed_by_member) >= 1))
  constraint obligation_pkey PRIMARY KEY (id)
  constraint obligation_stage CHECK ((stage = ANY (ARRAY['soon'::text, 'today'::text, 'late'::text, 'escalated'::text])))
  constraint obligation_unit CHECK ((unit = ANY (ARRAY['date'::text, 'hours'::text, 'days'::text, 'working-days'::text, 'months'::text])))
)
CREATE INDEX obligation_due ON commitment.obligation USING btree (due) WHERE ((kept_at IS NULL) AND (released_at IS NULL))
CREATE INDEX obligation_subject ON commitment.obligation USING btree (subject_kind, subject_id)
CREATE UNIQUE INDEX obligation_open ON commitment.obligation USING btree (kind, subject_kind, subject_id) WHERE ((kept_at IS NULL) AND (released_at IS NULL))
policy about_people RESTRICTIVE SELECT to ct_staff using ((kind <> 'consent'::text) OR ( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy about_people_kept RESTRICTIVE UPDATE to ct_staff using (kind <> 'consent'::text)
policy left_is_closed RESTRICTIVE ALL to ct_staff using (((matter_id IS NULL) OR (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))) AND (NOT (((subject_kind || ':'::text) || subject_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[]))))
policy made PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (kept_at IS NULL))
policy own_keeps PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR (owed_by_body = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])) OR ((owed_by_role IS NOT NULL) AND ((( SELECT platform.ctx() AS ctx) -> 'roles'::text) ? owed_by_role)))
policy own_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR (owed_by_body = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])) OR (owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) OR (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (owed_by_body IS NOT NULL)) OR ((owed_by_role IS NOT NULL) AND ((( SELECT platform.ctx() AS ctx) -> 'roles'::text) ? owed_by_role)))
policy reviews RESTRICTIVE SELECT to ct_staff using ((kind <> 'glass-review'::text) OR ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has))
policy reviews_kept RESTRICTIVE UPDATE to ct_staff using ((kind <> 'glass-review'::text) OR ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table commitment.obligation_change (
  id uuid not null
  obligation_id uuid not null
  kind text not null
  at timestamp with time zone not null
  due date not null
  reason text
  account_id uuid
  constraint obligation_change_kind CHECK ((kind = ANY (ARRAY['promise'::text, 'keep'::text, 'release'::text, 'pause'::text, 'resume'::text, 'extend'::text, 'reopen'::text, 'remind'::text, 'escalate'::text])))
  constraint obligation_change_obligation_fkey FOREIGN KEY (obligation_id) REFERENCES commitment.obligation(id)
  constraint obligation_change_pkey PRIMARY KEY (id)
)
CREATE INDEX obligation_change_obligation ON commitment.obligation_change USING btree (obligation_id)
policy with_its_obligation PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM commitment.obligation o
  WHERE (o.id = obligation_change.obligation_id)))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy written PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (NOT (account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account))))
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

-- schema engagement

table engagement.answer (
  response_id uuid not null
  place integer not null
  link_id text not null
  path text not null
  kind text not null
  value jsonb not null
  constraint answer_pkey PRIMARY KEY (response_id, place)
  constraint answer_response_fkey FOREIGN KEY (response_id) REFERENCES engagement.response(id)
)
CREATE INDEX answer_link ON engagement.answer USING btree (link_id)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy sent PERMISSIVE INSERT to ct_public, ct_staff with check engagement.takes_answers(response_id)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.attendance_count (
  event_id uuid not null
  language text not null
  adults integer not null
  youth integer not null
  walk_ins integer not null
  taken_at timestamp with time zone not null
  account_id uuid not null
  constraint attendance_count_adults CHECK (((adults >= 0) AND (adults <= 100000)))
  constraint attendance_count_event_fkey FOREIGN KEY (event_id) REFERENCES engagement.event(id)
  constraint attendance_count_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'other'::text])))
  constraint attendance_count_pkey PRIMARY KEY (event_id, language)
  constraint attendance_count_walk_ins CHECK (((walk_ins >= 0) AND (walk_ins <= (adults + youth))))
  constraint attendance_count_youth CHECK (((youth >= 0) AND (youth <= 100000)))
)
CREATE TRIGGER attendance_count_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.attendance_count FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy office_corrects PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_takes PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table engagement.bulletin (
  id uuid not null
  number integer not null
  state text not null
  made_at timestamp with time zone not null
  sent_at timestamp with time zone
  approved_en boolean not null default false
  approved_fr boolean not null default false
  constraint bulletin_number_key UNIQUE (number)
  constraint bulletin_pkey PRIMARY KEY (id)
  constraint bulletin_state CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text])))
)
CREATE TRIGGER bulletin_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.bulletin FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy office_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (state = 'draft'::text)) with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (state = 'draft'::text))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy sent_is_public PERMISSIVE SELECT to ct_public, ct_staff using ((state = 'sent'::text) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table engagement.bulletin_line (
  id uuid not null
  bulletin_id uuid not null
  position integer not null
  topic text not null
  body platform.bilingual not null
  included boolean not null default true
  constraint bulletin_line_bulletin_fkey FOREIGN KEY (bulletin_id) REFERENCES engagement.bulletin(id)
  constraint bulletin_line_pkey PRIMARY KEY (id)
)
CREATE INDEX bulletin_line_bulletin ON engagement.bulletin_line USING btree (bulletin_id)
CREATE TRIGGER bulletin_line_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.bulletin_line FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy office_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM engagement.bulletin b
  WHERE ((b.id = bulletin_line.bulletin_id) AND (b.state = 'draft'::text)))))
policy office_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM engagement.bulletin b
  WHERE ((b.id = bulletin_line.bulletin_id) AND (b.state = 'draft'::text)))))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy sent_is_public PERMISSIVE SELECT to ct_public, ct_staff using (included AND (EXISTS ( SELECT
   FROM engagement.bulletin b
  WHERE ((b.id = bulletin_line.bulletin_id) AND (b.state = 'sent'::text)))) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table engagement.call_outcome (
  day date not null
  outcome text not null
  calls integer not null
  constraint call_outcome_outcome CHECK ((outcome = ANY (ARRAY['crisis'::text, 'service'::text, 'issue'::text])))
  constraint call_outcome_pkey PRIMARY KEY (day, outcome)
)
policy counts_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('operator-311'::text) AS ctx_has))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_staff

table engagement.census_margin (
  slug text not null
  year integer not null
  dimension text not null
  category text not null
  position integer not null
  label platform.bilingual not null
  people integer not null
  confirmed boolean not null
  sources text[] not null default '{}'::text[]
  known_from date not null
  removed_at timestamp with time zone
  origin text not null
  constraint census_margin_dimension CHECK ((dimension = ANY (ARRAY['total'::text, 'municipality'::text, 'age'::text, 'language'::text])))
  constraint census_margin_once UNIQUE (year, dimension, category)
  constraint census_margin_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint census_margin_people CHECK ((people > 0))
  constraint census_margin_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER census_margin_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.census_margin FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table engagement.coded (
  contribution_id uuid not null
  account_id uuid not null
  at timestamp with time zone not null
  constraint coded_contribution_fkey FOREIGN KEY (contribution_id) REFERENCES engagement.contribution(id) ON DELETE CASCADE
  constraint coded_pkey PRIMARY KEY (contribution_id, account_id)
)
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy own_made PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy own_taken_back PERMISSIVE DELETE to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT engagement.coded_by_others(contribution_id)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.coding (
  contribution_id uuid not null
  theme_id uuid not null
  account_id uuid not null
  at timestamp with time zone not null
  constraint coding_coded_fkey FOREIGN KEY (contribution_id, account_id) REFERENCES engagement.coded(contribution_id, account_id) ON DELETE CASCADE
  constraint coding_pkey PRIMARY KEY (contribution_id, account_id, theme_id)
  constraint coding_theme_fkey FOREIGN KEY (theme_id) REFERENCES engagement.theme(id)
)
CREATE INDEX coding_theme ON engagement.coding USING btree (theme_id)
policy blind PERMISSIVE SELECT to ct_staff using (( SELECT engagement.codes_voice() AS codes_voice) AND ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR (contribution_id IN ( SELECT engagement.coded_by_me() AS coded_by_me))))
policy own_made PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.consultation (
  slug text not null
  name platform.bilingual not null
  question platform.bilingual not null
  from_date date not null
  until_date date not null
  approximate boolean not null default false
  facts jsonb not null default '[]'::jsonb
  demonstration boolean not null default false
  sources text[] not null default '{}'::text[]
  known_from date not null
  removed_at timestamp with time zone
  origin text not null
  constraint consultation_order CHECK ((from_date <= until_date))
  constraint consultation_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint consultation_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER consultation_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.consultation FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table engagement.contribution (
  id uuid not null
  consultation_slug text not null
  source_kind text not null
  source_id uuid not null
  channel text not null
  language text not null
  body text not null
  received_on date not null
  question platform.bilingual
  municipality text
  age_band text
  home_language text
  may_quote boolean not null default false
  demonstration boolean not null default false
  constraint contribution_body CHECK (((body <> ''::text) AND (length(body) <= 20000)))
  constraint contribution_channel CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text, 'telephone'::text, 'meeting'::text, 'email'::text, 'letter'::text, '311'::text, 'open311'::text])))
  constraint contribution_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint contribution_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint contribution_pkey PRIMARY KEY (id)
  constraint contribution_source_kind CHECK ((source_kind = ANY (ARRAY['survey-answer'::text, 'meeting-note'::text, 'issue'::text, 'telephone'::text, 'letter'::text])))
)
CREATE INDEX contribution_consultation ON engagement.contribution USING btree (consultation_slug, received_on, id)
CREATE UNIQUE INDEX contribution_source ON engagement.contribution USING btree (source_kind, source_id, md5(COALESCE(((question)::jsonb ->> 'en'::text), ''::text)), md5(body))
policy coders_add PERMISSIVE INSERT to ct_staff with check ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy left_is_closed RESTRICTIVE SELECT to ct_staff using (NOT (id IN ( SELECT engagement.closed_pieces() AS closed_pieces)))
policy notes_removed PERMISSIVE DELETE to ct_staff using ((source_kind = 'meeting-note'::text) AND ( SELECT engagement.codes_voice() AS codes_voice))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy withdrawn_is_closed RESTRICTIVE SELECT to ct_staff, ct_worker using (NOT (id IN ( SELECT engagement.withdrawn_pieces() AS withdrawn_pieces)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.criterion (
  id text not null
  version integer not null
  position integer not null
  question platform.bilingual not null
  weight integer not null
  constraint criterion_pkey PRIMARY KEY (version, id)
)
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
grant SELECT to ct_public
grant SELECT to ct_staff

table engagement.delivery (
  id uuid not null
  bulletin_id uuid not null
  subscriber_id uuid not null
  mailed_at timestamp with time zone
  constraint delivery_bulletin_fkey FOREIGN KEY (bulletin_id) REFERENCES engagement.bulletin(id)
  constraint delivery_once UNIQUE (bulletin_id, subscriber_id)
  constraint delivery_pkey PRIMARY KEY (id)
  constraint delivery_subscriber_fkey FOREIGN KEY (subscriber_id) REFERENCES engagement.subscriber(id)
)
CREATE INDEX delivery_due ON engagement.delivery USING btree (subscriber_id) WHERE (mailed_at IS NULL)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_worker
grant UPDATE to ct_worker

table engagement.event (
  id uuid not null
  slug text not null
  title platform.bilingual not null
  about platform.bilingual not null
  municipality text
  place platform.bilingual not null
  entrance platform.bilingual
  on_date date not null
  when_text platform.bilingual
  starts_at timestamp with time zone
  minutes_long integer
  languages text[] not null
  capacity integer
  child_care boolean not null default false
  distressing boolean not null default false
  state text not null default 'planned'::text
  cancelled_for platform.bilingual
  is_full boolean not null default false
  revision integer not null default 0
  demonstration boolean not null
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  consultation_slug text
  constraint event_capacity CHECK (((capacity >= 1) AND (capacity <= 100000)))
  constraint event_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint event_languages CHECK ((languages <@ ARRAY['en'::text, 'fr'::text]))
  constraint event_minutes_long CHECK (((minutes_long >= 5) AND (minutes_long <= 1440)))
  constraint event_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint event_pkey PRIMARY KEY (id)
  constraint event_reason_given CHECK (((state <> 'cancelled'::text) OR (cancelled_for IS NOT NULL)))
  constraint event_slug_key UNIQUE (slug)
  constraint event_state CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text])))
  constraint event_time_known CHECK (((starts_at IS NOT NULL) OR (when_text IS NOT NULL)))
)
CREATE INDEX event_consultation ON engagement.event USING btree (consultation_slug) WHERE (consultation_slug IS NOT NULL)
CREATE INDEX event_day ON engagement.event USING btree (on_date)
CREATE TRIGGER event_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.event FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (origin = 'staff'::text))
policy office_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (origin = 'staff'::text))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

view engagement.event_attendance (
  event_id uuid
  slug text
  title platform.bilingual
  on_date date
  municipality text
  demonstration boolean
  people integer
  adults integer
  youth integer
  walk_ins integer
  people_en integer
  people_fr integer
  people_other integer
)
 SELECT e.id AS event_id,
    e.slug,
    e.title,
    e.on_date,
    e.municipality,
    e.demonstration,
    (sum((a.adults + a.youth)))::integer AS people,
    (sum(a.adults))::integer AS adults,
    (sum(a.youth))::integer AS youth,
    (sum(a.walk_ins))::integer AS walk_ins,
    (COALESCE(sum((a.adults + a.youth)) FILTER (WHERE (a.language = 'en'::text)), (0)::bigint))::integer AS people_en,
    (COALESCE(sum((a.adults + a.youth)) FILTER (WHERE (a.language = 'fr'::text)), (0)::bigint))::integer AS people_fr,
    (COALESCE(sum((a.adults + a.youth)) FILTER (WHERE (a.language = 'other'::text)), (0)::bigint))::integer AS people_other
   FROM (engagement.event e
     JOIN engagement.attendance_count a ON ((a.event_id = e.id)))
  GROUP BY e.id, e.slug, e.title, e.on_date, e.municipality, e.demonstration;
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view engagement.heard (
  consultation_slug text
  channel text
  occasion text
  people integer
  one_each boolean
  municipality text
  age_band text
  home_language text
)
 WITH counted AS (
         SELECT s.consultation_slug,
                CASE r.channel
                    WHEN 'online'::text THEN 'web'::text
                    ELSE r.channel
                END AS channel,
            s.slug AS occasion,
            1 AS people,
            true AS one_each,
            r.municipality,
            r.age_band,
            r.home_language
           FROM ((engagement.response r
             JOIN engagement.survey_version v ON ((v.id = r.version_id)))
             JOIN engagement.survey s ON ((s.slug = v.survey_slug)))
          WHERE ((s.consultation_slug IS NOT NULL) AND (s.withdrawn_at IS NULL))
        UNION ALL
         SELECT e.consultation_slug,
            'meeting'::text,
            e.slug,
            a.people,
            true,
            NULL::text,
            NULL::text,
            NULL::text
           FROM (engagement.event_attendance a
             JOIN engagement.event e ON ((e.id = a.event_id)))
          WHERE ((e.consultation_slug IS NOT NULL) AND (e.removed_at IS NULL) AND (a.people > 0))
        )
 SELECT DISTINCT ON (c.source_kind, c.source_id) c.consultation_slug,
    c.channel,
        CASE c.source_kind
            WHEN 'survey-answer'::text THEN 'survey'::text
            ELSE (c.source_id)::text
        END AS occasion,
    1 AS people,
    true AS one_each,
    c.municipality,
    c.age_band,
    c.home_language
   FROM engagement.contribution c
  WHERE ((c.source_kind = ANY (ARRAY['telephone'::text, 'letter'::text])) OR ((c.source_kind = 'survey-answer'::text) AND (NOT (EXISTS ( SELECT
           FROM engagement.response r
          WHERE (r.id = c.source_id))))))
UNION ALL
 SELECT n.consultation_slug,
    n.channel,
    n.occasion,
    n.people,
    n.one_each,
    n.municipality,
    n.age_band,
    n.home_language
   FROM counted n
UNION ALL
 SELECT h.consultation_slug,
    h.channel,
    h.slug AS occasion,
    h.people,
    h.one_each,
    NULL::text AS municipality,
    NULL::text AS age_band,
    NULL::text AS home_language
   FROM engagement.heard_count h
  WHERE (NOT (EXISTS ( SELECT
           FROM counted n
          WHERE ((n.consultation_slug = h.consultation_slug) AND (n.channel = h.channel) AND (h.slug = ((n.consultation_slug || '/'::text) || n.occasion))))));

table engagement.heard_count (
  slug text not null
  consultation_slug text not null
  channel text not null
  people integer not null
  one_each boolean not null
  known_from date not null
  removed_at timestamp with time zone
  origin text not null
  constraint heard_count_channel CHECK ((channel = ANY (ARRAY['web'::text, 'paper'::text, 'telephone'::text, 'meeting'::text, 'email'::text, 'letter'::text, '311'::text])))
  constraint heard_count_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint heard_count_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint heard_count_people CHECK ((people > 0))
  constraint heard_count_pkey PRIMARY KEY (slug)
)
policy coders_read PERMISSIVE SELECT to ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL) AND ( SELECT engagement.codes_voice() AS codes_voice))
policy owner_reads PERMISSIVE SELECT to ct_owner using ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table engagement.issue (
  id uuid not null
  reference text not null
  code_hash bytea not null
  channel text not null
  language text not null
  title text not null
  description text not null
  municipality text
  affected text
  state text not null
  about_person boolean not null default false
  wants_answer boolean not null default false
  service_code text
  address text
  lat numeric(9,6)
  long numeric(9,6)
  source_hash bytea
  received_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  acknowledged_at timestamp with time zone
  to_leadership_at timestamp with time zone
  leadership_note text
  decision_id uuid
  priority_slug text
  body_slug text
  merged_into uuid
  constraint issue_channel CHECK ((channel = ANY (ARRAY['web'::text, '311'::text, 'email'::text, 'open311'::text])))
  constraint issue_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint issue_merged_fkey FOREIGN KEY (merged_into) REFERENCES engagement.issue(id)
  constraint issue_pkey PRIMARY KEY (id)
  constraint issue_reference_key UNIQUE (reference)
  constraint issue_source_key UNIQUE (source_hash)
  constraint issue_state CHECK ((state = ANY (ARRAY['submitted'::text, 'screening'::text, 'more-info'::text, 'for-leadership'::text, 'accepted'::text, 'assigned'::text, 'monitored'::text, 'redirected'::text, 'declined'::text, 'closed'::text, 'withdrawn'::text, 'merged'::text])))
)
CREATE INDEX issue_code ON engagement.issue USING btree (code_hash)
CREATE INDEX issue_state_age ON engagement.issue USING btree (state, received_at)
CREATE INDEX issue_words ON engagement.issue USING gin (to_tsvector('simple'::regconfig, ((title || ' '::text) || description)))
CREATE TRIGGER issue_withdrawn AFTER UPDATE OF state ON engagement.issue FOR EACH ROW WHEN (((new.state = 'withdrawn'::text) AND (old.state <> 'withdrawn'::text))) EXECUTE FUNCTION platform.content_changed()
policy brought_forward PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (state = 'submitted'::text))
policy leadership_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (to_leadership_at IS NOT NULL))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (('issue:'::text || id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[])))
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy proposer_changes PERMISSIVE UPDATE to ct_public using (code_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) with check (state = ANY (ARRAY['withdrawn'::text, 'screening'::text]))
policy proposer_reads PERMISSIVE SELECT to ct_public, ct_staff using (code_hash = ( SELECT platform.ctx_capability() AS ctx_capability))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table engagement.issue_attachment (
  file_id uuid not null
  issue_id uuid not null
  constraint issue_attachment_file_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id)
  constraint issue_attachment_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint issue_attachment_pkey PRIMARY KEY (file_id)
)
policy left_is_closed RESTRICTIVE SELECT to ct_staff using (NOT (('issue:'::text || issue_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[])))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.issue_event (
  id uuid not null
  issue_id uuid not null
  at timestamp with time zone not null
  kind text not null
  to_state text
  note text
  shown boolean not null
  account_id uuid
  constraint issue_event_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint issue_event_pkey PRIMARY KEY (id)
)
CREATE INDEX issue_event_issue ON engagement.issue_event USING btree (issue_id)
policy happened PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (('issue:'::text || issue_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[])))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy proposer_reads PERMISSIVE SELECT to ct_public using (shown AND (EXISTS ( SELECT
   FROM engagement.issue i
  WHERE ((i.id = issue_event.issue_id) AND (i.code_hash = ( SELECT platform.ctx_capability() AS ctx_capability))))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.issue_message (
  id uuid not null
  issue_id uuid not null
  direction text not null
  body text not null
  at timestamp with time zone not null
  constraint issue_message_direction CHECK ((direction = ANY (ARRAY['to-proposer'::text, 'from-proposer'::text])))
  constraint issue_message_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint issue_message_pkey PRIMARY KEY (id)
)
CREATE INDEX issue_message_issue ON engagement.issue_message USING btree (issue_id)
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (('issue:'::text || issue_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[])))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_writes PERMISSIVE INSERT to ct_staff with check ((direction = 'to-proposer'::text) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy proposer_reads PERMISSIVE SELECT to ct_public using (EXISTS ( SELECT
   FROM engagement.issue i
  WHERE ((i.id = issue_message.issue_id) AND (i.code_hash = ( SELECT platform.ctx_capability() AS ctx_capability)))))
policy proposer_writes PERMISSIVE INSERT to ct_public with check ((direction = 'from-proposer'::text) AND (EXISTS ( SELECT
   FROM engagement.issue i
  WHERE ((i.id = issue_message.issue_id) AND (i.code_hash = ( SELECT platform.ctx_capability() AS ctx_capability))))))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.mailbox_message (
  id uuid not null
  message_hash bytea not null
  received_at timestamp with time zone not null
  outcome text not null
  issue_id uuid
  refused_attachments integer not null default 0
  constraint mailbox_message_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint mailbox_message_key UNIQUE (message_hash)
  constraint mailbox_message_outcome CHECK ((outcome = ANY (ARRAY['issue'::text, 'answer'::text, 'bounce'::text, 'loop'::text, 'auto-reply'::text, 'refused'::text])))
  constraint mailbox_message_pkey PRIMARY KEY (id)
)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.need_total (
  event_id uuid not null
  need text not null
  amount integer not null
  constraint need_total_event_fkey FOREIGN KEY (event_id) REFERENCES engagement.event(id)
  constraint need_total_pkey PRIMARY KEY (event_id, need)
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_sums PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker

table engagement.note (
  id uuid not null
  event_id uuid not null
  kind text not null
  table_number integer
  position integer not null
  language text not null
  body text not null
  written_at timestamp with time zone not null
  account_id uuid not null
  constraint note_body CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
  constraint note_event_fkey FOREIGN KEY (event_id) REFERENCES engagement.event(id)
  constraint note_kind CHECK ((kind = ANY (ARRAY['table'::text, 'flip-chart'::text])))
  constraint note_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint note_pkey PRIMARY KEY (id)
  constraint note_table_number CHECK (((table_number >= 1) AND (table_number <= 500)))
)
CREATE INDEX note_event ON engagement.note USING btree (event_id, written_at)
policy typists_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy typists_remove PERMISSIVE DELETE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy typists_write PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.open311_key (
  key_hash bytea not null
  name text not null
  active boolean not null default true
  constraint open311_key_pkey PRIMARY KEY (key_hash)
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_adds PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker

table engagement.open311_service (
  code text not null
  position integer not null
  name platform.bilingual not null
  description platform.bilingual not null
  kind text not null
  keywords text not null
  service_group text not null
  attributes jsonb not null default '[]'::jsonb
  constraint open311_service_kind CHECK ((kind = ANY (ARRAY['realtime'::text, 'blackbox'::text])))
  constraint open311_service_pkey PRIMARY KEY (code)
)
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.proposer (
  issue_id uuid not null
  name text
  email text
  phone text
  organisation text
  constraint proposer_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint proposer_pkey PRIMARY KEY (issue_id)
)
policy given PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_worker

table engagement.quote (
  id uuid not null
  contribution_id uuid not null
  theme_id uuid not null
  language text not null
  body text not null
  demonstration boolean not null default false
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  approved_by uuid
  approved_at timestamp with time zone
  withdrawn_at timestamp with time zone
  constraint quote_approved CHECK (((approved_by IS NULL) = (approved_at IS NULL)))
  constraint quote_body CHECK (((body <> ''::text) AND (length(body) <= 600)))
  constraint quote_contribution_fkey FOREIGN KEY (contribution_id) REFERENCES engagement.contribution(id) ON DELETE CASCADE
  constraint quote_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint quote_pkey PRIMARY KEY (id)
  constraint quote_second_person CHECK ((approved_by <> proposed_by))
  constraint quote_theme_fkey FOREIGN KEY (theme_id) REFERENCES engagement.theme(id)
)
CREATE INDEX quote_theme ON engagement.quote USING btree (theme_id)
CREATE UNIQUE INDEX quote_standing ON engagement.quote USING btree (contribution_id) WHERE (withdrawn_at IS NULL)
CREATE TRIGGER quote_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.quote FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy coders_decide PERMISSIVE UPDATE to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice) with check ((approved_by IS NULL) OR (withdrawn_at IS NOT NULL) OR ((approved_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (approved_by <> proposed_by)))
policy coders_propose PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (proposed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (approved_by IS NULL) AND (EXISTS ( SELECT
   FROM engagement.contribution c
  WHERE ((c.id = quote.contribution_id) AND c.may_quote))))
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (contribution_id IN ( SELECT engagement.closed_pieces() AS closed_pieces)))
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((approved_at IS NOT NULL) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM engagement.voice_report r
  WHERE ((r.withdrawn_at IS NULL) AND (quote.id = ANY (r.quotes))))))
policy withdrawn_is_closed RESTRICTIVE SELECT to ct_public, ct_staff, ct_worker using (NOT (contribution_id IN ( SELECT engagement.withdrawn_pieces() AS withdrawn_pieces)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.registrant (
  registration_id uuid not null
  name text
  email text
  constraint registrant_pkey PRIMARY KEY (registration_id)
  constraint registrant_registration_fkey FOREIGN KEY (registration_id) REFERENCES engagement.registration(id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_erases PERMISSIVE DELETE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant SELECT to ct_worker

table engagement.registration (
  id uuid not null
  event_id uuid not null
  key_hash bytea
  seed_hash bytea
  state text not null
  people integer not null
  language text not null
  spoken text not null
  registered_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  reminded_for date
  erased_at timestamp with time zone
  constraint registration_event_fkey FOREIGN KEY (event_id) REFERENCES engagement.event(id)
  constraint registration_key_key UNIQUE (key_hash)
  constraint registration_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint registration_people CHECK (((people >= 1) AND (people <= 20)))
  constraint registration_pkey PRIMARY KEY (id)
  constraint registration_seed_key UNIQUE (seed_hash)
  constraint registration_spoken CHECK ((spoken = ANY (ARRAY['en'::text, 'fr'::text, 'other'::text])))
  constraint registration_state CHECK ((state = ANY (ARRAY['registered'::text, 'waiting'::text, 'cancelled'::text])))
)
CREATE INDEX registration_event ON engagement.registration USING btree (event_id, state)
policy office_counts PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_marks PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.registration_need (
  registration_id uuid not null
  need text not null
  amount integer not null
  note text
  constraint registration_need_amount CHECK (((amount >= 1) AND (amount <= 20)))
  constraint registration_need_need CHECK ((need = ANY (ARRAY['interpreter'::text, 'asl'::text, 'lsq'::text, 'wheelchair'::text, 'hearing-loop'::text, 'captions'::text, 'large-print'::text, 'support-person'::text, 'child-care'::text, 'other'::text])))
  constraint registration_need_pkey PRIMARY KEY (registration_id, need)
  constraint registration_need_registration_fkey FOREIGN KEY (registration_id) REFERENCES engagement.registration(id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_erases PERMISSIVE DELETE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant SELECT to ct_worker

table engagement.response (
  id uuid not null
  version_id uuid not null
  channel text not null
  language text not null
  received_on date not null
  answers jsonb not null
  once bytea not null
  may_quote boolean not null default false
  municipality text
  age_band text
  home_language text
  constraint response_channel CHECK ((channel = ANY (ARRAY['online'::text, 'paper'::text, 'telephone'::text])))
  constraint response_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint response_once UNIQUE (once)
  constraint response_pkey PRIMARY KEY (id)
  constraint response_version_fkey FOREIGN KEY (version_id) REFERENCES engagement.survey_version(id)
)
CREATE INDEX response_version ON engagement.response USING btree (version_id)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy sent PERMISSIVE INSERT to ct_public, ct_staff with check ((channel = 'online'::text) AND (version_id IN ( SELECT engagement.open_versions() AS open_versions)) AND (received_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy typed_in PERMISSIVE INSERT to ct_staff with check ((channel = ANY (ARRAY['paper'::text, 'telephone'::text])) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (received_on <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.screening_answer (
  issue_id uuid not null
  version integer not null
  criterion_id text not null
  answer text not null
  account_id uuid not null
  at timestamp with time zone not null
  constraint screening_answer_answer CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'unclear'::text])))
  constraint screening_answer_criterion_fkey FOREIGN KEY (version, criterion_id) REFERENCES engagement.criterion(version, id)
  constraint screening_answer_issue_fkey FOREIGN KEY (issue_id) REFERENCES engagement.issue(id)
  constraint screening_answer_pkey PRIMARY KEY (issue_id, version, criterion_id)
)
policy leadership_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM engagement.issue i
  WHERE ((i.id = screening_answer.issue_id) AND (i.to_leadership_at IS NOT NULL)))))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (('issue:'::text || issue_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[])))
policy office_all PERMISSIVE ALL to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table engagement.settlement (
  contribution_id uuid not null
  theme_ids uuid[] not null
  account_id uuid not null
  at timestamp with time zone not null
  constraint settlement_contribution_fkey FOREIGN KEY (contribution_id) REFERENCES engagement.contribution(id) ON DELETE CASCADE
  constraint settlement_pkey PRIMARY KEY (contribution_id)
)
policy blind PERMISSIVE SELECT to ct_staff using ((contribution_id IN ( SELECT engagement.coded_by_me() AS coded_by_me)) AND ( SELECT engagement.codes_voice() AS codes_voice))
policy own_changed PERMISSIVE UPDATE to ct_staff using ((contribution_id IN ( SELECT engagement.coded_by_me() AS coded_by_me)) AND ( SELECT engagement.codes_voice() AS codes_voice)) with check (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy own_settled PERMISSIVE INSERT to ct_staff with check ((contribution_id IN ( SELECT engagement.coded_by_me() AS coded_by_me)) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT engagement.codes_voice() AS codes_voice))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table engagement.subscriber (
  id uuid not null
  address_hash bytea not null
  key_hash bytea not null
  state text not null
  language text not null
  frequency text not null
  topics text[] not null
  signed_up_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  unsubscribed_at timestamp with time zone
  consent jsonb not null
  constraint subscriber_address_key UNIQUE (address_hash)
  constraint subscriber_frequency CHECK ((frequency = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text])))
  constraint subscriber_key_key UNIQUE (key_hash)
  constraint subscriber_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint subscriber_pkey PRIMARY KEY (id)
  constraint subscriber_state CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'unsubscribed'::text])))
)
CREATE INDEX subscriber_confirmed ON engagement.subscriber USING btree (frequency) WHERE (state = 'confirmed'::text)
policy office_counts PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy own_changes PERMISSIVE UPDATE to ct_public, ct_staff using (key_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) with check (key_hash = ( SELECT platform.ctx_capability() AS ctx_capability))
policy own_reads PERMISSIVE SELECT to ct_public, ct_staff using (key_hash = ( SELECT platform.ctx_capability() AS ctx_capability))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.subscriber_address (
  subscriber_id uuid not null
  email text not null
  constraint subscriber_address_pkey PRIMARY KEY (subscriber_id)
  constraint subscriber_address_subscriber_fkey FOREIGN KEY (subscriber_id) REFERENCES engagement.subscriber(id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_worker

table engagement.survey (
  slug text not null
  title platform.bilingual not null
  lead platform.bilingual not null
  opens_on date
  closes_on date
  distress boolean not null default false
  results_public boolean not null default false
  withdrawn_at timestamp with time zone
  demonstration boolean not null default false
  made_by uuid
  made_at timestamp with time zone not null
  consultation_slug text
  constraint survey_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint survey_dates CHECK (((closes_on IS NULL) OR (opens_on IS NULL) OR (closes_on >= opens_on)))
  constraint survey_pkey PRIMARY KEY (slug)
)
CREATE INDEX survey_consultation ON engagement.survey USING btree (consultation_slug) WHERE (consultation_slug IS NOT NULL)
CREATE TRIGGER survey_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.survey FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy opened_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((withdrawn_at IS NULL) AND (opens_on <= ( SELECT platform.ctx_today() AS ctx_today)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table engagement.survey_draft (
  code_hash bytea not null
  version_id uuid not null
  answers jsonb not null
  at_step text
  once bytea not null
  language text not null
  saved_on date not null
  ends_on date not null
  constraint survey_draft_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint survey_draft_pkey PRIMARY KEY (code_hash)
  constraint survey_draft_version_fkey FOREIGN KEY (version_id) REFERENCES engagement.survey_version(id)
)
policy own_changes PERMISSIVE UPDATE to ct_public, ct_staff using ((code_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) AND (ends_on >= ( SELECT platform.ctx_today() AS ctx_today)))
policy own_ends PERMISSIVE DELETE to ct_public, ct_staff using (code_hash = ( SELECT platform.ctx_capability() AS ctx_capability))
policy own_opens PERMISSIVE SELECT to ct_public, ct_staff using ((code_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) AND (ends_on >= ( SELECT platform.ctx_today() AS ctx_today)))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy saved PERMISSIVE INSERT to ct_public, ct_staff with check (version_id IN ( SELECT engagement.open_versions() AS open_versions))
grant DELETE to ct_public
grant DELETE to ct_staff
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant UPDATE to ct_public
grant UPDATE to ct_staff

table engagement.survey_result (
  version_id uuid not null
  results jsonb not null
  counted_on date not null
  constraint survey_result_pkey PRIMARY KEY (version_id)
  constraint survey_result_version_fkey FOREIGN KEY (version_id) REFERENCES engagement.survey_version(id)
)
policy office_counts PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_drops PERMISSIVE DELETE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy shown_is_read PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM (engagement.survey_version v
     JOIN engagement.survey s ON ((s.slug = v.survey_slug)))
  WHERE ((v.id = survey_result.version_id) AND s.results_public AND (s.closes_on < ( SELECT platform.ctx_today() AS ctx_today)))))
policy worker_counts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.survey_version (
  id uuid not null
  survey_slug text not null
  number integer not null
  questionnaire jsonb not null
  made_at timestamp with time zone not null
  constraint survey_version_number UNIQUE (survey_slug, number)
  constraint survey_version_pkey PRIMARY KEY (id)
  constraint survey_version_survey_fkey FOREIGN KEY (survey_slug) REFERENCES engagement.survey(slug)
)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy unanswered_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND (NOT (EXISTS ( SELECT
   FROM engagement.response r
  WHERE (r.version_id = survey_version.id)))))
policy with_its_survey PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM engagement.survey s
  WHERE (s.slug = survey_version.survey_slug)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table engagement.theme (
  id uuid not null
  consultation_slug text not null
  parent_id uuid
  position integer not null
  merged_into uuid
  constraint theme_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint theme_merged_fkey FOREIGN KEY (merged_into) REFERENCES engagement.theme(id)
  constraint theme_not_itself CHECK (((merged_into <> id) AND (parent_id <> id)))
  constraint theme_parent_fkey FOREIGN KEY (parent_id) REFERENCES engagement.theme(id)
  constraint theme_pkey PRIMARY KEY (id)
)
CREATE INDEX theme_consultation ON engagement.theme USING btree (consultation_slug)
policy coders_make PERMISSIVE INSERT to ct_staff with check ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_merge PERMISSIVE UPDATE to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.theme_answer (
  id uuid not null
  theme_id uuid not null
  kind text not null
  target text
  words platform.bilingual
  account_id uuid
  at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint theme_answer_kind CHECK ((kind = ANY (ARRAY['issue'::text, 'priority'::text, 'milestone'::text, 'no'::text])))
  constraint theme_answer_pkey PRIMARY KEY (id)
  constraint theme_answer_says CHECK (
CASE
    WHEN (kind = 'no'::text) THEN ((target IS NULL) AND (words IS NOT NULL))
    ELSE (target IS NOT NULL)
END)
  constraint theme_answer_theme_fkey FOREIGN KEY (theme_id) REFERENCES engagement.theme(id)
)
CREATE INDEX theme_answer_theme ON engagement.theme_answer USING btree (theme_id)
CREATE TRIGGER theme_answer_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.theme_answer FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy coders_answer PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_remove PERMISSIVE UPDATE to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (EXISTS ( SELECT
   FROM engagement.voice_report r
  WHERE ((r.withdrawn_at IS NULL) AND (r.content @> jsonb_build_object('themes', jsonb_build_array(jsonb_build_object('id', theme_answer.theme_id))))))))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.theme_name (
  theme_id uuid not null
  version integer not null
  name platform.bilingual not null
  account_id uuid
  at timestamp with time zone not null
  constraint theme_name_pkey PRIMARY KEY (theme_id, version)
  constraint theme_name_theme_fkey FOREIGN KEY (theme_id) REFERENCES engagement.theme(id)
)
policy coders_name PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table engagement.voice_report (
  consultation_slug text not null
  version integer not null
  content jsonb not null
  quotes uuid[] not null
  published_on date not null
  account_id uuid
  withdrawn_at timestamp with time zone
  constraint voice_report_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint voice_report_pkey PRIMARY KEY (consultation_slug, version)
)
CREATE UNIQUE INDEX voice_report_standing ON engagement.voice_report USING btree (consultation_slug) WHERE (withdrawn_at IS NULL)
CREATE TRIGGER voice_report_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.voice_report FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy coders_publish PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_withdraw PERMISSIVE UPDATE to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy standing_is_public PERMISSIVE SELECT to ct_public, ct_staff using ((withdrawn_at IS NULL) AND (published_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

CREATE OR REPLACE FUNCTION engagement.cancel_registration()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own engagement.registration;
begin
  select * into own from engagement.registration r where r.key_hash = platform.ctx_capability();
  if own.id is null or not engagement.open_for_registration(own.event_id) then return null; end if;
  update engagement.registration set state = 'cancelled', changed_at = platform.ctx_now() where id = own.id;
  delete from engagement.registrant p where p.registration_id = own.id;
  delete from engagement.registration_need n where n.registration_id = own.id;
  perform engagement.erase_mails(array[own.id]);
  return jsonb_build_object('id', own.id, 'promoted', to_jsonb(engagement.settle_event(own.event_id)));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.change_registration(given jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own engagement.registration;
  more integer;
begin
  select * into own from engagement.registration r where r.key_hash = platform.ctx_capability();
  if own.id is null or not engagement.open_for_registration(own.event_id) then return jsonb_build_object('outcome', 'closed'); end if;
  select * into own from engagement.registration r where r.id = own.id;
  if own.state = 'cancelled' then return jsonb_build_object('outcome', 'closed'); end if;
  more := (given ->> 'people')::integer - own.people;
  if own.state = 'registered' and more > 0 and more > engagement.places_left(own.event_id) then
    return jsonb_build_object('outcome', 'full', 'left', engagement.places_left(own.event_id));
  end if;
  update engagement.registration set people = (given ->> 'people')::integer, spoken = given ->> 'spoken', language = given ->> 'language', changed_at = platform.ctx_now() where id = own.id;
  delete from engagement.registrant p where p.registration_id = own.id;
  if coalesce(given ->> 'name', '') <> '' or coalesce(given ->> 'email', '') <> '' then
    insert into engagement.registrant (registration_id, name, email) values (own.id, nullif(given ->> 'name', ''), nullif(given ->> 'email', ''));
  end if;
  perform engagement.write_needs(own.id, given -> 'needs');
  return jsonb_build_object('outcome', 'changed', 'id', own.id, 'promoted', to_jsonb(engagement.settle_event(own.event_id)));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.closed_files()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array(select a.file_id from engagement.issue_attachment a where 'issue:' || a.issue_id = any (governance.closed_subjects())), '{}')
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.closed_pieces()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from engagement.contribution c where c.source_kind = 'issue' and 'issue:' || c.source_id = any (governance.closed_subjects())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.code_pairs(consultation text)
 RETURNS TABLE(first_coder uuid, second_coder uuid, first_themes uuid[], second_themes uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with given as (
    select d.contribution_id, d.account_id, array(select distinct coalesce(t.merged_into, t.id) from engagement.coding g join engagement.theme t on t.id = g.theme_id
      where g.contribution_id = d.contribution_id and g.account_id = d.account_id order by 1) as themes
    from engagement.coded d join engagement.contribution c on c.id = d.contribution_id
    where c.consultation_slug = consultation and c.id not in (select engagement.withdrawn_pieces()) and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  )
  select a.account_id, b.account_id, a.themes, b.themes from given a join given b on b.contribution_id = a.contribution_id and a.account_id < b.account_id
  order by 1, 2, 3, 4
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.coded_by_me()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select contribution_id from engagement.coded where account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.coded_by_others(piece uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from engagement.coded where contribution_id = piece and account_id <> platform.ctx_account())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.coded_voices(consultation text)
 RETURNS TABLE(municipality text, age_band text, home_language text, themes uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with piece as (
    select c.id, c.source_kind, c.source_id, c.municipality, c.age_band, c.home_language from engagement.contribution c
    where c.consultation_slug = consultation and c.id not in (select engagement.withdrawn_pieces())
      and exists (select from engagement.coded d where d.contribution_id = c.id) and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  ), settled as (
    select p.id, coalesce(t.merged_into, t.id) as theme from piece p join engagement.settlement s on s.contribution_id = p.id join engagement.theme t on t.id = any (s.theme_ids)
    union
    select p.id, coalesce(t.merged_into, t.id) from piece p join engagement.coding g on g.contribution_id = p.id join engagement.theme t on t.id = g.theme_id
    where not exists (select from engagement.settlement s where s.contribution_id = p.id)
    group by p.id, coalesce(t.merged_into, t.id)
    having count(distinct g.account_id) * 2 > (select count(*) from engagement.coded d where d.contribution_id = p.id)
  )
  select min(p.municipality), min(p.age_band), min(p.home_language), coalesce(array_agg(distinct s.theme) filter (where s.theme is not null), '{}')
  from piece p left join settled s on s.id = p.id group by p.source_kind, p.source_id
  order by 1, 2, 3, 4
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.codes_voice()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select platform.ctx_has('plan-manager') or platform.ctx_has('analyst')
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.count_call(given_outcome text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into engagement.call_outcome as c (day, outcome, calls)
  select platform.ctx_today(), given_outcome, 1 where platform.ctx_has('operator-311') or platform.ctx_has('plan-manager')
  on conflict (day, outcome) do update set calls = c.calls + 1
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.count_heard(consultation text, zone text)
 RETURNS TABLE(channel text, occasion text, people bigint, one_each boolean, municipality text, age_band text, home_language text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not (platform.ctx_actor() = 'worker' or engagement.codes_voice()) then return; end if;
  return query select h.channel, h.occasion, sum(h.people)::bigint, h.one_each, h.municipality, h.age_band, h.home_language from (
      select v.channel, v.occasion, v.people, v.one_each, v.municipality, v.age_band, v.home_language from engagement.heard v where v.consultation_slug = consultation
      union all
      select i.channel, i.id::text, 1, true, i.municipality, null, null from engagement.issue i join engagement.consultation k on k.slug = consultation
        and (i.received_at at time zone zone)::date between k.from_date and k.until_date where i.state <> 'withdrawn'
    ) h group by 1, 2, 4, 5, 6, 7 order by 1, 2, 4, 5, 6, 7;
end $function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.erase_mails(registrations uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update platform.mail_message set recipient = 'erased', subject = 'erased', text_body = 'erased', headers = '{}', attachments = '[]',
    state = case state when 'queued' then 'withheld' when 'sending' then 'unknown' else state end
  where recipient_key = any (registrations)
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION engagement.event_needs(meeting uuid)
 RETURNS TABLE(need text, amount bigint, notes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select n.need, sum(n.amount), coalesce(array_agg(n.note order by n.note) filter (where n.note is not null), '{}')
  from engagement.registration_need n join engagement.registration r on r.id = n.registration_id
  where r.event_id = meeting and r.state = 'registered' and platform.ctx_has('plan-manager') group by n.need
  union all
  select t.need, t.amount, '{}' from engagement.need_total t where t.event_id = meeting and platform.ctx_has('plan-manager')
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.find_origin(issue uuid)
 RETURNS TABLE(reference text, raised_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.reference, i.received_at from engagement.issue i where i.id = issue and i.state in ('accepted', 'assigned', 'closed')
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.list_open311(codes text[], ids text[], from_time timestamp with time zone, to_time timestamp with time zone, wanted_status text)
 RETURNS TABLE(reference text, service_code text, state text, requested_at timestamp with time zone, changed_at timestamp with time zone, lat numeric, long numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.reference, i.service_code, i.state, i.received_at, i.changed_at, round(i.lat, 3), round(i.long, 3)
  from engagement.issue i join engagement.open311_service s on s.code = i.service_code and s.kind = 'realtime'
  where i.channel = 'open311' and not i.about_person and i.state <> 'withdrawn'
    and case when ids is not null then i.reference = any (ids) else
      (codes is null or i.service_code = any (codes)) and i.received_at >= from_time and i.received_at <= to_time
      and (wanted_status is null or wanted_status = case when i.state in ('submitted', 'screening', 'more-info', 'for-leadership') then 'open' else 'closed' end) end
  order by i.received_at desc limit 1000
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.next_reference(prefix text, year integer)
 RETURNS text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select prefix || '-' || year || '-' || lpad(nextval('engagement.issue_number')::text, 4, '0')
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.open311_key_holds()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from engagement.open311_key where key_hash = platform.ctx_capability() and active)
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.open_for_registration(meeting uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from engagement.event e where e.id = meeting for update;
  return exists (select from engagement.event e where e.id = meeting and e.state = 'planned' and e.removed_at is null
    and e.known_from <= platform.ctx_today() and e.starts_at > platform.ctx_now());
end $function$

CREATE OR REPLACE FUNCTION engagement.open_versions()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.id from engagement.survey_version v join engagement.survey s on s.slug = v.survey_slug
  where s.withdrawn_at is null and s.opens_on <= platform.ctx_today() and (s.closes_on is null or s.closes_on >= platform.ctx_today())
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.own_registration()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('id', r.id, 'eventId', r.event_id, 'state', r.state, 'people', r.people, 'language', r.language, 'spoken', r.spoken,
    'name', coalesce(p.name, ''), 'email', coalesce(p.email, ''),
    'mailed', exists (select from platform.mail_message m where m.recipient_key = r.id and m.recipient = p.email and m.state in ('queued', 'sending', 'sent')),
    'needs', (select coalesce(jsonb_agg(jsonb_build_object('need', n.need, 'amount', n.amount, 'note', n.note) order by n.need), '[]') from engagement.registration_need n where n.registration_id = r.id))
  from engagement.registration r left join engagement.registrant p on p.registration_id = r.id where r.key_hash = platform.ctx_capability()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.places_left(meeting uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.capacity - coalesce((select sum(r.people) from engagement.registration r where r.event_id = e.id and r.state = 'registered'), 0)::integer
  from engagement.event e where e.id = meeting
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.purge_drafts()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  delete from engagement.survey_draft where ends_on < platform.ctx_today();
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION engagement.read_door_list(meeting uuid)
 RETURNS TABLE(name text, people integer, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.ctx_has('plan-manager') then
    perform platform.write_audit('event.read-door-list', 'event', meeting::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('event.read-door-list', 'event', meeting::text, 'permit', '{"section": "names"}');
  return query select p.name, r.people, r.state from engagement.registration r left join engagement.registrant p on p.registration_id = r.id
    where r.event_id = meeting and r.state <> 'cancelled' order by r.state, lower(p.name) nulls last, r.registered_at;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.read_proposer(issue uuid)
 RETURNS TABLE(name text, email text, phone text, organisation text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.ctx_has('plan-manager') or 'issue:' || issue = any (governance.closed_subjects()) then
    perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'permit', '{"section": "contact"}');
  return query select p.name, p.email, p.phone, p.organisation from engagement.proposer p where p.issue_id = issue;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.register(meeting uuid, new_id uuid, seed text, given jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own engagement.registration;
  mark bytea := sha256(convert_to(seed, 'UTF8'));
begin
  if not engagement.open_for_registration(meeting) then return null; end if;
  select * into own from engagement.registration r where r.seed_hash = mark and r.event_id = meeting;
  if own.id is not null then
    return jsonb_build_object('id', own.id, 'state', own.state, 'key', engagement.registration_key(own.id), 'again', true, 'promoted', '[]'::jsonb);
  end if;
  insert into engagement.registration (id, event_id, key_hash, seed_hash, state, people, language, spoken, registered_at, changed_at)
  values (new_id, meeting, sha256(convert_to(engagement.registration_key(new_id), 'UTF8')), mark,
    case when coalesce(engagement.places_left(meeting) >= (given ->> 'people')::integer, true) then 'registered' else 'waiting' end,
    (given ->> 'people')::integer, given ->> 'language', given ->> 'spoken', platform.ctx_now(), platform.ctx_now())
  returning * into own;
  if coalesce(given ->> 'name', '') <> '' or coalesce(given ->> 'email', '') <> '' then
    insert into engagement.registrant (registration_id, name, email) values (new_id, nullif(given ->> 'name', ''), nullif(given ->> 'email', ''));
  end if;
  perform engagement.write_needs(new_id, given -> 'needs');
  return jsonb_build_object('id', new_id, 'state', own.state, 'key', engagement.registration_key(new_id), 'again', false, 'promoted', to_jsonb(engagement.settle_event(meeting)));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.registration_key(registration uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select translate(encode(substr(platform.context_mac('registration ' || registration), 1, 16), 'base64'), '+/=', '-_')
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION engagement.settle_event(meeting uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  waiting record;
  given uuid[] := '{}';
begin
  if not engagement.open_for_registration(meeting) then return given; end if;
  for waiting in select r.id, r.people from engagement.registration r where r.event_id = meeting and r.state = 'waiting' order by r.registered_at, r.id loop
    if coalesce(engagement.places_left(meeting) >= waiting.people, true) then
      update engagement.registration set state = 'registered', changed_at = platform.ctx_now() where id = waiting.id;
      given := given || waiting.id;
    end if;
  end loop;
  -- The trigger of a public page fires for each statement, so none is run where nothing changes.
  if exists (select from engagement.event e where e.id = meeting and e.is_full <> coalesce(engagement.places_left(meeting) <= 0, false)) then
    update engagement.event set is_full = not is_full where id = meeting;
  end if;
  return given;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION engagement.sign_up(new_id uuid, email text, given_language text, given_frequency text, given_topics text[], proof jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  hash bytea := platform.context_mac('mail ' || lower(email));
  found engagement.subscriber;
begin
  insert into engagement.subscriber (id, address_hash, key_hash, state, language, frequency, topics, signed_up_at, consent)
  values (new_id, hash, sha256(convert_to(engagement.subscriber_key(new_id), 'UTF8')), 'pending', given_language, given_frequency, given_topics, platform.ctx_now(), proof)
  on conflict (address_hash) do update set
    state = case when engagement.subscriber.state = 'confirmed' then 'confirmed' else 'pending' end,
    language = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.language else excluded.language end,
    frequency = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.frequency else excluded.frequency end,
    topics = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.topics else excluded.topics end,
    signed_up_at = excluded.signed_up_at,
    consent = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.consent else excluded.consent end
  returning * into found;
  insert into engagement.subscriber_address (subscriber_id, email) values (found.id, sign_up.email) on conflict (subscriber_id) do nothing;
  return jsonb_build_object('id', found.id, 'confirmed', found.state = 'confirmed', 'key', engagement.subscriber_key(found.id));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.subscriber_key(subscriber uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  -- 128 bits in 22 letters: short, so that a header line with the address is not folded.
  select translate(encode(substr(platform.context_mac('subscriber ' || subscriber), 1, 16), 'base64'), '+/=', '-_')
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION engagement.takes_answers(response uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from engagement.response r where r.id = response and (platform.ctx_has('plan-manager') or r.version_id in (select engagement.open_versions())))
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.unsubscribe()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  gone uuid;
begin
  update engagement.subscriber set state = 'unsubscribed', unsubscribed_at = platform.ctx_now() where key_hash = platform.ctx_capability() returning id into gone;
  if gone is null then return false; end if;
  update platform.mail_message set state = 'withheld' where recipient_key = gone and state = 'queued';
  update engagement.delivery set mailed_at = platform.ctx_now() where subscriber_id = gone and mailed_at is null;
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION engagement.withdrawn_pieces()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from engagement.contribution c join engagement.issue i on i.id = c.source_id where c.source_kind = 'issue' and i.state = 'withdrawn'
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION engagement.write_needs(registration uuid, needs jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from engagement.registration_need n where n.registration_id = write_needs.registration;
  insert into engagement.registration_need (registration_id, need, amount, note)
  select write_needs.registration, one ->> 'need', (one ->> 'amount')::integer, nullif(one ->> 'note', '') from jsonb_array_elements(write_needs.needs) one;
end $function$

-- schema governance

table governance.action (
  id uuid not null
  body_slug text not null
  meeting_id uuid not null
  matter_id uuid not null
  what platform.bilingual not null
  member_id uuid not null
  due date not null
  agreed_at timestamp with time zone not null
  constraint action_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint action_matter_fkey FOREIGN KEY (matter_id) REFERENCES governance.matter(id)
  constraint action_meeting_fkey FOREIGN KEY (meeting_id) REFERENCES governance.meeting(id)
  constraint action_member_fkey FOREIGN KEY (member_id) REFERENCES governance.member(id)
  constraint action_pkey PRIMARY KEY (id)
)
CREATE INDEX action_body ON governance.action USING btree (body_slug)
CREATE INDEX action_matter ON governance.action USING btree (matter_id)
policy agreed PERMISSIVE INSERT to ct_staff with check (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = action.meeting_id) AND (m.body_slug = action.body_slug) AND (m.state = 'open'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy linked_is_read PERMISSIVE SELECT to ct_public, ct_staff using (id = ( SELECT governance.linked_action() AS linked_action))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((EXISTS ( SELECT
   FROM governance.matter m
  WHERE (m.id = action.matter_id))) AND (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE (m.id = action.meeting_id))))
policy worded PERMISSIVE UPDATE to ct_staff using (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = action.meeting_id) AND (m.minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table governance.action_link (
  id uuid not null
  action_id uuid not null
  key_hash bytea not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint action_link_action_fkey FOREIGN KEY (action_id) REFERENCES governance.action(id)
  constraint action_link_key UNIQUE (key_hash)
  constraint action_link_pkey PRIMARY KEY (id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table governance.action_report (
  id uuid not null
  action_id uuid not null
  kind text not null
  body text not null
  at timestamp with time zone not null
  by_link boolean not null
  account_id uuid
  constraint action_report_action_fkey FOREIGN KEY (action_id) REFERENCES governance.action(id)
  constraint action_report_kind CHECK ((kind = ANY (ARRAY['done'::text, 'under-way'::text, 'cannot'::text])))
  constraint action_report_pkey PRIMARY KEY (id)
)
CREATE INDEX action_report_action ON governance.action_report USING btree (action_id)
policy members_read PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM governance.action a
  WHERE ((a.id = action_report.action_id) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (a.body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[]))))))
policy owner_adds PERMISSIVE INSERT to ct_owner with check true
policy reported PERMISSIVE INSERT to ct_staff with check ((NOT by_link) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM governance.action a
  WHERE ((a.id = action_report.action_id) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (a.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])) OR (EXISTS ( SELECT
           FROM governance.member p
          WHERE ((p.id = a.member_id) AND (p.account_id = ( SELECT platform.ctx_account() AS ctx_account))))))))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table governance.agenda_item (
  id uuid not null
  meeting_id uuid not null
  matter_id uuid not null
  position integer not null
  why platform.bilingual
  outcome text
  discussion text
  language text
  constraint agenda_item_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint agenda_item_matter_fkey FOREIGN KEY (matter_id) REFERENCES governance.matter(id)
  constraint agenda_item_meeting_fkey FOREIGN KEY (meeting_id) REFERENCES governance.meeting(id)
  constraint agenda_item_once UNIQUE (meeting_id, matter_id)
  constraint agenda_item_outcome CHECK ((outcome = ANY (ARRAY['ended'::text, 'returns'::text])))
  constraint agenda_item_pkey PRIMARY KEY (id)
)
CREATE INDEX agenda_item_matter ON governance.agenda_item USING btree (matter_id)
CREATE TRIGGER agenda_item_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.agenda_item FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy kept PERMISSIVE INSERT to ct_staff with check (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = agenda_item.meeting_id) AND (m.minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy kept_on PERMISSIVE UPDATE to ct_staff using (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = agenda_item.meeting_id) AND (m.minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy taken_off PERMISSIVE DELETE to ct_staff using (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = agenda_item.meeting_id) AND (m.state = ANY (ARRAY['planned'::text, 'called'::text])) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy with_its_meeting PERMISSIVE SELECT to ct_public, ct_staff using ((EXISTS ( SELECT
   FROM governance.meeting m
  WHERE (m.id = agenda_item.meeting_id))) AND (EXISTS ( SELECT
   FROM governance.matter m
  WHERE (m.id = agenda_item.matter_id))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table governance.attendance (
  meeting_id uuid not null
  member_id uuid not null
  status text not null
  constraint attendance_meeting_fkey FOREIGN KEY (meeting_id) REFERENCES governance.meeting(id)
  constraint attendance_member_fkey FOREIGN KEY (member_id) REFERENCES governance.member(id)
  constraint attendance_pkey PRIMARY KEY (meeting_id, member_id)
  constraint attendance_status CHECK ((status = ANY (ARRAY['present'::text, 'regrets'::text, 'absent'::text])))
)
policy kept PERMISSIVE INSERT to ct_staff with check (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = attendance.meeting_id) AND (m.minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy kept_on PERMISSIVE UPDATE to ct_staff using (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE ((m.id = attendance.meeting_id) AND (m.minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy with_its_meeting PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM governance.meeting m
  WHERE (m.id = attendance.meeting_id)))
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table governance.body (
  slug text not null
  kind text not null
  position integer not null
  text platform.bilingual
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  minutes text not null default 'members'::text
  from_issue uuid
  entered_by uuid
  constraint body_kind CHECK ((kind = ANY (ARRAY['leadership-group'::text, 'action-table'::text, 'committee'::text, 'situation-table'::text, 'council'::text, 'board'::text])))
  constraint body_minutes CHECK ((minutes = ANY (ARRAY['public'::text, 'members'::text])))
  constraint body_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint body_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER body_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.body FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_forms PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy office_sets PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table governance.body_member (
  slug text not null
  body_slug text not null
  agency_slug text not null
  from_date date not null
  to_date date
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint body_member_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint body_member_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint body_member_pkey PRIMARY KEY (slug)
)
CREATE INDEX body_member_body ON governance.body_member USING btree (body_slug)
CREATE TRIGGER body_member_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.body_member FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table governance.body_name (
  slug text not null
  body_slug text not null
  name platform.bilingual not null
  from_date date not null
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint body_name_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint body_name_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint body_name_pkey PRIMARY KEY (slug)
)
CREATE INDEX body_name_body ON governance.body_name USING btree (body_slug)
CREATE TRIGGER body_name_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.body_name FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_names PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table governance.body_state (
  slug text not null
  body_slug text not null
  state text not null
  from_date date not null
  approximate boolean not null default false
  reason platform.bilingual not null
  merged_into text
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint body_state_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint body_state_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES governance.body(slug)
  constraint body_state_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint body_state_pkey PRIMARY KEY (slug)
  constraint body_state_state CHECK ((state = ANY (ARRAY['proposed'::text, 'forming'::text, 'active'::text, 'paused'::text, 'completed'::text, 'merged'::text, 're-activated'::text])))
)
CREATE INDEX body_state_body ON governance.body_state USING btree (body_slug)
CREATE TRIGGER body_state_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.body_state FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_states PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table governance.decision (
  id uuid not null
  body_slug text not null
  title platform.bilingual not null
  outcome text not null
  reason platform.bilingual not null
  decided_on date not null
  subject_kind text not null
  subject_id text not null
  is_public boolean not null default true
  known_from date not null
  recorded_by uuid
  recorded_at timestamp with time zone not null
  meeting_id uuid
  matter_id uuid
  moved_by text
  dissent text
  concerns_body text
  constraint decision_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint decision_concerns_fkey FOREIGN KEY (concerns_body) REFERENCES governance.body(slug)
  constraint decision_matter_fkey FOREIGN KEY (matter_id) REFERENCES governance.matter(id)
  constraint decision_meeting_fkey FOREIGN KEY (meeting_id) REFERENCES governance.meeting(id)
  constraint decision_pkey PRIMARY KEY (id)
)
CREATE INDEX decision_body ON governance.decision USING btree (body_slug)
CREATE INDEX decision_subject ON governance.decision USING btree (subject_kind, subject_id)
CREATE TRIGGER decision_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.decision FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy closed_is_read PERMISSIVE SELECT to ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[]))))
policy left_is_closed RESTRICTIVE SELECT to ct_staff using (((matter_id IS NULL) OR (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))) AND (NOT (((subject_kind || ':'::text) || subject_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[]))))
policy office_records PERMISSIVE INSERT to ct_staff with check ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ((meeting_id IS NOT NULL) AND (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))))
policy owner_translates PERMISSIVE ALL to ct_owner using true with check true
policy public_is_read PERMISSIVE SELECT to ct_public, ct_staff using (is_public AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (NOT ((title)::jsonb ? 'untranslated'::text)) AND (NOT ((reason)::jsonb ? 'untranslated'::text)) AND ((matter_id IS NULL) OR (NOT (matter_id = ANY (( SELECT governance.withheld_matters() AS withheld_matters)::uuid[])))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_records PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table governance.matter (
  id uuid not null
  body_slug text not null
  kind text not null
  subject_kind text
  subject_id text
  title platform.bilingual not null
  path text
  in_camera boolean not null default false
  opened_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint matter_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint matter_kind CHECK ((kind = ANY (ARRAY['minutes'::text, 'issue'::text, 'action'::text, 'milestone'::text, 'decision'::text, 'recommendation'::text, 'other'::text])))
  constraint matter_pkey PRIMARY KEY (id)
)
CREATE UNIQUE INDEX matter_open ON governance.matter USING btree (body_slug, subject_kind, subject_id) WHERE ((ended_at IS NULL) AND (subject_id IS NOT NULL))
CREATE TRIGGER matter_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.matter FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy kept PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((ended_at IS NULL) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))) with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy members_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (id = ANY (( SELECT governance.published_matters() AS published_matters)::uuid[]))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table governance.meeting (
  id uuid not null
  body_slug text not null
  year integer not null
  number integer not null
  starts_at timestamp with time zone not null
  minutes_long integer not null
  place text not null
  online text
  state text not null
  called_at timestamp with time zone
  opened_at timestamp with time zone
  closed_at timestamp with time zone
  cancelled_for text
  minutes_state text not null default 'none'::text
  minutes_note text
  approved_in uuid
  approved_at timestamp with time zone
  made_by uuid
  made_at timestamp with time zone not null
  constraint meeting_approved_in_fkey FOREIGN KEY (approved_in) REFERENCES governance.meeting(id)
  constraint meeting_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint meeting_length CHECK (((minutes_long >= 5) AND (minutes_long <= 600)))
  constraint meeting_minutes_state CHECK ((minutes_state = ANY (ARRAY['none'::text, 'draft'::text, 'approved'::text])))
  constraint meeting_number UNIQUE (body_slug, year, number)
  constraint meeting_pkey PRIMARY KEY (id)
  constraint meeting_state CHECK ((state = ANY (ARRAY['planned'::text, 'called'::text, 'open'::text, 'closed'::text, 'cancelled'::text])))
)
CREATE TRIGGER meeting_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.meeting FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy kept PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((minutes_state <> 'approved'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))) with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy members_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((minutes_state = 'approved'::text) AND (EXISTS ( SELECT
   FROM governance.body b
  WHERE ((b.slug = meeting.body_slug) AND (b.minutes = 'public'::text)))))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table governance.member (
  id uuid not null
  body_slug text not null
  name text not null
  office platform.bilingual not null
  agency_slug text
  chairs boolean not null default false
  account_id uuid
  from_date date not null
  to_date date
  demonstration boolean not null default false
  entered_at timestamp with time zone not null
  constraint member_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint member_name CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint member_pkey PRIMARY KEY (id)
)
CREATE INDEX member_account ON governance.member USING btree (account_id)
CREATE INDEX member_body ON governance.member USING btree (body_slug)
CREATE TRIGGER member_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.member FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using (from_date <= ( SELECT platform.ctx_today() AS ctx_today))
policy office_or_chair_adds PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy office_or_chair_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy owner_joins PERMISSIVE ALL to ct_owner using true with check true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table governance.member_address (
  member_id uuid not null
  email text not null
  language text not null
  constraint member_address_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint member_address_member_fkey FOREIGN KEY (member_id) REFERENCES governance.member(id)
  constraint member_address_pkey PRIMARY KEY (member_id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_worker

table governance.paper (
  id uuid not null
  matter_id uuid not null
  name text not null
  media_type text not null
  size integer not null
  content bytea not null
  added_at timestamp with time zone not null
  added_by uuid
  constraint paper_matter_fkey FOREIGN KEY (matter_id) REFERENCES governance.matter(id)
  constraint paper_pkey PRIMARY KEY (id)
)
CREATE INDEX paper_matter ON governance.paper USING btree (matter_id)
policy kept PERMISSIVE INSERT to ct_staff with check (EXISTS ( SELECT
   FROM governance.matter m
  WHERE ((m.id = paper.matter_id) AND (m.ended_at IS NULL) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy members_read PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM governance.matter m
  WHERE ((m.id = paper.matter_id) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[]))))))
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view governance.published_body (
  slug text
  kind text
  position integer
  name platform.bilingual
)
 SELECT b.slug,
    b.kind,
    b."position",
    n.name
   FROM (governance.body b
     JOIN LATERAL ( SELECT x.name
           FROM governance.body_name x
          WHERE ((x.body_slug = b.slug) AND (x.removed_at IS NULL) AND (x.known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
          ORDER BY x.from_date DESC
         LIMIT 1) n ON (true))
  WHERE ((b.removed_at IS NULL) AND (b.known_from <= ( SELECT platform.ctx_today() AS ctx_today)));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view governance.published_decision (
  id uuid
  body_slug text
  title platform.bilingual
  outcome text
  reason platform.bilingual
  decided_on date
)
 SELECT id,
    body_slug,
    title,
    outcome,
    reason,
    decided_on
   FROM governance.decision
  WHERE (is_public AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table governance.recusal (
  id uuid not null
  matter_id uuid not null
  member_id uuid not null
  account_id uuid
  declared_at timestamp with time zone not null
  constraint recusal_matter_fkey FOREIGN KEY (matter_id) REFERENCES governance.matter(id)
  constraint recusal_member_fkey FOREIGN KEY (member_id) REFERENCES governance.member(id)
  constraint recusal_once UNIQUE (matter_id, member_id)
  constraint recusal_pkey PRIMARY KEY (id)
)
policy chair_sees PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM governance.matter m
  WHERE ((m.id = recusal.matter_id) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (m.body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))))))
policy left_is_closed RESTRICTIVE SELECT to ct_staff using (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_staff

table governance.seat (
  slug text not null
  body_slug text not null
  position integer not null
  name platform.bilingual not null
  law platform.bilingual not null
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint seat_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint seat_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint seat_pkey PRIMARY KEY (slug)
)
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table governance.seat_holding (
  id uuid not null
  seat_slug text not null
  member_id uuid not null
  from_date date not null
  to_date date
  entered_at timestamp with time zone not null
  constraint seat_holding_dates CHECK (((to_date IS NULL) OR (to_date >= from_date)))
  constraint seat_holding_member_fkey FOREIGN KEY (member_id) REFERENCES governance.member(id)
  constraint seat_holding_pkey PRIMARY KEY (id)
  constraint seat_holding_seat_fkey FOREIGN KEY (seat_slug) REFERENCES governance.seat(slug)
)
CREATE INDEX seat_holding_seat ON governance.seat_holding USING btree (seat_slug)
CREATE TRIGGER seat_holding_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.seat_holding FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using (from_date <= ( SELECT platform.ctx_today() AS ctx_today))
policy office_adds PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_ends PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

CREATE OR REPLACE FUNCTION governance.action_link_key(link uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select translate(encode(substr(platform.context_mac('action link ' || link), 1, 18), 'base64'), '+/=', '-_')
$function$

CREATE OR REPLACE FUNCTION governance.closed_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array(select r.matter_id from governance.recusal r join governance.matter m on m.id = r.matter_id
    where m.ended_at is null and r.account_id = platform.ctx_account()), '{}')
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.closed_subjects()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array(select m.subject_kind || ':' || m.subject_id from governance.recusal r join governance.matter m on m.id = r.matter_id
    where m.ended_at is null and m.subject_id is not null and r.account_id = platform.ctx_account()), '{}')
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.declare_conflict(new_id uuid, of_matter uuid, of_member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  body text := (select m.body_slug from governance.matter m where m.id = of_matter and m.ended_at is null);
  account uuid := (select p.account_id from governance.member p where p.id = of_member and p.body_slug = body);
begin
  if body is null or not exists (select from governance.member p where p.id = of_member and p.body_slug = body) then return false; end if;
  -- A member without an account is nobody's own: null must not pass for true.
  if (account = platform.ctx_account() or platform.ctx_has('plan-manager') or body = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  insert into governance.recusal (id, matter_id, member_id, account_id, declared_at) values (new_id, of_matter, of_member, account, platform.ctx_now())
  on conflict on constraint recusal_once do nothing;
  perform platform.write_audit('governance.declare-conflict', 'matter', of_matter::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.has_left(of_member uuid, of_matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from governance.recusal r join governance.matter m on m.id = r.matter_id where r.matter_id = of_matter and r.member_id = of_member and m.ended_at is null)
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION governance.linked_action()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.action_id from governance.action_link l join governance.action a on a.id = l.action_id
  where l.key_hash = platform.ctx_capability() and l.used_at is null and l.expires_at > platform.ctx_now() and not governance.has_left(a.member_id, a.matter_id)
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION governance.matter_is_public(m governance.matter)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select not m.in_camera and (m.ended_at is not null
    or (not exists (select from governance.recusal r where r.matter_id = m.id)
      and exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved')))
$function$

CREATE OR REPLACE FUNCTION governance.new_action_link(link uuid, of_action uuid, until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  key text := governance.action_link_key(link);
begin
  if platform.ctx_actor() is distinct from 'worker' then return null; end if;
  -- A newer link ends the older ones: what lies in an old mail opens nothing.
  update governance.action_link set expires_at = platform.ctx_now() where action_id = of_action and used_at is null and expires_at > platform.ctx_now();
  insert into governance.action_link (id, action_id, key_hash, expires_at) values (link, of_action, sha256(convert_to(key, 'UTF8')), until);
  return key;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION governance.published_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array(select m.id from governance.matter m join governance.body b on b.slug = m.body_slug where b.minutes = 'public' and governance.matter_is_public(m)
    and exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved')), '{}')
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION governance.report_by_link(report uuid, given_kind text, given_body text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found uuid;
begin
  if governance.linked_action() is null then return null; end if;
  update governance.action_link set used_at = platform.ctx_now()
  where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now() returning action_id into found;
  if found is null then return null; end if;
  insert into governance.action_report (id, action_id, kind, body, at, by_link) values (report, found, given_kind, given_body, platform.ctx_now(), true);
  perform platform.write_audit('governance.report-action', 'action', found::text, 'permit', '{"by": "link"}');
  return found;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION governance.set_member_address(of_member uuid, given_email text, given_language text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  body text := (select m.body_slug from governance.member m where m.id = of_member);
  found uuid;
begin
  if (body is not null and (platform.ctx_has('plan-manager') or body = any (platform.ctx_bodies_as('table-chair')) or platform.ctx_actor() = 'worker')) is not true then return false; end if;
  perform platform.write_audit('governance.set-member-address', 'member', of_member::text, 'permit', '{}');
  insert into governance.member_address (member_id, email, language) values (of_member, given_email, given_language)
  on conflict (member_id) do update set email = excluded.email, language = excluded.language;
  select a.id into found from identity.account a where lower(a.email) = lower(given_email) and a.closed_at is null;
  update governance.member set account_id = found where id = of_member;
  return found is not null;
end $function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION governance.translate_decision(of_decision uuid, given_title jsonb, given_reason jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d governance.decision;
  missing text;
begin
  select * into d from governance.decision x where x.id = of_decision;
  missing := coalesce(d.title ->> 'untranslated', d.reason ->> 'untranslated');
  if missing is null or not exists (select from governance.meeting m where m.id = d.meeting_id and m.minutes_state <> 'approved') then return false; end if;
  if (platform.ctx_has('plan-manager') or d.body_slug = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  update governance.decision set title = (title - 'untranslated') || jsonb_build_object(missing, given_title ->> missing),
    reason = (reason - 'untranslated') || jsonb_build_object(missing, given_reason ->> missing) where id = of_decision;
  perform platform.write_audit('governance.translate-decision', 'decision', of_decision::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.withheld_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array(select m.id from governance.matter m where not governance.matter_is_public(m)), '{}')
$function$
-- execute: ct_public, ct_staff

-- schema identity

table identity.account (
  id uuid not null
  email text not null
  name text not null
  language text not null default 'en'::text
  demonstration boolean not null default false
  created_at timestamp with time zone not null
  closed_at timestamp with time zone
  constraint account_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint account_pkey PRIMARY KEY (id)
)
CREATE UNIQUE INDEX account_email_key ON identity.account USING btree (lower(email))
policy administrator_adds PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('administrator'::text) AS ctx_has)
policy demonstration_is_shown PERMISSIVE SELECT to ct_public using (demonstration AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy own_or_administrator PERMISSIVE SELECT to ct_staff using ((id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('administrator'::text) AS ctx_has))
policy own_or_administrator_updates PERMISSIVE UPDATE to ct_staff using ((id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('administrator'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table identity.agency (
  id uuid not null
  slug text not null
  name platform.bilingual not null
  kind text not null
  from_date date
  to_date date
  successor_slug text
  demonstration boolean not null default false
  sources text[] not null default '{}'::text[]
  constraint agency_pkey PRIMARY KEY (id)
  constraint agency_slug_key UNIQUE (slug)
)
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((from_date IS NULL) OR (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table identity.attempt (
  key bytea not null
  opened_at timestamp with time zone not null
  failures integer not null
  constraint attempt_pkey PRIMARY KEY (key)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table identity.challenge (
  hash bytea not null
  account_id uuid
  expires_at timestamp with time zone not null
  constraint challenge_pkey PRIMARY KEY (hash)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table identity.invitation (
  key_hash bytea not null
  account_id uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint invitation_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint invitation_pkey PRIMARY KEY (key_hash)
)
policy administrator_invites PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('administrator'::text) AS ctx_has)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker

table identity.known_device (
  key_hash bytea not null
  account_id uuid not null
  known_since timestamp with time zone not null
  constraint known_device_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint known_device_pkey PRIMARY KEY (key_hash)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table identity.membership (
  id uuid not null
  account_id uuid not null
  agency_id uuid
  body_slug text
  role text not null
  from_date date not null
  to_date date
  constraint membership_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint membership_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint membership_pkey PRIMARY KEY (id)
  constraint membership_role CHECK ((role = ANY (ARRAY['plan-manager'::text, 'operator-311'::text, 'leadership-member'::text, 'table-chair'::text, 'table-member'::text, 'partner'::text, 'analyst'::text, 'auditor'::text, 'privacy-officer'::text, 'administrator'::text, 'intake-worker'::text, 'clinician'::text, 'access-supervisor'::text, 'coordinator'::text, 'volunteer'::text, 'directory-editor'::text])))
)
CREATE INDEX membership_account ON identity.membership USING btree (account_id)
policy administrator_adds PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('administrator'::text) AS ctx_has)
policy administrator_ends PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('administrator'::text) AS ctx_has)
policy own_or_administrator PERMISSIVE SELECT to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('administrator'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table identity.oidc_link (
  provider_id text not null
  subject text not null
  account_id uuid not null
  constraint oidc_link_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint oidc_link_pkey PRIMARY KEY (provider_id, subject)
  constraint oidc_link_provider_fkey FOREIGN KEY (provider_id) REFERENCES identity.oidc_provider(id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table identity.oidc_provider (
  id text not null
  name platform.bilingual not null
  issuer text not null
  client_id text not null
  client_secret text not null
  active boolean not null default true
  constraint oidc_provider_pkey PRIMARY KEY (id)
)
policy names_are_shown PERMISSIVE SELECT to ct_public using (active AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_adds PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker

table identity.oidc_request (
  state_hash bytea not null
  provider_id text not null
  nonce text not null
  verifier text not null
  next text not null
  expires_at timestamp with time zone not null
  constraint oidc_request_pkey PRIMARY KEY (state_hash)
  constraint oidc_request_provider_fkey FOREIGN KEY (provider_id) REFERENCES identity.oidc_provider(id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table identity.passkey (
  id text not null
  account_id uuid not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  added_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint passkey_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint passkey_pkey PRIMARY KEY (id)
)
CREATE INDEX passkey_account ON identity.passkey USING btree (account_id)
policy own_adds PERMISSIVE INSERT to ct_staff with check (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy own_drops PERMISSIVE DELETE to ct_staff using (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy own_reads PERMISSIVE SELECT to ct_staff using (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff

table identity.password (
  account_id uuid not null
  hash text not null
  set_at timestamp with time zone not null
  constraint password_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint password_pkey PRIMARY KEY (account_id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker

table identity.session (
  id uuid not null
  token_hash bytea not null
  account_id uuid not null
  method text not null
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  second_factor_at timestamp with time zone
  device text
  constraint session_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_key UNIQUE (token_hash)
)
CREATE INDEX session_account ON identity.session USING btree (account_id) WHERE (revoked_at IS NULL)
policy own_reads PERMISSIVE SELECT to ct_staff using (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_staff

table identity.totp (
  account_id uuid not null
  secret text not null
  confirmed_at timestamp with time zone
  last_step bigint not null default 0
  constraint totp_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint totp_pkey PRIMARY KEY (account_id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

CREATE OR REPLACE FUNCTION identity.begin_sign_in(given_email text, device bytea, moment timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found identity.account;
  device_key bytea;
  is_known boolean;
  attempts integer;
begin
  select * into found from identity.account where lower(email) = lower(given_email) and closed_at is null;
  is_known := found.id is not null and exists (select from identity.known_device d where d.key_hash = device and d.account_id = found.id);
  device_key := platform.context_mac('sign-in ' || lower(given_email) || case when is_known then encode(device, 'hex') else '' end);
  insert into identity.attempt as a (key, opened_at, failures) values (device_key, moment, 1)
  on conflict (key) do update set
    opened_at = case when a.opened_at < moment - interval '15 minutes' then moment else a.opened_at end,
    failures = case when a.opened_at < moment - interval '15 minutes' then 1 else a.failures + 1 end
  returning failures into attempts;
  if attempts > 10 then return jsonb_build_object('limited', true); end if;
  return jsonb_build_object('limited', false, 'account', found.id,
    'hash', (select p.hash from identity.password p where p.account_id = found.id),
    'totp', (select jsonb_build_object('secret', t.secret, 'lastStep', t.last_step) from identity.totp t where t.account_id = found.id and t.confirmed_at is not null));
end $function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.complete_oidc(provider text, given_subject text, verified_email text, session_id uuid, session_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found_id uuid;
begin
  select l.account_id into found_id from identity.oidc_link l where l.provider_id = provider and l.subject = given_subject;
  if found_id is null and verified_email is not null then
    select a.id into found_id from identity.account a where lower(a.email) = lower(verified_email);
    if found_id is not null then insert into identity.oidc_link values (provider, given_subject, found_id); end if;
  end if;
  if found_id is null or exists (select from identity.account a where a.id = found_id and a.closed_at is not null) then return false; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at)
  values (session_id, session_hash, found_id, 'oidc ' || provider, platform.ctx_now(), platform.ctx_now(), platform.ctx_now() + interval '12 hours');
  return true;
end $function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.complete_passkey(credential text, new_counter bigint, session_id uuid, session_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  owner_id uuid;
begin
  update identity.passkey set counter = new_counter, used_at = platform.ctx_now() where id = credential and (counter = 0 or new_counter > counter) returning account_id into owner_id;
  if owner_id is null then return false; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at)
  values (session_id, session_hash, owner_id, 'passkey', platform.ctx_now(), platform.ctx_now(), platform.ctx_now() + interval '12 hours', platform.ctx_now());
  return true;
end $function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.complete_sign_in(account uuid, given_email text, device bytea, new_device bytea, session_id uuid, session_hash bytea, how text, with_second boolean, totp_step bigint, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if totp_step is not null then
    update identity.totp set last_step = totp_step where account_id = account and last_step < totp_step;
    if not found then return false; end if;
  end if;
  delete from identity.attempt where key in (platform.context_mac('sign-in ' || lower(given_email)), platform.context_mac('sign-in ' || lower(given_email) || encode(device, 'hex')));
  insert into identity.known_device (key_hash, account_id, known_since) values (new_device, account, moment) on conflict do nothing;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at)
  values (session_id, session_hash, account, how, moment, moment, moment + interval '12 hours', case when with_second then moment end);
  return true;
end $function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.drop_own_totp()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from identity.totp where account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.enter_session(session_hash bytea, request uuid, purpose text, moment timestamp with time zone, time_zone text, capability bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  facts jsonb := identity.open_session_context(session_hash, request, purpose, moment, time_zone, capability);
begin
  perform set_config('role', case when facts is null then 'ct_public' else 'ct_staff' end, true);
  return facts;
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION identity.find_oidc_provider(wanted text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('id', id, 'issuer', issuer, 'clientId', client_id, 'clientSecret', client_secret) from identity.oidc_provider where id = wanted and active
$function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.find_passkey(credential text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('publicKey', encode(p.public_key, 'base64'), 'counter', p.counter, 'transports', p.transports)
  from identity.passkey p join identity.account a on a.id = p.account_id where p.id = credential and a.closed_at is null
$function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.invitation_holds()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from identity.invitation where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now())
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION identity.new_challenge(challenge_hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from identity.challenge where expires_at < platform.ctx_now();
  insert into identity.challenge (hash, account_id, expires_at) values (challenge_hash, platform.ctx_account(), platform.ctx_now() + interval '5 minutes');
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION identity.new_oidc_request(hash bytea, provider text, given_nonce text, given_verifier text, given_next text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from identity.oidc_request where expires_at < platform.ctx_now();
  insert into identity.oidc_request values (hash, provider, given_nonce, given_verifier, given_next, platform.ctx_now() + interval '10 minutes');
end $function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.open_session_context(session_hash bytea, request uuid, purpose text, moment timestamp with time zone, time_zone text, capability bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  facts jsonb;
  today date := (moment at time zone time_zone)::date;
begin
  select jsonb_build_object('account', a.id, 'session', s.id, 'name', a.name, 'language', a.language, 'secondFactor', s.second_factor_at,
      'agency', (select m.agency_id from identity.membership m where m.account_id = a.id and m.agency_id is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today) order by m.from_date limit 1),
      'roles', coalesce((select jsonb_agg(distinct m.role) from identity.membership m where m.account_id = a.id
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'),
      'bodies', coalesce((select jsonb_agg(distinct m.body_slug) from identity.membership m where m.account_id = a.id and m.body_slug is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'),
      'seats', coalesce((select jsonb_object_agg(held.role, held.bodies) from (
        select m.role, jsonb_agg(distinct m.body_slug) as bodies from identity.membership m where m.account_id = a.id and m.body_slug is not null
          and m.from_date <= today and (m.to_date is null or m.to_date >= today) group by m.role) held), '{}'))
    into facts
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > moment and s.seen_at > moment - interval '2 hours' and a.closed_at is null;
  if facts is null then
    perform platform.open_context('public', '{}', request, purpose, moment, time_zone, capability);
    return null;
  end if;
  -- Idle time is kept to five minutes, so that reading pages does not write a row each time.
  update identity.session set seen_at = moment where id = (facts ->> 'session')::uuid and seen_at < moment - interval '5 minutes';
  perform platform.open_context('staff', facts, request, purpose, moment, time_zone, capability);
  return facts;
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION identity.own_password()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select hash from identity.password where account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.own_totp()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('secret', secret, 'confirmed', confirmed_at is not null, 'lastStep', last_step) from identity.totp where account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.purge_spent(before timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  delete from platform.rate_window where opened_at < before;
  delete from identity.attempt where opened_at < before;
  delete from identity.challenge where expires_at < before;
  delete from identity.oidc_request where expires_at < before;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION identity.revoke_session(which uuid, all_others boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  ended integer;
begin
  update identity.session s set revoked_at = platform.ctx_now()
  where s.account_id = platform.ctx_account() and s.revoked_at is null
    and (s.id = which or (all_others and s.id <> (platform.ctx() ->> 'session')::uuid));
  get diagnostics ended = row_count;
  return ended;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.set_own_password(new_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into identity.password (account_id, hash, set_at) select platform.ctx_account(), new_hash, platform.ctx_now() where platform.ctx_account() is not null
  on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.set_own_totp(new_secret text, confirmed boolean, step bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into identity.totp (account_id, secret, confirmed_at, last_step) select platform.ctx_account(), new_secret, case when confirmed then platform.ctx_now() end, step where platform.ctx_account() is not null
  on conflict (account_id) do update set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION identity.take_challenge(challenge_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from identity.challenge where hash = challenge_hash and account_id is not distinct from platform.ctx_account() and expires_at > platform.ctx_now();
  return found;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION identity.take_oidc_request(hash bytea)
 RETURNS jsonb
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with taken as (delete from identity.oidc_request where state_hash = hash and expires_at > platform.ctx_now() returning *)
  select jsonb_build_object('provider', provider_id, 'nonce', nonce, 'verifier', verifier, 'next', next) from taken
$function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION identity.use_invitation(new_hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  invited uuid;
begin
  update identity.invitation set used_at = platform.ctx_now()
  where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now() returning account_id into invited;
  if invited is null then return false; end if;
  insert into identity.password (account_id, hash, set_at) values (invited, new_hash, platform.ctx_now())
  on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at;
  update identity.session set revoked_at = platform.ctx_now() where account_id = invited and revoked_at is null;
  return true;
end $function$
-- execute: ct_public, ct_staff

-- schema insight

table insight.figure (
  id uuid not null
  slug text not null
  position integer not null
  label platform.bilingual not null
  value text
  number numeric
  period platform.bilingual not null
  geography platform.bilingual not null
  provisional boolean not null
  featured boolean not null
  supersedes text
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  definition_slug text not null
  period_from date
  period_to date
  place_slug text not null
  breakdown_slug text
  breakdown platform.bilingual
  approximate boolean not null default false
  as_of date not null
  fresh_until date
  note platform.bilingual
  releasable boolean not null default true
  withheld_reason platform.bilingual
  inputs text[] not null default '{}'::text[]
  inputs_hash text
  constraint figure_breakdown CHECK (((breakdown_slug IS NULL) = (breakdown IS NULL)))
  constraint figure_definition_fkey FOREIGN KEY (definition_slug) REFERENCES insight.figure_definition(slug)
  constraint figure_fresh_until CHECK ((fresh_until >= as_of))
  constraint figure_inputs_hash CHECK ((inputs_hash ~ '^[0-9a-f]{64}$'::text))
  constraint figure_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint figure_period CHECK ((period_from <= period_to))
  constraint figure_pkey PRIMARY KEY (id)
  constraint figure_slug_key UNIQUE (slug)
  constraint figure_withheld CHECK (((releasable = (value IS NOT NULL)) AND (releasable = (number IS NOT NULL)) AND (releasable = (withheld_reason IS NULL)) AND (releasable OR (inputs_hash IS NULL))))
)
CREATE INDEX figure_definition_of ON insight.figure USING btree (definition_slug)
CREATE INDEX figure_supersedes ON insight.figure USING btree (supersedes) WHERE (supersedes IS NOT NULL)
CREATE TRIGGER figure_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.figure FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.figure_definition (
  slug text not null
  series_slug text not null
  version integer not null
  position integer not null
  domain_slug text
  name platform.bilingual not null
  text platform.bilingual not null
  unit text not null
  geography_kind text not null
  method platform.bilingual
  formula platform.bilingual
  disclosure_rule text not null
  valid_from date not null
  change_reason platform.bilingual
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint figure_definition_change CHECK (((version = 1) = (change_reason IS NULL)))
  constraint figure_definition_disclosure_rule CHECK ((disclosure_rule = ANY (ARRAY['as-published'::text, 'small-counts'::text])))
  constraint figure_definition_geography_kind CHECK ((geography_kind = ANY (ARRAY['residence'::text, 'occurrence'::text, 'service'::text, 'not-stated'::text])))
  constraint figure_definition_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint figure_definition_pkey PRIMARY KEY (slug)
  constraint figure_definition_series_key UNIQUE (series_slug, version)
  constraint figure_definition_version CHECK ((version > 0))
)
CREATE TRIGGER figure_definition_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.figure_definition FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.publication (
  id uuid not null
  template text not null
  title platform.bilingual not null
  departments text[] not null
  prepared_by uuid
  prepared_for platform.bilingual not null
  prepared_at timestamp with time zone not null
  constraint publication_pkey PRIMARY KEY (id)
)
policy office_prepares PERMISSIVE INSERT to ct_staff with check ((prepared_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE ((s.publication_id = publication.id) AND (s.step = 'published'::text) AND (s.taken_at <= ( SELECT platform.ctx_now() AS ctx_now)))))
policy submitted_is_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE (s.publication_id = publication.id))))
policy worker_prepares PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.publication_number (
  publication_id uuid not null
  position integer not null
  department text not null
  year integer not null
  sequence integer not null
  constraint publication_number_department CHECK ((department ~ '^[A-Z]{2,4}$'::text))
  constraint publication_number_key UNIQUE (department, year, sequence)
  constraint publication_number_pkey PRIMARY KEY (publication_id, department)
  constraint publication_number_publication_fkey FOREIGN KEY (publication_id) REFERENCES insight.publication(id)
  constraint publication_number_sequence CHECK ((sequence > 0))
)
policy office_numbers PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE ((s.publication_id = publication_number.publication_id) AND (s.step = 'published'::text) AND (s.taken_at <= ( SELECT platform.ctx_now() AS ctx_now)))))
policy submitted_is_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE (s.publication_id = publication_number.publication_id))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.publication_section (
  publication_id uuid not null
  key text not null
  en text not null
  fr text not null
  edited_by uuid[] not null
  edited_at timestamp with time zone not null
  constraint publication_section_pkey PRIMARY KEY (publication_id, key)
  constraint publication_section_publication_fkey FOREIGN KEY (publication_id) REFERENCES insight.publication(id)
)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_rewrites PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) with check (edited_by @> ARRAY[( SELECT platform.ctx_account() AS ctx_account)])
policy office_writes PERMISSIVE INSERT to ct_staff with check ((edited_by = ARRAY[( SELECT platform.ctx_account() AS ctx_account)]) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy submitted_is_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE (s.publication_id = publication_section.publication_id))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_writes PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.publication_step (
  id uuid not null
  publication_id uuid not null
  position integer not null
  version_id uuid not null
  step text not null
  reason text
  by_account uuid not null
  by_name text not null
  taken_at timestamp with time zone not null
  taken_on date not null
  constraint publication_step_key UNIQUE (publication_id, "position")
  constraint publication_step_pkey PRIMARY KEY (id)
  constraint publication_step_publication_fkey FOREIGN KEY (publication_id) REFERENCES insight.publication(id)
  constraint publication_step_reason CHECK (((reason IS NOT NULL) = (step = 'returned'::text)))
  constraint publication_step_step CHECK ((step = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'published'::text])))
  constraint publication_step_version_fkey FOREIGN KEY (version_id) REFERENCES insight.publication_version(id)
)
CREATE INDEX publication_step_version ON insight.publication_step USING btree (version_id)
CREATE TRIGGER publication_step_check BEFORE INSERT ON insight.publication_step FOR EACH ROW EXECUTE FUNCTION insight.check_publication_step()
CREATE TRIGGER publication_step_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.publication_step FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has))
policy office_steps PERMISSIVE INSERT to ct_staff with check ((by_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (taken_at <= ( SELECT platform.ctx_now() AS ctx_now)) AND
CASE
    WHEN (step = ANY (ARRAY['submitted'::text, 'published'::text])) THEN ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
    ELSE (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has))
END)
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((step = 'published'::text) AND (taken_at <= ( SELECT platform.ctx_now() AS ctx_now)))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.publication_version (
  id uuid not null
  publication_id uuid not null
  as_of date not null
  documents jsonb not null
  records jsonb not null
  hashes jsonb not null
  base_url text not null
  compiled_by uuid
  compiled_at timestamp with time zone not null
  constraint publication_version_pkey PRIMARY KEY (id)
  constraint publication_version_publication_fkey FOREIGN KEY (publication_id) REFERENCES insight.publication(id)
)
CREATE INDEX publication_version_publication ON insight.publication_version USING btree (publication_id)
policy office_compiles PERMISSIVE INSERT to ct_staff with check ((compiled_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE ((s.version_id = publication_version.id) AND (s.step = 'published'::text) AND (s.taken_at <= ( SELECT platform.ctx_now() AS ctx_now)))))
policy submitted_is_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM insight.publication_step s
  WHERE (s.version_id = publication_version.id))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

CREATE OR REPLACE FUNCTION insight.check_publication_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  last insight.publication_step;
begin
  select * into last from insight.publication_step where publication_id = new.publication_id order by position desc limit 1;
  if new.position <> coalesce(last.position, 0) + 1
    or not (case new.step
      when 'submitted' then last.step is null or last.step = 'returned'
      when 'published' then last.step = 'approved'
      else last.step = 'submitted' end)
    or (new.step <> 'submitted' and new.version_id <> last.version_id)
    or not exists (select from insight.publication_version v where v.id = new.version_id and v.publication_id = new.publication_id) then
    raise exception 'the step % does not follow', new.step using errcode = '23514', constraint = 'publication_step_order';
  end if;
  if new.step = 'approved' and (
    exists (select from insight.publication p where p.id = new.publication_id and p.prepared_by = new.by_account)
    or exists (select from insight.publication_step s where s.publication_id = new.publication_id and s.step = 'submitted' and s.by_account = new.by_account)
    or exists (select from insight.publication_section s where s.publication_id = new.publication_id and new.by_account = any (s.edited_by))) then
    raise exception 'nobody approves the own report' using errcode = '23514', constraint = 'publication_step_other_eyes';
  end if;
  return new;
end $function$

-- schema migration

table migration.applied (
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default now()
  constraint applied_pkey PRIMARY KEY (name)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

-- schema plan

table plan.adoption (
  slug text not null
  on_date date not null
  resolution text not null
  adopted_by platform.bilingual not null
  url text
  sources text[] not null default '{}'::text[]
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint adoption_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint adoption_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER adoption_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.adoption FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (on_date <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.area (
  slug text not null
  position integer not null
  name platform.bilingual not null
  text platform.bilingual not null
  origin text not null
  removed_at timestamp with time zone
  constraint area_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint area_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER area_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.area FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.community (
  slug text not null
  name platform.bilingual not null
  place platform.bilingual not null
  not_service_of platform.bilingual not null
  time_zone text not null
  adopted boolean not null
  settings jsonb not null
  origin text not null
  removed_at timestamp with time zone
  constraint community_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint community_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER community_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.community FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.document (
  slug text not null
  kind text not null
  number text
  on_date date not null
  approximate boolean not null
  title platform.bilingual not null
  note platform.bilingual
  url text
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint document_kind CHECK ((kind = ANY (ARRAY['plan'::text, 'council-report'::text, 'board-report'::text, 'release'::text])))
  constraint document_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint document_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER document_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.document FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.domain (
  slug text not null
  position integer not null
  name platform.bilingual not null
  text platform.bilingual not null
  origin text not null
  removed_at timestamp with time zone
  constraint domain_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint domain_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER domain_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.domain FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.duty (
  slug text not null
  position integer not null
  title platform.bilingual not null
  must platform.bilingual not null
  owner_role text
  owner_body text
  note platform.bilingual
  demonstration boolean not null default false
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint duty_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint duty_owner CHECK ((num_nonnulls(owner_role, owner_body) = 1))
  constraint duty_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER duty_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.duty FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.duty_evidence (
  slug text not null
  duty_slug text not null
  group_slug text
  kind text not null
  title platform.bilingual not null
  on_date date not null
  approximate boolean not null default false
  url text
  sources text[] not null default '{}'::text[]
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint duty_evidence_duty_fkey FOREIGN KEY (duty_slug) REFERENCES plan.duty(slug)
  constraint duty_evidence_group_fkey FOREIGN KEY (group_slug) REFERENCES plan.duty_group(slug)
  constraint duty_evidence_kind CHECK ((kind = ANY (ARRAY['document'::text, 'decision'::text, 'engagement'::text, 'review'::text])))
  constraint duty_evidence_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint duty_evidence_pkey PRIMARY KEY (slug)
)
CREATE INDEX duty_evidence_duty ON plan.duty_evidence USING btree (duty_slug)
CREATE TRIGGER duty_evidence_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.duty_evidence FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (on_date <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.duty_group (
  slug text not null
  duty_slug text not null
  position integer not null
  name platform.bilingual not null
  from_date date not null
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint duty_group_duty_fkey FOREIGN KEY (duty_slug) REFERENCES plan.duty(slug)
  constraint duty_group_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint duty_group_pkey PRIMARY KEY (slug)
)
CREATE INDEX duty_group_duty ON plan.duty_group USING btree (duty_slug)
CREATE TRIGGER duty_group_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.duty_group FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.duty_rule (
  slug text not null
  duty_slug text not null
  law platform.bilingual not null
  section platform.bilingual
  text platform.bilingual not null
  confirmed boolean not null
  term jsonb not null
  from_date date not null
  until_date date
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint duty_rule_duty_fkey FOREIGN KEY (duty_slug) REFERENCES plan.duty(slug)
  constraint duty_rule_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint duty_rule_pkey PRIMARY KEY (slug)
)
CREATE INDEX duty_rule_duty ON plan.duty_rule USING btree (duty_slug)
CREATE TRIGGER duty_rule_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.duty_rule FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.duty_withdrawal (
  slug text not null
  adoption_slug text
  evidence_slug text
  reason text not null
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint duty_withdrawal_adoption_fkey FOREIGN KEY (adoption_slug) REFERENCES plan.adoption(slug)
  constraint duty_withdrawal_evidence_fkey FOREIGN KEY (evidence_slug) REFERENCES plan.duty_evidence(slug)
  constraint duty_withdrawal_of_one CHECK ((num_nonnulls(adoption_slug, evidence_slug) = 1))
  constraint duty_withdrawal_origin CHECK ((origin = 'staff'::text))
  constraint duty_withdrawal_pkey PRIMARY KEY (slug)
)
CREATE UNIQUE INDEX duty_withdrawal_adoption ON plan.duty_withdrawal USING btree (adoption_slug)
CREATE UNIQUE INDEX duty_withdrawal_evidence ON plan.duty_withdrawal USING btree (evidence_slug)
CREATE TRIGGER duty_withdrawal_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.duty_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.event (
  slug text not null
  on_date date not null
  at_time text
  title platform.bilingual not null
  demonstration boolean not null
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint event_at_time CHECK ((at_time ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
  constraint event_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint event_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER event_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.event FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.history_entry (
  slug text not null
  on_date date not null
  approximate boolean not null
  text platform.bilingual not null
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint history_entry_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint history_entry_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER history_entry_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.history_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.milestone (
  id uuid not null
  slug text not null
  priority_slug text not null
  body_slug text
  title platform.bilingual not null
  due date not null
  approximate boolean not null default false
  demonstration boolean not null default false
  from_issue uuid
  sources text[] not null default '{}'::text[]
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint milestone_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint milestone_pkey PRIMARY KEY (id)
  constraint milestone_priority_fkey FOREIGN KEY (priority_slug) REFERENCES plan.priority(slug)
  constraint milestone_slug_key UNIQUE (slug)
)
CREATE INDEX milestone_body ON plan.milestone USING btree (body_slug)
CREATE INDEX milestone_priority ON plan.milestone USING btree (priority_slug)
CREATE TRIGGER milestone_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.milestone FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[body_slug])))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.milestone_confirmation (
  slug text not null
  milestone_slug text not null
  body_slug text not null
  on_date date not null
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint milestone_confirmation_milestone_fkey FOREIGN KEY (milestone_slug) REFERENCES plan.milestone(slug)
  constraint milestone_confirmation_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint milestone_confirmation_pkey PRIMARY KEY (slug)
)
CREATE INDEX milestone_confirmation_milestone ON plan.milestone_confirmation USING btree (milestone_slug)
CREATE TRIGGER milestone_confirmation_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.milestone_confirmation FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM plan.milestone m
  WHERE ((m.slug = milestone_confirmation.milestone_slug) AND (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[m.body_slug]))))))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.milestone_due (
  slug text not null
  milestone_slug text not null
  due date not null
  reason platform.bilingual not null
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint milestone_due_milestone_fkey FOREIGN KEY (milestone_slug) REFERENCES plan.milestone(slug)
  constraint milestone_due_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint milestone_due_pkey PRIMARY KEY (slug)
)
CREATE INDEX milestone_due_milestone ON plan.milestone_due USING btree (milestone_slug)
CREATE TRIGGER milestone_due_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.milestone_due FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM plan.milestone m
  WHERE ((m.slug = milestone_due.milestone_slug) AND (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[m.body_slug]))))))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.milestone_evidence (
  slug text not null
  milestone_slug text not null
  kind text not null
  title platform.bilingual not null
  on_date date not null
  url text
  sources text[] not null default '{}'::text[]
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint milestone_evidence_kind CHECK ((kind = ANY (ARRAY['document'::text, 'decision'::text, 'figure'::text, 'event'::text])))
  constraint milestone_evidence_milestone_fkey FOREIGN KEY (milestone_slug) REFERENCES plan.milestone(slug)
  constraint milestone_evidence_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint milestone_evidence_pkey PRIMARY KEY (slug)
)
CREATE INDEX milestone_evidence_milestone ON plan.milestone_evidence USING btree (milestone_slug)
CREATE TRIGGER milestone_evidence_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.milestone_evidence FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM plan.milestone m
  WHERE ((m.slug = milestone_evidence.milestone_slug) AND (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[m.body_slug]))))))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.milestone_withdrawal (
  slug text not null
  milestone_slug text not null
  on_date date not null
  reason platform.bilingual not null
  known_from date not null
  entered_by uuid
  entered_at timestamp with time zone
  origin text not null
  removed_at timestamp with time zone
  constraint milestone_withdrawal_milestone_fkey FOREIGN KEY (milestone_slug) REFERENCES plan.milestone(slug)
  constraint milestone_withdrawal_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint milestone_withdrawal_pkey PRIMARY KEY (slug)
)
CREATE INDEX milestone_withdrawal_milestone ON plan.milestone_withdrawal USING btree (milestone_slug)
CREATE TRIGGER milestone_withdrawal_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.milestone_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM plan.milestone m
  WHERE ((m.slug = milestone_withdrawal.milestone_slug) AND (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[m.body_slug]))))))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.news (
  id uuid not null
  slug text not null
  topic_slug text not null
  on_date date not null
  written_at timestamp with time zone not null
  text platform.bilingual not null
  priority_slug text
  body_slug text
  milestone_id uuid
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint news_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint news_pkey PRIMARY KEY (id)
  constraint news_slug_key UNIQUE (slug)
  constraint news_topic_fkey FOREIGN KEY (topic_slug) REFERENCES plan.topic(slug)
)
CREATE INDEX news_recent ON plan.news USING btree (written_at DESC)
CREATE TRIGGER news_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.news FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as) @> ARRAY[body_slug])))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.plan (
  slug text not null
  title platform.bilingual not null
  lead platform.bilingual not null
  about jsonb not null
  origin text not null
  removed_at timestamp with time zone
  constraint plan_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint plan_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER plan_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.plan FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.priority (
  id uuid not null
  slug text not null
  position integer not null
  body_slug text
  title platform.bilingual not null
  summary platform.bilingual not null
  areas text[] not null default '{}'::text[]
  domains text[] not null default '{}'::text[]
  tagging text not null
  new_from date
  new_to date
  from_issue uuid
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint priority_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint priority_pkey PRIMARY KEY (id)
  constraint priority_slug_key UNIQUE (slug)
  constraint priority_tagging CHECK ((tagging = ANY (ARRAY['sourced'::text, 'proposed'::text])))
)
CREATE INDEX priority_from_issue ON plan.priority USING btree (from_issue) WHERE (from_issue IS NOT NULL)
CREATE TRIGGER priority_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.priority FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.priority_fact (
  slug text not null
  priority_slug text not null
  position integer not null
  kind text not null
  text platform.bilingual not null
  until date
  sources text[] not null default '{}'::text[]
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint priority_fact_kind CHECK ((kind = ANY (ARRAY['done'::text, 'new'::text, 'next'::text])))
  constraint priority_fact_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint priority_fact_pkey PRIMARY KEY (slug)
  constraint priority_fact_priority_fkey FOREIGN KEY (priority_slug) REFERENCES plan.priority(slug)
)
CREATE INDEX priority_fact_priority ON plan.priority_fact USING btree (priority_slug)
CREATE TRIGGER priority_fact_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.priority_fact FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

view plan.published_community (
  slug text
  name platform.bilingual
  place platform.bilingual
  not_service_of platform.bilingual
  adopted boolean
  departments jsonb
  contact text
)
 SELECT slug,
    name,
    place,
    not_service_of,
    adopted,
    COALESCE((settings -> 'departments'::text), '[]'::jsonb) AS departments,
    ((settings -> 'mail'::text) ->> 'contact'::text) AS contact
   FROM plan.community
  WHERE (removed_at IS NULL);
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_fact (
  slug text
  priority_slug text
  position integer
  kind text
  text platform.bilingual
  known_from date
)
 SELECT slug,
    priority_slug,
    "position",
    kind,
    text,
    known_from
   FROM plan.priority_fact
  WHERE ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND ((until IS NULL) OR (until >= ( SELECT platform.ctx_today() AS ctx_today))));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_milestone (
  id uuid
  slug text
  priority_slug text
  body_slug text
  title platform.bilingual
  demonstration boolean
  known_from date
  due date
  approximate boolean
  evidence jsonb
  confirmed_on date
  state text
  days_past_due integer
)
 SELECT m.id,
    m.slug,
    m.priority_slug,
    m.body_slug,
    m.title,
    m.demonstration,
    m.known_from,
    COALESCE(d.due, m.due) AS due,
    (m.approximate AND (d.due IS NULL)) AS approximate,
    COALESCE(e.evidence, '[]'::jsonb) AS evidence,
    c.on_date AS confirmed_on,
        CASE
            WHEN (w.on_date IS NOT NULL) THEN 'withdrawn'::text
            WHEN (e.evidence IS NOT NULL) THEN 'done'::text
            WHEN (COALESCE(d.due, m.due) < ( SELECT platform.ctx_today() AS ctx_today)) THEN 'late'::text
            WHEN ((( SELECT platform.ctx_today() AS ctx_today) - COALESCE(c.on_date, m.known_from)) > 60) THEN 'stalled'::text
            ELSE 'on-time'::text
        END AS state,
    GREATEST(0, (( SELECT platform.ctx_today() AS ctx_today) - COALESCE(d.due, m.due))) AS days_past_due
   FROM ((((plan.milestone m
     LEFT JOIN LATERAL ( SELECT x.due
           FROM plan.milestone_due x
          WHERE ((x.milestone_slug = m.slug) AND (x.removed_at IS NULL) AND (x.known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
          ORDER BY x.known_from DESC, x.entered_at DESC NULLS LAST
         LIMIT 1) d ON (true))
     LEFT JOIN LATERAL ( SELECT min(x.on_date) AS on_date
           FROM plan.milestone_withdrawal x
          WHERE ((x.milestone_slug = m.slug) AND (x.removed_at IS NULL) AND (x.known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (x.on_date <= ( SELECT platform.ctx_today() AS ctx_today)))) w ON (true))
     LEFT JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('title', x.title, 'date', x.on_date) ORDER BY x.on_date, x.slug) AS evidence
           FROM plan.milestone_evidence x
          WHERE ((x.milestone_slug = m.slug) AND (x.removed_at IS NULL) AND (x.known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (x.on_date <= ( SELECT platform.ctx_today() AS ctx_today)))) e ON (true))
     LEFT JOIN LATERAL ( SELECT max(x.on_date) AS on_date
           FROM plan.milestone_confirmation x
          WHERE ((x.milestone_slug = m.slug) AND (x.removed_at IS NULL) AND (x.known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (x.on_date <= ( SELECT platform.ctx_today() AS ctx_today)))) c ON (true))
  WHERE ((m.removed_at IS NULL) AND (m.known_from <= ( SELECT platform.ctx_today() AS ctx_today)));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_number (
  number text
)
 SELECT number
   FROM plan.document
  WHERE ((number IS NOT NULL) AND (removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_plan (
  title platform.bilingual
  lead platform.bilingual
)
 SELECT title,
    lead
   FROM plan.plan
  WHERE (removed_at IS NULL);
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_priority (
  id uuid
  slug text
  position integer
  title platform.bilingual
  summary platform.bilingual
  body_slug text
  known_from date
)
 SELECT id,
    slug,
    "position",
    title,
    summary,
    body_slug,
    known_from
   FROM plan.priority
  WHERE ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table plan.source (
  slug text not null
  title text not null
  publisher text not null
  url text not null
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint source_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint source_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER source_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.source FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table plan.topic (
  slug text not null
  position integer not null
  name platform.bilingual not null
  hint platform.bilingual not null
  origin text not null
  removed_at timestamp with time zone
  constraint topic_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint topic_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER topic_content_changed AFTER INSERT OR DELETE OR UPDATE ON plan.topic FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

-- schema platform

table platform.audit_entry (
  id bigint not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  moment timestamp with time zone not null
  actor text not null
  account_id uuid
  action text not null
  subject_kind text
  subject_id text
  purpose text
  decision text not null
  request_id uuid
  detail jsonb not null default '{}'::jsonb
  constraint audit_entry_decision CHECK ((decision = ANY (ARRAY['permit'::text, 'mask'::text, 'refuse'::text])))
  constraint audit_entry_pkey PRIMARY KEY (id)
)
CREATE INDEX audit_entry_subject ON platform.audit_entry USING btree (subject_kind, subject_id)
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()
policy auditor_reads PERMISSIVE SELECT to ct_auditor using (( SELECT platform.ctx_actor() AS ctx_actor) = 'auditor'::text)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_auditor

table platform.audit_pending (
  entry_id bigint not null
  constraint audit_pending_pkey PRIMARY KEY (entry_id)
)
policy auditor_reads PERMISSIVE SELECT to ct_auditor using (( SELECT platform.ctx_actor() AS ctx_actor) = 'auditor'::text)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_auditor

table platform.audit_seal (
  position bigint not null
  entry_id bigint not null
  previous bytea not null
  hash bytea not null
  constraint audit_seal_entry_key UNIQUE (entry_id)
  constraint audit_seal_pkey PRIMARY KEY ("position")
)
CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()
policy auditor_reads PERMISSIVE SELECT to ct_auditor using (( SELECT platform.ctx_actor() AS ctx_actor) = 'auditor'::text)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_auditor

table platform.context_key (
  single boolean not null default true
  first bytea not null
  second bytea not null
  constraint context_key_pkey PRIMARY KEY (single)
  constraint context_key_single CHECK (single)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table platform.event (
  id uuid not null
  kind text not null
  subject_id uuid
  detail jsonb not null default '{}'::jsonb
  moment timestamp with time zone not null
  constraint event_pkey PRIMARY KEY (id)
)
policy raised PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy relayed_delete PERMISSIVE DELETE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy relayed_lock PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check false
policy relayed_read PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_worker
grant UPDATE to ct_worker

table platform.mail_message (
  id uuid not null
  message_id text not null
  recipient text not null
  recipient_key uuid
  language text not null
  subject text not null
  text_body text not null
  headers jsonb not null default '{}'::jsonb
  attachments jsonb not null default '[]'::jsonb
  kind text not null
  state text not null default 'queued'::text
  queued_at timestamp with time zone not null
  not_before timestamp with time zone not null
  attempts integer not null default 0
  sent_at timestamp with time zone
  failure text
  constraint mail_message_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint mail_message_message_id_key UNIQUE (message_id)
  constraint mail_message_pkey PRIMARY KEY (id)
  constraint mail_message_state CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unknown'::text, 'failed'::text, 'withheld'::text])))
)
CREATE INDEX mail_message_due ON platform.mail_message USING btree (not_before) WHERE (state = 'queued'::text)
CREATE INDEX mail_message_recent ON platform.mail_message USING btree (queued_at DESC)
CREATE INDEX mail_message_recipient ON platform.mail_message USING btree (recipient_key) WHERE (recipient_key IS NOT NULL)
policy outbox_of_demonstration PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy owner_withholds PERMISSIVE ALL to ct_owner using true with check true
policy queued PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (state = 'queued'::text))
policy worker_marks PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table platform.rate_window (
  key bytea not null
  opened_at timestamp with time zone not null
  taken integer not null
  constraint rate_window_pkey PRIMARY KEY (key)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table platform.setting (
  name text not null
  value jsonb not null
  constraint setting_pkey PRIMARY KEY (name)
)
policy everyone_reads PERMISSIVE SELECT to ct_auditor, ct_public, ct_staff, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_auditor
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table platform.stored_file (
  id uuid not null
  sha256 bytea not null
  size integer not null
  media_type text not null
  name text not null
  content bytea not null
  stored_at timestamp with time zone not null
  constraint stored_file_pkey PRIMARY KEY (id)
)
policy left_is_closed RESTRICTIVE SELECT to ct_staff using (NOT (id = ANY (( SELECT engagement.closed_files() AS closed_files)::uuid[])))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy stored PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_public
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

CREATE OR REPLACE FUNCTION platform.audit_body(e platform.audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select jsonb_build_array(e.id, to_char(e.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor, e.account_id, e.action,
    e.subject_kind, e.subject_id, e.purpose, e.decision, e.request_id, e.detail)::text
$function$
-- execute: ct_auditor, ct_worker

CREATE OR REPLACE FUNCTION platform.audit_hash(previous bytea, seal_position bigint, at_time text, body text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select sha256(previous || int8send(seal_position) || convert_to(at_time, 'UTF8') || convert_to(body, 'UTF8'))
$function$
-- execute: ct_auditor, ct_worker

CREATE OR REPLACE FUNCTION platform.audit_time(e platform.audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$function$
-- execute: ct_auditor, ct_worker

CREATE OR REPLACE FUNCTION platform.content_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform pg_notify('content_changed', tg_table_schema || '.' || tg_table_name);
  perform set_config('ct.content_changed', '1', true);
  return null;
end $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.context_mac(payload text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select sha256(k.second || sha256(k.first || convert_to(payload, 'UTF8'))) from platform.context_key k
$function$

CREATE OR REPLACE FUNCTION platform.ctx()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  raw text := nullif(current_setting('ct.context', true), '');
  payload text;
begin
  if raw is null or length(raw) < 66 then return null; end if;
  payload := substr(raw, 65);
  if encode(platform.context_mac(payload), 'hex') <> left(raw, 64) then return null; end if;
  if payload::jsonb ->> 'mark' <> platform.transaction_mark() then return null; end if;
  return payload::jsonb;
end $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select (platform.ctx() ->> 'account')::uuid $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_actor()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select platform.ctx() ->> 'actor' $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select (platform.ctx() ->> 'agency')::uuid $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_bodies()
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(array(select jsonb_array_elements_text(platform.ctx() -> 'bodies')), '{}')
$function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_bodies_as(role_name text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(array(select jsonb_array_elements_text(platform.ctx() -> 'seats' -> role_name)), '{}')
$function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_capability()
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select decode(platform.ctx() ->> 'capability', 'hex') $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_has(role_name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(platform.ctx() -> 'roles' ? role_name, false)
$function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select (platform.ctx() ->> 'now')::timestamptz $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_purpose()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select platform.ctx() ->> 'purpose' $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_request()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select (platform.ctx() ->> 'request')::uuid $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.ctx_today()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$ select (platform.ctx() ->> 'today')::date $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.enter_auditor(request uuid, purpose text, moment timestamp with time zone, time_zone text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform platform.open_context('auditor', '{}', request, purpose, moment, time_zone, null);
  perform set_config('role', 'ct_auditor', true);
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION platform.enter_public(request uuid, purpose text, moment timestamp with time zone, time_zone text, capability bytea)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform platform.open_context('public', '{}', request, purpose, moment, time_zone, capability);
  perform set_config('role', 'ct_public', true);
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION platform.enter_worker(request uuid, purpose text, moment timestamp with time zone, time_zone text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform platform.open_context('worker', '{}', request, purpose, moment, time_zone, null);
  perform set_config('role', 'ct_worker', true);
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION platform.is_demonstration()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce((select value = 'true'::jsonb from platform.setting where name = 'demonstration'), false)
$function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.open_context(actor text, facts jsonb, request uuid, purpose text, moment timestamp with time zone, time_zone text, capability bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  payload text := (facts || jsonb_build_object(
    'actor', actor, 'mark', platform.transaction_mark(), 'request', request, 'purpose', purpose,
    'now', moment, 'today', (moment at time zone time_zone)::date, 'capability', encode(capability, 'hex')))::text;
begin
  perform set_config('ct.context', encode(platform.context_mac(payload), 'hex') || payload, true);
end $function$
-- execute: ct_app

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'audit rows are never changed' using errcode = '42501';
end $function$

CREATE OR REPLACE FUNCTION platform.seal_audit(batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  last platform.audit_seal;
  entry platform.audit_entry;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('platform.audit_seal'));
  select * into last from platform.audit_seal order by position desc limit 1;
  for entry in
    with due as (delete from platform.audit_pending where entry_id in
      (select entry_id from platform.audit_pending order by entry_id limit batch) returning entry_id)
    select e.* from platform.audit_entry e join due on due.entry_id = e.id order by e.id
  loop
    last := row(coalesce(last.position, 0) + 1, entry.id, coalesce(last.hash, sha256('')),
      platform.audit_hash(coalesce(last.hash, sha256('')), coalesce(last.position, 0) + 1, platform.audit_time(entry), platform.audit_body(entry)));
    insert into platform.audit_seal select last.*;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION platform.take_rate(rate_subject text, rate_limit integer, window_seconds integer, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  now_taken integer;
begin
  insert into platform.rate_window as w (key, opened_at, taken) values (platform.context_mac(rate_subject), moment, 1)
  on conflict (key) do update set
    opened_at = case when w.opened_at < moment - make_interval(secs => window_seconds) then moment else w.opened_at end,
    taken = case when w.opened_at < moment - make_interval(secs => window_seconds) then 1 else w.taken + 1 end
  returning taken into now_taken;
  return now_taken <= rate_limit;
end $function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.transaction_mark()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select pg_backend_pid() || '.' || extract(epoch from transaction_timestamp())
$function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION platform.write_audit(action text, subject_kind text, subject_id text, decision text, detail jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  context jsonb := platform.ctx();
  entry bigint;
begin
  if context is null then raise exception 'no context' using errcode = '42501'; end if;
  insert into platform.audit_entry (moment, actor, account_id, action, subject_kind, subject_id, purpose, decision, request_id, detail)
  values ((context ->> 'now')::timestamptz, context ->> 'actor', (context ->> 'account')::uuid, action, subject_kind, subject_id,
    context ->> 'purpose', decision, (context ->> 'request')::uuid, coalesce(detail, '{}'))
  returning id into entry;
  insert into platform.audit_pending (entry_id) values (entry);
end $function$
-- execute: ct_auditor, ct_public, ct_staff, ct_worker
