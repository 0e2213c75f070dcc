import { proveMany } from './many/prove-many.ts';
import type { Benchmark } from './result.ts';

/** Two servers, one worker, a primary and a replica, each killed in turn under load: `ROUNDS=12 npm run bench -- many`. */
export const many: Benchmark = {
  name: 'many',
  run: async (log) => {
    const { rows } = await proveMany({ rounds: Number(process.env.ROUNDS ?? 6), log });
    for (const row of rows) log(`${row.figure}: ${row.value} (goal: ${row.goal})${row.holds ? '' : ' DOES NOT HOLD'}`);
    const failed = rows.filter((row) => !row.holds).length;
    return [{ name: 'many', value: failed, beside: rows.length, ratio: failed / rows.length, goal: '0 figures missed', holds: failed === 0 }];
  },
};
