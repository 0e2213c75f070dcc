import { listPersons } from '#app/modules/access/index.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { asDemoAccount, type DemoIds } from '#app/modules/identity/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { actWithin, type Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { addDays } from '#app/ui/format.ts';
import { addStep, addWord, keepGoal } from '../own-plan/queries.ts';
import { ownSecret } from '../own-plan/rules.ts';
import { enrolPerson, newOwnCode } from './actions.ts';
import { insertContact } from './queries.ts';

type DemoYouth = Pack['pilots']['demo'][number];

/**
 * Enrols the made-up people who take part in a demonstration, each by the member of staff who works with her and under the rules of her role; what is her own
 * she writes with a code. Only the first start of a demonstration calls it. Throws where somebody is not seen by who is to enrol her.
 */
export async function enterDemoPilot(scope: Scope, { pilots, demo }: Pick<Pack, 'pilots' | 'demo'>, ids: DemoIds): Promise<void> {
  for (const one of pilots.demo) {
    const account = { id: ids.accounts.get(one.by) ?? '', email: demo.accounts.find(({ id }) => id === one.by)?.email ?? '' };
    const at = (ago: number) => new Date(scope.now.getTime() - ago * 86_400_000);
    const { id, secret } = await asDemoAccount(scope, account, at(one.ago), async (own) => await enrolOne(own, one));
    await actWithin(scope, { as: 'public', purpose: 'first start', capability: hashToken(secret) }, at(one.ago - 1), async (she) => await writeGoals(she, null, one, true));
    await asDemoAccount(scope, account, at(one.ago - 1), async (own) => await writeGoals(own, id, one, false));
    for (const { ago, ...contact } of one.contacts) await asDemoAccount(scope, account, at(ago), async (own) => await insertContact(own, id, { ...contact, onDate: own.today }));
  }
}

async function enrolOne(own: Scope, one: DemoYouth): Promise<{ id: string; secret: string }> {
  const person = (await listPersons(own)).find(({ givenName, familyName }) => givenName === one.given && familyName === one.family);
  if (!person) throw new Error(`${one.by} works with no ${one.given} ${one.family}`);
  const id = await enrolPerson(own, { pilot: one.pilot, person: person.id, agency: person.agency, agreedOn: own.today, agreedHow: 'written', counted: true, studies: false, joinedOn: own.today });
  const secret = ownSecret((await newOwnCode(own, id)) ?? '');
  if (secret === undefined) throw new Error(`no code for ${one.given}`);
  return { id, secret };
}

async function writeGoals(writer: Scope, by: string | null, { goals }: DemoYouth, hers: boolean): Promise<void> {
  for (const goal of goals.filter((one) => one.own === hers)) {
    const id = newId();
    const kept = await keepGoal(writer, by, { id, area: goal.area, inWords: goal.words, state: 'open' });
    if (!kept) throw new Error('a goal of the demonstration was refused');
    if (goal.step) await addStep(writer, by, id, { inWords: goal.step, dueOn: addDays(writer.today, 120) });
    if (goal.said) await addWord(writer, by, id, goal.said);
  }
}
