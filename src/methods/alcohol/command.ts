import { InputRefused, type Method } from '../method.ts';
import { attributableFractions } from './fractions.ts';
import { readInput } from './input.ts';

/** `method alcohol`: alcohol-attributable fractions. */
export const alcohol: Method = {
  name: 'alcohol',
  summary: 'fractions of disease and injury that are due to alcohol',
  run: (raw) => {
    const input = readInput(raw);
    try {
      const fractions = attributableFractions(input).map(({ attributability: _, region, year, ...row }) => ({ region, year: yearOf(year), ...row }));
      return { json: { fractions } };
    } catch (error) {
      throw error instanceof RangeError ? new InputRefused(`population: ${error.message}`) : error;
    }
  },
};

/** A year as a number where it is one. */
function yearOf(year: string): number | string {
  return /^\d{1,4}$/.test(year) ? Number(year) : year;
}
