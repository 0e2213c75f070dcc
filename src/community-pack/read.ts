import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { findFigureProblems } from './figure-problems.ts';
import { findIndicatorProblems } from './indicator-schema.ts';
import { optionalFiles, type Pack, packFiles } from './schema.ts';
import { findServiceProblems } from './service-schema.ts';

/** A pack that cannot be loaded; the message is one sentence for each place that is wrong. */
export class PackRefused extends Error {}

type FileName = keyof typeof packFiles;
const fileNames = Object.keys(packFiles) as FileName[];

/** Reads and checks the content of a community. Throws PackRefused with file and place of everything that is wrong. */
export async function readPack(directory: string): Promise<Pack> {
  const problems: string[] = [];
  const read = async <N extends FileName>(name: N): Promise<z.infer<(typeof packFiles)[N]> | undefined> => {
    try {
      const path = join(directory, `${name}.yaml`);
      const parsed = packFiles[name].safeParse(optionalFiles.has(name) && !existsSync(path) ? {} : parse(await readFile(path, 'utf8')));
      if (parsed.success) return parsed.data as z.infer<(typeof packFiles)[N]>;
      problems.push(...parsed.error.issues.map((issue) => `${name}.yaml, ${placeOf(issue.path)}: ${issue.message}`));
    } catch (error) {
      problems.push(error instanceof YAMLParseError ? `${name}.yaml: ${error.message.split('\n')[0]}` : `${name}.yaml cannot be read in ${directory}`);
    }
    return undefined;
  };
  const parts = await Promise.all(fileNames.map(async (name) => [name, await read(name)] as const));
  if (problems.length > 0) throw new PackRefused(problems.join('\n'));
  const pack = Object.fromEntries(parts) as Pack;
  const dangling = findDangling(pack);
  if (dangling.length > 0) throw new PackRefused(dangling.join('\n'));
  return pack;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the whole file' : path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part))).join(', ');
}

/** References that lead nowhere, each as a sentence. */
function findDangling(pack: Pack): string[] {
  const ids = {
    source: new Set(Object.keys(pack.sources)), body: new Set(pack.bodies.map((b) => b.id)), priority: new Set(pack.priorities.map((p) => p.id)),
    organisation: new Set([...pack.organisations, ...pack.demo.agencies].map((o) => o.id)), area: new Set(pack.plan.areas.map((a) => a.id)),
    domain: new Set(pack.plan.domains.map((d) => d.id)), topic: new Set(pack.plan.topics.map((t) => t.id)),
    seat: new Set(pack.seats.map((s) => s.id)), municipality: new Set(pack.community.municipalities.map((m) => m.id)), department: new Set(pack.community.departments.map((d) => d.code)),
    milestone: new Set(pack.milestones.map((m) => m.id)), account: new Set(pack.demo.accounts.map((a) => a.id)), person: new Set(pack.demo.people.map((p) => p.id)), service: new Set(pack.services.services.map((one) => one.id)),
    consultation: new Set(pack.consultations.map((c) => c.id)),
  };
  const problems: string[] = [];
  const check = (file: string, kind: keyof typeof ids, wanted: readonly (string | undefined)[]) => {
    for (const id of wanted) if (id !== undefined && !ids[kind].has(id)) problems.push(`${file}.yaml names the ${kind} ${id}, which does not exist`);
  };
  const sourced: [string, readonly { sources: readonly string[] }[]][] = [
    ['plan', [...pack.plan.about, ...pack.plan.history]], ['organisations', pack.organisations], ['documents', pack.documents], ['figures', pack.figures.series.flatMap((s) => s.figures)], ['news', pack.news], ['statements', pack.statements.statements], ['seats', pack.seats], ['meetings', pack.meetings],
    ['bodies', pack.bodies.flatMap((b) => [...b.states, ...b.members])], ['priorities', pack.priorities.flatMap((p) => p.facts)], ['milestones', pack.milestones.flatMap((m) => [m, ...m.evidence])],
    ['consultations', pack.consultations.flatMap((c) => [c, ...c.facts])], ['census', pack.census.flatMap((c) => [c, ...c.margins])],
    ['review', pack.review.codes],
    ['services', [...pack.services.organisations, ...pack.services.services]],
    ['pilots', [...pack.pilots.schemes, ...pack.pilots.readiness, ...pack.pilots.pilots, ...pack.pilots.pilots.flatMap((one) => [one.goal, one.comparison].filter((part) => part !== undefined))]],
    ['care', [...pack.care.pathways, ...pack.care.ages, ...pack.care.amounts]],
    ['grants', [...pack.grants.years, ...pack.grants.grants]],
    ['duties', [...pack.duties.adoptions, ...pack.duties.duties.flatMap((d) => [...d.rules, ...d.groups, ...d.evidence])]],
  ];
  check('access_points', 'source', pack.access_points.flatMap((p) => p.professions.flatMap((one) => one.sources)));
  check('access_points', 'organisation', pack.access_points.map((p) => p.agency));
  check('access_points', 'priority', pack.access_points.map((p) => p.priority));
  for (const [file, entries] of sourced) check(file, 'source', entries.flatMap((entry) => entry.sources));
  check('priorities', 'body', pack.priorities.map((p) => p.body));
  check('priorities', 'area', pack.priorities.flatMap((p) => p.areas));
  check('priorities', 'domain', pack.priorities.flatMap((p) => p.domains));
  check('milestones', 'priority', pack.milestones.map((m) => m.priority));
  check('milestones', 'body', pack.milestones.flatMap((m) => [m.body, ...m.confirmed.map((c) => c.body)]));
  check('duties', 'body', pack.duties.duties.map((d) => ('body' in d.owner ? d.owner.body : undefined)));
  for (const duty of pack.duties.duties) {
    const groups = new Set(duty.groups.map((g) => g.id));
    for (const { group } of duty.evidence) if (group !== undefined && !groups.has(group)) problems.push(`duties.yaml names the group ${group}, which the duty ${duty.id} does not have`);
  }
  check('bodies', 'organisation', pack.bodies.flatMap((b) => b.members.map((m) => m.organisation)));
  check('bodies', 'body', pack.bodies.flatMap((b) => b.states.map((s) => s.mergedInto)));
  check('seats', 'body', pack.seats.map((s) => s.body));
  check('pilots', 'organisation', pack.pilots.pilots.map((one) => one.agency));
  const { fund } = pack;
  check('fund', 'account', [...(fund.officer ? [fund.officer] : []), ...fund.scorers]);
  check('fund', 'priority', fund.calls.flatMap((one) => one.applications.flatMap(({ priorities }) => priorities)));
  check('fund', 'municipality', fund.calls.flatMap((one) => one.applications.flatMap(({ municipalities }) => municipalities)));
  check('demo', 'body', pack.demo.members.map((m) => m.body));
  check('demo', 'organisation', pack.demo.members.map((m) => m.agency));
  check('demo', 'seat', pack.demo.members.flatMap((m) => m.seats));
  check('organisations', 'organisation', pack.organisations.map((o) => o.successor));
  check('news', 'topic', pack.news.map((n) => n.topic));
  check('news', 'priority', pack.news.map((n) => n.priority));
  check('demo', 'organisation', pack.demo.accounts.map((a) => a.agency));
  check('demo', 'organisation', pack.demo.outreach);
  check('demo', 'body', pack.demo.accounts.map((a) => a.body));
  check('demo', 'organisation', pack.demo.people.flatMap((p) => [p.agency, ...p.consents.flatMap((c) => c.to), ...p.instructions.map((i) => i.agency)]));
  check('demo', 'account', pack.demo.people.flatMap((p) => [...p.assigned, ...[...p.housing, ...p.health, ...p.notes, ...p.glass].map((one) => one.by), ...p.instructions.map((i) => i.account)]));
  const { lists, stays, news, assessments, referrals, plans, seniors } = pack.demo.work;
  check('demo', 'organisation', [...lists, ...seniors].map((one) => one.agency).concat(plans.flatMap((one) => one.team.map(({ agency }) => agency))));
  check('demo', 'person', [...stays, ...news, ...assessments, ...referrals, ...plans].map((one) => one.person));
  check('demo', 'service', referrals.map((one) => one.service));
  check('demo', 'account', [...stays, ...news, ...assessments, ...referrals, ...plans, ...lists.flatMap((one) => one.refusals), ...[...referrals, ...plans].flatMap((one) => [...one.steps]), ...seniors.flatMap((one) => [...one.attempts, ...one.scores])].map((one) => one.by)
    .concat(plans.map((one) => one.coordinator), seniors.flatMap(({ joined }) => (joined ? [joined.by, joined.caller] : []))));
  check('demo', 'municipality', pack.demo.issues.map((i) => i.municipality));
  check('meetings', 'municipality', pack.meetings.map((m) => m.municipality));
  check('meetings', 'consultation', pack.meetings.map((m) => m.consultation));
  check('demo', 'consultation', pack.demo.surveys.map((s) => s.consultation));
  check('demo', 'department', pack.demo.publications.flatMap((p) => p.departments));
  const { demo: sitting } = pack.review;
  check('review', 'account', sitting ? [sitting.chair, sitting.liaison, ...sitting.reviewers] : []);
  const { demo: overdoses } = pack.alerts;
  check('alerts', 'organisation', [overdoses?.agency]);
  check('alerts', 'municipality', Object.keys({ ...overdoses?.eventsPerYear, ...overdoses?.visitsPerYear }));
  const watched = new Set(pack.alerts.series.map((one) => one.id));
  for (const id of [...pack.alerts.rules.map((rule) => rule.series), ...(overdoses?.visits ? [overdoses.visits] : [])]) if (!watched.has(id)) problems.push(`alerts.yaml names the series ${id}, which does not exist`);
  check('consultations', 'priority', pack.consultations.flatMap((c) => themesOf(c).flatMap((t) => t.answers.map((a) => ('priority' in a ? a.priority : undefined)))));
  check('consultations', 'milestone', pack.consultations.flatMap((c) => themesOf(c).flatMap((t) => t.answers.map((a) => ('milestone' in a ? a.milestone : undefined)))));
  check('consultations', 'municipality', pack.consultations.flatMap((c) => c.pieces.map((p) => p.municipality)));
  check('consultations', 'account', pack.consultations.flatMap((c) => c.pieces.flatMap((p) => Object.keys(p.codes))));
  for (const consultation of pack.consultations) {
    const themes = new Set(themesOf(consultation).map((t) => t.id));
    for (const id of consultation.pieces.flatMap((p) => Object.values(p.codes).flat())) if (!themes.has(id)) problems.push(`consultations.yaml names the theme ${id}, which ${consultation.id} does not have`);
  }
  return [...problems, ...findFigureProblems(pack.figures, ids.domain), ...findIndicatorProblems(pack.indicators, pack.figures, ids), ...findServiceProblems(pack.services, ids.municipality, ids.organisation)];
}

function themesOf({ themes }: Pack['consultations'][number]) {
  return themes.flatMap((one) => [one, ...one.children]);
}
