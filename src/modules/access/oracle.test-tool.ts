/** Written a second time, apart from the SQL: who may see what of a person. First match wins (the rule is in this module's README). */
export const sections = ['identity', 'contact', 'health', 'housing', 'note'] as const;
export type Section = (typeof sections)[number];

export type OracleAccount = { readonly id: string; readonly agency: string; readonly roles: readonly string[] };
export type OraclePerson = {
  readonly id: string;
  readonly agency: string;
  readonly bars: readonly { readonly account: string; readonly ended?: boolean }[];
  readonly assignments: readonly { readonly account: string; readonly from: string; readonly to: string | null }[];
  readonly instructions: readonly { readonly category: Section | null; readonly agency: string | null; readonly account: string | null; readonly lifted: boolean; readonly hide: boolean }[];
  readonly consents: readonly { readonly purposes: readonly string[]; readonly categories: readonly Section[]; readonly to: readonly string[]; readonly starts: string; readonly expires: string | null; readonly withdrawn: boolean }[];
  readonly glasses: readonly { readonly account: string; readonly openedAt: number; readonly endsAt: number }[];
};
export type Moment = { readonly today: string; readonly now: number };

const opens: Readonly<Record<string, readonly Section[]>> = {
  'intake-worker': ['identity', 'contact', 'housing'],
  clinician: ['identity', 'contact', 'housing', 'health', 'note'],
  'access-supervisor': ['identity', 'contact', 'housing', 'health', 'note'],
  coordinator: ['identity', 'contact'],
};

export type Decision = { readonly read: 'permit' | 'mask' | 'deny'; readonly write: boolean };

/** What an account may do with a section of a person at a moment. */
export function decideFor(account: OracleAccount, person: OraclePerson, section: Section, { today, now }: Moment): Decision {
  if (person.bars.some((bar) => bar.account === account.id && !bar.ended)) return { read: 'deny', write: false };
  const role = account.roles.some((name) => opens[name]?.includes(section));
  const locksOf = (name: Section) => person.instructions.filter((one) => !one.lifted && (one.category === null || one.category === name));
  const covers = (one: OraclePerson['instructions'][number]) => (one.agency === null || one.agency === account.agency) && (one.account === null || one.account === account.id);
  const locks = locksOf(section);
  const locked = locks.some(covers);
  const opened = person.glasses.some((one) => one.account === account.id && one.openedAt <= now && one.endsAt > now);
  const own = person.agency === account.agency && (account.roles.includes('access-supervisor') || person.assignments.some((one) => one.account === account.id && one.from <= today && (one.to === null || one.to >= today)));
  const shared = person.consents.some((one) => one.to.includes(account.agency) && one.categories.includes(section) && one.purposes.includes('care') && !one.withdrawn && one.starts <= today && (one.expires === null || one.expires >= today));
  // Nobody writes about somebody whom she does not see at all.
  const write = role && own && !locked && (opened || !locksOf('identity').some(covers));
  if (opened) return { read: 'permit', write };
  if (!role || !(own || shared)) return { read: 'deny', write: false };
  if (locked) return { read: locks.some((one) => one.hide) ? 'deny' : 'mask', write: false };
  return { read: 'permit', write };
}
