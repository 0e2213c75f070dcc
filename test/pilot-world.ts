import { type AccessWorld, openAccessWorld, type StaffName } from '#app/modules/access/access-world.test-tool.ts';
import { readPack } from '#app/community-pack/read.ts';
import { fundingRoutes, loadPilots } from '#app/modules/funding/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { type Visitor, visitor } from './world.ts';

export type PilotWorld = AccessWorld & {
  readonly desk: (name?: StaffName | 'manager') => Promise<Visitor>;
  /** Somebody of agency north with that day of birth, enrolled in the pilot that north runs; gives the enrolment's id. */
  readonly youth: (birth: string, more?: Record<string, string>, name?: StaffName) => Promise<{ person: string; id: string }>;
  readonly codeOf: (id: string) => Promise<string>;
};

let count = 0;
/** Agency north runs a made-up pilot; rules of support and the basics are those of the first community's pack. */
export async function openPilotWorld(): Promise<PilotWorld> {
  const world = await openAccessWorld();
  const pack = await readPack(`${projectRoot()}/communities/halton`);
  const pilots = pack.pilots.pilots.map((one) => (one.agency ? { ...one, agency: 'north' } : one));
  await world.as.worker(async (scope) => await loadPilots(scope, { ...pack, pilots: { ...pack.pilots, pilots } }));
  const { app } = world.http(fundingRoutes(() => world.site));
  const tokenOf = async (name: StaffName | 'manager') => (name === 'manager' ? (await world.person('manager')).token : world.member[name].token);
  const desk = async (name?: StaffName | 'manager') => visitor(app, name ? await tokenOf(name) : undefined);
  return {
    ...world, desk,
    youth: async (birth, more = {}, name = 'intake') => {
      count += 1;
      const person = await world.enter(name, { given: `Youth${count}`, family: `Madeup${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${count}`, birth });
      const answer = await (await desk(name)).post('/en/funding/enrolments/new', { person, pilot: 'bridge-demo', agreed: '2019-01-05', how: 'written', counted: 'yes', joined: '2019-01-07', ...more });
      const id = answer.headers.get('location')?.split('/').at(-1);
      if (answer.status !== 303 || !id) throw new Error(`${answer.status}: ${await answer.text()}`);
      return { person, id };
    },
    codeOf: async (id) => {
      const text = await (await (await desk('intake')).post(`/en/funding/enrolments/${id}/code`, {})).text();
      return /class="code">([\w-]+)</.exec(text)?.[1] ?? '';
    },
  };
}
