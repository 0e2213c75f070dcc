import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

export type Quote = { readonly theme: string; readonly language: Language; readonly body: string; readonly demonstration: boolean };
export type Theme = { readonly id: string; readonly name: Bilingual; readonly quotes: readonly Quote[] };

/** The themes of published consultation reports that a priority answers, with their approved quotes, as everybody may read them. */
export async function listThemes({ sql }: Scope, priority: string): Promise<Theme[]> {
  const themes = await sql<Omit<Theme, 'quotes'>[]>`select distinct on (theme_id) theme_id as id, name from engagement.published_theme where ${priority} = any (priorities) order by theme_id, published_on desc`;
  const quotes = await sql<Quote[]>`select theme_id as theme, language, body, demonstration from engagement.published_quote order by id`;
  return themes.map((theme) => ({ ...theme, quotes: quotes.filter((one) => one.theme === theme.id) }));
}
