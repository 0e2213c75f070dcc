import { type Block, type Document, type Inline, writeFiles } from '#app/modules/insight/index.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { bytes } from '#app/platform/http/answer.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import type { OwnPlan } from './queries.ts';
import { ownPlanWords } from './words.ts';

export const fileFormats = ['html', 'pdf', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];
const types = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const;

/** Her plan as a document that stands for itself: the same words in the page to keep and the PDF. */
export function planDocument(plan: OwnPlan, language: Language, today: string, timeZone: string): Document {
  const words = ownPlanWords[language];
  const day = (date: string) => formatDate(language, date);
  const text = (value: string): Inline => ({ kind: 'text', text: value });
  const list = (items: readonly string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items: items.map((one) => [text(one)]) }] : []);
  return {
    language, title: plan.firstName ? words.hello(plan.firstName) : words.myPlan, date: today, author: plan.firstName ?? words.myPlan, notice: words.fileNotice, kicker: words.kicker,
    details: [{ term: words.written, text: day(today) }, ...(plan.birth ? [{ term: words.born, text: day(plan.birth) }] : [])],
    blocks: [
      { kind: 'heading', level: 2, text: words.goals },
      ...(plan.goals.length === 0 ? [{ kind: 'paragraph', content: [text(words.noGoals)] } as const] : []),
      ...plan.goals.flatMap((goal): Block[] => [
        { kind: 'heading', level: 3, text: goal.inWords },
        { kind: 'paragraph', content: [text(`${words.areaLabel}${colon(language)}${words.areas[goal.area]}. ${words.stateLabel}${colon(language)}${words.states[goal.state]}.`)] },
        ...list(goal.steps.map((step) => `${step.inWords}${step.doneOn ? `, ${words.doneOn(day(step.doneOn))}` : step.dueOn ? `, ${words.dueOn(day(step.dueOn))}` : ''}`)),
        ...list(goal.words.map((one) => `${day(dateIn(timeZone, new Date(one.writtenAt)))}, ${words.by[one.side]}${colon(language)}${one.inWords}`)),
      ]),
    ],
  };
}

/** The plan as a file. JSON holds every goal, step and word with its dates, for programs. Throws where a PDF cannot be typeset. */
export async function planFile(plan: OwnPlan, format: FileFormat, at: { language: Language; today: string; timeZone: string; baseUrl: string }) {
  const headers = { 'content-disposition': `attachment; filename="${at.language === 'fr' ? 'mon-plan' : 'my-plan'}.${format}"`, 'cache-control': 'no-store' };
  if (format === 'json') {
    const { goals, ready, firstName, birth, joinedOn, leftOn, pilot } = plan;
    return bytes(types.json, `${JSON.stringify({ asOf: at.today, firstName, birth, pilot: pilot[at.language], joinedOn, leftOn, ready, goals: goals.map(({ id: _id, ...goal }) => ({ ...goal, steps: goal.steps.map(({ id: _step, ...step }) => step) })) }, null, 2)}\n`, { headers });
  }
  const [body = ''] = await writeFiles([planDocument(plan, at.language, at.today, at.timeZone)], format, at.baseUrl);
  return bytes(types[format], body, { headers });
}
