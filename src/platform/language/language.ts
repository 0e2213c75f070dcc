/** The two languages of every page; `en` first because it is the fallback for an unknown preference. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text that exists in both languages; the database checks the same (domain platform.bilingual). */
export type Bilingual = { readonly en: string; readonly fr: string };

/** Words of a feature: the English keys fix the French ones. */
export type Words<W> = { readonly en: W; readonly fr: W };

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'fr';
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'fr' : 'en';
}
