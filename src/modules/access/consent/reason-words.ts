import type { Words } from '#app/platform/language/language.ts';
import type { Reason } from './rules.ts';

const en: Readonly<Record<Reason, string>> = {
  barred: 'Closed to you: you are recused, or the record names you.',
  'break-glass': 'Shown because you broke the glass; it closes by itself and is reviewed.',
  role: 'Your role does not open this section.',
  'no-relation': 'Your organisation neither holds the record nor has the person’s consent to it.',
  locked: 'Withheld at the person’s direction.',
  'locked-unmarked': 'Withheld at the person’s direction, without saying so.',
  supervising: 'Shown because you supervise in the organisation that holds the record.',
  assigned: 'Shown because you are assigned to this person.',
  consent: 'Shown because the person consented to share it with your organisation.',
};
/** Why a section is shown, withheld or closed, in one sentence each. */
export const reasonWords: Words<typeof en> = {
  en,
  fr: {
    barred: 'Fermé pour vous : vous êtes récusé, ou le dossier vous nomme.',
    'break-glass': 'Affiché en raison de votre accès d’exception; il se referme de lui-même et fera l’objet d’un examen.',
    role: 'Votre rôle n’ouvre pas cette section.',
    'no-relation': 'Votre organisme ne tient pas ce dossier et n’a pas le consentement de la personne.',
    locked: 'Non communiqué, à la demande de la personne.',
    'locked-unmarked': 'Non communiqué, à la demande de la personne, sans le dire.',
    supervising: 'Affiché parce que vous supervisez dans l’organisme qui tient le dossier.',
    assigned: 'Affiché parce que cette personne vous est confiée.',
    consent: 'Affiché parce que la personne a consenti à le communiquer à votre organisme.',
  },
};
