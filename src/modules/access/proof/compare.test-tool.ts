import { type Case, lookAt, putRows } from './engine.test-tool.ts';
import { casesOfDirectory } from './directory.test-tool.ts';
import { casesOfExchange } from './exchange.test-tool.ts';
import { casesOfHomes } from './homes.test-tool.ts';
import { casesOfLists } from './lists.test-tool.ts';
import { casesOfPeople } from './people.test-tool.ts';
import { casesOfPlans } from './plans.test-tool.ts';
import { casesOfRequests } from './requests.test-tool.ts';
import { rulesOf } from './rules.test-tool.ts';
import type { ProofWorld } from './world.test-tool.ts';

/** A case for every table; each fills its table first. */
export async function casesOf(world: ProofWorld): Promise<readonly Case[]> {
  const rules = rulesOf(world);
  const made: Case[] = [];
  for (const make of [casesOfPeople, casesOfRequests, casesOfPlans, casesOfLists, casesOfDirectory, casesOfExchange, casesOfHomes]) made.push(...(await make(world, rules)));
  for (const { table, rows } of made.filter((item) => item.table === 'person_pair' || item.table === 'pair_search')) {
    await putRows(world.database, table, rows);
  }
  return made;
}

/** Holds every cell of every table against the oracle. */
export async function compareProof(world: ProofWorld, cases: readonly Case[]): Promise<{ cells: number; wrong: string[] }> {
  const wrong: string[] = [];
  let cells = 0;
  for (const item of cases) for (const who of world.whos) {
    const look = await lookAt(world.database.admin, world.database, item, who);
    cells += look.cells;
    wrong.push(...look.wrong.slice(0, 60 - wrong.length).map((what) => `${item.table} for ${who.name}: ${what}`));
  }
  return { cells, wrong };
}
