-- The directory of services, after Open Referral HSDS 3.1. Services are public facts: nobody's personal data stands here. A row that a pack or a
-- feed no longer gives is withdrawn, not deleted, because referrals hang on it.
create table access.organization (
  id uuid constraint organization_pkey primary key,
  -- The organisation of this installation that keeps these entries; null for one that only stands in the directory.
  agency_id uuid constraint organization_agency_fkey references identity.agency,
  name platform.bilingual not null,
  description platform.bilingual not null,
  -- Where a feed gave one language alone, both hold the same words and this says which.
  only_language text constraint organization_only_language check (only_language in ('en', 'fr')),
  email text,
  website text,
  demonstration boolean not null default false,
  sources text[] not null default '{}',
  origin text not null constraint organization_origin check (origin in ('pack', 'import', 'staff')),
  content_hash text,
  withdrawn_at timestamptz,
  changed_at timestamptz not null
);
create index organization_agency on access.organization (agency_id);

create table access.service (
  id uuid constraint service_pkey primary key,
  organization_id uuid not null constraint service_organization_fkey references access.organization,
  name platform.bilingual not null,
  alternate_name text,
  description platform.bilingual not null,
  only_language text constraint service_only_language check (only_language in ('en', 'fr')),
  url text,
  email text,
  status text not null constraint service_status check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  minimum_age numeric constraint service_minimum_age check (minimum_age >= 0),
  maximum_age numeric constraint service_maximum_age check (maximum_age >= minimum_age),
  eligibility_description platform.bilingual,
  application_process platform.bilingual,
  fees_description platform.bilingual,
  interpretation_services platform.bilingual,
  accreditations text,
  licenses text,
  alert platform.bilingual,
  -- Whether partners may send people here, apart from whether there is room.
  takes_referrals boolean not null default true,
  -- Last checked on that day, by that organisation; the account stands for the audit alone.
  assured_date date,
  assured_by platform.bilingual,
  assured_account uuid,
  demonstration boolean not null default false,
  sources text[] not null default '{}',
  known_from date not null default '0001-01-01',
  origin text not null constraint service_origin check (origin in ('pack', 'import', 'staff')),
  content_hash text,
  withdrawn_at timestamptz,
  changed_at timestamptz not null,
  constraint service_assured check ((assured_date is null) = (assured_by is null))
);
create index service_organization on access.service (organization_id);

create table access.location (
  id uuid constraint location_pkey primary key,
  organization_id uuid constraint location_organization_fkey references access.organization,
  location_type text not null constraint location_location_type check (location_type in ('physical', 'postal', 'virtual')),
  name text,
  description platform.bilingual,
  transportation platform.bilingual,
  latitude double precision constraint location_latitude check (latitude between -90 and 90),
  longitude double precision constraint location_longitude check (longitude between -180 and 180),
  url text
);
create index location_organization on access.location (organization_id);
create table access.address (
  id uuid constraint address_pkey primary key,
  location_id uuid not null constraint address_location_fkey references access.location on delete cascade,
  attention text,
  address_1 text not null,
  address_2 text,
  city text not null,
  region text,
  state_province text not null,
  postal_code text not null,
  country text not null,
  address_type text not null constraint address_address_type check (address_type in ('physical', 'postal', 'virtual'))
);
create index address_location on access.address (location_id);
create table access.service_at_location (
  id uuid constraint service_at_location_pkey primary key,
  service_id uuid not null constraint service_at_location_service_fkey references access.service on delete cascade,
  location_id uuid not null constraint service_at_location_location_fkey references access.location on delete cascade,
  description platform.bilingual
);
create index service_at_location_service on access.service_at_location (service_id);
create index service_at_location_location on access.service_at_location (location_id);

create table access.contact (
  id uuid constraint contact_pkey primary key,
  organization_id uuid constraint contact_organization_fkey references access.organization on delete cascade,
  service_id uuid constraint contact_service_fkey references access.service on delete cascade,
  name text,
  title text,
  department text,
  email text
);
create index contact_organization on access.contact (organization_id);
create index contact_service on access.contact (service_id);
create table access.phone (
  id uuid constraint phone_pkey primary key,
  organization_id uuid constraint phone_organization_fkey references access.organization on delete cascade,
  service_id uuid constraint phone_service_fkey references access.service on delete cascade,
  location_id uuid constraint phone_location_fkey references access.location on delete cascade,
  number text not null,
  extension integer,
  type text,
  description platform.bilingual,
  position integer not null default 0,
  constraint phone_of_something check (num_nonnulls(organization_id, service_id, location_id) = 1)
);
create index phone_organization on access.phone (organization_id);
create index phone_service on access.phone (service_id);
create index phone_location on access.phone (location_id);
create table access.url (
  id uuid constraint url_pkey primary key,
  organization_id uuid constraint url_organization_fkey references access.organization on delete cascade,
  service_id uuid constraint url_service_fkey references access.service on delete cascade,
  label text,
  url text not null
);
create index url_organization on access.url (organization_id);
create index url_service on access.url (service_id);

create table access.schedule (
  id uuid constraint schedule_pkey primary key,
  service_id uuid constraint schedule_service_fkey references access.service on delete cascade,
  location_id uuid constraint schedule_location_fkey references access.location on delete cascade,
  valid_from date,
  valid_to date,
  freq text constraint schedule_freq check (freq in ('WEEKLY', 'MONTHLY')),
  interval integer,
  byday text,
  bymonthday text,
  opens_at text,
  closes_at text,
  attending_type text,
  description platform.bilingual,
  position integer not null default 0,
  constraint schedule_of_something check (num_nonnulls(service_id, location_id) = 1)
);
create index schedule_service on access.schedule (service_id);
create index schedule_location on access.schedule (location_id);
create table access.language (
  id uuid constraint language_pkey primary key,
  service_id uuid not null constraint language_service_fkey references access.service on delete cascade,
  name text not null,
  code text,
  note text
);
create index language_service on access.language (service_id);
create table access.cost_option (
  id uuid constraint cost_option_pkey primary key,
  service_id uuid not null constraint cost_option_service_fkey references access.service on delete cascade,
  valid_from date,
  valid_to date,
  option platform.bilingual,
  currency text,
  amount numeric constraint cost_option_amount check (amount >= 0),
  amount_description platform.bilingual
);
create index cost_option_service on access.cost_option (service_id);
create table access.service_area (
  id uuid constraint service_area_pkey primary key,
  service_id uuid not null constraint service_area_service_fkey references access.service on delete cascade,
  -- The municipality of the community where the area is one; the whole region and beyond have none and a name.
  municipality_slug text,
  everywhere boolean not null default false,
  name platform.bilingual not null,
  extent text,
  extent_type text,
  uri text
);
create index service_area_service on access.service_area (service_id);

create table access.taxonomy (
  id uuid constraint taxonomy_pkey primary key,
  name text not null,
  description text not null,
  uri text,
  version text
);
create table access.taxonomy_term (
  id uuid constraint taxonomy_term_pkey primary key,
  taxonomy_id uuid not null constraint taxonomy_term_taxonomy_fkey references access.taxonomy,
  code text not null,
  name platform.bilingual not null,
  description platform.bilingual not null,
  parent_id uuid constraint taxonomy_term_parent_fkey references access.taxonomy_term,
  term_uri text,
  position integer not null default 0,
  constraint taxonomy_term_code_key unique (taxonomy_id, code)
);
create index taxonomy_term_parent on access.taxonomy_term (parent_id);
-- What a service is about (link type 'need') and whom it asks for ('eligibility'), as terms.
create table access.attribute (
  id uuid constraint attribute_pkey primary key,
  service_id uuid not null constraint attribute_service_fkey references access.service on delete cascade,
  taxonomy_term_id uuid not null constraint attribute_taxonomy_term_fkey references access.taxonomy_term,
  link_type text,
  value text,
  label text
);
create index attribute_service on access.attribute (service_id);
create index attribute_taxonomy_term on access.attribute (taxonomy_term_id);

create table access.unit (
  id uuid constraint unit_pkey primary key,
  name text not null,
  scheme text,
  identifier text,
  uri text
);
create table access.service_capacity (
  id uuid constraint service_capacity_pkey primary key,
  service_id uuid not null constraint service_capacity_service_fkey references access.service on delete cascade,
  unit_id uuid not null constraint service_capacity_unit_fkey references access.unit,
  -- The capacity codes of HL7 SDOH Clinical Care.
  code text not null constraint service_capacity_code check (code in ('capacity', 'no-capacity', 'waitlist', 'additional-assessment-required')),
  available numeric not null constraint service_capacity_available check (available >= 0),
  maximum numeric constraint service_capacity_maximum check (maximum >= 0),
  description platform.bilingual,
  updated timestamptz not null,
  constraint service_capacity_service_key unique (service_id)
);
create index service_capacity_unit on access.service_capacity (unit_id);

-- What was changed on an entry and by which organisation, as HSDS publishes it.
create table access.metadata (
  id uuid constraint metadata_pkey primary key,
  resource_id uuid not null,
  resource_type text not null,
  last_action_date date not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text not null,
  replacement_value text not null,
  updated_by text not null
);
create index metadata_resource on access.metadata (resource_id);

do $$
declare t text;
begin
  foreach t in array array['organization', 'service', 'location', 'address', 'service_at_location', 'contact', 'phone', 'url', 'schedule', 'language', 'cost_option',
    'service_area', 'taxonomy', 'taxonomy_term', 'attribute', 'unit', 'service_capacity', 'metadata'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
    execute format('create trigger %I after insert or update or delete on access.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;

-- The directory entries that the asker's organisation keeps; empty for whoever keeps none.
create function access.own_organizations() returns setof uuid language sql stable set search_path = '' as $$
  select o.id from access.organization o where o.agency_id = platform.ctx_agency() and o.withdrawn_at is null
    and (platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator'))
$$;
create function access.own_services() returns setof uuid language sql stable set search_path = '' as $$
  select s.id from access.service s where s.withdrawn_at is null and s.organization_id in (select access.own_organizations())
$$;
