import { type Cube, type CubeSource, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { pilotPaths } from '../pilot/paths.ts';
import { listCounted, listPilotNames } from './queries.ts';
import { activities, type CountedPerson, hoursBand, leftReasons, mainActivity, type Point, points, satisfactions, stability, standingAt, windowOf } from './rules.ts';
import { outcomeWords } from './words.ts';

/** How those who joined in a year fare at each point, and why those who left did so. Whoever was not asked stands in every breakdown as unknown. */
export const outcomeCube = 'funding/pilot-outcome';
export const leavingCube = 'funding/pilot-leaving';
/** The code of a point in a cube, such as m12. */
export const pointCode = (point: Point): string => `m${point}`;

const breakdowns = {
  standing: ['measured', 'left', 'missed'], activity: [...activities, 'none', 'unknown'], satisfied: [...satisfactions, 'unknown'], housing: ['stable', 'unstable', 'not-said', 'unknown'], hours: ['none', 'part', 'full', 'unknown'],
} as const;
type Breakdown = keyof typeof breakdowns;

/** The pilots' counts, by the year in which people joined; small numbers are hidden by the gate, and no person approves what the rule lets pass. */
export const pilotCubes: CubeSource = {
  declare: async (scope) => {
    const { en, fr } = outcomeWords;
    const both = (name: keyof typeof en.dimension): Bilingual => ({ en: en.dimension[name], fr: fr.dimension[name] });
    const pilots = Object.fromEntries((await listPilotNames(scope)).map((one) => [one.slug, one.name]));
    const common = { owner: 'funding', kind: 'service', review: 'rule', page: pilotPaths.list } satisfies Partial<Cube>;
    return [
      { ...common, slug: outcomeCube, indicator: outcomeCube, title: { en: en.cubeOutcome, fr: fr.cubeOutcome }, geography: ['pilot', 'point'], breakdowns: Object.keys(breakdowns), totals: Object.keys(breakdowns),
        labels: { pilot: { ...both('pilot'), values: pilots }, point: { ...both('point'), values: Object.fromEntries(points.map((one) => [pointCode(one), { en: en.points[one], fr: fr.points[one] }])) },
          standing: both('standing'), activity: both('activity'), satisfied: both('satisfied'), housing: both('housing'), hours: both('hours') } },
      { ...common, slug: leavingCube, indicator: leavingCube, title: { en: en.cubeStanding, fr: fr.cubeStanding }, geography: ['pilot'], breakdowns: ['reason'], totals: ['reason'], labels: { pilot: { ...both('pilot'), values: pilots }, reason: both('reason') } },
    ];
  },
  counts: (cube) => cube === outcomeCube || cube === leavingCube,
  count: async (scope, cube, period) => {
    const people = (await listCounted(scope)).filter((one) => one.joinedOn.startsWith(`${period}-`));
    if (!/^\d{4}$/.test(period) || people.length === 0) return undefined;
    const cells = cube === outcomeCube ? outcomeCells(people, period, scope.today) : leavingCells(people);
    return cells.length > 0 ? cells : undefined;
  },
};

/** The true cells of a year: only points at which the time to ask has run out for everybody who joined in it, so that no later table differs by a few people. */
export function outcomeCells(people: readonly CountedPerson[], year: string, today: string): TrueCell[] {
  return [...new Set(people.map((one) => one.pilot))].flatMap((pilot) => points.filter((point) => windowOf(`${year}-12-31`, point).to <= today).flatMap((point) => {
    const facts = people.filter((one) => one.pilot === pilot).map((one) => factsOf(one, point, today));
    return Object.entries(breakdowns).flatMap(([name, values]) => values.map((value): TrueCell => ({ keys: { pilot, point: pointCode(point), [name]: value }, count: facts.filter((one) => factOf(one, name) === value).length })));
  }));
}

type Facts = Readonly<Record<Breakdown, string>>;
const factOf = (facts: Facts, name: string): string | undefined => Object.entries(facts).find(([key]) => key === name)?.[1];

function factsOf(person: CountedPerson, point: Point, today: string): Facts {
  const of = person.outcomes.find((one) => one.point === point);
  const standing = standingAt(person, point, today) ?? 'missed';
  if (!of) return { standing, activity: 'unknown', satisfied: 'unknown', housing: 'unknown', hours: 'unknown' };
  return { standing, activity: mainActivity(of.activities), satisfied: of.satisfied, housing: stability(of.housing), hours: hoursBand(of.hours) };
}

function leavingCells(people: readonly CountedPerson[]): TrueCell[] {
  return [...new Set(people.map((one) => one.pilot))].flatMap((pilot) => {
    const own = people.filter((one) => one.pilot === pilot);
    return ['stays', ...leftReasons].map((reason): TrueCell => ({ keys: { pilot, reason }, count: own.filter((one) => (one.leftReason ?? 'stays') === reason).length }));
  });
}

/** Hands what has ripened to the gate: each year of joining, each cube. The same counts a second time change nothing. */
export async function releasePilots(scope: Scope): Promise<void> {
  const years = [...new Set((await listCounted(scope)).map((one) => one.joinedOn.slice(0, 4)))].sort();
  for (const period of years) for (const cube of [outcomeCube, leavingCube]) {
    // Why people left is told once the last point has been asked: before, each who leaves would show in the next table.
    if (cube === leavingCube && windowOf(`${period}-12-31`, 24).to > scope.today) continue;
    const cells = await pilotCubes.count(scope, cube, period);
    if (cells) await releaseThroughGate(scope, { cube, period, cells, again: 'revise' });
  }
}
