import type { Language, Words } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';

const en = {
  missing: (slug: string) => `The figure “${slug}” does not exist today. Correct its name in the text, or take it out.`,
  noIndicator: (slug: string) => `The indicator “${slug}” does not exist today. Correct its name in the text, or take it out.`,
  superseded: (slug: string, label: string, by: string) => `The figure “${slug}” (${label}) was revised: name “${by}”, or write {figure:${slug} superseded} to cite the earlier value and say so.`,
  stale: (slug: string, label: string, since: string) => `The figure “${slug}” (${label}) has been out of date since ${formatDate('en', since)}. Publish a newer value first, or take it out.`,
  notReleasable: (slug: string, label: string) => `The figure “${slug}” (${label}) may not be released under its disclosure rule. Take it out.`,
  noText: (heading: string, language: Language) => `The section “${heading}” has no text in ${language === 'en' ? 'English' : 'French'}.`,
};

export const refusalWords: Words<typeof en> = {
  en,
  fr: {
    missing: (slug) => `Le chiffre « ${slug} » n’existe pas aujourd’hui. Corrigez son nom dans le texte, ou retirez-le.`,
    noIndicator: (slug) => `L’indicateur « ${slug} » n’existe pas aujourd’hui. Corrigez son nom dans le texte, ou retirez-le.`,
    superseded: (slug, label, by) => `Le chiffre « ${slug} » (${label}) a été révisé : nommez « ${by} », ou écrivez {figure:${slug} superseded} pour citer la valeur antérieure en le précisant.`,
    stale: (slug, label, since) => `Le chiffre « ${slug} » (${label}) n’est plus à jour depuis le ${formatDate('fr', since)}. Publiez d’abord une valeur plus récente, ou retirez-le.`,
    notReleasable: (slug, label) => `Le chiffre « ${slug} » (${label}) ne peut être diffusé selon sa règle de divulgation. Retirez-le.`,
    noText: (heading, language) => `La section « ${heading} » n’a pas de texte en ${language === 'en' ? 'anglais' : 'français'}.`,
  },
};
