-- What the migrations and policies make of a database. Generated; the tests fail when it is stale.

-- schema access

table access.access_point (
  slug text not null
  name platform.bilingual not null
  about platform.bilingual not null
  agency_slug text not null
  telephone text not null
  place platform.bilingual
  ages jsonb not null default '{}'::jsonb
  condition platform.bilingual
  doors text[] not null
  professions jsonb not null default '[]'::jsonb
  triage jsonb not null
  levels jsonb not null
  priority_slug text
  position integer not null
  demonstration boolean not null default false
  known_from date not null
  origin text not null
  removed_at timestamp with time zone
  constraint access_point_doors CHECK (((cardinality(doors) > 0) AND (doors <@ ARRAY['telephone'::text, 'web'::text, 'professional'::text, 'walk-in'::text, 'printed'::text])))
  constraint access_point_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint access_point_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER access_point_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.access_point FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.activity (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  kind text not null
  on_date date not null
  entered_by uuid
  entered_at timestamp with time zone not null
  constraint activity_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint activity_kind CHECK ((kind = ANY (ARRAY['contact'::text, 'case'::text, 'assessment'::text, 'service'::text, 'meal'::text, 'placement'::text, 'call'::text])))
  constraint activity_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint activity_pkey PRIMARY KEY (id)
)
CREATE INDEX activity_person ON access.activity USING btree (person_id, on_date DESC)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = activity.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff

table access.address (
  id uuid not null
  location_id uuid not null
  attention text
  address_1 text not null
  address_2 text
  city text not null
  region text
  state_province text not null
  postal_code text not null
  country text not null
  address_type text not null
  constraint address_address_type CHECK ((address_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text])))
  constraint address_location_fkey FOREIGN KEY (location_id) REFERENCES access.location(id) ON DELETE CASCADE
  constraint address_pkey PRIMARY KEY (id)
)
CREATE INDEX address_location ON access.address USING btree (location_id)
CREATE TRIGGER address_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.address FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.assessment (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  instrument text not null
  hash text not null
  section text not null
  state text not null default 'unfinished'::text
  revision integer not null default 1
  filled_by text not null
  language text not null
  response jsonb not null
  score jsonb
  begun_by uuid
  begun_at timestamp with time zone not null
  saved_by uuid
  saved_at timestamp with time zone not null
  finished_at timestamp with time zone
  administered_on date
  expires_on date
  struck_at timestamp with time zone
  struck_by uuid
  struck_reason text
  struck_words text
  constraint assessment_filled_by CHECK ((filled_by = ANY (ARRAY['staff'::text, 'person'::text])))
  constraint assessment_finished CHECK ((((state <> 'unfinished'::text) = (finished_at IS NOT NULL)) AND ((finished_at IS NULL) = (administered_on IS NULL))))
  constraint assessment_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint assessment_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint assessment_pkey PRIMARY KEY (id)
  constraint assessment_score CHECK (((score IS NULL) OR ((state <> 'unfinished'::text) AND (expires_on IS NOT NULL))))
  constraint assessment_state CHECK ((state = ANY (ARRAY['unfinished'::text, 'finished'::text, 'struck-out'::text])))
  constraint assessment_struck CHECK ((((state = 'struck-out'::text) = (struck_at IS NOT NULL)) AND ((struck_at IS NULL) = (struck_by IS NULL)) AND ((struck_at IS NULL) = (struck_reason IS NULL)) AND ((struck_words IS NULL) OR (struck_at IS NOT NULL))))
  constraint assessment_struck_reason CHECK ((struck_reason = ANY (ARRAY['wrong-person'::text, 'wrong-answers'::text, 'wrong-form'::text, 'duplicate'::text, 'other'::text])))
  constraint assessment_struck_words CHECK (((length(struck_words) >= 1) AND (length(struck_words) <= 1000)))
  constraint assessment_version_fkey FOREIGN KEY (hash, section) REFERENCES access.questionnaire_version(hash, section)
)
CREATE INDEX assessment_person ON access.assessment USING btree (person_id)
CREATE TRIGGER assessment_guard BEFORE UPDATE ON access.assessment FOR EACH ROW EXECUTE FUNCTION access.guard_assessment()
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table access.assessment_link (
  id uuid not null
  assessment_id uuid not null
  key_hash bytea not null
  made_by uuid not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint assessment_link_assessment_fkey FOREIGN KEY (assessment_id) REFERENCES access.assessment(id)
  constraint assessment_link_key UNIQUE (key_hash)
  constraint assessment_link_pkey PRIMARY KEY (id)
)
CREATE INDEX assessment_link_assessment ON access.assessment_link USING btree (assessment_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

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
policy assigned PERMISSIVE INSERT to ct_staff with check ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ((( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = assignment.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) OR ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (person_id IN ( SELECT access.entered_persons() AS entered_persons)))))
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy ended PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
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

table access.attribute (
  id uuid not null
  service_id uuid not null
  taxonomy_term_id uuid not null
  link_type text
  value text
  label text
  constraint attribute_pkey PRIMARY KEY (id)
  constraint attribute_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
  constraint attribute_taxonomy_term_fkey FOREIGN KEY (taxonomy_term_id) REFERENCES access.taxonomy_term(id)
)
CREATE INDEX attribute_service ON access.attribute USING btree (service_id)
CREATE INDEX attribute_taxonomy_term ON access.attribute USING btree (taxonomy_term_id)
CREATE TRIGGER attribute_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.attribute FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.bar (
  id uuid not null
  person_id uuid not null
  account_id uuid not null
  kind text not null
  entered_by uuid
  entered_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  constraint bar_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint bar_kind CHECK ((kind = ANY (ARRAY['recused'::text, 'named'::text, 'accused'::text])))
  constraint bar_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint bar_pkey PRIMARY KEY (id)
)
CREATE INDEX bar_account ON access.bar USING btree (account_id)
CREATE INDEX bar_person ON access.bar USING btree (person_id)
policy entered PERMISSIVE INSERT to ct_staff with check ((entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = bar.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))))
policy officer_ends PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (ended_at IS NULL)) with check ((ended_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (ended_at IS NOT NULL))
policy officer_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy supervisor_ends PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (ended_at IS NULL) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = bar.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) with check ((ended_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (ended_at IS NOT NULL))
policy supervisor_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = bar.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
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
policy barred_from RESTRICTIVE SELECT to ct_staff using (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons)))
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy owner_opens PERMISSIVE INSERT to ct_owner with check true
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy reviewed PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (reviewed_at IS NULL)) with check ((reviewed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (outcome IS NOT NULL))
grant INSERT to ct_worker
grant SELECT to ct_staff

table access.care_age (
  slug text not null
  audience text not null
  age integer not null
  due text not null
  text platform.bilingual not null
  from_date date not null
  until_date date
  confirmed boolean not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint care_age_age CHECK (((age >= 0) AND (age <= 120)))
  constraint care_age_audience CHECK ((audience = ANY (ARRAY['everybody'::text, 'leaving-care'::text])))
  constraint care_age_due CHECK ((due = ANY (ARRAY['on'::text, 'before'::text])))
  constraint care_age_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint care_age_pkey PRIMARY KEY (slug)
)
policy known PERMISSIVE SELECT to ct_staff using ((removed_at IS NULL) AND (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.care_age_done (
  plan_id uuid not null
  age_slug text not null
  done_on date not null
  note text not null
  constraint care_age_done_age_fkey FOREIGN KEY (age_slug) REFERENCES access.care_age(slug)
  constraint care_age_done_pkey PRIMARY KEY (plan_id, age_slug)
  constraint care_age_done_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
)
policy kept PERMISSIVE INSERT to ct_staff with check (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff

table access.care_amount (
  slug text not null
  age integer not null
  kind text not null
  dollars numeric(9,2) not null
  from_date date not null
  until_date date
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint care_amount_kind CHECK ((kind = ANY (ARRAY['monthly'::text, 'study'::text])))
  constraint care_amount_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint care_amount_pkey PRIMARY KEY (slug)
)
policy known PERMISSIVE SELECT to ct_staff using ((removed_at IS NULL) AND (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.care_goal (
  id uuid not null
  plan_id uuid not null
  in_words text not null
  rank integer not null
  owner text not null
  review_on date not null
  state text not null default 'open'::text
  state_on date not null
  constraint care_goal_pkey PRIMARY KEY (id)
  constraint care_goal_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
  constraint care_goal_state CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'changed'::text, 'dropped'::text])))
)
CREATE INDEX care_goal_plan ON access.care_goal USING btree (plan_id)
policy changed PERMISSIVE UPDATE to ct_staff using (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
policy kept PERMISSIVE INSERT to ct_staff with check (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
grant INSERT to ct_staff

table access.care_pathway (
  slug text not null
  name platform.bilingual not null
  steps jsonb not null
  note platform.bilingual
  from_date date not null
  confirmed boolean not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint care_pathway_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint care_pathway_pkey PRIMARY KEY (slug)
)
policy known PERMISSIVE SELECT to ct_staff using ((removed_at IS NULL) AND (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.care_plan (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  pathway_slug text not null
  leaving_care boolean not null default false
  step text not null default 'referral'::text
  round integer not null default 1
  standing text not null default 'active'::text
  coordinator_id uuid
  opened_by uuid
  opened_on date not null
  opened_at timestamp with time zone not null
  constraint care_plan_pathway_fkey FOREIGN KEY (pathway_slug) REFERENCES access.care_pathway(slug)
  constraint care_plan_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint care_plan_person_key UNIQUE (person_id)
  constraint care_plan_pkey PRIMARY KEY (id)
  constraint care_plan_standing CHECK ((standing = ANY (ARRAY['active'::text, 'inactive'::text, 'refused'::text])))
  constraint care_plan_step CHECK ((step = ANY (ARRAY['referral'::text, 'intake'::text, 'strengths'::text, 'coordinator'::text, 'goals'::text, 'team'::text, 'plan'::text, 'shared'::text, 'monitoring'::text])))
)
CREATE INDEX care_plan_agency ON access.care_plan USING btree (agency_id)
policy opened PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (opened_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (step = 'referral'::text) AND (standing = 'active'::text) AND (coordinator_id IS NULL) AND (round = 1) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = care_plan.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('note'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (id IN ( SELECT access.open_plans() AS open_plans))
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.care_provider (
  id uuid not null
  plan_id uuid not null
  agency_id uuid not null
  provides text not null
  joined_on date not null
  left_on date
  constraint care_provider_pkey PRIMARY KEY (id)
  constraint care_provider_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
)
CREATE INDEX care_provider_agency ON access.care_provider USING btree (agency_id)
CREATE UNIQUE INDEX care_provider_once ON access.care_provider USING btree (plan_id, agency_id) WHERE (left_on IS NULL)
policy joins PERMISSIVE INSERT to ct_staff with check ((plan_id IN ( SELECT access.kept_plans() AS kept_plans)) AND (left_on IS NULL) AND ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) OR (EXISTS ( SELECT
   FROM (access.consent k
     JOIN access.care_plan c ON ((c.person_id = k.person_id)))
  WHERE ((c.id = care_provider.plan_id) AND (k.to_agencies @> ARRAY[care_provider.agency_id]) AND ('coordination'::text = ANY (k.purposes)) AND (k.withdrawn_at IS NULL) AND (k.starts_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND ((k.expires_on IS NULL) OR (k.expires_on >= ( SELECT platform.ctx_today() AS ctx_today))))))))
policy leaves PERMISSIVE UPDATE to ct_staff using ((plan_id IN ( SELECT access.kept_plans() AS kept_plans)) AND (left_on IS NULL)) with check (left_on IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
grant INSERT to ct_staff

table access.care_review (
  id uuid not null
  plan_id uuid not null
  due_on date not null
  held_on date
  found text
  constraint care_review_held CHECK (((held_on IS NULL) = (found IS NULL)))
  constraint care_review_pkey PRIMARY KEY (id)
  constraint care_review_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
)
CREATE INDEX care_review_plan ON access.care_review USING btree (plan_id)
policy held PERMISSIVE UPDATE to ct_staff using ((plan_id IN ( SELECT access.kept_plans() AS kept_plans)) AND (held_on IS NULL)) with check (held_on IS NOT NULL)
policy kept PERMISSIVE INSERT to ct_staff with check (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
grant INSERT to ct_staff

table access.care_step (
  id uuid not null
  plan_id uuid not null
  kind text not null
  step text
  round integer not null default 1
  on_date date not null
  reason text
  warm_to text
  coordinator_id uuid
  taken_by uuid not null
  recorded_at timestamp with time zone not null
  constraint care_step_coordinator CHECK (((NOT (step IS DISTINCT FROM 'coordinator'::text)) = (coordinator_id IS NOT NULL)))
  constraint care_step_kind CHECK ((kind = ANY (ARRAY['step'::text, 'refused'::text, 'inactive'::text, 'reopened'::text])))
  constraint care_step_named CHECK (((kind = 'step'::text) = (step IS NOT NULL)))
  constraint care_step_pkey PRIMARY KEY (id)
  constraint care_step_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
  constraint care_step_reason CHECK (((kind = 'step'::text) OR (reason IS NOT NULL)))
  constraint care_step_refusal CHECK (((kind <> 'refused'::text) OR ((length(reason) >= 10) AND (length(warm_to) >= 3))))
  constraint care_step_step CHECK ((step = ANY (ARRAY['referral'::text, 'intake'::text, 'strengths'::text, 'coordinator'::text, 'goals'::text, 'team'::text, 'plan'::text, 'shared'::text, 'monitoring'::text])))
)
CREATE INDEX care_step_plan ON access.care_step USING btree (plan_id)
CREATE TRIGGER care_step_taken BEFORE INSERT ON access.care_step FOR EACH ROW EXECUTE FUNCTION access.take_care_step()
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (plan_id IN ( SELECT access.open_plans() AS open_plans))
policy taken PERMISSIVE INSERT to ct_staff with check ((taken_by = ( SELECT platform.ctx_account() AS ctx_account)) AND
CASE
    WHEN ((kind = 'refused'::text) OR (step = ANY (ARRAY['referral'::text, 'intake'::text, 'strengths'::text]))) THEN ((plan_id IN ( SELECT access.led_plans() AS led_plans)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
    WHEN (step = 'coordinator'::text) THEN ((plan_id IN ( SELECT access.led_plans() AS led_plans)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
       FROM access.list_colleagues() k(account_id, name)
      WHERE (k.account_id = care_step.coordinator_id))))
    ELSE (plan_id IN ( SELECT access.kept_plans() AS kept_plans))
END)
grant INSERT to ct_staff

table access.care_strength (
  id uuid not null
  plan_id uuid not null
  strengths text not null
  needs text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint care_strength_pkey PRIMARY KEY (id)
  constraint care_strength_plan_fkey FOREIGN KEY (plan_id) REFERENCES access.care_plan(id)
)
CREATE INDEX care_strength_plan ON access.care_strength USING btree (plan_id)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (plan_id IN ( SELECT access.led_plans() AS led_plans)))
grant INSERT to ct_staff

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
  renews uuid
  to_organizations uuid[] not null default '{}'::uuid[]
  constraint consent_categories CHECK (((cardinality(categories) > 0) AND (categories <@ ARRAY['identity'::text, 'contact'::text, 'health'::text, 'housing'::text, 'note'::text])))
  constraint consent_dates CHECK (((expires_on IS NULL) OR (expires_on >= starts_on)))
  constraint consent_given_by CHECK ((given_by = ANY (ARRAY['self'::text, 'substitute'::text])))
  constraint consent_how CHECK ((how = ANY (ARRAY['written'::text, 'spoken'::text, 'electronic'::text])))
  constraint consent_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint consent_pkey PRIMARY KEY (id)
  constraint consent_purposes CHECK (((cardinality(purposes) > 0) AND (purposes <@ ARRAY['care'::text, 'referral'::text, 'coordination'::text, 'list'::text, 'report'::text])))
  constraint consent_renews_fkey FOREIGN KEY (renews) REFERENCES access.consent(id)
  constraint consent_substitute CHECK (((given_by = 'self'::text) OR ((relation IS NOT NULL) AND (authority IS NOT NULL))))
  constraint consent_to_agencies CHECK (((cardinality(to_agencies) + cardinality(to_organizations)) > 0))
)
CREATE INDEX consent_organizations ON access.consent USING gin (to_organizations) WHERE (withdrawn_at IS NULL)
CREATE INDEX consent_person ON access.consent USING btree (person_id)
CREATE INDEX consent_recipients ON access.consent USING gin (to_agencies) WHERE (withdrawn_at IS NULL)
CREATE INDEX consent_renews ON access.consent USING btree (renews) WHERE (renews IS NOT NULL)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy exchange_ends PERMISSIVE UPDATE to ct_owner using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (withdrawn_at IS NOT NULL)
policy exchange_enters PERMISSIVE INSERT to ct_owner with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy withdrawn PERMISSIVE UPDATE to ct_staff using ((withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) with check (withdrawn_at IS NOT NULL)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff

table access.consent_scan (
  id uuid not null
  consent_id uuid not null
  person_id uuid not null
  name text not null
  type text not null
  content bytea not null
  added_by uuid not null
  added_at timestamp with time zone not null
  constraint consent_scan_consent_fkey FOREIGN KEY (consent_id) REFERENCES access.consent(id)
  constraint consent_scan_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint consent_scan_pkey PRIMARY KEY (id)
  constraint consent_scan_size CHECK ((length(content) <= ((8 * 1024) * 1024)))
  constraint consent_scan_type CHECK ((type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
)
CREATE INDEX consent_scan_person ON access.consent_scan USING btree (person_id)
policy added PERMISSIVE INSERT to ct_staff with check ((added_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
   FROM access.consent c
  WHERE ((c.id = consent_scan.consent_id) AND (c.person_id = consent_scan.person_id)))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = consent_scan.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff

table access.contact (
  id uuid not null
  organization_id uuid
  service_id uuid
  name text
  title text
  department text
  email text
  constraint contact_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id) ON DELETE CASCADE
  constraint contact_pkey PRIMARY KEY (id)
  constraint contact_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX contact_organization ON access.contact USING btree (organization_id)
CREATE INDEX contact_service ON access.contact USING btree (service_id)
CREATE TRIGGER contact_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.contact FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using ((service_id IN ( SELECT s.id
   FROM access.service s)) OR (organization_id IN ( SELECT o.id
   FROM access.organization o)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.cost_option (
  id uuid not null
  service_id uuid not null
  valid_from date
  valid_to date
  option platform.bilingual
  currency text
  amount numeric
  amount_description platform.bilingual
  constraint cost_option_amount CHECK ((amount >= (0)::numeric))
  constraint cost_option_pkey PRIMARY KEY (id)
  constraint cost_option_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX cost_option_service ON access.cost_option USING btree (service_id)
CREATE TRIGGER cost_option_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.cost_option FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.decision (
  vacancy_id uuid not null
  priority_id uuid not null
  inputs jsonb not null
  ordering text[] not null
  offered text
  fingerprints jsonb not null
  made_by uuid
  made_at timestamp with time zone not null
  constraint decision_pkey PRIMARY KEY (vacancy_id)
  constraint decision_priority_fkey FOREIGN KEY (priority_id) REFERENCES access.priority(id)
  constraint decision_vacancy_fkey FOREIGN KEY (vacancy_id) REFERENCES access.vacancy(id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.decision_person (
  vacancy_id uuid not null
  token text not null
  person_id uuid not null
  constraint decision_person_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint decision_person_pkey PRIMARY KEY (vacancy_id, token)
  constraint decision_person_vacancy_fkey FOREIGN KEY (vacancy_id) REFERENCES access.vacancy(id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.directory_import (
  id uuid not null
  agency_id uuid not null
  name text not null
  state text not null default 'checking'::text
  content jsonb
  refused jsonb not null default '[]'::jsonb
  withdraws boolean not null default false
  outcome jsonb
  uploaded_by uuid not null
  uploaded_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint directory_import_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint directory_import_ended CHECK ((((state = ANY (ARRAY['done'::text, 'stopped'::text, 'dropped'::text])) = (ended_at IS NOT NULL)) AND ((ended_at IS NULL) = (content IS NOT NULL))))
  constraint directory_import_name CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint directory_import_pkey PRIMARY KEY (id)
  constraint directory_import_state CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'stopped'::text, 'dropped'::text])))
)
CREATE INDEX directory_import_agency ON access.directory_import USING btree (agency_id, uploaded_at)
policy decided PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) AND (state = 'checked'::text)) with check (state = ANY (ARRAY['running'::text, 'dropped'::text]))
policy handed_in PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) AND (uploaded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'checking'::text) AND (outcome IS NULL))
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))
policy worker_keeps PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_worker

table access.draw (
  id uuid not null
  list_id uuid not null
  commitment text not null
  committed_at timestamp with time zone not null
  beacon text
  seed text
  lots jsonb
  opened_at timestamp with time zone
  constraint draw_commitment CHECK ((commitment ~ '^[0-9a-f]{64}$'::text))
  constraint draw_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint draw_opened CHECK ((num_nulls(beacon, seed, opened_at) = ANY (ARRAY[0, 3])))
  constraint draw_pkey PRIMARY KEY (id)
  constraint draw_vacancy_fkey FOREIGN KEY (id) REFERENCES access.vacancy(id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
grant SELECT to ct_public
grant SELECT to ct_staff

table access.draw_seed (
  draw_id uuid not null
  seed text not null
  salt text not null default encode(sha256(((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || uuid_send(gen_random_uuid()))), 'hex'::text)
  constraint draw_seed_draw_fkey FOREIGN KEY (draw_id) REFERENCES access.draw(id)
  constraint draw_seed_pkey PRIMARY KEY (draw_id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.exchange_client (
  agency_id uuid not null
  source_id text not null
  person_id uuid not null
  constraint exchange_client_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint exchange_client_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint exchange_client_pkey PRIMARY KEY (agency_id, source_id)
)
CREATE INDEX exchange_client_person ON access.exchange_client USING btree (person_id)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.exchange_consent (
  agency_id uuid not null
  source_id text not null
  to_agency uuid not null
  consent_id uuid not null
  constraint exchange_consent_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint exchange_consent_consent_fkey FOREIGN KEY (consent_id) REFERENCES access.consent(id)
  constraint exchange_consent_pkey PRIMARY KEY (agency_id, source_id, to_agency)
)
CREATE INDEX exchange_consent_consent ON access.exchange_consent USING btree (consent_id)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.exchange_import (
  id uuid not null
  agency_id uuid not null
  state text not null default 'staged'::text
  content_hash bytea not null
  headers jsonb not null default '{}'::jsonb
  mapping jsonb not null default '{}'::jsonb
  encoding text not null
  uploaded_by uuid not null
  uploaded_at timestamp with time zone not null
  ended_at timestamp with time zone
  clients integer not null
  stays integer not null
  entered integer not null default 0
  updated integer not null default 0
  unchanged integer not null default 0
  skipped integer not null default 0
  refused integer not null default 0
  erased_at timestamp with time zone
  constraint exchange_import_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint exchange_import_encoding CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'utf-16le'::text, 'windows-1252'::text])))
  constraint exchange_import_pkey PRIMARY KEY (id)
  constraint exchange_import_state CHECK ((state = ANY (ARRAY['staged'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text, 'dropped'::text])))
)
CREATE INDEX exchange_import_agency ON access.exchange_import USING btree (agency_id, uploaded_at)
CREATE INDEX exchange_import_running ON access.exchange_import USING btree (id) WHERE (state = 'running'::text)
policy mapped PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (state = 'staged'::text))
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has)))
policy staged PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (uploaded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (state = 'staged'::text) AND (ended_at IS NULL) AND (erased_at IS NULL))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.exchange_mapping (
  agency_id uuid not null
  mapping jsonb not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  constraint exchange_mapping_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint exchange_mapping_pkey PRIMARY KEY (agency_id)
)
policy kept PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) with check (saved_by = ( SELECT platform.ctx_account() AS ctx_account))
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy saved PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (saved_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.exchange_row (
  import_id uuid not null
  kind text not null
  row integer not null
  cells jsonb not null
  client text
  state text not null default 'waiting'::text
  reason text
  field text
  constraint exchange_row_cells CHECK ((jsonb_typeof(cells) = 'array'::text))
  constraint exchange_row_import_fkey FOREIGN KEY (import_id) REFERENCES access.exchange_import(id)
  constraint exchange_row_kind CHECK ((kind = ANY (ARRAY['client'::text, 'stay'::text])))
  constraint exchange_row_pkey PRIMARY KEY (import_id, kind, "row")
  constraint exchange_row_refused CHECK (((state = 'refused'::text) = (reason IS NOT NULL)))
  constraint exchange_row_state CHECK ((state = ANY (ARRAY['waiting'::text, 'entered'::text, 'updated'::text, 'unchanged'::text, 'skipped'::text, 'refused'::text])))
)
CREATE INDEX exchange_row_waiting ON access.exchange_row USING btree (import_id, client) WHERE (state = 'waiting'::text)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy staged PERMISSIVE INSERT to ct_staff with check ((state = 'waiting'::text) AND (client IS NULL) AND (import_id IN ( SELECT i.id
   FROM access.exchange_import i
  WHERE ((i.state = 'staged'::text) AND (i.uploaded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))))
grant INSERT to ct_staff

table access.exchange_stay (
  agency_id uuid not null
  source_id text not null
  stay_id uuid not null
  import_id uuid
  constraint exchange_stay_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint exchange_stay_pkey PRIMARY KEY (agency_id, source_id)
  constraint exchange_stay_stay_fkey FOREIGN KEY (stay_id) REFERENCES access.stay(id)
)
CREATE INDEX exchange_stay_stay ON access.exchange_stay USING btree (stay_id)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.hand_off (
  id uuid not null
  intake_id uuid not null
  from_agency uuid not null
  from_account uuid not null
  to_agency uuid
  to_name text
  to_person text not null
  how text not null
  on_date date not null
  agreed text
  recorded_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  confirmed_how text
  constraint hand_off_confirmed CHECK (((confirmed_at IS NULL) = (confirmed_how IS NULL)))
  constraint hand_off_confirmed_how CHECK ((confirmed_how = ANY (ARRAY['receiver'::text, 'told'::text])))
  constraint hand_off_how CHECK ((how = ANY (ARRAY['three-way-call'::text, 'accompanied'::text, 'meeting'::text])))
  constraint hand_off_intake_fkey FOREIGN KEY (intake_id) REFERENCES access.intake(id)
  constraint hand_off_pkey PRIMARY KEY (id)
  constraint hand_off_to CHECK ((num_nonnulls(to_agency, to_name) = 1))
)
CREATE INDEX hand_off_intake ON access.hand_off USING btree (intake_id)
CREATE INDEX hand_off_to_agency ON access.hand_off USING btree (to_agency)
policy confirmed PERMISSIVE UPDATE to ct_staff using (confirmed_at IS NULL) with check ((confirmed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (((confirmed_how = 'receiver'::text) AND (to_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))) OR ((confirmed_how = 'told'::text) AND (from_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.intake i
  WHERE (i.id = hand_off.intake_id))) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((EXISTS ( SELECT
   FROM access.intake i
  WHERE (i.id = hand_off.intake_id))) OR ((to_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))))
policy recorded PERMISSIVE INSERT to ct_staff with check ((EXISTS ( SELECT
   FROM access.intake i
  WHERE ((i.id = hand_off.intake_id) AND ((i.person_id IS NULL) OR (i.id IN ( SELECT access.worked_intakes() AS worked_intakes)))))) AND (from_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (from_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (confirmed_at IS NULL) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
grant INSERT to ct_staff

table access.household (
  id uuid not null
  agency_id uuid not null
  entered_by uuid
  entered_at timestamp with time zone not null
  constraint household_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint household_pkey PRIMARY KEY (id)
)
policy functions_keep PERMISSIVE ALL to ct_owner using true with check true

table access.household_member (
  id uuid not null
  household_id uuid not null
  person_id uuid not null
  relation text not null
  from_date date not null
  to_date date
  entered_by uuid
  entered_at timestamp with time zone not null
  constraint household_member_dates CHECK (((to_date IS NULL) OR (to_date >= from_date)))
  constraint household_member_household_fkey FOREIGN KEY (household_id) REFERENCES access.household(id)
  constraint household_member_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint household_member_pkey PRIMARY KEY (id)
  constraint household_member_relation CHECK ((relation = ANY (ARRAY['head'::text, 'partner'::text, 'child'::text, 'parent'::text, 'other'::text])))
)
CREATE INDEX household_member_household ON access.household_member USING btree (household_id)
CREATE INDEX household_member_now ON access.household_member USING btree (person_id) WHERE (to_date IS NULL)
CREATE INDEX household_member_person ON access.household_member USING btree (person_id)
policy functions_keep PERMISSIVE ALL to ct_owner using true with check true

table access.identity_claim (
  person_id uuid not null
  agency_id uuid not null
  indigenous text not null
  said_on date not null
  written_by uuid
  written_at timestamp with time zone not null
  constraint identity_claim_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint identity_claim_indigenous CHECK ((indigenous = ANY (ARRAY['yes'::text, 'no'::text, 'declined'::text])))
  constraint identity_claim_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint identity_claim_pkey PRIMARY KEY (person_id)
)
policy functions_keep PERMISSIVE ALL to ct_owner using true with check true

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
policy barred_from RESTRICTIVE SELECT to ct_staff using (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons)))
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy lifted PERMISSIVE UPDATE to ct_staff using ((lifted_at IS NULL) AND (account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) with check (lifted_at IS NOT NULL)
policy officer_lifts PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) AND (lifted_at IS NULL) AND (account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons)))) with check (lifted_at IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) OR ((account_id IS DISTINCT FROM ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))))
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = instruction.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff

table access.instrument (
  agency_id uuid not null
  instrument text not null
  months integer
  licence text
  changed_by uuid not null
  changed_at timestamp with time zone not null
  constraint instrument_months CHECK (((months >= 1) AND (months <= 60)))
  constraint instrument_pkey PRIMARY KEY (agency_id, instrument)
)
policy decided PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (changed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy decided_anew PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) with check (changed_by = ( SELECT platform.ctx_account() AS ctx_account))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.intake (
  id uuid not null
  agency_id uuid not null
  point_slug text not null
  door text not null
  language text not null
  anonymous boolean not null
  do_not_contact boolean not null default false
  message_ok boolean not null default false
  may_share boolean not null default false
  knows text
  age_band text
  state text not null default 'open'::text
  received_at timestamp with time zone not null
  entered_by uuid
  taken_by uuid
  taken_at timestamp with time zone
  level text
  triaged_at timestamp with time zone
  reached_at timestamp with time zone
  due_for text
  due_on date
  due_at timestamp with time zone
  person_id uuid
  closed_at timestamp with time zone
  close_reason text
  erased_at timestamp with time zone
  once bytea not null
  code_hash bytea
  constraint intake_age_band CHECK ((age_band = ANY (ARRAY['0-11'::text, '12-17'::text, '18-24'::text, '25-54'::text, '55-over'::text])))
  constraint intake_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint intake_close_reason CHECK ((close_reason = ANY (ARRAY['helped'::text, 'handed-over'::text, 'information'::text, 'unable-to-reach'::text, 'not-wanted'::text, 'duplicate'::text, 'other'::text])))
  constraint intake_closed CHECK (((state = 'closed'::text) = (close_reason IS NOT NULL)))
  constraint intake_door CHECK ((door = ANY (ARRAY['telephone'::text, 'web'::text, 'professional'::text, 'walk-in'::text, 'printed'::text])))
  constraint intake_due CHECK ((((due_for IS NULL) = (due_on IS NULL)) AND ((due_for IS NULL) = (due_at IS NULL))))
  constraint intake_due_for CHECK ((due_for = ANY (ARRAY['triage'::text, 'contact'::text])))
  constraint intake_knows CHECK ((knows = ANY (ARRAY['agrees'::text, 'unsure'::text])))
  constraint intake_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint intake_level CHECK (((level IS NULL) = (triaged_at IS NULL)))
  constraint intake_once UNIQUE (once)
  constraint intake_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint intake_pkey PRIMARY KEY (id)
  constraint intake_point_fkey FOREIGN KEY (point_slug) REFERENCES access.access_point(slug)
  constraint intake_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text])))
)
CREATE INDEX intake_agency ON access.intake USING btree (agency_id, state)
CREATE INDEX intake_person ON access.intake USING btree (person_id) WHERE (person_id IS NOT NULL)
CREATE UNIQUE INDEX intake_code ON access.intake USING btree (code_hash) WHERE (code_hash IS NOT NULL)
policy kept PERMISSIVE UPDATE to ct_staff using ((state <> 'withdrawn'::text) AND (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) AND ((person_id IS NULL) OR (id IN ( SELECT access.worked_intakes() AS worked_intakes)))) with check ((state <> 'withdrawn'::text) AND (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ((person_id IS NULL) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE (p.id = intake.person_id))))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (( SELECT platform.ctx_has('clinician'::text) AS ctx_has) AND (person_id IS NOT NULL))) AND ((person_id IS NULL) OR ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((person_id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)) OR (person_id IN ( SELECT access.shared_persons('identity'::text) AS shared_persons))))))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)

table access.intake_detail (
  intake_id uuid not null
  whom text
  given_name text
  family_name text
  age integer
  in_school boolean
  condition_answer text
  municipality text
  spoken text
  preference text
  phone text
  email text
  safe_times text
  story text
  profession text
  professional_name text
  professional_organisation text
  professional_phone text
  professional_email text
  constraint intake_detail_age CHECK (((age >= 0) AND (age <= 120)))
  constraint intake_detail_condition CHECK ((condition_answer = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])))
  constraint intake_detail_intake_fkey FOREIGN KEY (intake_id) REFERENCES access.intake(id)
  constraint intake_detail_pkey PRIMARY KEY (intake_id)
  constraint intake_detail_preference CHECK ((preference = ANY (ARRAY['phone'::text, 'text'::text, 'email'::text, 'in-person'::text, 'none'::text])))
  constraint intake_detail_whom CHECK ((whom = ANY (ARRAY['self'::text, 'other'::text])))
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table access.intake_event (
  id uuid not null
  intake_id uuid not null
  kind text not null
  at timestamp with time zone not null
  on_date date not null
  account_id uuid
  level text
  channel text
  outcome text
  note text
  constraint intake_event_channel CHECK ((channel = ANY (ARRAY['phone'::text, 'text'::text, 'email'::text, 'in-person'::text, 'post'::text])))
  constraint intake_event_intake_fkey FOREIGN KEY (intake_id) REFERENCES access.intake(id)
  constraint intake_event_kind CHECK ((kind = ANY (ARRAY['received'::text, 'taken'::text, 'given-back'::text, 'triaged'::text, 'attempt'::text, 'linked'::text, 'entered'::text, 'handed-over'::text, 'confirmed'::text, 'closed'::text, 'reopened'::text, 'withdrawn'::text])))
  constraint intake_event_outcome CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'message-left'::text, 'wrong-contact'::text])))
  constraint intake_event_pkey PRIMARY KEY (id)
)
CREATE INDEX intake_event_intake ON access.intake_event USING btree (intake_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM access.intake i
  WHERE (i.id = intake_event.intake_id)))
policy written PERMISSIVE INSERT to ct_staff with check ((EXISTS ( SELECT
   FROM access.intake i
  WHERE ((i.id = intake_event.intake_id) AND ((i.person_id IS NULL) OR (i.id IN ( SELECT access.worked_intakes() AS worked_intakes)))))) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
grant INSERT to ct_staff

table access.language (
  id uuid not null
  service_id uuid not null
  name text not null
  code text
  note text
  constraint language_pkey PRIMARY KEY (id)
  constraint language_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX language_service ON access.language USING btree (service_id)
CREATE TRIGGER language_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.language FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.list (
  id uuid not null
  slug text not null
  name platform.bilingual not null
  agency_id uuid not null
  inactive_after integer not null default 90
  stale_after integer not null default 90
  qualifying text[] not null
  demonstration boolean not null default false
  conference_after integer not null default 3
  constraint list_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint list_conference_after CHECK (((conference_after >= 1) AND (conference_after <= 20)))
  constraint list_inactive_after CHECK (((inactive_after >= 1) AND (inactive_after <= 730)))
  constraint list_pkey PRIMARY KEY (id)
  constraint list_slug_key UNIQUE (slug)
  constraint list_stale_after CHECK (((stale_after >= 1) AND (stale_after <= 730)))
)
policy counted_with PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT access.role_opens('identity'::text) AS role_opens) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_enters PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_keeps PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.list_block (
  list_id uuid not null
  month date not null
  cells jsonb not null
  blocked_at timestamp with time zone not null
  constraint list_block_list FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint list_block_pkey PRIMARY KEY (list_id, month)
)
policy planned_with PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) OR (list_id IN ( SELECT access.kept_lists() AS kept_lists)))
policy worker_blocks PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.list_change (
  id uuid not null
  place bigint not null
  list_id uuid not null
  person_id uuid not null
  from_state text
  to_state text not null
  reason text not null
  effective date not null
  recorded_at timestamp with time zone not null
  recorded_by uuid
  note text
  constraint list_change_from CHECK ((from_state = ANY (ARRAY['active'::text, 'housed'::text, 'inactive'::text, 'left'::text])))
  constraint list_change_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint list_change_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint list_change_pkey PRIMARY KEY (id)
  constraint list_change_to CHECK ((to_state = ANY (ARRAY['active'::text, 'housed'::text, 'inactive'::text, 'left'::text])))
  constraint list_change_transition CHECK ((((from_state IS NULL) AND (to_state = 'active'::text) AND (reason = 'newly-identified'::text)) OR ((NOT (from_state IS DISTINCT FROM 'active'::text)) AND (to_state = 'housed'::text) AND (reason = 'housed'::text)) OR ((NOT (from_state IS DISTINCT FROM 'active'::text)) AND (to_state = 'inactive'::text) AND (reason = 'no-contact'::text)) OR ((NOT (from_state IS DISTINCT FROM 'active'::text)) AND (to_state = 'left'::text) AND (reason = ANY (ARRAY['criteria-lost'::text, 'deceased'::text, 'moved-away'::text, 'consent-lapsed'::text]))) OR ((NOT (from_state IS DISTINCT FROM 'housed'::text)) AND (to_state = 'active'::text) AND (reason = 'returned-from-housing'::text)) OR ((NOT (from_state IS DISTINCT FROM 'inactive'::text)) AND (to_state = 'active'::text) AND (reason = 'returned-from-inactive'::text)) OR ((NOT (from_state IS DISTINCT FROM 'inactive'::text)) AND (to_state = 'housed'::text) AND (reason = 'housed'::text)) OR ((NOT (from_state IS DISTINCT FROM 'inactive'::text)) AND (to_state = 'left'::text) AND (reason = ANY (ARRAY['deceased'::text, 'moved-away'::text, 'consent-lapsed'::text]))) OR ((NOT (from_state IS DISTINCT FROM 'housed'::text)) AND (to_state = 'left'::text) AND (reason = ANY (ARRAY['deceased'::text, 'moved-away'::text, 'consent-lapsed'::text]))) OR ((NOT (from_state IS DISTINCT FROM 'left'::text)) AND (to_state = 'active'::text) AND (reason = 'returned'::text)) OR ((to_state = 'left'::text) AND (reason = ANY (ARRAY['merge'::text, 'void'::text])))))
)
CREATE INDEX list_change_person ON access.list_change USING btree (list_id, person_id, effective DESC, recorded_at DESC)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.list_refusal (
  id uuid not null
  list_id uuid not null
  from_month date not null
  to_month date
  recorded_at timestamp with time zone not null
  constraint list_refusal_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint list_refusal_month CHECK ((from_month = date_trunc('month'::text, (from_month)::timestamp with time zone)))
  constraint list_refusal_pkey PRIMARY KEY (id)
)
policy counted PERMISSIVE INSERT to ct_staff with check (( SELECT access.role_opens('identity'::text) AS role_opens) AND (EXISTS ( SELECT
   FROM access.list l
  WHERE ((l.id = list_refusal.list_id) AND (l.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy ended PERMISSIVE UPDATE to ct_staff using (list_id IN ( SELECT access.kept_lists() AS kept_lists))
policy read PERMISSIVE SELECT to ct_staff using (list_id IN ( SELECT access.kept_lists() AS kept_lists))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.list_snapshot (
  list_id uuid not null
  month date not null
  measures jsonb not null
  refusals integer not null
  frozen_at timestamp with time zone not null
  constraint list_snapshot_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint list_snapshot_month CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)))
  constraint list_snapshot_pkey PRIMARY KEY (list_id, month)
)
policy read PERMISSIVE SELECT to ct_staff using (list_id IN ( SELECT access.kept_lists() AS kept_lists))
policy worker_freezes PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.location (
  id uuid not null
  organization_id uuid
  location_type text not null
  name text
  description platform.bilingual
  transportation platform.bilingual
  latitude double precision
  longitude double precision
  url text
  constraint location_latitude CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint location_location_type CHECK ((location_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text])))
  constraint location_longitude CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint location_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id)
  constraint location_pkey PRIMARY KEY (id)
)
CREATE INDEX location_organization ON access.location USING btree (organization_id)
CREATE TRIGGER location_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.location FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.metadata (
  id uuid not null
  resource_id uuid not null
  resource_type text not null
  last_action_date date not null
  last_action_type text not null
  field_name text not null
  previous_value text not null
  replacement_value text not null
  updated_by text not null
  constraint metadata_pkey PRIMARY KEY (id)
)
CREATE INDEX metadata_resource ON access.metadata USING btree (resource_id)
CREATE TRIGGER metadata_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.metadata FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using ((resource_id IN ( SELECT s.id
   FROM access.service s)) OR (resource_id IN ( SELECT o.id
   FROM access.organization o)))
policy own_added PERMISSIVE INSERT to ct_staff with check (resource_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.offer (
  id uuid not null
  vacancy_id uuid not null
  person_id uuid not null
  token text not null
  state text not null default 'offered'::text
  offered_by uuid
  offered_at timestamp with time zone not null
  answer_by timestamp with time zone not null
  declined_by text
  reason text
  refusals integer
  conference_held_on date
  ended_at timestamp with time zone
  constraint offer_declined CHECK (((state <> ALL (ARRAY['declining'::text, 'declined'::text])) OR ((declined_by IS NOT NULL) AND (reason IS NOT NULL))))
  constraint offer_declined_by CHECK ((declined_by = ANY (ARRAY['provider'::text, 'person'::text])))
  constraint offer_ended CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL)))
  constraint offer_once UNIQUE (vacancy_id, token)
  constraint offer_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint offer_pkey PRIMARY KEY (id)
  constraint offer_reason CHECK ((reason = ANY (ARRAY['user-error'::text, 'intake-not-completed'::text, 'ineligible'::text, 'not-interested'::text, 'no-longer-homeless'::text, 'vacancy-withdrawn'::text, 'refused-data-entry'::text, 'needs-reassessment'::text])))
  constraint offer_state CHECK ((state = ANY (ARRAY['offered'::text, 'declining'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  constraint offer_vacancy_fkey FOREIGN KEY (vacancy_id) REFERENCES access.vacancy(id)
)
CREATE INDEX offer_person ON access.offer USING btree (person_id)
CREATE UNIQUE INDEX offer_live ON access.offer USING btree (vacancy_id) WHERE (state = ANY (ARRAY['offered'::text, 'declining'::text, 'accepted'::text]))
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.offer_event (
  id uuid not null
  place bigint not null
  offer_id uuid not null
  at timestamp with time zone not null
  account_id uuid
  step text not null
  declined_by text
  reason text
  note text
  constraint offer_event_offer_fkey FOREIGN KEY (offer_id) REFERENCES access.offer(id)
  constraint offer_event_pkey PRIMARY KEY (id)
  constraint offer_event_step CHECK ((step = ANY (ARRAY['offer'::text, 'accept'::text, 'decline'::text, 'approve'::text, 'return'::text, 'withdraw'::text, 'conference'::text])))
)
CREATE INDEX offer_event_offer ON access.offer_event USING btree (offer_id, place)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.organization (
  id uuid not null
  agency_id uuid
  name platform.bilingual not null
  description platform.bilingual not null
  only_language text
  email text
  website text
  demonstration boolean not null default false
  origin text not null
  content_hash text
  withdrawn_at timestamp with time zone
  changed_at timestamp with time zone not null
  sources jsonb not null default '[]'::jsonb
  feed text
  constraint organization_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint organization_only_language CHECK ((only_language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint organization_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'import'::text, 'staff'::text])))
  constraint organization_pkey PRIMARY KEY (id)
)
CREATE INDEX organization_agency ON access.organization USING btree (agency_id)
CREATE TRIGGER organization_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.organization FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy owner_reads_for_referral PERMISSIVE SELECT to ct_owner using true
policy standing_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (withdrawn_at IS NULL))
policy worker_adds PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_changes PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.outreach (
  id uuid not null
  agency_id uuid not null
  person_id uuid
  consent text not null
  referred_by text not null
  state text not null default 'new'::text
  received_on date not null
  joined_on date
  ended_on date
  left_reason text
  received_at timestamp with time zone not null
  constraint outreach_consent CHECK ((consent = ANY (ARRAY['agrees'::text, 'unsure'::text])))
  constraint outreach_ended CHECK (((state = ANY (ARRAY['declined'::text, 'unreachable'::text, 'left'::text])) = (ended_on IS NOT NULL)))
  constraint outreach_joined CHECK (((state <> ALL (ARRAY['joined'::text, 'left'::text])) OR (joined_on IS NOT NULL)))
  constraint outreach_left CHECK (((state = 'left'::text) = (left_reason IS NOT NULL)))
  constraint outreach_left_reason CHECK ((left_reason = ANY (ARRAY['connected'::text, 'no-wish'::text, 'moved'::text, 'care-home'::text, 'health'::text, 'died'::text, 'lost'::text])))
  constraint outreach_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint outreach_pkey PRIMARY KEY (id)
  constraint outreach_referred_by CHECK ((referred_by = ANY (ARRAY['neighbour'::text, 'family'::text, 'paramedic'::text, 'pharmacist'::text, 'other'::text])))
  constraint outreach_state CHECK ((state = ANY (ARRAY['new'::text, 'joined'::text, 'declined'::text, 'unreachable'::text, 'left'::text])))
)
CREATE INDEX outreach_agency ON access.outreach USING btree (agency_id, state)
CREATE INDEX outreach_person ON access.outreach USING btree (person_id)
CREATE TRIGGER outreach_ended AFTER UPDATE OF state ON access.outreach FOR EACH ROW WHEN (((new.ended_on IS NOT NULL) AND (old.ended_on IS NULL))) EXECUTE FUNCTION access.end_outreach()
policy moved PERMISSIVE UPDATE to ct_staff using ((id IN ( SELECT access.outreach_team() AS outreach_team)) AND (ended_on IS NULL)) with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ((person_id IS NULL) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = outreach.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (id IN ( SELECT access.outreach_team() AS outreach_team))
grant SELECT to ct_staff

table access.outreach_attempt (
  id uuid not null
  outreach_id uuid not null
  account_id uuid not null
  outcome text not null
  on_date date not null
  recorded_at timestamp with time zone not null
  constraint outreach_attempt_outcome CHECK ((outcome = ANY (ARRAY['talked'::text, 'missed'::text, 'declined'::text])))
  constraint outreach_attempt_outreach_fkey FOREIGN KEY (outreach_id) REFERENCES access.outreach(id)
  constraint outreach_attempt_pkey PRIMARY KEY (id)
)
CREATE INDEX outreach_attempt_outreach ON access.outreach_attempt USING btree (outreach_id, recorded_at)
CREATE TRIGGER outreach_attempt_taken BEFORE INSERT ON access.outreach_attempt FOR EACH ROW EXECUTE FUNCTION access.take_outreach_attempt()
policy made PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND ((outreach_id IN ( SELECT access.outreach_called() AS outreach_called)) OR (outreach_id IN ( SELECT access.outreach_team() AS outreach_team))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff

table access.outreach_contact (
  outreach_id uuid not null
  first_name text
  telephone text not null
  good_times text
  language text not null
  constraint outreach_contact_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint outreach_contact_outreach_fkey FOREIGN KEY (outreach_id) REFERENCES access.outreach(id)
  constraint outreach_contact_pkey PRIMARY KEY (outreach_id)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table access.outreach_note (
  id uuid not null
  outreach_id uuid not null
  account_id uuid not null
  body text not null
  written_at timestamp with time zone not null
  constraint outreach_note_outreach_fkey FOREIGN KEY (outreach_id) REFERENCES access.outreach(id)
  constraint outreach_note_pkey PRIMARY KEY (id)
)
CREATE INDEX outreach_note_outreach ON access.outreach_note USING btree (outreach_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy written PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND ((outreach_id IN ( SELECT access.outreach_called() AS outreach_called)) OR (outreach_id IN ( SELECT access.outreach_team() AS outreach_team))))
grant INSERT to ct_staff

table access.outreach_score (
  id uuid not null
  outreach_id uuid not null
  measure text not null
  score numeric(4,1) not null
  on_date date not null
  entered_by uuid not null
  constraint outreach_score_measure CHECK ((measure = ANY (ARRAY['own'::text, 'lsns-6'::text, 'ucla-3'::text])))
  constraint outreach_score_outreach_fkey FOREIGN KEY (outreach_id) REFERENCES access.outreach(id)
  constraint outreach_score_pkey PRIMARY KEY (id)
  constraint outreach_score_range CHECK (
CASE measure
    WHEN 'own'::text THEN ((score >= (0)::numeric) AND (score <= (10)::numeric))
    WHEN 'lsns-6'::text THEN ((score >= (0)::numeric) AND (score <= (30)::numeric))
    ELSE ((score >= (3)::numeric) AND (score <= (9)::numeric))
END)
)
CREATE UNIQUE INDEX outreach_score_once ON access.outreach_score USING btree (outreach_id, measure, on_date)
policy entered PERMISSIVE INSERT to ct_staff with check ((entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (outreach_id IN ( SELECT access.outreach_team() AS outreach_team)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff

table access.outreach_setting (
  agency_id uuid not null
  takes_referrals boolean not null
  minimum_age integer not null default 55
  missed_limit integer not null default 3
  changed_by uuid
  changed_at timestamp with time zone not null
  constraint outreach_setting_age CHECK (((minimum_age >= 18) AND (minimum_age <= 120)))
  constraint outreach_setting_missed CHECK (((missed_limit >= 1) AND (missed_limit <= 20)))
  constraint outreach_setting_pkey PRIMARY KEY (agency_id)
)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) OR ( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has)))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant UPDATE to ct_staff

table access.outreach_slot (
  id uuid not null
  outreach_id uuid not null
  account_id uuid not null
  weekday integer not null
  at_time time without time zone not null
  from_date date not null
  to_date date
  entered_by uuid
  constraint outreach_slot_outreach_fkey FOREIGN KEY (outreach_id) REFERENCES access.outreach(id)
  constraint outreach_slot_pkey PRIMARY KEY (id)
  constraint outreach_slot_weekday CHECK (((weekday >= 1) AND (weekday <= 7)))
)
CREATE INDEX outreach_slot_account ON access.outreach_slot USING btree (account_id)
CREATE INDEX outreach_slot_outreach ON access.outreach_slot USING btree (outreach_id)
policy ended PERMISSIVE UPDATE to ct_staff using ((outreach_id IN ( SELECT access.outreach_team() AS outreach_team)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))) with check (to_date IS NOT NULL)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy planned PERMISSIVE INSERT to ct_staff with check ((outreach_id IN ( SELECT access.outreach_team() AS outreach_team)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM access.list_colleagues() k(account_id, name)
  WHERE (k.account_id = outreach_slot.account_id))))
policy read PERMISSIVE SELECT to ct_staff using (outreach_id IN ( SELECT access.outreach_team() AS outreach_team))
grant INSERT to ct_staff

table access.pair_search (
  agency_id uuid not null
  searched_until timestamp with time zone not null
  constraint pair_search_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint pair_search_pkey PRIMARY KEY (agency_id)
)
policy kept PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_worker
grant SELECT to ct_worker
grant UPDATE to ct_worker

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
CREATE INDEX person_anonymous ON access.person USING btree (agency_id) WHERE anonymous
CREATE INDEX person_changed ON access.person USING btree (agency_id, changed_at)
CREATE INDEX person_merged_into ON access.person USING btree (merged_into) WHERE (merged_into IS NOT NULL)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND demonstration AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy entered PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
policy exchange_enters PERMISSIVE INSERT to ct_owner with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy exchange_keeps PERMISSIVE UPDATE to ct_owner using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
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
  sounds text[] not null default access.sounds_of(search_key)
  blocks text[] not null default access.blocks_of(search_key, NULL::date)
  constraint person_alias_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_alias_pkey PRIMARY KEY (id)
)
CREATE INDEX person_alias_blocks ON access.person_alias USING gin (blocks) WITH (fastupdate=off)
CREATE INDEX person_alias_given ON access.person_alias USING btree (split_part(search_key, ' '::text, 2) text_pattern_ops)
CREATE INDEX person_alias_person ON access.person_alias USING btree (person_id)
CREATE INDEX person_alias_search ON access.person_alias USING btree (search_key text_pattern_ops)
CREATE INDEX person_alias_sounds ON access.person_alias USING gin (sounds) WITH (fastupdate=off)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy exchange_enters PERMISSIVE INSERT to ct_owner with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_alias.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_alias.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND ((person_id IN ( SELECT access.opened_persons() AS opened_persons)) OR ((NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))) OR (person_id IN ( SELECT access.shared_persons('identity'::text) AS shared_persons))))))
grant INSERT to ct_staff
grant INSERT to ct_worker
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
  blocks text[] not null default access.contact_blocks_of(phone, email)
  constraint person_contact_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_contact_pkey PRIMARY KEY (person_id)
  constraint person_contact_preference CHECK ((preference = ANY (ARRAY['phone'::text, 'text'::text, 'email'::text, 'post'::text, 'in-person'::text, 'none'::text])))
)
CREATE INDEX person_contact_blocks ON access.person_contact USING gin (blocks) WITH (fastupdate=off)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_contact.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('contact'::text) AS locked_persons))) AND ( SELECT access.role_opens('contact'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_contact.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('contact'::text) AS locked_persons))) AND ( SELECT access.role_opens('contact'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy owner_reads_for_referral PERMISSIVE SELECT to ct_owner using true
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
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_health.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('health'::text) AS locked_persons))) AND ( SELECT access.role_opens('health'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff
grant INSERT to ct_worker

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
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_housing.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('housing'::text) AS locked_persons))) AND ( SELECT access.role_opens('housing'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff
grant INSERT to ct_worker

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
  sounds text[] not null default access.sounds_of(search_key)
  blocks text[] not null default access.blocks_of(search_key, birth_date)
  constraint person_identity_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint person_identity_pkey PRIMARY KEY (person_id)
)
CREATE INDEX person_identity_agency ON access.person_identity USING btree (agency_id, search_key, person_id)
CREATE INDEX person_identity_birth ON access.person_identity USING btree (birth_date)
CREATE INDEX person_identity_blocks ON access.person_identity USING gin (blocks) WITH (fastupdate=off)
CREATE INDEX person_identity_given ON access.person_identity USING btree (split_part(search_key, ' '::text, 2) text_pattern_ops)
CREATE INDEX person_identity_search ON access.person_identity USING btree (search_key text_pattern_ops)
CREATE INDEX person_identity_sounds ON access.person_identity USING gin (sounds) WITH (fastupdate=off)
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy exchange_enters PERMISSIVE INSERT to ct_owner with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy exchange_keeps PERMISSIVE UPDATE to ct_owner using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy kept PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_identity.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_identity.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND ( SELECT access.role_opens('identity'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
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
policy demonstration_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND ( SELECT platform.is_demonstration() AS is_demonstration))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_note.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('note'::text) AS locked_persons))) AND ( SELECT access.role_opens('note'::text) AS role_opens) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff
grant INSERT to ct_worker

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
  main_id uuid
  state_before text
  constraint person_pair_band CHECK ((band = ANY (ARRAY['certain'::text, 'likely'::text, 'possible'::text])))
  constraint person_pair_decided CHECK (((state = 'suggested'::text) = (decided_at IS NULL)))
  constraint person_pair_left_fkey FOREIGN KEY (left_id) REFERENCES access.person(id)
  constraint person_pair_main CHECK ((((state = 'same'::text) = (main_id IS NOT NULL)) AND ((main_id IS NULL) OR ((main_id = left_id) OR (main_id = right_id)))))
  constraint person_pair_main_fkey FOREIGN KEY (main_id) REFERENCES access.person(id)
  constraint person_pair_order CHECK ((left_id < right_id))
  constraint person_pair_pkey PRIMARY KEY (id)
  constraint person_pair_right_fkey FOREIGN KEY (right_id) REFERENCES access.person(id)
  constraint person_pair_state CHECK ((state = ANY (ARRAY['suggested'::text, 'same'::text, 'not-same'::text])))
  constraint person_pair_state_before CHECK ((state_before = ANY (ARRAY['active'::text, 'inactive'::text])))
)
CREATE INDEX person_pair_right ON access.person_pair USING btree (right_id)
CREATE UNIQUE INDEX person_pair_once ON access.person_pair USING btree (left_id, right_id)
policy entered PERMISSIVE INSERT to ct_staff with check ((entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'suggested'::text) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (NOT (left_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (NOT (right_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy judged PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (NOT (left_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (NOT (right_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))))) with check ((decided_by IS NULL) OR (decided_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.left_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = person_pair.right_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy suggested_changes PERMISSIVE UPDATE to ct_worker using ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (state = 'suggested'::text)) with check (state = 'suggested'::text)
policy suggested_ends PERMISSIVE DELETE to ct_worker using ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (state = 'suggested'::text))
policy suggested_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (state = 'suggested'::text) AND (entered_by IS NULL))
policy suggested_read PERMISSIVE SELECT to ct_worker using ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (state = 'suggested'::text))
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.phone (
  id uuid not null
  organization_id uuid
  service_id uuid
  location_id uuid
  number text not null
  extension integer
  type text
  description platform.bilingual
  position integer not null default 0
  constraint phone_location_fkey FOREIGN KEY (location_id) REFERENCES access.location(id) ON DELETE CASCADE
  constraint phone_of_something CHECK ((num_nonnulls(organization_id, service_id, location_id) = 1))
  constraint phone_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id) ON DELETE CASCADE
  constraint phone_pkey PRIMARY KEY (id)
  constraint phone_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX phone_location ON access.phone USING btree (location_id)
CREATE INDEX phone_organization ON access.phone USING btree (organization_id)
CREATE INDEX phone_service ON access.phone USING btree (service_id)
CREATE TRIGGER phone_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.phone FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using ((service_id IN ( SELECT s.id
   FROM access.service s)) OR (organization_id IN ( SELECT o.id
   FROM access.organization o)) OR ((location_id IS NOT NULL) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy owner_reads_for_referral PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.priority (
  id uuid not null
  list_id uuid not null
  version integer not null
  rules jsonb not null
  note text not null
  proposed_by uuid
  proposed_at timestamp with time zone not null
  approved_by uuid
  approved_at timestamp with time zone
  body text
  decision text
  decided_on date
  reference text
  url text
  from_date date
  constraint priority_approved CHECK ((num_nulls(approved_by, approved_at, body, decision, decided_on, reference, from_date) = ANY (ARRAY[0, 7])))
  constraint priority_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint priority_number CHECK ((version > 0))
  constraint priority_pkey PRIMARY KEY (id)
  constraint priority_rules CHECK (((jsonb_typeof(rules) = 'array'::text) AND (jsonb_array_length(rules) > 0)))
  constraint priority_version UNIQUE (list_id, version)
)
CREATE TRIGGER priority_kept BEFORE DELETE OR UPDATE ON access.priority FOR EACH ROW EXECUTE FUNCTION access.keep_priority()
policy approved PERMISSIVE UPDATE to ct_staff using ((approved_at IS NULL) AND (list_id IN ( SELECT access.kept_lists() AS kept_lists)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) with check ((approved_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (decided_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND (from_date >= decided_on))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy planned_with PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has))
policy proposed PERMISSIVE INSERT to ct_staff with check ((list_id IN ( SELECT access.kept_lists() AS kept_lists)) AND (proposed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (approved_at IS NULL))
policy read PERMISSIVE SELECT to ct_staff using (( SELECT access.role_opens('identity'::text) AS role_opens) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.priority_answer (
  id uuid not null
  place bigint not null
  list_id uuid not null
  person_id uuid not null
  field text not null
  answer boolean
  recorded_by uuid
  recorded_at timestamp with time zone not null
  constraint priority_answer_field CHECK ((field = ANY (ARRAY['veteran'::text, 'indigenous'::text])))
  constraint priority_answer_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint priority_answer_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint priority_answer_pkey PRIMARY KEY (id)
)
CREATE INDEX priority_answer_person ON access.priority_answer USING btree (person_id, field, place DESC)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.priority_override (
  id uuid not null
  list_id uuid not null
  person_id uuid not null
  place integer not null
  set_by uuid not null
  by_name text not null
  reason text not null
  set_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  constraint priority_override_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint priority_override_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint priority_override_pkey PRIMARY KEY (id)
  constraint priority_override_place CHECK ((place > 0))
  constraint priority_override_reason CHECK ((length(reason) >= 10))
)
CREATE UNIQUE INDEX priority_override_open ON access.priority_override USING btree (list_id, person_id) WHERE (ended_at IS NULL)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.questionnaire_version (
  hash text not null
  url text not null
  version text not null
  section text not null
  definition text not null
  kept_at timestamp with time zone not null
  constraint questionnaire_version_content CHECK ((hash = encode(sha256(convert_to(definition, 'UTF8'::name)), 'hex'::text)))
  constraint questionnaire_version_declares CHECK (((url = ((definition)::jsonb ->> 'url'::text)) AND (version = ((definition)::jsonb ->> 'version'::text)) AND (section = (jsonb_path_query_first((definition)::jsonb, '$."extension"[*]?(@."url" == "urn:x-common-table:record-section")."valueCode"'::jsonpath) #>> '{}'::text[]))))
  constraint questionnaire_version_pkey PRIMARY KEY (hash)
  constraint questionnaire_version_section CHECK ((section = ANY (ARRAY['identity'::text, 'contact'::text, 'health'::text, 'housing'::text, 'note'::text])))
  constraint questionnaire_version_with_section UNIQUE (hash, section)
)
policy kept PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))
grant INSERT to ct_staff
grant SELECT to ct_staff

table access.referral (
  id uuid not null
  person_id uuid not null
  service_id uuid not null
  organization_id uuid not null
  from_agency uuid not null
  to_agency uuid
  by_link boolean not null default false
  previous_id uuid
  need text not null
  urgency text not null
  state text not null default 'draft'::text
  handoff_at timestamp with time zone
  handoff_with text
  handoff_by uuid
  sent_by uuid
  handled_by uuid
  made_at timestamp with time zone not null
  sent_at timestamp with time zone
  seen_at timestamp with time zone
  accepted_at timestamp with time zone
  contacted_at timestamp with time zone
  waitlisted_at timestamp with time zone
  appointment_at timestamp with time zone
  first_service_on date
  paused_since timestamp with time zone
  paused_seconds integer not null default 0
  paused_to_accept integer
  paused_to_service integer
  no_shows integer not null default 0
  sender_told_at timestamp with time zone
  stopped_at timestamp with time zone
  ended_at timestamp with time zone
  reason text
  outcome text
  asked_at timestamp with time zone
  help_answer text
  closed_at timestamp with time zone
  constraint referral_closed CHECK (((closed_at IS NULL) OR ((state = ANY (ARRAY['completed'::text, 'failed'::text])) AND (outcome IS NOT NULL) AND (asked_at IS NOT NULL))))
  constraint referral_ended CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['completed'::text, 'failed'::text, 'declined'::text, 'cancelled'::text, 'withdrawn'::text, 'expired'::text, 'void'::text]))))
  constraint referral_from_agency_fkey FOREIGN KEY (from_agency) REFERENCES identity.agency(id)
  constraint referral_handoff CHECK (((sent_at IS NULL) OR (urgency = 'routine'::text) OR ((handoff_at IS NOT NULL) AND (handoff_with IS NOT NULL) AND (handoff_by IS NOT NULL))))
  constraint referral_help_answer CHECK ((help_answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
  constraint referral_need CHECK ((need = ANY (ARRAY['housing'::text, 'mental-health'::text, 'substance-use'::text, 'health'::text, 'income'::text, 'food'::text, 'family'::text, 'safety'::text, 'disability'::text, 'legal'::text, 'settlement'::text, 'employment'::text, 'transport'::text, 'other'::text])))
  constraint referral_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id)
  constraint referral_outcome CHECK ((outcome = ANY (ARRAY['met'::text, 'partly-met'::text, 'not-met'::text, 'unknown'::text])))
  constraint referral_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint referral_pkey PRIMARY KEY (id)
  constraint referral_previous_fkey FOREIGN KEY (previous_id) REFERENCES access.referral(id)
  constraint referral_sent CHECK (((state = ANY (ARRAY['draft'::text, 'void'::text, 'withdrawn'::text])) OR (sent_at IS NOT NULL)))
  constraint referral_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id)
  constraint referral_state CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'waitlisted'::text, 'scheduled'::text, 'attended'::text, 'no-show'::text, 'appointment-cancelled'::text, 'in-progress'::text, 'cancel-requested'::text, 'completed'::text, 'failed'::text, 'declined'::text, 'cancelled'::text, 'withdrawn'::text, 'expired'::text, 'void'::text])))
  constraint referral_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES identity.agency(id)
  constraint referral_urgency CHECK ((urgency = ANY (ARRAY['routine'::text, 'urgent'::text])))
)
CREATE INDEX referral_from ON access.referral USING btree (from_agency, state)
CREATE INDEX referral_inbox ON access.referral USING btree (to_agency, COALESCE(sent_at, made_at), id) WHERE (ended_at IS NULL)
CREATE INDEX referral_organization ON access.referral USING btree (organization_id)
CREATE INDEX referral_outbox ON access.referral USING btree (from_agency, COALESCE(sent_at, made_at), id) WHERE (ended_at IS NULL)
CREATE INDEX referral_person ON access.referral USING btree (person_id)
CREATE INDEX referral_previous ON access.referral USING btree (previous_id)
CREATE INDEX referral_service ON access.referral USING btree (service_id, ended_at)
CREATE INDEX referral_to ON access.referral USING btree (to_agency, state)
CREATE TRIGGER referral_guard BEFORE INSERT OR DELETE OR UPDATE ON access.referral FOR EACH ROW EXECUTE FUNCTION access.guard_referral()
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('identity'::text) AS locked_persons))) AND (((from_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) OR ((( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has)) AND ((sent_by = ( SELECT platform.ctx_account() AS ctx_account)) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons)))))) OR ((to_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (sent_at IS NOT NULL) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) OR ( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR (( SELECT platform.ctx_has('clinician'::text) AS ctx_has) AND (handled_by = ( SELECT platform.ctx_account() AS ctx_account)))))))
grant SELECT to ct_staff

table access.referral_code (
  referral_id uuid not null
  code_hash bytea not null
  made_at timestamp with time zone not null
  constraint referral_code_code UNIQUE (code_hash)
  constraint referral_code_pkey PRIMARY KEY (referral_id)
  constraint referral_code_referral_fkey FOREIGN KEY (referral_id) REFERENCES access.referral(id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.referral_event (
  id uuid not null
  referral_id uuid not null
  at timestamp with time zone not null
  actor text not null
  account_id uuid
  step text not null
  from_state text not null
  to_state text not null
  reason text
  note_kind text
  on_day date
  constraint referral_event_actor CHECK ((actor = ANY (ARRAY['sender'::text, 'receiver'::text, 'person'::text, 'coordinator'::text, 'system'::text])))
  constraint referral_event_note_kind CHECK ((note_kind = ANY (ARRAY['request'::text, 'answer'::text, 'own'::text])))
  constraint referral_event_pkey PRIMARY KEY (id)
  constraint referral_event_referral_fkey FOREIGN KEY (referral_id) REFERENCES access.referral(id)
)
CREATE INDEX referral_event_referral ON access.referral_event USING btree (referral_id, at)
CREATE TRIGGER referral_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.referral_event FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_history()
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM access.referral r
  WHERE (r.id = referral_event.referral_id)))

table access.referral_link (
  id uuid not null
  referral_id uuid not null
  key_hash bytea not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  constraint referral_link_key UNIQUE (key_hash)
  constraint referral_link_pkey PRIMARY KEY (id)
  constraint referral_link_referral_fkey FOREIGN KEY (referral_id) REFERENCES access.referral(id)
)
CREATE INDEX referral_link_referral ON access.referral_link USING btree (referral_id)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.referral_note (
  id uuid not null
  referral_id uuid not null
  side text not null
  kind text not null
  body text not null
  at timestamp with time zone not null
  constraint referral_note_body CHECK ((length(body) <= 4000))
  constraint referral_note_kind CHECK ((kind = ANY (ARRAY['request'::text, 'answer'::text, 'own'::text])))
  constraint referral_note_pkey PRIMARY KEY (id)
  constraint referral_note_referral_fkey FOREIGN KEY (referral_id) REFERENCES access.referral(id)
  constraint referral_note_side CHECK ((side = ANY (ARRAY['sender'::text, 'receiver'::text, 'coordinator'::text, 'person'::text])))
)
CREATE INDEX referral_note_referral ON access.referral_note USING btree (referral_id)
CREATE TRIGGER referral_note_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.referral_note FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_history()
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table access.referral_reason (
  step text not null
  reason text not null
  constraint referral_reason_pkey PRIMARY KEY (step, reason)
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ( SELECT access.role_opens('identity'::text) AS role_opens)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.referral_term (
  name text not null
  unit text not null
  count integer not null
  constraint referral_term_count CHECK ((count >= 0))
  constraint referral_term_pkey PRIMARY KEY (name)
  constraint referral_term_unit CHECK ((unit = ANY (ARRAY['days'::text, 'working-days'::text])))
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ( SELECT access.role_opens('identity'::text) AS role_opens)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.referral_transition (
  step text not null
  from_state text not null
  to_state text not null
  actor text not null
  constraint referral_transition_actor CHECK ((actor = ANY (ARRAY['sender'::text, 'receiver'::text, 'person'::text, 'coordinator'::text, 'system'::text])))
  constraint referral_transition_pkey PRIMARY KEY (step, from_state, actor)
)
CREATE TRIGGER referral_transition_fixed BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON access.referral_transition FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_history()
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy read PERMISSIVE SELECT to ct_staff using ( SELECT access.role_opens('identity'::text) AS role_opens)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.release_count (
  id uuid not null
  month date not null
  subject text not null
  measure text not null
  step text
  published text not null
  released_at timestamp with time zone not null
  constraint release_count_pkey PRIMARY KEY (id)
  constraint release_count_subject CHECK ((subject ~ '^[a-z-]{1,40}$'::text))
)
CREATE UNIQUE INDEX release_count_once ON access.release_count USING btree (month, subject, measure, step) NULLS NOT DISTINCT
policy planned_with PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))
policy released PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.release_key (
  only_one boolean not null default true
  secret text not null
  constraint release_key_one CHECK (only_one)
  constraint release_key_pkey PRIMARY KEY (only_one)
)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_worker

table access.replay (
  id uuid not null
  list_id uuid not null
  first_id uuid not null
  second_id uuid not null
  last_month date not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  state text not null default 'asked'::text
  cells jsonb not null default '[]'::jsonb
  blocked jsonb not null default '[]'::jsonb
  ended_at timestamp with time zone
  constraint replay_asker FOREIGN KEY (asked_by) REFERENCES identity.account(id)
  constraint replay_ended CHECK (((state = 'asked'::text) = (ended_at IS NULL)))
  constraint replay_first FOREIGN KEY (first_id) REFERENCES access.priority(id)
  constraint replay_list FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint replay_month CHECK ((last_month = date_trunc('month'::text, (last_month)::timestamp with time zone)))
  constraint replay_pkey PRIMARY KEY (id)
  constraint replay_second FOREIGN KEY (second_id) REFERENCES access.priority(id)
  constraint replay_state CHECK ((state = ANY (ARRAY['asked'::text, 'released'::text, 'blocked'::text])))
  constraint replay_two CHECK ((first_id <> second_id))
)
CREATE INDEX replay_asked_by ON access.replay USING btree (asked_by)
CREATE INDEX replay_first_id ON access.replay USING btree (first_id)
CREATE INDEX replay_second_id ON access.replay USING btree (second_id)
CREATE UNIQUE INDEX replay_once ON access.replay USING btree (list_id, last_month, LEAST(first_id, second_id), GREATEST(first_id, second_id)) WHERE (state <> 'blocked'::text)
policy asked PERMISSIVE INSERT to ct_staff with check ((list_id IN ( SELECT access.kept_lists() AS kept_lists)) AND (asked_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (last_month < (date_trunc('month'::text, (( SELECT platform.ctx_today() AS ctx_today))::timestamp with time zone))::date))
policy kept PERMISSIVE SELECT to ct_staff using (list_id IN ( SELECT access.kept_lists() AS kept_lists))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy planned_with PERMISSIVE SELECT to ct_staff using ((state = 'released'::text) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has)))
policy worker_ends PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_staff
grant SELECT to ct_worker

table access.safety_alert (
  id uuid not null
  assessment_id uuid not null
  person_id uuid not null
  agency_id uuid not null
  section text not null
  link_id text not null
  answer jsonb not null
  raised_by uuid
  raised_at timestamp with time zone not null
  answered_by uuid
  answered_at timestamp with time zone
  outcome text
  note text
  constraint safety_alert_answered CHECK ((((answered_at IS NULL) = (outcome IS NULL)) AND ((answered_at IS NULL) = (note IS NULL)) AND ((note IS NULL) OR (length(note) >= 10))))
  constraint safety_alert_assessment_fkey FOREIGN KEY (assessment_id) REFERENCES access.assessment(id)
  constraint safety_alert_outcome CHECK ((outcome = ANY (ARRAY['safe-now'::text, 'plan-made'::text, 'crisis-line'::text, 'emergency'::text, 'handed-over'::text, 'not-reached'::text, 'mistake'::text])))
  constraint safety_alert_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint safety_alert_pkey PRIMARY KEY (id)
)
CREATE INDEX safety_alert_person ON access.safety_alert USING btree (person_id)
CREATE UNIQUE INDEX safety_alert_open ON access.safety_alert USING btree (assessment_id, link_id, answer) WHERE (answered_at IS NULL)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table access.schedule (
  id uuid not null
  service_id uuid
  location_id uuid
  valid_from date
  valid_to date
  freq text
  interval integer
  byday text
  bymonthday text
  opens_at text
  closes_at text
  attending_type text
  description platform.bilingual
  position integer not null default 0
  constraint schedule_freq CHECK ((freq = ANY (ARRAY['WEEKLY'::text, 'MONTHLY'::text])))
  constraint schedule_location_fkey FOREIGN KEY (location_id) REFERENCES access.location(id) ON DELETE CASCADE
  constraint schedule_of_something CHECK ((num_nonnulls(service_id, location_id) = 1))
  constraint schedule_pkey PRIMARY KEY (id)
  constraint schedule_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX schedule_location ON access.schedule USING btree (location_id)
CREATE INDEX schedule_service ON access.schedule USING btree (service_id)
CREATE TRIGGER schedule_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.schedule FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using ((service_id IN ( SELECT s.id
   FROM access.service s)) OR ((location_id IS NOT NULL) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.service (
  id uuid not null
  organization_id uuid not null
  name platform.bilingual not null
  alternate_name text
  description platform.bilingual not null
  only_language text
  url text
  email text
  status text not null
  minimum_age numeric
  maximum_age numeric
  eligibility_description platform.bilingual
  application_process platform.bilingual
  fees_description platform.bilingual
  interpretation_services platform.bilingual
  accreditations text
  licenses text
  alert platform.bilingual
  takes_referrals boolean not null default true
  assured_date date
  assured_by platform.bilingual
  assured_account uuid
  demonstration boolean not null default false
  known_from date not null default '0001-01-01'::date
  origin text not null
  content_hash text
  withdrawn_at timestamp with time zone
  changed_at timestamp with time zone not null
  sources jsonb not null default '[]'::jsonb
  feed text
  constraint service_assured CHECK (((assured_date IS NULL) = (assured_by IS NULL)))
  constraint service_maximum_age CHECK ((maximum_age >= minimum_age))
  constraint service_minimum_age CHECK ((minimum_age >= (0)::numeric))
  constraint service_only_language CHECK ((only_language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint service_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id)
  constraint service_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'import'::text, 'staff'::text])))
  constraint service_pkey PRIMARY KEY (id)
  constraint service_status CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily closed'::text])))
)
CREATE INDEX service_organization ON access.service USING btree (organization_id)
CREATE TRIGGER service_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.service FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy own_kept PERMISSIVE UPDATE to ct_staff using (organization_id IN ( SELECT access.own_organizations() AS own_organizations)) with check (((organization_id IN ( SELECT access.own_organizations() AS own_organizations)) AND (origin = 'staff'::text)) OR ((organization_id IN ( SELECT access.own_organizations() AS own_organizations)) AND (assured_account = ( SELECT platform.ctx_account() AS ctx_account))))
policy owner_reads_for_referral PERMISSIVE SELECT to ct_owner using true
policy standing_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((withdrawn_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_adds PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_changes PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.service_area (
  id uuid not null
  service_id uuid not null
  municipality_slug text
  everywhere boolean not null default false
  name platform.bilingual not null
  extent text
  extent_type text
  uri text
  constraint service_area_pkey PRIMARY KEY (id)
  constraint service_area_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX service_area_service ON access.service_area USING btree (service_id)
CREATE TRIGGER service_area_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.service_area FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy owner_reads_for_waits PERMISSIVE SELECT to ct_owner using true
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.service_at_location (
  id uuid not null
  service_id uuid not null
  location_id uuid not null
  description platform.bilingual
  constraint service_at_location_location_fkey FOREIGN KEY (location_id) REFERENCES access.location(id) ON DELETE CASCADE
  constraint service_at_location_pkey PRIMARY KEY (id)
  constraint service_at_location_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX service_at_location_location ON access.service_at_location USING btree (location_id)
CREATE INDEX service_at_location_service ON access.service_at_location USING btree (service_id)
CREATE TRIGGER service_at_location_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.service_at_location FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.service_capacity (
  id uuid not null
  service_id uuid not null
  unit_id uuid not null
  code text not null
  available numeric not null
  maximum numeric
  description platform.bilingual
  updated timestamp with time zone not null
  constraint service_capacity_available CHECK ((available >= (0)::numeric))
  constraint service_capacity_code CHECK ((code = ANY (ARRAY['capacity'::text, 'no-capacity'::text, 'waitlist'::text, 'additional-assessment-required'::text])))
  constraint service_capacity_maximum CHECK ((maximum >= (0)::numeric))
  constraint service_capacity_pkey PRIMARY KEY (id)
  constraint service_capacity_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
  constraint service_capacity_service_key UNIQUE (service_id)
  constraint service_capacity_unit_fkey FOREIGN KEY (unit_id) REFERENCES access.unit(id)
)
CREATE INDEX service_capacity_unit ON access.service_capacity USING btree (unit_id)
CREATE TRIGGER service_capacity_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.service_capacity FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using (service_id IN ( SELECT s.id
   FROM access.service s))
policy own_added PERMISSIVE INSERT to ct_staff with check (service_id IN ( SELECT access.own_services() AS own_services))
policy own_kept PERMISSIVE UPDATE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy own_removed PERMISSIVE DELETE to ct_staff using (service_id IN ( SELECT access.own_services() AS own_services))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff
grant UPDATE to ct_worker

table access.stay (
  id uuid not null
  person_id uuid not null
  agency_id uuid not null
  kind text not null
  place text
  start_date date not null
  end_date date
  evidence text not null
  entered_by uuid
  entered_at timestamp with time zone not null
  voided_at timestamp with time zone
  voided_by uuid
  constraint stay_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint stay_dates CHECK (((end_date IS NULL) OR (end_date >= start_date)))
  constraint stay_evidence CHECK ((evidence = ANY (ARRAY['observed'::text, 'reported'::text, 'verified'::text])))
  constraint stay_kind CHECK ((kind = ANY (ARRAY['unsheltered'::text, 'shelter'::text, 'hidden'::text, 'transitional'::text, 'institution'::text, 'housed'::text])))
  constraint stay_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint stay_pkey PRIMARY KEY (id)
  constraint stay_voided CHECK (((voided_at IS NULL) = (voided_by IS NULL)))
)
CREATE INDEX stay_person ON access.stay USING btree (person_id) WHERE (voided_at IS NULL)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy written PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (voided_at IS NULL) AND (NOT (person_id IN ( SELECT access.barred_persons() AS barred_persons))) AND (NOT (person_id IN ( SELECT access.locked_persons('housing'::text) AS locked_persons))) AND ( SELECT access.role_opens('housing'::text) AS role_opens) AND (EXISTS ( SELECT
   FROM access.person p
  WHERE ((p.id = stay.person_id) AND (p.agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))) AND (( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR (person_id IN ( SELECT access.assigned_persons() AS assigned_persons))))
grant INSERT to ct_staff

table access.taxonomy (
  id uuid not null
  name text not null
  description text not null
  uri text
  version text
  constraint taxonomy_pkey PRIMARY KEY (id)
)
CREATE TRIGGER taxonomy_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.taxonomy FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.taxonomy_term (
  id uuid not null
  taxonomy_id uuid not null
  code text not null
  name platform.bilingual not null
  description platform.bilingual not null
  parent_id uuid
  term_uri text
  position integer not null default 0
  constraint taxonomy_term_code_key UNIQUE (taxonomy_id, code)
  constraint taxonomy_term_parent_fkey FOREIGN KEY (parent_id) REFERENCES access.taxonomy_term(id)
  constraint taxonomy_term_pkey PRIMARY KEY (id)
  constraint taxonomy_term_taxonomy_fkey FOREIGN KEY (taxonomy_id) REFERENCES access.taxonomy(id)
)
CREATE INDEX taxonomy_term_parent ON access.taxonomy_term USING btree (parent_id)
CREATE TRIGGER taxonomy_term_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.taxonomy_term FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.unit (
  id uuid not null
  name text not null
  scheme text
  identifier text
  uri text
  constraint unit_pkey PRIMARY KEY (id)
)
CREATE TRIGGER unit_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.unit FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everyone_reads PERMISSIVE SELECT to ct_public, ct_staff using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.url (
  id uuid not null
  organization_id uuid
  service_id uuid
  label text
  url text not null
  constraint url_organization_fkey FOREIGN KEY (organization_id) REFERENCES access.organization(id) ON DELETE CASCADE
  constraint url_pkey PRIMARY KEY (id)
  constraint url_service_fkey FOREIGN KEY (service_id) REFERENCES access.service(id) ON DELETE CASCADE
)
CREATE INDEX url_organization ON access.url USING btree (organization_id)
CREATE INDEX url_service ON access.url USING btree (service_id)
CREATE TRIGGER url_content_changed AFTER INSERT OR DELETE OR UPDATE ON access.url FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy of_entry PERMISSIVE SELECT to ct_public, ct_staff using ((service_id IN ( SELECT s.id
   FROM access.service s)) OR (organization_id IN ( SELECT o.id
   FROM access.organization o)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table access.vacancy (
  id uuid not null
  list_id uuid not null
  agency_id uuid not null
  name text not null
  requirements jsonb not null
  available_on date not null
  answer_hours integer not null default 72
  state text not null default 'open'::text
  entered_by uuid
  entered_at timestamp with time zone not null
  ranked_at timestamp with time zone
  ended_at timestamp with time zone
  constraint vacancy_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint vacancy_answer_hours CHECK (((answer_hours >= 1) AND (answer_hours <= 720)))
  constraint vacancy_ended CHECK (((state = ANY (ARRAY['filled'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL)))
  constraint vacancy_list_fkey FOREIGN KEY (list_id) REFERENCES access.list(id)
  constraint vacancy_name CHECK (((length(name) >= 3) AND (length(name) <= 120)))
  constraint vacancy_pkey PRIMARY KEY (id)
  constraint vacancy_requirements CHECK ((jsonb_typeof(requirements) = 'array'::text))
  constraint vacancy_state CHECK ((state = ANY (ARRAY['open'::text, 'ranked'::text, 'filled'::text, 'withdrawn'::text])))
)
CREATE INDEX vacancy_list ON access.vacancy USING btree (list_id, entered_at DESC)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((list_id IN ( SELECT access.kept_lists() AS kept_lists)) OR ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT access.gives_vacancies() AS gives_vacancies)))
grant SELECT to ct_staff

CREATE OR REPLACE FUNCTION access.agencies_to_compare()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct p.agency_id from access.person p left join access.pair_search s on s.agency_id = p.agency_id where platform.ctx_actor() = 'worker'
    and (s.searched_until is null or p.changed_at > s.searched_until - interval '1 hour' or exists (select from access.instruction i where i.person_id = p.id and greatest(i.recorded_at, i.lifted_at) > s.searched_until - interval '1 hour'))
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.agency_answers(of_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from identity.membership m where m.agency_id = of_agency and m.role in ('intake-worker', 'access-supervisor')
    and m.from_date <= (select platform.ctx_today()) and (m.to_date is null or m.to_date >= (select platform.ctx_today())))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.alert_owners(of_alert uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with alert as (
    select s.* from access.safety_alert s where s.id = of_alert and (platform.ctx_actor() = 'worker' or (s.raised_at = platform.ctx_now() and s.raised_by is not distinct from platform.ctx_account()))
  ), staff as (
    select c.id as account, bool_or(m.role = 'access-supervisor') as supervises,
      exists (select from access.instruction i where i.person_id = alert.person_id and i.lifted_at is null and (i.category is null or i.category = alert.section)
        and (i.agency_id is null or i.agency_id = alert.agency_id) and (i.account_id is null or i.account_id = c.id)) as locked
    from alert join identity.membership m on m.agency_id = alert.agency_id join identity.account c on c.id = m.account_id
    where c.closed_at is null and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())
      and (m.role = 'access-supervisor' or ((m.role = 'clinician' or (m.role = 'intake-worker' and alert.section = 'housing'))
        and exists (select from access.assignment g where g.person_id = alert.person_id and g.account_id = c.id and g.from_date <= platform.ctx_today() and (g.to_date is null or g.to_date >= platform.ctx_today()))))
      and not exists (select from access.bar b where b.person_id = alert.person_id and b.account_id = c.id and b.ended_at is null)
    group by c.id, alert.person_id, alert.section, alert.agency_id
  )
  select s.account from staff s where not s.locked or (s.supervises and not exists (select from staff o where not o.locked))
  union select alert.raised_by from alert where alert.raised_by is not null
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.answer_alert(of_id uuid, of_outcome text, of_note text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found integer;
begin
  update access.safety_alert s set answered_at = platform.ctx_now(), answered_by = platform.ctx_account(), outcome = of_outcome, note = of_note
  where s.id = of_id and s.answered_at is null and platform.ctx_actor() = 'staff' and s.agency_id = platform.ctx_agency() and s.person_id not in (select access.barred_persons())
    and (platform.ctx_has('access-supervisor') or access.decide(s.person_id, s.section) = 'permit');
  get diagnostics found = row_count;
  return found > 0;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.answer_priority(new_id uuid, of_list uuid, of_person uuid, of_field text, given boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) or not exists (select from access.placed(of_list, platform.ctx_today()) p where p.person_id = of_person and not p.closed) then return false; end if;
  insert into access.priority_answer (id, list_id, person_id, field, answer, recorded_by, recorded_at) values (new_id, of_list, of_person, of_field, given, platform.ctx_account(), platform.ctx_now());
  perform platform.write_audit('access.answer-priority', 'person', of_person::text, 'permit', jsonb_build_object('field', of_field));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.answered_alerts(of_ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id from access.safety_alert s where platform.ctx_actor() = 'worker' and s.id = any (of_ids) and s.answered_at is not null
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.answered_referrals(of_outreach uuid)
 RETURNS TABLE(id uuid, answered boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.id, exists (select from access.outreach_attempt t where t.outreach_id = o.id) from access.outreach o
  where platform.ctx_actor() = 'worker' and (of_outreach is null or o.id = of_outreach) and (o.state <> 'new' or exists (select from access.outreach_attempt t where t.outreach_id = o.id)) and o.received_on > platform.ctx_today() - 400
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.apply_exchange(of_import uuid, batch jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  i access.exchange_import;
  c jsonb; r jsonb; e jsonb;
  person uuid; sought uuid;
  state text; did text; outcome text;
  shut boolean; hidden boolean; together boolean;
  stays_shut text;
  moment timestamptz := platform.ctx_now();
  results jsonb := '[]';
  own jsonb;
  slow text[];
  met_clients text[] := '{}';
  met_persons uuid[] := '{}';
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job takes rows in' using errcode = '42501'; end if;
  select * into i from access.exchange_import x where x.id = of_import and x.state = 'running' for update;
  if not found then raise exception 'this import does not run' using errcode = '42501'; end if;
  -- Stays that need to be looked at one by one: known from before, our own by their number, or twice among these rows. All others are written together below.
  slow := array(select g.id from jsonb_array_elements(batch) b(c), jsonb_to_recordset(b.c -> 'stays') g(id text) group by g.id
    having count(*) > 1 or access.exchange_own_id(g.id) is not null or exists (select from access.exchange_stay x where x.agency_id = i.agency_id and x.source_id = g.id));
  for c in select value from jsonb_array_elements(batch) loop
    own := '[]';
    -- The id first, in a value of its own: it leads to the index.
    select x.person_id into sought from access.exchange_client x where x.agency_id = i.agency_id and x.source_id = c ->> 'client';
    sought := coalesce(sought, access.exchange_own_id(c ->> 'client'));
    select p.id, p.state into person, state from access.person p where p.id = sought and p.agency_id = i.agency_id for update;
    shut := person is not null and (state in ('merged', 'void') or exists (select from access.bar b where b.person_id = person and b.account_id = i.uploaded_by and b.ended_at is null));
    hidden := person is not null and access.exchange_withheld(person, 'identity', i.agency_id, i.uploaded_by);
    outcome := null;
    if c -> 'person' is not null and not shut and not hidden then
      outcome := access.enter_exchange_person(i, person, c ->> 'client', c -> 'person');
      if person is null then select x.person_id into person from access.exchange_client x where x.agency_id = i.agency_id and x.source_id = c ->> 'client'; end if;
    end if;
    for r in select value from jsonb_array_elements(c -> 'rows') loop
      did := case when shut or hidden then 'refused closed' else case when r ->> 'row' = c ->> 'first' then outcome else 'unchanged' end end;
      if did not like 'refused%' then
        for e in select value from jsonb_array_elements(r -> 'aliases') loop
          if access.enter_exchange_alias(i, person, e) = 'entered' and did = 'unchanged' then did := 'updated'; end if;
        end loop;
        for e in select value from jsonb_array_elements(r -> 'consents') loop
          state := access.enter_exchange_consent(i, person, e);
          if state like 'refused%' then did := state; elsif state <> 'unchanged' and did = 'unchanged' then did := 'updated'; end if;
        end loop;
      end if;
      own := own || jsonb_build_object('kind', 'client', 'row', r -> 'row', 'did', did);
    end loop;
    stays_shut := case when person is null and (c ->> 'inFile')::boolean then 'refused client-refused' when person is null then 'refused unknown-client'
      when shut or access.exchange_withheld(person, 'housing', i.agency_id, i.uploaded_by) then 'refused closed' end;
    together := false;
    for r in select value from jsonb_array_elements(c -> 'stays') loop
      if stays_shut is null and not (r ->> 'id' = any (slow)) then
        together := true;
      else
        own := own || jsonb_build_object('kind', 'stay', 'row', r -> 'row', 'did', coalesce(stays_shut, access.enter_exchange_stay(i, person, r)));
      end if;
    end loop;
    if together then
      met_clients := met_clients || (c ->> 'client');
      met_persons := met_persons || person;
    end if;
    for r in select value from jsonb_array_elements(c -> 'refused') loop own := own || (r || jsonb_build_object('did', 'refused ' || (r ->> 'reason'))); end loop;
    for r in select value from jsonb_array_elements(c -> 'skipped') loop own := own || (r || '{"did": "skipped"}'); end loop;
    results := results || own;
    if together or person is not null and own @? '$[*] ? (@.did == "entered" || @.did == "updated")' then
      perform platform.write_audit('access.import-person', 'person', person::text, 'permit', jsonb_build_object('import', of_import));
    end if;
  end loop;
  with given as materialized (
    select gen_random_uuid() as stay, m.person, g.row, g.id, g.kind, g.place, g.start, g."end", g.evidence from jsonb_array_elements(batch) b(c) join unnest(met_clients, met_persons) m(client, person) on m.client = b.c ->> 'client',
      jsonb_to_recordset(b.c -> 'stays') g("row" integer, id text, kind text, place text, start date, "end" date, evidence text) where not (g.id = any (slow))
  ), written as (
    insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
      select g.stay, g.person, i.agency_id, g.kind, g.place, g.start, g."end", g.evidence, i.uploaded_by, moment from given g
  ), known as (
    insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) select i.agency_id, g.id, g.stay, i.id from given g
  )
  select results || coalesce(jsonb_agg(jsonb_build_object('kind', 'stay', 'row', g.row, 'did', 'entered')), '[]') into results from given g;
  update access.exchange_row x set state = split_part(d.did, ' ', 1), reason = nullif(split_part(d.did, ' ', 2), ''), field = d.field
    from jsonb_to_recordset(results) d(kind text, "row" integer, did text, field text) where x.import_id = of_import and x.kind = d.kind and x.row = d.row and x.state = 'waiting';
  update access.exchange_import x set entered = x.entered + n.entered, updated = x.updated + n.updated, unchanged = x.unchanged + n.unchanged, skipped = x.skipped + n.skipped, refused = x.refused + n.refused
    from (select count(*) filter (where d.did = 'entered') as entered, count(*) filter (where d.did = 'updated') as updated, count(*) filter (where d.did = 'unchanged') as unchanged,
      count(*) filter (where d.did = 'skipped') as skipped, count(*) filter (where d.did like 'refused%') as refused from jsonb_to_recordset(results) d(did text)) n where x.id = of_import;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.assigned_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.person_id from access.assignment a where a.account_id = (select platform.ctx_account()) and a.from_date <= (select platform.ctx_today()) and (a.to_date is null or a.to_date >= (select platform.ctx_today()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.barred_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select b.person_id from access.bar b where b.account_id = (select platform.ctx_account()) and b.ended_at is null
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.begin_assessment(new_id uuid, of_person uuid, of_instrument text, of_hash text, by_person boolean, in_language text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  of_section text := (select v.section from access.questionnaire_version v where v.hash = of_hash);
begin
  if of_section is null or not coalesce(access.writes_assessment(of_person, of_section), false) then return false; end if;
  insert into access.assessment (id, person_id, agency_id, instrument, hash, section, revision, filled_by, language, response, begun_by, begun_at, saved_by, saved_at)
  values (new_id, of_person, platform.ctx_agency(), of_instrument, of_hash, of_section, 0, case when by_person then 'person' else 'staff' end, in_language,
    '{"resourceType": "QuestionnaireResponse", "status": "in-progress"}', platform.ctx_account(), platform.ctx_now(), platform.ctx_account(), platform.ctx_now())
  on conflict do nothing;
  return exists (select from access.assessment a where a.id = new_id and a.person_id = of_person and a.instrument = of_instrument);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.blocks_of(search_key text, birth date)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  f text := nullif(access.sound_of(split_part(search_key, ' ', 1)), '');
  g text := nullif(access.sound_of(split_part(search_key, ' ', 2)), '');
  y text := extract(year from birth)::integer::text;
  m text := extract(month from birth)::integer::text;
  d text := extract(day from birth)::integer::text;
begin
  return array_remove(array['day:' || y || '-' || m || '-' || d, 'both:' || case when f < g then f || ' ' || g else g || ' ' || f end, 'f-year:' || f || ' ' || y, 'f-day:' || f || ' ' || m || '-' || d,
    'g-day:' || g || ' ' || m || '-' || d, 'g-month:' || g || ' ' || y || '-' || m], null);
end $function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.calls_today(of_outreach uuid)
 RETURNS TABLE(outreach_id uuid, slot_id uuid, account_id uuid, done_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.id, s.id, s.account_id, (select t.on_date from access.outreach_attempt t where t.outreach_id = s.outreach_id and t.account_id = s.account_id and t.on_date = platform.ctx_today() limit 1)
  from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where platform.ctx_actor() = 'worker' and (of_outreach is null or o.id = of_outreach) and o.state in ('new', 'joined') and s.weekday = extract(isodow from platform.ctx_today())
    and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today())
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.candidate_pairs(of_agency uuid)
 RETURNS TABLE(left_id uuid, right_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  return query
    with allowed as materialized (select access.comparable(of_agency) as id), changed as materialized (select access.changed_persons(of_agency) as id),
    blocked as (
      select least(i.person_id, o.person_id) as l, greatest(i.person_id, o.person_id) as r from changed c join access.person_identity i on i.person_id = c.id
        join access.person_identity o on o.blocks && i.blocks and o.agency_id = of_agency and o.person_id <> i.person_id
      union select least(a.person_id, o.person_id), greatest(a.person_id, o.person_id) from changed c join access.person_alias a on a.person_id = c.id
        join access.person_identity o on o.blocks && a.blocks and o.agency_id = of_agency and o.person_id <> a.person_id
      union select least(i.person_id, o.person_id), greatest(i.person_id, o.person_id) from changed c join access.person_contact i on i.person_id = c.id
        join access.person_contact o on o.blocks && i.blocks and o.agency_id = of_agency and o.person_id <> i.person_id)
    select b.l, b.r from blocked b where b.l in (select id from allowed) and b.r in (select id from allowed)
      and not exists (select from access.person_pair p where p.left_id = b.l and p.right_id = b.r and p.state <> 'suggested') order by b.l, b.r limit 100000;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.care_dues(of_plan uuid)
 RETURNS TABLE(kind text, subject text, person_id uuid, agency_id uuid, coordinator_id uuid, due_on date, kept_on date, age_slug text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with plan as (select c.* from access.care_plan c join access.person p on p.id = c.person_id
    where platform.ctx_actor() = 'worker' and (of_plan is null or c.id = of_plan) and c.standing = 'active' and p.state = 'active')
  select 'care-review', c.id::text || '/' || r.id, c.person_id, c.agency_id, c.coordinator_id, r.due_on, r.held_on, null::text from plan c join access.care_review r on r.plan_id = c.id
    where r.held_on is null or r.held_on > platform.ctx_today() - 31
  union all select 'care-goal', c.id::text || '/' || g.id || '/' || g.review_on, c.person_id, c.agency_id, c.coordinator_id, g.review_on, null, null from plan c join access.care_goal g on g.plan_id = c.id where g.state = 'open'
  union all select 'care-age', c.id::text || '/' || a.slug, c.person_id, c.agency_id, c.coordinator_id, d.due_on, n.done_on, a.slug
    from plan c join access.person_identity i on i.person_id = c.person_id and i.birth_date is not null
    join access.care_age a on a.removed_at is null and a.from_date <= platform.ctx_today() and (a.until_date is null or a.until_date >= platform.ctx_today()) and (a.audience = 'everybody' or c.leaving_care)
    cross join lateral (select (i.birth_date + make_interval(years => a.age))::date - case a.due when 'before' then 1 else 0 end as due_on) d
    left join access.care_age_done n on n.plan_id = c.id and n.age_slug = a.slug
    where d.due_on between c.opened_on and platform.ctx_today() + 90 and (n.done_on is null or n.done_on > platform.ctx_today() - 31)
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.care_traces()
 RETURNS TABLE(plan_id uuid, pathway_slug text, standing text, kind text, step text, round integer, on_date date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.plan_id, c.pathway_slug, c.standing, s.kind, s.step, s.round, s.on_date from access.care_step s join access.care_plan c on c.id = s.plan_id where platform.ctx_actor() = 'worker' order by s.plan_id, s.recorded_at, s.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.change_list(new_id uuid, of_list uuid, of_person uuid, new_state text, given_reason text, from_day date, given_note text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  may boolean := platform.ctx_actor() = 'staff' and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons('identity'))
    and ((of_list in (select access.kept_lists()) and of_person in (select t.person_id from access.list_standing(of_list, platform.ctx_today(), platform.ctx_now()) t))
      or (access.decide(of_person, 'housing') = 'permit' and of_person not in (select access.opened_persons()) and exists (select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency())));
  earlier text;
begin
  if not may or from_day > platform.ctx_today() then return false; end if;
  select h.to_state into earlier from access.list_change h where h.list_id = of_list and h.person_id = of_person and h.effective <= from_day order by h.effective desc, h.recorded_at desc, h.place desc limit 1;
  insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at, recorded_by, note)
    values (new_id, of_list, of_person, earlier, new_state, given_reason, from_day, platform.ctx_now(), platform.ctx_account(), given_note);
  return true;
exception when check_violation then
  return false;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.changed_persons(of_agency uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p left join access.pair_search s on s.agency_id = p.agency_id where platform.ctx_actor() = 'worker' and p.agency_id = of_agency
    and (s.searched_until is null or p.changed_at > s.searched_until - interval '1 hour' or exists (select from access.instruction i where i.person_id = p.id and greatest(i.recorded_at, i.lifted_at) > s.searched_until - interval '1 hour'))
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.close_list(of_vacancy uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v access.vacancy;
  today date := platform.ctx_today();
  rules uuid;
  hidden access.draw_seed;
  sign text;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.list_id not in (select access.kept_lists()) or v.state <> 'open' then return null; end if;
  rules := access.priority_in_force(v.list_id, today);
  if rules is null then return null; end if;
  select * into hidden from access.draw_seed s where s.draw_id = v.id;
  insert into access.decision_person (vacancy_id, token, person_id)
    select v.id, left(encode(sha256(convert_to(hidden.salt || ' ' || v.id || ' ' || p.person_id, 'UTF8')), 'hex'), 32), p.person_id from access.placed(v.list_id, today) p;
  sign := encode(sha256(convert_to(coalesce((select string_agg(d.token, E'\n' order by d.token) from access.decision_person d where d.vacancy_id = v.id), ''), 'UTF8')), 'hex');
  update access.draw d set beacon = sign, seed = hidden.seed, opened_at = platform.ctx_now() where d.id = v.id;
  update access.vacancy x set state = 'ranked', ranked_at = platform.ctx_now() where x.id = v.id;
  perform platform.write_audit('access.close-list', 'vacancy', v.id::text, 'permit', '{}');
  return jsonb_build_object('priority', rules, 'seed', hidden.seed, 'beacon', sign,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('token', d.token, 'birthDate', p.birth_date, 'listDate', p.list_date, 'household', p.household, 'veteran', p.veteran, 'indigenous', p.indigenous,
        'needHash', p.need_hash, 'needTotal', p.need_total) order by d.token), '[]') from access.placed(v.list_id, today) p join access.decision_person d on d.vacancy_id = v.id and d.person_id = p.person_id),
    'stays', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'provider', s.agency_id, 'kind', s.kind, 'start', s.start_date, 'end', s.end_date, 'evidence', s.evidence) order by d.token, s.start_date, s.id), '[]')
      from access.decision_person d join access.stay s on s.person_id = d.person_id where d.vacancy_id = v.id and s.voided_at is null and s.start_date <= today),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'place', o.place, 'by', o.by_name, 'reason', o.reason) order by o.set_at, o.id), '[]')
      from access.priority_override o join access.decision_person d on d.vacancy_id = v.id and d.person_id = o.person_id where o.list_id = v.list_id and o.ended_at is null));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.close_stay(stay uuid, last_day date, as_void boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  person uuid := (select s.person_id from access.stay s where s.id = stay and s.voided_at is null and s.agency_id = platform.ctx_agency());
begin
  if person is null or access.decide(person, 'housing') <> 'permit' or not exists (select from access.person p where p.id = person and p.agency_id = platform.ctx_agency()) or person in (select access.opened_persons()) then return false; end if;
  if as_void then update access.stay s set voided_at = platform.ctx_now(), voided_by = platform.ctx_account() where s.id = stay;
  else update access.stay s set end_date = last_day where s.id = stay and s.start_date <= last_day and last_day <= platform.ctx_today(); end if;
  return found;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.closed_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select access.barred_persons() union select access.locked_persons('identity') union select access.locked_persons('housing')
$function$

CREATE OR REPLACE FUNCTION access.comparable(of_agency uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p where platform.ctx_actor() = 'worker' and p.agency_id = of_agency and p.state in ('active', 'inactive') and p.id not in (
    select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = 'identity') and i.account_id is null and (i.agency_id is null or i.agency_id = of_agency))
$function$

CREATE OR REPLACE FUNCTION access.contact_blocks_of(phone text, email text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array(select part from (values ('phone:' || case when length(regexp_replace(phone, '\D', '', 'g')) >= 7 then right(regexp_replace(phone, '\D', '', 'g'), 10) end), ('email:' || nullif(lower(email), ''))) t(part)
    where part is not null)
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.coordinated_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.person_id from access.consent c where c.to_agencies @> array[platform.ctx_agency()] and 'coordination' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.count_closed(of_list uuid, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when of_list in (select access.kept_lists()) then (select count(*)::integer from access.placed(of_list, on_day) p where p.closed) else 0 end
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.count_declines(of_list uuid, from_day date, to_day date, zone text)
 RETURNS TABLE(declined_by text, reason text, n integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.declined_by, o.reason, count(*)::integer from access.offer o join access.vacancy v on v.id = o.vacancy_id
  where v.list_id = of_list and of_list in (select access.kept_lists()) and o.state = 'declined' and (o.ended_at at time zone zone)::date between from_day and to_day group by 1, 2
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.count_intakes()
 RETURNS TABLE(point_slug text, level text, waiting integer, late integer, taken integer, closed_lately integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.point_slug, i.level, count(*) filter (where i.state = 'open')::integer, count(*) filter (where i.state = 'open' and i.due_at <= (select platform.ctx_now()))::integer,
    count(*) filter (where i.state = 'open' and i.taken_by is not null)::integer, count(*) filter (where i.state <> 'open' and i.closed_at > (select platform.ctx_now()) - interval '30 days')::integer
  from access.intake i
  where (select platform.ctx_actor()) = 'staff' and ((select platform.ctx_has('coordinator'))
    or (i.agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))))
  group by i.point_slug, i.level
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.count_service_levels(from_day date, to_day date, time_zone text)
 RETURNS TABLE(organization_id uuid, person_id uuid, sent_at timestamp with time zone, seen_at timestamp with time zone, answered_at timestamp with time zone, accepted_at timestamp with time zone, paused_to_answer integer, paused_to_accept integer, service_days double precision, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.* from access.referral_levels(from_day, to_day, time_zone) l where platform.ctx_actor() = 'worker'
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.count_wait_groups(time_zone text)
 RETURNS TABLE(dimension text, part text, people integer, median_days double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with places as materialized (select distinct a.municipality_slug as slug, lower(btrim(n.name)) as name from access.service_area a cross join lateral (values (a.name ->> 'en'), (a.name ->> 'fr'), (a.municipality_slug)) n(name)
    where a.municipality_slug is not null),
  waited as materialized (
    select r.person_id, greatest(0, (r.first_service_on - (r.sent_at at time zone time_zone)::date) - coalesce(r.paused_to_service, 0) / 86400)::double precision as days,
      case when cardinality(i.languages) > 0 and not exists (select from unnest(i.languages) l(said) where lower(l.said) ~ '^(en|fr|eng|fra)$|english|french|anglais|français') then 'other' else p.language end as language,
      case when i.birth_date is null then 'unknown' else (select b.part from (values (18, 'under-18'), (25, '18-24'), (45, '25-44'), (65, '45-64'), (1000, '65-over')) b(below, part)
        where extract(year from age(r.sent_at at time zone time_zone, i.birth_date)) < b.below order by b.below limit 1) end as age,
      coalesce((select min(m.slug) from places m where m.name = lower(btrim(i.municipality))), case when coalesce(btrim(i.municipality), '') = '' then 'unknown' else 'elsewhere' end) as municipality
    from access.referral r join access.person p on p.id = r.person_id left join access.person_identity i on i.person_id = r.person_id
    where r.closed_at > platform.ctx_now() - interval '12 months' and r.closed_at <= platform.ctx_now() and r.first_service_on is not null and platform.ctx_actor() = 'worker')
  select g.dimension, g.part, count(distinct w.person_id)::integer, percentile_cont(0.5) within group (order by w.days)
  from (select 'language' as dimension, unnest(array['en', 'fr', 'other']) as part union all select 'age', unnest(array['under-18', '18-24', '25-44', '45-64', '65-over', 'unknown'])
    union all select distinct 'municipality', m.slug from places m union all select 'municipality', unnest(array['elsewhere', 'unknown'])) g
  left join waited w on g.part = case g.dimension when 'language' then w.language when 'age' then w.age else w.municipality end
  group by g.dimension, g.part order by g.dimension, g.part
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.count_waits(time_zone text)
 RETURNS TABLE(service_id uuid, people integer, median_days double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.service_id, count(*)::integer, percentile_cont(0.5) within group (order by greatest(0, (r.first_service_on - (r.sent_at at time zone time_zone)::date) - r.paused_to_service / 86400))
  from access.referral r where r.closed_at > platform.ctx_now() - interval '12 months' and r.closed_at <= platform.ctx_now() and r.first_service_on is not null
  group by r.service_id
$function$
-- execute: ct_worker

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

CREATE OR REPLACE FUNCTION access.draft_referral(new_id uuid, of_person uuid, of_service uuid, given jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  before uuid := (given ->> 'previous')::uuid;
begin
  if not access.may_refer(of_person) or (before is not null and not exists (select from access.referral r where r.id = before and r.person_id = of_person
    and r.from_agency = platform.ctx_agency() and r.state in ('declined', 'failed', 'expired'))) then
    perform platform.write_audit('access.draft-referral', 'person', of_person::text, 'refuse', '{}');
    return false;
  end if;
  insert into access.referral (id, person_id, service_id, organization_id, from_agency, to_agency, by_link, previous_id, need, urgency, handoff_at, handoff_with, handoff_by, sent_by, made_at)
  select new_id, of_person, s.id, o.id, platform.ctx_agency(), o.agency_id, not coalesce(access.agency_answers(o.agency_id), false), before, given ->> 'need', given ->> 'urgency',
    (given ->> 'handoffAt')::timestamptz, given ->> 'handoffWith', case when given ->> 'handoffWith' is not null then platform.ctx_account() end, platform.ctx_account(), platform.ctx_now()
  from access.service s join access.organization o on o.id = s.organization_id where s.id = of_service;
  if not found then return false; end if;
  if coalesce(given ->> 'request', '') <> '' then
    insert into access.referral_note (id, referral_id, side, kind, body, at) values (gen_random_uuid(), new_id, 'sender', 'request', given ->> 'request', platform.ctx_now());
  end if;
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.empty_intake(of_intake uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  delete from access.intake_detail where intake_id = of_intake;
  update access.intake_event set note = null where intake_id = of_intake and note is not null;
  update access.hand_off set agreed = null where intake_id = of_intake and agreed is not null;
  update access.intake set erased_at = platform.ctx_now(), code_hash = null, age_band = null, knows = null, due_for = null, due_on = null, due_at = null where id = of_intake;
end $function$

CREATE OR REPLACE FUNCTION access.end_outreach()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from access.outreach_contact where outreach_id = new.id;
  update access.outreach_slot set to_date = new.ended_on - 1 where outreach_id = new.id and (to_date is null or to_date >= new.ended_on);
  if new.state <> 'left' then delete from access.outreach_note where outreach_id = new.id; end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.ending_consents()
 RETURNS TABLE(id uuid, person_id uuid, agency_id uuid, expires_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id, c.person_id, p.agency_id, c.expires_on from access.consent c join access.person p on p.id = c.person_id
  where platform.ctx_actor() = 'worker' and c.withdrawn_at is null and p.state = 'active' and c.expires_on between platform.ctx_today() and platform.ctx_today() + 30
    and not exists (select from access.consent r where r.renews = c.id and r.withdrawn_at is null)
  order by c.expires_on, c.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.enter_exchange_alias(i access.exchange_import, person uuid, name jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if exists (select from access.person_alias a where a.person_id = person and a.given_name = name ->> 'given' and a.family_name = name ->> 'family') then return 'unchanged'; end if;
  insert into access.person_alias (id, person_id, agency_id, given_name, family_name, search_key) values (gen_random_uuid(), person, i.agency_id, name ->> 'given', name ->> 'family', name ->> 'key');
  return 'entered';
end $function$

CREATE OR REPLACE FUNCTION access.enter_exchange_consent(i access.exchange_import, person uuid, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  of_agency uuid := (given ->> 'to')::uuid;
  own uuid := access.exchange_own_id(given ->> 'id');
  earlier access.consent;
  fresh uuid := gen_random_uuid();
  wanted text[] := array(select jsonb_array_elements_text(given -> 'purposes'));
begin
  if not exists (select from identity.agency a join identity.agency o on o.id = i.agency_id where a.id = of_agency and a.demonstration = o.demonstration) then return 'refused unknown-provider'; end if;
  if exists (select from access.consent c where c.id = own and c.person_id = person) then return 'unchanged'; end if;
  select c.* into earlier from access.exchange_consent x join access.consent c on c.id = x.consent_id
    where x.agency_id = i.agency_id and x.source_id = given ->> 'id' and x.to_agency = of_agency and c.person_id = person;
  if found and (earlier.withdrawn_at is not null or (earlier.starts_on = (given ->> 'start')::date and earlier.purposes @> wanted and earlier.purposes <@ wanted
      and (given ->> 'expires' is null or earlier.expires_on is not distinct from (given ->> 'expires')::date))) then return 'unchanged'; end if;
  insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, recorded_by, recorded_at)
    select fresh, person, 'self', wanted, array['identity', 'housing'], array[of_agency], 'exchange', p.language, 'written', (given ->> 'start')::date, (given ->> 'expires')::date, i.uploaded_by, platform.ctx_now()
    from access.person p where p.id = person;
  update access.consent c set withdrawn_at = platform.ctx_now(), withdrawn_how = 'exchange' where c.id = earlier.id and c.withdrawn_at is null;
  insert into access.exchange_consent (agency_id, source_id, to_agency, consent_id) values (i.agency_id, given ->> 'id', of_agency, fresh)
    on conflict (agency_id, source_id, to_agency) do update set consent_id = excluded.consent_id;
  return case when earlier.id is null then 'entered' else 'updated' end;
end $function$

CREATE OR REPLACE FUNCTION access.enter_exchange_person(i access.exchange_import, known uuid, source_id text, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  person uuid := coalesce(known, gen_random_uuid());
  made boolean := known is null;
begin
  if made then
    insert into access.person (id, agency_id, language, demonstration, entered_by, entered_at, changed_at)
      select person, i.agency_id, coalesce(given ->> 'language', 'en'), a.demonstration, i.uploaded_by, platform.ctx_now(), platform.ctx_now() from identity.agency a where a.id = i.agency_id;
    insert into access.exchange_client (agency_id, source_id, person_id) values (i.agency_id, source_id, person);
  end if;
  insert into access.person_identity as p (person_id, agency_id, given_name, family_name, birth_date, gender, search_key)
    values (person, i.agency_id, given ->> 'given', given ->> 'family', (given ->> 'birth')::date, given ->> 'gender', given ->> 'key')
    on conflict (person_id) do update set given_name = excluded.given_name, family_name = excluded.family_name, birth_date = coalesce(excluded.birth_date, p.birth_date),
      birth_estimated = p.birth_estimated and excluded.birth_date is not distinct from p.birth_date, gender = coalesce(excluded.gender, p.gender), search_key = excluded.search_key
    where (p.given_name, p.family_name, p.birth_date, p.gender) is distinct from (excluded.given_name, excluded.family_name, coalesce(excluded.birth_date, p.birth_date), coalesce(excluded.gender, p.gender));
  if made then return 'entered'; end if;
  if found then update access.person p set changed_at = platform.ctx_now(), anonymous = false, language = coalesce(given ->> 'language', p.language) where p.id = person; return 'updated'; end if;
  update access.person p set changed_at = platform.ctx_now(), language = given ->> 'language' where p.id = person and p.language <> given ->> 'language';
  return case when found then 'updated' else 'unchanged' end;
end $function$

CREATE OR REPLACE FUNCTION access.enter_exchange_stay(i access.exchange_import, person uuid, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  own uuid := access.exchange_own_id(given ->> 'id');
  earlier access.stay;
  met uuid;
  fresh uuid := gen_random_uuid();
  first_day date := (given ->> 'start')::date;
  last_day date;
  at_place text;
begin
  select s.* into earlier from access.stay s where s.id = own and s.agency_id = i.agency_id and s.person_id = person;
  if not found then
    select s.* into earlier from access.exchange_stay x join access.stay s on s.id = x.stay_id where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
    select x.import_id into met from access.exchange_stay x where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
    if met = i.id then return 'refused twice'; end if;
  end if;
  last_day := coalesce((given ->> 'end')::date, earlier.end_date);
  at_place := coalesce(given ->> 'place', earlier.place);
  if last_day < first_day then return 'refused end-before-start'; end if;
  if earlier.id is null then
    insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
      values (fresh, person, i.agency_id, given ->> 'kind', at_place, first_day, last_day, given ->> 'evidence', i.uploaded_by, platform.ctx_now());
    insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) values (i.agency_id, given ->> 'id', fresh, i.id);
    return 'entered';
  end if;
  -- The source moved the stay to another client: the one before loses it, where her record is not closed to the import either.
  if earlier.person_id <> person then
    if exists (select from access.bar b where b.person_id = earlier.person_id and b.account_id = i.uploaded_by and b.ended_at is null) or access.exchange_withheld(earlier.person_id, 'housing', i.agency_id, i.uploaded_by) then return 'refused closed'; end if;
    perform platform.write_audit('access.import-person', 'person', earlier.person_id::text, 'permit', jsonb_build_object('import', i.id));
  end if;
  update access.exchange_stay x set import_id = i.id where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
  if earlier.voided_at is not null or (earlier.person_id, earlier.kind, earlier.start_date, earlier.evidence, coalesce(earlier.place, ''), earlier.end_date)
    is not distinct from (person, given ->> 'kind', first_day, given ->> 'evidence', coalesce(at_place, ''), last_day) then return 'unchanged'; end if;
  if (earlier.person_id, earlier.kind, earlier.start_date, earlier.evidence, coalesce(earlier.place, '')) is not distinct from (person, given ->> 'kind', first_day, given ->> 'evidence', coalesce(at_place, ''))
    and earlier.end_date is null then
    update access.stay s set end_date = last_day where s.id = earlier.id;
    return 'updated';
  end if;
  update access.stay s set voided_at = platform.ctx_now(), voided_by = i.uploaded_by where s.id = earlier.id;
  insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
    values (fresh, person, i.agency_id, given ->> 'kind', at_place, first_day, last_day, given ->> 'evidence', i.uploaded_by, platform.ctx_now());
  insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) values (i.agency_id, given ->> 'id', fresh, i.id)
    on conflict (agency_id, source_id) do update set stay_id = excluded.stay_id;
  return 'updated';
end $function$

CREATE OR REPLACE FUNCTION access.entered_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p where p.entered_by = platform.ctx_account() and p.agency_id = platform.ctx_agency() and p.entered_at = platform.ctx_now()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.erase_exchanges(before timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  old uuid[];
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the nightly job erases' using errcode = '42501'; end if;
  old := array(select i.id from access.exchange_import i where i.erased_at is null and i.uploaded_at < before);
  delete from access.exchange_row r where r.import_id = any (old);
  update access.exchange_import i set erased_at = platform.ctx_now(), headers = '{}', mapping = '{}', state = case when i.state in ('staged', 'running') then 'dropped' else i.state end where i.id = any (old);
  return cardinality(old);
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.exchange_own_id(source_id text)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when source_id ~ '^ct-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then substr(source_id, 4)::uuid end
$function$

CREATE OR REPLACE FUNCTION access.exchange_withheld(of_person uuid, section text, agency uuid, account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from access.instruction n where n.person_id = of_person and n.lifted_at is null and (n.category is null or n.category = section)
    and (n.agency_id is null or n.agency_id = agency) and (n.account_id is null or n.account_id = account))
$function$

CREATE OR REPLACE FUNCTION access.exchangeable(section text, to_agency uuid, purpose text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p where platform.ctx_actor() = 'staff' and (platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')) and access.role_opens(section)
    and p.agency_id = platform.ctx_agency() and p.state in ('active', 'inactive') and (platform.ctx_has('access-supervisor') or p.id in (select access.assigned_persons()))
    and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons(section)) and p.id not in (select access.locked_persons('identity'))
    and (to_agency is null or (exists (select from access.consent c where c.person_id = p.id and c.to_agencies @> array[to_agency] and purpose = any (c.purposes) and c.categories @> array['identity', section]
        and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today()))
      and not exists (select from access.instruction n where n.person_id = p.id and n.lifted_at is null and (n.category is null or n.category in ('identity', section)) and (n.agency_id is null or n.agency_id = to_agency))))
$function$

CREATE OR REPLACE FUNCTION access.exchanged_imports()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.id from access.exchange_import i where platform.ctx_actor() = 'staff' and platform.ctx_has('access-supervisor') and i.agency_id = platform.ctx_agency()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.export_clients(to_agency uuid, purpose text)
 RETURNS TABLE(client text, given_name text, family_name text, birth_date date, gender text, language text, aliases jsonb, consent text, purposes text[], to_slug text, starts_on date, expires_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  people uuid[] := array(select access.exchangeable('identity', to_agency, purpose));
begin
  perform platform.write_audit('access.export-person', 'person', p::text, 'permit', jsonb_build_object('part', 'clients', 'to', to_agency)) from unnest(people) p;
  return query
    select coalesce((select min(x.source_id) from access.exchange_client x where x.person_id = p.id and x.agency_id = p.agency_id), 'ct-' || p.id), i.given_name, i.family_name, i.birth_date, i.gender, p.language,
      coalesce((select jsonb_agg(jsonb_build_object('given', a.given_name, 'family', a.family_name) order by a.family_name, a.given_name) from access.person_alias a where a.person_id = p.id), '[]'),
      c.source, c.purposes, c.slug, c.starts_on, c.expires_on
    from access.person p join access.person_identity i on i.person_id = p.id
      left join lateral (
        select coalesce((select min(x.source_id) from access.exchange_consent x where x.consent_id = k.id and x.to_agency = g.id), 'ct-' || k.id) as source, k.purposes, g.slug, k.starts_on, k.expires_on
        from access.consent k join identity.agency g on g.id = any (k.to_agencies)
        where k.person_id = p.id and k.withdrawn_at is null and (k.expires_on is null or k.expires_on >= platform.ctx_today()) and k.starts_on <= platform.ctx_today() and k.categories @> array['identity', 'housing']
          and k.given_by = 'self' and k.purposes && array['care', 'list'] and (to_agency is null or g.id = to_agency)) c on true
    where p.id = any (people) order by 1, c.source, c.slug;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.export_stays(to_agency uuid, purpose text)
 RETURNS TABLE(client text, stay text, kind text, place text, start_date date, end_date date, evidence text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  people uuid[] := array(select access.exchangeable('housing', to_agency, purpose));
begin
  perform platform.write_audit('access.export-person', 'person', p::text, 'permit', jsonb_build_object('part', 'stays', 'to', to_agency)) from unnest(people) p;
  return query
    select coalesce((select min(x.source_id) from access.exchange_client x where x.person_id = s.person_id and x.agency_id = s.agency_id), 'ct-' || s.person_id),
      coalesce((select min(x.source_id) from access.exchange_stay x where x.stay_id = s.id), 'ct-' || s.id), s.kind, s.place, s.start_date, s.end_date, s.evidence
    from access.stay s where s.person_id = any (people) and s.agency_id = platform.ctx_agency() and s.voided_at is null order by 1, s.start_date, 2;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.fail_exchange(of_import uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job ends an import' using errcode = '42501'; end if;
  update access.exchange_import i set state = 'failed', ended_at = platform.ctx_now() where i.id = of_import and i.state = 'running';
  return found;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.find_persons(family text, given text, birth date)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  -- Behind every letter.
  last constant text := chr(1114111);
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
  reach uuid[] := array(select access.reached_persons());
  closed uuid[] := case when own is null then '{}' else array(select access.barred_persons() union select access.locked_persons('identity')) end;
  sought text[] := access.sounds_of(family || ' ' || given);
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select f.id from (
      select i.person_id as id, i.agency_id as agency, 0 as place, i.search_key as key from access.person_identity i
        where family <> '' and i.search_key ~>=~ family and i.search_key ~<~ (family || last) and starts_with(split_part(i.search_key, ' ', 2), given)
      union all select i.person_id, i.agency_id, 0, i.search_key from access.person_identity i
        where family = '' and given <> '' and split_part(i.search_key, ' ', 2) ~>=~ given and split_part(i.search_key, ' ', 2) ~<~ (given || last)
      union all select i.person_id, i.agency_id, 1, i.search_key from access.person_identity i where sought <> '{}' and i.sounds @> sought
      union all select i.person_id, i.agency_id, 0, i.search_key from access.person_identity i where family = '' and given = '' and i.birth_date = birth
      union all select a.person_id, a.agency_id, 0, a.search_key from access.person_alias a
        where family <> '' and a.search_key ~>=~ family and a.search_key ~<~ (family || last) and starts_with(split_part(a.search_key, ' ', 2), given)
      union all select a.person_id, a.agency_id, 0, a.search_key from access.person_alias a
        where family = '' and given <> '' and split_part(a.search_key, ' ', 2) ~>=~ given and split_part(a.search_key, ' ', 2) ~<~ (given || last)
      union all select a.person_id, a.agency_id, 1, a.search_key from access.person_alias a where sought <> '{}' and a.sounds @> sought) f
    where (birth is null or exists (select from access.person_identity b where b.person_id = f.id and b.birth_date = birth))
      and (f.id = any (reach) or (f.agency = own and f.id <> all (closed)))
    group by f.id order by min(f.place), min(f.key), f.id limit 100;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.followed_intake()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('id', i.id, 'point', p.slug, 'pointName', p.name, 'telephone', p.telephone, 'agency', a.name, 'state', i.state, 'receivedAt', i.received_at, 'taken', i.taken_by is not null,
    'dueFor', i.due_for, 'dueOn', i.due_on, 'doNotContact', i.do_not_contact, 'triagedAt', i.triaged_at, 'reachedAt', i.reached_at, 'closedAt', i.closed_at, 'closeReason', i.close_reason, 'record', i.person_id is not null,
    'attempts', coalesce((select jsonb_agg(jsonb_build_object('on', e.on_date, 'channel', e.channel) order by e.at) from access.intake_event e where e.intake_id = i.id and e.kind = 'attempt'), '[]'),
    'handOffs', coalesce((select jsonb_agg(jsonb_build_object('on', h.on_date, 'to', coalesce(t.name, jsonb_build_object('en', h.to_name, 'fr', h.to_name)), 'confirmed', h.confirmed_at is not null) order by h.recorded_at)
      from access.hand_off h left join identity.agency t on t.id = h.to_agency where h.intake_id = i.id), '[]'),
    'referrals', coalesce((select jsonb_agg(jsonb_build_object('sentAt', r.sent_at, 'to', o.name) order by r.sent_at, r.id)
      from access.referral r join access.organization o on o.id = r.organization_id join access.intake_detail d on d.intake_id = i.id
      where r.person_id = i.person_id and r.from_agency = i.agency_id and r.sent_at >= i.received_at and i.door = 'web' and d.whom = 'self'
        and r.state not in ('draft', 'void', 'declined', 'cancelled', 'withdrawn', 'expired')), '[]'))
  from access.intake i join access.access_point p on p.slug = i.point_slug join identity.agency a on a.id = i.agency_id
  where i.code_hash = (select platform.ctx_capability())
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.followed_referral()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('id', r.id, 'service', s.name, 'organization', o.name, 'phone', (select p.number from access.phone p where p.service_id = s.id or p.organization_id = o.id order by p.service_id nulls last, p.position, p.id limit 1),
    'from', (select a.name from identity.agency a where a.id = r.from_agency), 'state', r.state, 'seenAt', r.seen_at, 'sentAt', r.sent_at, 'pausedSince', r.paused_since, 'shared', cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) > 0,
    'appointmentAt', r.appointment_at, 'firstServiceOn', r.first_service_on, 'endedAt', r.ended_at, 'helpAnswer', r.help_answer)
  from access.referral r join access.service s on s.id = r.service_id join access.organization o on o.id = r.organization_id where r.id = access.referral_by_code()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.give_link(new_id uuid, of_id uuid, of_key bytea, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if until > platform.ctx_now() + interval '14 days' or not exists (select from access.assessment a where a.id = of_id and a.state = 'unfinished' and a.filled_by = 'person'
    and a.agency_id = platform.ctx_agency() and access.writes_assessment(a.person_id, a.section)) then return false; end if;
  update access.assessment_link l set ended_at = platform.ctx_now() where l.assessment_id = of_id and l.ended_at is null;
  insert into access.assessment_link (id, assessment_id, key_hash, made_by, made_at, expires_at) values (new_id, of_id, of_key, platform.ctx_account(), platform.ctx_now(), until);
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.gives_vacancies()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select platform.ctx_actor() = 'staff' and platform.ctx_agency() is not null and (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.guard_assessment()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.state <> 'unfinished' and (to_jsonb(new) - array['state', 'struck_at', 'struck_by', 'struck_reason', 'struck_words']) is distinct from (to_jsonb(old) - array['state', 'struck_at', 'struck_by', 'struck_reason', 'struck_words']) then
    raise exception 'a finished assessment never changes' using errcode = '42501';
  end if;
  if new.state is distinct from old.state and not ((old.state = 'unfinished' and new.state = 'finished') or (old.state = 'finished' and new.state = 'struck-out'))
    or old.state = 'struck-out' and new is distinct from old then raise exception 'an assessment does not go from % to %', old.state, new.state using errcode = '42501'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION access.guard_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'DELETE' then raise exception 'referrals are never deleted' using errcode = '42501'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a referral begins as a draft' using errcode = '42501'; end if;
    return new;
  end if;
  if row(new.id, new.person_id, new.service_id, new.organization_id, new.from_agency, new.to_agency, new.previous_id, new.made_at)
    is distinct from row(old.id, old.person_id, old.service_id, old.organization_id, old.from_agency, old.to_agency, old.previous_id, old.made_at)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at) then
    raise exception 'what a referral is about never changes' using errcode = '42501';
  end if;
  if new.state <> old.state and not exists (select from access.referral_transition t
    where t.from_state = old.state and t.to_state = new.state and t.actor = any (access.referral_sides(old))) then
    raise exception 'a referral does not go from % to %', old.state, new.state using errcode = '42501';
  end if;
  if old.sent_at is null and new.sent_at is not null then new.by_link := not access.agency_answers(new.to_agency); end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION access.join_household(new_id uuid, of_household uuid, of_person uuid, given_relation text, from_day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not access.writes_section(of_person, 'housing') then return 'refused'; end if;
  if from_day > platform.ctx_today() then return 'day'; end if;
  if exists (select from access.household h where h.id = of_household) then
    if not exists (select from access.household h join access.household_member m on m.household_id = h.id
      where h.id = of_household and h.agency_id = platform.ctx_agency() and m.to_date is null and access.writes_section(m.person_id, 'housing')) then return 'refused'; end if;
    -- Two requests at once would each find no head.
    perform 1 from access.household h where h.id = of_household for update;
  else
    insert into access.household (id, agency_id, entered_by, entered_at) values (of_household, platform.ctx_agency(), platform.ctx_account(), platform.ctx_now());
  end if;
  perform pg_advisory_xact_lock(hashtextextended(of_person::text, 0));
  if exists (select from access.household_member m where m.person_id = of_person and (m.to_date is null or m.to_date >= from_day)) then return 'member'; end if;
  if given_relation = 'head' and exists (select from access.household_member m where m.household_id = of_household and m.to_date is null and m.relation = 'head') then return 'head'; end if;
  insert into access.household_member (id, household_id, person_id, relation, from_date, entered_by, entered_at)
    values (new_id, of_household, of_person, given_relation, from_day, platform.ctx_account(), platform.ctx_now());
  return 'done';
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.keep_decision(of_vacancy uuid, rules uuid, given_inputs jsonb, given_order text[], given_offered text, given_prints jsonb, given_lots jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from access.vacancy v join access.draw d on d.id = v.id where v.id = of_vacancy and v.list_id in (select access.kept_lists()) and v.state = 'ranked' and v.ranked_at = platform.ctx_now() and d.opened_at = v.ranked_at)
    or exists (select from access.decision d where d.vacancy_id = of_vacancy) then return false; end if;
  insert into access.decision (vacancy_id, priority_id, inputs, ordering, offered, fingerprints, made_by, made_at)
  values (of_vacancy, rules, given_inputs, given_order, given_offered, given_prints, platform.ctx_account(), platform.ctx_now());
  update access.draw d set lots = given_lots where d.id = of_vacancy;
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.keep_priority()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.approved_at is not null then raise exception 'an approved version of the rules is never changed' using errcode = '42501'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION access.keeps_assessment(of_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from access.assessment a where a.id = of_id
    and ((a.filled_by = 'staff' and a.agency_id = platform.ctx_agency() and access.writes_assessment(a.person_id, a.section)) or a.id = (select access.linked_assessment())))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.kept_decisions(of_slug text, beyond uuid, most integer)
 RETURNS TABLE(vacancy_id uuid, list_id uuid, slug text, priority_id uuid, made_at timestamp with time zone, inputs jsonb, ordering text[], offered text, fingerprints jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the program makes decisions again' using errcode = '42501'; end if;
  perform platform.write_audit('access.recompute-decisions', 'list', l.id::text, 'permit', '{}') from access.list l where beyond is null and (of_slug is null or l.slug = of_slug);
  return query select d.vacancy_id, v.list_id, l.slug, d.priority_id, d.made_at, d.inputs, d.ordering, d.offered, d.fingerprints
    from access.decision d join access.vacancy v on v.id = d.vacancy_id join access.list l on l.id = v.list_id
    where (of_slug is null or l.slug = of_slug) and (beyond is null or d.vacancy_id > beyond) order by d.vacancy_id limit most;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.kept_lists()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.id from access.list l where l.agency_id = platform.ctx_agency() and (platform.ctx_has('coordinator') or platform.ctx_has('access-supervisor'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.kept_plans()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from access.care_plan c where (platform.ctx_has('access-supervisor') or c.coordinator_id = platform.ctx_account()) and c.id in (select access.led_plans())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.leave_household(of_member uuid, last_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update access.household_member m set to_date = last_day
    where m.id = of_member and m.to_date is null and m.from_date <= last_day and last_day <= platform.ctx_today() and access.writes_section(m.person_id, 'housing');
  return found;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.led_plans()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from access.care_plan c where c.agency_id = platform.ctx_agency() and access.role_opens('identity')
    and (platform.ctx_has('access-supervisor') or c.coordinator_id = platform.ctx_account() or c.person_id in (select access.assigned_persons()))
    and c.person_id not in (select access.barred_persons()) and c.person_id not in (select access.locked_persons('identity')) and c.person_id not in (select access.locked_persons('note'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.linked_assessment()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.assessment_id from access.assessment_link l join access.assessment a on a.id = l.assessment_id
  where l.key_hash = platform.ctx_capability() and l.ended_at is null and l.expires_at > platform.ctx_now() and a.state = 'unfinished'
$function$

CREATE OR REPLACE FUNCTION access.linked_referral()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
begin
  select * into r from access.referral where id = access.referral_by_link();
  if r.id is null then
    perform platform.write_audit('access.open-referral-link', 'referral', null, 'refuse', '{}');
    return null;
  end if;
  perform platform.write_audit('access.open-referral-link', 'referral', r.id::text, 'permit', '{}');
  return jsonb_build_object('id', r.id, 'service', (select s.name from access.service s where s.id = r.service_id), 'from', (select a.name from identity.agency a where a.id = r.from_agency),
    'need', r.need, 'urgency', r.urgency, 'state', r.state, 'sentAt', r.sent_at, 'seenAt', r.seen_at, 'appointmentAt', r.appointment_at, 'firstServiceOn', r.first_service_on,
    'pausedSince', r.paused_since, 'handoffAt', r.handoff_at, 'handoffWith', r.handoff_with, 'content', access.read_referral(r.id));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.list_assessments(of_person uuid)
 RETURNS TABLE(id uuid, agency_id uuid, instrument text, hash text, section text, state text, filled_by text, score jsonb, saved_by text, saved_at timestamp with time zone, administered_on date, expires_on date, alert uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one text;
  decision text;
begin
  for one in select distinct s.name from (select unnest(array['housing', 'health']) as name union select a.section from access.assessment a where a.person_id = of_person) s order by 1 loop
    decision := access.decide(of_person, one);
    if decision in ('permit', 'mask') then
      perform platform.write_audit('access.list-assessments', 'person', of_person::text, decision, jsonb_build_object('section', one));
    end if;
    if decision = 'permit' then
      return query select a.id, a.agency_id, a.instrument, a.hash, a.section, a.state, a.filled_by, a.score, case when a.agency_id = platform.ctx_agency() then c.name end, a.saved_at, a.administered_on, a.expires_on,
          (select s.id from access.safety_alert s where s.assessment_id = a.id and s.answered_at is null order by s.raised_at desc limit 1)
        from access.assessment a left join identity.account c on c.id = a.saved_by
        where a.person_id = of_person and a.section = one and (a.revision > 0 or a.filled_by = 'person') and (a.state <> 'unfinished' or a.agency_id = platform.ctx_agency() or of_person in (select access.opened_persons()))
        order by coalesce(a.administered_on, a.saved_at::date) desc, a.saved_at desc;
    end if;
  end loop;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_barrable(of_person uuid)
 RETURNS TABLE(account_id uuid, name text, agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct a.id, a.name, m.agency_id from access.person p join identity.membership m on m.agency_id = p.agency_id
      or (platform.ctx_has('privacy-officer') and exists (select from access.consent c where c.person_id = p.id and c.withdrawn_at is null and m.agency_id = any (c.to_agencies)))
    join identity.account a on a.id = m.account_id and a.closed_at is null
  where p.id = of_person and platform.ctx_actor() = 'staff' and p.id not in (select access.barred_persons())
    and (platform.ctx_has('privacy-officer') or (platform.ctx_has('access-supervisor') and p.agency_id = platform.ctx_agency() and p.id not in (select access.locked_persons('identity'))))
    and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())
  order by a.name
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

CREATE OR REPLACE FUNCTION access.list_events(of_list uuid)
 RETURNS TABLE(person_id uuid, effective date, recorded_at timestamp with time zone, from_state text, to_state text, reason text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with closed as materialized (select c.id, gen_random_uuid() as instead from access.closed_persons() c(id) where platform.ctx_actor() = 'staff')
  select coalesce(c.instead, h.person_id), h.effective, h.recorded_at, h.from_state, h.to_state, h.reason from access.list_change h left join closed c on c.id = h.person_id
  where h.list_id = of_list and (of_list in (select access.kept_lists()) or platform.ctx_actor() = 'worker') order by h.place
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.list_households(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, household_id uuid, relation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.person_id, m.household_id, m.relation
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.household_member m on m.person_id = t.person_id
  where of_list in (select access.kept_lists()) and t.consented and t.recorded and m.from_date <= on_day and (m.to_date is null or m.to_date > on_day)
    and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'))
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

CREATE OR REPLACE FUNCTION access.list_outreach()
 RETURNS TABLE(id uuid, first_name text, consent text, referred_by text, state text, received_on date, joined_on date, ended_on date, left_reason text, attempts integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform platform.write_audit('access.list-outreach', 'agency', platform.ctx_agency()::text, case when platform.ctx_has('coordinator') or platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor') then 'permit' else 'refuse' end, '{}');
  return query select o.id, c.first_name, o.consent, o.referred_by, o.state, o.received_on, o.joined_on, o.ended_on, o.left_reason, (select count(*)::integer from access.outreach_attempt t where t.outreach_id = o.id)
  from access.outreach o left join access.outreach_contact c on c.outreach_id = o.id where o.id in (select access.outreach_team())
  order by o.state in ('declined', 'unreachable', 'left'), o.state = 'joined', o.received_at desc limit 500;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_scans(of_person uuid)
 RETURNS TABLE(id uuid, consent_id uuid, added_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, s.consent_id, s.added_at from access.consent_scan s where s.person_id = of_person and access.reads_consents(of_person) order by s.added_at
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_standing(of_list uuid, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, consented boolean, whereabouts text, last_activity date, last_kind text, active boolean, state text, since date, recorded boolean, on_list boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  with l as (select * from access.list where id = of_list),
  agreed as (
    select distinct c.person_id from access.consent c, l where c.to_agencies @> array[l.agency_id] and 'list' = any (c.purposes) and c.categories @> array['identity', 'housing']
      and c.starts_on <= on_day and (c.expires_on is null or c.expires_on >= on_day) and (c.withdrawn_at is null or c.withdrawn_at > known_at) and c.recorded_at <= known_at),
  latest as (
    select distinct on (h.person_id) h.person_id, h.to_state, h.effective, h.reason from access.list_change h
    where h.list_id = of_list and h.effective <= on_day and h.recorded_at <= known_at order by h.person_id, h.effective desc, h.recorded_at desc, h.place desc),
  everybody as (select a.person_id from agreed a union select t.person_id from latest t),
  known_stay as (
    select s.person_id, s.kind, s.start_date, least(coalesce(s.end_date, on_day), on_day) as last_day, s.id from access.stay s join everybody e on e.person_id = s.person_id
    where s.start_date <= on_day and s.entered_at <= known_at and (s.voided_at is null or s.voided_at > known_at)),
  place as (select distinct on (k.person_id) k.person_id, k.kind from known_stay k order by k.person_id, k.last_day desc, k.start_date desc, k.id desc),
  news as (
    select k.person_id, case when k.kind = 'shelter' then k.last_day else k.start_date end as on_date, case when k.kind = 'shelter' then 'shelter' else 'stay' end as kind from known_stay k
    union all select a.person_id, a.on_date, a.kind from access.activity a join everybody e on e.person_id = a.person_id where a.on_date <= on_day and a.entered_at <= known_at),
  last_news as (select distinct on (n.person_id) n.person_id, n.on_date, n.kind from news n, l where n.kind = any (l.qualifying) order by n.person_id, n.on_date desc, n.kind)
  select e.person_id, g.person_id is not null, coalesce(case when w.kind in ('unsheltered', 'shelter', 'hidden') then 'homeless' else w.kind end, 'unknown'), n.on_date, n.kind,
    coalesce(n.on_date >= on_day - l.inactive_after, false), t.to_state, t.effective, p.state in ('active', 'inactive'),
    g.person_id is not null and coalesce(w.kind in ('unsheltered', 'shelter', 'hidden'), false) and coalesce(n.on_date >= on_day - l.inactive_after, false)
      and p.state in ('active', 'inactive') and (t.to_state is distinct from 'left' or t.reason not in ('deceased', 'moved-away', 'merge', 'void'))
  from everybody e cross join l join access.person p on p.id = e.person_id
    left join agreed g on g.person_id = e.person_id left join place w on w.person_id = e.person_id left join last_news n on n.person_id = e.person_id left join latest t on t.person_id = e.person_id
$function$

CREATE OR REPLACE FUNCTION access.list_stays(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, agency_id uuid, kind text, start_date date, end_date date, evidence text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := of_list in (select access.kept_lists());
begin
  perform platform.write_audit('access.list-stays', 'list', of_list::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return; end if;
  return query select s.person_id, s.agency_id, s.kind, s.start_date, s.end_date, s.evidence
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.stay s on s.person_id = t.person_id
  where t.consented and s.voided_at is null and s.start_date <= on_day and t.person_id not in (select access.barred_persons())
    and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.list_traits(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, age integer, family boolean, claim text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-list', 'list', of_list::text, 'refuse', '{"part": "traits"}');
    return;
  end if;
  perform platform.write_audit('access.read-list', 'list', of_list::text, 'permit', '{"part": "traits"}');
  return query
    select t.person_id, extract(year from age(on_day::timestamp, i.birth_date::timestamp))::integer,
      exists (select from access.household_member m join access.household_member o on o.household_id = m.household_id
        where m.person_id = t.person_id and m.from_date <= on_day and (m.to_date is null or m.to_date > on_day)
          and o.from_date <= on_day and (o.to_date is null or o.to_date > on_day) and o.person_id <> m.person_id and (o.relation = 'child' or m.relation = 'child')),
      c.indigenous
    from access.list_standing(of_list, on_day, platform.ctx_now()) t left join access.person_identity i on i.person_id = t.person_id left join access.identity_claim c on c.person_id = t.person_id
    where t.consented and t.recorded and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.locked_persons(section text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = section)
    and (i.agency_id is null or i.agency_id = (select platform.ctx_agency())) and (i.account_id is null or i.account_id = (select platform.ctx_account()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.make_offer(new_id uuid, of_vacancy uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v access.vacancy;
  first text;
  who uuid;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.list_id not in (select access.kept_lists()) or v.state <> 'ranked' then return 'absent'; end if;
  if exists (select from access.offer o where o.vacancy_id = v.id and o.state in ('offered', 'declining', 'accepted')) then return 'taken'; end if;
  first := access.next_in_order(v.id);
  if first is null then return 'nobody'; end if;
  select m.person_id into who from access.decision_person m where m.vacancy_id = v.id and m.token = first;
  if exists (select from access.placed(v.list_id, platform.ctx_today()) p where p.person_id = who and p.closed) then return 'closed'; end if;
  insert into access.offer (id, vacancy_id, person_id, token, offered_by, offered_at, answer_by)
  values (new_id, v.id, who, first, platform.ctx_account(), platform.ctx_now(), platform.ctx_now() + make_interval(hours => v.answer_hours));
  insert into access.offer_event (id, offer_id, at, account_id, step) values (gen_random_uuid(), new_id, platform.ctx_now(), platform.ctx_account(), 'offer');
  perform platform.write_audit('access.make-offer', 'person', who::text, 'permit', jsonb_build_object('vacancy', v.id));
  return 'done';
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.may_refer(of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.ctx_actor() = 'staff' and (platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor'))
    and exists (select from access.person p where p.id = of_person and p.state = 'active' and p.agency_id = (select platform.ctx_agency()))
    and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons('identity'))
    and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.missed_in_a_row(of_outreach uuid)
 RETURNS TABLE(missed integer, missed_limit integer, agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select (select count(*)::integer from access.outreach_attempt t where t.outreach_id = o.id and t.outcome = 'missed'
      and not exists (select from access.outreach_attempt u where u.outreach_id = o.id and u.outcome <> 'missed' and (u.recorded_at, u.id) > (t.recorded_at, t.id))),
    coalesce((select s.missed_limit from access.outreach_setting s where s.agency_id = o.agency_id), 3), o.agency_id
  from access.outreach o where o.id = of_outreach and (o.id in (select access.outreach_called()) or o.id in (select access.outreach_team()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.my_calls()
 RETURNS TABLE(outreach_id uuid, first_name text, telephone text, weekday integer, at_time time without time zone, done_today boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  perform platform.write_audit('access.read-call', 'outreach', c.id::text, 'permit', '{}') from (select distinct access.outreach_called() as id) c;
  return query select s.outreach_id, c.first_name, c.telephone, s.weekday, s.at_time,
      exists (select from access.outreach_attempt t where t.outreach_id = s.outreach_id and t.account_id = platform.ctx_account() and t.on_date = platform.ctx_today())
    from access.outreach_slot s join access.outreach_contact c on c.outreach_id = s.outreach_id
    where s.account_id = platform.ctx_account() and s.outreach_id in (select access.outreach_called()) and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today())
    order by s.weekday, s.at_time, s.id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.near_persons(wanted_key text, birth date)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO ''
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
  reach uuid[] := array(select access.reached_persons());
  sought text[] := access.blocks_of(wanted_key, birth);
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select f.id from (select i.person_id as id, i.agency_id as agency from access.person_identity i where i.blocks && sought
      union select a.person_id, a.agency_id from access.person_alias a where a.blocks && sought) f
    where f.id = any (reach) or (f.agency = own and f.id not in (select access.barred_persons()) and f.id not in (select access.locked_persons('identity'))) limit 200;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.new_referral_link(link uuid, of_referral uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
  key text := translate(encode(substr(platform.context_mac('referral link ' || link), 1, 24), 'base64'), '+/=', '-_');
begin
  if platform.ctx_actor() is distinct from 'worker' then return null; end if;
  select * into r from access.referral where id = of_referral for update;
  if r.id is null or not r.by_link or r.sent_at is null or r.ended_at is not null
    or cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) = 0 then return null; end if;
  if exists (select from access.referral_link l where l.id = link) then return null; end if;
  update access.referral_link l set revoked_at = platform.ctx_now() where l.referral_id = r.id and l.revoked_at is null;
  insert into access.referral_link (id, referral_id, key_hash, made_at, expires_at) values (link, r.id, sha256(convert_to(key, 'UTF8')), platform.ctx_now(),
    platform.ctx_now() + make_interval(days => (select t.count from access.referral_term t where t.name = 'link')));
  return (select jsonb_build_object('key', key, 'email', access.referral_address(s.id), 'urgent', r.urgency = 'urgent')
    from access.service s where s.id = r.service_id);
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.next_in_order(of_vacancy uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select o.token from access.decision d join access.vacancy v on v.id = d.vacancy_id cross join lateral unnest(d.ordering) with ordinality o (token, place) join access.decision_person m on m.vacancy_id = d.vacancy_id and m.token = o.token
  where d.vacancy_id = of_vacancy and not exists (select from access.offer f where f.vacancy_id = d.vacancy_id and f.token = o.token)
    and m.person_id in (select t.person_id from access.placed(v.list_id, platform.ctx_today()) t) order by o.place limit 1
$function$

CREATE OR REPLACE FUNCTION access.offer_facts(of_offer uuid)
 RETURNS TABLE(id uuid, vacancy_id uuid, state text, answer_by timestamp with time zone, offered_at timestamp with time zone, answer_hours integer, provider uuid, keeper uuid, refusals integer, conference_after integer, conference_held_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.id, v.id, o.state, o.answer_by, o.offered_at, v.answer_hours, v.agency_id, l.agency_id, o.refusals, l.conference_after, o.conference_held_on
  from access.offer o join access.vacancy v on v.id = o.vacancy_id join access.list l on l.id = v.list_id where o.id = of_offer and platform.ctx_actor() = 'worker'
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.open_exchange_cell(cell text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select case when cell ~ '^''+[-=+@\t]' then substr(cell, 2) else cell end
$function$

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

CREATE OR REPLACE FUNCTION access.open_plans()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select access.led_plans()
  union select c.id from access.care_plan c where c.person_id in (select access.opened_persons()) and c.person_id not in (select access.barred_persons())
  union select c.id from access.care_plan c join access.care_provider p on p.plan_id = c.id
    where p.agency_id = platform.ctx_agency() and p.left_on is null and access.role_opens('identity') and c.person_id in (select access.coordinated_persons())
      and c.person_id not in (select access.barred_persons()) and c.person_id not in (select access.locked_persons('identity')) and c.person_id not in (select access.locked_persons('note'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.open_vacancy(new_id uuid, of_list uuid, its_name text, asked jsonb, free_on date, hours integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  secret bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
begin
  if not coalesce(access.gives_vacancies(), false) or not exists (select from access.list l where l.id = of_list) then return false; end if;
  insert into access.vacancy (id, list_id, agency_id, name, requirements, available_on, answer_hours, entered_by, entered_at)
  values (new_id, of_list, platform.ctx_agency(), its_name, asked, free_on, hours, platform.ctx_account(), platform.ctx_now());
  insert into access.draw (id, list_id, commitment, committed_at) values (new_id, of_list, encode(sha256(secret), 'hex'), platform.ctx_now());
  insert into access.draw_seed (draw_id, seed) values (new_id, encode(secret, 'hex'));
  perform platform.write_audit('access.open-vacancy', 'vacancy', new_id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.opened_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.person_id from access.break_glass g where g.account_id = (select platform.ctx_account()) and g.opened_at <= (select platform.ctx_now()) and g.ends_at > (select platform.ctx_now())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.outreach_agencies()
 RETURNS TABLE(agency_id uuid, minimum_age integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.agency_id, s.minimum_age from access.outreach_setting s where s.takes_referrals
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.outreach_called()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.outreach_id from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where s.account_id = (select platform.ctx_account()) and ((select platform.ctx_has('volunteer')) or (select platform.ctx_has('coordinator'))) and o.agency_id = (select platform.ctx_agency()) and o.state in ('new', 'joined')
    and s.from_date <= (select platform.ctx_today()) and (s.to_date is null or s.to_date >= (select platform.ctx_today()))
    and (o.person_id is null or (o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity'))))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.outreach_results()
 RETURNS TABLE(case_number bigint, state text, left_reason text, measure text, score double precision, on_date date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select dense_rank() over (order by o.id), o.state, o.left_reason, x.measure, x.score::double precision, x.on_date from access.outreach o left join access.outreach_score x on x.outreach_id = o.id
  where o.state in ('joined', 'left') and (platform.ctx_actor() = 'worker' or (platform.ctx_has('access-supervisor') and o.id in (select access.outreach_team()))) order by 1, x.on_date
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.outreach_team()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.id from access.outreach o where o.agency_id = (select platform.ctx_agency())
    and ((select platform.ctx_has('coordinator')) or (select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))
    and (o.person_id is null or (o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity'))))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.own_intakes(among uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.id from access.intake i
  where i.id = any (among) and (select platform.ctx_actor()) = 'staff' and i.agency_id = (select platform.ctx_agency())
    and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')) or ((select platform.ctx_has('clinician')) and i.person_id is not null))
    and (i.person_id is null or (i.person_id not in (select access.barred_persons()) and (i.person_id in (select access.opened_persons())
      or (i.person_id not in (select access.locked_persons('identity'))
        and ((select platform.ctx_has('access-supervisor')) or i.person_id in (select access.assigned_persons()) or i.person_id in (select access.shared_persons('identity')))))))
$function$

CREATE OR REPLACE FUNCTION access.own_organizations()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select o.id from access.organization o where o.agency_id = platform.ctx_agency() and o.withdrawn_at is null
    and (platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.own_persons()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO ''
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select access.reached_persons()
    union (select i.person_id from access.person_identity i where i.agency_id = own and i.person_id not in (select access.barred_persons()) and i.person_id not in (select access.locked_persons('identity'))
      order by i.search_key, i.person_id limit 100)
    union (select p.id from access.person p where p.agency_id = own and p.anonymous and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity')) limit 100);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.own_services()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select s.id from access.service s where s.withdrawn_at is null and s.organization_id in (select access.own_organizations())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.placed(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, birth_date date, list_date date, household integer, veteran boolean, indigenous boolean, gender text, need_hash text, need_total double precision, closed boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select t.person_id, i.birth_date,
    (select min(h.effective) from access.list_change h where h.list_id = of_list and h.person_id = t.person_id and h.to_state = 'active' and h.effective <= on_day),
    (select count(*)::integer from access.household_member o where (o.to_date is null or o.to_date >= on_day) and o.from_date <= on_day and o.household_id =
      (select m.household_id from access.household_member m where m.person_id = t.person_id and m.from_date <= on_day and (m.to_date is null or m.to_date >= on_day) order by m.from_date desc, m.id desc limit 1)),
    (select a.answer from access.priority_answer a where a.person_id = t.person_id and a.list_id = of_list and a.field = 'veteran' order by a.place desc limit 1),
    (select a.answer from access.priority_answer a where a.person_id = t.person_id and a.list_id = of_list and a.field = 'indigenous' order by a.place desc limit 1),
    i.gender, n.hash, (n.score ->> 'total')::double precision,
    t.person_id in (select access.barred_persons()) or t.person_id in (select access.locked_persons('identity')) or t.person_id in (select access.locked_persons('housing'))
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.list l on l.id = of_list left join access.person_identity i on i.person_id = t.person_id
    left join lateral (select a.hash, a.score from access.assessment a where a.person_id = t.person_id and a.section = 'housing' and a.state = 'finished' and a.score is not null and a.administered_on <= on_day and a.expires_on >= on_day
      order by a.administered_on desc, a.finished_at desc limit 1) n on true
  where t.on_list and t.person_id not in (select access.withheld_from(l.agency_id))
$function$

CREATE OR REPLACE FUNCTION access.priority_in_force(of_list uuid, on_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select p.id from access.priority p where p.list_id = of_list and p.approved_at is not null and p.from_date <= on_day order by p.from_date desc, p.version desc limit 1
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.purge_intakes()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one uuid;
  done integer := 0;
begin
  if platform.ctx_actor() is distinct from 'worker' then return 0; end if;
  for one in select i.id from access.intake i where i.state = 'closed' and i.person_id is null and i.erased_at is null and i.closed_at < platform.ctx_now() - interval '90 days' loop
    perform access.empty_intake(one);
    done := done + 1;
  end loop;
  return done;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.raise_alert(new_id uuid, of_id uuid, of_link text, of_answer jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  found integer;
begin
  if not coalesce(access.keeps_assessment(of_id), false) and not exists (select from access.assessment_link l where l.assessment_id = of_id and l.key_hash = platform.ctx_capability()
    and l.ended_at = platform.ctx_now() and l.expires_at > platform.ctx_now()) then return false; end if;
  insert into access.safety_alert (id, assessment_id, person_id, agency_id, section, link_id, answer, raised_by, raised_at)
  select new_id, a.id, a.person_id, a.agency_id, a.section, of_link, of_answer, platform.ctx_account(), platform.ctx_now() from access.assessment a where a.id = of_id
  on conflict do nothing;
  get diagnostics found = row_count;
  return found > 0;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.reached_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO ''
AS $function$
  select p.id from access.person p where (select platform.ctx_actor()) = 'staff' and p.id not in (select access.barred_persons()) and (p.id in (select access.opened_persons())
    or ((select access.role_opens('identity')) and p.id not in (select access.locked_persons('identity'))
      and ((p.agency_id = (select platform.ctx_agency()) and p.id in (select access.assigned_persons())) or p.id in (select access.shared_persons('identity')))))
    and p.id = any (array(select access.assigned_persons() union select access.shared_persons('identity') union select access.opened_persons()))
$function$

CREATE OR REPLACE FUNCTION access.read_alert(of_id uuid)
 RETURNS TABLE(id uuid, person_id uuid, assessment_id uuid, hash text, link_id text, answer jsonb, by_person boolean, raised_at timestamp with time zone, answered_at timestamp with time zone, answered_by text, outcome text, note text, shown boolean, answers boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kept access.safety_alert;
  decision text;
  supervises boolean;
begin
  select * into kept from access.safety_alert s where s.id = of_id;
  if kept.id is null then return; end if;
  decision := access.decide(kept.person_id, kept.section);
  supervises := kept.agency_id = platform.ctx_agency() and platform.ctx_has('access-supervisor') and kept.person_id not in (select access.barred_persons());
  perform platform.write_audit('access.read-alert', 'person', kept.person_id::text, case when decision = 'permit' then 'permit' when decision = 'mask' or supervises then 'mask' else 'refuse' end,
    jsonb_build_object('section', kept.section, 'alert', kept.id));
  if decision <> 'permit' and not supervises then return; end if;
  return query select kept.id, kept.person_id, case when decision = 'permit' then kept.assessment_id end, case when decision = 'permit' then a.hash end, case when decision = 'permit' then kept.link_id end,
    case when decision = 'permit' then kept.answer end, a.filled_by = 'person', kept.raised_at, kept.answered_at,
    case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.answered_by) end, kept.outcome, case when decision = 'permit' then kept.note end,
    decision = 'permit', kept.agency_id = platform.ctx_agency()
  from access.assessment a where a.id = kept.assessment_id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_assessment(of_id uuid)
 RETURNS TABLE(id uuid, person_id uuid, agency_id uuid, instrument text, hash text, section text, state text, revision integer, filled_by text, language text, response jsonb, score jsonb, saved_by text, saved_at timestamp with time zone, finished_at timestamp with time zone, administered_on date, expires_on date, writes boolean, alert uuid, strikes boolean, struck_at timestamp with time zone, struck_by text, struck_reason text, struck_words text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kept access.assessment;
  decision text;
begin
  select * into kept from access.assessment a where a.id = of_id;
  if kept.id is null then return; end if;
  decision := access.decide(kept.person_id, kept.section);
  if decision = 'permit' and kept.state = 'unfinished' and kept.agency_id is distinct from platform.ctx_agency() and kept.person_id not in (select access.opened_persons()) then decision := 'deny'; end if;
  perform platform.write_audit('access.read-assessment', 'person', kept.person_id::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end,
    jsonb_build_object('section', kept.section, 'assessment', kept.id));
  if decision <> 'permit' then return; end if;
  return query select kept.id, kept.person_id, kept.agency_id, kept.instrument, kept.hash, kept.section, kept.state, kept.revision, kept.filled_by, kept.language, kept.response, kept.score,
    case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.saved_by) end, kept.saved_at, kept.finished_at, kept.administered_on, kept.expires_on,
    coalesce(access.keeps_assessment(kept.id), false),
    (select s.id from access.safety_alert s where s.assessment_id = kept.id and s.answered_at is null order by s.raised_at desc limit 1),
    kept.state = 'finished' and kept.agency_id = platform.ctx_agency() and coalesce(access.writes_assessment(kept.person_id, kept.section), false),
    kept.struck_at, case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.struck_by) end, kept.struck_reason, kept.struck_words;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_care_plan(of_plan uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  person uuid := (select c.person_id from access.care_plan c where c.id = of_plan);
  permitted boolean := of_plan in (select access.open_plans());
begin
  perform platform.write_audit('access.read-section', 'person', person::text, case when permitted then 'permit' else 'refuse' end, '{"section": "care-plan"}');
  if not permitted then return null; end if;
  return jsonb_build_object(
    'strengths', (select jsonb_build_object('strengths', s.strengths, 'needs', s.needs) from access.care_strength s where s.plan_id = of_plan order by s.written_at desc, s.id desc limit 1),
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'inWords', g.in_words, 'rank', g.rank, 'owner', g.owner, 'reviewOn', g.review_on, 'state', g.state) order by g.state <> 'open', g.rank, g.id) from access.care_goal g where g.plan_id = of_plan), '[]'),
    'team', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'agency', t.agency_id, 'provides', t.provides, 'joinedOn', t.joined_on, 'leftOn', t.left_on,
        'lead', t.agency_id = c.agency_id,
        'consent', exists (select from access.consent k where k.person_id = c.person_id and k.to_agencies @> array[t.agency_id] and 'coordination' = any (k.purposes) and k.withdrawn_at is null
          and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today()))) order by t.joined_on, t.id)
      from access.care_provider t join access.care_plan c on c.id = t.plan_id where t.plan_id = of_plan), '[]'),
    'reviews', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'dueOn', r.due_on, 'heldOn', r.held_on, 'found', r.found) order by r.due_on, r.id) from access.care_review r where r.plan_id = of_plan), '[]'),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'step', s.step, 'round', s.round, 'onDate', s.on_date, 'reason', s.reason, 'warmTo', s.warm_to) order by s.recorded_at, s.id) from access.care_step s where s.plan_id = of_plan), '[]'),
    'ages', coalesce((select jsonb_agg(jsonb_build_object('slug', a.age_slug, 'doneOn', a.done_on, 'note', a.note)) from access.care_age_done a where a.plan_id = of_plan), '[]'));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_claim(of_person uuid)
 RETURNS TABLE(indigenous text, said_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  decision text := access.decide(of_person, 'identity');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "identity", "part": "claim"}');
  if decision <> 'permit' then return; end if;
  return query select c.indigenous, c.said_on from access.identity_claim c where c.person_id = of_person;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_compared(of_agency uuid, ids uuid[])
 RETURNS TABLE(id uuid, given_name text, family_name text, birth_date date, municipality text, postcode text, phone text, email text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  perform platform.write_audit('access.compare-persons', 'agency', of_agency::text, 'permit', jsonb_build_object('records', cardinality(ids)));
  return query
    with allowed as materialized (select access.comparable(of_agency) as person)
    select i.person_id, i.given_name, i.family_name, i.birth_date, i.municipality, c.postcode, c.phone, c.email from access.person_identity i
    left join access.person_contact c on c.person_id = i.person_id and not exists (select from access.instruction x where x.person_id = i.person_id and x.lifted_at is null and x.category = 'contact'
      and x.account_id is null and (x.agency_id is null or x.agency_id = of_agency))
    where i.person_id in (select person from allowed) and (i.person_id = any (ids)
      or i.person_id in (select s.person_id from access.person_identity s where s.agency_id = of_agency order by s.person_id limit 500));
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.read_decision(of_vacancy uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v access.vacancy;
begin
  select * into v from access.vacancy x where x.id = of_vacancy;
  if v.id is null or v.list_id not in (select access.kept_lists()) then return null; end if;
  perform platform.write_audit('access.read-decision', 'vacancy', v.id::text, 'permit', '{}');
  return (select jsonb_build_object('priority', d.priority_id, 'inputs', d.inputs, 'order', d.ordering, 'offered', d.offered, 'fingerprints', d.fingerprints, 'madeAt', d.made_at,
      'people', (select coalesce(jsonb_agg(case when c.closed then jsonb_build_object('token', m.token, 'closed', true)
          else jsonb_build_object('token', m.token, 'closed', false, 'person', m.person_id, 'givenName', i.given_name, 'familyName', i.family_name) end), '[]')
        from access.decision_person m left join access.person_identity i on i.person_id = m.person_id
          cross join lateral (select m.person_id in (select access.barred_persons()) or m.person_id in (select access.locked_persons('identity')) or m.person_id in (select access.locked_persons('housing'))
            or not exists (select from access.consent k join access.list l on l.id = v.list_id where k.person_id = m.person_id and k.to_agencies @> array[l.agency_id] and 'list' = any (k.purposes) and k.withdrawn_at is null
              and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) as closed) c
        where m.vacancy_id = v.id))
    from access.decision d where d.vacancy_id = v.id);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_exchange_refusals(of_import uuid)
 RETURNS TABLE(kind text, "row" integer, client text, field text, reason text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  may boolean := of_import in (select access.exchanged_imports());
begin
  perform platform.write_audit('access.read-exchange-refusals', 'exchange', of_import::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select r.kind, r.row, r.client, r.field, r.reason from access.exchange_row r where r.import_id = of_import and r.state = 'refused' order by r.kind, r.row; end if;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_exchange_rows(of_import uuid)
 RETURNS TABLE(kind text, "row" integer, cells jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  may boolean := of_import in (select access.exchanged_imports());
begin
  perform platform.write_audit('access.read-exchange', 'exchange', of_import::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select r.kind, r.row, r.cells from access.exchange_row r where r.import_id = of_import order by r.kind, r.row; end if;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_household(of_person uuid)
 RETURNS TABLE(household uuid, member uuid, person uuid, relation text, from_date date, to_date date, given_name text, family_name text, birth_date date, writes boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "household"}');
  if decision <> 'permit' then return; end if;
  return query
    select o.household_id, o.id, o.person_id, o.relation, o.from_date, o.to_date, i.given_name, i.family_name, i.birth_date, access.writes_section(o.person_id, 'housing')
    from access.household_member m join access.household_member o on o.household_id = m.household_id
      and o.from_date <= coalesce(m.to_date, platform.ctx_today()) and m.from_date <= coalesce(o.to_date, platform.ctx_today())
      left join access.person_identity i on i.person_id = o.person_id
    where m.person_id = of_person and (o.person_id = of_person or (access.decide(o.person_id, 'identity') = 'permit' and access.decide(o.person_id, 'housing') = 'permit'))
    group by o.household_id, o.id, o.person_id, o.relation, o.from_date, o.to_date, i.given_name, i.family_name, i.birth_date
    order by o.household_id desc, (o.to_date is not null), case o.relation when 'head' then 0 when 'partner' then 1 when 'parent' then 2 when 'child' then 3 else 4 end, i.birth_date, o.id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_intake(of_intake uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := exists (select from access.own_intakes(array[of_intake]));
  person uuid;
begin
  perform platform.write_audit('access.read-intake', 'intake', of_intake::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  select i.person_id into person from access.intake i where i.id = of_intake;
  if person is not null then perform platform.write_audit('access.read-intake', 'person', person::text, 'permit', '{"section": "contact"}'); end if;
  return jsonb_build_object(
    'detail', (select to_jsonb(d) from access.intake_detail d where d.intake_id = of_intake),
    'notes', coalesce((select jsonb_object_agg(e.id, e.note) from access.intake_event e where e.intake_id = of_intake and e.note is not null), '{}'),
    'agreed', coalesce((select jsonb_object_agg(h.id, h.agreed) from access.hand_off h where h.intake_id = of_intake and h.agreed is not null), '{}'));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_linked()
 RETURNS TABLE(id uuid, person_id uuid, agency_id uuid, hash text, definition text, revision integer, response jsonb, months integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.person_id, a.agency_id, a.hash, v.definition, a.revision, a.response, i.months from access.assessment a join access.questionnaire_version v on v.hash = a.hash
    left join access.instrument i on i.agency_id = a.agency_id and i.instrument = a.instrument
  where a.id = (select access.linked_assessment())
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.read_list(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, given_name text, family_name text, birth_date date, demonstration boolean, whereabouts text, last_activity date, last_kind text, active boolean, state text, since date, on_list boolean, changed_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-list', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.read-list', 'list', of_list::text, 'permit', '{}');
  return query
    select t.person_id, i.given_name, i.family_name, i.birth_date, p.demonstration, t.whereabouts, t.last_activity, t.last_kind, t.active, t.state, t.since, t.on_list, p.changed_at
    from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.person p on p.id = t.person_id left join access.person_identity i on i.person_id = t.person_id
    where t.consented and t.recorded and t.person_id not in (select access.closed_persons())
    order by i.search_key nulls last, t.person_id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_listed(of_list uuid, of_person uuid)
 RETURNS TABLE(given_name text, family_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := of_list in (select access.kept_lists()) and of_person not in (select access.closed_persons())
    and exists (select from access.list_standing(of_list, platform.ctx_today(), platform.ctx_now()) t where t.person_id = of_person and t.consented and t.recorded);
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case when permitted then 'permit' else 'refuse' end, '{"section": "identity", "part": "list"}');
  if not permitted then return; end if;
  return query select i.given_name, i.family_name from access.person p left join access.person_identity i on i.person_id = p.id where p.id = of_person;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_offers(of_vacancy uuid)
 RETURNS TABLE(id uuid, state text, offered_at timestamp with time zone, answer_by timestamp with time zone, declined_by text, reason text, refusals integer, conference_after integer, conference_held_on date, token text, person_id uuid, given_name text, family_name text, shown boolean, events jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v access.vacancy;
  keeps boolean;
  one record;
begin
  select * into v from access.vacancy x where x.id = of_vacancy;
  keeps := v.list_id in (select access.kept_lists());
  if v.id is null or not coalesce(keeps or (v.agency_id = platform.ctx_agency() and access.gives_vacancies()), false) then return; end if;
  for one in select o.*, i.given_name as given, i.family_name as family,
      o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity')) and exists (select from access.consent k where k.person_id = o.person_id
        and k.to_agencies @> array[case when keeps then l.agency_id else v.agency_id end] and 'list' = any (k.purposes) and 'identity' = any (k.categories) and k.withdrawn_at is null
        and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) and (keeps or o.state in ('offered', 'declining', 'accepted')) as open, l.conference_after as after
    from access.offer o join access.list l on l.id = v.list_id left join access.person_identity i on i.person_id = o.person_id where o.vacancy_id = v.id order by o.offered_at, o.id
  loop
    perform platform.write_audit('access.read-offer', 'person', one.person_id::text, case when one.open then 'permit' else 'mask' end, jsonb_build_object('vacancy', v.id));
    return query select one.id, one.state, one.offered_at, one.answer_by, one.declined_by, one.reason, case when keeps and one.open then one.refusals end, one.after, one.conference_held_on,
      case when keeps then one.token end, case when keeps and one.open then one.person_id end, case when one.open then one.given end, case when one.open then one.family end, one.open,
      (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'step', e.step, 'by', a.name, 'note', case when one.open then e.note end) order by e.place), '[]') from access.offer_event e left join identity.account a on a.id = e.account_id where e.offer_id = one.id);
  end loop;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_outreach(of_outreach uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := of_outreach in (select access.outreach_team());
begin
  perform platform.write_audit('access.read-outreach', 'outreach', of_outreach::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  return (select jsonb_build_object('id', o.id, 'person', o.person_id, 'consent', o.consent, 'referredBy', o.referred_by, 'state', o.state, 'receivedOn', o.received_on, 'joinedOn', o.joined_on, 'endedOn', o.ended_on, 'leftReason', o.left_reason,
    'contact', (select jsonb_build_object('firstName', c.first_name, 'telephone', c.telephone, 'goodTimes', c.good_times, 'language', c.language) from access.outreach_contact c where c.outreach_id = o.id),
    'slots', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'account', s.account_id, 'name', (select a.name from identity.account a where a.id = s.account_id), 'weekday', s.weekday, 'at', to_char(s.at_time, 'HH24:MI')) order by s.weekday, s.at_time)
      from access.outreach_slot s where s.outreach_id = o.id and (s.to_date is null or s.to_date >= platform.ctx_today())), '[]'),
    'attempts', coalesce((select jsonb_agg(jsonb_build_object('outcome', t.outcome, 'on', t.on_date) order by t.recorded_at desc, t.id desc) from access.outreach_attempt t where t.outreach_id = o.id), '[]'),
    'notes', coalesce((select jsonb_agg(jsonb_build_object('body', n.body, 'writtenAt', n.written_at) order by n.written_at desc, n.id desc) from access.outreach_note n where n.outreach_id = o.id), '[]'),
    'scores', coalesce((select jsonb_agg(jsonb_build_object('measure', x.measure, 'score', x.score, 'on', x.on_date) order by x.measure, x.on_date) from access.outreach_score x where x.outreach_id = o.id), '[]'))
    from access.outreach o where o.id = of_outreach);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_ranked(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, given_name text, family_name text, birth_date date, list_date date, household integer, veteran boolean, indigenous boolean, gender text, need_hash text, need_total double precision, override_id uuid, override_place integer, override_by text, override_reason text, override_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-ranked', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.read-ranked', 'list', of_list::text, 'permit', '{}');
  return query select p.person_id, i.given_name, i.family_name, p.birth_date, p.list_date, p.household, p.veteran, p.indigenous, p.gender, p.need_hash, p.need_total, o.id, o.place, o.by_name, o.reason, o.set_at
    from access.placed(of_list, on_day) p left join access.person_identity i on i.person_id = p.person_id
      left join access.priority_override o on o.list_id = of_list and o.person_id = p.person_id and o.ended_at is null
    where not p.closed order by p.person_id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_referral(of_referral uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
  sides text[];
  open_sections text[] := '{}';
  answer jsonb;
begin
  select * into r from access.referral where id = of_referral;
  if r.id is null then return null; end if;
  sides := access.referral_sides(r);
  if not ('receiver' = any (sides)) then return null; end if;
  if r.ended_at is null then
    open_sections := access.referral_sections(r.person_id, r.to_agency, r.organization_id);
    -- Through a link, which can be passed on, only who it is and how to reach her; with an account, what the role opens.
    if platform.ctx_actor() is distinct from 'staff' or r.id = access.referral_by_link() then
      open_sections := array(select s from unnest(open_sections) s where s in ('identity', 'contact'));
    else
      open_sections := array(select s from unnest(open_sections) s where access.role_opens(s) and r.person_id not in (select access.locked_persons(s)));
    end if;
  end if;
  perform platform.write_audit('access.read-referral', 'person', r.person_id::text, case when cardinality(open_sections) > 0 then 'permit' else 'mask' end,
    jsonb_build_object('section', array_to_string(open_sections, ', '), 'referral', r.id));
  answer := jsonb_build_object('sections', open_sections,
    'words', case when cardinality(open_sections) > 0 then (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'body', w.body, 'at', w.at) order by w.at, w.id), '[]') from access.referral_note w
      where w.referral_id = r.id and (w.kind in ('request', 'answer') or w.side = 'receiver')) else '[]'::jsonb end);
  if 'identity' = any (open_sections) then answer := answer || jsonb_build_object('identity', (select jsonb_build_object('givenName', i.given_name, 'familyName', i.family_name, 'birthDate', i.birth_date,
    'birthEstimated', i.birth_estimated, 'languages', i.languages, 'interpreter', i.interpreter) from access.person_identity i where i.person_id = r.person_id)); end if;
  if 'contact' = any (open_sections) then answer := answer || jsonb_build_object('contact', (select jsonb_build_object('phone', c.phone, 'email', c.email, 'safeToLeaveMessage', c.safe_to_leave_message,
    'preference', c.preference, 'doNotContact', p.do_not_contact) from access.person p left join access.person_contact c on c.person_id = p.id where p.id = r.person_id)); end if;
  if 'housing' = any (open_sections) then answer := answer || jsonb_build_object('housing', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_housing e where e.person_id = r.person_id)); end if;
  if 'health' = any (open_sections) then answer := answer || jsonb_build_object('health', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_health e where e.person_id = r.person_id)); end if;
  if 'note' = any (open_sections) then answer := answer || jsonb_build_object('note', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_note e where e.person_id = r.person_id)); end if;
  return answer;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_referral_words(of_referral uuid)
 RETURNS TABLE(kind text, body text, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
begin
  select * into r from access.referral x where x.id = of_referral;
  if r.id is null or not ('sender' = any (access.referral_sides(r))) then return; end if;
  perform platform.write_audit('access.read-referral-words', 'person', r.person_id::text, 'permit', jsonb_build_object('referral', r.id));
  return query select w.kind, w.body, w.at from access.referral_note w where w.referral_id = r.id and w.side = 'sender' order by w.at, w.id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_replay(of_list uuid, from_day date, to_day date, zone text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) then return null; end if;
  perform platform.write_audit('access.read-replay', 'list', of_list::text, 'permit', '{}');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'day', (d.made_at at time zone zone)::date, 'inputs', d.inputs,
      'people', (select coalesce(jsonb_agg(jsonb_build_object('token', m.token, 'person', m.person_id, 'closed', c.closed, 'givenName', case when not c.closed then i.given_name end, 'familyName', case when not c.closed then i.family_name end,
          'declined', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'declined'), 'accepted', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'accepted'))), '[]')
        from access.decision_person m left join access.person_identity i on i.person_id = m.person_id
          cross join lateral (select m.person_id in (select access.barred_persons()) or m.person_id in (select access.locked_persons('identity')) or m.person_id in (select access.locked_persons('housing'))
            or not exists (select from access.consent k join access.list l on l.id = v.list_id where k.person_id = m.person_id and k.to_agencies @> array[l.agency_id] and 'list' = any (k.purposes) and k.withdrawn_at is null
              and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) as closed) c
        where m.vacancy_id = v.id)) order by d.made_at, v.id), '[]')
    from access.decision d join access.vacancy v on v.id = d.vacancy_id where v.list_id = of_list and (d.made_at at time zone zone)::date between from_day and to_day);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.read_scan(of_person uuid, scan uuid)
 RETURNS TABLE(type text, content bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := access.reads_consents(of_person);
begin
  perform platform.write_audit('access.read-scan', 'person', of_person::text, case when permitted then 'permit' else 'refuse' end, jsonb_build_object('scan', scan));
  if not permitted then return; end if;
  return query select s.type, s.content from access.consent_scan s where s.id = scan and s.person_id = of_person;
end $function$
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

CREATE OR REPLACE FUNCTION access.read_stays(of_person uuid)
 RETURNS TABLE(id uuid, agency_id uuid, kind text, place text, start_date date, end_date date, evidence text, entered_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "stays"}');
  if decision <> 'permit' then return; end if;
  return query select s.id, s.agency_id, s.kind, s.place, s.start_date, s.end_date, s.evidence, s.entered_at from access.stay s where s.person_id = of_person and s.voided_at is null order by s.start_date, s.id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.reads_consents(of_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce((select platform.ctx_actor() = 'staff' and p.agency_id = platform.ctx_agency() and access.decide(p.id, 'identity') = 'permit' from access.person p where p.id = of_person), false)
$function$

CREATE OR REPLACE FUNCTION access.receive_intake(given jsonb, detail jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  new_row access.intake := jsonb_populate_record(null::access.intake, given);
  runs uuid;
begin
  select a.id into runs from access.access_point p join identity.agency a on a.slug = p.agency_slug
  where p.slug = new_row.point_slug and p.removed_at is null and p.known_from <= platform.ctx_today() and new_row.door = any (p.doors)
    and (a.from_date is null or a.from_date <= platform.ctx_today()) and (a.to_date is null or a.to_date >= platform.ctx_today());
  if runs is null or platform.ctx_actor() is null then return 'closed'; end if;
  if new_row.door not in ('web', 'professional') and not (platform.ctx_actor() = 'staff' and coalesce(platform.ctx_agency() = runs, false)
    and (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor'))) then return 'closed'; end if;
  insert into access.intake (id, agency_id, point_slug, door, language, anonymous, do_not_contact, message_ok, may_share, knows, age_band, received_at, entered_by, due_for, due_on, due_at, once, code_hash)
  values (new_row.id, runs, new_row.point_slug, new_row.door, new_row.language, new_row.anonymous, new_row.do_not_contact, new_row.message_ok, new_row.may_share, new_row.knows, new_row.age_band,
    platform.ctx_now(), case when new_row.door in ('web', 'professional') then null else platform.ctx_account() end, 'triage', new_row.due_on, new_row.due_at, new_row.once, new_row.code_hash)
  on conflict (once) do nothing;
  if not found then
    return case when exists (select from access.intake i where i.once = new_row.once and i.state = 'open' and i.received_at > platform.ctx_now() - interval '10 minutes') then 'again' else 'before' end;
  end if;
  insert into access.intake_detail select (jsonb_populate_record(null::access.intake_detail, detail || jsonb_build_object('intake_id', new_row.id))).*;
  insert into access.intake_event (id, intake_id, kind, at, on_date, account_id)
  values (gen_random_uuid(), new_row.id, 'received', platform.ctx_now(), platform.ctx_today(), case when new_row.door in ('web', 'professional') then null else platform.ctx_account() end);
  return 'received';
end $function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.reconcile_list(of_list uuid, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(listed boolean, listed_now boolean, consented boolean, stands boolean, whereabouts text, heard boolean, nights text[], people integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) or on_day > platform.ctx_today() then
    perform platform.write_audit('access.reconcile-list', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.reconcile-list', 'list', of_list::text, 'permit', '{}');
  return query
    with now_known as (select * from access.list_standing(of_list, on_day, platform.ctx_now())),
    then_known as (select t.person_id, t.on_list from access.list_standing(of_list, on_day, least(known_at, platform.ctx_now())) t),
    night as (
      select s.person_id, array_agg(distinct s.kind order by s.kind) as kinds, bool_or(s.agency_id = platform.ctx_agency()) as own from access.stay s
      where s.voided_at is null and s.start_date <= on_day and (s.end_date is null or s.end_date > on_day) group by s.person_id),
    everybody as (
      select n.person_id from now_known n union select t.person_id from then_known t
      union select g.person_id from night g join access.person p on p.id = g.person_id where p.agency_id = platform.ctx_agency())
    select coalesce(t.on_list, false), coalesce(n.on_list, false), coalesce(n.consented, false), coalesce(p.state in ('active', 'inactive') and not exists (
        select from (select h.to_state, h.reason from access.list_change h where h.list_id = of_list and h.person_id = e.person_id and h.effective <= on_day and h.recorded_at <= platform.ctx_now()
          order by h.effective desc, h.recorded_at desc, h.place desc limit 1) x where x.to_state = 'left' and x.reason in ('deceased', 'moved-away', 'merge', 'void')), false),
      coalesce(n.whereabouts, 'unknown'), coalesce(n.active, false), coalesce(g.kinds, '{}'), count(*)::integer
    from everybody e join access.person p on p.id = e.person_id left join now_known n on n.person_id = e.person_id left join then_known t on t.person_id = e.person_id left join night g on g.person_id = e.person_id
    where p.state <> 'void' and e.person_id not in (select access.barred_persons()) and e.person_id not in (select access.locked_persons('identity')) and e.person_id not in (select access.locked_persons('housing'))
    group by 1, 2, 3, 4, 5, 6, 7;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.refer_to_outreach(new_id uuid, to_agency uuid, given_consent text, referrer text, first_name text, telephone text, good_times text, given_language text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from access.outreach_agencies() a where a.agency_id = to_agency) then return false; end if;
  insert into access.outreach (id, agency_id, consent, referred_by, received_on, received_at) values (new_id, to_agency, given_consent, referrer, platform.ctx_today(), platform.ctx_now()) on conflict (id) do nothing;
  if not found then return true; end if;
  insert into access.outreach_contact (outreach_id, first_name, telephone, good_times, language) values (new_id, first_name, telephone, good_times, given_language);
  perform platform.write_audit('access.refer-outreach', 'outreach', new_id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.referral_address(of_service uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(
      case when s.origin = 'staff' or (s.feed is not distinct from o.feed or substring(s.feed from ' ([0-9a-f-]{36})$') = substring(o.feed from ' ([0-9a-f-]{36})$')) and trusted or s.feed ~ (' ' || o.agency_id || '$') then s.email end,
      case when o.origin = 'staff' or trusted then o.email end)
  from access.service s join access.organization o on o.id = s.organization_id
    cross join lateral (select o.agency_id is null or o.feed is null or o.feed !~ ' [0-9a-f-]{36}$' or o.feed ~ (' ' || o.agency_id || '$') as trusted) t
  where s.id = of_service
$function$

CREATE OR REPLACE FUNCTION access.referral_barriers(of_person uuid, of_service uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select b.barriers from access.service_barriers(of_person, array[of_service]) b
$function$

CREATE OR REPLACE FUNCTION access.referral_by_code()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.referral_id from access.referral_code c where c.code_hash = platform.ctx_capability()
$function$

CREATE OR REPLACE FUNCTION access.referral_by_link()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.referral_id from access.referral_link l join access.referral r on r.id = l.referral_id
  where l.key_hash = platform.ctx_capability() and l.revoked_at is null and l.expires_at > platform.ctx_now() and r.ended_at is null
$function$

CREATE OR REPLACE FUNCTION access.referral_facts(of_referral uuid)
 RETURNS SETOF access.referral
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.* from access.referral r where platform.ctx_actor() = 'worker' and r.id = of_referral
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.referral_levels(from_day date, to_day date, time_zone text)
 RETURNS TABLE(organization_id uuid, person_id uuid, sent_at timestamp with time zone, seen_at timestamp with time zone, answered_at timestamp with time zone, accepted_at timestamp with time zone, paused_to_answer integer, paused_to_accept integer, service_days double precision, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select r.organization_id, r.person_id, r.sent_at, r.seen_at, a.at, r.accepted_at,
    -- Information is asked for before the answer and after acceptance: of one that was accepted its own pause counts, of the others all that there was.
    case when r.accepted_at is not null then coalesce(r.paused_to_accept, 0) else r.paused_seconds + coalesce(extract(epoch from platform.ctx_now() - r.paused_since), 0)::integer end,
    coalesce(r.paused_to_accept, 0),
    case when r.first_service_on is not null then greatest(0, r.first_service_on - (r.sent_at at time zone time_zone)::date - coalesce(r.paused_to_service, 0) / 86400)::double precision end, r.ended_at
  from access.referral r left join lateral (select min(e.at) as at from access.referral_event e where e.referral_id = r.id and e.step in ('accept', 'waitlist', 'decline')) a on true
  where r.sent_at is not null and r.state <> 'void' and (r.sent_at at time zone time_zone)::date between from_day and to_day
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.referral_sections(of_person uuid, receiver uuid, organization uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(s.section order by s.section), '{}') from unnest(array['identity', 'contact', 'housing', 'health', 'note']) s(section)
  where (exists (select from access.person p where p.id = of_person and p.agency_id = receiver)
      or exists (select from access.consent c where c.person_id = of_person and s.section = any (c.categories) and c.purposes && array['care', 'referral'] and c.withdrawn_at is null
        and c.starts_on <= (select platform.ctx_today()) and (c.expires_on is null or c.expires_on >= (select platform.ctx_today()))
        and (c.to_agencies @> array[receiver] or c.to_organizations @> array[organization])))
    and not exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.account_id is null
      and (i.category is null or i.category = s.section) and (i.agency_id is null or i.agency_id = receiver))
$function$

CREATE OR REPLACE FUNCTION access.referral_sides(r access.referral)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sides text[] := '{}';
  actor text := platform.ctx_actor();
  worker boolean := platform.ctx_has('intake-worker') or platform.ctx_has('clinician');
  supervisor boolean := platform.ctx_has('access-supervisor');
begin
  if actor = 'worker' then return array['system']; end if;
  if actor = 'staff' and r.person_id not in (select access.barred_persons()) and r.person_id not in (select access.locked_persons('identity')) then
    if r.to_agency = platform.ctx_agency() and r.sent_at is not null
      and (supervisor or platform.ctx_has('intake-worker') or (worker and r.handled_by = platform.ctx_account())) then sides := sides || 'receiver'::text; end if;
    if r.from_agency = platform.ctx_agency() and (supervisor or (worker and (r.sent_by = platform.ctx_account() or r.person_id in (select access.assigned_persons())))) then
      sides := sides || 'sender'::text; end if;
    if platform.ctx_has('coordinator') and (r.from_agency = platform.ctx_agency() or (r.to_agency = platform.ctx_agency() and r.sent_at is not null)) then sides := sides || 'coordinator'::text; end if;
  end if;
  if platform.ctx_capability() is not null then
    if r.id = access.referral_by_link() then sides := sides || 'receiver'::text; end if;
    if r.id = access.referral_by_code() then sides := sides || 'person'::text; end if;
  end if;
  return sides;
end $function$

CREATE OR REPLACE FUNCTION access.referral_standing(of_referral uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('sides', access.referral_sides(r), 'shared', cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) > 0,
    'late', r.sent_at is not null and r.sent_at <= platform.ctx_now() - make_interval(days => (select t.count from access.referral_term t where t.name = 'expire')))
  from access.referral r where r.id = of_referral and cardinality(access.referral_sides(r)) > 0
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.referred_to(of_service uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('service', s.name, 'organization', o.name) from access.service s join access.organization o on o.id = s.organization_id where s.id = of_service
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.refuse_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'the history of a referral is never changed' using errcode = '42501';
end $function$

CREATE OR REPLACE FUNCTION access.release_stays(of_list uuid, on_day date)
 RETURNS TABLE(person_id uuid, kind text, start_date date, end_date date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.person_id, s.kind, s.start_date, s.end_date from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.stay s on s.person_id = t.person_id
  where platform.ctx_actor() = 'worker' and t.consented and s.voided_at is null and s.start_date <= on_day
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.replayed_decisions(of_replay uuid, zone text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.replay;
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job counts a replay' using errcode = '42501'; end if;
  select * into r from access.replay x where x.id = of_replay and x.state = 'asked';
  if not found then return null; end if;
  perform platform.write_audit('access.read-replay', 'list', r.list_id::text, 'permit', jsonb_build_object('replay', r.id));
  return (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'day', (d.made_at at time zone zone)::date, 'inputs', d.inputs,
      'people', (select coalesce(jsonb_agg(jsonb_build_object('token', m.token, 'person', m.person_id, 'declined', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'declined'))), '[]')
        from access.decision_person m where m.vacancy_id = v.id)) order by d.made_at, v.id), '[]')
    from access.decision d join access.vacancy v on v.id = d.vacancy_id
    where v.list_id = r.list_id and (d.made_at at time zone zone)::date >= (r.last_month - interval '11 months')::date and (d.made_at at time zone zone)::date < (r.last_month + interval '1 month')::date);
end $function$
-- execute: ct_worker

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

CREATE OR REPLACE FUNCTION access.save_assessment(of_id uuid, seen integer, given_response jsonb, given_score jsonb, finish boolean, done_on date, ends_on date, in_language text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kept access.assessment;
  by_link boolean := of_id = (select access.linked_assessment());
begin
  if not coalesce(access.keeps_assessment(of_id), false) then return 'refused'; end if;
  select * into kept from access.assessment a where a.id = of_id for update;
  if kept.state <> 'unfinished' or kept.revision <> seen then return 'conflict'; end if;
  update access.assessment a set response = given_response, revision = a.revision + 1, language = in_language, saved_by = platform.ctx_account(), saved_at = platform.ctx_now(),
    state = case when finish then 'finished' else 'unfinished' end, finished_at = case when finish then platform.ctx_now() end,
    administered_on = case when finish then done_on end, score = case when finish then given_score end, expires_on = case when finish then ends_on end
  where a.id = of_id;
  if finish then update access.assessment_link l set ended_at = platform.ctx_now() where l.assessment_id = of_id and l.ended_at is null; end if;
  if by_link then
    perform platform.write_audit('access.fill-assessment', 'person', kept.person_id::text, 'permit', jsonb_build_object('section', kept.section));
  end if;
  return 'saved';
end $function$
-- execute: ct_public, ct_staff

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
    from (select n.person_id as id from access.person_identity n where n.search_key = wanted_key
      union select a.person_id from access.person_alias a where a.search_key = wanted_key
      union select n.person_id from access.person_identity n where n.blocks && access.blocks_of(wanted_key, null) and n.birth_date = wanted_birth) found
    join access.person p on p.id = found.id join access.person_identity i on i.person_id = p.id
    where p.state in ('active', 'inactive')
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

CREATE OR REPLACE FUNCTION access.seek_intakes(wanted text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  key text := lower(regexp_replace(wanted, '\s+', ' ', 'g'));
  digits text := regexp_replace(wanted, '\D', '', 'g');
  one uuid;
begin
  if length(key) < 2 then return; end if;
  for one in
    select o.id from access.own_intakes(array(select i.id from access.intake i join access.intake_detail d on d.intake_id = i.id
      where i.state = 'open' and i.agency_id = (select platform.ctx_agency()) and (strpos(lower(coalesce(d.given_name, '') || ' ' || coalesce(d.family_name, '')), key) > 0
        or (length(digits) >= 7 and strpos(regexp_replace(coalesce(d.phone, ''), '\D', '', 'g'), digits) > 0) or lower(d.email) = key))) o(id)
    order by o.id limit 20
  loop
    perform platform.write_audit('access.seek-intakes', 'intake', one::text, 'permit', '{}');
    return next one;
  end loop;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.service_barriers(of_person uuid, services uuid[])
 RETURNS TABLE(service_id uuid, barriers text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with before as materialized (
    select r.service_id, bool_or(r.state in ('declined', 'failed') and r.ended_at > (select platform.ctx_now() - make_interval(days => t.count) from access.referral_term t where t.name = 'struck-out')) as refused,
      bool_or(r.ended_at is null and r.sent_at is not null) as open
    from access.referral r where r.person_id = of_person group by r.service_id
  ), receiver as materialized (
    select o.id, o.withdrawn_at is null as stands, access.agency_answers(o.agency_id) as answers, cardinality(access.referral_sections(of_person, o.agency_id, o.id)) = 0 as untold
    from access.organization o where o.id in (select s.organization_id from access.service s where s.id = any (services))
  )
  select s.id, array_remove(array[
    case when s.status <> 'active' or not s.takes_referrals or s.withdrawn_at is not null or s.known_from > (select platform.ctx_today()) or not o.stands
      or coalesce(s.assured_date < (select platform.ctx_today()) - 365, true)
      or coalesce((select a.demonstration from identity.agency a join access.person p on p.agency_id = a.id where p.id = of_person), false) <> s.demonstration then 'not-offered' end,
    case when b.refused then 'struck-out' end,
    case when b.open then 'open-already' end,
    case when not o.answers and access.referral_address(s.id) is null then 'no-address' end,
    case when o.untold then 'no-consent' end], null)
  from access.service s join receiver o on o.id = s.organization_id left join before b on b.service_id = s.id
  where s.id = any (services) and (select access.may_refer(of_person))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.set_override(new_id uuid, of_list uuid, of_person uuid, to_place integer, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_list not in (select access.kept_lists()) or not exists (select from access.placed(of_list, platform.ctx_today()) p where p.person_id = of_person and not p.closed) then return false; end if;
  update access.priority_override o set ended_at = platform.ctx_now(), ended_by = platform.ctx_account() where o.list_id = of_list and o.person_id = of_person and o.ended_at is null;
  if to_place is not null then
    insert into access.priority_override (id, list_id, person_id, place, set_by, by_name, reason, set_at)
    values (new_id, of_list, of_person, to_place, platform.ctx_account(), (select a.name from identity.account a where a.id = platform.ctx_account()), why, platform.ctx_now());
  end if;
  perform platform.write_audit('access.override-priority', 'person', of_person::text, 'permit', jsonb_build_object('list', of_list, 'place', to_place));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.set_referral_code(of_referral uuid, new_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
begin
  select * into r from access.referral where id = of_referral;
  if r.id is null or r.sent_at is null or not ('sender' = any (access.referral_sides(r))) then return false; end if;
  insert into access.referral_code (referral_id, code_hash, made_at) values (r.id, new_hash, platform.ctx_now())
  on conflict (referral_id) do update set code_hash = new_hash, made_at = platform.ctx_now();
  perform platform.write_audit('access.new-referral-code', 'referral', r.id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.settle_list(of_list uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one record;
  changed integer := 0;
  today date := platform.ctx_today();
  threshold integer := (select l.inactive_after from access.list l where l.id = of_list);
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the nightly job settles a list' using errcode = '42501'; end if;
  for one in
    select t.*, case
        when t.state is null and t.on_list then array['active', 'newly-identified']
        when t.state = 'active' and not t.consented then array['left', 'consent-lapsed']
        when t.state in ('active', 'inactive') and t.whereabouts = 'housed' then array['housed', 'housed']
        when t.state = 'active' and not t.active then array['inactive', 'no-contact']
        when t.state = 'inactive' and t.on_list then array['active', 'returned-from-inactive']
        when t.state = 'housed' and t.on_list then array['active', 'returned-from-housing']
        when t.state = 'left' and t.on_list then array['active', 'returned'] end as next,
      (select min(s.start_date) from access.stay s where s.person_id = t.person_id and s.voided_at is null and s.kind in ('unsheltered', 'shelter', 'hidden')
        and (t.state is distinct from 'housed' or s.start_date >= t.since)) as homeless_from,
      (select max(s.start_date) from access.stay s where s.person_id = t.person_id and s.voided_at is null and s.kind = 'housed' and s.start_date <= today) as housed_from
    from access.list_standing(of_list, today, platform.ctx_now()) t where t.recorded
  loop
    continue when one.next is null;
    insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at)
    values (gen_random_uuid(), of_list, one.person_id, one.state, one.next[1], one.next[2],
      greatest(one.since, case one.next[2]
        when 'newly-identified' then coalesce(one.homeless_from, today)
        when 'no-contact' then least(today, coalesce(one.last_activity + threshold + 1, today))
        when 'housed' then coalesce(one.housed_from, today)
        when 'returned-from-inactive' then coalesce(one.last_activity, today)
        when 'returned-from-housing' then coalesce(one.homeless_from, today)
        else today end), platform.ctx_now());
    changed := changed + 1;
  end loop;
  return changed;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.shared_persons(section text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.person_id from access.consent c where c.to_agencies @> array[(select platform.ctx_agency())] and section = any (c.categories) and 'care' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= (select platform.ctx_today()) and (c.expires_on is null or c.expires_on >= (select platform.ctx_today()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.sound_of(name_key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select left(regexp_replace(regexp_replace(regexp_replace(translate(replace(regexp_replace(regexp_replace(regexp_replace(replace(name_key, 'ph', 'f'), 'sch|tch|ch|sh', 's', 'g'), 'c(?=[eiy])', 's', 'g'),
    'g(?=[eiy])', 'j', 'g'), 'x', 'ks'), 'cqgzwvdb', 'kkksfftp'), '^[aeiouhy]', 'a'), '\Y[aeiouhy]', '', 'g'), '(.)\1+', '\1', 'g'), 6)
$function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.sounds_of(search_key text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  f text := access.sound_of(split_part(search_key, ' ', 1));
  g text := access.sound_of(split_part(search_key, ' ', 2));
begin
  return case when f <> '' then array['f:' || f] else '{}' end || case when g <> '' then array['g:' || g] else '{}' end;
end $function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.start_exchange(of_import uuid, client_column integer, stay_column integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_import not in (select access.exchanged_imports()) then return false; end if;
  update access.exchange_import i set state = 'running', uploaded_by = platform.ctx_account(), ended_at = null, entered = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0
    where i.id = of_import and i.state = 'staged' and i.erased_at is null;
  if not found then return false; end if;
  update access.exchange_row r set state = 'waiting', reason = null, field = null, client = access.open_exchange_cell(coalesce(btrim(r.cells ->> case r.kind when 'client' then client_column else stay_column end), '')) where r.import_id = of_import;
  update access.exchange_stay s set import_id = null where s.import_id = of_import;
  perform platform.write_audit('access.start-exchange', 'exchange', of_import::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.strike_assessment(of_id uuid, why text, said text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  kept access.assessment;
begin
  select * into kept from access.assessment a where a.id = of_id for update;
  if kept.id is null or kept.agency_id is distinct from platform.ctx_agency() or not coalesce(access.writes_assessment(kept.person_id, kept.section), false) then
    perform platform.write_audit('access.strike-assessment', 'assessment', of_id::text, 'refuse', '{}');
    return 'refused';
  end if;
  if kept.state <> 'finished' then return 'conflict'; end if;
  update access.assessment a set state = 'struck-out', struck_at = platform.ctx_now(), struck_by = platform.ctx_account(), struck_reason = why, struck_words = nullif(said, '') where a.id = of_id;
  perform platform.write_audit('access.strike-assessment', 'person', kept.person_id::text, 'permit', jsonb_build_object('section', kept.section, 'assessment', kept.id, 'reason', why));
  return 'done';
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.take_care_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  path constant text[] := array['referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring'];
  p access.care_plan;
  usual text;
  fresh boolean;
begin
  select * into strict p from access.care_plan where id = new.plan_id for update;
  fresh := not exists (select from access.care_step s where s.plan_id = new.plan_id);
  usual := case when fresh then 'referral' when p.step = 'monitoring' then 'intake'
    when p.step = 'strengths' and p.coordinator_id is not null then 'goals' else path[array_position(path, p.step) + 1] end;
  new.round := p.round;
  if new.kind = 'reopened' then
    if p.standing = 'active' then raise exception 'the plan is open' using errcode = '23514'; end if;
    update access.care_plan set standing = 'active' where id = p.id;
    return new;
  end if;
  if p.standing <> 'active' then raise exception 'the plan is closed' using errcode = '23514'; end if;
  if new.kind = 'refused' then
    if p.step not in ('referral', 'intake') then raise exception 'a plan is refused at intake' using errcode = '23514'; end if;
    update access.care_plan set standing = 'refused' where id = p.id;
  elsif new.kind = 'inactive' then
    update access.care_plan set standing = 'inactive' where id = p.id;
  else
    if fresh and new.step <> 'referral' then raise exception 'a plan begins with a referral' using errcode = '23514'; end if;
    if new.step is distinct from usual and new.reason is null then raise exception 'this step needs a reason' using errcode = '23514'; end if;
    if array_position(path, new.step) > 4 and p.coordinator_id is null then raise exception 'there is no coordinator' using errcode = '23514'; end if;
    if p.step = 'monitoring' and new.step = 'intake' then new.round := p.round + 1; end if;
    update access.care_plan set step = new.step, round = new.round, coordinator_id = coalesce(new.coordinator_id, coordinator_id) where id = p.id;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION access.take_exchange_batch(of_import uuid, clients integer)
 RETURNS TABLE(client text, kind text, "row" integer, cells jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  i access.exchange_import;
  next text[];
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job takes rows' using errcode = '42501'; end if;
  select * into i from access.exchange_import x where x.id = of_import and x.state = 'running' for update;
  if not found then return; end if;
  -- Whoever started it must still be allowed to: the import writes in her name.
  if not exists (select from identity.membership m join identity.account a on a.id = m.account_id where m.account_id = i.uploaded_by and m.agency_id = i.agency_id and m.role = 'access-supervisor'
      and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null) then
    update access.exchange_import x set state = 'stopped', ended_at = platform.ctx_now() where x.id = of_import;
    return;
  end if;
  next := array(select distinct r.client from access.exchange_row r where r.import_id = of_import and r.state = 'waiting' order by r.client limit clients);
  return query select r.client, r.kind, r.row, r.cells from access.exchange_row r where r.import_id = of_import and r.client = any (next) and r.state = 'waiting' order by r.client, r.kind, r.row;
  if not found then update access.exchange_import x set state = 'done', ended_at = platform.ctx_now() where x.id = of_import; end if;
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.take_offer_step(of_offer uuid, its_step text, declined text, why text, words text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  o access.offer;
  v access.vacancy;
  keeps boolean;
  gives boolean;
begin
  select * into o from access.offer x where x.id = of_offer for update;
  select * into v from access.vacancy x where x.id = o.vacancy_id for update;
  keeps := v.list_id in (select access.kept_lists());
  gives := v.agency_id = platform.ctx_agency() and coalesce(access.gives_vacancies(), false);
  if o.id is null or not coalesce(keeps or gives, false) or o.person_id in (select access.barred_persons()) then return 'absent'; end if;
  if its_step in ('approve', 'return', 'withdraw', 'conference') and not keeps then return 'absent'; end if;
  if its_step = 'approve' and (select e.account_id from access.offer_event e where e.offer_id = o.id and e.step = 'decline' order by e.place desc limit 1) = platform.ctx_account() then return 'same-account'; end if;
  if not ((its_step in ('accept', 'decline') and o.state = 'offered') or (its_step in ('approve', 'return') and o.state = 'declining') or (its_step = 'withdraw' and o.state in ('offered', 'declining'))
    or (its_step = 'conference' and o.state = 'declined' and o.refusals is not null and o.conference_held_on is null)) then return 'not-possible'; end if;
  insert into access.offer_event (id, offer_id, at, account_id, step, declined_by, reason, note) values (gen_random_uuid(), o.id, platform.ctx_now(), platform.ctx_account(), its_step, declined, why, words);
  update access.offer x set
    state = case its_step when 'accept' then 'accepted' when 'decline' then 'declining' when 'approve' then 'declined' when 'return' then 'offered' when 'withdraw' then 'withdrawn' else x.state end,
    declined_by = case its_step when 'decline' then declined when 'return' then null else x.declined_by end,
    reason = case its_step when 'decline' then why when 'return' then null else x.reason end,
    answer_by = case its_step when 'return' then platform.ctx_now() + make_interval(hours => v.answer_hours) else x.answer_by end,
    refusals = case when its_step = 'approve' and x.declined_by = 'person' then 1 + (select count(*)::integer from access.offer p where p.person_id = o.person_id and p.id <> o.id and p.state = 'declined' and p.declined_by = 'person') else x.refusals end,
    conference_held_on = case its_step when 'conference' then platform.ctx_today() else x.conference_held_on end,
    ended_at = case when its_step in ('accept', 'approve', 'withdraw') then platform.ctx_now() else x.ended_at end
  where x.id = o.id;
  if its_step = 'accept' then update access.vacancy x set state = 'filled', ended_at = platform.ctx_now() where x.id = v.id; end if;
  perform platform.write_audit('access.' || its_step || '-offer', 'person', o.person_id::text, 'permit', jsonb_build_object('vacancy', v.id));
  return 'done';
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.take_outreach_attempt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  o access.outreach;
begin
  select * into strict o from access.outreach where id = new.outreach_id for update;
  if o.state not in ('new', 'joined') then raise exception 'nobody is called any more' using errcode = '23514'; end if;
  if new.outcome = 'declined' then
    update access.outreach set state = case when o.state = 'joined' then 'left' else 'declined' end, left_reason = case when o.state = 'joined' then 'no-wish' end, ended_on = new.on_date where id = o.id;
  elsif o.consent = 'unsure' and new.outcome = 'missed' then
    update access.outreach set state = 'unreachable', ended_on = new.on_date where id = o.id;
  elsif o.consent = 'unsure' then
    update access.outreach set consent = 'agrees' where id = o.id;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION access.take_referral_step(of_referral uuid, expected text, wanted text, side text, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  r access.referral;
  n access.referral;
  t access.referral_transition;
  moment timestamptz := platform.ctx_now();
  barrier text;
  words text := coalesce(given ->> 'note', '');
begin
  select * into r from access.referral where id = of_referral for update;
  if r.id is null or not (side = any (access.referral_sides(r))) then
    perform platform.write_audit('access.referral-step', 'referral', of_referral::text, 'refuse', jsonb_build_object('step', wanted));
    return 'absent';
  end if;
  if r.state <> expected then return 'conflict'; end if;
  select * into t from access.referral_transition x where x.step = wanted and x.from_state = r.state and x.actor = side;
  if t.step is null then return 'refused'; end if;
  if exists (select from access.referral_reason x where x.step = wanted) and not exists (select from access.referral_reason x where x.step = wanted and x.reason = given ->> 'reason') then return 'reason'; end if;
  if wanted = 'see' and r.seen_at is not null then return 'done'; end if;
  if wanted = 'ask' and r.asked_at is not null then return 'done'; end if;
  if (wanted = 'request-info' and r.paused_since is not null) or (wanted = 'answer-info' and r.paused_since is null) or (wanted = 'answer-help' and r.help_answer is not null) then return 'refused'; end if;
  if wanted = 'schedule' and coalesce((given ->> 'at')::timestamptz <= moment, true) then return 'refused'; end if;
  if wanted in ('attend', 'start') and coalesce((given ->> 'on')::date > platform.ctx_today(), true) then return 'refused'; end if;
  if wanted = 'fail' and given ->> 'reason' = 'unable-to-contact' and not access.tried_to_reach(r.id) then return 'not-tried'; end if;
  if wanted = 'expire' and (r.sender_told_at is null or r.sent_at > moment - make_interval(days => (select x.count from access.referral_term x where x.name = 'expire'))) then return 'too-early'; end if;
  if wanted = 'send' then
    barrier := (access.referral_barriers(r.person_id, r.service_id))[1];
    if not access.may_refer(r.person_id) then return 'absent'; end if;
    if barrier is not null then return barrier; end if;
    if r.urgency = 'urgent' and r.handoff_with is null then return 'no-handoff'; end if;
  end if;

  n := r;
  n.state := t.to_state;
  -- The clock runs again with the answer, or as soon as something else is decided.
  if r.paused_since is not null and (wanted = 'answer-info' or n.state <> r.state) then
    n.paused_seconds := r.paused_seconds + extract(epoch from moment - r.paused_since)::integer;
    n.paused_since := null;
  end if;
  if wanted = 'request-info' then n.paused_since := moment; end if;
  if wanted = 'send' then n.sent_at := moment; end if;
  -- Whoever answers has seen it.
  if side = 'receiver' and wanted <> 'withdraw' then n.seen_at := coalesce(r.seen_at, moment); end if;
  if side = 'receiver' and r.handled_by is null and platform.ctx_account() is not null and wanted <> 'see' then n.handled_by := platform.ctx_account(); end if;
  if n.state in ('accepted', 'scheduled', 'in-progress') and r.accepted_at is null then n.accepted_at := moment; n.paused_to_accept := n.paused_seconds; end if;
  if wanted in ('waitlist', 'review-waitlist') then n.waitlisted_at := moment; end if;
  if wanted in ('try-contact', 'schedule', 'attend', 'start') then n.contacted_at := coalesce(r.contacted_at, moment); end if;
  if wanted = 'schedule' then n.appointment_at := (given ->> 'at')::timestamptz; end if;
  if wanted in ('attend', 'start') and r.first_service_on is null then n.first_service_on := (given ->> 'on')::date; n.paused_to_service := n.paused_seconds; end if;
  if wanted = 'miss' then n.no_shows := r.no_shows + 1; end if;
  if wanted = 'tell-sender' then n.sender_told_at := moment; end if;
  if wanted = 'stop-sharing' then n.stopped_at := moment; end if;
  if wanted = 'complete' then n.outcome := given ->> 'reason'; end if;
  if wanted = 'fail' then n.outcome := 'not-met'; end if;
  if n.state <> r.state and n.state in ('completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void') then n.ended_at := moment; n.reason := given ->> 'reason'; end if;
  if wanted in ('ask', 'answer-help') then n.asked_at := coalesce(r.asked_at, moment); end if;
  if wanted = 'answer-help' then n.help_answer := given ->> 'reason'; end if;
  if n.asked_at is not null and n.outcome is not null then n.closed_at := coalesce(r.closed_at, moment); end if;
  update access.referral set state = n.state, sent_at = n.sent_at, seen_at = n.seen_at, handled_by = n.handled_by, accepted_at = n.accepted_at, paused_to_accept = n.paused_to_accept, paused_since = n.paused_since,
    paused_seconds = n.paused_seconds, waitlisted_at = n.waitlisted_at, contacted_at = n.contacted_at, appointment_at = n.appointment_at, first_service_on = n.first_service_on, paused_to_service = n.paused_to_service,
    no_shows = n.no_shows, sender_told_at = n.sender_told_at, stopped_at = n.stopped_at, outcome = n.outcome, ended_at = n.ended_at, reason = n.reason, asked_at = n.asked_at, help_answer = n.help_answer, closed_at = n.closed_at
  where id = r.id;
  insert into access.referral_event (id, referral_id, at, on_day, actor, account_id, step, from_state, to_state, reason, note_kind)
  values (gen_random_uuid(), r.id, moment, platform.ctx_today(), side, platform.ctx_account(), wanted, r.state, n.state, given ->> 'reason', case when words = '' then null when wanted = 'answer-info' then 'answer' else 'own' end);
  if words <> '' then
    insert into access.referral_note (id, referral_id, side, kind, body, at) values (gen_random_uuid(), r.id, side, case when wanted = 'answer-info' then 'answer' else 'own' end, words, moment);
  end if;
  -- Whatever has ended, or may not be shared any more, is opened by no link.
  if n.ended_at is not null or wanted = 'stop-sharing' then update access.referral_link l set revoked_at = moment where l.referral_id = r.id and l.revoked_at is null; end if;
  perform platform.write_audit('access.referral-step', 'referral', r.id::text, 'permit', jsonb_build_object('step', wanted, 'side', side));
  return 'done';
end $function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION access.tried_to_reach(of_referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  with tried as (
    select coalesce(e.on_day, e.at::date) as day from access.referral_event e where e.referral_id = of_referral and e.step = 'try-contact'
      and e.at > coalesce((select max(b.at) from access.referral_event b where b.referral_id = of_referral and b.step in ('schedule', 'attend', 'start')), '-infinity')
  )
  select count(distinct t.day) >= (select x.count from access.referral_term x where x.name = 'attempts')
    and min(t.day) + (select x.count from access.referral_term x where x.name = 'reply') <= platform.ctx_today()
  from tried t
$function$

CREATE OR REPLACE FUNCTION access.turn_exchange(of_import uuid, to_state text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_import not in (select access.exchanged_imports()) or to_state not in ('staged', 'dropped') then return false; end if;
  update access.exchange_import i set state = to_state, erased_at = case to_state when 'dropped' then platform.ctx_now() end, headers = case to_state when 'dropped' then '{}' else i.headers end,
    mapping = case to_state when 'dropped' then '{}' else i.mapping end
    where i.id = of_import and i.erased_at is null and i.state in ('done', 'stopped', 'failed', 'staged');
  if not found then return false; end if;
  if to_state = 'dropped' then delete from access.exchange_row r where r.import_id = of_import; end if;
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.uncovered_referrals(of_consent uuid)
 RETURNS TABLE(id uuid, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.id, r.state from access.referral r where platform.ctx_actor() = 'worker' and r.ended_at is null and r.sent_at is not null
    and (of_consent is null or r.person_id = (select c.person_id from access.consent c where c.id = of_consent))
    and (r.stopped_at is null or exists (select from access.consent c where c.person_id = r.person_id and c.recorded_at > r.stopped_at and (c.to_agencies @> array[r.to_agency] or c.to_organizations @> array[r.organization_id])))
    and cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) = 0 order by r.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION access.why_listed(of_person uuid)
 RETURNS TABLE(list_id uuid, name jsonb, consented boolean, whereabouts text, last_activity date, last_kind text, active boolean, inactive_after integer, state text, since date, on_list boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "list"}');
  if decision <> 'permit' then return; end if;
  return query select l.id, l.name::jsonb, coalesce(t.consented, false), coalesce(t.whereabouts, (select case when s.kind in ('unsheltered', 'shelter', 'hidden') then 'homeless' else s.kind end from access.stay s
      where s.person_id = of_person and s.voided_at is null and s.start_date <= platform.ctx_today() order by least(coalesce(s.end_date, platform.ctx_today()), platform.ctx_today()) desc, s.start_date desc limit 1), 'unknown'),
    t.last_activity, t.last_kind, coalesce(t.active, false), l.inactive_after, t.state, t.since, coalesce(t.on_list, false)
  from access.list l left join lateral (select * from access.list_standing(l.id, platform.ctx_today(), platform.ctx_now()) x where x.person_id = of_person) t on true
  where l.demonstration is not distinct from (select a.demonstration from identity.agency a where a.id = platform.ctx_agency()) order by l.slug;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.withdraw_intake()
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own uuid;
begin
  select i.id into own from access.intake i where i.code_hash = (select platform.ctx_capability()) for update;
  if own is null then return null; end if;
  update access.intake set state = 'withdrawn', closed_at = coalesce(closed_at, platform.ctx_now()), close_reason = null where id = own;
  perform access.empty_intake(own);
  insert into access.intake_event (id, intake_id, kind, at, on_date) values (gen_random_uuid(), own, 'withdrawn', platform.ctx_now(), platform.ctx_today());
  perform platform.write_audit('access.withdraw-intake', 'intake', own::text, 'permit', '{}');
  return own;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION access.withdraw_intake_for(of_intake uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  permitted boolean := (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor')) and exists (select from access.own_intakes(array[of_intake]))
    and exists (select from access.intake i where i.id = of_intake and i.state <> 'withdrawn' and (i.person_id is null or i.id in (select access.worked_intakes())));
begin
  perform platform.write_audit('access.withdraw-intake', 'intake', of_intake::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return false; end if;
  update access.intake set state = 'withdrawn', closed_at = coalesce(closed_at, platform.ctx_now()), close_reason = null where id = of_intake;
  perform access.empty_intake(of_intake);
  insert into access.intake_event (id, intake_id, kind, at, on_date, account_id) values (gen_random_uuid(), of_intake, 'withdrawn', platform.ctx_now(), platform.ctx_today(), platform.ctx_account());
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.withdraw_vacancy(of_vacancy uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v access.vacancy;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.state not in ('open', 'ranked') or not (v.list_id in (select access.kept_lists()) or (v.agency_id = platform.ctx_agency() and coalesce(access.gives_vacancies(), false))) then return false; end if;
  update access.vacancy x set state = 'withdrawn', ended_at = platform.ctx_now() where x.id = v.id;
  insert into access.offer_event (id, offer_id, at, account_id, step) select gen_random_uuid(), o.id, platform.ctx_now(), platform.ctx_account(), 'withdraw' from access.offer o where o.vacancy_id = v.id and o.state in ('offered', 'declining');
  update access.offer o set state = 'withdrawn', ended_at = platform.ctx_now() where o.vacancy_id = v.id and o.state in ('offered', 'declining');
  perform platform.write_audit('access.withdraw-vacancy', 'vacancy', v.id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.withheld_from(of_agency uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select i.person_id from access.instruction i where i.lifted_at is null and i.account_id is null and (i.agency_id is null or i.agency_id = of_agency) and (i.category is null or i.category in ('identity', 'housing'))
$function$

CREATE OR REPLACE FUNCTION access.worked_intakes()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.id from access.intake i
  where (select platform.ctx_actor()) = 'staff' and i.agency_id = (select platform.ctx_agency()) and i.person_id is not null
    and i.person_id not in (select access.barred_persons()) and i.person_id not in (select access.locked_persons('identity'))
    and ((select platform.ctx_has('access-supervisor')) or i.person_id in (select access.assigned_persons()) or i.person_id in (select access.shared_persons('identity')))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.write_claim(of_person uuid, answer text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not access.writes_section(of_person, 'identity') then return false; end if;
  insert into access.identity_claim (person_id, agency_id, indigenous, said_on, written_by, written_at)
    values (of_person, platform.ctx_agency(), answer, platform.ctx_today(), platform.ctx_account(), platform.ctx_now())
    on conflict (person_id) do update set indigenous = excluded.indigenous, agency_id = excluded.agency_id, said_on = excluded.said_on, written_by = excluded.written_by, written_at = excluded.written_at;
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.writes_assessment(of_person uuid, of_section text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.ctx_actor() = 'staff' and access.role_opens(of_section)
    and exists (select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency() and p.state in ('active', 'inactive'))
    and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons(of_section))
    and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons()))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION access.writes_section(of_person uuid, section text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select access.decide(of_person, section) = 'permit' and of_person not in (select access.opened_persons()) and of_person not in (select access.locked_persons('identity')) and exists (
    select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency() and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons())))
$function$

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
policy about_discussions RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind ~~ 'situation-%'::text) THEN (((owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR (owed_by_body = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[]))) AND (EXISTS ( SELECT
       FROM situation.discussion d
      WHERE ((d.id)::text = split_part(obligation.subject_id, '/'::text, 1)))))
    ELSE true
END
policy about_discussions_kept RESTRICTIVE UPDATE to ct_staff using (kind !~~ 'situation-%'::text)
policy about_offers RESTRICTIVE SELECT to ct_staff using ((kind !~~ 'offer-%'::text) OR ( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))
policy about_offers_kept RESTRICTIVE UPDATE to ct_staff using (kind !~~ 'offer-%'::text)
policy about_outreach RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind = 'outreach-call'::text) THEN (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account))
    WHEN (kind = ANY (ARRAY['outreach-new'::text, 'outreach-check'::text])) THEN ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('coordinator'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
    ELSE true
END
policy about_outreach_kept RESTRICTIVE UPDATE to ct_staff using 
CASE
    WHEN (kind = ANY (ARRAY['outreach-call'::text, 'outreach-new'::text])) THEN false
    WHEN (kind = 'outreach-check'::text) THEN ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has))
    ELSE true
END
policy about_people RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind = 'consent'::text) THEN ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('clinician'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) AND (EXISTS ( SELECT
       FROM access.consent c
      WHERE (c.id = (split_part(obligation.subject_id, '/'::text, 1))::uuid))))
    ELSE true
END
policy about_people_kept RESTRICTIVE UPDATE to ct_staff using (kind <> 'consent'::text)
policy about_pilots RESTRICTIVE SELECT to ct_staff using ((kind <> 'pilot-outcome'::text) OR (split_part(subject_id, '/'::text, 1) IN ( SELECT (id.id)::text AS id
   FROM funding.open_enrolments() id(id))))
policy about_pilots_kept RESTRICTIVE UPDATE to ct_staff using (kind <> 'pilot-outcome'::text)
policy about_plans RESTRICTIVE SELECT to ct_staff using ((kind <> ALL (ARRAY['care-review'::text, 'care-goal'::text, 'care-age'::text])) OR (split_part(subject_id, '/'::text, 1) IN ( SELECT (id.id)::text AS id
   FROM access.led_plans() id(id))))
policy about_plans_kept RESTRICTIVE UPDATE to ct_staff using (kind <> ALL (ARRAY['care-review'::text, 'care-goal'::text, 'care-age'::text]))
policy about_referrals RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind ~~ 'referral-%'::text) THEN ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (EXISTS ( SELECT
       FROM access.referral r
      WHERE (r.id = (obligation.subject_id)::uuid))))
    ELSE true
END
policy about_referrals_kept RESTRICTIVE UPDATE to ct_staff using (kind !~~ 'referral-%'::text)
policy about_requests RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind = 'intake'::text) THEN ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (( SELECT platform.ctx_has('intake-worker'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)) AND (EXISTS ( SELECT
       FROM access.intake i
      WHERE (i.id = (split_part(obligation.subject_id, '/'::text, 1))::uuid))))
    ELSE true
END
policy about_requests_kept RESTRICTIVE UPDATE to ct_staff using (kind <> 'intake'::text)
policy left_is_closed RESTRICTIVE ALL to ct_staff using (((matter_id IS NULL) OR (NOT (matter_id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))) AND (NOT (((subject_kind || ':'::text) || subject_id) = ANY (( SELECT governance.closed_subjects() AS closed_subjects)::text[]))))
policy left_is_closed_grant RESTRICTIVE SELECT to ct_staff using ((subject_kind <> 'grant-report'::text) OR (NOT (subject_id IN ( SELECT funding.closed_reports() AS closed_reports))))
policy made PERMISSIVE INSERT to ct_public, ct_staff, ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (kept_at IS NULL))
policy own_keeps PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR (owed_by_body = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])) OR ((owed_by_role IS NOT NULL) AND ((( SELECT platform.ctx() AS ctx) -> 'roles'::text) ? owed_by_role) AND ((owed_by_agency IS NULL) OR (owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)))))
policy own_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR (owed_by_body = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])) OR (owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) OR (( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) AND (owed_by_body IS NOT NULL)) OR ((owed_by_role IS NOT NULL) AND (owed_by_agency IS NULL) AND ((( SELECT platform.ctx() AS ctx) -> 'roles'::text) ? owed_by_role)))
policy reviews RESTRICTIVE SELECT to ct_staff using 
CASE
    WHEN (kind = 'glass-review'::text) THEN (( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has) AND (EXISTS ( SELECT
       FROM access.break_glass g
      WHERE (g.id = (obligation.subject_id)::uuid))))
    ELSE true
END
policy reviews_kept RESTRICTIVE UPDATE to ct_staff using ((kind <> 'glass-review'::text) OR ( SELECT platform.ctx_has('privacy-officer'::text) AS ctx_has))
policy safety_tasks RESTRICTIVE SELECT to ct_staff using ((kind <> 'safety-check'::text) OR (owed_by_account = ( SELECT platform.ctx_account() AS ctx_account)) OR ((owed_by_agency = ( SELECT platform.ctx_agency() AS ctx_agency)) AND ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has)))
policy safety_tasks_stay RESTRICTIVE UPDATE to ct_staff using (kind <> 'safety-check'::text)
policy with_its_review RESTRICTIVE SELECT to ct_staff using ((subject_kind <> 'review-file'::text) OR (EXISTS ( SELECT
   FROM review.outcome o
  WHERE ((o.file_id)::text = obligation.subject_id))))
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
policy office_corrects PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_takes PERMISSIVE INSERT to ct_staff with check ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy staff_reads PERMISSIVE SELECT to ct_staff, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
grant INSERT to ct_staff
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

view engagement.published_quote (
  id uuid
  theme_id uuid
  language text
  body text
  demonstration boolean
)
 SELECT id,
    theme_id,
    language,
    body,
    demonstration
   FROM engagement.quote q
  WHERE ((approved_at IS NOT NULL) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
           FROM engagement.voice_report r
          WHERE ((r.withdrawn_at IS NULL) AND (q.id = ANY (r.quotes))))));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view engagement.published_theme (
  consultation_slug text
  theme_id uuid
  name platform.bilingual
  published_on date
  priorities text[]
)
 SELECT r.consultation_slug,
    ((t.value ->> 'id'::text))::uuid AS theme_id,
    ((t.value -> 'name'::text))::platform.bilingual AS name,
    r.published_on,
    ARRAY( SELECT a.target
           FROM engagement.theme_answer a
          WHERE ((a.theme_id = ((t.value ->> 'id'::text))::uuid) AND (a.kind = 'priority'::text) AND (a.removed_at IS NULL))
          ORDER BY a.target) AS priorities
   FROM (engagement.voice_report r
     CROSS JOIN LATERAL jsonb_array_elements((r.content -> 'themes'::text)) t(value))
  WHERE (r.withdrawn_at IS NULL);
grant SELECT to ct_public
grant SELECT to ct_staff
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
policy office_drops PERMISSIVE DELETE to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
policy shown_is_read PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM (engagement.survey_version v
     JOIN engagement.survey s ON ((s.slug = v.survey_slug)))
  WHERE ((v.id = survey_result.version_id) AND s.results_public AND (s.closes_on < ( SELECT platform.ctx_today() AS ctx_today)))))
policy worker_counts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
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
  gated_at timestamp with time zone default now()
  constraint voice_report_consultation_fkey FOREIGN KEY (consultation_slug) REFERENCES engagement.consultation(slug)
  constraint voice_report_pkey PRIMARY KEY (consultation_slug, version)
)
CREATE UNIQUE INDEX voice_report_standing ON engagement.voice_report USING btree (consultation_slug) WHERE (withdrawn_at IS NULL)
CREATE TRIGGER voice_report_content_changed AFTER INSERT OR DELETE OR UPDATE ON engagement.voice_report FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy coders_publish PERMISSIVE INSERT to ct_staff with check (( SELECT engagement.codes_voice() AS codes_voice) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (gated_at IS NULL))
policy coders_read PERMISSIVE SELECT to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy coders_withdraw PERMISSIVE UPDATE to ct_staff using ( SELECT engagement.codes_voice() AS codes_voice)
policy standing_is_public PERMISSIVE SELECT to ct_public, ct_staff using ((withdrawn_at IS NULL) AND (gated_at IS NOT NULL) AND (published_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
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

-- schema funding

table funding.applicant (
  id uuid not null
  application_id uuid not null
  code_hash bytea not null
  name text not null
  email text
  added_at timestamp with time zone not null
  constraint applicant_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint applicant_code_key UNIQUE (code_hash)
  constraint applicant_pkey PRIMARY KEY (id)
)
CREATE INDEX applicant_application ON funding.applicant USING btree (application_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.application (
  id uuid not null
  call_id uuid not null
  category_id uuid not null
  state text not null default 'draft'::text
  receipt text
  submitted_at timestamp with time zone
  language text not null
  organisation text not null default ''::text
  registration text not null default ''::text
  legal_kind text
  sponsor text not null default ''::text
  board_unrelated integer
  statements text
  revenue_latest numeric(14,2)
  revenue_before numeric(14,2)
  title text not null default ''::text
  summary text not null default ''::text
  starts_on date
  ends_on date
  priorities text[] not null default '{}'::text[]
  indicators text[] not null default '{}'::text[]
  municipalities text[] not null default '{}'::text[]
  population text
  partners jsonb not null default '[]'::jsonb
  answers jsonb not null default '{"status": "in-progress", "resourceType": "QuestionnaireResponse"}'::jsonb
  demonstration boolean not null default false
  begun_at timestamp with time zone not null
  constraint application_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint application_category_fkey FOREIGN KEY (category_id) REFERENCES funding.category(id)
  constraint application_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint application_legal_kind CHECK ((legal_kind = ANY (ARRAY['charity'::text, 'non-profit'::text, 'sponsored'::text])))
  constraint application_pkey PRIMARY KEY (id)
  constraint application_receipt_key UNIQUE (receipt)
  constraint application_sent CHECK ((((state = 'draft'::text) = (submitted_at IS NULL)) AND ((receipt IS NULL) = (submitted_at IS NULL))))
  constraint application_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text])))
  constraint application_statements CHECK ((statements = ANY (ARRAY['none'::text, 'compiled'::text, 'reviewed'::text, 'audited'::text])))
)
CREATE INDEX application_call ON funding.application USING btree (call_id, state)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy own_is_read PERMISSIVE SELECT to ct_public, ct_staff using (id IN ( SELECT funding.own_applications() AS own_applications))
policy own_is_written PERMISSIVE UPDATE to ct_public, ct_staff using (id IN ( SELECT funding.open_applications() AS open_applications))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy sent_is_read PERMISSIVE SELECT to ct_staff using ((state <> 'draft'::text) AND (( SELECT funding.is_office() AS is_office) OR (id IN ( SELECT funding.assigned_applications() AS assigned_applications))))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.application_file (
  id uuid not null
  application_id uuid not null
  kind text not null
  name text not null
  media_type text not null
  size integer not null
  content bytea not null
  added_at timestamp with time zone not null
  constraint application_file_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint application_file_kind CHECK ((kind = ANY (ARRAY['statements'::text, 'letter'::text, 'other'::text])))
  constraint application_file_pkey PRIMARY KEY (id)
)
CREATE INDEX application_file_application ON funding.application_file USING btree (application_id)
policy own_goes PERMISSIVE DELETE to ct_public, ct_staff using (application_id IN ( SELECT funding.open_applications() AS open_applications))
policy own_is_added PERMISSIVE INSERT to ct_public, ct_staff with check (application_id IN ( SELECT funding.open_applications() AS open_applications))
policy with_its_application PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (application_id IN ( SELECT a.id
   FROM funding.application a))
grant DELETE to ct_public
grant DELETE to ct_staff
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.assignment (
  application_id uuid not null
  account_id uuid not null
  assigned_by uuid
  assigned_at timestamp with time zone not null
  constraint assignment_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint assignment_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint assignment_pkey PRIMARY KEY (application_id, account_id)
)
CREATE INDEX assignment_account ON funding.assignment USING btree (account_id)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_assigns PERMISSIVE INSERT to ct_staff with check (( SELECT funding.is_office() AS is_office) AND (application_id IN ( SELECT a.id
   FROM funding.application a)))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_takes_back PERMISSIVE DELETE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy own_is_read PERMISSIVE SELECT to ct_staff using (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff

table funding.award (
  id uuid not null
  call_id uuid not null
  application_id uuid
  from_reserve boolean not null default false
  number text not null
  recipient text not null
  registration text not null default ''::text
  title text not null
  summary text not null
  amount numeric(14,2) not null
  awarded_on date not null
  starts_on date not null
  ends_on date not null
  signed_on date
  priorities text[] not null default '{}'::text[]
  municipalities text[] not null default '{}'::text[]
  population text
  body_slug text
  reason text
  demonstration boolean not null default false
  constraint award_amount CHECK ((amount > (0)::numeric))
  constraint award_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint award_application_key UNIQUE (application_id)
  constraint award_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint award_dates CHECK ((ends_on >= starts_on))
  constraint award_instalments TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint award_number_key UNIQUE (number)
  constraint award_origin CHECK ((from_reserve = (application_id IS NULL)))
  constraint award_pkey PRIMARY KEY (id)
)
CREATE INDEX award_call ON funding.award USING btree (call_id)
CREATE CONSTRAINT TRIGGER award_instalments AFTER INSERT OR UPDATE ON funding.award DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION funding.check_instalments()
policy closed_to_conflict_insert RESTRICTIVE INSERT to ct_staff with check ((application_id IS NULL) OR (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications))))
policy closed_to_conflict_update RESTRICTIVE UPDATE to ct_staff using ((application_id IS NULL) OR (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications))))
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_gives PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy public_reads PERMISSIVE SELECT to ct_public, ct_staff using (awarded_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.award_change (
  id uuid not null
  award_id uuid not null
  kind text not null
  before text not null
  after text not null
  reason text not null
  made_by uuid
  made_at timestamp with time zone not null
  constraint award_change_award_fkey FOREIGN KEY (award_id) REFERENCES funding.award(id)
  constraint award_change_kind CHECK ((kind = ANY (ARRAY['amount'::text, 'end'::text])))
  constraint award_change_pkey PRIMARY KEY (id)
)
CREATE INDEX award_change_award ON funding.award_change USING btree (award_id)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
policy office_writes PERMISSIVE INSERT to ct_staff with check (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
grant INSERT to ct_staff
grant SELECT to ct_staff

table funding.budget_line (
  id uuid not null
  application_id uuid not null
  position integer not null
  label text not null
  cost numeric(14,2) not null
  from_fund numeric(14,2) not null
  constraint budget_line_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint budget_line_cost CHECK ((cost >= (0)::numeric))
  constraint budget_line_from_fund CHECK (((from_fund >= (0)::numeric) AND (from_fund <= cost)))
  constraint budget_line_pkey PRIMARY KEY (id)
  constraint budget_line_position_key UNIQUE (application_id, "position")
)
policy own_goes PERMISSIVE DELETE to ct_public, ct_staff using (application_id IN ( SELECT funding.open_applications() AS open_applications))
policy own_is_added PERMISSIVE INSERT to ct_public, ct_staff with check (application_id IN ( SELECT funding.open_applications() AS open_applications))
policy with_its_application PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (application_id IN ( SELECT a.id
   FROM funding.application a))
grant DELETE to ct_public
grant DELETE to ct_staff
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.call (
  id uuid not null
  slug text not null
  fund_year integer not null
  title platform.bilingual not null
  lead platform.bilingual not null
  opens_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  envelope numeric(14,2) not null
  reserve numeric(14,2) not null default 0
  published_at timestamp with time zone
  demonstration boolean not null default false
  created_by uuid
  created_at timestamp with time zone not null
  constraint call_envelope CHECK ((envelope > (0)::numeric))
  constraint call_fund_year CHECK (((fund_year >= 2000) AND (fund_year <= 2100)))
  constraint call_order CHECK ((closes_at > opens_at))
  constraint call_pkey PRIMARY KEY (id)
  constraint call_reserve CHECK ((reserve >= (0)::numeric))
  constraint call_slug_key UNIQUE (slug)
)
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (published_at <= ( SELECT platform.ctx_now() AS ctx_now))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.category (
  id uuid not null
  call_id uuid not null
  position integer not null
  name platform.bilingual not null
  rules jsonb not null
  questionnaire jsonb not null
  constraint category_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint category_pkey PRIMARY KEY (id)
  constraint category_position_key UNIQUE (call_id, "position")
)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy unopened_changes PERMISSIVE UPDATE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = category.call_id) AND (c.opens_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy unopened_goes PERMISSIVE DELETE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = category.call_id) AND (c.opens_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy with_its_call PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (EXISTS ( SELECT
   FROM funding.call c
  WHERE (c.id = category.call_id)))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.conflict (
  application_id uuid not null
  account_id uuid not null
  declared_at timestamp with time zone not null
  constraint conflict_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint conflict_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint conflict_pkey PRIMARY KEY (application_id, account_id)
)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT funding.is_office() AS is_office) AND (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications))))
policy own_is_declared PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (( SELECT funding.is_office() AS is_office) OR (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_staff

table funding.criterion (
  id uuid not null
  call_id uuid not null
  position integer not null
  name platform.bilingual not null
  weight integer not null
  most integer not null default 5
  constraint criterion_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint criterion_most CHECK (((most >= 1) AND (most <= 100)))
  constraint criterion_pkey PRIMARY KEY (id)
  constraint criterion_position_key UNIQUE (call_id, "position")
  constraint criterion_weight CHECK (((weight >= 1) AND (weight <= 100)))
)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy unopened_changes PERMISSIVE UPDATE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = criterion.call_id) AND (c.opens_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy unopened_goes PERMISSIVE DELETE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = criterion.call_id) AND (c.opens_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy with_its_call PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (EXISTS ( SELECT
   FROM funding.call c
  WHERE (c.id = criterion.call_id)))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.enrolment (
  id uuid not null
  pilot_slug text not null
  person_id uuid not null
  agency_id uuid not null
  agreed_on date not null
  agreed_how text not null
  counted boolean not null
  studies boolean not null default false
  joined_on date
  mentor_id uuid
  left_on date
  left_reason text
  entered_by uuid not null
  entered_at timestamp with time zone not null
  constraint enrolment_how CHECK ((agreed_how = ANY (ARRAY['spoken'::text, 'written'::text, 'electronic'::text])))
  constraint enrolment_left CHECK (((left_on IS NULL) = (left_reason IS NULL)))
  constraint enrolment_once UNIQUE (pilot_slug, person_id)
  constraint enrolment_order CHECK (((left_on IS NULL) OR (joined_on IS NULL) OR (left_on >= joined_on)))
  constraint enrolment_person_fkey FOREIGN KEY (person_id) REFERENCES access.person(id)
  constraint enrolment_pilot_fkey FOREIGN KEY (pilot_slug) REFERENCES funding.pilot(slug)
  constraint enrolment_pkey PRIMARY KEY (id)
  constraint enrolment_reason CHECK ((left_reason = ANY (ARRAY['finished'::text, 'moved'::text, 'own-choice'::text, 'lost-contact'::text, 'other-programme'::text, 'other'::text])))
)
CREATE INDEX enrolment_person ON funding.enrolment USING btree (person_id)
CREATE TRIGGER enrolment_age BEFORE INSERT OR UPDATE OF joined_on ON funding.enrolment FOR EACH ROW EXECUTE FUNCTION funding.check_enrolment_age()
policy changed PERMISSIVE UPDATE to ct_staff using (id IN ( SELECT funding.open_enrolments() AS open_enrolments))
policy entered PERMISSIVE INSERT to ct_staff with check ((agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (left_on IS NULL) AND (mentor_id IS NULL) AND (person_id IN ( SELECT funding.piloted_persons() AS piloted_persons)) AND (agreed_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND (EXISTS ( SELECT
   FROM (funding.pilot p
     JOIN identity.agency a ON ((a.slug = p.agency_slug)))
  WHERE ((p.slug = enrolment.pilot_slug) AND (a.id = ( SELECT platform.ctx_agency() AS ctx_agency))))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (id IN ( SELECT funding.open_enrolments() AS open_enrolments))
grant INSERT to ct_staff
grant SELECT to ct_staff

table funding.enrolment_code (
  enrolment_id uuid not null
  code_hash bytea not null
  made_at timestamp with time zone not null
  constraint enrolment_code_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES funding.enrolment(id)
  constraint enrolment_code_pkey PRIMARY KEY (enrolment_id)
)
CREATE INDEX enrolment_code_hash ON funding.enrolment_code USING btree (code_hash)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.form (
  id uuid not null
  call_id uuid not null
  stage text not null
  version integer not null
  questionnaire jsonb not null
  months integer
  made_by uuid
  made_at timestamp with time zone not null
  constraint form_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint form_follow_up CHECK (((stage = 'follow-up'::text) = (months IS NOT NULL)))
  constraint form_months CHECK (((months >= 1) AND (months <= 36)))
  constraint form_pkey PRIMARY KEY (id)
  constraint form_stage CHECK ((stage = ANY (ARRAY['interim'::text, 'final'::text, 'follow-up'::text])))
  constraint form_version CHECK ((version > 0))
  constraint form_version_key UNIQUE (call_id, stage, version)
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy unopened_is_written PERMISSIVE INSERT to ct_staff with check (( SELECT funding.is_office() AS is_office) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = form.call_id) AND ((c.published_at IS NULL) OR (c.opens_at > ( SELECT platform.ctx_now() AS ctx_now)))))))
policy with_its_call PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (EXISTS ( SELECT
   FROM funding.call c
  WHERE (c.id = form.call_id)))
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.fund_year (
  slug text not null
  fund_year integer not null
  amount numeric(14,2) not null
  approximate boolean not null
  note platform.bilingual not null
  known_from date not null
  sources text[] not null
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint fund_year_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint fund_year_pkey PRIMARY KEY (slug)
)
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table funding.instalment (
  id uuid not null
  award_id uuid not null
  position integer not null
  due_on date not null
  amount numeric(14,2) not null
  condition text not null
  report_stage integer
  payment_file_id uuid
  paid_on date
  constraint instalment_amount CHECK ((amount > (0)::numeric))
  constraint instalment_award_fkey FOREIGN KEY (award_id) REFERENCES funding.award(id)
  constraint instalment_condition CHECK ((condition = ANY (ARRAY['agreement'::text, 'report'::text])))
  constraint instalment_instalments TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint instalment_paid CHECK (((paid_on IS NULL) OR (payment_file_id IS NOT NULL)))
  constraint instalment_payment_file_fkey FOREIGN KEY (payment_file_id) REFERENCES funding.payment_file(id)
  constraint instalment_pkey PRIMARY KEY (id)
  constraint instalment_position_key UNIQUE (award_id, "position")
  constraint instalment_stage CHECK (((condition = 'report'::text) = (report_stage IS NOT NULL)))
)
CREATE INDEX instalment_file ON funding.instalment USING btree (payment_file_id)
CREATE CONSTRAINT TRIGGER instalment_instalments AFTER INSERT OR DELETE OR UPDATE ON funding.instalment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION funding.check_instalments()
CREATE TRIGGER instalment_payment BEFORE UPDATE ON funding.instalment FOR EACH ROW EXECUTE FUNCTION funding.check_payment()
policy handed_is_read PERMISSIVE SELECT to ct_public, ct_staff using (payment_file_id IS NOT NULL)
policy office_all PERMISSIVE ALL to ct_staff using (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards))) with check (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
policy own_is_read PERMISSIVE SELECT to ct_public, ct_staff using (award_id IN ( SELECT funding.own_awards() AS own_awards))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.mentor_contact (
  id uuid not null
  enrolment_id uuid not null
  on_date date not null
  how text not null
  reached boolean not null
  minutes integer not null default 0
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint mentor_contact_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES funding.enrolment(id)
  constraint mentor_contact_how CHECK ((how = ANY (ARRAY['in-person'::text, 'phone'::text, 'message'::text, 'video'::text])))
  constraint mentor_contact_minutes CHECK (((minutes >= 0) AND (minutes <= 1440)))
  constraint mentor_contact_pkey PRIMARY KEY (id)
)
CREATE INDEX mentor_contact_enrolment ON funding.mentor_contact USING btree (enrolment_id)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (on_date <= ( SELECT platform.ctx_today() AS ctx_today)) AND (enrolment_id IN ( SELECT funding.open_enrolments() AS open_enrolments)))
grant INSERT to ct_staff

table funding.moderation (
  application_id uuid not null
  per_cent numeric(5,2) not null
  reason text not null
  held_on date not null
  recorded_by uuid
  recorded_at timestamp with time zone not null
  constraint moderation_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint moderation_per_cent CHECK (((per_cent >= (0)::numeric) AND (per_cent <= (100)::numeric)))
  constraint moderation_pkey PRIMARY KEY (application_id)
)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_changes PERMISSIVE UPDATE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (NOT (EXISTS ( SELECT
   FROM funding.outcome o
  WHERE (o.application_id = moderation.application_id)))))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_records PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table funding.outcome (
  application_id uuid not null
  granted boolean not null
  amount numeric(14,2) not null
  reason platform.bilingual not null
  decision_id uuid
  decided_on date not null
  told_at timestamp with time zone
  constraint outcome_amount CHECK (((amount >= (0)::numeric) AND (granted = (amount > (0)::numeric))))
  constraint outcome_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint outcome_pkey PRIMARY KEY (application_id)
)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_records PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy own_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((told_at IS NOT NULL) AND (application_id IN ( SELECT funding.own_applications() AS own_applications)))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_tells PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.past_grant (
  slug text not null
  fund_year integer not null
  recipient text not null
  purpose platform.bilingual
  amount numeric(14,2)
  years integer not null default 1
  awarded_on date not null
  approximate boolean not null
  known_from date not null
  sources text[] not null
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint past_grant_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint past_grant_pkey PRIMARY KEY (slug)
)
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table funding.payment_file (
  id uuid not null
  made_at timestamp with time zone not null
  made_by uuid
  constraint payment_file_pkey PRIMARY KEY (id)
)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
grant INSERT to ct_staff
grant SELECT to ct_staff

table funding.pilot (
  slug text not null
  name platform.bilingual not null
  purpose platform.bilingual not null
  recipient platform.bilingual not null
  agency_slug text
  amount numeric(14,2) not null
  granted_on date not null
  instalments jsonb not null default '[]'::jsonb
  activities jsonb not null default '[]'::jsonb
  goal jsonb
  comparison jsonb
  demonstration boolean not null
  known_from date not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint pilot_amount CHECK ((amount > (0)::numeric))
  constraint pilot_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint pilot_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER pilot_changed AFTER INSERT OR DELETE OR UPDATE ON funding.pilot FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (known_from <= ( SELECT platform.ctx_today() AS ctx_today)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table funding.pilot_outcome (
  enrolment_id uuid not null
  point integer not null
  measured_on date not null
  activities text[] not null
  hours numeric(4,1) not null
  satisfied text not null
  housing text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint pilot_outcome_activities CHECK ((activities <@ ARRAY['education'::text, 'employment'::text, 'training'::text]))
  constraint pilot_outcome_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES funding.enrolment(id)
  constraint pilot_outcome_hours CHECK (((hours >= (0)::numeric) AND (hours <= (168)::numeric)))
  constraint pilot_outcome_housing CHECK ((housing = ANY (ARRAY['own'::text, 'family'::text, 'supported'::text, 'temporary'::text, 'shelter'::text, 'none'::text, 'not-said'::text])))
  constraint pilot_outcome_pkey PRIMARY KEY (enrolment_id, point)
  constraint pilot_outcome_point CHECK ((point = ANY (ARRAY[0, 6, 12, 18, 24])))
  constraint pilot_outcome_satisfied CHECK ((satisfied = ANY (ARRAY['yes'::text, 'no'::text, 'not-said'::text])))
)
CREATE TRIGGER pilot_outcome_when BEFORE INSERT OR UPDATE ON funding.pilot_outcome FOR EACH ROW EXECUTE FUNCTION funding.check_outcome()
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy recorded PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (enrolment_id IN ( SELECT funding.open_enrolments() AS open_enrolments)))
grant INSERT to ct_staff

table funding.plan_goal (
  id uuid not null
  enrolment_id uuid not null
  area text not null
  in_words text not null
  state text not null default 'open'::text
  side text not null
  made_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  constraint plan_goal_area CHECK ((area = ANY (ARRAY['health'::text, 'education'::text, 'identity'::text, 'relationships'::text, 'feelings'::text, 'self-care'::text])))
  constraint plan_goal_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES funding.enrolment(id)
  constraint plan_goal_pkey PRIMARY KEY (id)
  constraint plan_goal_side CHECK ((side = ANY (ARRAY['herself'::text, 'worker'::text])))
  constraint plan_goal_state CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'let-go'::text])))
  constraint plan_goal_words CHECK (((length(in_words) >= 1) AND (length(in_words) <= 1000)))
)
CREATE INDEX plan_goal_enrolment ON funding.plan_goal USING btree (enrolment_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.plan_step (
  id uuid not null
  goal_id uuid not null
  in_words text not null
  due_on date
  done_on date
  proof text
  side text not null
  made_at timestamp with time zone not null
  constraint plan_step_done CHECK (((proof IS NULL) OR (done_on IS NOT NULL)))
  constraint plan_step_goal_fkey FOREIGN KEY (goal_id) REFERENCES funding.plan_goal(id)
  constraint plan_step_pkey PRIMARY KEY (id)
  constraint plan_step_proof CHECK ((proof = ANY (ARRAY['told'::text, 'document'::text, 'record'::text, 'status'::text])))
  constraint plan_step_side CHECK ((side = ANY (ARRAY['herself'::text, 'worker'::text])))
  constraint plan_step_words CHECK (((length(in_words) >= 1) AND (length(in_words) <= 500)))
)
CREATE INDEX plan_step_goal ON funding.plan_step USING btree (goal_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.plan_word (
  id uuid not null
  goal_id uuid not null
  in_words text not null
  side text not null
  written_at timestamp with time zone not null
  constraint plan_word_goal_fkey FOREIGN KEY (goal_id) REFERENCES funding.plan_goal(id)
  constraint plan_word_pkey PRIMARY KEY (id)
  constraint plan_word_side CHECK ((side = ANY (ARRAY['herself'::text, 'worker'::text])))
  constraint plan_word_words CHECK (((length(in_words) >= 1) AND (length(in_words) <= 2000)))
)
CREATE INDEX plan_word_goal ON funding.plan_word USING btree (goal_id)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.question (
  id uuid not null
  call_id uuid not null
  asked text not null
  language text not null
  asked_at timestamp with time zone not null
  question platform.bilingual
  answer platform.bilingual
  answered_at timestamp with time zone
  constraint question_answered CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (question IS NULL))))
  constraint question_asked CHECK (((length(asked) >= 1) AND (length(asked) <= 2000)))
  constraint question_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint question_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint question_pkey PRIMARY KEY (id)
)
policy answered_is_read PERMISSIVE SELECT to ct_public using ((answered_at <= ( SELECT platform.ctx_now() AS ctx_now)) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE (c.id = question.call_id))))
policy office_answers PERMISSIVE UPDATE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy published_call_is_asked PERMISSIVE INSERT to ct_public, ct_staff with check ((answer IS NULL) AND (EXISTS ( SELECT
   FROM funding.call c
  WHERE ((c.id = question.call_id) AND (c.closes_at >= ( SELECT platform.ctx_now() AS ctx_now))))))
grant SELECT to ct_staff

table funding.readiness_done (
  enrolment_id uuid not null
  item_slug text not null
  done_on date not null
  constraint readiness_done_enrolment_fkey FOREIGN KEY (enrolment_id) REFERENCES funding.enrolment(id)
  constraint readiness_done_item_fkey FOREIGN KEY (item_slug) REFERENCES funding.readiness_item(slug)
  constraint readiness_done_pkey PRIMARY KEY (enrolment_id, item_slug)
)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true

table funding.readiness_item (
  slug text not null
  position integer not null
  text platform.bilingual not null
  confirmed boolean not null
  from_date date not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint readiness_item_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint readiness_item_pkey PRIMARY KEY (slug)
)
policy known PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table funding.reason (
  application_id uuid not null
  result text not null
  text platform.bilingual not null
  written_by uuid
  written_at timestamp with time zone not null
  constraint reason_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint reason_pkey PRIMARY KEY (application_id, result)
  constraint reason_result CHECK ((result = ANY (ARRAY['funds'::text, 'not-eligible'::text, 'below'::text, 'does-not-fit'::text])))
)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_changes PERMISSIVE UPDATE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (NOT (EXISTS ( SELECT
   FROM funding.outcome o
  WHERE (o.application_id = reason.application_id)))))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_takes_back PERMISSIVE DELETE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (NOT (EXISTS ( SELECT
   FROM funding.outcome o
  WHERE (o.application_id = reason.application_id)))))
policy office_writes PERMISSIVE INSERT to ct_staff with check (( SELECT funding.is_office() AS is_office) AND (application_id IN ( SELECT a.id
   FROM funding.application a)) AND (NOT (EXISTS ( SELECT
   FROM funding.outcome o
  WHERE (o.application_id = reason.application_id)))))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table funding.report (
  id uuid not null
  award_id uuid not null
  stage integer not null
  final boolean not null
  due_on date not null
  state text not null default 'due'::text
  spent numeric(14,2)
  people integer
  done text not null default ''::text
  changed text not null default ''::text
  sent_at timestamp with time zone
  answer text
  answered_at timestamp with time zone
  follow_up boolean not null default false
  form_id uuid
  answers jsonb
  constraint report_award_fkey FOREIGN KEY (award_id) REFERENCES funding.award(id)
  constraint report_follow_up CHECK ((NOT (final AND follow_up)))
  constraint report_form_fkey FOREIGN KEY (form_id) REFERENCES funding.form(id)
  constraint report_people CHECK ((people >= 0))
  constraint report_pkey PRIMARY KEY (id)
  constraint report_spent CHECK ((spent >= (0)::numeric))
  constraint report_stage_key UNIQUE (award_id, stage)
  constraint report_state CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'asked'::text, 'accepted'::text, 'refused'::text])))
  constraint report_whole CHECK (((state = 'due'::text) OR ((sent_at IS NOT NULL) AND (follow_up OR ((spent IS NOT NULL) AND (people IS NOT NULL))))))
)
CREATE INDEX report_form ON funding.report USING btree (form_id)
policy office_answers PERMISSIVE UPDATE to ct_staff using (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
policy office_asks PERMISSIVE INSERT to ct_staff with check (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT funding.is_office() AS is_office) AND (award_id IN ( SELECT funding.reached_awards() AS reached_awards)))
policy own_is_read PERMISSIVE SELECT to ct_public, ct_staff using (award_id IN ( SELECT funding.own_awards() AS own_awards))
policy own_is_sent PERMISSIVE UPDATE to ct_public, ct_staff using ((award_id IN ( SELECT funding.own_awards() AS own_awards)) AND (state = ANY (ARRAY['due'::text, 'asked'::text]))) with check ((award_id IN ( SELECT funding.own_awards() AS own_awards)) AND (state = 'sent'::text))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table funding.score (
  application_id uuid not null
  account_id uuid not null
  criterion_id uuid not null
  points integer not null
  constraint score_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint score_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint score_criterion_fkey FOREIGN KEY (criterion_id) REFERENCES funding.criterion(id)
  constraint score_pkey PRIMARY KEY (application_id, account_id, criterion_id)
  constraint score_points CHECK ((points >= 0))
)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy own_goes PERMISSIVE DELETE to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)) AND (NOT (application_id IN ( SELECT funding.finished_sheets() AS finished_sheets))))
policy own_is_changed PERMISSIVE UPDATE to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)) AND (NOT (application_id IN ( SELECT funding.finished_sheets() AS finished_sheets))))
policy own_is_read PERMISSIVE SELECT to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)))
policy own_is_written PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)) AND (NOT (application_id IN ( SELECT funding.finished_sheets() AS finished_sheets))))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table funding.session (
  id uuid not null
  call_id uuid not null
  starts_at timestamp with time zone not null
  place platform.bilingual not null
  constraint session_call_fkey FOREIGN KEY (call_id) REFERENCES funding.call(id)
  constraint session_pkey PRIMARY KEY (id)
)
policy office_changes PERMISSIVE UPDATE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy office_makes PERMISSIVE INSERT to ct_staff with check ( SELECT funding.is_office() AS is_office)
policy office_removes PERMISSIVE DELETE to ct_staff using ( SELECT funding.is_office() AS is_office)
policy with_its_call PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (EXISTS ( SELECT
   FROM funding.call c
  WHERE (c.id = session.call_id)))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_staff

table funding.sheet (
  application_id uuid not null
  account_id uuid not null
  comment text not null default ''::text
  finished_at timestamp with time zone
  constraint sheet_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint sheet_application_fkey FOREIGN KEY (application_id) REFERENCES funding.application(id)
  constraint sheet_pkey PRIMARY KEY (application_id, account_id)
)
policy closed_to_conflict RESTRICTIVE ALL to ct_staff using (NOT (application_id IN ( SELECT funding.closed_applications() AS closed_applications)))
policy office_reads PERMISSIVE SELECT to ct_staff using ( SELECT funding.is_office() AS is_office)
policy own_is_changed PERMISSIVE UPDATE to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)) AND (finished_at IS NULL)) with check (account_id = ( SELECT platform.ctx_account() AS ctx_account))
policy own_is_read PERMISSIVE SELECT to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)))
policy own_is_written PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (application_id IN ( SELECT funding.assigned_applications() AS assigned_applications)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_staff
grant UPDATE to ct_staff

table funding.support_scheme (
  slug text not null
  name platform.bilingual not null
  from_date date not null
  until_date date
  ends_at_age integer not null
  amounts jsonb not null
  work jsonb not null
  advice jsonb not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint support_scheme_age CHECK (((ends_at_age >= 1) AND (ends_at_age <= 120)))
  constraint support_scheme_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint support_scheme_pkey PRIMARY KEY (slug)
)
policy known PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (from_date <= ( SELECT platform.ctx_today() AS ctx_today)))
policy pack PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

CREATE OR REPLACE FUNCTION funding.accepted_totals()
 RETURNS TABLE(award_id uuid, spent numeric, people integer, final boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select t.award_id, t.spent, t.people, t.final from (
    select distinct on (r.award_id) r.award_id, r.spent, r.people, r.final from funding.report r where r.state = 'accepted' and not r.follow_up and r.answered_at <= platform.ctx_now() order by r.award_id, r.stage desc) t
  where t.people >= 6
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.add_applicant(person uuid, code bytea, who text, mail text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own uuid := (select funding.open_applications());
begin
  if own is null or (select count(*) from funding.applicant p where p.application_id = own) >= 10 then return false; end if;
  insert into funding.applicant (id, application_id, code_hash, name, email, added_at) values (person, own, code, who, nullif(mail, ''), platform.ctx_now());
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.add_step(of_enrolment uuid, of_goal uuid, step uuid, words text, due date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null or not exists (select from funding.plan_goal g where g.id = of_goal and g.enrolment_id = e) then return false; end if;
  insert into funding.plan_step (id, goal_id, in_words, due_on, side, made_at) values (step, of_goal, words, due, case when of_enrolment is null then 'herself' else 'worker' end, platform.ctx_now());
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.add_word(of_enrolment uuid, of_goal uuid, word uuid, words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null or not exists (select from funding.plan_goal g where g.id = of_goal and g.enrolment_id = e) then return false; end if;
  insert into funding.plan_word (id, goal_id, in_words, side, written_at) values (word, of_goal, words, case when of_enrolment is null then 'herself' else 'worker' end, platform.ctx_now());
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.assigned_applications()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.application_id from funding.assignment a where a.account_id = platform.ctx_account() and platform.ctx_has('fund-scorer')
  except select funding.closed_applications()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.award_categories()
 RETURNS TABLE(award_id uuid, category_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.id, a.category_id from funding.award w join funding.application a on a.id = w.application_id where w.awarded_on <= platform.ctx_today()
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.begin_application(new_id uuid, category uuid, person uuid, code bytea, who text, mail text, spoken text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  its record;
begin
  select c.id, c.demonstration into its from funding.category k join funding.call c on c.id = k.call_id
    where k.id = category and c.published_at <= platform.ctx_now() and c.opens_at <= platform.ctx_now() and c.closes_at >= platform.ctx_now();
  if its.id is null then return false; end if;
  insert into funding.application (id, call_id, category_id, language, demonstration, begun_at) values (new_id, its.id, category, spoken, its.demonstration, platform.ctx_now());
  insert into funding.applicant (id, application_id, code_hash, name, email, added_at) values (person, new_id, code, who, nullif(mail, ''), platform.ctx_now());
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.check_enrolment_age()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  birth date := (select i.birth_date from access.person_identity i where i.person_id = new.person_id);
begin
  if birth is null then raise exception 'the day of birth is not known' using errcode = '23514', constraint = 'enrolment_birth'; end if;
  if new.joined_on is not null and not (new.joined_on >= birth + interval '18 years' and new.joined_on < birth + interval '25 years') then
    raise exception 'takes part from 18 to 24' using errcode = '23514', constraint = 'enrolment_age';
  end if;
  if tg_op = 'INSERT' and new.joined_on is null and not (new.agreed_on >= birth + interval '13 years' and new.agreed_on < birth + interval '18 years') then
    raise exception 'prepares from 13 to 17' using errcode = '23514', constraint = 'enrolment_age';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION funding.check_instalments()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  its uuid;
begin
  -- By branches: a record has only the columns of its own table.
  if tg_table_name = 'award' then its := new.id; elsif tg_op = 'DELETE' then its := old.award_id; else its := new.award_id; end if;
  if exists (select from funding.award w where w.id = its and w.amount <> (select coalesce(sum(i.amount), 0) from funding.instalment i where i.award_id = its)) then
    raise exception 'the instalments do not add up to the award' using errcode = '23514', constraint = 'instalment_sum';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION funding.check_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e funding.enrolment;
begin
  select * into e from funding.enrolment where id = new.enrolment_id;
  if e.joined_on is null or new.measured_on > platform.ctx_today() or new.measured_on < (e.joined_on + make_interval(months => new.point))::date - 31
    or new.measured_on > (e.joined_on + make_interval(months => new.point))::date + 92 then
    raise exception 'not at this point' using errcode = '23514', constraint = 'pilot_outcome_when';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION funding.check_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.payment_file_id is not null and (new.payment_file_id is distinct from old.payment_file_id or new.amount <> old.amount) then
    raise exception 'an instalment that went to the finance system stands' using errcode = '23514', constraint = 'instalment_stands';
  end if;
  if old.payment_file_id is null and new.payment_file_id is not null and not funding.is_released(new) then
    raise exception 'the condition of the instalment does not hold' using errcode = '23514', constraint = 'instalment_released';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION funding.closed_applications()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.application_id from funding.conflict c where c.account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.closed_reports()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.id::text from funding.report r join funding.award w on w.id = r.award_id where w.application_id in (select funding.closed_applications())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.count_drafts(call uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*) from funding.application a where a.call_id = call and a.state = 'draft' and funding.is_office()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.counted_enrolments()
 RETURNS TABLE(pilot text, joined_on date, left_on date, left_reason text, outcomes jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.pilot_slug, e.joined_on, e.left_on, e.left_reason, coalesce((select jsonb_agg(jsonb_build_object('point', o.point, 'activities', o.activities, 'hours', o.hours, 'satisfied', o.satisfied, 'housing', o.housing)) from funding.pilot_outcome o where o.enrolment_id = e.id), '[]')
  from funding.enrolment e where platform.ctx_actor() = 'worker' and e.counted and e.joined_on is not null order by e.pilot_slug, e.joined_on, e.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION funding.enrolment_by_code()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.enrolment_id from funding.enrolment_code c where c.code_hash = platform.ctx_capability()
$function$

CREATE OR REPLACE FUNCTION funding.finished_sheets()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.application_id from funding.sheet s where s.account_id = platform.ctx_account() and s.finished_at is not null
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.is_office()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select platform.ctx_has('fund-officer') or platform.ctx_has('plan-manager')
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.is_released(instalment funding.instalment)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from funding.award w where w.id = instalment.award_id and w.signed_on is not null)
    and (instalment.condition = 'agreement' or exists (select from funding.report r where r.award_id = instalment.award_id and r.stage = instalment.report_stage and r.state = 'accepted'))
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.keep_goal(of_enrolment uuid, goal uuid, new_area text, words text, new_state text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
  writer text := case when of_enrolment is null then 'herself' else 'worker' end;
  known funding.plan_goal;
begin
  if e is null then return false; end if;
  select * into known from funding.plan_goal where id = goal;
  if known.id is null then
    insert into funding.plan_goal (id, enrolment_id, area, in_words, state, side, made_at, changed_at) values (goal, e, new_area, words, 'open', writer, platform.ctx_now(), platform.ctx_now());
  else
    if known.enrolment_id <> e or (writer = 'worker' and known.side = 'herself' and (known.in_words <> words or known.area <> new_area)) then return false; end if;
    update funding.plan_goal set area = new_area, in_words = words, state = new_state, side = case when writer = 'herself' and known.in_words <> words then 'herself' else known.side end, changed_at = platform.ctx_now() where id = goal;
  end if;
  perform platform.write_audit('funding.keep-goal', 'person', (select x.person_id::text from funding.enrolment x where x.id = e), 'permit', jsonb_build_object('by', writer));
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.letter_people(application uuid)
 RETURNS TABLE(id uuid, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id, p.name, p.email from funding.applicant p where p.application_id = application and p.email is not null and platform.ctx_actor() = 'worker'
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION funding.open_applications()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id from funding.application a join funding.call c on c.id = a.call_id
  where a.id in (select funding.own_applications()) and a.state = 'draft' and c.opens_at <= platform.ctx_now() and c.closes_at >= platform.ctx_now()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.open_enrolments()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.id from funding.enrolment e where e.agency_id = platform.ctx_agency() and e.person_id in (select funding.piloted_persons())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.owed_outcomes(of_enrolment uuid)
 RETURNS TABLE(enrolment uuid, agency uuid, joined_on date, left_on date, here boolean, measured integer[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select e.id, e.agency_id, e.joined_on, e.left_on, exists (select from access.person p where p.id = e.person_id and p.agency_id = e.agency_id),
    coalesce((select array_agg(o.point) from funding.pilot_outcome o where o.enrolment_id = e.id), '{}')
  from funding.enrolment e where platform.ctx_actor() = 'worker' and e.joined_on is not null and (of_enrolment is null or e.id = of_enrolment) order by e.id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION funding.own_applications()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.application_id from funding.applicant p where p.code_hash = platform.ctx_capability()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.own_awards()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.id from funding.award w where w.application_id in (select funding.own_applications())
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.own_people()
 RETURNS TABLE(id uuid, name text, email text, self boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id, p.name, p.email, p.code_hash = platform.ctx_capability() from funding.applicant p where p.application_id in (select funding.own_applications()) order by p.added_at, p.id
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.own_plan()
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e funding.enrolment;
begin
  select * into e from funding.enrolment where id = funding.enrolment_by_code();
  if e.id is null then return null; end if;
  perform platform.write_audit('funding.open-own-plan', 'person', e.person_id::text, 'permit', '{}');
  return funding.plan_of(e.id) || jsonb_build_object('person', e.person_id, 'studies', e.studies, 'joinedOn', e.joined_on, 'leftOn', e.left_on, 'counted', e.counted,
    'pilot', (select p.name from funding.pilot p where p.slug = e.pilot_slug), 'agency', (select a.name from identity.agency a where a.id = e.agency_id),
    'mentor', (select a.name from identity.account a where a.id = e.mentor_id),
    'firstName', (select i.given_name from access.person_identity i where i.person_id = e.person_id), 'birth', (select i.birth_date from access.person_identity i where i.person_id = e.person_id));
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.piloted_persons()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id from access.person p where p.agency_id = platform.ctx_agency() and access.role_opens('identity') and not platform.ctx_has('volunteer')
    and (platform.ctx_has('access-supervisor') or p.id in (select access.assigned_persons()))
    and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity')) and p.id not in (select access.locked_persons('note'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.plan_of(of_enrolment uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'area', g.area, 'inWords', g.in_words, 'state', g.state, 'side', g.side, 'changedAt', g.changed_at,
        'steps', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'inWords', s.in_words, 'dueOn', s.due_on, 'doneOn', s.done_on, 'proof', s.proof, 'side', s.side) order by s.made_at, s.id) from funding.plan_step s where s.goal_id = g.id), '[]'),
        'words', coalesce((select jsonb_agg(jsonb_build_object('inWords', w.in_words, 'side', w.side, 'writtenAt', w.written_at) order by w.written_at, w.id) from funding.plan_word w where w.goal_id = g.id), '[]'))
      order by g.state <> 'open', g.side <> 'herself', g.made_at, g.id) from funding.plan_goal g where g.enrolment_id = of_enrolment), '[]'),
    'ready', coalesce((select jsonb_object_agg(d.item_slug, d.done_on) from funding.readiness_done d where d.enrolment_id = of_enrolment), '{}'))
$function$

CREATE OR REPLACE FUNCTION funding.reached_awards()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.id from funding.award w where w.application_id is null or w.application_id not in (select funding.closed_applications())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.read_enrolment(of_enrolment uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e funding.enrolment;
  permitted boolean := of_enrolment in (select funding.open_enrolments());
begin
  select * into e from funding.enrolment where id = of_enrolment;
  perform platform.write_audit('funding.read-own-plan', 'person', e.person_id::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  return funding.plan_of(of_enrolment) || jsonb_build_object(
    'contacts', coalesce((select jsonb_agg(jsonb_build_object('onDate', c.on_date, 'how', c.how, 'reached', c.reached, 'minutes', c.minutes) order by c.on_date desc, c.id) from funding.mentor_contact c where c.enrolment_id = of_enrolment), '[]'),
    'outcomes', coalesce((select jsonb_agg(jsonb_build_object('point', o.point, 'measuredOn', o.measured_on, 'activities', o.activities, 'hours', o.hours, 'satisfied', o.satisfied, 'housing', o.housing) order by o.point) from funding.pilot_outcome o where o.enrolment_id = of_enrolment), '[]'),
    'hasCode', exists (select from funding.enrolment_code c where c.enrolment_id = of_enrolment));
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.read_people(application uuid)
 RETURNS TABLE(name text, email text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not funding.is_office() or application in (select funding.closed_applications()) then
    perform platform.write_audit('application.read-people', 'application', application::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('application.read-people', 'application', application::text, 'permit', '{"section": "people"}');
  return query select p.name, p.email from funding.applicant p where p.application_id = application order by p.added_at, p.id;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.remove_applicant(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from funding.applicant p where p.id = person and p.application_id in (select funding.open_applications()) and p.code_hash <> platform.ctx_capability();
  return found;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.scorers()
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct a.id, a.name from identity.account a join identity.membership m on m.account_id = a.id
  where funding.is_office() and a.closed_at is null and m.role = 'fund-scorer' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) order by 2
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.sent_counts()
 RETURNS TABLE(call_id uuid, sent integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id, count(a.id)::integer from funding.call c join funding.application a on a.call_id = c.id and a.state = 'submitted' where c.published_at <= platform.ctx_now() and c.closes_at < platform.ctx_now() group by c.id
$function$
-- execute: ct_public, ct_staff, ct_worker

CREATE OR REPLACE FUNCTION funding.set_enrolment_code(of_enrolment uuid, new_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_enrolment not in (select funding.open_enrolments()) then return false; end if;
  insert into funding.enrolment_code (enrolment_id, code_hash, made_at) values (of_enrolment, new_hash, platform.ctx_now()) on conflict (enrolment_id) do update set code_hash = new_hash, made_at = platform.ctx_now();
  perform platform.write_audit('funding.new-own-code', 'person', (select e.person_id::text from funding.enrolment e where e.id = of_enrolment), 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION funding.set_ready(of_enrolment uuid, items text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null then return false; end if;
  delete from funding.readiness_done d where d.enrolment_id = e and d.item_slug <> all (items);
  insert into funding.readiness_done (enrolment_id, item_slug, done_on) select e, i.slug, platform.ctx_today() from funding.readiness_item i where i.slug = any (items) and i.removed_at is null on conflict do nothing;
  return true;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.submit_application(arrived timestamp with time zone, new_receipt text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own funding.application;
begin
  if arrived > platform.ctx_now() or arrived < platform.ctx_now() - interval '5 minutes' then raise exception 'an arrival lies within five minutes before its work'; end if;
  select a.* into own from funding.application a where a.id in (select funding.own_applications()) for update;
  if own.id is null then return null; end if;
  if own.state = 'draft' then
    if not exists (select from funding.call c where c.id = own.call_id and c.opens_at <= arrived and arrived <= c.closes_at) then return null; end if;
    update funding.application set state = 'submitted', submitted_at = arrived, receipt = new_receipt where id = own.id returning * into own;
    return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', false);
  end if;
  return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', true);
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.tick_step(of_enrolment uuid, step uuid, done boolean, how text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null then return false; end if;
  update funding.plan_step s set done_on = case when done then coalesce(s.done_on, platform.ctx_today()) end, proof = case when done then how end
    from funding.plan_goal g where s.id = step and g.id = s.goal_id and g.enrolment_id = e;
  return found;
end $function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION funding.writable_enrolment(of_enrolment uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when of_enrolment is null then funding.enrolment_by_code() else (select e from funding.open_enrolments() e where e = of_enrolment) end
$function$

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
policy own_is_read PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM governance.member p
  WHERE ((p.id = action.member_id) AND (p.account_id = ( SELECT platform.ctx_account() AS ctx_account)))))
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
  WHERE ((a.id = action_report.action_id) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (a.body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])) OR (EXISTS ( SELECT
           FROM governance.member p
          WHERE ((p.id = a.member_id) AND (p.account_id = ( SELECT platform.ctx_account() AS ctx_account)))))))))
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
CREATE INDEX decision_matter ON governance.decision USING btree (matter_id)
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
CREATE INDEX matter_subject ON governance.matter USING btree (subject_kind, subject_id)
CREATE UNIQUE INDEX matter_open ON governance.matter USING btree (body_slug, subject_kind, subject_id) WHERE ((ended_at IS NULL) AND (subject_id IS NOT NULL))
CREATE TRIGGER matter_begin_in_camera BEFORE INSERT ON governance.matter FOR EACH ROW EXECUTE FUNCTION governance.begin_in_camera()
CREATE TRIGGER matter_content_changed AFTER INSERT OR DELETE OR UPDATE ON governance.matter FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
CREATE TRIGGER matter_follow_in_camera AFTER UPDATE OF in_camera ON governance.matter FOR EACH ROW WHEN ((new.in_camera AND (NOT old.in_camera))) EXECUTE FUNCTION governance.follow_in_camera()
policy kept PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy kept_on PERMISSIVE UPDATE to ct_staff using ((ended_at IS NULL) AND (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))) with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies_as('table-chair'::text) AS ctx_bodies_as)::text[])))
policy left_is_closed RESTRICTIVE ALL to ct_staff using (NOT (id = ANY (( SELECT governance.closed_matters() AS closed_matters)::uuid[])))
policy members_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR (body_slug = ANY (( SELECT platform.ctx_bodies() AS ctx_bodies)::text[])))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy published_is_read PERMISSIVE SELECT to ct_public, ct_staff using (id = ANY (( SELECT governance.published_matters() AS published_matters)::uuid[]))
policy with_its_decision RESTRICTIVE SELECT to ct_public, ct_staff using ((kind <> 'decision'::text) OR (EXISTS ( SELECT
   FROM governance.decision d
  WHERE ((d.id)::text = matter.subject_id))))
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
CREATE INDEX recusal_member ON governance.recusal USING btree (member_id)
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

CREATE OR REPLACE FUNCTION governance.begin_in_camera()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  topic text[];
begin
  if new.in_camera or new.subject_id is null then return new; end if;
  topic := governance.topic_of(new.subject_kind, new.subject_id);
  new.in_camera := exists (select from governance.matter m where m.in_camera and m.id = any (governance.matters_in(topic)))
    or exists (select from governance.decision d where new.subject_kind = 'decision' and d.id::text = new.subject_id and not d.is_public);
  return new;
end $function$

CREATE OR REPLACE FUNCTION governance.closed_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select governance.matters_in(governance.closed_things())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.closed_subjects()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select governance.closed_things()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.closed_things()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select governance.things_closed_to(platform.ctx_account())
$function$

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

CREATE OR REPLACE FUNCTION governance.follow_in_camera()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update governance.matter m set in_camera = true where not m.in_camera
    and ((m.subject_kind = 'action' and m.subject_id in (select a.id::text from governance.action a where a.matter_id = new.id))
      or (m.subject_kind = 'decision' and m.subject_id in (select d.id::text from governance.decision d where d.matter_id = new.id)));
  return null;
end $function$

CREATE OR REPLACE FUNCTION governance.has_left(of_member uuid, of_matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with marks as materialized (select * from governance.member_marks()), topic as materialized (select governance.topic_of('matter', of_matter::text) as things)
  select exists (select from topic join governance.recusal r on r.matter_id = any (governance.matters_in(topic.things))
    join marks k on k.member_id = r.member_id join marks own on own.mark = k.mark and own.member_id = of_member
    where governance.topic_is_open(topic.things))
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION governance.held_back_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with topic as materialized (select o.ended_at, unnest(governance.matters_in(governance.topic_of('matter', o.id::text))) as related
    from governance.matter o where o.id in (select r.matter_id from governance.recusal r))
  select coalesce(array(select distinct m.id from topic join governance.matter m on m.id = topic.related where topic.ended_at is null or m.ended_at is null), '{}')
$function$

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

CREATE OR REPLACE FUNCTION governance.list_left(of_body text)
 RETURNS TABLE(matter_id uuid, member_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with marks as materialized (select * from governance.member_marks()),
  topic as materialized (select o.matter_id, unnest(governance.matters_in(governance.topic_of('matter', o.matter_id::text))) as related from (select distinct r.matter_id from governance.recusal r) o)
  select distinct m.id, p.id from topic join governance.matter m on m.id = topic.related and m.ended_at is null and m.body_slug = of_body
    join governance.recusal r on r.matter_id = topic.matter_id
    join marks k on k.member_id = r.member_id join marks own on own.mark = k.mark join governance.member p on p.id = own.member_id and p.body_slug = of_body
  where (platform.ctx_has('plan-manager') or of_body = any (platform.ctx_bodies_as('table-chair'))) is true
    and not m.id = any ((select governance.closed_matters())::uuid[])
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.matters_in(topic text[])
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select coalesce(array(select substr(thing, 8)::uuid from unnest(topic) as thing where thing like 'matter:%'), '{}')
$function$

CREATE OR REPLACE FUNCTION governance.member_marks()
 RETURNS TABLE(member_id uuid, mark text)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select m.id, 'member:' || m.id from governance.member m
  union select m.id, 'account:' || m.account_id from governance.member m where m.account_id is not null
  union select r.member_id, 'account:' || r.account_id from governance.recusal r where r.account_id is not null
  union select a.member_id, 'email:' || lower(a.email) from governance.member_address a
  union select m.id, 'email:' || lower(c.email) from governance.member m join identity.account c on c.id = m.account_id
  union select r.member_id, 'email:' || lower(c.email) from governance.recusal r join identity.account c on c.id = r.account_id
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
  with held as materialized (select governance.held_back_matters() as ids)
  select coalesce(array(select m.id from governance.matter m join governance.body b on b.slug = m.body_slug cross join held where b.minutes = 'public' and not m.in_camera and not m.id = any (held.ids)
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

CREATE OR REPLACE FUNCTION governance.things_closed_to(account uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when account is null or not exists (select from governance.recusal) then '{}'::text[] else coalesce(array(
    with marks as materialized (select * from governance.member_marks()),
    own as (
      select 'account:' || account as mark
      union select 'email:' || lower(c.email) from identity.account c where c.id = account
      union select k.mark from marks k join governance.member m on m.id = k.member_id where m.account_id = account
    ),
    gone as (select distinct r.matter_id from governance.recusal r join marks k on k.member_id = r.member_id join own on own.mark = k.mark),
    -- Kept as made: a topic is looked up once for each matter, not once for each row that asks for it.
    topic as materialized (select governance.topic_of('matter', gone.matter_id::text) as things from gone)
    select distinct thing from topic cross join lateral unnest(topic.things) as thing where governance.topic_is_open(topic.things)), '{}') end
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION governance.topic_is_open(topic text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select exists (select from governance.matter m where m.ended_at is null and m.id = any (governance.matters_in(topic)))
$function$

CREATE OR REPLACE FUNCTION governance.topic_of(thing_kind text, thing_id text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  with recursive thing (kind, id) as (
    select thing_kind, thing_id where thing_kind in ('matter', 'issue', 'milestone', 'recommendation', 'action', 'decision') and thing_id is not null
    union
    select n.kind, n.id from thing t cross join lateral (
      -- A case guards each cast: the id of an issue in a test of another module need not be a uuid.
      select case when t.kind = 'matter' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as matter,
        case when t.kind = 'action' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as action,
        case when t.kind = 'decision' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as decision
    ) i cross join lateral (
      select m.subject_kind as kind, m.subject_id as id from governance.matter m where m.id = i.matter
      union all select 'matter', m.id::text from governance.matter m where m.subject_kind = t.kind and m.subject_id = t.id
      union all select 'action', a.id::text from governance.action a where a.matter_id = i.matter
      union all select 'matter', a.matter_id::text from governance.action a where a.id = i.action
      union all select 'decision', d.id::text from governance.decision d where d.matter_id = i.matter
      union all select 'decision', d.id::text from governance.decision d where d.subject_kind = t.kind and d.subject_id = t.id
      union all select 'matter', d.matter_id::text from governance.decision d where d.id = i.decision
      union all select d.subject_kind, d.subject_id from governance.decision d where d.id = i.decision
    ) n where n.kind in ('matter', 'issue', 'milestone', 'recommendation', 'action', 'decision') and n.id is not null
  )
  select coalesce(array(select kind || ':' || id from thing), '{}')
$function$

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

CREATE OR REPLACE FUNCTION governance.translate_matter(of_matter uuid, given_title jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  m governance.matter;
  missing text;
begin
  select * into m from governance.matter x where x.id = of_matter;
  missing := m.title ->> 'untranslated';
  if missing is null or of_matter = any (governance.closed_matters()) then return false; end if;
  if (platform.ctx_has('plan-manager') or m.body_slug = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  update governance.matter set title = (title - 'untranslated') || jsonb_build_object(missing, given_title ->> missing) where id = of_matter;
  perform platform.write_audit('governance.translate-matter', 'matter', of_matter::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION governance.withheld_matters()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with held as materialized (select governance.held_back_matters() as ids)
  select coalesce(array(select m.id from governance.matter m cross join held where m.in_camera or m.id = any (held.ids)
    or (m.ended_at is null and not exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved'))), '{}')
$function$
-- execute: ct_public, ct_staff, ct_worker

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
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy owner_reads_for_referral PERMISSIVE SELECT to ct_owner using true
policy points_read_agencies PERMISSIVE SELECT to ct_owner using true
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
  constraint membership_role CHECK ((role = ANY (ARRAY['plan-manager'::text, 'fund-officer'::text, 'fund-scorer'::text, 'sealed-reader'::text, 'sealed-chair'::text, 'case-reviewer'::text, 'police-liaison'::text, 'review-chair'::text, 'responder'::text, 'alert-keeper'::text, 'operator-311'::text, 'leadership-member'::text, 'table-chair'::text, 'table-member'::text, 'partner'::text, 'analyst'::text, 'auditor'::text, 'privacy-officer'::text, 'administrator'::text, 'intake-worker'::text, 'clinician'::text, 'access-supervisor'::text, 'coordinator'::text, 'volunteer'::text, 'directory-editor'::text])))
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

CREATE OR REPLACE FUNCTION identity.add_api_key(session uuid, address text, hash bytea, until timestamp with time zone, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only a command gives a key' using errcode = '42501'; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, device)
    select session, hash, a.id, 'api-key', moment, moment, until, 'api' from identity.account a where lower(a.email) = lower(address) and a.closed_at is null;
  return found;
end $function$
-- execute: ct_worker

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

CREATE OR REPLACE FUNCTION identity.demonstration_accounts()
 RETURNS TABLE(email text, name text, roles text[], agency jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.email, a.name, coalesce(array_agg(m.role order by m.role) filter (where m.role is not null), '{}'), (array_agg(g.name order by g.slug) filter (where g.id is not null))[1]
  from identity.account a left join identity.membership m on m.account_id = a.id and m.to_date is null left join identity.agency g on g.id = m.agency_id
  where a.demonstration and a.closed_at is null and (select platform.is_demonstration())
  group by a.id, a.email, a.name order by a.id
$function$
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
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > moment
      and (s.method = 'api-key' or s.seen_at > moment - interval '2 hours') and a.closed_at is null;
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

table insight.alcohol_run (
  id uuid not null
  population_version uuid not null
  risk_version uuid not null
  count_version uuid
  region text not null
  year integer not null
  scenario text not null
  change numeric not null
  seed integer not null
  draws integer not null
  survey_size integer not null
  consumption_error numeric not null
  method text not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  state text not null default 'asked'::text
  problem jsonb
  fingerprint text
  cells jsonb
  wanted jsonb
  decided_by uuid
  ended_at timestamp with time zone
  constraint alcohol_run_change CHECK (((change > ('-100'::integer)::numeric) AND (change <= (200)::numeric)))
  constraint alcohol_run_consumption_error CHECK (((consumption_error >= (0)::numeric) AND (consumption_error <= (1)::numeric)))
  constraint alcohol_run_count_fkey FOREIGN KEY (count_version) REFERENCES insight.dataset_version(id)
  constraint alcohol_run_decided CHECK ((((state = ANY (ARRAY['release-asked'::text, 'released'::text])) = (decided_by IS NOT NULL)) AND ((decided_by IS NULL) = (wanted IS NULL))))
  constraint alcohol_run_done CHECK (((state = ANY (ARRAY['asked'::text, 'failed'::text])) OR ((cells IS NOT NULL) AND (fingerprint IS NOT NULL))))
  constraint alcohol_run_draws CHECK (((draws >= 40) AND (draws <= 1000)))
  constraint alcohol_run_fingerprint CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
  constraint alcohol_run_other_eyes CHECK ((decided_by <> asked_by))
  constraint alcohol_run_pkey PRIMARY KEY (id)
  constraint alcohol_run_population_fkey FOREIGN KEY (population_version) REFERENCES insight.dataset_version(id)
  constraint alcohol_run_risk_fkey FOREIGN KEY (risk_version) REFERENCES insight.dataset_version(id)
  constraint alcohol_run_scenario CHECK ((scenario = ANY (ARRAY['none'::text, 'consumption'::text, 'minimum-price'::text])))
  constraint alcohol_run_seed CHECK ((seed > 0))
  constraint alcohol_run_state CHECK ((state = ANY (ARRAY['asked'::text, 'done'::text, 'failed'::text, 'release-asked'::text, 'released'::text, 'discarded'::text])))
  constraint alcohol_run_survey_size CHECK (((survey_size >= 30) AND (survey_size <= 10000000)))
  constraint alcohol_run_year CHECK (((year >= 1900) AND (year <= 2200)))
)
CREATE INDEX alcohol_run_open ON insight.alcohol_run USING btree (asked_at) WHERE (state = ANY (ARRAY['asked'::text, 'release-asked'::text]))
policy analyst_asks PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (asked_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'asked'::text) AND (cells IS NULL) AND (decided_by IS NULL))
policy deciders_decide PERMISSIVE UPDATE to ct_staff using ((( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)) AND (state = 'done'::text)) with check ((state = 'discarded'::text) OR ((state = 'release-asked'::text) AND (decided_by = ( SELECT platform.ctx_account() AS ctx_account))))
policy deciders_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_computes PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.alert (
  id uuid not null
  rule_id uuid not null
  area_slug text
  kind text not null
  onset timestamp with time zone not null
  from_day date not null
  to_day date not null
  observed integer not null
  bound double precision
  expected double precision
  per_year double precision
  drafted_at timestamp with time zone not null
  demonstration boolean not null default false
  constraint alert_area_fkey FOREIGN KEY (area_slug) REFERENCES insight.alert_area(slug)
  constraint alert_kind CHECK ((kind = ANY (ARRAY['count'::text, 'window'::text, 'place'::text, 'contamination'::text])))
  constraint alert_pkey PRIMARY KEY (id)
  constraint alert_rule_fkey FOREIGN KEY (rule_id) REFERENCES insight.alert_rule(id)
)
CREATE UNIQUE INDEX alert_once ON insight.alert USING btree (rule_id, COALESCE(area_slug, ''::text), kind, onset)
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_drafts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.alert_area (
  slug text not null
  name platform.bilingual not null
  position integer not null
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint alert_area_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint alert_area_pkey PRIMARY KEY (slug)
)
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.alert_contact (
  id uuid not null
  name text not null
  email text not null
  language text not null
  key_hash bytea not null
  added_by uuid
  added_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  stopped_at timestamp with time zone
  demonstration boolean not null default false
  constraint alert_contact_email CHECK (((length(email) >= 3) AND (length(email) <= 254)))
  constraint alert_contact_key UNIQUE (key_hash)
  constraint alert_contact_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
  constraint alert_contact_name CHECK (((length(name) >= 2) AND (length(name) <= 120)))
  constraint alert_contact_pkey PRIMARY KEY (id)
)
policy keeper_adds PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) AND (added_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (confirmed_at IS NULL) AND (NOT demonstration))
policy keeper_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has)
policy keeper_stops PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) with check (stopped_at IS NOT NULL)
policy owner_answers PERMISSIVE ALL to ct_owner using true with check true
policy worker_adds PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND demonstration)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.alert_level (
  id uuid not null
  place bigint not null
  level text not null
  areas text[] not null default '{}'::text[]
  reason platform.bilingual not null
  alert_id uuid
  review_on date
  set_by uuid
  set_at timestamp with time zone not null
  demonstration boolean not null default false
  constraint alert_level_alert_fkey FOREIGN KEY (alert_id) REFERENCES insight.alert(id)
  constraint alert_level_level CHECK ((level = ANY (ARRAY['normal'::text, 'elevated'::text, 'high'::text])))
  constraint alert_level_pkey PRIMARY KEY (id)
  constraint alert_level_review CHECK (((level = 'normal'::text) = (review_on IS NULL)))
)
CREATE TRIGGER alert_level_content_changed AFTER INSERT ON insight.alert_level FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (set_at <= ( SELECT platform.ctx_now() AS ctx_now))
policy keeper_sets PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) AND (set_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (set_at = ( SELECT platform.ctx_now() AS ctx_now)) AND (NOT demonstration))
policy worker_begins PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (level = 'normal'::text) AND demonstration)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.alert_protocol (
  slug text not null
  position integer not null
  what platform.bilingual not null
  owed_by text not null
  hours integer not null
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint alert_protocol_hours CHECK (((hours >= 1) AND (hours <= 2160)))
  constraint alert_protocol_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint alert_protocol_pkey PRIMARY KEY (slug)
)
policy watch_reads PERMISSIVE SELECT to ct_staff using ((( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.alert_rate (
  id uuid not null
  rule_id uuid not null
  area_slug text
  per_year double precision not null
  low double precision not null
  high double precision not null
  formula double precision
  baseline_from date not null
  baseline_to date not null
  baseline_total integer not null
  mean double precision not null
  size double precision
  seed integer not null
  years integer not null
  checked_from date not null
  checked_to date not null
  checked_onsets integer not null
  computed_at timestamp with time zone not null
  constraint alert_rate_area_fkey FOREIGN KEY (area_slug) REFERENCES insight.alert_area(slug)
  constraint alert_rate_pkey PRIMARY KEY (id)
  constraint alert_rate_rule_fkey FOREIGN KEY (rule_id) REFERENCES insight.alert_rule(id)
)
CREATE INDEX alert_rate_rule ON insight.alert_rate USING btree (rule_id, computed_at DESC)
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy whole_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (area_slug IS NULL))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_states PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.alert_rule (
  slug text not null
  id uuid not null
  rule text not null
  version integer not null
  position integer not null
  series_slug text not null
  name platform.bilingual not null
  method text not null
  unit text not null
  each_area boolean not null default false
  options jsonb not null
  active boolean not null default true
  valid_from date not null
  reason platform.bilingual
  made_by uuid
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint alert_rule_clusters CHECK (((method = 'cluster'::text) = (unit = 'hour'::text)))
  constraint alert_rule_method CHECK ((method = ANY (ARRAY['cluster'::text, 'ears-c1'::text, 'ears-c2'::text, 'ears-c3'::text, 'farrington-flexible'::text, 'cusum'::text, 'exact'::text, 'daily'::text, 'rolling-window'::text])))
  constraint alert_rule_number UNIQUE (rule, version)
  constraint alert_rule_options CHECK ((jsonb_typeof(options) = 'object'::text))
  constraint alert_rule_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint alert_rule_pkey PRIMARY KEY (id)
  constraint alert_rule_reason CHECK (((version = 1) OR (reason IS NOT NULL)))
  constraint alert_rule_slug UNIQUE (slug)
  constraint alert_rule_unit CHECK ((unit = ANY (ARRAY['hour'::text, 'day'::text, 'week'::text])))
  constraint alert_rule_version CHECK ((version > 0))
)
policy keeper_changes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (origin = 'staff'::text) AND (version > 1) AND (valid_from = ( SELECT platform.ctx_today() AS ctx_today)))
policy valid_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((valid_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.alert_series (
  slug text not null
  position integer not null
  name platform.bilingual not null
  text platform.bilingual not null
  basis text not null
  source text not null
  delay_weeks integer not null
  origin text not null default 'staff'::text
  removed_at timestamp with time zone
  constraint alert_series_basis CHECK ((basis = ANY (ARRAY['pickup'::text, 'residence'::text])))
  constraint alert_series_delay CHECK (((delay_weeks >= 1) AND (delay_weeks <= 26)))
  constraint alert_series_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint alert_series_pkey PRIMARY KEY (slug)
  constraint alert_series_source CHECK ((source = ANY (ARRAY['events'::text, 'reports'::text])))
)
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using ((( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL) AND (removed_at IS NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.alert_step (
  id uuid not null
  place bigint not null
  alert_id uuid not null
  step text not null
  verdict text
  reason text
  by_account uuid
  at timestamp with time zone not null
  constraint alert_step_alert_fkey FOREIGN KEY (alert_id) REFERENCES insight.alert(id)
  constraint alert_step_by CHECK (((step = 'review-due'::text) = (by_account IS NULL)))
  constraint alert_step_judged CHECK (((step = 'judged'::text) = (verdict IS NOT NULL)))
  constraint alert_step_pkey PRIMARY KEY (id)
  constraint alert_step_reason CHECK (((length(reason) >= 3) AND (length(reason) <= 2000)))
  constraint alert_step_step CHECK ((step = ANY (ARRAY['confirmed'::text, 'dismissed'::text, 'judged'::text, 'closed'::text, 'review-due'::text])))
  constraint alert_step_verdict CHECK ((verdict = ANY (ARRAY['true'::text, 'false'::text, 'unknown'::text])))
  constraint alert_step_why CHECK (((step = 'review-due'::text) OR (reason IS NOT NULL)))
)
CREATE INDEX alert_step_alert ON insight.alert_step USING btree (alert_id, place)
CREATE UNIQUE INDEX alert_step_closed ON insight.alert_step USING btree (alert_id) WHERE (step = 'closed'::text)
CREATE UNIQUE INDEX alert_step_decided ON insight.alert_step USING btree (alert_id) WHERE (step = ANY (ARRAY['confirmed'::text, 'dismissed'::text]))
CREATE UNIQUE INDEX alert_step_due ON insight.alert_step USING btree (alert_id) WHERE (step = 'review-due'::text)
policy keeper_steps PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) AND (by_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (step <> 'review-due'::text) AND (at = ( SELECT platform.ctx_now() AS ctx_now)))
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_marks PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (step = 'review-due'::text))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.alert_told (
  alert_id uuid not null
  contact_id uuid not null
  told_at timestamp with time zone not null
  constraint alert_told_alert_fkey FOREIGN KEY (alert_id) REFERENCES insight.alert(id)
  constraint alert_told_contact_fkey FOREIGN KEY (contact_id) REFERENCES insight.alert_contact(id)
  constraint alert_told_pkey PRIMARY KEY (alert_id, contact_id)
)
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_tells PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.computation (
  slug text not null
  series_slug text not null
  version integer not null
  dataset_slug text not null
  recipe jsonb not null
  name platform.bilingual not null
  label platform.bilingual not null
  text platform.bilingual not null
  unit text not null
  domain_slug text
  geography_kind text not null
  kind text not null
  change_reason platform.bilingual
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint computation_change CHECK (((version = 1) = (change_reason IS NULL)))
  constraint computation_dataset_fkey FOREIGN KEY (dataset_slug) REFERENCES insight.dataset(slug)
  constraint computation_geography_kind CHECK ((geography_kind = ANY (ARRAY['residence'::text, 'occurrence'::text, 'service'::text, 'not-stated'::text])))
  constraint computation_kind CHECK ((kind = ANY (ARRAY['service'::text, 'health'::text, 'small-area'::text, 'overdose-area'::text, 'sexual-violence'::text, 'identity'::text])))
  constraint computation_pkey PRIMARY KEY (slug)
  constraint computation_series CHECK ((series_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint computation_series_key UNIQUE (series_slug, version)
  constraint computation_slug CHECK ((slug = ((series_slug || '/'::text) || version)))
  constraint computation_version CHECK ((version > 0))
)
policy analyst_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy analyst_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.computation_run (
  id uuid not null
  computation_slug text not null
  version_id uuid not null
  state text not null default 'asked'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  cells jsonb
  rows_used integer
  fingerprint text
  inputs jsonb
  problem jsonb
  releases uuid[] not null default '{}'::uuid[]
  decided_by uuid
  ended_at timestamp with time zone
  constraint computation_run_computation_fkey FOREIGN KEY (computation_slug) REFERENCES insight.computation(slug)
  constraint computation_run_done CHECK (((state = ANY (ARRAY['asked'::text, 'failed'::text, 'discarded'::text])) OR ((cells IS NOT NULL) AND (fingerprint IS NOT NULL))))
  constraint computation_run_fingerprint CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
  constraint computation_run_pkey PRIMARY KEY (id)
  constraint computation_run_state CHECK ((state = ANY (ARRAY['asked'::text, 'computed'::text, 'failed'::text, 'release-asked'::text, 'waiting'::text, 'blocked'::text, 'released'::text, 'discarded'::text])))
  constraint computation_run_version_fkey FOREIGN KEY (version_id) REFERENCES insight.dataset_version(id)
)
CREATE INDEX computation_run_of ON insight.computation_run USING btree (computation_slug, asked_at)
CREATE INDEX computation_run_waiting ON insight.computation_run USING btree (state) WHERE (state = ANY (ARRAY['asked'::text, 'release-asked'::text, 'waiting'::text]))
policy analyst_asks PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (asked_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'asked'::text) AND (cells IS NULL))
policy analyst_decides PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (state = ANY (ARRAY['computed'::text, 'blocked'::text]))) with check ((state = ANY (ARRAY['release-asked'::text, 'discarded'::text])) AND (decided_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy analyst_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)
policy worker_computes PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.dataset (
  slug text not null
  position integer not null
  name platform.bilingual not null
  text platform.bilingual not null
  origin text not null
  removed_at timestamp with time zone
  constraint dataset_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint dataset_pkey PRIMARY KEY (slug)
  constraint dataset_slug CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
)
policy analyst_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (origin = 'staff'::text))
policy analyst_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (removed_at IS NULL))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.dataset_refusal (
  version_id uuid not null
  line integer not null
  column_name text
  reason text not null
  constraint dataset_refusal_pkey PRIMARY KEY (version_id, line)
  constraint dataset_refusal_version_fkey FOREIGN KEY (version_id) REFERENCES insight.dataset_version(id)
)
policy analyst_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)
policy worker_enters PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.dataset_row (
  version_id uuid not null
  line integer not null
  key text not null
  values jsonb not null
  constraint dataset_row_key UNIQUE (version_id, key)
  constraint dataset_row_pkey PRIMARY KEY (version_id, line)
  constraint dataset_row_values CHECK ((jsonb_typeof("values") = 'object'::text))
  constraint dataset_row_version_fkey FOREIGN KEY (version_id) REFERENCES insight.dataset_version(id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy worker_enters PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_worker

table insight.dataset_schema (
  slug text not null
  dataset_slug text not null
  version integer not null
  row_text platform.bilingual not null
  columns jsonb not null
  key text[] not null
  change_reason platform.bilingual
  made_by uuid
  origin text not null
  removed_at timestamp with time zone
  constraint dataset_schema_change CHECK (((version = 1) = (change_reason IS NULL)))
  constraint dataset_schema_columns CHECK (((jsonb_typeof(columns) = 'array'::text) AND (jsonb_array_length(columns) > 0)))
  constraint dataset_schema_dataset_fkey FOREIGN KEY (dataset_slug) REFERENCES insight.dataset(slug)
  constraint dataset_schema_of UNIQUE (dataset_slug, version)
  constraint dataset_schema_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint dataset_schema_pkey PRIMARY KEY (slug)
  constraint dataset_schema_slug CHECK ((slug = ((dataset_slug || '/'::text) || version)))
  constraint dataset_schema_version CHECK ((version > 0))
)
CREATE TRIGGER dataset_schema_stays BEFORE UPDATE ON insight.dataset_schema FOR EACH ROW EXECUTE FUNCTION insight.keep_used_schema()
policy analyst_makes PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (origin = 'staff'::text) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy analyst_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (removed_at IS NULL))
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.dataset_staged (
  version_id uuid not null
  line integer not null
  cells jsonb not null
  constraint dataset_staged_cells CHECK ((jsonb_typeof(cells) = 'array'::text))
  constraint dataset_staged_pkey PRIMARY KEY (version_id, line)
  constraint dataset_staged_version_fkey FOREIGN KEY (version_id) REFERENCES insight.dataset_version(id)
)
policy analyst_stages PERMISSIVE INSERT to ct_staff with check (version_id IN ( SELECT v.id
   FROM insight.dataset_version v
  WHERE ((v.state = 'staged'::text) AND (v.uploaded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))))
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_stages PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_takes PERMISSIVE DELETE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant DELETE to ct_worker
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_worker

table insight.dataset_version (
  id uuid not null
  dataset_slug text not null
  schema_version integer not null
  state text not null default 'staged'::text
  number integer
  file_hash text not null
  file_kind text not null
  encoding text not null
  headers jsonb not null
  mapping jsonb not null
  note text not null default ''::text
  as_of date not null
  provisional boolean not null
  uploaded_by uuid
  uploaded_at timestamp with time zone not null
  ended_at timestamp with time zone
  rows integer not null
  accepted integer not null default 0
  refused integer not null default 0
  constraint dataset_version_encoding CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'utf-16le'::text, 'windows-1252'::text])))
  constraint dataset_version_file_hash CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint dataset_version_file_kind CHECK ((file_kind = ANY (ARRAY['csv'::text, 'xlsx'::text])))
  constraint dataset_version_number CHECK ((((state = 'kept'::text) = (number IS NOT NULL)) AND ((state = ANY (ARRAY['kept'::text, 'stopped'::text, 'dropped'::text])) = (ended_at IS NOT NULL))))
  constraint dataset_version_number_key UNIQUE (dataset_slug, number)
  constraint dataset_version_pkey PRIMARY KEY (id)
  constraint dataset_version_schema_fkey FOREIGN KEY (dataset_slug, schema_version) REFERENCES insight.dataset_schema(dataset_slug, version)
  constraint dataset_version_state CHECK ((state = ANY (ARRAY['staged'::text, 'running'::text, 'kept'::text, 'stopped'::text, 'dropped'::text])))
)
CREATE INDEX dataset_version_running ON insight.dataset_version USING btree (id) WHERE (state = 'running'::text)
policy analyst_reads PERMISSIVE SELECT to ct_staff using ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)
policy analyst_stages PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (uploaded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (state = 'staged'::text) AND (accepted = 0) AND (refused = 0))
policy analyst_starts PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) AND (state = 'staged'::text)) with check (state = ANY (ARRAY['staged'::text, 'running'::text]))
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy worker_keeps PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_stages PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

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
  interval_low numeric
  interval_high numeric
  interval_level numeric
  constraint figure_breakdown CHECK (((breakdown_slug IS NULL) = (breakdown IS NULL)))
  constraint figure_definition_fkey FOREIGN KEY (definition_slug) REFERENCES insight.figure_definition(slug)
  constraint figure_fresh_until CHECK ((fresh_until >= as_of))
  constraint figure_inputs_hash CHECK ((inputs_hash ~ '^[0-9a-f]{64}$'::text))
  constraint figure_interval CHECK ((((interval_low IS NULL) = (interval_high IS NULL)) AND ((interval_level IS NULL) OR (interval_low IS NOT NULL)) AND ((interval_low IS NULL) OR ((number IS NOT NULL) AND (interval_low <= number) AND (number <= interval_high)))))
  constraint figure_interval_level CHECK (((interval_level > (0)::numeric) AND (interval_level < (100)::numeric)))
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
  guidance text
  constraint figure_definition_change CHECK (((version = 1) = (change_reason IS NULL)))
  constraint figure_definition_disclosure_rule CHECK ((disclosure_rule = ANY (ARRAY['as-published'::text, 'small-counts'::text])))
  constraint figure_definition_geography_kind CHECK ((geography_kind = ANY (ARRAY['residence'::text, 'occurrence'::text, 'service'::text, 'not-stated'::text])))
  constraint figure_definition_guidance CHECK ((guidance = ANY (ARRAY['lradg-2011'::text, 'cgah-2023'::text])))
  constraint figure_definition_one_guidance TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint figure_definition_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint figure_definition_pkey PRIMARY KEY (slug)
  constraint figure_definition_series_key UNIQUE (series_slug, version)
  constraint figure_definition_version CHECK ((version > 0))
)
CREATE CONSTRAINT TRIGGER figure_definition_one_guidance AFTER INSERT OR UPDATE ON insight.figure_definition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.removed_at IS NULL)) EXECUTE FUNCTION insight.keep_one_guidance()
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

table insight.figure_made (
  figure_slug text not null
  run_id uuid
  computation text not null
  dataset_slug text not null
  dataset_name platform.bilingual not null
  dataset_version integer not null
  schema_version integer not null
  as_of date not null
  fingerprint text not null
  inputs jsonb not null
  said platform.bilingual not null
  made_on date not null
  by_role text not null
  known_from date not null
  alcohol_run_id uuid
  constraint figure_made_alcohol_run_fkey FOREIGN KEY (alcohol_run_id) REFERENCES insight.alcohol_run(id)
  constraint figure_made_figure_fkey FOREIGN KEY (figure_slug) REFERENCES insight.figure(slug)
  constraint figure_made_fingerprint CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
  constraint figure_made_one_run CHECK (((run_id IS NULL) <> (alcohol_run_id IS NULL)))
  constraint figure_made_pkey PRIMARY KEY (figure_slug)
  constraint figure_made_run_fkey FOREIGN KEY (run_id) REFERENCES insight.computation_run(id)
)
CREATE INDEX figure_made_alcohol_run ON insight.figure_made USING btree (alcohol_run_id)
CREATE INDEX figure_made_run ON insight.figure_made USING btree (run_id)
CREATE TRIGGER figure_made_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.figure_made FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using (known_from <= ( SELECT platform.ctx_today() AS ctx_today))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.indicator (
  slug text not null
  indicator_slug text not null
  version integer not null
  position integer not null
  name platform.bilingual not null
  outcome platform.bilingual not null
  baseline platform.bilingual not null
  target platform.bilingual
  target_value numeric
  target_direction text
  target_by date
  source platform.bilingual not null
  method platform.bilingual not null
  frequency_months integer not null
  frequency_note platform.bilingual
  responsibility platform.bilingual not null
  level text not null
  accountability text not null
  domain_slug text not null
  area_slugs text[] not null
  priority_slugs text[] not null
  series_slug text not null
  place_slug text not null
  breakdown_slug text
  expected_from date not null
  lag_days integer not null
  sources text[] not null default '{}'::text[]
  made_up text[] not null default '{}'::text[]
  change_reason platform.bilingual
  known_from date not null
  origin text not null
  entered_by uuid
  entered_at timestamp with time zone
  removed_at timestamp with time zone
  constraint indicator_accountability CHECK ((accountability = ANY (ARRAY['population'::text, 'programme'::text])))
  constraint indicator_change CHECK (((version = 1) OR (change_reason IS NOT NULL)))
  constraint indicator_entered CHECK ((((origin = 'staff'::text) = (entered_by IS NOT NULL)) AND ((origin = 'staff'::text) = (entered_at IS NOT NULL))))
  constraint indicator_frequency CHECK (((frequency_months >= 1) AND (frequency_months <= 120)))
  constraint indicator_lag CHECK (((lag_days >= 0) AND (lag_days <= 1500)))
  constraint indicator_level CHECK ((level = ANY (ARRAY['output'::text, 'immediate'::text, 'intermediate'::text, 'long-term'::text])))
  constraint indicator_made_up CHECK ((made_up <@ ARRAY['outcome'::text, 'name'::text, 'baseline'::text, 'target'::text, 'source'::text, 'method'::text, 'frequency'::text, 'responsibility'::text]))
  constraint indicator_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint indicator_pkey PRIMARY KEY (slug)
  constraint indicator_slug_form CHECK ((indicator_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint indicator_slug_of_version CHECK ((slug = ((indicator_slug || '/'::text) || version)))
  constraint indicator_target_direction CHECK ((target_direction = ANY (ARRAY['at-most'::text, 'at-least'::text])))
  constraint indicator_target_whole CHECK ((((target_value IS NULL) = (target_direction IS NULL)) AND ((target_value IS NULL) OR (target IS NOT NULL)) AND ((target_by IS NULL) OR (target_value IS NOT NULL))))
  constraint indicator_version CHECK ((version > 0))
  constraint indicator_versions UNIQUE (indicator_slug, version)
)
CREATE TRIGGER indicator_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.indicator FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
CREATE TRIGGER indicator_follows BEFORE INSERT ON insight.indicator FOR EACH ROW EXECUTE FUNCTION insight.indicator_follows()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (known_from = ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.indicator_check (
  id uuid not null
  indicator_slug text not null
  on_date date not null
  as_role text not null
  by_account uuid not null
  by_name text not null
  note text
  entered_at timestamp with time zone not null default now()
  constraint indicator_check_note CHECK (((length(note) >= 1) AND (length(note) <= 500)))
  constraint indicator_check_pkey PRIMARY KEY (id)
  constraint indicator_check_role CHECK ((as_role = ANY (ARRAY['analyst'::text, 'plan-manager'::text])))
)
CREATE INDEX indicator_check_of ON insight.indicator_check USING btree (indicator_slug, on_date)
CREATE TRIGGER indicator_check_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.indicator_check FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
CREATE TRIGGER indicator_exists BEFORE INSERT ON insight.indicator_check FOR EACH ROW EXECUTE FUNCTION insight.indicator_exists()
policy checkers_insert PERMISSIVE INSERT to ct_staff with check ((by_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (on_date = ( SELECT platform.ctx_today() AS ctx_today)) AND
CASE as_role
    WHEN 'analyst'::text THEN ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)
    ELSE ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)
END)
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using (on_date <= ( SELECT platform.ctx_today() AS ctx_today))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.indicator_retirement (
  slug text not null
  indicator_slug text not null
  reason platform.bilingual not null
  known_from date not null
  origin text not null
  entered_by uuid
  entered_at timestamp with time zone
  removed_at timestamp with time zone
  constraint indicator_retirement_entered CHECK ((((origin = 'staff'::text) = (entered_by IS NOT NULL)) AND ((origin = 'staff'::text) = (entered_at IS NOT NULL))))
  constraint indicator_retirement_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint indicator_retirement_pkey PRIMARY KEY (slug)
)
CREATE UNIQUE INDEX indicator_retired_once ON insight.indicator_retirement USING btree (indicator_slug) WHERE (removed_at IS NULL)
CREATE TRIGGER indicator_exists BEFORE INSERT ON insight.indicator_retirement FOR EACH ROW EXECUTE FUNCTION insight.indicator_exists()
CREATE TRIGGER indicator_retirement_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.indicator_retirement FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL))
policy office_inserts PERMISSIVE INSERT to ct_staff with check ((origin = 'staff'::text) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (known_from = ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL) AND ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.open_data_terms (
  slug text not null
  name platform.bilingual not null
  url text not null
  contact text not null
  origin text not null
  removed_at timestamp with time zone
  constraint open_data_terms_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint open_data_terms_pkey PRIMARY KEY (slug)
)
CREATE TRIGGER open_data_terms_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.open_data_terms FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (removed_at IS NULL)
policy worker_inserts PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_updates PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.overdose (
  id uuid not null
  agency_id uuid not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  occurred_at timestamp with time zone not null
  area_slug text not null
  outcome text not null
  naloxone text not null
  contaminated boolean not null default false
  substances text[] not null default '{}'::text[]
  same_place integer not null default 1
  form_key bytea not null
  corrected_at timestamp with time zone
  withdrawn_at timestamp with time zone
  demonstration boolean not null default false
  constraint overdose_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint overdose_area_fkey FOREIGN KEY (area_slug) REFERENCES insight.alert_area(slug)
  constraint overdose_form_key CHECK ((length(form_key) = 32))
  constraint overdose_naloxone CHECK ((naloxone = ANY (ARRAY['none'::text, 'one'::text, 'two'::text, 'more'::text, 'unknown'::text])))
  constraint overdose_order CHECK (((occurred_at <= entered_at) AND (occurred_at > (entered_at - '8 days'::interval))))
  constraint overdose_outcome CHECK ((outcome = ANY (ARRAY['survived'::text, 'died'::text, 'unknown'::text])))
  constraint overdose_pkey PRIMARY KEY (id)
  constraint overdose_same_place CHECK (((same_place >= 1) AND (same_place <= 4)))
  constraint overdose_substances CHECK ((substances <@ ARRAY['fentanyl'::text, 'heroin'::text, 'opioid-pills'::text, 'benzodiazepine'::text, 'xylazine'::text, 'cocaine'::text, 'methamphetamine'::text, 'unknown'::text]))
)
CREATE INDEX overdose_agency ON insight.overdose USING btree (agency_id, entered_at DESC)
CREATE INDEX overdose_time ON insight.overdose USING btree (occurred_at)
CREATE UNIQUE INDEX overdose_form ON insight.overdose USING btree (entered_by, form_key)
CREATE TRIGGER overdose_kept BEFORE UPDATE ON insight.overdose FOR EACH ROW EXECUTE FUNCTION insight.keep_overdose()
policy own_agency_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('responder'::text) AS ctx_has) AND (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)))
policy own_corrects PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('responder'::text) AS ctx_has) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_at > (( SELECT platform.ctx_now() AS ctx_now) - '24:00:00'::interval)))
policy responder_enters PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('responder'::text) AS ctx_has) AND (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (entered_at = ( SELECT platform.ctx_now() AS ctx_now)) AND (NOT demonstration))
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND demonstration)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.overdose_report (
  id uuid not null
  series_slug text not null
  day date not null
  area_slug text not null
  n integer not null
  reported_on date not null
  entered_by uuid
  entered_at timestamp with time zone not null
  demonstration boolean not null default false
  constraint overdose_report_area_fkey FOREIGN KEY (area_slug) REFERENCES insight.alert_area(slug)
  constraint overdose_report_n CHECK (((n >= 0) AND (n <= 100000)))
  constraint overdose_report_once UNIQUE (series_slug, day, area_slug, reported_on)
  constraint overdose_report_order CHECK ((day <= reported_on))
  constraint overdose_report_pkey PRIMARY KEY (id)
)
policy watch_enters PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (reported_on <= ( SELECT platform.ctx_today() AS ctx_today)) AND (NOT demonstration))
policy watch_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('alert-keeper'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_enters PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND demonstration)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

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

view insight.published_count (
  cube text
  period text
  keys jsonb
  published text
  value numeric
)
 SELECT r.cube_slug AS cube,
    r.period,
    c.keys,
    c.published,
    c.value
   FROM (insight.release r
     JOIN insight.release_cell c ON ((c.release_id = r.id)))
  WHERE ((r.state = 'filed'::text) AND (r.replaced_at IS NULL));
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.release (
  id uuid not null
  cube_slug text not null
  period text not null
  state text not null
  k integer
  base integer
  form text
  table_hash text
  inputs_hash text
  compared integer
  withheld integer
  as_of date not null
  prepared_by uuid
  prepared_at timestamp with time zone not null
  reviewed_by uuid
  reviewer_name text
  reviewed_at timestamp with time zone
  reason text
  filed_at timestamp with time zone
  replaces uuid
  replaced_at timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawer_name text
  withdrawal platform.bilingual
  constraint release_cube_fkey FOREIGN KEY (cube_slug) REFERENCES insight.release_cube(slug)
  constraint release_filed CHECK (((filed_at IS NOT NULL) = (state = ANY (ARRAY['filed'::text, 'withdrawn'::text]))))
  constraint release_hashed CHECK (((state <> ALL (ARRAY['waiting'::text, 'filed'::text, 'withdrawn'::text])) OR ((table_hash IS NOT NULL) AND (inputs_hash IS NOT NULL) AND (k IS NOT NULL) AND (base IS NOT NULL) AND (form IS NOT NULL))))
  constraint release_inputs_hash CHECK ((inputs_hash ~ '^[0-9a-f]{64}$'::text))
  constraint release_other_eyes CHECK ((reviewed_by <> prepared_by))
  constraint release_pkey PRIMARY KEY (id)
  constraint release_replaces_fkey FOREIGN KEY (replaces) REFERENCES insight.release(id)
  constraint release_state CHECK ((state = ANY (ARRAY['asked'::text, 'checking'::text, 'waiting'::text, 'filed'::text, 'returned'::text, 'blocked'::text, 'withdrawn'::text])))
  constraint release_table_hash CHECK ((table_hash ~ '^[0-9a-f]{64}$'::text))
  constraint release_withdrawn CHECK ((((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND ((state = 'withdrawn'::text) = (withdrawn_by IS NOT NULL)) AND ((state = 'withdrawn'::text) = (withdrawal IS NOT NULL))))
)
CREATE INDEX release_of_cube ON insight.release USING btree (cube_slug, period)
CREATE UNIQUE INDEX release_one_stands ON insight.release USING btree (cube_slug, period) WHERE ((state = 'filed'::text) AND (replaced_at IS NULL))
CREATE TRIGGER release_check BEFORE UPDATE ON insight.release FOR EACH ROW EXECUTE FUNCTION insight.check_release()
CREATE TRIGGER release_content_changed AFTER INSERT OR UPDATE ON insight.release FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy filed_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((state = ANY (ARRAY['filed'::text, 'withdrawn'::text])) AND (filed_at <= ( SELECT platform.ctx_now() AS ctx_now)) AND (EXISTS ( SELECT
   FROM insight.release_cube c
  WHERE (c.slug = release.cube_slug))))
policy office_asks PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (state = 'asked'::text) AND (prepared_by = ( SELECT platform.ctx_account() AS ctx_account)))
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy office_reviews PERMISSIVE UPDATE to ct_staff using ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (state = ANY (ARRAY['waiting'::text, 'filed'::text]))) with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has)) AND (state = ANY (ARRAY['filed'::text, 'returned'::text, 'withdrawn'::text])) AND (((state <> 'withdrawn'::text) AND (reviewed_by = ( SELECT platform.ctx_account() AS ctx_account))) OR ((state = 'withdrawn'::text) AND (withdrawn_by = ( SELECT platform.ctx_account() AS ctx_account))) OR (replaced_at = ( SELECT platform.ctx_now() AS ctx_now))))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.release_block (
  release_id uuid not null
  position integer not null
  kind text not null
  keys jsonb
  part jsonb
  constraint release_block_kind CHECK ((kind = ANY (ARRAY['narrow'::text, 'changed'::text, 'rest'::text, 'differs'::text, 'contradicts'::text, 'period'::text, 'rule'::text])))
  constraint release_block_pkey PRIMARY KEY (release_id, "position")
  constraint release_block_release_fkey FOREIGN KEY (release_id) REFERENCES insight.release(id)
)
policy office_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has))
policy worker_files PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.release_cell (
  release_id uuid not null
  position integer not null
  keys jsonb not null
  published text
  value numeric
  constraint release_cell_pkey PRIMARY KEY (release_id, "position")
  constraint release_cell_published CHECK ((published ~ '^([0-9]+|fewer than [0-9]+)$'::text))
  constraint release_cell_release_fkey FOREIGN KEY (release_id) REFERENCES insight.release(id)
  constraint release_cell_value CHECK (((value IS NULL) OR (published ~ '^[0-9]+$'::text)))
)
policy with_its_release PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM insight.release r
  WHERE ((r.id = release_cell.release_id) AND (r.state = ANY (ARRAY['waiting'::text, 'filed'::text])))))
policy worker_files PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table insight.release_cube (
  slug text not null
  indicator text not null
  title platform.bilingual not null
  owner text not null
  kind text not null
  k integer not null
  base integer not null
  form text not null
  measure text not null
  geography text[] not null
  breakdowns text[] not null
  totals text[] not null
  labels jsonb not null
  readers text not null
  review text not null
  page text
  declared_at timestamp with time zone not null
  constraint release_cube_base CHECK (((base >= 1) AND (base <= 1000)))
  constraint release_cube_exact CHECK ((((form = 'rounded'::text) AND (base >= 5)) OR ((form = 'exact'::text) AND (base = 1) AND (readers = 'planners'::text))))
  constraint release_cube_form CHECK ((form = ANY (ARRAY['rounded'::text, 'exact'::text])))
  constraint release_cube_indicator CHECK ((indicator ~ '^[a-z0-9][a-z0-9/-]{0,119}$'::text))
  constraint release_cube_k CHECK ((k >=
CASE kind
    WHEN 'service'::text THEN 5
    WHEN 'health'::text THEN 6
    WHEN 'small-area'::text THEN 11
    ELSE 20
END))
  constraint release_cube_kind CHECK ((kind = ANY (ARRAY['service'::text, 'health'::text, 'small-area'::text, 'overdose-area'::text, 'sexual-violence'::text, 'identity'::text])))
  constraint release_cube_measure CHECK ((measure = ANY (ARRAY['count'::text, 'statistic'::text])))
  constraint release_cube_owner CHECK ((owner ~ '^[a-z]{2,20}$'::text))
  constraint release_cube_pkey PRIMARY KEY (slug)
  constraint release_cube_readers CHECK ((readers = ANY (ARRAY['public'::text, 'planners'::text])))
  constraint release_cube_review CHECK ((review = ANY (ARRAY['person'::text, 'rule'::text])))
  constraint release_cube_slug CHECK ((slug ~ '^[a-z0-9][a-z0-9/-]{0,119}$'::text))
  constraint release_cube_totals CHECK ((totals <@ (geography || breakdowns)))
)
CREATE TRIGGER release_cube_content_changed AFTER INSERT OR UPDATE ON insight.release_cube FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy open_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((readers = 'public'::text) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy planners_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('leadership-member'::text) AS ctx_has) OR ( SELECT platform.ctx_has('access-supervisor'::text) AS ctx_has) OR ( SELECT platform.ctx_has('coordinator'::text) AS ctx_has))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table insight.release_key (
  only_one boolean not null default true
  secret text not null
  constraint release_key_one CHECK (only_one)
  constraint release_key_pkey PRIMARY KEY (only_one)
  constraint release_key_secret CHECK ((length(secret) >= 64))
)
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_worker

table insight.statement (
  slug text not null
  report text not null
  section text not null
  position integer not null
  text platform.bilingual not null
  sources text[] not null default '{}'::text[]
  source_text platform.bilingual
  source_url text
  strength text not null
  guidance text
  demonstration boolean not null default false
  known_from date not null
  written_by uuid
  origin text not null
  removed_at timestamp with time zone
  constraint statement_guidance CHECK ((guidance = ANY (ARRAY['lradg-2011'::text, 'cgah-2023'::text])))
  constraint statement_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint statement_pkey PRIMARY KEY (slug)
  constraint statement_slug CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint statement_source_url CHECK ((source_url ~ '^https?://'::text))
  constraint statement_sourced CHECK ((demonstration OR (sources <> '{}'::text[]) OR (source_text IS NOT NULL)))
  constraint statement_strength CHECK ((strength = ANY (ARRAY['strong'::text, 'moderate'::text, 'limited'::text, 'opinion'::text])))
  constraint statement_written CHECK (((origin = 'staff'::text) = (written_by IS NOT NULL)))
)
CREATE INDEX statement_of ON insight.statement USING btree (report, section, "position")
CREATE TRIGGER statement_content_changed AFTER INSERT OR DELETE OR UPDATE ON insight.statement FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy known_is_read PERMISSIVE SELECT to ct_public, ct_staff using ((known_from <= ( SELECT platform.ctx_today() AS ctx_today)) AND (removed_at IS NULL) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy writers_read PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
policy writers_withdraw PERMISSIVE UPDATE to ct_staff using ((( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)) AND (origin = 'staff'::text)) with check ((origin = 'staff'::text) AND (removed_at IS NOT NULL))
policy writers_write PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('analyst'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has)) AND (origin = 'staff'::text) AND (written_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (removed_at IS NULL))
grant INSERT to ct_staff
grant INSERT to ct_worker
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

CREATE OR REPLACE FUNCTION insight.answer_contact(wanted boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare own uuid;
begin
  update insight.alert_contact c set confirmed_at = case when wanted then coalesce(c.confirmed_at, platform.ctx_now()) else c.confirmed_at end, stopped_at = case when wanted then null else platform.ctx_now() end
  where c.key_hash = platform.ctx_capability() returning c.id into own;
  if own is null then return false; end if;
  perform platform.write_audit(case when wanted then 'insight.confirm-contact' else 'insight.stop-contact' end, 'alert-contact', own::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_public, ct_staff

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

CREATE OR REPLACE FUNCTION insight.check_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (old.table_hash is not null and (new.table_hash, new.inputs_hash, new.cube_slug, new.period, new.k, new.base, new.form, new.prepared_by, new.as_of) is distinct from
      (old.table_hash, old.inputs_hash, old.cube_slug, old.period, old.k, old.base, old.form, old.prepared_by, old.as_of))
    or (new.state <> old.state and not (case old.state
      when 'asked' then new.state in ('checking', 'waiting', 'filed', 'blocked', 'returned')
      when 'checking' then new.state in ('waiting', 'filed', 'blocked', 'returned')
      when 'waiting' then new.state in ('filed', 'returned')
      when 'filed' then new.state = 'withdrawn'
      else false end))
    or (old.replaced_at is not null and new.replaced_at is distinct from old.replaced_at) then
    raise exception 'the step does not follow' using errcode = '23514', constraint = 'release_order';
  end if;
  if new.state = 'filed' and old.state = 'waiting' and new.reviewed_by is null then
    raise exception 'nobody has looked at it' using errcode = '23514', constraint = 'release_reviewed';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.compare_dataset_versions(older uuid, newer uuid)
 RETURNS TABLE(added bigint, gone bigint, changed bigint, same bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  keyed boolean := exists (select from insight.dataset_version v join insight.dataset_schema s on s.dataset_slug = v.dataset_slug and s.version = v.schema_version where v.id = newer and s.key <> '{}');
begin
  if not platform.ctx_has('analyst') or (select count(*) from insight.dataset_version v where v.id in (older, newer) and v.state = 'kept') < 2 then return; end if;
  if keyed then
    return query select count(*) filter (where a.key is null), count(*) filter (where b.key is null), count(*) filter (where a."values" <> b."values"), count(*) filter (where a."values" = b."values")
      from (select * from insight.dataset_row r where r.version_id = older) a full join (select * from insight.dataset_row r where r.version_id = newer) b on b.key = a.key;
  else
    return query select coalesce(sum(greatest(d.b - d.a, 0)), 0)::bigint, coalesce(sum(greatest(d.a - d.b, 0)), 0)::bigint, 0::bigint, coalesce(sum(least(d.a, d.b)), 0)::bigint
      from (select count(*) filter (where r.version_id = older) as a, count(*) filter (where r.version_id = newer) as b from insight.dataset_row r where r.version_id in (older, newer) group by r."values") d;
  end if;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION insight.drop_dataset_version(of_version uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.ctx_has('analyst') and platform.ctx_actor() is distinct from 'worker' then return false; end if;
  update insight.dataset_version v set state = 'dropped', ended_at = platform.ctx_now(), headers = '[]', mapping = '{}' where v.id = of_version and v.state = 'staged';
  if not found then return false; end if;
  delete from insight.dataset_staged s where s.version_id = of_version;
  return true;
end $function$
-- execute: ct_staff, ct_worker

CREATE OR REPLACE FUNCTION insight.indicator_exists()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from insight.indicator i where i.indicator_slug = new.indicator_slug) then
    raise exception 'there is no such indicator' using errcode = '23503', constraint = 'indicator_exists';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.indicator_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.origin = 'staff' and new.version > 1 and not exists (select from insight.indicator i where i.indicator_slug = new.indicator_slug and i.version = new.version - 1 and i.removed_at is null) then
    raise exception 'a version follows the one before it' using errcode = '23514', constraint = 'indicator_follows';
  end if;
  if new.origin = 'staff' and exists (select from insight.indicator_retirement r where r.indicator_slug = new.indicator_slug and r.removed_at is null) then
    raise exception 'a retired indicator is not changed' using errcode = '23514', constraint = 'indicator_follows';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.keep_one_guidance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from insight.figure_definition d where d.series_slug = new.series_slug and d.slug <> new.slug and d.removed_at is null and d.guidance is distinct from new.guidance) then
    raise exception 'a series rests on one guidance' using errcode = '23514', constraint = 'figure_definition_one_guidance';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.keep_overdose()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.withdrawn_at is not null or (new.id, new.agency_id, new.entered_by, new.entered_at, new.form_key, new.demonstration) is distinct from (old.id, old.agency_id, old.entered_by, old.entered_at, old.form_key, old.demonstration)
    then raise exception 'an entry keeps who made it and when' using errcode = '42501'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.keep_used_schema()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (old.columns, old.key) is distinct from (new.columns, new.key) and exists (select from insight.dataset_version v where v.dataset_slug = old.dataset_slug and v.schema_version = old.version) then
    raise exception 'files came in by schema %; give it a new version', old.slug using errcode = '23514';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION insight.own_contact()
 RETURNS TABLE(name text, language text, confirmed boolean, stopped boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.name, c.language, c.confirmed_at is not null, c.stopped_at is not null from insight.alert_contact c where c.key_hash = platform.ctx_capability()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION insight.read_dataset_rows(of_version uuid, after_line integer, at_most integer)
 RETURNS TABLE(line integer, "values" jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  may boolean := platform.ctx_has('analyst');
begin
  perform platform.write_audit('insight.read-dataset-rows', 'dataset-version', of_version::text, case when may then 'permit' else 'refuse' end, jsonb_build_object('after', after_line));
  if may then
    return query select r.line, r."values" from insight.dataset_row r join insight.dataset_version v on v.id = r.version_id and v.state = 'kept'
      where r.version_id = of_version and r.line > after_line order by r.line limit at_most;
  end if;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION insight.read_staged_rows(of_version uuid)
 RETURNS TABLE(line integer, cells jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  may boolean := platform.ctx_has('analyst');
begin
  perform platform.write_audit('insight.read-staged-rows', 'dataset-version', of_version::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select s.line, s.cells from insight.dataset_staged s where s.version_id = of_version order by s.line; end if;
end $function$
-- execute: ct_staff

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

view plan.published_area (
  slug text
  position integer
  name platform.bilingual
)
 SELECT slug,
    "position",
    name
   FROM plan.area
  WHERE (removed_at IS NULL);
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_community (
  slug text
  name platform.bilingual
  place platform.bilingual
  not_service_of platform.bilingual
  adopted boolean
  departments jsonb
  contact text
  municipalities jsonb
)
 SELECT slug,
    name,
    place,
    not_service_of,
    adopted,
    COALESCE((settings -> 'departments'::text), '[]'::jsonb) AS departments,
    ((settings -> 'mail'::text) ->> 'contact'::text) AS contact,
    COALESCE((settings -> 'municipalities'::text), '[]'::jsonb) AS municipalities
   FROM plan.community
  WHERE (removed_at IS NULL);
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

view plan.published_domain (
  slug text
  position integer
  name platform.bilingual
)
 SELECT slug,
    "position",
    name
   FROM plan.domain
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

view plan.published_source (
  slug text
  title text
  publisher text
  url text
)
 SELECT slug,
    title,
    publisher,
    url
   FROM plan.source
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

table platform.audit_anchor (
  size bigint not null
  made_at timestamp with time zone not null
  peaks bytea not null
  note text not null
  constraint audit_anchor_pkey PRIMARY KEY (size)
  constraint audit_anchor_size CHECK ((size > 0))
)
CREATE TRIGGER audit_anchor_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()
policy made PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_auditor, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = ANY (ARRAY['auditor'::text, 'worker'::text]))
grant INSERT to ct_worker
grant SELECT to ct_auditor
grant SELECT to ct_worker

table platform.audit_anchor_copy (
  size bigint not null
  party text not null
  sent_at timestamp with time zone
  attempts integer not null default 0
  failure text
  constraint audit_anchor_copy_pkey PRIMARY KEY (size, party)
  constraint audit_anchor_copy_size_fkey FOREIGN KEY (size) REFERENCES platform.audit_anchor(size)
)
CREATE INDEX audit_anchor_copy_waiting ON platform.audit_anchor_copy USING btree (size) WHERE (sent_at IS NULL)
policy due PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_auditor, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = ANY (ARRAY['auditor'::text, 'worker'::text]))
policy told PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_auditor
grant SELECT to ct_worker

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
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant SELECT to ct_auditor
grant SELECT to ct_worker

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
policy owner_reads_for_situation PERMISSIVE SELECT to ct_owner using true
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

CREATE OR REPLACE FUNCTION platform.schema_state()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*) filter (where name not like 'policies:%') || ' ' || max(name collate "C") filter (where name not like 'policies:%')
    || ' ' || coalesce(max(checksum) filter (where name = 'policies:all'), '')
  from migration.applied
$function$
-- execute: ct_app

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

-- schema review

table review.centre (
  slug text not null
  name platform.bilingual not null
  phone text
  address text
  position integer not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint centre_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint centre_pkey PRIMARY KEY (slug)
)
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table review.checklist (
  id uuid not null
  file_id uuid not null
  account_id uuid not null
  slot integer not null
  answers jsonb not null
  version text not null
  conclusion text
  to_code text
  contact boolean not null default false
  systemic boolean not null default false
  begun_at timestamp with time zone not null
  saved_at timestamp with time zone not null
  handed_in_at timestamp with time zone
  voided_at timestamp with time zone
  constraint checklist_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint checklist_conclusion CHECK ((conclusion = ANY (ARRAY['agree'::text, 'recode'::text, 'investigate'::text])))
  constraint checklist_file_fkey FOREIGN KEY (file_id) REFERENCES review.file(id)
  constraint checklist_once UNIQUE (file_id, account_id)
  constraint checklist_pkey PRIMARY KEY (id)
  constraint checklist_slot CHECK ((slot = ANY (ARRAY[1, 2])))
  constraint checklist_whole CHECK (((handed_in_at IS NULL) OR (voided_at IS NOT NULL) OR ((conclusion IS NOT NULL) AND ((conclusion = 'recode'::text) = (to_code IS NOT NULL)))))
)
CREATE UNIQUE INDEX checklist_place ON review.checklist USING btree (file_id, slot) WHERE (voided_at IS NULL)
policy not_recused RESTRICTIVE SELECT to ct_staff using (NOT (file_id IN ( SELECT review.recused_files() AS recused_files)))
policy own_begins PERMISSIVE INSERT to ct_staff with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (handed_in_at IS NULL) AND (voided_at IS NULL) AND (EXISTS ( SELECT
   FROM review.file f
  WHERE ((f.id = checklist.file_id) AND (f.session_id IN ( SELECT review.open_sessions() AS open_sessions))))))
policy own_reads PERMISSIVE SELECT to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (voided_at IS NULL) AND (EXISTS ( SELECT
   FROM review.file f
  WHERE ((f.id = checklist.file_id) AND (f.session_id IN ( SELECT review.open_sessions() AS open_sessions))))))
policy own_writes PERMISSIVE UPDATE to ct_staff using ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (handed_in_at IS NULL) AND (voided_at IS NULL) AND (EXISTS ( SELECT
   FROM review.file f
  WHERE ((f.id = checklist.file_id) AND (f.session_id IN ( SELECT review.open_sessions() AS open_sessions)))))) with check ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND ((handed_in_at IS NULL) OR (handed_in_at = ( SELECT platform.ctx_now() AS ctx_now))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy pair_reads PERMISSIVE SELECT to ct_staff using ((voided_at IS NULL) AND ((file_id IN ( SELECT review.compared_files() AS compared_files)) OR (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (file_id IN ( SELECT review.both_in() AS both_in)))))
grant INSERT to ct_staff

table review.clearance_code (
  slug text not null
  code text not null
  from_date date not null
  to_date date
  unfounded boolean not null
  position integer not null
  label platform.bilingual not null
  sources jsonb not null default '[]'::jsonb
  origin text not null
  removed_at timestamp with time zone
  constraint clearance_code_dates CHECK ((to_date >= from_date))
  constraint clearance_code_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint clearance_code_pkey PRIMARY KEY (slug)
)
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using ((removed_at IS NULL) AND (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL))
policy worker_all PERMISSIVE ALL to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table review.file (
  id uuid not null
  session_id uuid not null
  code text not null
  pseudonym text not null
  constraint file_pkey PRIMARY KEY (id)
  constraint file_pseudonym CHECK ((pseudonym ~ '^[B-Z]{2}-[B-Z]{2}$'::text))
  constraint file_pseudonym_key UNIQUE (session_id, pseudonym)
  constraint file_session_fkey FOREIGN KEY (session_id) REFERENCES review.session(id)
)
policy liaison_draws PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.session s
  WHERE ((s.id = file.session_id) AND (s.drawn_at IS NULL) AND (s.closes_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy not_recused RESTRICTIVE SELECT to ct_staff using (NOT (id IN ( SELECT review.recused_files() AS recused_files)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR (session_id IN ( SELECT review.open_sessions() AS open_sessions)))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.file_place (
  file_id uuid not null
  position integer not null
  constraint file_place_file_fkey FOREIGN KEY (file_id) REFERENCES review.file(id)
  constraint file_place_pkey PRIMARY KEY (file_id)
  constraint file_place_position CHECK (("position" > 0))
)
policy liaison_draws PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM (review.file f
     JOIN review.session s ON ((s.id = f.session_id)))
  WHERE ((f.id = file_place.file_id) AND (s.drawn_at IS NULL)))))
policy liaison_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.file f
  WHERE (f.id = file_place.file_id))))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.key_wrap (
  id uuid not null
  key_id uuid not null
  kind text not null
  wrapped bytea not null
  hint text not null default ''::text
  made_on date not null
  constraint key_wrap_hint CHECK ((length(hint) <= 4000))
  constraint key_wrap_key_fkey FOREIGN KEY (key_id) REFERENCES review.member_key(id)
  constraint key_wrap_kind CHECK ((kind = ANY (ARRAY['passkey'::text, 'phrase'::text])))
  constraint key_wrap_pkey PRIMARY KEY (id)
  constraint key_wrap_size CHECK (((length(wrapped) >= 100) AND (length(wrapped) <= 4000)))
)
CREATE INDEX key_wrap_key ON review.key_wrap USING btree (key_id)
policy own_reads PERMISSIVE SELECT to ct_staff using (( SELECT review.reads_sealed() AS reads_sealed) AND (EXISTS ( SELECT
   FROM review.member_key k
  WHERE ((k.id = key_wrap.key_id) AND (k.account_id = ( SELECT platform.ctx_account() AS ctx_account))))))
policy own_wraps PERMISSIVE INSERT to ct_staff with check (( SELECT review.reads_sealed() AS reads_sealed) AND (made_on = ( SELECT platform.ctx_today() AS ctx_today)) AND (EXISTS ( SELECT
   FROM review.member_key k
  WHERE ((k.id = key_wrap.key_id) AND (k.account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (k.ended_on IS NULL)))))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.member_key (
  id uuid not null
  account_id uuid not null
  recipient text not null
  sign_public text not null
  seat text not null
  made_on date not null
  ended_on date
  constraint member_key_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint member_key_pkey PRIMARY KEY (id)
  constraint member_key_recipient CHECK ((recipient ~ '^age1[a-z0-9]{58}$'::text))
  constraint member_key_recipient_key UNIQUE (recipient)
  constraint member_key_seat CHECK (((length(seat) >= 1) AND (length(seat) <= 100)))
  constraint member_key_sign CHECK ((sign_public ~ '^[A-Za-z0-9+/]{43}=$'::text))
)
CREATE UNIQUE INDEX member_key_live ON review.member_key USING btree (account_id) WHERE (ended_on IS NULL)
policy own_makes PERMISSIVE INSERT to ct_staff with check (( SELECT review.reads_sealed() AS reads_sealed) AND (account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (made_on = ( SELECT platform.ctx_today() AS ctx_today)) AND (ended_on IS NULL))
policy own_or_chair_ends PERMISSIVE UPDATE to ct_staff using (( SELECT review.reads_sealed() AS reads_sealed) AND (ended_on IS NULL) AND ((account_id = ( SELECT platform.ctx_account() AS ctx_account)) OR ( SELECT platform.ctx_has('sealed-chair'::text) AS ctx_has))) with check (ended_on = ( SELECT platform.ctx_today() AS ctx_today))
policy seat_reads PERMISSIVE SELECT to ct_staff using ( SELECT review.reads_sealed() AS reads_sealed)
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.oath (
  id uuid not null
  reviewer_id uuid not null
  wording text not null
  signed_at timestamp with time zone not null
  expires_on date not null
  constraint oath_pkey PRIMARY KEY (id)
  constraint oath_reviewer_fkey FOREIGN KEY (reviewer_id) REFERENCES review.reviewer(id)
)
CREATE INDEX oath_reviewer ON review.oath USING btree (reviewer_id)
policy chair_or_own_reads PERMISSIVE SELECT to ct_staff using (EXISTS ( SELECT
   FROM review.reviewer r
  WHERE (r.id = oath.reviewer_id)))
policy own_signs PERMISSIVE INSERT to ct_staff with check ((signed_at = ( SELECT platform.ctx_now() AS ctx_now)) AND (expires_on <= (( SELECT platform.ctx_today() AS ctx_today) + 366)) AND (EXISTS ( SELECT
   FROM review.reviewer r
  WHERE ((r.id = oath.reviewer_id) AND (r.account_id = ( SELECT platform.ctx_account() AS ctx_account)) AND (r.left_on IS NULL)))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.outcome (
  file_id uuid not null
  conclusion text not null
  to_code text
  contact boolean not null
  systemic boolean not null
  way text not null
  reason text
  note text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  sent_at timestamp with time zone
  constraint outcome_code CHECK (((conclusion = 'recode'::text) = (to_code IS NOT NULL)))
  constraint outcome_conclusion CHECK ((conclusion = ANY (ARRAY['agree'::text, 'recode'::text, 'investigate'::text])))
  constraint outcome_file_fkey FOREIGN KEY (file_id) REFERENCES review.file(id)
  constraint outcome_note CHECK (((length(note) <= 300) AND (note !~ '[0-9]'::text)))
  constraint outcome_pkey PRIMARY KEY (file_id)
  constraint outcome_reason CHECK ((((way = 'discussion'::text) = (reason IS NOT NULL)) AND (reason = ANY (ARRAY['overlooked'::text, 'law'::text, 'code'::text, 'evidence'::text, 'bias'::text]))))
  constraint outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES identity.account(id)
  constraint outcome_way CHECK ((way = ANY (ARRAY['same'::text, 'discussion'::text])))
)
policy chair_sends PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (sent_at IS NULL)) with check (sent_at = ( SELECT platform.ctx_now() AS ctx_now))
policy not_recused RESTRICTIVE SELECT to ct_staff using (NOT (file_id IN ( SELECT review.recused_files() AS recused_files)))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
policy pair_records PERMISSIVE INSERT to ct_staff with check ((recorded_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (sent_at IS NULL) AND (NOT (file_id IN ( SELECT review.recused_files() AS recused_files))) AND ((file_id IN ( SELECT review.compared_files() AS compared_files)) OR (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (file_id IN ( SELECT review.both_in() AS both_in)))) AND ((way = 'discussion'::text) OR review.said_alike(file_id, conclusion, to_code)))
policy seat_reads PERMISSIVE SELECT to ct_staff using ((file_id IN ( SELECT review.compared_files() AS compared_files)) OR ( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (sent_at IS NOT NULL)))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.police_answer (
  file_id uuid not null
  answer text not null
  new_code text
  reason text
  note text
  answered_by uuid not null
  answered_at timestamp with time zone not null
  constraint police_answer_answer CHECK ((answer = ANY (ARRAY['done'::text, 'partly'::text, 'declined'::text])))
  constraint police_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES identity.account(id)
  constraint police_answer_note CHECK (((length(note) <= 300) AND (note !~ '[0-9]'::text)))
  constraint police_answer_outcome_fkey FOREIGN KEY (file_id) REFERENCES review.outcome(file_id)
  constraint police_answer_pkey PRIMARY KEY (file_id)
  constraint police_answer_reason CHECK ((((answer = 'done'::text) = (reason IS NULL)) AND (reason = ANY (ARRAY['evidence'::text, 'law'::text, 'wish'::text, 'time'::text]))))
)
policy liaison_answers PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (answered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (EXISTS ( SELECT
   FROM review.outcome o
  WHERE ((o.file_id = police_answer.file_id) AND (o.sent_at IS NOT NULL) AND ((o.conclusion <> 'agree'::text) OR o.contact)))))
policy seat_reads PERMISSIVE SELECT to ct_staff using ((( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (EXISTS ( SELECT
   FROM review.outcome o
  WHERE (o.file_id = police_answer.file_id))))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.recipient_list (
  version integer not null
  text text not null
  signer text not null
  signature text not null
  signed_by uuid not null
  signed_on date not null
  constraint recipient_list_pkey PRIMARY KEY (version)
  constraint recipient_list_signature CHECK ((signature ~ '^[A-Za-z0-9+/]{86}==$'::text))
  constraint recipient_list_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES identity.account(id)
  constraint recipient_list_signer CHECK ((signer ~ '^[A-Za-z0-9+/]{43}=$'::text))
  constraint recipient_list_text CHECK (((length(text) >= 2) AND (length(text) <= 20000)))
  constraint recipient_list_version CHECK ((version > 0))
)
CREATE TRIGGER recipient_list_kept BEFORE DELETE OR UPDATE ON review.recipient_list FOR EACH ROW EXECUTE FUNCTION review.keep_list()
policy chair_signs PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('sealed-chair'::text) AS ctx_has) AND (signed_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (signed_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) IS NOT NULL)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_staff
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker

table review.recommendation (
  id uuid not null
  addressee text not null
  addressee_name platform.bilingual
  title platform.bilingual not null
  reason platform.bilingual not null
  directive text
  question text
  due date not null
  made_by uuid not null
  made_on date not null
  constraint recommendation_addressee CHECK ((addressee = ANY (ARRAY['police'::text, 'board'::text, 'other'::text])))
  constraint recommendation_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id)
  constraint recommendation_other CHECK (((addressee = 'other'::text) = (addressee_name IS NOT NULL)))
  constraint recommendation_pkey PRIMARY KEY (id)
)
CREATE TRIGGER recommendation_changed AFTER INSERT ON review.recommendation FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy chair_recommends PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (made_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy everybody_reads PERMISSIVE SELECT to ct_public using (made_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR ( SELECT platform.ctx_has('case-reviewer'::text) AS ctx_has) OR ( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has))
grant INSERT to ct_staff

table review.recommendation_course (
  recommendation_id uuid not null
  course_id uuid not null
  linked_by uuid not null
  linked_on date not null
  constraint recommendation_course_course_fkey FOREIGN KEY (course_id) REFERENCES review.training_course(id)
  constraint recommendation_course_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES identity.account(id)
  constraint recommendation_course_pkey PRIMARY KEY (recommendation_id, course_id)
  constraint recommendation_course_recommendation_fkey FOREIGN KEY (recommendation_id) REFERENCES review.recommendation(id)
)
CREATE INDEX recommendation_course_course ON review.recommendation_course USING btree (course_id)
CREATE TRIGGER recommendation_course_changed AFTER INSERT OR DELETE OR UPDATE ON review.recommendation_course FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (EXISTS ( SELECT
   FROM review.recommendation r
  WHERE (r.id = recommendation_course.recommendation_id)))
policy seat_links PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (linked_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (linked_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy seat_unlinks PERMISSIVE DELETE to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
grant DELETE to ct_staff
grant INSERT to ct_staff

table review.recommendation_step (
  id uuid not null
  recommendation_id uuid not null
  position integer not null
  step text not null
  evidence text
  by_account uuid not null
  taken_on date not null
  constraint recommendation_step_by_account_fkey FOREIGN KEY (by_account) REFERENCES identity.account(id)
  constraint recommendation_step_evidence CHECK (((step = 'accepted'::text) OR (evidence IS NOT NULL)))
  constraint recommendation_step_pkey PRIMARY KEY (id)
  constraint recommendation_step_position UNIQUE (recommendation_id, "position")
  constraint recommendation_step_recommendation_fkey FOREIGN KEY (recommendation_id) REFERENCES review.recommendation(id)
  constraint recommendation_step_step CHECK ((step = ANY (ARRAY['accepted'::text, 'declined'::text, 'reported-done'::text, 'verified'::text, 'not-verified'::text])))
)
CREATE TRIGGER recommendation_step_changed AFTER INSERT ON review.recommendation_step FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
CREATE TRIGGER recommendation_step_follow BEFORE INSERT ON review.recommendation_step FOR EACH ROW EXECUTE FUNCTION review.follow_step()
policy addressee_answers PERMISSIVE INSERT to ct_staff with check ((by_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (taken_on = ( SELECT platform.ctx_today() AS ctx_today)) AND (step = ANY (ARRAY['accepted'::text, 'declined'::text, 'reported-done'::text])) AND (EXISTS ( SELECT
   FROM review.recommendation r
  WHERE ((r.id = recommendation_step.recommendation_id) AND (((r.addressee = 'police'::text) AND ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) OR ((r.addressee <> 'police'::text) AND ( SELECT platform.ctx_has('review-chair'::text) AS ctx_has)))))))
policy committee_verifies PERMISSIVE INSERT to ct_staff with check ((by_account = ( SELECT platform.ctx_account() AS ctx_account)) AND (taken_on = ( SELECT platform.ctx_today() AS ctx_today)) AND (step = ANY (ARRAY['verified'::text, 'not-verified'::text])) AND (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR (( SELECT review.own_seat() AS own_seat) IS NOT NULL)) AND (NOT ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)))
policy everybody_reads PERMISSIVE SELECT to ct_public using (taken_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR ( SELECT platform.ctx_has('case-reviewer'::text) AS ctx_has))
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.recusal (
  id uuid not null
  file_id uuid not null
  account_id uuid not null
  declared_by uuid not null
  declared_at timestamp with time zone not null
  constraint recusal_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint recusal_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES identity.account(id)
  constraint recusal_file_fkey FOREIGN KEY (file_id) REFERENCES review.file(id)
  constraint recusal_key UNIQUE (file_id, account_id)
  constraint recusal_pkey PRIMARY KEY (id)
)
CREATE INDEX recusal_account ON review.recusal USING btree (account_id)
policy chair_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.file f
  WHERE (f.id = recusal.file_id))))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant SELECT to ct_staff

table review.reviewer (
  id uuid not null
  account_id uuid not null
  background_check_on date
  trained_on date
  left_on date
  added_by uuid not null
  added_at timestamp with time zone not null
  constraint reviewer_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint reviewer_account_key UNIQUE (account_id)
  constraint reviewer_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id)
  constraint reviewer_pkey PRIMARY KEY (id)
)
policy chair_adds PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (added_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)) AND (account_id IN ( SELECT c.account_id
   FROM review.list_candidates() c(account_id, name, agency))))
policy chair_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (account_id <> ( SELECT platform.ctx_account() AS ctx_account)))
policy chair_or_own_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR (account_id = ( SELECT platform.ctx_account() AS ctx_account)))
policy owner_all PERMISSIVE ALL to ct_owner using true with check true
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.sealed_mailbox (
  id uuid not null
  id_hash bytea
  received_on date not null
  for_members boolean not null
  state text not null default 'open'::text
  constraint sealed_mailbox_hash CHECK ((length(id_hash) = 32))
  constraint sealed_mailbox_hash_key UNIQUE (id_hash)
  constraint sealed_mailbox_pkey PRIMARY KEY (id)
  constraint sealed_mailbox_random CHECK ((uuid_extract_version(id) = 4))
  constraint sealed_mailbox_state CHECK ((state = ANY (ARRAY['open'::text, 'in-touch'::text, 'closed'::text])))
)
policy member_marks PERMISSIVE UPDATE to ct_staff using (for_members AND ( SELECT review.reads_sealed() AS reads_sealed))
policy member_reads PERMISSIVE SELECT to ct_staff using (for_members AND ( SELECT review.reads_sealed() AS reads_sealed))
policy own_begins PERMISSIVE INSERT to ct_public with check (((id_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) OR ((id_hash IS NULL) AND for_members)) AND (received_on = ( SELECT platform.ctx_today() AS ctx_today)) AND (state = 'open'::text))
policy own_hands_on PERMISSIVE UPDATE to ct_public using ((id_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) AND (NOT for_members)) with check ((id_hash = ( SELECT platform.ctx_capability() AS ctx_capability)) AND for_members)
policy own_reads PERMISSIVE SELECT to ct_public using (id_hash = ( SELECT platform.ctx_capability() AS ctx_capability))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
grant INSERT to ct_public
grant SELECT to ct_public
grant SELECT to ct_staff

table review.sealed_message (
  id uuid not null
  mailbox_id uuid not null
  direction text not null
  sequence integer not null
  received_on date not null
  for_members boolean not null
  bucket integer not null
  list_version integer not null
  cipher bytea not null
  constraint sealed_message_bucket CHECK ((bucket = ANY (ARRAY[4096, 16384, 65536, 262144, 1048576, 4194304, 16777216])))
  constraint sealed_message_direction CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
  constraint sealed_message_key UNIQUE (mailbox_id, direction, sequence)
  constraint sealed_message_list CHECK (((list_version >= 0) AND ((list_version > 0) = for_members)))
  constraint sealed_message_mailbox_fkey FOREIGN KEY (mailbox_id) REFERENCES review.sealed_mailbox(id)
  constraint sealed_message_pkey PRIMARY KEY (id)
  constraint sealed_message_random CHECK ((uuid_extract_version(id) = 4))
  constraint sealed_message_sequence CHECK (((sequence >= 1) AND (sequence <= 500)))
  constraint sealed_message_size CHECK (((length(cipher) >= 200) AND (length(cipher) <= 17500000)))
)
CREATE TRIGGER sealed_message_kept BEFORE UPDATE ON review.sealed_message FOR EACH ROW EXECUTE FUNCTION review.keep_sealed()
policy member_answers PERMISSIVE INSERT to ct_staff with check ((direction = 'out'::text) AND for_members AND (received_on = ( SELECT platform.ctx_today() AS ctx_today)) AND ( SELECT review.reads_sealed() AS reads_sealed) AND (EXISTS ( SELECT
   FROM review.sealed_mailbox m
  WHERE ((m.id = sealed_message.mailbox_id) AND (m.id_hash IS NOT NULL)))) AND (list_version = ( SELECT max(l.version) AS max
   FROM review.recipient_list l)))
policy member_reads PERMISSIVE SELECT to ct_staff using (for_members AND ( SELECT review.reads_sealed() AS reads_sealed))
policy own_reads PERMISSIVE SELECT to ct_public using (mailbox_id IN ( SELECT m.id
   FROM review.sealed_mailbox m))
policy own_writes PERMISSIVE INSERT to ct_public with check ((direction = 'in'::text) AND (received_on = ( SELECT platform.ctx_today() AS ctx_today)) AND ((mailbox_id IN ( SELECT m.id
   FROM review.sealed_mailbox m)) OR ((sequence = 1) AND for_members AND review.is_upload(mailbox_id))))
policy owner_wraps PERMISSIVE ALL to ct_owner using true with check true
grant INSERT to ct_public
grant INSERT to ct_staff
grant SELECT to ct_public

table review.sealed_notice (
  told_on date not null
  constraint sealed_notice_pkey PRIMARY KEY (told_on)
)
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy worker_reads PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy worker_tells PERMISSIVE INSERT to ct_worker with check ((( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text) AND (told_on = ( SELECT platform.ctx_today() AS ctx_today)))
grant INSERT to ct_worker
grant SELECT to ct_worker

table review.session (
  id uuid not null
  period_from date not null
  period_until date not null
  place text not null
  opens_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  sample_size integer not null
  seed text not null
  drawn_at timestamp with time zone
  planned_by uuid not null
  planned_at timestamp with time zone not null
  demonstration boolean not null default false
  constraint session_hours CHECK (((closes_at > opens_at) AND (closes_at <= (opens_at + '14:00:00'::interval))))
  constraint session_period CHECK ((period_until >= period_from))
  constraint session_pkey PRIMARY KEY (id)
  constraint session_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES identity.account(id)
  constraint session_sample_size CHECK (((sample_size >= 0) AND (sample_size <= 500)))
  constraint session_seed CHECK ((seed ~ '^[0-9a-f]{32}$'::text))
)
CREATE TRIGGER session_guard BEFORE UPDATE ON review.session FOR EACH ROW EXECUTE FUNCTION review.guard_session()
policy chair_moves PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (opens_at > ( SELECT platform.ctx_now() AS ctx_now))) with check (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (opens_at > ( SELECT platform.ctx_now() AS ctx_now)))
policy chair_plans PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (planned_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (drawn_at IS NULL) AND (opens_at > ( SELECT platform.ctx_now() AS ctx_now)))
policy liaison_draws PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (drawn_at IS NULL)) with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (drawn_at = ( SELECT platform.ctx_now() AS ctx_now)))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR (id IN ( SELECT review.seated_sessions() AS seated_sessions)))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.session_reviewer (
  session_id uuid not null
  reviewer_id uuid not null
  constraint session_reviewer_pkey PRIMARY KEY (session_id, reviewer_id)
  constraint session_reviewer_reviewer_fkey FOREIGN KEY (reviewer_id) REFERENCES review.reviewer(id)
  constraint session_reviewer_session_fkey FOREIGN KEY (session_id) REFERENCES review.session(id)
)
CREATE INDEX session_reviewer_reviewer ON review.session_reviewer USING btree (reviewer_id)
policy chair_seats PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.session s
  WHERE ((s.id = session_reviewer.session_id) AND (s.closes_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy chair_unseats PERMISSIVE DELETE to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.session s
  WHERE ((s.id = session_reviewer.session_id) AND (s.opens_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy owner_reads PERMISSIVE SELECT to ct_owner using true
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR (EXISTS ( SELECT
   FROM review.reviewer r
  WHERE ((r.id = session_reviewer.reviewer_id) AND (r.account_id = ( SELECT platform.ctx_account() AS ctx_account))))))
grant DELETE to ct_staff
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.stratum (
  session_id uuid not null
  code text not null
  files integer not null
  drawn integer not null
  constraint stratum_drawn CHECK (((drawn >= 0) AND (drawn <= files)))
  constraint stratum_files CHECK (((files >= 0) AND (files <= 100000)))
  constraint stratum_pkey PRIMARY KEY (session_id, code)
  constraint stratum_session_fkey FOREIGN KEY (session_id) REFERENCES review.session(id)
)
policy liaison_counts PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (EXISTS ( SELECT
   FROM review.session s
  WHERE ((s.id = stratum.session_id) AND (s.drawn_at IS NULL) AND (s.closes_at > ( SELECT platform.ctx_now() AS ctx_now))))))
policy not_recused RESTRICTIVE SELECT to ct_staff using (NOT (session_id IN ( SELECT review.recused_sessions() AS recused_sessions)))
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
grant INSERT to ct_staff
grant SELECT to ct_staff

table review.training_attendance (
  session_id uuid not null
  unit_id uuid not null
  rank_band text not null
  attended integer not null
  first_time integer not null
  constraint training_attendance_attended CHECK (((attended >= 0) AND (attended <= 2000)))
  constraint training_attendance_first CHECK (((first_time >= 0) AND (first_time <= attended)))
  constraint training_attendance_pkey PRIMARY KEY (session_id, unit_id, rank_band)
  constraint training_attendance_rank CHECK ((rank_band = ANY (ARRAY['constable'::text, 'sergeant'::text, 'senior'::text])))
  constraint training_attendance_session_fkey FOREIGN KEY (session_id) REFERENCES review.training_session(id)
  constraint training_attendance_unit_fkey FOREIGN KEY (unit_id) REFERENCES review.training_unit(id)
)
policy keeper_corrects PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
policy keeper_enters PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
policy keeper_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR ( SELECT platform.ctx_has('review-chair'::text) AS ctx_has))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table review.training_course (
  id uuid not null
  title platform.bilingual not null
  covers platform.bilingual not null
  hours numeric(4,1) not null
  made_by uuid not null
  made_on date not null
  constraint training_course_hours CHECK (((hours > (0)::numeric) AND (hours <= (400)::numeric)))
  constraint training_course_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id)
  constraint training_course_pkey PRIMARY KEY (id)
)
CREATE TRIGGER training_course_changed AFTER INSERT OR DELETE OR UPDATE ON review.training_course FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (made_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy keeper_adds PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (made_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy keeper_changes PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff

table review.training_session (
  id uuid not null
  course_id uuid not null
  held_on date not null
  place text not null
  provider text not null
  entered_by uuid not null
  entered_on date not null
  constraint training_session_course_fkey FOREIGN KEY (course_id) REFERENCES review.training_course(id)
  constraint training_session_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES identity.account(id)
  constraint training_session_pkey PRIMARY KEY (id)
  constraint training_session_place CHECK (((length(place) >= 1) AND (length(place) <= 100)))
  constraint training_session_provider CHECK (((length(provider) >= 1) AND (length(provider) <= 100)))
)
CREATE INDEX training_session_course ON review.training_session USING btree (course_id, held_on)
CREATE TRIGGER training_session_changed AFTER INSERT OR DELETE OR UPDATE ON review.training_session FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (held_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy keeper_corrects PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) with check (held_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy keeper_enters PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (held_on <= ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff

table review.training_strength (
  unit_id uuid not null
  counted_on date not null
  officers integer not null
  entered_by uuid not null
  entered_on date not null
  constraint training_strength_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES identity.account(id)
  constraint training_strength_officers CHECK (((officers >= 0) AND (officers <= 20000)))
  constraint training_strength_pkey PRIMARY KEY (unit_id, counted_on)
  constraint training_strength_unit_fkey FOREIGN KEY (unit_id) REFERENCES review.training_unit(id)
)
policy keeper_corrects PERMISSIVE UPDATE to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) with check (entered_by = ( SELECT platform.ctx_account() AS ctx_account))
policy keeper_enters PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (counted_on <= ( SELECT platform.ctx_today() AS ctx_today)))
policy keeper_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) OR ( SELECT platform.ctx_has('review-chair'::text) AS ctx_has))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

table review.training_unit (
  id uuid not null
  name platform.bilingual not null
  made_by uuid not null
  made_on date not null
  constraint training_unit_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id)
  constraint training_unit_pkey PRIMARY KEY (id)
)
CREATE TRIGGER training_unit_changed AFTER INSERT OR DELETE OR UPDATE ON review.training_unit FOR EACH STATEMENT EXECUTE FUNCTION platform.content_changed()
policy everybody_reads PERMISSIVE SELECT to ct_public, ct_staff using (made_on <= ( SELECT platform.ctx_today() AS ctx_today))
policy keeper_adds PERMISSIVE INSERT to ct_staff with check ((( SELECT platform.ctx_has('plan-manager'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has)) AND (made_by = ( SELECT platform.ctx_account() AS ctx_account)) AND (made_on = ( SELECT platform.ctx_today() AS ctx_today)))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff

table review.year (
  year integer not null
  reported integer not null
  unfounded integer not null
  entered_by uuid not null
  entered_on date not null
  constraint year_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES identity.account(id)
  constraint year_pkey PRIMARY KEY (year)
  constraint year_reported CHECK (((reported >= 0) AND (reported <= 1000000)))
  constraint year_unfounded CHECK (((unfounded >= 0) AND (unfounded <= reported)))
  constraint year_year CHECK (((year >= 2000) AND (year <= 2100)))
)
policy liaison_corrects PERMISSIVE UPDATE to ct_staff using ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) with check (entered_by = ( SELECT platform.ctx_account() AS ctx_account))
policy liaison_enters PERMISSIVE INSERT to ct_staff with check (( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has) AND (entered_by = ( SELECT platform.ctx_account() AS ctx_account)) AND ((year)::numeric < EXTRACT(year FROM ( SELECT platform.ctx_today() AS ctx_today))))
policy seat_reads PERMISSIVE SELECT to ct_staff using (( SELECT platform.ctx_has('review-chair'::text) AS ctx_has) OR ( SELECT platform.ctx_has('police-liaison'::text) AS ctx_has))
policy worker_counts PERMISSIVE SELECT to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
grant INSERT to ct_staff
grant SELECT to ct_staff
grant SELECT to ct_worker

CREATE OR REPLACE FUNCTION review.both_in()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.file_id from review.checklist c where c.handed_in_at is not null and c.voided_at is null group by c.file_id having count(*) = 2
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.compared_files()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.file_id from review.checklist c join review.file f on f.id = c.file_id
  where c.account_id = platform.ctx_account() and c.handed_in_at is not null and c.voided_at is null
    and f.session_id in (select review.open_sessions()) and c.file_id in (select review.both_in()) and c.file_id not in (select review.recused_files())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.count_reviewed(of_year integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*)::integer from review.outcome o join review.file f on f.id = o.file_id join review.session s on s.id = f.session_id
  where platform.ctx_actor() = 'worker' and extract(year from s.period_until) = of_year
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION review.declare_recusal(of_file uuid, of_account uuid, with_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  f review.file;
begin
  select * into f from review.file x where x.id = of_file and x.id not in (select review.recused_files());
  if f.id is null then return false; end if;
  if (of_account = platform.ctx_account() and f.session_id in (select review.open_sessions())
    or platform.ctx_has('review-chair') and (of_account = platform.ctx_account()
      or exists (select from review.session_reviewer s join review.reviewer r on r.id = s.reviewer_id where s.session_id = f.session_id and r.account_id = of_account))) is not true then
    return false;
  end if;
  insert into review.recusal (id, file_id, account_id, declared_by, declared_at) values (with_id, of_file, of_account, platform.ctx_account(), platform.ctx_now()) on conflict do nothing;
  if exists (select from review.checklist c where c.file_id = of_file and c.account_id = of_account and c.voided_at is null) then
    update review.checklist set voided_at = platform.ctx_now(), answers = '{}', conclusion = null, to_code = null, contact = false, systemic = false where file_id = of_file and account_id = of_account;
    delete from review.outcome where file_id = of_file and sent_at is null;
  end if;
  perform platform.write_audit('review.declare-recusal', 'review-file', of_file::text, 'permit', jsonb_build_object('of', of_account));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.file_progress(of_session uuid)
 RETURNS TABLE(file_id uuid, begun integer, handed integer, own text, settled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select f.id, (count(c.id) filter (where c.voided_at is null))::integer, (count(c.id) filter (where c.voided_at is null and c.handed_in_at is not null))::integer,
    coalesce(max(case when c.handed_in_at is not null then 'in' else 'begun' end) filter (where c.account_id = platform.ctx_account() and c.voided_at is null), 'none'),
    exists (select from review.outcome o where o.file_id = f.id)
  from review.file f left join review.checklist c on c.file_id = f.id
  where f.session_id = of_session and (f.session_id in (select review.open_sessions()) or platform.ctx_has('review-chair')) and f.id not in (select review.recused_files())
  group by f.id
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.follow_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
  last review.recommendation_step;
begin
  select * into last from review.recommendation_step s where s.recommendation_id = new.recommendation_id order by s.position desc limit 1;
  if new.position <> coalesce(last.position, 0) + 1
    or (case new.step when 'accepted' then last.id is null when 'declined' then last.id is null or last.step = 'accepted'
      when 'reported-done' then last.step in ('accepted', 'not-verified') else last.step = 'reported-done' end) is not true then
    raise exception 'this step does not follow' using errcode = '23514';
  end if;
  if new.step in ('verified', 'not-verified') and last.by_account = new.by_account then
    raise exception 'nobody verifies what she reported herself' using errcode = '42501';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION review.guard_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.drawn_at is distinct from old.drawn_at and platform.ctx_has('police-liaison') is not true
    or row(new.place, new.opens_at, new.closes_at) is distinct from row(old.place, old.opens_at, old.closes_at) and platform.ctx_has('review-chair') is not true then
    raise exception 'this part of a session is not yours to change' using errcode = '42501';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION review.is_upload(of_mailbox uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from review.sealed_mailbox m where m.id = of_mailbox and m.id_hash is null and not exists (select from review.sealed_message s where s.mailbox_id = m.id))
$function$
-- execute: ct_public

CREATE OR REPLACE FUNCTION review.keep_list()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  raise exception 'a recipient list stays as it was signed' using errcode = '42501';
end $function$

CREATE OR REPLACE FUNCTION review.keep_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (new.id, new.mailbox_id, new.direction, new.sequence, new.received_on, new.for_members, new.bucket) is distinct from (old.id, old.mailbox_id, old.direction, old.sequence, old.received_on, old.for_members, old.bucket)
    or new.list_version <= old.list_version then raise exception 'a sealed message keeps its place and is wrapped for newer lists alone' using errcode = '42501'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION review.list_candidates()
 RETURNS TABLE(account_id uuid, name text, agency jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.name, (select g.name from identity.agency g where g.id = m.agency_id)
  from identity.account a join identity.membership m on m.account_id = a.id
  where platform.ctx_has('review-chair') and m.role = 'case-reviewer' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null
  order by a.name
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.open_sessions()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.session_id from review.session_reviewer s join review.session x on x.id = s.session_id
  where s.reviewer_id = review.own_seat() and x.opens_at <= platform.ctx_now() and platform.ctx_now() < x.closes_at
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.own_seat()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.id from review.reviewer r where r.account_id = platform.ctx_account() and platform.ctx_has('case-reviewer') and not platform.ctx_has('police-liaison')
    and r.left_on is null and r.background_check_on <= platform.ctx_today() and r.trained_on <= platform.ctx_today()
    and exists (select from review.oath o where o.reviewer_id = r.id and o.signed_at <= platform.ctx_now() and o.expires_on >= platform.ctx_today())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.read_answers(for_recommendation uuid)
 RETURNS TABLE(opens_at timestamp with time zone, answers jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.ctx_has('review-chair') is not true or not exists (select from review.recommendation r where r.id = for_recommendation) then return; end if;
  perform platform.write_audit('review.read-answers', 'recommendation', for_recommendation::text, 'permit', '{}');
  return query select s.opens_at, c.answers from review.checklist c join review.file f on f.id = c.file_id join review.session s on s.id = f.session_id
    where c.handed_in_at is not null and c.id in (select review.readable_checklists());
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.read_checklists(of_file uuid)
 RETURNS TABLE(id uuid, account_id uuid, answers jsonb, conclusion text, to_code text, contact boolean, systemic boolean, handed_in_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from review.checklist c where c.file_id = of_file and c.id in (select review.readable_checklists())) then return; end if;
  perform platform.write_audit('review.read-checklists', 'review-file', of_file::text, 'permit', '{}');
  return query select c.id, c.account_id, c.answers, c.conclusion, c.to_code, c.contact, c.systemic, c.handed_in_at from review.checklist c
    where c.file_id = of_file and c.id in (select review.readable_checklists()) order by c.slot;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.read_pairs(of_session uuid)
 RETURNS TABLE(pair text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from review.checklist c join review.file f on f.id = c.file_id where f.session_id = of_session and c.handed_in_at is not null and c.id in (select review.readable_checklists())) then return; end if;
  perform platform.write_audit('review.read-agreement', 'review-session', of_session::text, 'permit', '{}');
  return query select array_agg(coalesce(c.to_code, c.conclusion) order by c.slot) from review.checklist c join review.file f on f.id = c.file_id
    where f.session_id = of_session and c.handed_in_at is not null and c.id in (select review.readable_checklists()) group by c.file_id having count(*) = 2;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.read_sealed(of_mailbox uuid)
 RETURNS TABLE(id uuid, direction text, sequence integer, received_on date, list_version integer, cipher bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not review.reads_sealed() or not exists (select from review.sealed_mailbox m where m.id = of_mailbox and m.for_members) then return; end if;
  perform platform.write_audit('review.read-sealed-report', 'sealed-report', of_mailbox::text, 'permit', '{}');
  return query select m.id, m.direction, m.sequence, m.received_on, m.list_version, m.cipher from review.sealed_message m
    where m.mailbox_id = of_mailbox and m.for_members order by m.received_on, m.direction, m.sequence;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.readable_checklists()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from review.checklist c join review.file f on f.id = c.file_id
  where c.voided_at is null and c.file_id not in (select review.recused_files())
    and (c.account_id = platform.ctx_account() and f.session_id in (select review.open_sessions())
      or c.file_id in (select review.compared_files())
      or platform.ctx_has('review-chair') and c.file_id in (select review.both_in()))
$function$

CREATE OR REPLACE FUNCTION review.reads_sealed()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select platform.ctx_has('sealed-reader') or platform.ctx_has('sealed-chair')
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.recommendation_standing()
 RETURNS TABLE(recommendation_id uuid, "position" integer, step text, taken_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.recommendation_id, s.position, s.step, s.taken_on from review.recommendation_step s where s.taken_on <= platform.ctx_today()
$function$
-- execute: ct_public, ct_staff

CREATE OR REPLACE FUNCTION review.recused_files()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.file_id from review.recusal r where r.account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.recused_sessions()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select f.session_id from review.recusal r join review.file f on f.id = r.file_id where r.account_id = platform.ctx_account()
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.rewrap_sealed(of_message uuid, for_version integer, with_cipher bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not review.reads_sealed() or for_version is distinct from (select max(l.version) from review.recipient_list l) then return false; end if;
  update review.sealed_message m set cipher = with_cipher, list_version = for_version where m.id = of_message and m.for_members and m.list_version < for_version;
  if not found then return false; end if;
  perform platform.write_audit('review.rewrap-sealed-report', 'sealed-message', of_message::text, 'permit', jsonb_build_object('list', for_version));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.said_alike(of_file uuid, says text, with_code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select count(*) = 2 from review.checklist c where c.file_id = of_file and c.voided_at is null and c.handed_in_at is not null and c.conclusion = says and c.to_code is not distinct from with_code
    and c.id in (select review.readable_checklists())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.seated_sessions()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.session_id from review.session_reviewer s join review.reviewer r on r.id = s.reviewer_id where r.account_id = platform.ctx_account() and platform.ctx_has('case-reviewer') and r.left_on is null
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION review.something_sealed()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select platform.ctx_actor() = 'worker' and exists (select from review.sealed_message m where m.for_members and m.direction = 'in' and m.received_on < platform.ctx_today()
    and m.received_on >= coalesce((select max(n.told_on) from review.sealed_notice n), '-infinity'::date))
$function$
-- execute: ct_worker

-- schema situation

table situation.agency_key (
  agency_id uuid not null
  proof bytea not null
  constraint agency_key_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint agency_key_pkey PRIMARY KEY (agency_id)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.agreement (
  id uuid not null
  body_slug text not null
  account_id uuid not null
  agency_id uuid not null
  version integer not null
  signed_at timestamp with time zone not null
  expires_on date not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  ended_at timestamp with time zone
  constraint agreement_account_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
  constraint agreement_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint agreement_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint agreement_confirmed CHECK ((((confirmed_at IS NULL) = (confirmed_by IS NULL)) AND (confirmed_by <> account_id)))
  constraint agreement_pkey PRIMARY KEY (id)
)
CREATE INDEX agreement_account ON situation.agreement USING btree (account_id)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.code (
  slug text not null
  list text not null
  category text not null
  category_name platform.bilingual not null
  name platform.bilingual not null
  criminal boolean not null default false
  confirmed boolean not null
  position integer not null
  origin text not null
  removed_at timestamp with time zone
  constraint code_list CHECK ((list = ANY (ARRAY['risk'::text, 'protective'::text, 'flag'::text, 'affected'::text, 'service'::text, 'reject'::text, 'close'::text])))
  constraint code_origin CHECK ((origin = ANY (ARRAY['pack'::text, 'staff'::text])))
  constraint code_pkey PRIMARY KEY (slug)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy pack_adds PERMISSIVE INSERT to ct_worker with check (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy pack_changes PERMISSIVE UPDATE to ct_worker using (( SELECT platform.ctx_actor() AS ctx_actor) = 'worker'::text)
policy read PERMISSIVE SELECT to ct_public, ct_staff, ct_worker using true
grant INSERT to ct_worker
grant SELECT to ct_public
grant SELECT to ct_staff
grant SELECT to ct_worker
grant UPDATE to ct_worker

table situation.disclosure (
  id uuid not null
  discussion_id uuid not null
  at timestamp with time zone not null
  filter integer not null
  from_agency uuid not null
  from_account uuid not null
  to_agency uuid not null
  fields text[] not null
  authority text not null
  constraint disclosure_authority CHECK ((authority = ANY (ARRAY['consent'::text, 'compelling-circumstances'::text, 'serious-bodily-harm'::text, 'child-family-harm'::text, 'child-protection'::text])))
  constraint disclosure_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint disclosure_fields CHECK (((cardinality(fields) > 0) AND (fields <@ ARRAY['name'::text, 'birth-date'::text, 'address'::text, 'contact'::text, 'household'::text, 'health'::text, 'substance-use'::text, 'housing'::text, 'school'::text, 'income'::text, 'services'::text, 'safety'::text])))
  constraint disclosure_filter CHECK ((filter = ANY (ARRAY[3, 4])))
  constraint disclosure_filter_3 CHECK (((filter = 4) OR (fields <@ ARRAY['name'::text, 'birth-date'::text, 'address'::text])))
  constraint disclosure_other CHECK ((to_agency <> from_agency))
  constraint disclosure_pkey PRIMARY KEY (id)
)
CREATE INDEX disclosure_discussion ON situation.disclosure USING btree (discussion_id)
CREATE TRIGGER disclosure_filter BEFORE INSERT OR UPDATE ON situation.disclosure FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('roles', 'planning')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.discussion (
  id uuid not null
  body_slug text not null
  agency_id uuid not null
  brought_by uuid not null
  brought_at timestamp with time zone not null
  state text not null
  year integer
  number integer
  opened_on date
  kind text
  age_band text
  sex text
  decided_on date
  votes_for integer
  votes_against integer
  earlier integer
  reason text
  closed_on date
  demonstration boolean not null default false
  constraint discussion_accepted CHECK (((state <> ALL (ARRAY['roles'::text, 'planning'::text])) OR ((num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier) = 10) AND (num_nonnulls(reason, closed_on) = 0))))
  constraint discussion_age_band CHECK ((age_band = ANY (ARRAY['0-5'::text, '6-11'::text, '12-17'::text, '18-24'::text, '25-29'::text, '30-39'::text, '40-59'::text, '60+'::text, 'none'::text])))
  constraint discussion_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint discussion_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint discussion_closed CHECK (((state <> 'closed'::text) OR (num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 12)))
  constraint discussion_filter_1 CHECK (((state <> 'screened'::text) OR (num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 0)))
  constraint discussion_filter_2 CHECK (((state <> 'table'::text) OR ((num_nonnulls(year, number, opened_on) = 3) AND (num_nonnulls(kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on) = 0))))
  constraint discussion_kind CHECK ((kind = ANY (ARRAY['person'::text, 'family'::text, 'dwelling'::text, 'group'::text, 'neighbourhood'::text, 'environment'::text])))
  constraint discussion_number UNIQUE (body_slug, year, number)
  constraint discussion_pkey PRIMARY KEY (id)
  constraint discussion_reason_fkey FOREIGN KEY (reason) REFERENCES situation.code(slug)
  constraint discussion_rejected CHECK (((state <> 'rejected'::text) OR ((num_nonnulls(year, number, opened_on, kind, age_band, sex, decided_on, reason, closed_on) = 9) AND (num_nonnulls(votes_for, votes_against, earlier) = 0))))
  constraint discussion_sex CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'another'::text, 'unknown'::text, 'none'::text])))
  constraint discussion_state CHECK ((state = ANY (ARRAY['screened'::text, 'table'::text, 'rejected'::text, 'roles'::text, 'planning'::text, 'closed'::text])))
)
CREATE TRIGGER discussion_course BEFORE UPDATE ON situation.discussion FOR EACH ROW EXECUTE FUNCTION situation.hold_course()
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using ((body_slug IN ( SELECT situation.seated() AS seated)) AND ((state <> 'screened'::text) OR (agency_id = ( SELECT platform.ctx_agency() AS ctx_agency))))

table situation.discussion_code (
  discussion_id uuid not null
  code text not null
  constraint discussion_code_code_fkey FOREIGN KEY (code) REFERENCES situation.code(slug)
  constraint discussion_code_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint discussion_code_pkey PRIMARY KEY (discussion_id, code)
)
CREATE TRIGGER discussion_code_filter BEFORE INSERT OR UPDATE ON situation.discussion_code FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('roles')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.event (
  id uuid not null
  discussion_id uuid not null
  at timestamp with time zone not null
  step text not null
  from_state text not null
  to_state text not null
  agency_id uuid not null
  account_id uuid not null
  constraint event_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint event_pkey PRIMARY KEY (id)
)
CREATE INDEX event_discussion ON situation.event USING btree (discussion_id, at)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.intervention (
  discussion_id uuid not null
  began_at timestamp with time zone not null
  planned_at timestamp with time zone
  knocked_on date
  knock text
  consent_on date
  reported_at timestamp with time zone
  constraint intervention_consent CHECK (((consent_on IS NULL) OR (knocked_on IS NULL) OR (knock = 'answered'::text)))
  constraint intervention_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint intervention_knock CHECK ((knock = ANY (ARRAY['answered'::text, 'not-answered'::text, 'refused'::text])))
  constraint intervention_pkey PRIMARY KEY (discussion_id)
)
CREATE TRIGGER intervention_filter BEFORE INSERT OR UPDATE ON situation.intervention FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('planning')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.mark (
  discussion_id uuid not null
  agency_id uuid not null
  mark bytea not null
  constraint mark_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint mark_pkey PRIMARY KEY (discussion_id)
)
CREATE INDEX mark_agency ON situation.mark USING btree (agency_id, mark)
CREATE TRIGGER mark_filter BEFORE INSERT OR UPDATE ON situation.mark FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('roles')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.participation (
  discussion_id uuid not null
  agency_id uuid not null
  part text not null
  account_id uuid not null
  named_at timestamp with time zone not null
  constraint participation_agency_fkey FOREIGN KEY (agency_id) REFERENCES identity.agency(id)
  constraint participation_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint participation_part CHECK ((part = ANY (ARRAY['lead'::text, 'assisting'::text])))
  constraint participation_pkey PRIMARY KEY (discussion_id, agency_id)
)
CREATE UNIQUE INDEX participation_lead ON situation.participation USING btree (discussion_id) WHERE (part = 'lead'::text)
CREATE TRIGGER participation_filter BEFORE INSERT OR UPDATE ON situation.participation FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('roles')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.plan_step (
  id uuid not null
  discussion_id uuid not null
  agency_id uuid not null
  service text not null
  standing text not null
  changed_at timestamp with time zone not null
  constraint plan_step_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint plan_step_once UNIQUE (discussion_id, agency_id, service)
  constraint plan_step_pkey PRIMARY KEY (id)
  constraint plan_step_service_fkey FOREIGN KEY (service) REFERENCES situation.code(slug)
  constraint plan_step_standing CHECK ((standing = ANY (ARRAY['planned'::text, 'informed'::text, 'connected'::text, 'engaged'::text, 'refused'::text])))
)
CREATE TRIGGER plan_step_filter BEFORE INSERT OR UPDATE ON situation.plan_step FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('planning')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.review (
  id uuid not null
  discussion_id uuid not null
  kind text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  concluded_at timestamp with time zone
  finding text
  constraint review_concluded CHECK (((concluded_at IS NULL) = (finding IS NULL)))
  constraint review_discussion_fkey FOREIGN KEY (discussion_id) REFERENCES situation.discussion(id)
  constraint review_finding CHECK ((finding = ANY (ARRAY['nothing-to-change'::text, 'decided-too-late'::text, 'agency-missing'::text, 'plan-not-kept'::text, 'disclosure-rules'::text, 'systemic'::text])))
  constraint review_kind CHECK ((kind = ANY (ARRAY['death'::text, 'serious-harm'::text, 'child-harmed'::text, 'disclosed-too-much'::text])))
  constraint review_pkey PRIMARY KEY (id)
)
CREATE INDEX review_discussion ON situation.review USING btree (discussion_id)
CREATE TRIGGER review_filter BEFORE INSERT OR UPDATE ON situation.review FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('closed')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.setting (
  body_slug text not null
  identifiers text not null default 'none'::text
  changed_by uuid not null
  changed_at timestamp with time zone not null
  constraint setting_body_fkey FOREIGN KEY (body_slug) REFERENCES governance.body(slug)
  constraint setting_identifiers CHECK ((identifiers = ANY (ARRAY['none'::text, 'limited'::text])))
  constraint setting_pkey PRIMARY KEY (body_slug)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true
policy read PERMISSIVE SELECT to ct_staff using (body_slug IN ( SELECT situation.seated() AS seated))
grant SELECT to ct_staff

table situation.told (
  discussion_id uuid not null
  kind text not null
  age_band text not null
  sex text not null
  codes text[] not null
  stakes text[] not null
  words text not null
  mark bytea
  constraint told_pkey PRIMARY KEY (discussion_id)
)
CREATE TRIGGER told_filter BEFORE INSERT OR UPDATE ON situation.told FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('table')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.transition (
  step text not null
  from_state text not null
  to_state text not null
  actor text not null
  constraint transition_actor CHECK ((actor = ANY (ARRAY['chair'::text, 'seat'::text, 'originator'::text, 'lead'::text, 'participant'::text])))
  constraint transition_pkey PRIMARY KEY (step, from_state, actor)
)
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

table situation.vote (
  discussion_id uuid not null
  agency_id uuid not null
  vote text not null
  constraint vote_pkey PRIMARY KEY (discussion_id, agency_id)
)
CREATE TRIGGER vote_filter BEFORE INSERT OR UPDATE ON situation.vote FOR EACH ROW EXECUTE FUNCTION situation.hold_filter('table')
policy owner_keeps PERMISSIVE ALL to ct_owner using true with check true

CREATE OR REPLACE FUNCTION situation.act(d situation.discussion, wanted text, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  own uuid := platform.ctx_agency();
  other uuid := (given ->> 'agency')::uuid;
  sits uuid;
begin
  if wanted in ('name', 'unname', 'disclose') then
    -- Only an agency that sits at this table can have a part.
    select x.account_id into sits from situation.sitters(d.body_slug) x where x.agency_id = other order by x.signed_at limit 1;
    if sits is null then return 'agency'; end if;
  end if;
  if wanted = 'name' then
    if given ->> 'part' not in ('lead', 'assisting') then return 'incomplete'; end if;
    if given ->> 'part' = 'lead' then update situation.participation set part = 'assisting' where discussion_id = d.id and part = 'lead' and agency_id <> other; end if;
    insert into situation.participation (discussion_id, agency_id, part, account_id, named_at) values (d.id, other, given ->> 'part', sits, platform.ctx_now())
    on conflict (discussion_id, agency_id) do update set part = excluded.part;
  elsif wanted = 'unname' then
    delete from situation.participation where discussion_id = d.id and agency_id = other;
  elsif wanted = 'plan' then
    if not exists (select from situation.participation p where p.discussion_id = d.id and p.part = 'lead') then return 'lead'; end if;
    update situation.discussion set state = 'planning' where id = d.id;
    insert into situation.intervention (discussion_id, began_at) values (d.id, platform.ctx_now());
  elsif wanted = 'disclose' then
    if d.state = 'roles' and coalesce((select s.identifiers from situation.setting s where s.body_slug = d.body_slug), 'none') <> 'limited' then return 'identifiers'; end if;
    if d.state = 'planning' and not exists (select from situation.participation p where p.discussion_id = d.id and p.agency_id = other) then return 'agency'; end if;
    if other = own then return 'agency'; end if;
    if d.state = 'roles' and not (array(select jsonb_array_elements_text(given -> 'fields')) <@ array['name', 'birth-date', 'address']) then return 'identifiers'; end if;
    insert into situation.disclosure (id, discussion_id, at, filter, from_agency, from_account, to_agency, fields, authority)
    values ((given ->> 'id')::uuid, d.id, platform.ctx_now(), case d.state when 'roles' then 3 else 4 end, own, platform.ctx_account(), other,
      array(select jsonb_array_elements_text(given -> 'fields')), given ->> 'authority');
  elsif wanted = 'offer' then
    if not exists (select from situation.code k where k.slug = given ->> 'service' and k.list = 'service' and k.removed_at is null) then return 'incomplete'; end if;
    insert into situation.plan_step (id, discussion_id, agency_id, service, standing, changed_at) values (gen_random_uuid(), d.id, own, given ->> 'service', 'planned', platform.ctx_now()) on conflict do nothing;
    update situation.intervention set planned_at = coalesce(planned_at, platform.ctx_now()) where discussion_id = d.id;
  elsif wanted = 'standing' then
    update situation.plan_step set standing = given ->> 'standing', changed_at = platform.ctx_now() where discussion_id = d.id and agency_id = own and service = given ->> 'service';
    if not found then return 'incomplete'; end if;
  elsif wanted = 'knock' then
    if (given ->> 'on')::date > platform.ctx_today() or (given ->> 'on')::date < d.decided_on then return 'day'; end if;
    update situation.intervention set knocked_on = (given ->> 'on')::date, knock = given ->> 'knock', consent_on = case when (given ->> 'consent')::boolean and given ->> 'knock' = 'answered' then (given ->> 'on')::date end
      where discussion_id = d.id;
  elsif wanted = 'report' then
    update situation.intervention set reported_at = platform.ctx_now() where discussion_id = d.id;
  elsif wanted = 'close' then
    if not exists (select from situation.code k where k.slug = given ->> 'reason' and k.list = 'close' and k.removed_at is null) then return 'reason'; end if;
    update situation.discussion set state = 'closed', reason = given ->> 'reason', closed_on = platform.ctx_today() where id = d.id;
  elsif wanted = 'review' then
    insert into situation.review (id, discussion_id, kind, asked_at, asked_by) values ((given ->> 'id')::uuid, d.id, given ->> 'kind', platform.ctx_now(), platform.ctx_account());
  elsif wanted = 'conclude' then
    update situation.review set concluded_at = platform.ctx_now(), finding = given ->> 'finding' where id = (given ->> 'id')::uuid and discussion_id = d.id and concluded_at is null;
    if not found then return 'incomplete'; end if;
  end if;
  return 'done';
end $function$

CREATE OR REPLACE FUNCTION situation.agree_key(given_proof bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from situation.seated()) then return false; end if;
  insert into situation.agency_key (agency_id, proof) values (platform.ctx_agency(), given_proof) on conflict (agency_id) do nothing;
  return (select k.proof = given_proof from situation.agency_key k where k.agency_id = platform.ctx_agency());
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.bring(new_id uuid, to_body text, by_demonstration boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if to_body not in (select situation.seated()) then return false; end if;
  insert into situation.discussion (id, body_slug, agency_id, brought_by, brought_at, state, demonstration)
  values (new_id, to_body, platform.ctx_agency(), platform.ctx_account(), platform.ctx_now(), 'screened', by_demonstration);
  perform platform.write_audit('situation.bring', 'discussion', new_id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.chaired()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select t from situation.seated() t where t = any (platform.ctx_bodies_as('table-chair'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.decide(d situation.discussion, accepted boolean, why text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  t situation.told;
  ayes integer;
  noes integer;
begin
  select * into t from situation.told x where x.discussion_id = d.id;
  if t.discussion_id is null then return 'untold'; end if;
  select count(*) filter (where v.vote = 'aer'), count(*) filter (where v.vote = 'not-aer') into ayes, noes from situation.vote v where v.discussion_id = d.id;
  if not accepted then
    if not exists (select from situation.code k where k.slug = why and k.list = 'reject' and k.removed_at is null) then return 'reason'; end if;
    update situation.discussion set state = 'rejected', kind = t.kind, age_band = t.age_band, sex = t.sex, decided_on = platform.ctx_today(), closed_on = platform.ctx_today(), reason = why where id = d.id;
  else
    if ayes < 2 or ayes <= noes then return 'votes'; end if;
    update situation.discussion set state = 'roles', kind = t.kind, age_band = t.age_band, sex = t.sex, decided_on = platform.ctx_today(), votes_for = ayes, votes_against = noes,
      earlier = (select count(*) from situation.mark m where m.agency_id = d.agency_id and m.mark = t.mark) where id = d.id;
    insert into situation.discussion_code (discussion_id, code) select d.id, c from unnest(t.codes) c group by c;
    if t.mark is not null then insert into situation.mark (discussion_id, agency_id, mark) values (d.id, d.agency_id, t.mark); end if;
  end if;
  perform situation.forget(d.id);
  return 'done';
end $function$

CREATE OR REPLACE FUNCTION situation.ended_years(before_year integer)
 RETURNS TABLE(body_slug text, year integer, demonstration boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.body_slug, extract(year from d.decided_on)::integer, bool_or(d.demonstration) from situation.discussion d
  where platform.ctx_actor() = 'worker' and extract(year from d.decided_on) < before_year group by 1, 2 order by 1, 2
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION situation.enter_demonstration(given jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one jsonb;
  d situation.discussion;
  lead uuid;
begin
  if platform.ctx_actor() is distinct from 'worker' or not platform.is_demonstration() or exists (select from situation.discussion) then return 0; end if;
  insert into situation.agreement select * from jsonb_populate_recordset(null::situation.agreement, given -> 'agreements');
  for one in select jsonb_array_elements(given -> 'discussions') loop
    d := jsonb_populate_record(null::situation.discussion, one);
    insert into situation.discussion (id, body_slug, agency_id, brought_by, brought_at, state, year, number, opened_on, kind, age_band, sex, decided_on, votes_for, votes_against, earlier, reason, closed_on, demonstration)
    values (d.id, d.body_slug, d.agency_id, d.brought_by, d.brought_at, case d.state when 'closed' then 'roles' when 'planning' then 'roles' else d.state end, d.year, d.number, d.opened_on, d.kind, d.age_band, d.sex, d.decided_on,
      d.votes_for, d.votes_against, d.earlier, case when d.state = 'rejected' then d.reason end, case when d.state = 'rejected' then d.closed_on end, true);
    if d.state = 'table' then insert into situation.told (discussion_id, kind, age_band, sex, codes, stakes, words)
      select d.id, t.kind, t.age_band, t.sex, t.codes, t.stakes, t.words from jsonb_populate_record(null::situation.told, one -> 'told') t; end if;
    if d.state in ('roles', 'planning', 'closed') then insert into situation.discussion_code (discussion_id, code) select d.id, c from jsonb_array_elements_text(one -> 'codes') c; end if;
    continue when d.state not in ('planning', 'closed');
    insert into situation.participation (discussion_id, agency_id, part, account_id, named_at) select d.id, p.agency_id, p.part, p.account_id, d.brought_at from jsonb_populate_recordset(null::situation.participation, one -> 'parts') p;
    update situation.discussion set state = 'planning' where id = d.id;
    insert into situation.intervention (discussion_id, began_at, planned_at, knocked_on, knock, consent_on) select d.id, i.began_at, i.planned_at, i.knocked_on, i.knock, i.consent_on from jsonb_populate_record(null::situation.intervention, one -> 'intervention') i;
    lead := (select p.agency_id from situation.participation p where p.discussion_id = d.id and p.part = 'lead');
    insert into situation.plan_step (id, discussion_id, agency_id, service, standing, changed_at) select gen_random_uuid(), d.id, lead, s.service, s.standing, d.brought_at from jsonb_populate_recordset(null::situation.plan_step, one -> 'steps') s;
    if d.state = 'closed' then update situation.discussion set state = 'closed', reason = d.reason, closed_on = d.closed_on where id = d.id; end if;
  end loop;
  return jsonb_array_length(given -> 'discussions');
end $function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION situation.forget(of_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  others jsonb;
  votes jsonb;
begin
  lock table situation.told, situation.vote in access exclusive mode;
  others := (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from situation.told t where t.discussion_id <> of_id);
  votes := (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from situation.vote v where v.discussion_id <> of_id);
  truncate situation.told, situation.vote;
  insert into situation.told select * from jsonb_populate_recordset(null::situation.told, others);
  insert into situation.vote select * from jsonb_populate_recordset(null::situation.vote, votes);
end $function$

CREATE OR REPLACE FUNCTION situation.hold_course()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.state <> new.state and not exists (select from situation.transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'no step leads there' using errcode = '23514';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION situation.hold_filter()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not exists (select from situation.discussion d where d.id = new.discussion_id and d.state = any (tg_argv)) then
    raise exception 'not at this filter' using errcode = '23514';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION situation.hold_told(alone boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if alone then perform pg_advisory_xact_lock(hashtext('situation told')); else perform pg_advisory_xact_lock_shared(hashtext('situation told')); end if;
end $function$

CREATE OR REPLACE FUNCTION situation.judge_agreement(of_id uuid, verdict text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  g situation.agreement;
begin
  select * into g from situation.agreement x where x.id = of_id and x.ended_at is null for update;
  if g.id is null or situation.may_confirm(g) is not true or verdict not in ('confirm', 'end') then return false; end if;
  if verdict = 'end' then update situation.agreement set ended_at = platform.ctx_now() where id = g.id;
  elsif g.confirmed_at is null then update situation.agreement set confirmed_at = platform.ctx_now(), confirmed_by = platform.ctx_account() where id = g.id;
  end if;
  perform platform.write_audit('situation.judge-agreement', 'agreement', g.id::text, 'permit', jsonb_build_object('verdict', verdict));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.list_agreements()
 RETURNS TABLE(id uuid, body_slug text, name text, agency jsonb, version integer, signed_at timestamp with time zone, expires_on date, confirmed_at timestamp with time zone, own boolean, judge boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.id, g.body_slug, a.name, y.name, g.version, g.signed_at, g.expires_on, g.confirmed_at, g.account_id = platform.ctx_account(), situation.may_confirm(g)
  from situation.agreement g join identity.account a on a.id = g.account_id join identity.agency y on y.id = g.agency_id
  where g.ended_at is null and (g.account_id = platform.ctx_account() or situation.may_confirm(g)) order by g.confirmed_at is not null, y.slug, g.signed_at
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.list_seats(at_body text)
 RETURNS TABLE(agency uuid, name jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct on (y.slug) y.id, y.name from situation.sitters(at_body) g join identity.agency y on y.id = g.agency_id where at_body in (select situation.seated()) order by y.slug
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.may_confirm(g situation.agreement)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.account_id <> platform.ctx_account() and (g.body_slug = any (platform.ctx_bodies_as('table-chair')) or platform.ctx_has('plan-manager')
    and exists (select from identity.membership m where m.account_id = g.account_id and m.body_slug = g.body_slug and m.role = 'table-chair' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())))
$function$

CREATE OR REPLACE FUNCTION situation.owed_facts(of_id uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('state', d.state, 'lead', (select p.account_id from situation.participation p where p.discussion_id = d.id and p.part = 'lead'), 'beganAt', i.began_at, 'plannedAt', i.planned_at,
    'knockedOn', i.knocked_on, 'reportedAt', i.reported_at, 'body', d.body_slug,
    'notices', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'account', s.from_account)), '[]') from situation.disclosure s where s.discussion_id = d.id and s.authority = 'compelling-circumstances'),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'concluded', r.concluded_at is not null)), '[]') from situation.review r where r.discussion_id = d.id))
  from situation.discussion d left join situation.intervention i on i.discussion_id = d.id where platform.ctx_actor() = 'worker' and d.id = of_id
$function$
-- execute: ct_worker

CREATE OR REPLACE FUNCTION situation.read_discussion(of_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform situation.hold_told(false);
  return situation.read_held(of_id);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.read_held(of_id uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d situation.discussion;
  sides text[];
  answer jsonb;
begin
  select * into d from situation.discussion x where x.id = of_id;
  if d.id is null then return null; end if;
  sides := situation.sides(d);
  if cardinality(sides) = 0 then return null; end if;
  perform platform.write_audit('situation.read', 'discussion', d.id::text, 'permit', jsonb_build_object('filter', case d.state when 'screened' then 1 when 'table' then 2 when 'roles' then 3 else 4 end,
    'open', d.state in ('table', 'roles') or 'participant' = any (sides)));
  answer := jsonb_build_object('sides', to_jsonb(sides));
  if d.state = 'table' then
    return answer || jsonb_build_object('told', (select to_jsonb(t) - 'mark' - 'discussion_id' from situation.told t where t.discussion_id = d.id),
      'votes', (select coalesce(jsonb_agg(jsonb_build_object('agency', a.name, 'vote', v.vote) order by a.slug), '[]') from situation.vote v join identity.agency a on a.id = v.agency_id where v.discussion_id = d.id));
  end if;
  if d.state = 'roles' or 'participant' = any (sides) then
    answer := answer || jsonb_build_object('codes', (select coalesce(jsonb_agg(c.code order by c.code), '[]') from situation.discussion_code c where c.discussion_id = d.id),
      'votesFor', d.votes_for, 'votesAgainst', d.votes_against, 'earlier', d.earlier,
      'parts', (select coalesce(jsonb_agg(jsonb_build_object('agency', p.agency_id, 'name', a.name, 'part', p.part) order by p.part desc, a.slug), '[]') from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id),
      -- At filter 3 an agency sees what it said and what was said to it; at filter 4 those with a part see all of it.
      'disclosures', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'at', s.at, 'filter', s.filter, 'from', f.name, 'to', o.name, 'fields', s.fields, 'authority', s.authority) order by s.at, s.id), '[]')
        from situation.disclosure s join identity.agency f on f.id = s.from_agency join identity.agency o on o.id = s.to_agency
        where s.discussion_id = d.id and ('participant' = any (sides) or platform.ctx_agency() in (s.from_agency, s.to_agency))));
  end if;
  if d.state in ('planning', 'closed') and 'participant' = any (sides) then
    answer := answer || jsonb_build_object(
      'intervention', (select jsonb_build_object('beganAt', i.began_at, 'plannedAt', i.planned_at, 'knockedOn', i.knocked_on, 'knock', i.knock, 'consentOn', i.consent_on, 'reportedAt', i.reported_at) from situation.intervention i where i.discussion_id = d.id),
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency_id, 'name', a.name, 'service', s.service, 'standing', s.standing) order by a.slug, s.service), '[]') from situation.plan_step s join identity.agency a on a.id = s.agency_id where s.discussion_id = d.id));
  end if;
  if d.state = 'closed' then
    answer := answer || jsonb_build_object('reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'askedAt', r.asked_at, 'finding', r.finding, 'concludedAt', r.concluded_at) order by r.asked_at, r.id), '[]') from situation.review r where r.discussion_id = d.id));
  end if;
  return answer;
end $function$

CREATE OR REPLACE FUNCTION situation.seated()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select t from situation.tables() t where exists (select from situation.agreement g where g.body_slug = t and g.account_id = platform.ctx_account() and g.agency_id = platform.ctx_agency()
    and g.confirmed_at is not null and g.ended_at is null and g.expires_on >= platform.ctx_today())
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.set_identifiers(at_body text, wanted text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if at_body not in (select situation.chaired()) or wanted not in ('none', 'limited') then return false; end if;
  insert into situation.setting (body_slug, identifiers, changed_by, changed_at) values (at_body, wanted, platform.ctx_account(), platform.ctx_now())
  on conflict (body_slug) do update set identifiers = excluded.identifiers, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
  perform platform.write_audit('situation.set-identifiers', 'table', at_body, 'permit', jsonb_build_object('identifiers', wanted));
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.sides(d situation.discussion)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when d.body_slug not in (select situation.seated()) or (d.state = 'screened' and d.agency_id <> platform.ctx_agency()) then '{}'::text[]
    else array['seat'] || case when d.body_slug in (select situation.chaired()) then array['chair'] else '{}' end
      || case when d.agency_id = platform.ctx_agency() then array['originator'] else '{}' end
      || coalesce((select case p.part when 'lead' then array['lead', 'participant'] else array['participant'] end
        from situation.participation p where p.discussion_id = d.id and p.agency_id = platform.ctx_agency()), '{}') end
$function$

CREATE OR REPLACE FUNCTION situation.sign(new_id uuid, at_body text, of_version integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if at_body not in (select situation.tables()) then return false; end if;
  -- A renewal takes the place of a signature that nobody confirmed.
  update situation.agreement set ended_at = platform.ctx_now() where body_slug = at_body and account_id = platform.ctx_account() and confirmed_at is null and ended_at is null;
  insert into situation.agreement (id, body_slug, account_id, agency_id, version, signed_at, expires_on)
  values (new_id, at_body, platform.ctx_account(), platform.ctx_agency(), of_version, platform.ctx_now(), (platform.ctx_today() + interval '1 year')::date);
  perform platform.write_audit('situation.sign', 'agreement', new_id::text, 'permit', '{}');
  return true;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.sitters(at_body text)
 RETURNS TABLE(agency_id uuid, account_id uuid, signed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.agency_id, g.account_id, g.signed_at from situation.agreement g join identity.account a on a.id = g.account_id and a.closed_at is null
  where g.body_slug = at_body and g.confirmed_at is not null and g.ended_at is null and g.expires_on >= platform.ctx_today() and exists (select from identity.membership m where m.account_id = g.account_id
    and m.body_slug = at_body and m.agency_id = g.agency_id and m.role in ('table-chair', 'table-member') and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()))
$function$

CREATE OR REPLACE FUNCTION situation.step_held(of_id uuid, seen text, wanted text, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d situation.discussion;
  sides text[];
  done text;
begin
  select * into d from situation.discussion x where x.id = of_id for update;
  if d.id is null then return 'absent'; end if;
  sides := situation.sides(d);
  if cardinality(sides) = 0 then return 'absent'; end if;
  if d.state <> seen then return 'conflict'; end if;
  if not exists (select from situation.transition t where t.step = wanted and t.from_state = d.state and t.actor = any (sides)) then return 'refused'; end if;
  if wanted = 'withdraw' then
    delete from situation.discussion where id = d.id;
    done := 'done';
  elsif wanted = 'tell' then done := situation.tell(d, given);
  elsif wanted = 'vote' then
    if not exists (select from situation.told t where t.discussion_id = d.id) then return 'untold'; end if;
    if given ->> 'vote' not in ('aer', 'not-aer', 'abstain') then return 'incomplete'; end if;
    insert into situation.vote (discussion_id, agency_id, vote) values (d.id, platform.ctx_agency(), given ->> 'vote') on conflict (discussion_id, agency_id) do update set vote = excluded.vote;
    done := 'done';
  elsif wanted = 'accept' then done := situation.decide(d, true, null);
  elsif wanted = 'reject' then done := situation.decide(d, false, given ->> 'reason');
  else done := situation.act(d, wanted, given);
  end if;
  perform platform.write_audit('situation.step', 'discussion', d.id::text, case when done = 'done' then 'permit' else 'refuse' end, jsonb_build_object('step', wanted, 'from', d.state));
  -- A vote of an undecided discussion would say who sat against it.
  if done = 'done' and wanted not in ('withdraw', 'vote') then
    insert into situation.event (id, discussion_id, at, step, from_state, to_state, agency_id, account_id)
    select gen_random_uuid(), d.id, platform.ctx_now(), wanted, d.state, x.state, platform.ctx_agency(), platform.ctx_account() from situation.discussion x where x.id = d.id;
  end if;
  return done;
end $function$

CREATE OR REPLACE FUNCTION situation.tables()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select b.slug from governance.body b where b.kind = 'situation-table' and b.removed_at is null and b.known_from <= platform.ctx_today()
    and platform.ctx_actor() = 'staff' and platform.ctx_agency() is not null and b.slug = any (platform.ctx_bodies_as('table-chair') || platform.ctx_bodies_as('table-member'))
$function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.take_step(of_id uuid, seen text, wanted text, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform situation.hold_told(wanted in ('accept', 'reject'));
  return situation.step_held(of_id, seen, wanted, given);
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.tell(d situation.discussion, given jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  told situation.told := jsonb_populate_record(null::situation.told, given || jsonb_build_object('discussion_id', d.id));
begin
  if told.kind is null or told.age_band is null or told.sex is null or told.codes is null or told.stakes is null or told.words is null then return 'incomplete'; end if;
  if told.kind not in ('person', 'family', 'dwelling', 'group', 'neighbourhood', 'environment') or told.age_band not in ('0-5', '6-11', '12-17', '18-24', '25-29', '30-39', '40-59', '60+', 'none')
    or told.sex not in ('female', 'male', 'another', 'unknown', 'none') or length(told.words) > 400 then return 'incomplete'; end if;
  if told.words ~ '[[:digit:]@]' then return 'words'; end if;
  if exists (select from unnest(told.codes) c where not exists (select from situation.code k where k.slug = c and k.removed_at is null and k.list in ('risk', 'protective', 'flag', 'affected')))
    or not exists (select from situation.code k where k.slug = any (told.codes) and k.list = 'risk') then return 'codes'; end if;
  if told.age_band in ('0-5', '6-11', '12-17') and exists (select from situation.code k where k.slug = any (told.codes) and k.criminal) then return 'youth'; end if;
  if not told.stakes <@ array['interest', 'probability', 'harm', 'agencies'] then return 'incomplete'; end if;
  if d.state = 'screened' then
    perform pg_advisory_xact_lock(hashtext('situation ' || d.body_slug));
    update situation.discussion set state = 'table', opened_on = platform.ctx_today(), year = extract(year from platform.ctx_today()),
      number = 1 + coalesce((select max(n.number) from situation.discussion n where n.body_slug = d.body_slug and n.year = extract(year from platform.ctx_today())), 0) where id = d.id;
  end if;
  insert into situation.told select told.* on conflict (discussion_id) do update set kind = excluded.kind, age_band = excluded.age_band, sex = excluded.sex, codes = excluded.codes,
    stakes = excluded.stakes, words = excluded.words, mark = coalesce(excluded.mark, situation.told.mark);
  return 'done';
end $function$

CREATE OR REPLACE FUNCTION situation.tracking_rows(of_body text)
 RETURNS TABLE(year integer, number integer, opened_on date, kind text, originator jsonb, lead jsonb, assisting jsonb, age_band text, sex text, codes text[], services jsonb, state text, reason text, closed_on date, decided_on date, knocked_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if of_body not in (select situation.chaired()) then return; end if;
  perform platform.write_audit('situation.read-tracking', 'table', of_body, 'permit', '{}');
  return query select d.year, d.number, d.opened_on, d.kind, o.name::jsonb,
    (select a.name::jsonb from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id and p.part = 'lead'),
    (select coalesce(jsonb_agg(a.name order by a.slug), '[]') from situation.participation p join identity.agency a on a.id = p.agency_id where p.discussion_id = d.id and p.part = 'assisting'),
    d.age_band, d.sex, array(select c.code from situation.discussion_code c where c.discussion_id = d.id order by c.code),
    (select coalesce(jsonb_agg(jsonb_build_object('service', s.service, 'standing', s.standing) order by s.service, s.agency_id), '[]') from situation.plan_step s where s.discussion_id = d.id and s.standing <> 'planned'),
    d.state, d.reason, d.closed_on, d.decided_on, (select i.knocked_on from situation.intervention i where i.discussion_id = d.id)
  from situation.discussion d join identity.agency o on o.id = d.agency_id where d.body_slug = of_body and d.closed_on is not null order by d.year, d.number;
end $function$
-- execute: ct_staff

CREATE OR REPLACE FUNCTION situation.year_counts(of_body text, of_year integer)
 RETURNS TABLE(series text, value text, n integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select 'decision', case when d.state = 'rejected' then 'not-taken-on' else 'acutely-elevated' end, count(*)::integer from situation.discussion d
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'risk', k.category, count(distinct d.id)::integer from situation.discussion d join situation.discussion_code c on c.discussion_id = d.id join situation.code k on k.slug = c.code and k.list = 'risk'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'close', k.category, count(*)::integer from situation.discussion d join situation.code k on k.slug = d.reason and k.list = 'close'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and d.state = 'closed' and extract(year from d.closed_on) = of_year group by 2
  union all select 'door', x.value, x.n from (select count(*)::integer as doors, (percentile_cont(0.5) within group (order by i.knocked_on - d.decided_on))::integer as days
    from situation.discussion d join situation.intervention i on i.discussion_id = d.id
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year and i.knocked_on is not null) m
    cross join lateral (values ('doors', m.doors), ('median-days', m.days)) x (value, n) where m.doors > 0
$function$
-- execute: ct_worker
