import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import { completeCube, type CubeDeclaration } from '../release/cube.ts';
import { declareCube, releaseThroughGate } from '../release/gate.ts';
import { blockSentence } from '../release/sentences.ts';
import { type Cases, casesOf, countsOf, type Printed, totalCases } from './cases.ts';
import { conditionName, conditionSlug, outcomeSlug } from './conditions.ts';
import { groupName } from './group-name.ts';
import { alcoholPaths } from './paths.ts';
import { type AlcoholRun, type ShareCell, type ShareOutcome, withDrinking } from './run.ts';

/** The cases of one condition due to alcohol: in each group, and in all of them (`cell` is absent). */
export type ConditionCases = { readonly im: string; readonly condition: string; readonly wholly: boolean; readonly release: string; readonly k: number; readonly groups: readonly { readonly cell?: ShareCell; readonly cases: Cases }[] };

const deathsOrCases = (outcome: ShareOutcome): Bilingual => (outcome === 'Mortality' ? { en: 'deaths', fr: 'décès' } : { en: 'cases', fr: 'cas' });

/** The table of one condition: counts of everybody who has it, by sex and age. Heart disease by other curves is the same people. */
function cubeOf(run: AlcoholRun, outcome: ShareOutcome, cells: readonly ShareCell[]): CubeDeclaration {
  const im = /^\(5\)\.\([RZ]\)$/.test(cells[0]?.im ?? '') ? '(5).(2)' : (cells[0]?.im ?? '');
  const [slug, name, of] = [`alcohol-counts-${conditionSlug(im)}-${outcomeSlug[outcome]}`, conditionName(im, cells[0]?.condition ?? im), deathsOrCases(outcome)];
  const groups = Object.fromEntries(cells.map((cell) => groupName(cell.gender, cell.ageGroup)).map((group) => [group.slug, group.name]));
  return {
    slug, indicator: slug, title: { en: `${name.en}: ${of.en}, whether due to alcohol or not`, fr: `${name.fr}\u00a0: ${of.fr}, attribuables ou non à l’alcool` }, owner: 'insight', kind: 'health', geography: ['region'], breakdowns: ['group'], totals: ['group'],
    labels: { region: { en: 'Region', fr: 'Région', values: { [run.region]: { en: run.region, fr: run.region } } }, group: { en: 'Group', fr: 'Groupe', values: groups } }, readers: 'public', review: 'rule', page: alcoholPaths.found,
  };
}

/**
 * Takes the counts of the conditions that were chosen through the gate, one table a condition, and gives shares times printed counts. The decision of somebody who
 * did not ask for the run stands for the approval of the tables. What is blocked gives sentences that name groups, never values. For the worker.
 */
export async function releaseCases(scope: Scope, run: AlcoholRun, rows: readonly DataRow[], asOf: string): Promise<{ readonly passed: readonly ConditionCases[]; readonly blocked: readonly Bilingual[] }> {
  const { outcome = 'Mortality', numbers = [] } = run.wanted ?? {};
  const here = rows.filter(({ values }) => values.region === run.region && Number(values.year) === run.year);
  const passed: ConditionCases[] = [];
  const blocked: Bilingual[] = [];
  for (const im of numbers) {
    const cells = withDrinking(run.cells ?? []).filter((one) => one.im === im && one.outcome === outcome);
    const [first] = cells;
    const counts = countsOf(cells, here);
    if (!first || !counts) continue;
    const cube = completeCube(cubeOf(run, outcome, cells));
    await declareCube(scope, cube);
    const done = await releaseThroughGate(scope, { cube: cube.slug, period: String(run.year), cells: counts.map(({ group, count }) => ({ keys: { region: run.region, group }, count })), asOf, preparedBy: run.askedBy, again: 'revise' });
    if (done.state === 'blocked') {
      blocked.push(...done.blocks.map((block) => ({ en: `${cube.title.en}. ${blockSentence('en', cube, block, cube.k)}`, fr: `${cube.title.fr}. ${blockSentence('fr', cube, block, cube.k)}` })));
      continue;
    }
    const groups = cells.map((cell) => ({ cell, share: cell.wholly ? all : cell, printed: printedOf(done.cells.find(({ keys }) => keys.group === groupName(cell.gender, cell.ageGroup).slug)?.published ?? null) }));
    passed.push({ im, condition: first.condition, wholly: first.wholly, release: done.release, k: cube.k, groups: [{ cases: totalCases(groups, cube) }, ...groups.map(({ cell, share, printed }) => ({ cell, cases: casesOf(share, printed, cube) }))] });
  }
  return { passed, blocked };
}

/** What is wholly due to alcohol is so in every case. */
const all = { fraction: 1, low: 1, high: 1 };
const printedOf = (published: string | null): Printed => (published !== null && /^\d+$/.test(published) ? Number(published) : published);
