import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { BenchResult } from './result.ts';

/** The results as one table for a terminal: every line with what stands beside it, the ratio, the goal and whether it holds. */
export function tableOf(results: readonly BenchResult[]): string {
  const rows = [['Work', 'Value', 'Beside it', 'Ratio', 'Goal', 'Holds'], ...results.map((r) => [r.name, String(r.value), String(r.beside), String(r.ratio), r.goal, r.holds ? 'yes' : 'NO'])];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => (column > 0 && column < 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  return [line(rows[0] ?? []), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.slice(1).map(line)].join('\n');
}

/** What a figure is worth without: when, of which source and on what machine it was measured. */
export function circumstances(at: Date): Readonly<Record<string, string | number>> {
  let commit = 'unknown';
  try {
    commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // A copy without its history has no commit to name.
  }
  return { at: at.toISOString(), commit, cores: cpus().length, memoryGiB: Math.round(totalmem() / 1024 ** 3), node: process.version };
}
