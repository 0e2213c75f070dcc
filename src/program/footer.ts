import type { Bilingual } from '#app/platform/language/language.ts';
import type { NavigationGroup, NavigationItem } from '#app/ui/page-frame.ts';

/** Under which heading a reader looks for it; what stands nowhere goes with the site itself. */
const headings: readonly { readonly label: Bilingual; readonly keys: readonly string[] }[] = [
  { label: { en: 'For you', fr: 'Pour vous' }, keys: ['follow-request', 'follow-referral', 'own-plan', 'outreach', 'sealed-report', 'alerts'] },
  { label: { en: 'Your voice', fr: 'Votre voix' }, keys: ['follow', 'surveys', 'events', 'said', 'updates'] },
  { label: { en: 'The plan', fr: 'Le plan' }, keys: ['about', 'documents', 'published', 'duties', 'situation', 'training', 'fund', 'pilots'] },
  { label: { en: 'Numbers', fr: 'Chiffres' }, keys: ['alcohol', 'open-data', 'protection', 'sources'] },
];
const site: Bilingual = { en: 'This site', fr: 'Ce site' };

/** The footer's links under their headings, in the order in which the headings name them. */
export function groupFooter(items: readonly NavigationItem[]): readonly NavigationGroup[] {
  const placed = headings.map(({ label, keys }) => ({ label, items: keys.flatMap((key) => items.filter((item) => item.key === key)) }));
  const rest = items.filter((item) => !headings.some(({ keys }) => keys.includes(item.key)));
  return [...placed, { label: site, items: rest }].filter((group) => group.items.length > 0);
}
