import { z } from 'zod';
import { bilingual, date, demonstration, slug, sources, text } from './values.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');
const day = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
/** Opening hours of weekdays; `to` before `from` closes on the next day, and 00:00 to 00:00 is open all day. */
const hours = z.strictObject({ days: z.array(day).min(1), from: time, to: time });
const address = z.strictObject({ line: text, city: text, province: text.default('ON'), postalCode: text, lat: z.number().min(-90).max(90).optional(), long: z.number().min(-180).max(180).optional(), transport: bilingual.optional() });

const organisation = z.strictObject({ id: slug, agency: slug.optional(), name: bilingual, description: bilingual, website: z.url().optional(), email: z.email().optional(), phone: text.optional(), demonstration, sources });
const service = z.strictObject({
  id: slug, organisation: slug, name: bilingual, description: bilingual, needs: z.array(slug),
  ages: z.strictObject({ from: z.number().min(0).optional(), to: z.number().min(0).optional() }).default({}), conditions: z.array(slug).default([]), eligibility: bilingual.optional(),
  areas: z.union([z.array(slug), z.literal('everywhere')]), languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as en')).default([]), interpretation: bilingual.optional(),
  cost: z.strictObject({ amount: z.number().min(0), note: bilingual.optional() }).optional(), hours: z.array(hours).default([]), hoursNote: bilingual.optional(),
  how: bilingual, phone: text.optional(), phoneNote: bilingual.optional(), email: z.email().optional(), url: z.url().optional(), address: address.optional(),
  capacity: z.strictObject({ code: z.enum(['capacity', 'no-capacity', 'waitlist', 'additional-assessment-required']), available: z.int().min(0).default(0), on: date }).optional(),
  checked: date.optional(), referrals: z.boolean().default(true), demonstration, sources,
});
const term = z.strictObject({ id: slug, name: bilingual, text: bilingual });

/**
 * Services of a community, with the needs that they answer and the conditions that they set. Made-up ones are marked and stand with made-up
 * organisations alone; real ones carry a source.
 */
export const servicesSchema = z.strictObject({ needs: z.array(term).default([]), conditions: z.array(term).default([]), organisations: z.array(organisation).default([]), services: z.array(service).default([]) });
export type PackServices = z.infer<typeof servicesSchema>;
export type PackService = PackServices['services'][number];
export type PackOrganisation = PackServices['organisations'][number];

/** What is wrong with the services of a pack beyond their form, each as a sentence. */
export function findServiceProblems({ needs, conditions, organisations, services }: PackServices, municipalities: ReadonlySet<string>, agencies: ReadonlySet<string>): string[] {
  const known = { need: new Set(needs.map((one) => one.id)), condition: new Set(conditions.map((one) => one.id)), organisation: new Map(organisations.map((one) => [one.id, one])) };
  const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
  const marked = (name: { en: string; fr: string }) => name.en.includes('(demo)') && name.fr.includes('(démo)');
  return [
    ...repeated(services.map((one) => one.id)).map((id) => `there are two services ${id}`), ...repeated(organisations.map((one) => one.id)).map((id) => `there are two organisations ${id}`),
    ...organisations.flatMap((one) => [
      ...(one.demonstration === marked(one.name) ? [] : [`the organisation ${one.id} must be named (demo) and (démo) exactly when it is made up`]),
      ...(one.demonstration || one.sources.length > 0 ? [] : [`the organisation ${one.id} is real and names no source`]),
      ...(one.agency !== undefined && !agencies.has(one.agency) ? [`the organisation ${one.id} names the agency ${one.agency}, which does not exist`] : []),
    ]),
    ...services.flatMap((one) => [
      ...(known.organisation.get(one.organisation)?.demonstration === one.demonstration ? [] : [`the service ${one.id} and its organisation ${one.organisation} must both be there and both be made up, or both real`]),
      ...(one.demonstration || one.sources.length > 0 ? [] : [`the service ${one.id} is real and names no source`]),
      ...one.needs.filter((id) => !known.need.has(id)).map((id) => `the service ${one.id} names the need ${id}, which does not exist`),
      ...one.conditions.filter((id) => !known.condition.has(id)).map((id) => `the service ${one.id} names the condition ${id}, which does not exist`),
      ...(one.areas === 'everywhere' ? [] : one.areas).filter((id) => !municipalities.has(id)).map((id) => `the service ${one.id} names the municipality ${id}, which does not exist`),
      ...(one.ages.from !== undefined && one.ages.to !== undefined && one.ages.to < one.ages.from ? [`the ages of the service ${one.id} end before they begin`] : []),
    ]),
  ].map((problem) => `services.yaml: ${problem}`);
}
