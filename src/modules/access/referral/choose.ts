import type { Explanation } from '#app/methods/matching/explain.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Profile, ServiceRules } from '#app/methods/matching/service-rules.ts';
import { isOfferable, matchFor, type ServiceLine } from '../directory/match.ts';
import { type Choice, isMadeUp, listChoices } from './choices.ts';

/** A service against a person: why it fits or not, and what stands against sending her there; without `choice` nobody is sent there now. */
export type Fitted = { readonly line: ServiceLine; readonly rules: ServiceRules; readonly explanation: Explanation; readonly choice: Choice | undefined };
/** How many services are shown at most. */
const most = 60;

/**
 * The services that answer what is sought, those that fit first. Services that cannot be offered now are among them, so that nobody looks for them in
 * vain; those that refused the person, and those without room, stand last of their kind.
 */
export async function listFitted(scope: Scope, person: string, profile: Profile, sought: string): Promise<Fitted[]> {
  const madeUp = await isMadeUp(scope);
  const words = sought.toLocaleLowerCase();
  const holds = ({ name, organizationName }: ServiceLine) => [name.en, name.fr, organizationName.en, organizationName.fr].some((text) => text.toLocaleLowerCase().includes(words));
  const found = (await matchFor(scope, profile)).filter(({ line, explanation }) => line.demonstration === madeUp && holds(line) && !explanation.failed.some(({ rule }) => rule === 'need')).slice(0, most);
  const choices = await listChoices(scope, person, found.filter(({ line }) => isOfferable(line)).map(({ line }) => line.id));
  const rank = ({ line, choice }: Fitted) => (choice?.barriers.some((barrier) => barrier !== 'no-consent') ? 2 : line.capacity === 'no-capacity' ? 1 : 0);
  return found.map((one) => ({ ...one, choice: choices.get(one.line.id) })).toSorted((a, b) => rank(a) - rank(b));
}
