import type { CompiledItem } from '../model.ts';

/**
 * Names of form fields: the linkId, then `[n]` for each repetition around it and its own (from 0), then `~part` for a second input of the same answer:
 * `phq-1`, `child[1]`, `allergy[0][2]`, `weight~unit`. In the linkId, `%`, `[`, `]` and `~` stand as `%25` and so on; so does the first letter of a linkId that
 * is a name with a meaning of its own (add, remove, step, csrf, language).
 */
export type FieldName = { readonly linkId: string; readonly indexes: readonly number[]; readonly part: string };

const reserved = new Set(['add', 'remove', 'step', 'csrf', 'language']);
const shape = /^([^[\]~]+)((?:\[\d{1,4}\])*)(?:~([a-z]+))?$/;

export function nameOf(linkId: string, suffix = '', part = ''): string {
  const plain = linkId.replaceAll(/[%[\]~]/g, hex);
  return `${reserved.has(plain) ? plain.replace(/^./, hex) : plain}${suffix}${part ? `~${part}` : ''}`;
}

export function parseName(name: string): FieldName | undefined {
  const [, encoded, indexes = '', part = ''] = shape.exec(name) ?? [];
  if (encoded === undefined) return undefined;
  const linkId = encoded.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { linkId, indexes: [...indexes.matchAll(/\d+/g)].map((match) => Number(match[0])), part };
}

/** The id of the first input of a field: its name without white space, so that a link can point to it. */
export function idOf(name: string): string {
  return name.replaceAll(/\s/g, hex);
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** Whether every answer of the question has an input of its own, so that its name carries an index. */
export function hasOwnIndex(item: CompiledItem): boolean {
  return item.repeats && !isListed(item);
}

/** Whether the answers are ticked in one list. */
export function isListed(item: CompiledItem): boolean {
  return item.options.list.length > 0;
}
