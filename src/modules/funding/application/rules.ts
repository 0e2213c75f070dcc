import { createHash } from 'node:crypto';
import { issuesIn } from './answers.ts';
import type { Application, Section } from './model.ts';
import { sections } from './model.ts';

/** What a section still lacks before an application can be sent. */
export type Gap = 'organisation' | 'legal-kind' | 'board' | 'statements' | 'revenue' | 'title' | 'summary' | 'dates' | 'answers' | 'budget' | 'asks-nothing' | 'serves' | 'municipalities' | 'population' | 'statements-file';

export function gapsOf(a: Application, questionnaire: unknown): Readonly<Record<Section, readonly Gap[]>> {
  const when = (gap: Gap, missing: boolean): Gap[] => (missing ? [gap] : []);
  return {
    organisation: [...when('organisation', a.organisation === ''), ...when('legal-kind', a.legalKind === null), ...when('board', a.boardUnrelated === null), ...when('statements', a.statements === null),
      ...when('revenue', a.revenueLatest === undefined || a.revenueBefore === undefined)],
    project: [...when('title', a.title === ''), ...when('summary', a.summary === ''), ...when('dates', a.startsOn === null || a.endsOn === null)],
    answers: when('answers', issuesIn(a.categoryId, questionnaire, a.answers, 'en').length > 0),
    budget: [...when('budget', a.budget.length === 0), ...when('asks-nothing', a.budget.length > 0 && a.asked === 0)],
    partners: [],
    serves: [...when('serves', a.priorities.length === 0), ...when('municipalities', a.municipalities.length === 0), ...when('population', a.population === null)],
    files: when('statements-file', a.statements !== null && a.statements !== 'none' && !a.files.some((file) => file.kind === 'statements')),
  };
}

export function isComplete(gaps: Readonly<Record<Section, readonly Gap[]>>): boolean {
  return sections.every((section) => gaps[section].length === 0);
}

/** A mark of what a section holds: a form that was drawn from something else than what is kept now was overtaken by a colleague. */
export function markOf(section: Section, a: Application): string {
  const held: Readonly<Record<Section, unknown>> = {
    organisation: [a.organisation, a.registration, a.legalKind, a.sponsor, a.boardUnrelated, a.statements, a.revenueLatest, a.revenueBefore], project: [a.title, a.summary, a.startsOn, a.endsOn],
    answers: a.answers, budget: a.budget, partners: a.partners, serves: [a.priorities, a.indicators, a.municipalities, a.population], files: a.files.map((file) => file.id),
  };
  return createHash('sha256').update(JSON.stringify(held[section]) ?? '').digest('hex').slice(0, 16);
}
