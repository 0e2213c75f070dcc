import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isOutcome, type Outcome } from '../issue/rules.ts';
import { isDay } from '#app/ui/format.ts';
import { officeWords } from './words.ts';

export type DecisionInput = {
  readonly outcome: Outcome; readonly body: string; readonly decidedOn: string; readonly reason: Bilingual; readonly title: Bilingual;
  /** The table that the issue goes to, or the name of one that is formed for it. */
  readonly table: string | undefined; readonly newTable: Bilingual | undefined; readonly action: { readonly title: Bilingual; readonly due: string } | undefined;
};


/** Reads the decision form: a decision, or what is wrong with it by field. */
export function readDecision(form: Form, language: Language, today: string, bodies: readonly string[]): { value: DecisionInput } | { errors: Record<string, string> } {
  const words = officeWords[language];
  const text = form.text;
  const errors: Record<string, string> = {};
  const outcome = text('outcome');
  if (!isOutcome(outcome)) errors.outcome = words.missingOutcome;
  if (!bodies.includes(text('body'))) errors.body = words.missingBody;
  if (!isDay(text('decided-on')) || text('decided-on') > today) errors['decided-on'] = words.badDate;
  for (const name of ['reason-en', 'reason-fr', 'title-en', 'title-fr']) if (text(name) === '') errors[name] = words.missingBoth;
  if (outcome === 'assigned' && text('new-table-en') === '' && !bodies.includes(text('table'))) errors.table = words.missingTable;
  const wantsTable = text('new-table-en') !== '' || text('new-table-fr') !== '';
  if (wantsTable && (text('new-table-en') === '' || text('new-table-fr') === '')) errors['new-table-en'] = words.missingBoth;
  if (wantsTable && text('table') !== '') errors['new-table-en'] = words.oneTable;
  const wantsAction = text('action-en') !== '' || text('action-fr') !== '';
  if (wantsAction && (text('action-en') === '' || text('action-fr') === '')) errors['action-en'] = words.missingBoth;
  if (wantsAction && !isDay(text('action-due'))) errors['action-due'] = words.badDue;
  if (Object.keys(errors).length > 0 || !isOutcome(outcome)) return { errors };
  return {
    value: {
      outcome, body: text('body'), decidedOn: text('decided-on'), reason: { en: text('reason-en'), fr: text('reason-fr') }, title: { en: text('title-en'), fr: text('title-fr') },
      table: bodies.includes(text('table')) ? text('table') : undefined,
      newTable: wantsTable ? { en: text('new-table-en').slice(0, 200), fr: text('new-table-fr').slice(0, 200) } : undefined,
      action: wantsAction ? { title: { en: text('action-en'), fr: text('action-fr') }, due: text('action-due') } : undefined,
    },
  };
}
