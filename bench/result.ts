/** One line of the table: a figure, what it stands beside in the same run, their ratio, and the goal it must hold. */
export type BenchResult = {
  readonly name: string;
  readonly value: number;
  readonly beside: number;
  readonly ratio: number;
  readonly goal: string;
  readonly holds: boolean;
};

/** `apart`: runs only when it is named. */
export type Benchmark = { readonly name: string; readonly apart?: true; readonly run: (log: (line: string) => void) => Promise<BenchResult[]> };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function round(value: number, digits = 3): number {
  return Number(value.toPrecision(digits + 1));
}
