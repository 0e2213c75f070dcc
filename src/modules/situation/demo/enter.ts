import type { Pack } from '#app/community-pack/schema.ts';
import { type Random, seededRandom } from '#app/methods/distribution/random.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addDays } from '#app/ui/format.ts';
import { stakes } from '../discussion/rules.ts';
import { insertDemonstration } from './queries.ts';

type Ids = { readonly accounts: ReadonlyMap<string, string>; readonly agencies: ReadonlyMap<string, string> };
type Sitter = { readonly account: string; readonly agency: string; readonly chairs: boolean };
/** How many made-up discussions have been decided; a few more stand at each filter. */
const decided = 42;
const daysOfPast = 520;

/**
 * Enters the made-up past of a table, by a seeded draw: confidentiality agreements of its demonstration accounts, discussions that were decided and closed
 * over the last seventeen months, and one at each open filter. Only the first start of a demonstration calls it; without accounts that sit there it
 * does nothing.
 */
export async function enterDemoDiscussions(scope: Scope, { demo, bodies, situation }: Pack, ids: Ids): Promise<void> {
  const body = bodies.find(({ kind }) => kind === 'situation-table')?.id;
  const sitters = demo.accounts.filter((one) => body !== undefined && one.body === body).flatMap((one): Sitter[] => {
    const [account, agency] = [ids.accounts.get(one.id), ids.agencies.get(one.agency)];
    return account && agency ? [{ account, agency, chairs: one.role === 'table-chair' }] : [];
  });
  const members = sitters.filter(({ chairs }) => !chairs);
  const [chair, office] = [sitters.find(({ chairs }) => chairs), ids.accounts.get('plan-manager')];
  if (body === undefined || !chair || !office || members.length < 3 || situation.risk.length === 0) return;
  const random = seededRandom(20190604);
  const draw = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const slugs = (lists: Pack['situation']['risk'], most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, () => draw(draw(lists)?.items ?? [])?.id ?? '').filter((one) => one !== '');
  const adultRisks = situation.risk.filter(({ criminal }) => !criminal);
  const numbers = new Map<number, number>();
  const discussion = (opened: string, state: 'table' | 'roles' | 'planning' | 'closed' | 'rejected') => {
    const year = Number(opened.slice(0, 4));
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
    const [origin, lead] = apart(random, members);
    const person = { kind: random() < 0.75 ? 'person' : 'family', age_band: draw(['12-17', '18-24', '25-29', '30-39', '30-39', '40-59', '40-59', '60+']), sex: draw(['female', 'male', 'male', 'female', 'another']) };
    const young = person.age_band === '12-17';
    const codes = [...new Set([...slugs(young ? adultRisks : situation.risk, 4), ...slugs(situation.risk.filter(({ id }) => ['mental-health', 'substances'].includes(id)), 2), ...slugs(situation.protective, 2), ...(random() < 0.6 ? slugs(situation.flags, 1) : [])])];
    const knocked = addDays(opened, random() < 0.55 ? 1 : random() < 0.7 ? 0 : 2);
    const answered = random() < 0.8;
    const reasons = situation[state === 'rejected' ? 'rejectReasons' : 'closeReasons'];
    const group = random();
    const ended = state === 'closed' || state === 'rejected';
    return {
      id: crypto.randomUUID(), body_slug: body, agency_id: origin.agency, brought_by: origin.account, brought_at: `${opened}T14:00:00Z`, state, year, number: numbers.get(year), opened_on: opened,
      ...(state === 'table' ? { told: { ...person, codes, stakes: [...stakes], words: '' } } : { ...person, decided_on: opened }),
      ...(state === 'table' || state === 'rejected' ? {} : { votes_for: 3 + Math.floor(random() * 2), votes_against: random() < 0.2 ? 1 : 0, earlier: random() < 0.12 ? 1 : 0 }),
      ...(ended ? { reason: draw((state === 'rejected' ? reasons[0] : reasons[group < 0.62 ? 0 : group < 0.88 ? 1 : 2])?.items ?? [])?.id, closed_on: state === 'rejected' ? opened : addDays(opened, 7 * (1 + Math.floor(random() * 5))) } : {}),
      codes,
      parts: [{ agency_id: lead.agency, part: 'lead', account_id: lead.account }, { agency_id: origin.agency, part: 'assisting', account_id: origin.account }],
      intervention: { began_at: `${opened}T15:00:00Z`, planned_at: `${opened}T18:00:00Z`, ...(state === 'closed' ? { knocked_on: knocked, knock: answered ? 'answered' : 'not-answered', ...(answered && random() < 0.7 ? { consent_on: knocked } : {}) } : {}) },
      steps: [...new Set(slugs(situation.services, 2))].map((service) => ({ service, standing: state === 'closed' ? draw(['informed', 'connected', 'connected', 'engaged', 'refused']) : 'planned' })),
    };
  };
  // The table meets on one weekday; decisions of the last five weeks are not yet at their end.
  const days = Array.from({ length: decided }, () => addDays(scope.today, -(42 + 7 * Math.floor((random() * (daysOfPast - 42)) / 7)))).toSorted();
  const discussions = [...days.map((day) => discussion(day, random() < 0.88 ? 'closed' : 'rejected')), discussion(addDays(scope.today, -7), 'planning'), discussion(scope.today, 'roles'), discussion(scope.today, 'table'), discussion(scope.today, 'table')];
  const agreements = sitters.map((one) => ({
    id: newId(), body_slug: body, account_id: one.account, agency_id: one.agency, version: 1, signed_at: `${addDays(scope.today, -60)}T14:00:00Z`, expires_on: addDays(scope.today, 305),
    confirmed_at: `${addDays(scope.today, -59)}T14:00:00Z`, confirmed_by: one.chairs ? office : chair.account,
  }));
  await insertDemonstration(scope, { agreements, discussions });
}

function apart(random: Random, members: readonly Sitter[]): readonly [Sitter, Sitter] {
  const first = Math.floor(random() * members.length);
  const second = (first + 1 + Math.floor(random() * (members.length - 1))) % members.length;
  const [a, b] = [members[first], members[second]];
  if (!a || !b) throw new RangeError('a table has two agencies at least');
  return [a, b];
}
