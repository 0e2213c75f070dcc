import type { Bilingual, Language } from '#app/platform/language/language.ts';

export type NavigationItem = { readonly key: string; readonly path: string; readonly label: Bilingual; readonly roles?: readonly string[]; /** A door to help: it stands before everything else. */ readonly help?: true };
export type NavigationGroup = { readonly label?: Bilingual; readonly items: readonly NavigationItem[] };

/** What every page of an installation shows. */
export type Site = {
  readonly name: Bilingual;
  readonly place: Bilingual;
  readonly notServiceOf: Bilingual;
  /** Until a community adopts the installation, every page says that it is a demonstration. */
  readonly adopted: boolean;
  readonly demonstration: boolean;
  readonly timeZone: string;
  /** Date and time of the demonstration's clock; undefined where the real clock runs. */
  readonly clockText: (language: Language) => string | undefined;
  readonly baseUrl: string;
  /** The sender of mails, as a mail header writes it. */
  readonly mailFrom: string;
  readonly stylesheet: string;
  readonly script: (name: string) => string;
  /** The text of a script, for a page that holds it in itself and names it by its hash. */
  readonly scriptText: (name: string) => string;
  readonly navigation: readonly NavigationItem[];
  readonly footer: readonly NavigationGroup[];
  readonly staffNavigation: readonly NavigationGroup[];
};
export type SiteSource = () => Site;

/** One page: which language, which address, which title, and who looks at it. */
export type PageFrame = {
  readonly language: Language;
  readonly path: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly site: Site;
  /** Key of the navigation item that this page belongs to. */
  readonly current?: string | undefined;
  readonly csrf?: string | undefined;
  readonly staff?: { readonly name: string; readonly roles: readonly string[] } | undefined;
  /** Not for search engines: pages with a key, forms in the middle of their steps. */
  readonly unlisted?: boolean | undefined;
  readonly hasErrors?: boolean | undefined;
};

type Visitor = { readonly language: Language; readonly path: string; readonly csrf?: string | undefined; readonly actor: { readonly kind: string; readonly name?: string; readonly roles?: readonly string[] } };

/** The frame of a page from the request that asks for it. */
export function frameOf(visit: Visitor, site: Site, page: { title: string; description?: string; current?: string; unlisted?: boolean; hasErrors?: boolean }): PageFrame {
  const { actor } = visit;
  return {
    language: visit.language, path: visit.path, site, csrf: visit.csrf, ...page,
    staff: actor.kind === 'staff' && actor.name !== undefined ? { name: actor.name, roles: actor.roles ?? [] } : undefined,
  };
}

/** The address of a path in a language. */
export function localized(language: Language, path: string): string {
  return path === '/' ? `/${language}` : `/${language}${path}`;
}
