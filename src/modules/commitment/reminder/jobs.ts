import { v5 } from 'uuid';
import { isWorkingDay } from '#app/methods/working-days/working-days.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { insertChange, listOpen, type Obligation, updateStage } from '../obligation/queries.ts';
import { type Line, reminderMail } from './words.ts';
import { reminderDue, type Stage } from './stages.ts';

export type Reachable = { readonly account: string; readonly email: string; readonly language: Language };
/** What the reminders need of modules that this one does not know. */
export type Surroundings = {
  readonly place: (scope: Scope) => Promise<Bilingual>;
  readonly listReachable: (scope: Scope, who: { role?: string; account?: string; chairOf?: string; agency?: string }) => Promise<readonly Reachable[]>;
  /** Whether the person of an account is out of what is owed, by a conflict of interest: no mail tells her of it. */
  readonly isClosedTo?: (scope: Scope, account: string, one: Obligation) => Promise<boolean>;
};

/** The one to whom everything goes that stays late. */
const escalatesTo = 'plan-manager';
const mails = 'a6b0f1c2-6f0e-4a0c-9f5e-1d6a3c0f7b21';

/** On working days at half past seven everybody gets one mail with what comes due, is late, or stays late elsewhere. */
export function commitmentJobs(around: Surroundings): readonly Job[] {
  return [{ name: 'mail-reminders', every: '30 7 * * *', run: async (_delivery, { inWorker, baseUrl }) => await inWorker(async (scope) => await remind(scope, around, baseUrl)) }];
}

/** Sends the reminders of this day. Running it again on the same day sends nothing. */
export async function remind(scope: Scope, around: Surroundings, baseUrl: string): Promise<void> {
  if (!isWorkingDay(scope.today)) return;
  const desks = new Map<string, { to: Reachable; own: { one: Obligation; stage: Stage }[]; escalated: { one: Obligation; stage: Stage }[] }>();
  const put = async (to: Reachable, list: 'own' | 'escalated', one: Obligation, stage: Stage) => {
    if (await around.isClosedTo?.(scope, to.account, one)) return;
    const desk = desks.get(to.account) ?? { to, own: [], escalated: [] };
    if (!desk.own.some((known) => known.one.id === one.id)) desk[list].push({ one, stage });
    desks.set(to.account, desk);
  };
  for (const one of await listOpen(scope)) {
    const stage = one.course.pausedAt ? undefined : reminderDue(one.due, scope.today, one.stage, one.stageOn);
    if (!stage) continue;
    const owners = await ownersOf(scope, around, one);
    for (const owner of owners) await put(owner, 'own', one, stage);
    if (stage === 'escalated' || owners.length === 0) for (const office of await around.listReachable(scope, { role: escalatesTo })) await put(office, 'escalated', one, stage);
    if (one.owedBy.member) await raiseEvent(scope, { kind: 'commitment.reminder-due', subject: one.id, detail: { kind: one.subject.kind, id: one.subject.id, stage } });
    await updateStage(scope, one.id, stage);
    await insertChange(scope, one.id, { kind: stage === 'escalated' ? 'escalate' : 'remind', due: one.due });
  }
  const place = await around.place(scope);
  for (const { to, own, escalated } of desks.values()) {
    const lines = (list: typeof own): Line[] => list.map(({ one, stage }) => ({ what: one.what[to.language], due: one.due, stage }));
    const text = reminderMail(to.language, { place: place[to.language], own: lines(own), escalated: lines(escalated), url: `${baseUrl}/${to.language}/commitment/my-day` });
    await queueMail(scope, { id: v5(`${scope.today} ${to.account}`, mails), kind: 'reminder', to: to.email, language: to.language, ...text });
  }
}

async function ownersOf(scope: Scope, around: Surroundings, { owedBy }: Obligation): Promise<readonly Reachable[]> {
  if (owedBy.account) return await around.listReachable(scope, { account: owedBy.account });
  if (owedBy.member) return [];
  if (owedBy.role) return await around.listReachable(scope, { role: owedBy.role, ...(owedBy.agency ? { agency: owedBy.agency } : {}) });
  if (owedBy.body) return await around.listReachable(scope, { chairOf: owedBy.body });
  return owedBy.agency ? await around.listReachable(scope, { agency: owedBy.agency }) : [];
}
