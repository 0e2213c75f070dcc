import { z } from 'zod';

// What is taken in of HSDS 3.1. Fields that the directory has no place for are passed over; a field that has one must be as HSDS says. An empty text
// or null is an absent value, as tables have no other way to say it.
const absent = (value: unknown) => (value === null || value === '' ? undefined : value);
const maybe = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());
const list = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? [], z.array(schema));
const id = z.uuid('must be a UUID').transform((value) => value.toLowerCase());
const text = z.string().trim().min(1, 'is missing').max(20_000);
const number = z.preprocess((value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : absent(value)), z.number().optional());
const days = z.string().regex(/^\d{4}-\d\d-\d\d/, 'must be a date such as 2026-01-31').refine((value) => !Number.isNaN(Date.parse(value.slice(0, 10))) && new Date(value.slice(0, 10)).toISOString().startsWith(value.slice(0, 10)), 'is not a day of the calendar').transform((value) => value.slice(0, 10));
const moment = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time of ISO 8601');
const web = z.url('must be a whole web address').refine((value) => /^https?:/.test(value), 'must be a web address');
const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : absent(value)), z.boolean().optional());

const phone = z.looseObject({ id, number: text, extension: number, type: maybe(text), description: maybe(text) });
const schedule = z.looseObject({
  id, valid_from: maybe(days), valid_to: maybe(days), freq: maybe(z.enum(['WEEKLY', 'MONTHLY'])), interval: number, byday: maybe(text), bymonthday: maybe(text), opens_at: maybe(text), closes_at: maybe(text), attending_type: maybe(text), description: maybe(text), notes: maybe(text),
});
const address = z.looseObject({ id, attention: maybe(text), address_1: text, address_2: maybe(text), city: text, region: maybe(text), state_province: text, postal_code: text, country: text, address_type: z.enum(['physical', 'postal', 'virtual']) });
const location = z.looseObject({
  id, location_type: z.enum(['physical', 'postal', 'virtual']), name: maybe(text), description: maybe(text), transportation: maybe(text), latitude: number.pipe(z.number().min(-90).max(90).optional()), longitude: number.pipe(z.number().min(-180).max(180).optional()), url: maybe(web),
  addresses: list(address), phones: list(phone), schedules: list(schedule),
});
const taxonomy = z.looseObject({ id, name: text, description: text, uri: maybe(text), version: maybe(text) });
const term = z.looseObject({ id, code: maybe(text), name: text, description: maybe(text), taxonomy: maybe(text), taxonomy_id: maybe(id), taxonomy_detail: maybe(taxonomy), term_uri: maybe(text) });
const contact = z.looseObject({ id, name: maybe(text), title: maybe(text), department: maybe(text), email: maybe(z.email()) });
const url = z.looseObject({ id, label: maybe(text), url: web });
const translations = maybe(z.looseObject({ fr: maybe(z.record(z.string(), z.string())) }));

export const hsdsOrganization = z.looseObject({ id, name: text, description: maybe(text), email: maybe(z.email()), website: maybe(web), phones: list(phone), contacts: list(contact), additional_websites: list(url), translations, demonstration: flag });
export const hsdsService = z.looseObject({
  id, organization_id: maybe(id), organization: maybe(z.looseObject({ name: maybe(text) })), name: text, alternate_name: maybe(text), description: maybe(text), url: maybe(web), email: maybe(z.email()), status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  interpretation_services: maybe(text), application_process: maybe(text), fees_description: maybe(text), eligibility_description: maybe(text), minimum_age: number.pipe(z.number().min(0).optional()), maximum_age: number.pipe(z.number().min(0).optional()),
  assured_date: maybe(days), assured_by: maybe(text), accreditations: maybe(text), licenses: maybe(text), alert: maybe(text), takes_referrals: flag, demonstration: flag, translations,
  phones: list(phone), schedules: list(schedule), contacts: list(contact), additional_urls: list(url), languages: list(z.looseObject({ id, name: maybe(text), code: maybe(text), note: maybe(text) })),
  cost_options: list(z.looseObject({ id, valid_from: maybe(days), valid_to: maybe(days), option: maybe(text), currency: maybe(text), amount: number.pipe(z.number().min(0).optional()), amount_description: maybe(text) })),
  service_areas: list(z.looseObject({ id, name: maybe(text), description: maybe(text), extent: maybe(text), extent_type: maybe(text), uri: maybe(text), municipality: maybe(text), everywhere: flag })),
  service_at_locations: list(z.looseObject({ id, description: maybe(text), location: maybe(location) })),
  attributes: list(z.looseObject({ id, link_type: maybe(text), value: maybe(text), label: maybe(text), taxonomy_term: maybe(term) })),
  capacities: list(z.looseObject({ id, unit: maybe(z.looseObject({ id, name: text, scheme: maybe(text), identifier: maybe(text), uri: maybe(text) })), available: number.pipe(z.number('is missing').min(0)), maximum: number, description: maybe(text), capacity_code: maybe(text), updated: moment })),
}).refine((one) => one.minimum_age === undefined || one.maximum_age === undefined || one.minimum_age <= one.maximum_age, { path: ['maximum_age'], message: 'is below the minimum age' });

export type HsdsService = z.infer<typeof hsdsService>;
export type HsdsOrganization = z.infer<typeof hsdsOrganization>;
export type HsdsLocation = z.infer<typeof location>;
export type HsdsTerm = z.infer<typeof term>;
