import { isId } from '#app/platform/db/id.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { Submission } from '../issue/actions.ts';
import { proposalWords } from './words.ts';

export const steps = ['what', 'where', 'affected', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];
/** Which fields stand on which page. */
export const fieldsOf: Readonly<Record<Step, readonly string[]>> = { what: ['title', 'description'], where: ['municipality'], affected: ['affected'], contact: ['name', 'email', 'phone', 'organisation'], check: [] };
export const draftFields = ['title', 'description', 'municipality', 'affected', 'name', 'email', 'phone', 'organisation', 'id', 'seed'] as const;
export type Draft = Readonly<Record<(typeof draftFields)[number], string>>;

export function draftOf(form: Form): Draft {
  const text = (name: keyof Draft) => form.text(name);
  return { title: text('title'), description: text('description'), municipality: text('municipality'), affected: text('affected'), name: text('name'), email: text('email'), phone: text('phone'), organisation: text('organisation'), id: text('id'), seed: text('seed') };
}

/** What is wrong with a draft, by field; of one step, or of all. */
export function draftErrors(draft: Draft, language: Language, municipalities: readonly string[], step?: Step): Record<string, string> {
  const words = proposalWords[language];
  const errors: Record<string, string> = {};
  if (draft.title === '') errors.title = words.titleMissing;
  else if (draft.title.length > 200) errors.title = words.titleLong;
  if (draft.description === '') errors.description = words.descriptionMissing;
  else if (draft.description.length > 4000) errors.description = words.descriptionLong;
  if (draft.affected.length > 2000) errors.affected = words.affectedLong;
  if (draft.municipality !== '' && !municipalities.includes(draft.municipality)) errors.municipality = words.municipalityWrong;
  if (draft.email !== '' && !isMailAddress(draft.email)) errors.email = words.emailWrong;
  for (const name of ['name', 'phone', 'organisation'] as const) if (draft[name].length > 200) errors[name] = words.contactLong;
  return step === undefined ? errors : Object.fromEntries(Object.entries(errors).filter(([name]) => fieldsOf[step].includes(name)));
}

/** The step on which a field stands. */
export function stepOf(field: string): Step {
  return steps.find((step) => fieldsOf[step].includes(field)) ?? 'what';
}

export function submissionOf(draft: Draft, language: Language, channel: 'web' | '311'): Submission {
  return {
    channel, language, title: draft.title, description: draft.description, municipality: draft.municipality, affected: draft.affected,
    ...(isId(draft.id) ? { id: draft.id } : {}), ...(draft.seed.length >= 16 ? { seed: draft.seed } : {}),
    proposer: { name: draft.name, email: draft.email, phone: draft.phone, organisation: draft.organisation },
  };
}
