import type { Bilingual } from '#app/platform/language/language.ts';

export type Theme = {
  readonly id: string; readonly consultation: string; readonly parent: string | null; readonly position: number; readonly mergedInto: string | null; readonly name: Bilingual;
  /** Earlier names, newest first. */
  readonly earlier: readonly Bilingual[];
};
/** A theme as coders see it: with the number that they type, and whether it stands under another. */
export type NumberedTheme = Theme & { readonly number: number; readonly depth: 0 | 1 };

/** The standing themes in the order of the tree, numbered from 1: parents with their own after them. Merged ones have no number. */
export function numberThemes(themes: readonly Theme[]): NumberedTheme[] {
  const standing = themes.filter((theme) => theme.mergedInto === null).toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  const roots = standing.filter((theme) => theme.parent === null);
  const ordered = roots.flatMap((root) => [{ ...root, depth: 0 as const }, ...standing.filter((theme) => theme.parent === root.id).map((theme) => ({ ...theme, depth: 1 as const }))]);
  return ordered.map((theme, index) => ({ ...theme, number: index + 1 }));
}

export type MergeRefusal = 'same' | 'other-consultation' | 'merged-already' | 'has-children' | 'holds-merged' | 'has-answers';

/**
 * Why a theme cannot be merged into another; undefined where it can. One step only, so that it can be undone. What was done about a theme is said under its
 * name, so a theme that is `answered` stays until its answers stand elsewhere.
 */
export function mergeRefusal(themes: readonly Theme[], from: Theme, into: Theme, answered: boolean): MergeRefusal | undefined {
  if (from.id === into.id) return 'same';
  if (from.consultation !== into.consultation) return 'other-consultation';
  if (from.mergedInto !== null || into.mergedInto !== null) return 'merged-already';
  if (themes.some((theme) => theme.parent === from.id && theme.mergedInto === null)) return 'has-children';
  if (themes.some((theme) => theme.mergedInto === from.id)) return 'holds-merged';
  return answered ? 'has-answers' : undefined;
}

/**
 * The themes behind the numbers that a coder typed, such as "3 7" or "3,7"; 0 alone says that no theme fits. Undefined where a number is not in the
 * list, or 0 stands beside another.
 */
export function readNumbers(typed: string, themes: readonly NumberedTheme[]): string[] | undefined {
  const parts = typed.split(/[\s,;.]+/).filter(Boolean);
  if (parts.length === 1 && parts[0] === '0') return [];
  const found = parts.map((part) => themes.find((theme) => String(theme.number) === part)?.id);
  return parts.length === 0 || found.some((id) => id === undefined) ? undefined : [...new Set(found.flatMap((id) => id ?? []))];
}
