/** Where a discussion stands. The filter decides which data exist: 1 nothing but a statement, 2 what can vanish, 3 the lists, 4 between those with a part. */
export const states = ['screened', 'table', 'rejected', 'roles', 'planning', 'closed'] as const;
export type State = (typeof states)[number];
/** The filter at which a state stands; undefined where the discussion has ended. */
export const filterOf: Readonly<Record<State, 1 | 2 | 3 | 4 | undefined>> = { screened: 1, table: 2, rejected: undefined, roles: 3, planning: 4, closed: undefined };

/** On which side somebody with a seat stands; `participant` is the lead or an assisting agency. */
export const sides = ['chair', 'seat', 'originator', 'lead', 'participant'] as const;
export type Side = (typeof sides)[number];

type Rule = { readonly from: readonly State[]; readonly to?: State; readonly by: Side };
const rules = {
  withdraw: [{ from: ['screened'], by: 'originator' }],
  tell: [{ from: ['screened', 'table'], to: 'table', by: 'originator' }],
  vote: [{ from: ['table'], by: 'seat' }],
  reject: [{ from: ['table'], to: 'rejected', by: 'chair' }],
  accept: [{ from: ['table'], to: 'roles', by: 'chair' }],
  name: [{ from: ['roles'], by: 'chair' }],
  unname: [{ from: ['roles'], by: 'chair' }],
  plan: [{ from: ['roles'], to: 'planning', by: 'chair' }],
  disclose: [{ from: ['roles'], by: 'seat' }, { from: ['planning'], by: 'participant' }],
  offer: [{ from: ['planning'], by: 'participant' }],
  standing: [{ from: ['planning'], by: 'participant' }],
  knock: [{ from: ['planning'], by: 'lead' }],
  report: [{ from: ['planning'], by: 'lead' }],
  close: [{ from: ['planning'], to: 'closed', by: 'lead' }],
  review: [{ from: ['closed'], by: 'seat' }],
  conclude: [{ from: ['closed'], by: 'chair' }],
} as const satisfies Readonly<Record<string, readonly Rule[]>>;
export type Step = keyof typeof rules;
const isStepName = (name: string): name is Step => Object.hasOwn(rules, name);
export const steps: readonly Step[] = Object.keys(rules).filter(isStepName);
export const isStep = (name: string | undefined): name is Step => name !== undefined && isStepName(name);

export type Transition = { readonly step: Step; readonly from: State; readonly to: State; readonly actor: Side };
/** The whole table, a row for each step, state and side; the database holds the same. */
export const transitions: readonly Transition[] = steps.flatMap((step) => {
  const own: readonly Rule[] = rules[step];
  return own.flatMap((rule) => rule.from.map((from) => ({ step, from, to: rule.to ?? from, actor: rule.by })));
});

/** The steps that somebody on these sides may take now. */
export function stepsFor(state: State, own: readonly Side[]): readonly Step[] {
  return steps.filter((step) => transitions.some((one) => one.step === step && one.from === state && own.includes(one.actor)));
}

export const kinds = ['person', 'family', 'dwelling', 'group', 'neighbourhood', 'environment'] as const;
export type Kind = (typeof kinds)[number];
export const ageBands = ['0-5', '6-11', '12-17', '18-24', '25-29', '30-39', '40-59', '60+', 'none'] as const;
export type AgeBand = (typeof ageBands)[number];
/** Of whom no criminal involvement is told: under the Youth Criminal Justice Act a record has no place at the table. */
export const youngBands: readonly AgeBand[] = ['0-5', '6-11', '12-17'];
export const sexes = ['female', 'male', 'another', 'unknown', 'none'] as const;
export type Sex = (typeof sexes)[number];
/** What makes a risk acutely elevated: an interest at stake, a probability, an intensity of harm, and that no agency can meet it alone. */
export const stakes = ['interest', 'probability', 'harm', 'agencies'] as const;
export type Stake = (typeof stakes)[number];
export const votes = ['aer', 'not-aer', 'abstain'] as const;
export type Vote = (typeof votes)[number];
export const parts = ['lead', 'assisting'] as const;
export type Part = (typeof parts)[number];
/** What a disclosure may be about: the field alone is written down, never what was said. Youth justice has none. */
export const fields = ['name', 'birth-date', 'address', 'contact', 'household', 'health', 'substance-use', 'housing', 'school', 'income', 'services', 'safety'] as const;
export type Field = (typeof fields)[number];
/** The few that tell at filter 3 who has a role, where the table's setting lets them be said at all. */
export const identifiers: readonly Field[] = ['name', 'birth-date', 'address'];
export const authorities = ['consent', 'compelling-circumstances', 'serious-bodily-harm', 'child-family-harm', 'child-protection'] as const;
export type Authority = (typeof authorities)[number];
export const knocks = ['answered', 'not-answered', 'refused'] as const;
export type Knock = (typeof knocks)[number];
export const standings = ['planned', 'informed', 'connected', 'engaged', 'refused'] as const;
export type Standing = (typeof standings)[number];
export const reviewKinds = ['death', 'serious-harm', 'child-harmed', 'disclosed-too-much'] as const;
export type ReviewKind = (typeof reviewKinds)[number];
export const findings = ['nothing-to-change', 'decided-too-late', 'agency-missing', 'plan-not-kept', 'disclosure-rules', 'systemic'] as const;
export type Finding = (typeof findings)[number];

/** Why the database did not take a step; `absent` is one answer for what is not there and what is not hers. */
export const refusals = ['absent', 'conflict', 'refused', 'incomplete', 'words', 'codes', 'youth', 'untold', 'votes', 'reason', 'agency', 'lead', 'identifiers', 'day'] as const;
export type Taken = 'done' | (typeof refusals)[number];

type Facts = { readonly state: State; readonly lead: string | null; readonly beganAt: string | null; readonly plannedAt: string | null; readonly knockedOn: string | null; readonly reportedAt: string | null };
export type Owed = { readonly kind: 'situation-plan' | 'situation-knock' | 'situation-report'; readonly kept: boolean };
/** What the lead owes from the moment the table has named it: the plan in 24 hours, the door-knock in 48, and the report at the next meeting. */
export function owedBy({ state, plannedAt, knockedOn, reportedAt }: Facts): readonly Owed[] {
  if (state !== 'planning') return [];
  return [{ kind: 'situation-plan', kept: plannedAt !== null }, { kind: 'situation-knock', kept: knockedOn !== null }, { kind: 'situation-report', kept: reportedAt !== null }];
}
