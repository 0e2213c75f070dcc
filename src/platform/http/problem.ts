import { isAway } from '#app/platform/db/away.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

type Problem = { readonly status: number; readonly title: Bilingual; readonly text: Bilingual };

/** The one catalogue of what can go wrong with a request. A person reads these words and a reference, never a message of the machine. */
export const problems = {
  'bad-request': {
    status: 400,
    title: { en: 'We could not read this request', fr: 'Nous n’avons pas pu lire cette demande' },
    text: { en: 'The address or the form was damaged on its way. Go back, then try again.', fr: 'L’adresse ou le formulaire a été endommagé en chemin. Revenez en arrière, puis réessayez.' },
  },
  'not-signed-in': {
    status: 401,
    title: { en: 'A key is needed', fr: 'Une clé est nécessaire' },
    text: { en: 'Send the key of your program in the Authorization header. It may have ended: ask the administrator for another.', fr: 'Envoyez la clé de votre programme dans l’en-tête Authorization. Elle a peut-être pris fin : demandez-en une autre à l’administration.' },
  },
  'not-found': {
    status: 404,
    title: { en: 'Page not found', fr: 'Page introuvable' },
    text: { en: 'There is nothing at this address, or it is not open to you. Check the address, or start from the plan.', fr: 'Il n’y a rien à cette adresse, ou elle ne vous est pas ouverte. Vérifiez l’adresse, ou repartez du plan.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'This page does not take that kind of request', fr: 'Cette page n’accepte pas ce type de demande' },
    text: { en: 'Open the page again and use the form on it.', fr: 'Rouvrez la page et servez-vous du formulaire qui s’y trouve.' },
  },
  'stale-form': {
    status: 403,
    title: { en: 'This form has expired', fr: 'Ce formulaire a expiré' },
    text: { en: 'You were signed out, or the form came from another site. Nothing was saved. Go back, copy what you typed, sign in and try again.', fr: 'Votre session a pris fin, ou le formulaire venait d’un autre site. Rien n’a été enregistré. Revenez en arrière, copiez votre texte, ouvrez une session et réessayez.' },
  },
  'not-acceptable': {
    status: 406,
    title: { en: 'This form of answer does not exist', fr: 'Cette forme de réponse n’existe pas' },
    text: { en: 'Ask for one of the forms that the description names.', fr: 'Demandez l’une des formes que la description indique.' },
  },
  conflict: {
    status: 409,
    title: { en: 'Somebody changed this before you', fr: 'Quelqu’un a modifié ceci avant vous' },
    text: { en: 'Go back, load the page again to see the change, and decide whether yours is still needed.', fr: 'Revenez en arrière, rechargez la page pour voir la modification, et décidez si la vôtre est encore utile.' },
  },
  'too-large': {
    status: 413,
    title: { en: 'This is too large', fr: 'C’est trop volumineux' },
    text: { en: 'What you sent is larger than this page accepts. Shorten the text or leave out a file, then try again.', fr: 'Ce que vous avez envoyé dépasse ce que cette page accepte. Raccourcissez le texte ou retirez un fichier, puis réessayez.' },
  },
  'unsupported-type': {
    status: 415,
    title: { en: 'This kind of content is not accepted here', fr: 'Ce type de contenu n’est pas accepté ici' },
    text: { en: 'Use the form on the page, or the content type that the description names.', fr: 'Servez-vous du formulaire de la page, ou du type de contenu que la description indique.' },
  },
  'too-many': {
    status: 429,
    title: { en: 'Too many requests', fr: 'Trop de demandes' },
    text: { en: 'Many requests came from your connection. Wait a minute, then try again. If you need help now, call 911 or 9-8-8.', fr: 'Beaucoup de demandes sont venues de votre connexion. Attendez une minute, puis réessayez. Si vous avez besoin d’aide maintenant, composez le 911 ou le 9-8-8.' },
  },
  unexpected: {
    status: 500,
    title: { en: 'Something went wrong on our side', fr: 'Un problème est survenu de notre côté' },
    text: { en: 'Nothing of this step was saved. Go back and try again; if it happens again, tell us the reference below.', fr: 'Rien de cette étape n’a été enregistré. Revenez en arrière et réessayez; si le problème se répète, donnez-nous la référence ci-dessous.' },
  },
  unavailable: {
    status: 503,
    title: { en: 'We cannot do this right now', fr: 'Nous ne pouvons pas le faire en ce moment' },
    text: { en: 'Part of the service is being restarted. What we confirmed to you is safe. Wait a minute, then try again.', fr: 'Une partie du service redémarre. Ce que nous vous avons confirmé est en sûreté. Attendez une minute, puis réessayez.' },
  },
} as const satisfies Record<string, Problem>;

export type ProblemName = keyof typeof problems;

/** Thrown deep inside a request to end it with a problem of the catalogue. */
export class ProblemRaised extends Error {
  readonly problem: ProblemName;
  constructor(name: ProblemName) {
    super(name);
    this.problem = name;
  }
}

/** Which problem an unexpected error is: a database that is away or full comes back, anything else is ours. */
export function problemOf(error: unknown): ProblemName {
  if (error instanceof ProblemRaised) return error.problem;
  return isAway(error) ? 'unavailable' : 'unexpected';
}
