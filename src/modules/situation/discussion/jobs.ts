import { listAbout, promise, step, type Obligation, type Term } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { situationPaths } from '../paths.ts';
import { findOwedFacts } from './queries.ts';
import { owedBy } from './rules.ts';

type Kind = 'situation-plan' | 'situation-knock' | 'situation-report' | 'situation-notice' | 'situation-review';
// No number and no word of a discussion: these lines stand in mails too.
const what: Readonly<Record<Kind, Bilingual>> = {
  'situation-plan': { en: 'Situation Table: agree on a plan', fr: 'Table de situation : convenir d’un plan' },
  'situation-knock': { en: 'Situation Table: offer help at the door', fr: 'Table de situation : offrir de l’aide à la porte' },
  'situation-report': { en: 'Situation Table: report back', fr: 'Table de situation : rendre compte' },
  'situation-notice': { en: 'Situation Table: give written notice of a disclosure', fr: 'Table de situation : donner un avis écrit d’une communication' },
  'situation-review': { en: 'Situation Table: conclude a review', fr: 'Table de situation : conclure un examen' },
};
const terms: Readonly<Record<Kind, Term>> = {
  'situation-plan': { unit: 'hours', count: 24 }, 'situation-knock': { unit: 'hours', count: 48 }, 'situation-report': { unit: 'days', count: 7 }, 'situation-notice': { unit: 'working-days', count: 5 }, 'situation-review': { unit: 'days', count: 30 },
};
const toPerson = { en: 'The person concerned', fr: 'La personne concernée' };
const toTable = { en: 'The Situation Table', fr: 'La table de situation' };
const notice = { en: 'Freedom of information law: compelling circumstances with notice to the person', fr: 'Loi sur l’accès à l’information : circonstances impérieuses avec avis à la personne' };
const isOpen = (one: Obligation) => !one.course.keptAt && !one.course.releasedAt;

export const discussionJobs: readonly Job[] = [
  { name: 'settle-situation', on: ['situation.discussion-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => (subject ? await settle(scope, subject) : undefined)) },
];

/** Makes the commitments about a discussion say what its state asks for; each report back asks for the next one. Running it again changes nothing. */
async function settle(scope: Scope, id: string): Promise<void> {
  const facts = await findOwedFacts(scope, id);
  if (!facts) return;
  const own = { kind: 'discussion', id };
  const owed = owedBy(facts);
  for (const kind of ['situation-plan', 'situation-knock', 'situation-report'] as const) {
    const wanted = owed.find((one) => one.kind === kind);
    const known = await listAbout(scope, own, kind);
    const open = known.find(isOpen);
    if (open && !wanted) await step(scope, open, { kind: kind === 'situation-report' ? 'keep' : 'release' });
    else if (open && kind === 'situation-report') {
      if (facts.reportedAt === null || new Date(facts.reportedAt) < open.madeAt) continue;
      await step(scope, open, { kind: 'keep' });
      if (facts.lead) await owe(scope, kind, own, { account: facts.lead }, toTable, id);
    } else if (open && wanted?.kept) await step(scope, open, { kind: 'keep' });
    else if (!open && known.length === 0 && wanted && facts.lead) await owe(scope, kind, own, { account: facts.lead }, kind === 'situation-report' ? toTable : toPerson, id);
  }
  for (const one of facts.notices) {
    const subject = { kind: 'discussion', id: `${id}/${one.id}` };
    if ((await listAbout(scope, subject, 'situation-notice')).length === 0) await owe(scope, 'situation-notice', subject, { account: one.account }, toPerson, id);
  }
  for (const one of facts.reviews) {
    const subject = { kind: 'discussion', id: `${id}/${one.id}` };
    const [known] = await listAbout(scope, subject, 'situation-review');
    if (!known) await owe(scope, 'situation-review', subject, { body: facts.body }, toTable, id);
    else if (one.concluded && isOpen(known)) await step(scope, known, { kind: 'keep' });
  }
}

async function owe(scope: Scope, kind: Kind, subject: { kind: string; id: string }, owedBy: { account?: string; body?: string }, owedTo: Bilingual, id: string): Promise<void> {
  await promise(scope, { kind, subject, what: what[kind], owedTo, owedBy, due: terms[kind], path: situationPaths.discussion(id), rule: kind === 'situation-notice' ? notice : undefined });
}
