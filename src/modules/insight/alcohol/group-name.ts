import type { Bilingual } from '#app/platform/language/language.ts';

/** A group of sex and age as a name for readers and as part of an address: women aged 15 to 34, female-15-34. */
export function groupName(gender: 'Female' | 'Male', ageGroup: string): { readonly slug: string; readonly name: Bilingual } {
  const [en, fr] = gender === 'Female' ? ['women', 'femmes'] : ['men', 'hommes'];
  const [, from, to] = /^0{0,3}(\d{1,3})\s*[-–]\s*0{0,3}(\d{1,3})$/.exec(ageGroup) ?? [];
  const [, older] = /^(\d+)\s*\+$/.exec(ageGroup) ?? [];
  const age = from !== undefined ? { en: `aged ${from} to ${to}`, fr: `de ${from} à ${to} ans` } : older !== undefined ? { en: `aged ${older} and over`, fr: `de ${older} ans et plus` } : { en: ageGroup, fr: ageGroup };
  return { slug: `${gender.toLowerCase()}-${ageGroup.replace('+', '-plus').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`, name: { en: `${en} ${age.en}`, fr: `${fr} ${age.fr}` } };
}
