import { evaluate, statusOf, type Surroundings } from '../evaluate.ts';
import { extensionNumber } from '../extensions.ts';
import type { Json } from '../fhir.ts';
import { nameOf } from '../form/field-names.ts';
import type { Issue } from '../issue.ts';
import type { Compiled, CompiledItem } from '../model.ts';
import { type Node, readTree } from '../tree.ts';
import { urls } from '../urls.ts';
import { issueWords, type Language } from '../words.ts';
import { branchAttribute } from './branch.ts';
import { type Drawing, drawing } from './context.ts';
import { attribute, escapeHtml } from './escape.ts';
import { drawQuestion, notesFor } from './question.ts';
import { isHint } from './view.ts';

export type RenderOptions = Surroundings & {
  readonly language: Language;
  /** The linkId of the one step to draw; without it, the whole page. */
  readonly step?: string | undefined;
  /** Issues of a validation of the same response; each is shown at its question. */
  readonly issues?: readonly Issue[] | undefined;
  /** How many blank inputs to add to a repeating question, by the name of its field. */
  readonly blanks?: ReadonlyMap<string, number> | undefined;
  /** Items that do not apply now: left out, or there but hidden so that a script can open them. */
  readonly branches?: 'absent' | 'hidden' | undefined;
  /** The zone in which date-times are shown and typed. */
  readonly zone?: string | undefined;
};

const empty: Json = { resourceType: 'QuestionnaireResponse', status: 'in-progress' };

/**
 * Draws the fields of a questionnaire with the answers of a response, as HTML that stands inside a form of the caller's: labels bound to inputs, groups and
 * choices as fieldsets, notes and errors tied to their inputs, works without JavaScript. Items that do not apply are left out.
 */
export function renderFields(compiled: Compiled, response: Json | undefined, options: RenderOptions): string {
  const words = issueWords(options.language);
  const given = response ?? empty;
  const root = readTree(compiled, given, words, () => undefined);
  evaluate(compiled, root, { now: options.now, context: options.context, counting: 'sound', status: statusOf(given), words, report: () => undefined });
  const errors = errorsByPath(options.issues ?? []);
  const drawn = drawing(compiled, { language: options.language, errorsAt: (path) => errors.get(path) ?? [], blanks: options.blanks ?? new Map(), branches: options.branches ?? 'absent', zone: options.zone ?? 'UTC' });
  return drawNodes(drawn, root.children.filter((node) => options.step === undefined || node.item?.linkId === options.step), '');
}

function errorsByPath(issues: readonly Issue[]): ReadonlyMap<string, readonly string[]> {
  const errors = new Map<string, string[]>();
  for (const { severity, expression, text } of issues) {
    if (severity !== 'error') continue;
    const known = errors.get(expression);
    if (known) known.push(text);
    else errors.set(expression, [text]);
  }
  return errors;
}

function drawNodes(drawn: Drawing, nodes: readonly Node[], suffix: string): string {
  let html = '';
  for (const [place, node] of nodes.entries()) {
    const { item } = node;
    if (!item || (!node.enabled && drawn.branches === 'absent') || isHint(item)) continue;
    const branch = branchAttribute(item, suffix);
    if (!node.enabled && branch === '') continue;
    const inner = drawItem(drawn, item, node, suffix, { nodes, place });
    html += branch === '' ? inner : `<div class="branch"${branch}${node.enabled ? '' : ' hidden'}>${inner}${drawn.branches === 'hidden' ? `<input type="hidden" name="~put"${attribute('value', item.linkId)}>` : ''}</div>`;
  }
  return html;
}

type Siblings = { readonly nodes: readonly Node[]; readonly place: number };

function drawItem(drawn: Drawing, item: CompiledItem, node: Node, suffix: string, siblings: Siblings): string {
  const inner = (nodes: readonly Node[], below: string) => drawNodes(drawn, nodes, below);
  if (item.type === 'display') return item.hidden ? '' : drawNote(drawn, item);
  if (item.type !== 'group') return drawQuestion(drawn, item, node, suffix, inner);
  if (item.hidden) return '';
  return item.repeats ? drawRepeatedGroup(drawn, item, node, suffix, siblings) : drawGroup(drawn, item, node, inner(node.children, suffix), nameOf(item.linkId, suffix));
}

function drawNote(drawn: Drawing, item: CompiledItem): string {
  const { label } = drawn.view(item);
  const role = item.control === 'header' || item.control === 'footer' ? ` ${item.control}` : '';
  return label === '' ? '' : `<p class="note${role}">${label}</p>`;
}

function drawGroup(drawn: Drawing, item: CompiledItem, node: Node, inner: string, name: string): string {
  if (inner === '') return '';
  const { label } = drawn.view(item);
  const notes = notesFor(drawn, item, name.replaceAll(/\s/g, '_'), drawn.errorsAt(node.path));
  if (label === '' && notes.html === '') return `<div class="group">${inner}</div>`;
  return `<fieldset class="group${notes.invalid ? ' bad' : ''}"${attribute('aria-describedby', notes.describedBy)}><legend>${label}</legend>${notes.html}${inner}</fieldset>`;
}

function drawRepeatedGroup(drawn: Drawing, item: CompiledItem, node: Node, suffix: string, { nodes, place }: Siblings): string {
  const own = nameOf(item.linkId, `${suffix}[${node.index}]`);
  const [first, last] = [nodes[place - 1]?.item !== item, nodes[place + 1]?.item !== item];
  const marker = `<input type="hidden"${attribute('name', `${own}~row`)} value="1">`;
  const most = extensionNumber(item.definition, urls.maxOccurs) ?? Number.POSITIVE_INFINITY;
  const remove = first && last ? '' : `<button type="submit" name="remove"${attribute('value', own)} class="button link">${escapeHtml(drawn.words.removeGroup(node.index + 1))}</button>`;
  const add = last && node.index + 1 < most ? `<button type="submit" name="add"${attribute('value', nameOf(item.linkId, suffix))} class="button quiet">${escapeHtml(`${drawn.words.addGroup} (${drawn.view(item).name})`)}</button>` : '';
  return drawGroup(drawn, item, node, drawNodes(drawn, node.children, `${suffix}[${node.index}]`) + marker + remove, own) + add;
}
