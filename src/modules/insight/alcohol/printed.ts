/** A share in percent with one decimal: what the uncertainty of the method bears at most. Never -0. */
export const percent = (share: number): number => Math.round(share * 1000) / 10 || 0;

/** A percentage as figures print it, with a real minus; one that tells of a change has its sign. What rounds to 0 has none. */
export function printedPercent(number: number, isChange = false): string {
  return `${number < 0 ? '−' : isChange && number > 0 ? '+' : ''}${Math.abs(number)}%`;
}

/** A rounded number of cases. */
export const printedCases = (number: number): string => `about ${number < 0 ? '−' : ''}${Math.abs(number).toLocaleString('en-CA')}`;
