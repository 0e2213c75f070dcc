import type { Words } from '#app/platform/language/language.ts';
import type { Shows } from './rules.ts';

const en: Readonly<Record<Shows, string>> = {
  'break-glass': 'Shown because you broke the glass; it closes by itself and is reviewed.',
  supervising: 'Shown because you supervise in the organisation that holds the record.',
  assigned: 'Shown because you are assigned to this person.',
  consent: 'Shown because the person consented to share it with your organisation.',
};
/** Why a section is shown, in one sentence each. */
export const reasonWords: Words<typeof en> = {
  en,
  fr: {
    'break-glass': 'Affiché en raison de votre accès d’exception; il se referme de lui-même et fera l’objet d’un examen.',
    supervising: 'Affiché parce que vous supervisez dans l’organisme qui tient le dossier.',
    assigned: 'Affiché parce que cette personne vous est confiée.',
    consent: 'Affiché parce que la personne a consenti à le communiquer à votre organisme.',
  },
};
