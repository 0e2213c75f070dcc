import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Profile, ServiceRules } from '../service-rules.ts';

const needs = ['food', 'housing', 'shelter', 'mental-health', 'addiction', 'legal', 'work', 'newcomer', 'parenting', 'older-adult', 'violence', 'transport'];
const municipalities = ['north', 'south', 'east', 'west'];
const languages = ['en', 'fr', 'ar', 'ur', 'pa', 'es', 'zh', 'tl'];
const conditions = ['woman', 'newcomer', 'indigenous', 'student', 'parent', 'caregiver', 'low-income', 'no-home', 'survivor', 'health-card', 'veteran', 'disability'];

/** Made-up services and people for tests of speed; the same seed gives the same ones. */
export function madeUp(counts: { services: number; people: number; seed: number }): { services: ServiceRules[]; people: Profile[] } {
  const random = xoroshiro128plus(counts.seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const chance = (percent: number) => below(100) < percent;
  const some = <T>(from: readonly T[], most: number): T[] => from.filter(() => below(from.length) < most);
  const one = <T>(from: readonly [T, ...T[]] | readonly T[], other: T): T => from[below(from.length)] ?? other;
  const weekly = () => [0, 1, 2, 3, 4].map((day) => ({ day, from: 480 + 30 * below(4), to: 960 + 30 * below(8) }));
  return {
    services: Array.from({ length: counts.services }, (_, place) => {
      const young = chance(30);
      return {
        id: `s${place}`, needs: [one(needs, 'food'), ...some(needs, 1)], minimumAge: chance(50) ? one([12, 16, 18, 55, 65], 18) : null, maximumAge: young ? one([66, 70, 99], 99) : null,
        areas: chance(20) ? 'everywhere' : chance(5) ? null : [one(municipalities, 'north'), ...some(municipalities, 1)], languages: chance(5) ? null : ['en', ...some(languages, 1)],
        lowestCost: chance(10) ? null : chance(80) ? 0 : 5 * below(20), hours: chance(10) ? null : weekly(), conditions: chance(40) ? some(conditions, 1) : [],
      };
    }),
    people: Array.from({ length: counts.people }, () => ({
      needs: [one(needs, 'food')], ...(chance(90) ? { age: below(95) } : {}), ...(chance(90) ? { municipality: one(municipalities, 'north') } : {}),
      ...(chance(60) ? { languages: [one(languages, 'en')] } : {}), ...(chance(50) ? { mostPayable: chance(80) ? 0 : 5 * below(10) } : {}), ...(chance(50) ? { openAt: below(10_080) } : {}),
      facts: Object.fromEntries(conditions.flatMap((condition) => (chance(70) ? [[condition, chance(25)]] : []))),
    })),
  };
}
