import { type Language, languages } from '#app/platform/language/language.ts';
import type { Figure } from '../figure/figure.ts';
import { type Block, type Document, heading } from './document/model.ts';
import { blocksOf, indicatorsIn, mentionsIn } from './document/prose.ts';
import { figureInlines } from './figure-inline.ts';
import { figureRefusal, type Refusal } from './refusal/refusal.ts';
import type { Earlier, Gathered, Template } from './template.ts';

/** The plan office's text of a section; '' where it has not been written. */
export type Text = { readonly en: string; readonly fr: string };
export type Texts = Readonly<Record<string, Text>>;

/** What stands around the sections: the document without its blocks. */
export type Furniture = (language: Language) => Omit<Document, 'blocks' | 'language'>;

export type Part = { readonly key: string; readonly blocks: readonly Block[] };
export type Compiled = {
  readonly documents: Readonly<Record<Language, Document>>;
  /** The blocks by section, without the headings: empty ones too. */
  readonly parts: Readonly<Record<Language, readonly Part[]>>;
  readonly refusals: readonly Refusal[];
};

type Given = {
  readonly template: Template;
  readonly gathered: Gathered;
  readonly figures: readonly Figure[];
  /** What stands for an indicator that a text sets; undefined where there is none of that name. */
  readonly indicator?: (language: Language, slug: string) => readonly Block[] | undefined;
  readonly texts: Texts;
  readonly earlier: Earlier | undefined;
  readonly furniture: Furniture;
};

/**
 * Makes the document of each language from records, figures and texts. What may not be published is told all at once in `refusals`; the
 * documents are for looking at only while there is one. Pure: the same records give the same documents.
 */
export function compile(given: Given): Compiled {
  const { template, gathered, figures, texts } = given;
  const cited = languages.flatMap((language) => template.sections.flatMap((section) => mentionsIn(texts[section.key]?.[language] ?? '')));
  const refusals: Refusal[] = [];
  for (const section of template.sections)
    for (const language of languages) {
      const other = texts[section.key]?.[language === 'en' ? 'fr' : 'en'] ?? '';
      if ((texts[section.key]?.[language] ?? '') === '' && (section.required || other !== '')) refusals.push({ kind: 'no-text', heading: section.heading, language });
    }
  const asked = [...cited, ...gathered.figures.map((slug) => ({ slug, superseded: false }))];
  for (const mention of asked.filter((one, index) => asked.findIndex((other) => other.slug === one.slug && other.superseded === one.superseded) === index)) {
    const figure = figures.find((one) => one.slug === mention.slug);
    const refusal = figure ? figureRefusal(figure, gathered.today, mention.superseded) : { kind: 'missing' as const, slug: mention.slug };
    if (refusal) refusals.push(refusal);
  }
  const set = languages.flatMap((language) => template.sections.flatMap((section) => indicatorsIn(texts[section.key]?.[language] ?? '')));
  for (const slug of new Set(set)) if (!given.indicator?.('en', slug)) refusals.push({ kind: 'no-indicator', slug });
  const slugs = [...new Set(cited.filter((one) => !one.superseded).map((one) => one.slug))];
  const parts = { en: partsIn('en', given, slugs), fr: partsIn('fr', given, slugs) };
  return { documents: { en: documentOf('en', given, parts.en), fr: documentOf('fr', given, parts.fr) }, parts, refusals };
}

function partsIn(language: Language, { template, gathered, figures, indicator, texts, earlier }: Given, cited: readonly string[]): Part[] {
  return template.sections.map(({ key, textFirst }) => {
    const prose = blocksOf(texts[key]?.[language] ?? '', (mention) => {
      const figure = figures.find((one) => one.slug === mention.slug);
      return figure ? figureInlines(language, figure, mention.superseded) : undefined;
    }, (slug) => indicator?.(language, slug));
    const automatic = gathered.automatic(key, language, { earlier, cited });
    return { key, blocks: textFirst ? [...prose, ...automatic] : [...automatic, ...prose] };
  });
}

function documentOf(language: Language, { template, furniture }: Given, parts: readonly Part[]): Document {
  const blocks = template.sections.flatMap((section): Block[] => {
    const own = parts.find((one) => one.key === section.key)?.blocks ?? [];
    return own.length > 0 ? [heading(2, section.heading[language]), ...own] : [];
  });
  return { language, ...furniture(language), blocks };
}
