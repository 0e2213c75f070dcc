import { createHash, randomBytes } from 'node:crypto';
import type { Pack } from '#app/community-pack/schema.ts';
import { drawPoisson, type Random, seededRandom } from '#app/methods/distribution/random.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { addDays } from '#app/ui/format.ts';
import { insertLevel } from '../alert/level-queries.ts';

type Ids = { readonly accounts: ReadonlyMap<string, string>; readonly agencies: ReadonlyMap<string, string> };
const day = 86_400_000;
const hour = 3_600_000;

/**
 * The made-up past of a demonstration: overdoses as a seeded Poisson process at the pack's numbers a year (the newest year; earlier ones lower by its growth), one
 * cluster in the last two days, weekly reports of emergency visits with their delays, contacts that have confirmed, and a normal level. Every row says
 * that it is a demonstration.
 */
export async function enterDemoOverdoses(scope: Scope, { alerts, community }: Pack, ids: Ids): Promise<void> {
  const { demo } = alerts;
  const agency = demo ? ids.agencies.get(demo.agency) : undefined;
  const by = ids.accounts.get('responder') ?? ids.accounts.values().next().value;
  if (!demo || agency === undefined || by === undefined) return;
  const random = seededRandom(20190603);
  const start = scope.now.getTime() - demo.years * 365 * day;
  const events = Object.entries(demo.eventsPerYear).flatMap(([area, perYear]) => momentsOf(random, perYear, demo, start, scope.now.getTime() - 3 * day).map((at) => ({ at, area })));
  const [, , clustered = community.municipalities[0]?.id ?? ''] = Object.keys(demo.eventsPerYear);
  for (const back of [41, 37, 30, 22, 15, 8]) events.push({ at: scope.now.getTime() - back * hour, area: clustered });
  await insertEvents(scope, agency, by, events.map((one) => ({ ...one, ...answers(random, one.at > scope.now.getTime() - 2 * day) })));
  if (demo.visits !== undefined) await insertVisits(scope, demo.visits, Object.entries(demo.visitsPerYear).flatMap(([area, perYear]) => momentsOf(random, perYear, demo, start, scope.now.getTime()).map((at) => ({ at, area, delay: delayOf(random) }))));
  for (const { name, email, language } of demo.contacts)
    await scope.sql`insert into insight.alert_contact (id, name, email, language, key_hash, added_at, confirmed_at, demonstration)
      values (${newId()}, ${name[language]}, ${email}, ${language}, ${createHash('sha256').update(randomBytes(24)).digest()}, ${scope.now}, ${scope.now}, true)`;
  await insertLevel(scope, {
    level: 'normal', areas: [], alert: null, reviewOn: null, reason: { en: 'No more overdoses than usual, as far as is known (demonstration).', fr: 'Pas plus de surdoses que d’habitude, à ce que l’on sait (démonstration).' },
  }, true);
}

/** Moments of a Poisson process whose yearly number grew to `perYear`. */
function momentsOf(random: Random, perYear: number, { years, growth }: { years: number; growth: number }, start: number, end: number): number[] {
  return Array.from({ length: years }, (_, year) => {
    const n = drawPoisson(random, perYear / (1 + growth) ** (years - 1 - year));
    return Array.from({ length: n }, () => start + (year + random()) * 365 * day).filter((at) => at < end);
  }).flat();
}

function answers(random: Random, recent: boolean) {
  const draw = random();
  return {
    outcome: draw < 0.9 ? 'survived' : draw < 0.96 ? 'died' : 'unknown', naloxone: (['none', 'one', 'one', 'two', 'more'] as const)[Math.floor(random() * 5)] ?? 'none',
    substances: recent ? ['fentanyl', 'benzodiazepine'] : random() < 0.5 ? ['fentanyl'] : [], late: random() < 0.1 ? random() * 7 * day : random() * hour,
  };
}

type MadeUp = { at: number; area: string; outcome: string; naloxone: string; substances: readonly string[]; late: number };
async function insertEvents({ sql, now }: Scope, agency: string, by: string, events: readonly MadeUp[]): Promise<void> {
  const rows = events.map(({ at, area, outcome, naloxone, substances, late }) => ({
    id: newId(), occurred: new Date(at).toISOString(), entered: new Date(Math.min(now.getTime(), at + late)).toISOString(), area, outcome, naloxone, substances, key: randomBytes(32).toString('hex'),
  }));
  await sql`insert into insight.overdose (id, agency_id, entered_by, entered_at, occurred_at, area_slug, outcome, naloxone, substances, form_key, demonstration)
    select r.id, ${agency}, ${by}, r.entered, r.occurred, r.area, r.outcome, r.naloxone, array(select jsonb_array_elements_text(r.substances)), decode(r.key, 'hex'), true
    from jsonb_to_recordset(${sql.json(rows as never)}) as r (id uuid, entered timestamptz, occurred timestamptz, area text, outcome text, naloxone text, substances jsonb, key text)`;
}

/** Days after a visit on which it is reported: mostly within the first two weeks. */
const delayOf = (random: Random) => 3 + Math.floor(-Math.log(1 - random()) * 8);

async function insertVisits({ sql, now, today, timeZone }: Scope, series: string, visits: readonly { at: number; area: string; delay: number }[]): Promise<void> {
  const cells = Map.groupBy(visits.map(({ at, area, delay }) => ({ day: dateIn(timeZone, new Date(at)), area, delay })), ({ day: on, area }) => `${on} ${area}`);
  const rows = [...cells.values()].flatMap((own) => {
    const sorted = own.map(({ day: on, area, delay }) => ({ day: on, area, reported: addDays(on, delay) })).toSorted((a, b) => (a.reported < b.reported ? -1 : 1));
    const known = sorted.map((one, index) => ({ ...one, n: index + 1 })).filter(({ reported }) => reported <= today);
    return [...new Map(known.map((one) => [one.reported, one])).values()].map((one) => ({ ...one, id: newId() }));
  });
  await sql`insert into insight.overdose_report (id, series_slug, day, area_slug, n, reported_on, entered_at, demonstration)
    select r.id, ${series}, r.day, r.area, r.n, r.reported, ${now}, true from jsonb_to_recordset(${sql.json(rows as never)}) as r (id uuid, day date, area text, n integer, reported date)`;
}
