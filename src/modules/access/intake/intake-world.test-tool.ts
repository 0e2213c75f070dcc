import { randomBytes } from 'node:crypto';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';

const both = (en: string) => ({ en: `${en} (demo)`, fr: `${en} (démo)` });
const professions = [{ id: 'school', name: both('School'), sources: [] }, { id: 'police', name: both('Police'), toAge: 16, sources: [] }];
const levels = [{ id: 'today', name: both('Today'), hint: both('Cannot wait'), within: { unit: 'hours', count: 2 } }, { id: 'soon', name: both('Soon'), hint: both('Gets worse'), within: { unit: 'working-days', count: 2 } }];
const points = [
  { slug: 'children', agency: 'north', ages: { to: 17 }, condition: null, doors: ['telephone', 'web', 'professional', 'walk-in', 'printed'], professions, triage: { unit: 'working-days', count: 1 } },
  { slug: 'dual', agency: 'north', ages: { to: 17, toInSchool: 21 }, condition: both('Is there a disability?'), doors: ['telephone', 'web', 'professional', 'printed'], professions, triage: { unit: 'working-days', count: 1 } },
  { slug: 'older', agency: 'south', ages: { from: 55 }, condition: null, doors: ['telephone', 'web', 'professional'], professions, triage: { unit: 'working-days', count: 2 } },
  { slug: 'homeless', agency: 'north', ages: {}, condition: null, doors: ['telephone', 'web', 'walk-in'], professions: [], triage: { unit: 'hours', count: 4 } },
  { slug: 'orphan', agency: 'nobody', ages: {}, condition: null, doors: ['web'], professions: [], triage: { unit: 'hours', count: 4 } },
] as const;

/** The two agencies of the access tests, each with points of access. */
export async function openIntakeWorld(): Promise<AccessWorld> {
  const world = await openAccessWorld();
  const { admin } = world.database;
  for (const [position, one] of points.entries())
    await admin`insert into access.access_point (slug, name, about, agency_slug, telephone, ages, condition, doors, professions, triage, levels, position, demonstration, known_from, origin)
      values (${one.slug}, ${admin.json(both(`Point ${one.slug}`))}, ${admin.json(both('About'))}, ${one.agency}, '905-555-0100', ${admin.json(one.ages)}, ${one.condition ? admin.json(one.condition) : null}, ${[...one.doors]},
        ${admin.json(one.professions)}, ${admin.json(one.triage)}, ${admin.json(levels)}, ${position}, true, '2018-01-01', 'pack')`;
  return world;
}

export const newOnce = (): string => randomBytes(16).toString('hex');
/** A form for oneself, with everything that a person would write. */
export const asked = (more: Record<string, string> = {}): Record<string, string> => ({
  whom: 'self', age: '15', given: 'Zofia', family: 'Quill', municipality: 'Testville', language: 'en', story: 'I cannot sleep since the spring.', preference: 'phone', phone: '905-555-0177', times: 'After school', message: 'no', share: 'no', once: newOnce(), ...more,
});
/** The code that a last page shows. */
export const codeOf = (html: string): string => /class="code">([0-9A-Z-]{11})</.exec(html)?.[1] ?? '';

/** Asks through the web form; gives the code and the id of the request. */
export async function ask(world: AccessWorld, more: Record<string, string> = {}, point = 'children'): Promise<{ code: string; id: string; html: string }> {
  const answer = await (await world.visit()).post(`/en/access/points/${point}/ask`, asked(more));
  const html = await answer.text();
  const [row] = await world.database.admin<{ id: string }[]>`select intake_id as id from access.intake_event where kind = 'received' order by at desc, ctid desc limit 1`;
  return { code: codeOf(html), id: row?.id ?? '', html };
}
