import type { Finding } from './programme.ts';

/** The findings as a table for a terminal, and one line that sums them up. */
export function asTable(findings: readonly Finding[]): string {
  const rows = [['programme', 'what', 'figure', 'goal', ''], ...findings.map((one) => [one.programme, one.what, one.figure, one.goal, one.state])];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length;
  return `${lines.join('\n')}\n${count('holds')} hold, ${count('FAILS')} fail, ${count('not run')} not run\n`;
}
