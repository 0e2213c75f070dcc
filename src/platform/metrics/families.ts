export type Sample = { readonly suffix?: string; readonly labels: Readonly<Record<string, string>>; readonly value: number };
/** One metric family of OpenMetrics 1.0. */
export type Family = { readonly name: string; readonly type: 'counter' | 'gauge' | 'histogram'; readonly help: string; readonly samples: readonly Sample[] };

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A number that only grows, by labels. */
export function total(name: string, help: string, names: readonly string[]): { add: (labels: readonly string[], times?: number) => void; family: () => Family } {
  const values = new Map<string, number>();
  return {
    add: (labels, times = 1) => void values.set(JSON.stringify(labels), (values.get(JSON.stringify(labels)) ?? 0) + times),
    family: () => ({ name, type: 'counter', help, samples: [...values].map(([key, value]) => ({ suffix: '_total', labels: labelled(names, key), value })) }),
  };
}

/** How long things took, in seconds, by labels; in eleven buckets from 5 ms to 10 s. */
export function histogram(name: string, help: string, names: readonly string[]): { observe: (labels: readonly string[], seconds: number) => void; family: () => Family } {
  const series = new Map<string, { buckets: number[]; sum: number; count: number }>();
  return {
    observe: (labels, seconds) => {
      const key = JSON.stringify(labels);
      const one = series.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      const at = bounds.findIndex((bound) => seconds <= bound);
      if (at >= 0) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
      series.set(key, { buckets: one.buckets, sum: one.sum + seconds, count: one.count + 1 });
    },
    family: () => ({
      name, type: 'histogram', help,
      samples: [...series].flatMap(([key, { buckets, sum, count }]) => {
        const labels = labelled(names, key);
        const upTo = bounds.map((bound, index) => ({ suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: buckets.slice(0, index + 1).reduce((a, b) => a + b, 0) }));
        return [...upTo, { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count }, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }];
      }),
    }),
  };
}

function labelled(names: readonly string[], key: string): Record<string, string> {
  const values: string[] = JSON.parse(key);
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

/** The text that a scraper reads (OpenMetrics 1.0, `application/openmetrics-text`). */
export function writeFamilies(families: readonly Family[]): string {
  const lines = families.flatMap(({ name, type, help, samples }) => [
    `# TYPE ${name} ${type}`,
    ...(name.endsWith('_seconds') ? [`# UNIT ${name} seconds`] : name.endsWith('_bytes') ? [`# UNIT ${name} bytes`] : []),
    `# HELP ${name} ${help}`,
    ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${written(labels)} ${value}`),
  ]);
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function written(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
