import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { insertNews } from '../news/queries.ts';
import { insertPriority } from './queries.ts';
import { prioritySlug } from './rules.ts';

/** Takes a new key issue into the plan, says so in the news and gives its id and slug. Throws when the actor may not. */
export async function createPriority(scope: Scope, given: { title: Bilingual; summary: Bilingual; bodySlug?: string | undefined; fromIssue?: string | undefined }): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = prioritySlug(given.title.en, id);
  await insertPriority(scope, { id, slug, title: given.title, summary: given.summary, bodySlug: given.bodySlug ?? null, fromIssue: given.fromIssue ?? null });
  await insertNews(scope, {
    id: newId(), topic: 'initiatives', prioritySlug: slug, bodySlug: given.bodySlug ?? null,
    text: { en: `New on the plan: ${given.title.en}.`, fr: `Nouveau au plan : ${given.title.fr}.` },
  });
  await writeAudit(scope, { action: 'plan.create-priority', subject: { kind: 'priority', id } });
  await raiseEvent(scope, { kind: 'plan.priority-created', subject: id, detail: { issue: given.fromIssue ?? null } });
  return { id, slug };
}
