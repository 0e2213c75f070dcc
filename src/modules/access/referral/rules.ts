import { addDays } from '#app/ui/format.ts';

/** Where a referral stands. "Seen" and "information requested" are marks beside the state, because a sent and an accepted referral can both bear them. */
export const states = ['draft', 'sent', 'accepted', 'waitlisted', 'scheduled', 'attended', 'no-show', 'appointment-cancelled', 'in-progress', 'cancel-requested',
  'completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void'] as const;
export type State = (typeof states)[number];
export const terminalStates: readonly State[] = ['completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void'];
export const isTerminal = (state: State): boolean => terminalStates.includes(state);
export const openStates: readonly State[] = states.filter((state) => !isTerminal(state));

/** Who sets what: the two agencies (or the one who holds a link), the person herself, the coordinator, and the clock of the program. */
export const actors = ['sender', 'receiver', 'person', 'coordinator', 'system'] as const;
export type Actor = (typeof actors)[number];

type Rule = { readonly from: readonly State[]; /** The state that it leads to; absent where it leaves the state as it is. */ readonly to?: State; readonly by: readonly Actor[]; /** One of these must be given. */ readonly reasons?: readonly string[] };
const underWay: readonly State[] = ['accepted', 'waitlisted', 'scheduled', 'attended', 'no-show', 'appointment-cancelled', 'in-progress'];
const unmet: readonly State[] = ['accepted', 'waitlisted', 'scheduled', 'no-show', 'appointment-cancelled'];
const endings = ['found-elsewhere', 'no-longer-needed', 'sent-by-mistake'];
export const outcomes = ['met', 'partly-met', 'not-met', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];
export const answers = ['yes', 'partly', 'no'] as const;
export type HelpAnswer = (typeof answers)[number];

/**
 * Every step that a referral can take (after the referral Task of HL7 SDOH Clinical Care, with the appointments of BSeR). What is not here cannot
 * happen; the database holds the same table and refuses the rest. Once a receiver has taken a referral on, the sender can only ask to cancel it.
 */
export const rules = {
  send: { from: ['draft'], to: 'sent', by: ['sender'] },
  see: { from: ['sent'], by: ['receiver'] },
  'request-info': { from: ['sent', 'accepted'], by: ['receiver'], reasons: ['how-to-reach', 'eligibility', 'documents', 'what-is-needed'] },
  'answer-info': { from: ['sent', 'accepted'], by: ['sender'] },
  accept: { from: ['sent', 'waitlisted'], to: 'accepted', by: ['receiver'] },
  waitlist: { from: ['sent', 'accepted'], to: 'waitlisted', by: ['receiver'] },
  'review-waitlist': { from: ['waitlisted'], by: ['receiver'] },
  decline: { from: ['sent', 'waitlisted', 'accepted'], to: 'declined', by: ['receiver'], reasons: ['no-capacity', 'additional-assessment-required', 'not-eligible', 'outside-area', 'other-service-fits', 'person-declined'] },
  'try-contact': { from: underWay, by: ['receiver'], reasons: ['phone', 'text', 'email', 'visit', 'post'] },
  schedule: { from: [...unmet, 'attended'], to: 'scheduled', by: ['receiver'] },
  attend: { from: ['scheduled'], to: 'attended', by: ['receiver'] },
  miss: { from: ['scheduled'], to: 'no-show', by: ['receiver'] },
  'cancel-appointment': { from: ['scheduled'], to: 'appointment-cancelled', by: ['receiver'], reasons: ['by-person', 'by-service'] },
  start: { from: [...unmet, 'attended'], to: 'in-progress', by: ['receiver'] },
  complete: { from: ['accepted', 'scheduled', 'attended', 'no-show', 'appointment-cancelled', 'in-progress', 'cancel-requested'], to: 'completed', by: ['receiver'], reasons: outcomes },
  fail: { from: [...underWay, 'cancel-requested'], to: 'failed', by: ['receiver'], reasons: ['unable-to-contact', 'person-stopped', 'person-moved', 'service-ended', 'other-service-fits'] },
  cancel: { from: ['sent'], to: 'cancelled', by: ['sender'], reasons: endings },
  'request-cancel': { from: underWay, to: 'cancel-requested', by: ['sender'], reasons: endings },
  'confirm-cancel': { from: ['cancel-requested'], to: 'cancelled', by: ['receiver', 'coordinator'] },
  withdraw: { from: openStates, to: 'withdrawn', by: ['person', 'sender', 'receiver', 'coordinator'] },
  expire: { from: ['sent'], to: 'expired', by: ['sender'] },
  void: { from: ['draft', 'sent'], to: 'void', by: ['sender', 'coordinator'], reasons: ['wrong-person', 'wrong-service', 'duplicate'] },
  'tell-sender': { from: ['sent', 'accepted', 'waitlisted'], by: ['system'] },
  'stop-sharing': { from: openStates, by: ['system'] },
  ask: { from: ['completed', 'failed'], by: ['sender', 'person'] },
  'answer-help': { from: ['completed', 'failed'], by: ['sender', 'person'], reasons: answers },
} as const satisfies Readonly<Record<string, Rule>>;
export type Step = keyof typeof rules;
const isStepName = (name: string): name is Step => name in rules;
export const steps: readonly Step[] = Object.keys(rules).filter(isStepName);

export function ruleOf(step: Step): Rule {
  return rules[step];
}

export type Transition = { readonly step: Step; readonly from: State; readonly to: State; readonly actor: Actor };
/** The whole table, a row for each step, state and actor. */
export const transitions: readonly Transition[] = steps.flatMap((step) => {
  const rule = ruleOf(step);
  return rule.from.flatMap((from) => rule.by.map((actor) => ({ step, from, to: rule.to ?? from, actor })));
});

/** The state after a step; undefined where this actor cannot take it there, or a reason is missing or not on the list. */
export function take(from: State, step: Step, actor: Actor, reason?: string): State | undefined {
  const rule = ruleOf(step);
  if (!rule.from.includes(from) || !rule.by.includes(actor)) return undefined;
  if (rule.reasons && !rule.reasons.some((one) => one === reason)) return undefined;
  return rule.to ?? from;
}

/** How far the attempts to reach a person go: on how many days, by which ways, and from which day (YYYY-MM-DD) she may count as not to be reached; no day where days of attempts are missing. */
export type Tried = { readonly days: number; readonly ways: readonly string[]; readonly wanted: number; readonly reply: number; readonly from: string | undefined };
/**
 * Counts the attempts since the person was last reached (an appointment, a service). Somebody counts as not to be reached after attempts on `attempts` different
 * days, and `reply` days after the first of them. The database holds the same rule.
 */
export function triedToReach(history: readonly { readonly step: Step; readonly day: string; readonly reason: string | null }[], terms: { readonly attempts: number; readonly reply: number }): Tried {
  const reached = history.findLastIndex(({ step }) => step === 'schedule' || step === 'attend' || step === 'start');
  const tried = history.slice(reached + 1).filter(({ step }) => step === 'try-contact');
  const days = new Set(tried.map(({ day }) => day)).size;
  const first = tried.map(({ day }) => day).toSorted()[0];
  return { days, ways: [...new Set(tried.flatMap(({ reason }) => reason ?? []))], wanted: terms.attempts, reply: terms.reply, from: first !== undefined && days >= terms.attempts ? addDays(first, terms.reply) : undefined };
}

/** Steps that are given a day: an appointment to come, or the day of the service. */
export const dated: Readonly<Partial<Record<Step, 'to-come' | 'past'>>> = { schedule: 'to-come', attend: 'past', start: 'past' };

export type Mark = { readonly state: State; readonly seen: boolean; readonly paused: boolean; readonly told: boolean; readonly late: boolean };
/** The steps that one side may take now, in the order of the table. `told` is whether the sender was told that nobody answers, `late` whether the days of expiry are over. */
export function stepsFor(mark: Mark, side: Actor): readonly Step[] {
  return steps.filter((step) => {
    if (!ruleOf(step).from.includes(mark.state) || !ruleOf(step).by.includes(side)) return false;
    if (step === 'see') return !mark.seen;
    if (step === 'request-info') return !mark.paused;
    if (step === 'answer-info') return mark.paused;
    return step !== 'expire' || (mark.told && mark.late);
  });
}

/** After these another service is offered, with the history attached. */
export const refersAgain: readonly State[] = ['declined', 'failed', 'expired'];

export type Kind = 'referral-acknowledge' | 'referral-answer' | 'referral-contact' | 'referral-waitlist' | 'referral-ask';
export type Owed = { readonly kind: Kind; readonly by: 'receiver' | 'sender'; readonly paused: boolean };
/** What is owed in a state, and by whom: nothing else is open. */
export function owedIn(facts: { readonly state: State; readonly seen: boolean; readonly paused: boolean; readonly contacted: boolean; readonly asked: boolean }): readonly Owed[] {
  const { state, seen, paused, contacted, asked } = facts;
  if (state === 'sent') return [...(seen ? [] : [{ kind: 'referral-acknowledge', by: 'receiver', paused: false } as const]), { kind: 'referral-answer', by: 'receiver', paused }];
  if (state === 'accepted') return contacted ? [] : [{ kind: 'referral-contact', by: 'receiver', paused }];
  if (state === 'waitlisted') return [{ kind: 'referral-waitlist', by: 'receiver', paused: false }];
  return (state === 'completed' || state === 'failed') && !asked ? [{ kind: 'referral-ask', by: 'sender', paused: false }] : [];
}
