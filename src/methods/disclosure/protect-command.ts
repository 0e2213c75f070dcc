import { InputRefused, type Method } from '../method.ts';
import { protectInput } from './input.ts';
import { protectTable } from './protect.ts';

/** `method disclosure protect`: a table with its totals, protected; the rule stands beside the cells so that the audit can read them. */
export const disclosureProtect: Method = {
  name: 'disclosure protect',
  summary: 'rounds a table of counts and its totals so that nobody can be found in it',
  run: (raw) => {
    const { rule, key, cells, dimensions } = protectInput.parse(raw);
    try {
      return { json: { rule, cells: protectTable(rule, key, cells, dimensions) } };
    } catch (error) {
      throw error instanceof RangeError ? new InputRefused(error.message) : error;
    }
  },
};
