import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Course, type Refusal, type Step, take } from './course.ts';
import { dueUnder, endOf, type Term } from './due.ts';
import { insertChange, insertObligation, listAbout, type Obligation, type OwedBy, type Subject, updateCourse, updateText } from './queries.ts';

/** What is promised: by a day of its own, or by a term that begins now. */
export type Promised = {
  readonly kind: string;
  readonly subject: Subject;
  readonly what: Bilingual;
  readonly owedTo: Bilingual;
  readonly owedBy: OwedBy;
  readonly due: string | Term;
  /** The law, policy or decision that it is owed under. */
  readonly rule?: Bilingual | undefined;
  /** The page, without its language, where it can be kept. */
  readonly path: string;
  readonly matter?: string | undefined;
};

/** Records that somebody owes somebody something by a date; a second promise of the same kind about the same thing changes nothing. Gives the new id. */
export async function promise(scope: Scope, p: Promised): Promise<string> {
  const id = newId();
  const due = typeof p.due === 'string' ? endOf(p.due, scope.timeZone) : dueUnder(p.due, scope.now, scope.timeZone);
  const unit = typeof p.due === 'string' ? 'date' : p.due.unit;
  const added = await insertObligation(scope, { id, kind: p.kind, subject: p.subject, what: p.what, owedTo: p.owedTo, owedBy: p.owedBy, rule: p.rule, unit, due, path: p.path, matter: p.matter });
  if (added) await insertChange(scope, id, { kind: 'promise', due: due.on });
  return id;
}

/** Takes one step of an obligation's course and writes it down; gives the refusal where the course does not permit it. */
export async function step(scope: Scope, obligation: Obligation, given: Step, reason?: string): Promise<Refusal | undefined> {
  const next = take(obligation.course, given, scope.now, scope.timeZone);
  if (typeof next === 'string') return next;
  await updateCourse(scope, obligation.id, next);
  await insertChange(scope, obligation.id, { kind: given.kind, due: next.due.on, reason });
  await writeAudit(scope, { action: `commitment.${given.kind}`, subject: { kind: 'obligation', id: obligation.id } });
  return undefined;
}

/** Marks what was promised about a thing as kept. */
export async function keep(scope: Scope, subject: Subject, kind: string): Promise<void> {
  for (const one of await listAbout(scope, subject, kind)) await step(scope, one, { kind: 'keep' });
}

/** Marks what was promised as no longer owed: the thing was withdrawn or merged. */
export async function release(scope: Scope, subject: Subject, kind?: string, reason?: string): Promise<void> {
  for (const one of await listAbout(scope, subject, kind)) await step(scope, one, { kind: 'release' }, reason);
}

/** What a record of another module says about its own obligation: a milestone with its evidence, a duty with its day. */
export type Mirrored = Promised & { readonly due: string; readonly keptOn?: string | undefined; readonly releasedOn?: string | undefined; readonly reason?: string | undefined };

/**
 * Makes the obligation say what its record says: makes it where it is missing, moves its due day, keeps, releases or opens it again. Running it
 * twice changes nothing, so a job can run it over everything.
 */
export async function mirror(scope: Scope, given: Mirrored): Promise<void> {
  const ended = given.keptOn ?? given.releasedOn;
  let [own] = await listAbout(scope, given.subject, given.kind);
  if (!own) {
    await promise(scope, given);
    [own] = await listAbout(scope, given.subject, given.kind);
  }
  if (!own) return;
  const at = ended === undefined ? undefined : new Date(endOf(ended, scope.timeZone).at.getTime() - 1);
  const want: Course = {
    unit: own.course.unit, due: endOf(given.due, scope.timeZone), pausedAt: ended ? undefined : own.course.pausedAt,
    keptAt: given.keptOn === undefined ? undefined : at, releasedAt: given.keptOn === undefined ? at : undefined,
  };
  if (own.what.en !== given.what.en || own.what.fr !== given.what.fr || own.path !== given.path || own.owedBy.body !== (given.owedBy.body ?? null)
    || own.rule?.en !== given.rule?.en || own.rule?.fr !== given.rule?.fr)
    await updateText(scope, own.id, { what: given.what, path: given.path, body: given.owedBy.body ?? null, rule: given.rule });
  const kind = changeBetween(own.course, want);
  if (!kind) return;
  await updateCourse(scope, own.id, want);
  await insertChange(scope, own.id, { kind, due: want.due.on, reason: given.reason });
}

function changeBetween(have: Course, want: Course): 'keep' | 'release' | 'reopen' | 'extend' | undefined {
  const same = (a: Date | undefined, b: Date | undefined) => a?.getTime() === b?.getTime();
  if (want.keptAt) return same(have.keptAt, want.keptAt) ? undefined : 'keep';
  if (want.releasedAt) return same(have.releasedAt, want.releasedAt) ? undefined : 'release';
  if (have.keptAt || have.releasedAt) return 'reopen';
  return have.due.on === want.due.on ? undefined : 'extend';
}
