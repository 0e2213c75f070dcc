import { compileServices } from '#app/methods/matching/compile.ts';
import { failedRules } from '#app/methods/matching/explain.ts';
import type { Profile } from '#app/methods/matching/service-rules.ts';
import { madeUp } from '#app/methods/matching/test/made-up.ts';
import { judgePlainly } from '#app/methods/matching/test/plain-loop.ts';
import { processorTime } from './processor-time.ts';
import { type Benchmark, round } from './result.ts';

const goal = 40_000;

/** One person after another against 500 services with every reason of every refusal, beside a plain loop over the rules; both count the same reasons. */
export const matching: Benchmark = {
  name: 'matching',
  run: async (log) => {
    const { services, people } = madeUp({ services: 500, people: 40_000, seed: 11 });
    const { match } = compileServices(services);
    const few = people.slice(0, 4000);
    const count = (of: readonly Profile[]) => {
      let [reasons, refusals] = [0, 0];
      for (const person of of) {
        const codes = match(person);
        for (let place = 0; place < codes.length; place += 1) {
          const failed = failedRules(codes[place] ?? 0).length;
          reasons += failed;
          if (failed > 0) refusals += 1;
        }
      }
      return { reasons, refusals };
    };
    const countPlainly = () => few.reduce((sum, person) => sum + services.reduce((all, service) => all + judgePlainly(service, person).failed.length, 0), 0);
    const fast = perSecond(people.length, () => count(people));
    const plain = perSecond(few.length, countPlainly);
    const { reasons, refusals } = count(people);
    const same = count(few).reasons === countPlainly();
    log(`500 services: ${Math.round(fast).toLocaleString('en-CA')} people/s with ${reasons.toLocaleString('en-CA')} reasons for ${refusals.toLocaleString('en-CA')} refusals; plain loop ${Math.round(plain).toLocaleString('en-CA')} people/s`);
    return [{ name: 'matching 500 services, people/s', value: Math.round(fast), beside: Math.round(plain), ratio: round(fast / plain), goal: `>= ${goal}, the same reasons as the plain loop`, holds: fast >= goal && same }];
  },
};

/** People in a second of processor time, the best of three runs, so that the first one's compiling does not count. */
function perSecond(count: number, work: () => unknown): number {
  return Math.max(...[1, 2, 3].map(() => {
    return count / (processorTime(work) / 1000);
  }));
}
