import { RE2JS } from 're2js';

const longestPattern = 1_000;
const longestText = 20_000;

export type Pattern = { readonly matches: (text: string) => boolean };

/**
 * Compiles a regular expression with a linear-time engine (RE2), so that no pattern can make a check slow.
 * The whole text must match. Gives undefined for what RE2 does not know (look-ahead, back-references) and for patterns that are too long.
 */
export function compilePattern(source: string): Pattern | undefined {
  const compiled = compileLinear(source);
  return compiled && { matches: (text) => text.length <= longestText && compiled.matcher(text).matches() };
}

/** As compilePattern, for the functions of expressions. Dots match line ends, as FHIRPath asks. */
export function compileLinear(source: string): RE2JS | undefined {
  if (source.length > longestPattern) return undefined;
  try {
    return RE2JS.compile(source, RE2JS.DOTALL);
  } catch {
    return undefined;
  }
}
