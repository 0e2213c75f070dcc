import { isObject, plainText, textAt, valuesOf } from '../fhir.ts';
import { isListed } from '../form/field-names.ts';
import type { Compiled, CompiledItem } from '../model.ts';
import { sameValue } from '../options.ts';
import type { Language } from '../words.ts';
import { type Drawing, drawing } from './context.ts';
import { escapeHtml } from './escape.ts';
import { isHint } from './view.ts';

/**
 * The questionnaire for paper: the same numbers as on the screen, a box for each answer, lines to write on, and in words when a question applies. Everything
 * is printed but what is hidden or calculated.
 */
export function renderPrint(compiled: Compiled, language: Language): string {
  const drawn = drawing(compiled, { language, errorsAt: () => [], blanks: new Map(), branches: 'absent', zone: 'UTC' });
  return printItems(drawn, compiled.items);
}

function printItems(drawn: Drawing, items: readonly CompiledItem[]): string {
  return items.filter((item) => !item.hidden && !isHint(item) && !item.calculated).map((item) => printItem(drawn, item)).join('');
}

function printItem(drawn: Drawing, item: CompiledItem): string {
  const { label, hints } = drawn.view(item);
  const nested = printItems(drawn, item.children);
  const head = `${conditionText(drawn, item)}<p class="label">${label}</p>${hints === '' ? '' : `<p class="hint">${hints}</p>`}`;
  if (item.type === 'display') return `<p class="note">${label}</p>`;
  if (item.type === 'group') return `<section class="paper-group">${head}${nested}${item.repeats ? `<p class="hint">${drawn.words.moreRows}</p>` : ''}</section>`;
  return `<div class="paper-question">${head}${answerSpace(drawn, item)}${nested}</div>`;
}

function conditionText(drawn: Drawing, item: CompiledItem): string {
  if (item.conditions.length === 0) return '';
  const { words } = drawn;
  const texts = item.conditions.map(({ condition, source }) => {
    const [wanted] = valuesOf(condition, 'answer');
    const label = wanted ? drawn.view(source).options[source.options.list.findIndex((option) => sameValue(option, wanted))]?.replaceAll(/<[^>]*>/g, '') : undefined;
    const raw = wanted?.type === 'Boolean' && condition.operator !== 'exists' ? (wanted.value === true ? words.yes : words.no) : isObject(wanted?.value) ? (textAt(wanted.value, 'display') ?? textAt(wanted.value, 'code') ?? plainText(wanted.value.value)) : plainText(wanted?.value);
    return words.condition(escapeHtml(source.number || drawn.view(source).name), escapeHtml(condition.operator), label ?? escapeHtml(raw));
  });
  return `<p class="paper-condition">${words.onlyIf(item.behavior === 'all', texts)}</p>`;
}

function answerSpace(drawn: Drawing, item: CompiledItem): string {
  const { words } = drawn;
  const box = (label: string) => `<li><span class="paper-box" aria-hidden="true">☐</span> ${label}</li>`;
  if (isListed(item)) {
    const other = item.type === 'open-choice' ? box(`${drawn.view(item).openLabel} <span class="paper-line"></span>`) : '';
    return `<p class="hint">${item.repeats ? words.chooseAny : words.chooseOne}</p><ul class="paper-choices">${drawn.view(item).options.map(box).join('')}${other}</ul>`;
  }
  if (item.type === 'boolean') return `<ul class="paper-choices">${box(words.yes)}${box(words.no)}</ul>`;
  return '<p class="paper-line"></p>'.repeat(item.type === 'text' ? 4 : item.repeats ? 3 : 1);
}
