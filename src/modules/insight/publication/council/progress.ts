import type { Language } from '#app/platform/language/language.ts';
import { stateText } from '#app/ui/components/state.tsx';
import { aboutDate, formatDate } from '#app/ui/format.ts';
import { type Block, heading, type Inline, paragraph, text } from '../document/model.ts';
import type { Records, ReportedMilestone, ReportedPriority } from './queries.ts';
import { bodyPath, priorityPath } from './snapshot.ts';
import { councilWords } from './words.ts';

const kinds = ['done', 'on-time', 'late', 'stalled', 'withdrawn'] as const;

/** All key issues: how many milestones stand where, then each with what was done and its milestones. */
export function progressBlocks(language: Language, records: Records): Block[] {
  const words = councilWords[language];
  const { priorities, milestones } = records;
  const count = (list: readonly ReportedMilestone[], kind: string) => list.filter((one) => one.state.kind === kind).length;
  const parts = kinds.flatMap((kind) => (count(milestones, kind) > 0 ? [`${count(milestones, kind)} ${count(milestones, kind) === 1 ? words.stateOne[kind] : words.state[kind]}`] : []));
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(', ')}${words.and}${parts.at(-1)}` : (parts[0] ?? '');
  if (priorities.length === 0) return [];
  return [
    ...(milestones.length > 0 ? [paragraph(text(words.counts(milestones.length, listed)))] : []),
    {
      kind: 'table', caption: words.summaryCaption, header: words.summaryHeader,
      rows: priorities.map((one) => [
        [{ kind: 'link', text: one.title[language], path: priorityPath(one.slug) }],
        ...kinds.map((kind) => [text(String(count(milestones.filter((milestone) => milestone.prioritySlug === one.slug), kind)))]),
      ]),
    },
    ...priorities.flatMap((one) => priorityBlocks(language, records, one)),
  ];
}

function priorityBlocks(language: Language, { facts, milestones, bodies }: Records, priority: ReportedPriority): Block[] {
  const words = councilWords[language];
  const own = milestones.filter((one) => one.prioritySlug === priority.slug);
  const said = facts.filter((one) => one.prioritySlug === priority.slug && one.kind !== 'next');
  const body = bodies.find((one) => one.slug === priority.bodySlug);
  return [
    heading(3, priority.title[language]),
    paragraph(text(priority.summary[language]), ...(body ? [text(` ${words.workBy}${words.colon}`), { kind: 'link' as const, text: body.name[language], path: bodyPath(body.slug) }, text('.')] : [])),
    ...(said.length > 0 ? [{ kind: 'list' as const, items: said.map((one) => [text(one.text[language])]) }] : []),
    own.length > 0
      ? { kind: 'table', caption: words.milestonesOf(priority.title[language]), header: words.milestoneHeader, rows: own.map((one) => milestoneRow(language, one)) }
      : paragraph(text(words.noMilestones)),
  ];
}

function milestoneRow(language: Language, milestone: ReportedMilestone): Inline[][] {
  const words = councilWords[language];
  const shown = milestone.evidence.map((one) => `${one.title[language]}, ${formatDate(language, one.date)}`).join('; ');
  return [
    [text(`${milestone.title[language]}${milestone.demonstration ? words.demonstration : ''}`)],
    [text(aboutDate(language, milestone.due, milestone.approximate))],
    [stateOf(language, milestone)],
    [text(shown || words.noEvidence)],
  ];
}

/** The state of a milestone as a link to its key issue, where its dates and evidence stand. */
export function stateOf(language: Language, milestone: ReportedMilestone): Inline {
  return { kind: 'state', state: milestone.state.kind, text: stateText(language, milestone.state), path: priorityPath(milestone.prioritySlug) };
}
