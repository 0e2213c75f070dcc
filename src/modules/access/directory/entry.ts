import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { CapacityCode } from './offer.ts';

/** Directory entries as the tables hold them, named after HSDS. Dates are YYYY-MM-DD, times of the day HH:MM. */
export type Source = { readonly title: string; readonly url: string };
export type Status = 'active' | 'inactive' | 'defunct' | 'temporarily closed';
export const statuses: readonly Status[] = ['active', 'temporarily closed', 'inactive', 'defunct'];

export type OrganizationRow = {
  readonly id: string; readonly name: Bilingual; readonly description: Bilingual; readonly only_language: Language | null;
  readonly email: string | null; readonly website: string | null; readonly demonstration: boolean; readonly sources: readonly Source[];
};
export type ServiceRow = {
  readonly id: string; readonly organization_id: string; readonly name: Bilingual; readonly alternate_name: string | null; readonly description: Bilingual; readonly only_language: Language | null;
  readonly url: string | null; readonly email: string | null; readonly status: Status; readonly minimum_age: number | null; readonly maximum_age: number | null;
  readonly eligibility_description: Bilingual | null; readonly application_process: Bilingual | null; readonly fees_description: Bilingual | null; readonly interpretation_services: Bilingual | null;
  readonly accreditations: string | null; readonly licenses: string | null; readonly alert: Bilingual | null; readonly takes_referrals: boolean;
  readonly demonstration: boolean; readonly sources: readonly Source[]; readonly known_from: string;
};
export type PhoneRow = { readonly id: string; readonly number: string; readonly extension: number | null; readonly type: string | null; readonly description: Bilingual | null; readonly position: number };
export type ScheduleRow = {
  readonly id: string; readonly valid_from: string | null; readonly valid_to: string | null; readonly freq: 'WEEKLY' | 'MONTHLY' | null; readonly interval: number | null;
  readonly byday: string | null; readonly bymonthday: string | null; readonly opens_at: string | null; readonly closes_at: string | null; readonly attending_type: string | null;
  readonly description: Bilingual | null; readonly position: number;
};
export type LanguageRow = { readonly id: string; readonly name: string; readonly code: string | null; readonly note: string | null };
export type CostRow = { readonly id: string; readonly valid_from: string | null; readonly valid_to: string | null; readonly option: Bilingual | null; readonly currency: string | null; readonly amount: number | null; readonly amount_description: Bilingual | null };
export type AreaRow = { readonly id: string; readonly municipality_slug: string | null; readonly everywhere: boolean; readonly name: Bilingual; readonly extent: string | null; readonly extent_type: string | null; readonly uri: string | null };
export type AttributeRow = { readonly id: string; readonly taxonomy_term_id: string; readonly link_type: string | null; readonly value: string | null; readonly label: string | null };
export type ContactRow = { readonly id: string; readonly name: string | null; readonly title: string | null; readonly department: string | null; readonly email: string | null };
export type UrlRow = { readonly id: string; readonly label: string | null; readonly url: string };
export type AddressRow = {
  readonly id: string; readonly attention: string | null; readonly address_1: string; readonly address_2: string | null; readonly city: string; readonly region: string | null;
  readonly state_province: string; readonly postal_code: string; readonly country: string; readonly address_type: 'physical' | 'postal' | 'virtual';
};
export type LocationRow = {
  readonly id: string; readonly organization_id: string | null; readonly location_type: 'physical' | 'postal' | 'virtual'; readonly name: string | null; readonly description: Bilingual | null;
  readonly transportation: Bilingual | null; readonly latitude: number | null; readonly longitude: number | null; readonly url: string | null;
};
export type CapacityRow = { readonly id: string; readonly unit_id: string; readonly code: CapacityCode; readonly available: number; readonly maximum: number | null; readonly description: Bilingual | null; readonly updated: string };

export type OrganizationEntry = { readonly row: OrganizationRow; readonly phones: readonly PhoneRow[]; readonly contacts: readonly ContactRow[]; readonly urls: readonly UrlRow[] };
export type LocationEntry = { readonly row: LocationRow; readonly addresses: readonly AddressRow[]; readonly phones: readonly PhoneRow[]; readonly schedules: readonly ScheduleRow[] };
export type Assured = { readonly date: string; readonly by: Bilingual };
export type ServiceEntry = {
  readonly row: ServiceRow; readonly phones: readonly PhoneRow[]; readonly schedules: readonly ScheduleRow[]; readonly languages: readonly LanguageRow[]; readonly costs: readonly CostRow[];
  readonly areas: readonly AreaRow[]; readonly attributes: readonly AttributeRow[]; readonly contacts: readonly ContactRow[]; readonly urls: readonly UrlRow[];
  readonly places: readonly { readonly id: string; readonly description: Bilingual | null; readonly location: LocationEntry }[];
  readonly assured: Assured | null; readonly capacity: CapacityRow | null;
};
export type TaxonomyRow = { readonly id: string; readonly name: string; readonly description: string; readonly uri: string | null; readonly version: string | null };
export type TermRow = { readonly id: string; readonly taxonomy_id: string; readonly code: string; readonly name: Bilingual; readonly description: Bilingual; readonly parent_id: string | null; readonly term_uri: string | null; readonly position: number };
export type UnitRow = { readonly id: string; readonly name: string; readonly scheme: string | null; readonly identifier: string | null; readonly uri: string | null };

/** All that a pack or a feed gives. */
export type Directory = {
  readonly taxonomies: readonly TaxonomyRow[]; readonly terms: readonly TermRow[]; readonly units: readonly UnitRow[];
  readonly organizations: readonly OrganizationEntry[]; readonly services: readonly ServiceEntry[];
};
