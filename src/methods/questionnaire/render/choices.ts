import { isObject, plainText, textAt, type Typed } from '../fhir.ts';
import { extensionText } from '../extensions.ts';
import { idOf, nameOf } from '../form/field-names.ts';
import type { CompiledItem } from '../model.ts';
import type { Answer } from '../tree.ts';
import { urls } from '../urls.ts';
import type { Drawing } from './context.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type Binding, bindingOf, identity, kept } from './inputs.ts';

const listControls = new Set(['drop-down', 'autocomplete', 'lookup']);
const longList = 12;

/** Whether a choice is shown as a list that opens, and not as radio buttons or boxes to tick. */
export function isSelect(item: CompiledItem): boolean {
  if (item.type !== 'choice' || item.repeats) return false;
  if (item.control !== undefined) return listControls.has(item.control);
  return item.options.list.length > longList;
}

export function selectFor(drawing: Drawing, item: CompiledItem, name: string, answers: readonly Answer[], binding: Binding): string {
  const labels = drawing.view(item).options;
  const options = item.options.list.map((option, index) => `<option${attribute('value', option.token)}${answers.some((answer) => answer.option?.token === option.token) ? ' selected' : ''}>${withoutTags(labels[index] ?? '')}</option>`);
  return `<select${identity(name)}${bindingOf(binding)} autocomplete="off"><option value="">${drawing.words.choose}</option>${options.join('')}</select>`;
}

/** Radio buttons, or boxes where several answers are allowed; `nested` draws what stands under a chosen answer. */
export function choicesFor(drawing: Drawing, item: CompiledItem, suffix: string, answers: readonly Answer[], nested: (answer: Answer, suffix: string) => string): string {
  const name = nameOf(item.linkId, suffix);
  const labels = drawing.view(item).options;
  const inline = extensionText(item.definition, urls.choiceOrientation) === 'horizontal' ? ' inline' : '';
  const kind = item.repeats ? 'checkbox' : 'radio';
  const rows = item.options.list.map((option, index) => {
    const answer = answers.find((one) => one.option?.token === option.token);
    const id = index === 0 ? idOf(name) : `${idOf(name)}-${index}`;
    const row = `<div class="choice"><input type="${kind}"${attribute('id', id)}${attribute('name', name)}${attribute('value', option.token)}${answer ? ' checked' : ''}${attribute('data-exclusive', option.exclusive)}><div><label${attribute('for', id)}>${labels[index] ?? ''}</label></div></div>`;
    return answer && item.repeats ? row + nested(answer, `${suffix}[${index}]`) : row;
  });
  return `<div class="choices${inline}">${rows.join('')}${item.type === 'open-choice' ? otherChoice(drawing, item, name, answers) : ''}</div>`;
}

function otherChoice(drawing: Drawing, item: CompiledItem, name: string, answers: readonly Answer[]): string {
  const texts = answers.filter((answer) => !answer.option).map(otherText);
  const [id, label] = [`${idOf(name)}-other`, drawing.view(item).openLabel];
  const field = `${name}~other`;
  const box = (text: string, place: number) => `<input type="text"${attribute('id', place === 0 ? id : `${id}-${place}`)}${attribute('name', field)}${attribute('value', text)}${place === 0 ? '' : attribute('aria-label', withoutTags(label))} autocomplete="off">`;
  return `<div class="choice-other"><label${attribute('for', id)}>${label}</label>${(texts.length > 0 ? texts : ['']).map(box).join('')}</div>`;
}

function otherText(answer: Typed): string {
  return isObject(answer.value) ? (textAt(answer.value, 'display') ?? textAt(answer.value, 'code') ?? '') : plainText(answer.value);
}

export function yesNoFor(drawing: Drawing, name: string, value: unknown): string {
  const row = (token: string, label: string, id: string) => `<div class="choice"><input type="radio"${attribute('id', id)}${attribute('name', name)} value="${token}"${plainText(value) === token ? ' checked' : ''}><div><label${attribute('for', id)}>${label}</label></div></div>`;
  return `<div class="choices">${row('true', drawing.words.yes, idOf(name))}${row('false', drawing.words.no, `${idOf(name)}-no`)}</div>`;
}

/** A choice whose list is not at hand: what was answered stays, and the form says so. */
export function unresolvedFor(drawing: Drawing, item: CompiledItem, name: string, answers: readonly Answer[]): string {
  const shown = answers.map((answer) => `<li>${escapeHtml(otherText(answer))}</li>${kept(name, { type: answer.type, value: answer.value })}`);
  const text = item.type === 'open-choice' ? `<input type="text"${attribute('id', idOf(name))}${attribute('name', `${name}~other`)} value="" autocomplete="off"${attribute('aria-label', drawing.view(item).name)}>` : '';
  return `<p class="hint">${drawing.words.unresolved}</p>${shown.length > 0 ? `<ul>${shown.join('')}</ul>` : ''}${text}`;
}

function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}
