import { isObject, textAt } from '../fhir.ts';
import { hasOwnIndex, idOf, isListed, nameOf } from '../form/field-names.ts';
import type { CompiledItem } from '../model.ts';
import type { Answer, Node } from '../tree.ts';
import { choicesFor, isSelect, selectFor, unresolvedFor, yesNoFor } from './choices.ts';
import type { Drawing } from './context.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type Binding, inputFor, kept, numberText } from './inputs.ts';

export type DrawNodes = (nodes: readonly Node[], suffix: string) => string;

const blanks = new WeakMap<CompiledItem, Map<string, string>>();

/** A question with its label, notes, errors, inputs, and the items nested under its answers. A blank one is drawn once for each language and kept. */
export function drawQuestion(drawing: Drawing, item: CompiledItem, node: Node, suffix: string, drawNodes: DrawNodes): string {
  const blank = suffix === '' && node.answers.length === 0 && node.computed.length === 0 && item.children.length === 0 && drawing.blanks.size === 0 && drawing.errorsAt(node.path).length === 0;
  if (!blank) return drawAnswered(drawing, item, node, suffix, drawNodes);
  const drawn = blanks.get(item) ?? new Map<string, string>();
  const known = drawn.get(drawing.language);
  if (known !== undefined) return known;
  const html = drawAnswered(drawing, item, node, suffix, drawNodes);
  blanks.set(item, drawn.set(drawing.language, html));
  return html;
}

function drawAnswered(drawing: Drawing, item: CompiledItem, node: Node, suffix: string, drawNodes: DrawNodes): string {
  if (item.hidden) return node.answers.map((answer) => kept(answerName(item, suffix, node.answers.indexOf(answer)), { type: answer.type, value: answer.value })).join('');
  if (item.readOnly) return drawReadOnly(drawing, item, node, suffix) + drawNested(item, node, suffix, drawNodes);
  const name = nameOf(item.linkId, suffix);
  const unresolved = item.options.unresolved !== undefined && item.options.list.length === 0;
  if (unresolved) return fieldset(drawing, item, node, name, unresolvedFor(drawing, item, name, node.answers)) + drawNested(item, node, suffix, drawNodes);
  if (isSelect(item)) return single(drawing, item, node, name, (binding) => selectFor(drawing, item, name, node.answers, binding)) + drawNested(item, node, suffix, drawNodes);
  if (isListed(item)) return fieldset(drawing, item, node, name, choicesFor(drawing, item, suffix, node.answers, (answer, inner) => inset(drawNodes(answer.children, inner)))) + (item.repeats ? '' : drawNested(item, node, suffix, drawNodes));
  if (item.type === 'boolean' && !item.repeats) return fieldset(drawing, item, node, name, yesNoFor(drawing, name, node.answers[0]?.value)) + drawNested(item, node, suffix, drawNodes);
  if (item.repeats) return fieldset(drawing, item, node, name, repeated(drawing, item, node, suffix, drawNodes));
  return single(drawing, item, node, name, (binding) => inputFor(drawing, item, name, node.answers[0], binding)) + drawNested(item, node, suffix, drawNodes);
}

function answerName(item: CompiledItem, suffix: string, place: number): string {
  return nameOf(item.linkId, hasOwnIndex(item) ? `${suffix}[${place}]` : suffix);
}

function drawNested(item: CompiledItem, node: Node, suffix: string, drawNodes: DrawNodes): string {
  if (item.children.length === 0) return '';
  const inner = (place: number) => (item.repeats ? `${suffix}[${place}]` : suffix);
  if (node.answers.length === 0) return inset(drawNodes(node.children, inner(0)));
  return node.answers.map((answer, place) => inset(drawNodes(answer.children, inner(place)))).join('');
}

function inset(html: string): string {
  return html === '' ? '' : `<div class="nested">${html}</div>`;
}

type Notes = { readonly html: string; readonly describedBy: string | undefined; readonly invalid: boolean };

export function notesFor(drawing: Drawing, item: CompiledItem, id: string, errors: readonly string[]): Notes {
  const { hints } = drawing.view(item);
  const hint = hints === '' ? '' : `<p class="hint"${attribute('id', `${id}-hint`)}>${hints}</p>`;
  const error = errors.length === 0 ? '' : `<p class="error-text"${attribute('id', `${id}-error`)}>${errors.map(escapeHtml).join(' ')}</p>`;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { html: hint + error, describedBy: describedBy || undefined, invalid: error !== '' };
}

function errorsOf(drawing: Drawing, node: Node): readonly string[] {
  return [...new Set([...drawing.errorsAt(node.path), ...node.answers.flatMap((_, place) => drawing.errorsAt(`${node.path}.answer[${place}]`))])];
}

function single(drawing: Drawing, item: CompiledItem, node: Node, name: string, draw: (binding: Binding) => string): string {
  const id = idOf(name);
  const { label, mark } = drawing.view(item);
  const notes = notesFor(drawing, item, id, errorsOf(drawing, node));
  return `<div class="field${notes.invalid ? ' bad' : ''}"><label${attribute('for', id)}>${label}${mark}</label>${notes.html}${draw({ ...notes, required: item.required })}</div>`;
}

function fieldset(drawing: Drawing, item: CompiledItem, node: Node, name: string, inner: string): string {
  const { label, mark } = drawing.view(item);
  const notes = notesFor(drawing, item, idOf(name), errorsOf(drawing, node));
  return `<fieldset class="field${notes.invalid ? ' bad' : ''}"${attribute('aria-describedby', notes.describedBy)}><legend>${label}${mark}</legend>${notes.html}${inner}</fieldset>`;
}

function repeated(drawing: Drawing, item: CompiledItem, node: Node, suffix: string, drawNodes: DrawNodes): string {
  const field = nameOf(item.linkId, suffix);
  const count = Math.max(1, node.answers.length + (drawing.blanks.get(field) ?? 0));
  const rows = Array.from({ length: count }, (_, place) => {
    const [answer, name]: [Answer | undefined, string] = [node.answers[place], nameOf(item.linkId, `${suffix}[${place}]`)];
    const id = idOf(name);
    const binding = { describedBy: undefined, invalid: drawing.errorsAt(`${node.path}.answer[${place}]`).length > 0, required: false };
    const input = item.type === 'boolean' ? yesNoFor(drawing, name, answer?.value) : inputFor(drawing, item, name, answer, binding);
    const nested = item.children.length === 0 ? '' : inset(drawNodes(answer ? answer.children : node.answers.length === 0 ? node.children : [], `${suffix}[${place}]`));
    return `<div class="repeat"><label${attribute('for', id)}>${drawing.words.answer(place + 1)}</label>${input}${nested}</div>`;
  });
  return `${rows.join('')}<button type="submit" name="add"${attribute('value', field)} class="button quiet">${drawing.words.addAnswer}</button>`;
}

function drawReadOnly(drawing: Drawing, item: CompiledItem, node: Node, suffix: string): string {
  const answers = node.computed.length > 0 ? node.computed : node.answers;
  const shown = answers.map((answer) => drawing.view(item).options[item.options.list.findIndex((option) => option.token === answer.option?.token)] ?? escapeHtml(shownText(answer.value, drawing)));
  const carried = answers.map((answer, place) => kept(answerName(item, suffix, place), { type: answer.type, value: answer.value })).join('');
  const id = idOf(nameOf(item.linkId, suffix));
  return `<div class="field"><p class="label"${attribute('id', `${id}-label`)}>${drawing.view(item).label}</p><output${attribute('id', id)}${attribute('aria-labelledby', `${id}-label`)}>${shown.join(', ') || drawing.words.notAnswered}</output>${carried}</div>`;
}

function shownText(value: unknown, { words, language }: Drawing): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (!isObject(value)) return numberText(value, language);
  if (typeof value.value === 'number') return `${numberText(value.value, language)} ${textAt(value, 'unit') ?? textAt(value, 'code') ?? ''}`.trim();
  return textAt(value, 'display') ?? textAt(value, 'title') ?? textAt(value, 'reference') ?? textAt(value, 'code') ?? '';
}
