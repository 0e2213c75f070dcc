import type { Bilingual } from '#app/platform/language/language.ts';

/** What the early warning asks of its keeper. */
export const alertJobWords: Readonly<Record<'decide' | 'reviewLevel' | 'reviewAlert', Bilingual>> = {
  decide: { en: 'Look at a drafted overdose alert: confirm or dismiss it', fr: 'Examiner une ébauche d’alerte de surdoses : la confirmer ou l’écarter' },
  reviewLevel: { en: 'Review the public overdose alert level', fr: 'Revoir le niveau public d’alerte aux surdoses' },
  reviewAlert: { en: 'Review an overdose alert that is still open', fr: 'Revoir une alerte de surdoses encore ouverte' },
};
