import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld, type StaffName } from '../access-world.test-tool.ts';
import { findOnShelf, type Version } from '../instrument/shelf.ts';

/** A person of the northern agency whom its clinician and its intake worker are assigned to. */
export type AssessmentWorld = Omit<AccessWorld, 'at'> & { readonly kim: string; /** Moves the clock. */ readonly moveTo: AccessWorld['at']; readonly at: (path?: string) => string; readonly fill: (name: StaffName, instrument: string, answers: Record<string, string>, more?: Record<string, string>) => Promise<{ id: string; answer: Response }> };

export async function openAssessmentWorld(): Promise<AssessmentWorld> {
  const world = await openAccessWorld();
  const kim = await world.enter('intake', { given: 'Kim', family: 'Lavoie', birth: '1990-05-05' });
  const assigned = await (await world.visit('supervisor')).post(`/en/access/persons/${kim}/assignments`, { colleague: world.member.clinician.account });
  if (assigned.status !== 303) throw new Error(String(assigned.status));
  const at = (path = '') => `/en/access/persons/${kim}${path}`;
  return {
    ...world, kim, at, moveTo: world.at,
    fill: async (name, instrument, answers, more = {}) => {
      const id = more['~assessment'] ?? newId();
      const answer = await (await world.visit(name)).post(at(`/assessments/new/${instrument}`), { '~assessment': id, '~revision': '0', '~version': shelved(instrument).hash, '~do': 'finish', ...answers, ...more });
      return { id, answer };
    },
  };
}

export function shelved(id: string): Version {
  const version = findOnShelf(id);
  if (!version) throw new Error(id);
  return version;
}

/** The posted form of answers to PHQ or GAD: the code of each answer is its number. */
export function numbered(prefix: 'phq' | 'gad', answers: readonly (number | undefined)[]): Record<string, string> {
  return Object.fromEntries(answers.flatMap((answer, place) => (answer === undefined ? [] : [[`${prefix}-${place + 1}`, tokenOf(prefix === 'phq' ? 'phq-9' : 'gad-7', `${prefix}-${place + 1}`, String(answer))]])));
}

/** What the form posts for the option with a code. */
export function tokenOf(instrument: string, linkId: string, code: string): string {
  const option = shelved(instrument).compiled.byLinkId.get(linkId)?.options.list.find((one) => typeof one.value === 'object' && one.value !== null && 'code' in one.value && one.value.code === code);
  if (!option) throw new Error(`${instrument} ${linkId} ${code}`);
  return option.token;
}
