import { spawnSync } from 'node:child_process';
import { daily } from '#app/methods/aberration/daily.ts';
import type { Counts } from '#app/methods/aberration/detection.ts';
import { type EarsRule, ears } from '#app/methods/aberration/ears.ts';
import { farringtonFlexible } from '#app/methods/aberration/farrington/flexible.ts';
import { drawCounts } from '#app/methods/aberration/simulated-rate.ts';
import { labelledSeries, type Scenario, scoreAlarms } from '#app/methods/aberration/synthetic.ts';
import { reportChance } from './aberration-chance.ts';
import { reportSimulated } from './aberration-simulated.ts';
import { type Benchmark, type BenchResult, round } from './result.ts';

const seriesCount = Number(process.env.SERIES ?? 1000);
const weeks = 520;
const days = 3650;
/** Measured elsewhere (R 4.2.2, surveillance 1.20.3, one core); used only where R is not installed. */
const publishedFit = 7.6;

/** Fits and detections against the goals of the design: time beside R, EARS, daily detection beside C2, stated beside observed false alarms. */
export const aberration: Benchmark = {
  name: 'aberration',
  // PART=times, chance or simulated runs that part alone; the last two take minutes.
  run: async (log) => {
    const wants = (part: string) => (process.env.PART ?? part) === part;
    return [...(wants('times') ? [timeFits(log), ...timeEars(log), ...detectDaily(log)] : []), ...(wants('chance') ? reportChance(log) : []), ...(wants('simulated') ? await reportSimulated(log) : [])];
  },
};

function weekly(seed: number): Counts {
  return drawCounts({ mean: 0.5 + (seed % 20), size: seed % 3 === 0 ? 4 : Number.POSITIVE_INFINITY, before: 0, units: weeks, seed });
}

function timeFits(log: (line: string) => void): BenchResult {
  const all = Array.from({ length: seriesCount }, (_, seed) => weekly(seed + 1));
  const options = { b: 5, w: 3, noPeriods: 10, pastWeeksNotIncluded: 26, limit54: [0, 4] } as const;
  const range = { first: 5 * 52 + 3, last: weeks - 1 };
  for (const counts of all.slice(0, 20)) farringtonFlexible(counts, range, options);
  const start = process.cpuUsage();
  for (const counts of all) farringtonFlexible(counts, range, options);
  const fits = seriesCount * (range.last - range.first + 1);
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / 1000 / fits;
  const r = timeR(all.slice(0, 2), range.first + 1);
  log(`Farrington flexible: ${fits} fits for ${seriesCount} weekly series of 10 years, ${round(each)} ms each`);
  log(r ? `the same rule in R's surveillance: ${round(r)} ms each, measured now` : `R is not installed here: ${publishedFit} ms each is taken from its published measurement, not measured now`);
  const beside = r ?? publishedFit;
  return { name: 'ms for a fit of Farrington flexible, beside R', value: round(each, 2), beside: round(beside, 2), ratio: round(beside / each, 2), goal: '100 times faster', holds: beside / each >= 100 };
}

/** CPU time of a fit in R, in ms; undefined where Rscript or the package is not there. */
function timeR(all: readonly Counts[], first: number): number | undefined {
  const script = `suppressMessages(library(surveillance)); x <- matrix(scan(file("stdin"), quiet = TRUE), ncol = ${all.length}); s <- sts(observed = x, frequency = 52);
    r <- ${first}:${weeks}; t <- system.time(suppressWarnings(farringtonFlexible(s, list(range = r, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, limit54 = c(0, 4), glmWarnings = FALSE))));
    cat((t[["user.self"]] + t[["sys.self"]]) * 1000 / (length(r) * ${all.length}))`;
  const run = spawnSync('Rscript', ['-e', script], { input: all.map((counts) => counts.join(' ')).join('\n'), encoding: 'utf8' });
  const each = Number(run.stdout);
  return run.status === 0 && each > 0 ? each : undefined;
}

function timeEars(log: (line: string) => void): BenchResult[] {
  const all = Array.from({ length: seriesCount }, (_, seed) => drawCounts({ mean: 0.2 + (seed % 10), before: 0, units: days, seed: seed + 1 }));
  return (['C1', 'C2', 'C3'] as const).map((rule: EarsRule) => {
    const pass = () => {
      const start = process.cpuUsage();
      for (const counts of all) ears(rule, counts, { first: 30, last: days - 1 });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    pass();
    const time = Math.min(pass(), pass(), pass());
    log(`EARS ${rule}: ${seriesCount} daily series of 10 years in ${round(time)} ms`);
    return { name: `ms for EARS ${rule} on ${seriesCount} daily series`, value: round(time, 2), beside: 60, ratio: round(60 / time, 2), goal: '60 ms or less', holds: time <= 60 };
  });
}

const scenarios: readonly Scenario[] = [0.5, 2, 10].flatMap((level) =>
  [1.1, 2].flatMap((dispersion) => ([[0, 0], [0.3, 0.15], [0.5, 0.4]] as const).map(([yearly, weekly]) => ({ level, dispersion, yearly, weekly, growth: 0.05, outbreakSize: 5 }))),
);

function detectDaily(log: (line: string) => void): BenchResult[] {
  const [length, quiet, repeats] = [365 * 6, 365 * 2, 5];
  const range = { first: quiet, last: length - 1 };
  const runs = scenarios.flatMap((scenario, i) =>
    Array.from({ length: repeats }, (_, n) => {
      // Outbreaks fall into the year from which the detector learns, as they do in life.
      const series = labelledSeries(scenario, length, 0, 1000 * (i + 1) + n);
      const judged = { ...series, outbreaks: series.outbreaks.filter(({ first }) => first >= quiet) };
      return { scenario, own: scoreAlarms(judged, daily(series.counts, range).alarm, quiet), c2: scoreAlarms(judged, ears('C2', series.counts, range, { minSigma: 0.5 }).alarm, quiet) };
    }),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const of = (which: 'own' | 'c2', what: 'detected' | 'falsePositives', some = runs) => mean(some.map((run) => run[which][what]));
  log('level dispersion yearly weekly | daily: detected, false | C2: detected, false');
  for (const scenario of scenarios) {
    const some = runs.filter((run) => run.scenario === scenario);
    const cells = (['own', 'c2'] as const).map((which) => `${of(which, 'detected', some).toFixed(2)}  ${of(which, 'falsePositives', some).toFixed(4)}`);
    log(`${scenario.level} ${scenario.dispersion} ${scenario.yearly} ${scenario.weekly} | ${cells.join(' | ')}`);
  }
  const [detected, wrong, c2, c2Wrong] = [of('own', 'detected'), of('own', 'falsePositives'), of('c2', 'detected'), of('c2', 'falsePositives')];
  return [
    { name: 'outbreaks detected day by day, beside EARS C2', value: round(detected), beside: round(c2), ratio: round(detected / c2), goal: '0.50 or more', holds: detected >= 0.5 },
    { name: 'share of ordinary days with an alarm, beside EARS C2', value: round(wrong), beside: round(c2Wrong), ratio: round(wrong / c2Wrong), goal: '0.03 or less', holds: wrong <= 0.03 },
  ];
}
