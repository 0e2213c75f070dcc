import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Identity } from '../person/queries.ts';
import { nameKey } from '../person/search-key.ts';
import { readStay } from '../stay/input.ts';
import { type Relation, relations } from './queries.ts';
import { householdWords } from './words.ts';

/** The lines that the form for a household has. */
export const places = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const longest = 200;

type Name = { readonly given: string; readonly family: string; readonly birth: string };
export type Added = { readonly from: string; readonly relation: Relation; readonly own: Relation | undefined; readonly known: string | undefined; readonly identity: Identity | undefined };

/** One more person: somebody known, or both names of somebody new. `begins`: the household is begun, so the person of the page has a relation too. */
export function readAdded(form: Form, language: Language, today: string, begins: boolean): Read<Added> {
  const words = householdWords[language];
  const errors: Record<string, string> = {};
  const [known, from] = [form.text('known'), form.text('from')];
  const relation = relations.find((one) => one === form.text('relation'));
  const own = relations.find((one) => one === form.text('own'));
  const name = nameIn(form, '');
  if (!relation) errors.relation = words.noRelation;
  if (begins && !own) errors.own = words.noRelation;
  if (relation === 'head' && own === 'head') errors.relation = words.oneHead;
  if (!isDay(from) || from > today) errors.from = words.badDay;
  if (known !== '' && isNamed(name)) errors.known = words.both;
  else if (known === '' && !isWhole(name)) errors.known = words.noPerson;
  Object.assign(errors, wrongIn(name, '', language, today));
  if (Object.keys(errors).length > 0 || !relation) return { errors };
  return { value: { from, relation, own: begins ? own : undefined, known: known || undefined, identity: known === '' ? identityOf(name) : undefined } };
}

export type Line = { readonly place: number; readonly relation: Relation; readonly identity: Identity };
export type Stayed = NonNullable<ReturnType<typeof readStay>['value']>;
export type Entered = { readonly lines: readonly Line[]; readonly language: 'en' | 'fr'; readonly stay: Stayed | undefined; readonly needs: string };

/** The form for a whole household: people, where they stay, what they need. */
export function readEntered(form: Form, language: Language, today: string): Read<Entered> {
  const words = householdWords[language];
  const errors: Record<string, string> = {};
  const lines: Line[] = [];
  for (const place of places) {
    const name = nameIn(form, `-${place}`);
    const relation = relations.find((one) => one === form.text(`relation-${place}`)) ?? (place === 1 ? 'head' : undefined);
    if (!isNamed(name) && place > 1) continue;
    if (!isWhole(name)) errors[`given-${place}`] = place === 1 ? words.noFirst : words.halfName;
    if (!relation) errors[`relation-${place}`] = words.noRelation;
    Object.assign(errors, wrongIn(name, `-${place}`, language, today));
    if (relation) lines.push({ place, relation, identity: identityOf(name) });
  }
  const heads = lines.filter((one) => one.relation === 'head');
  if (heads.length > 1) errors[`relation-${heads[1]?.place}`] = words.oneHead;
  const needs = form.text('needs');
  if (needs.length > 4000) errors.needs = words.tooLong(4000);
  const stays = ['kind', 'place', 'start', 'end', 'evidence'].some((field) => form.text(field) !== '');
  const stay = stays ? readStay(form, language, today) : undefined;
  Object.assign(errors, stay?.errors);
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { lines, language: form.text('language') === 'fr' ? 'fr' : 'en', stay: stay?.value, needs } };
}

const nameIn = (form: Form, suffix: string): Name => ({ given: form.text(`given${suffix}`), family: form.text(`family${suffix}`), birth: form.text(`birth${suffix}`) });
const isNamed = (name: Name) => name.given !== '' || name.family !== '' || name.birth !== '';
const isWhole = (name: Name) => nameKey(name.given) !== '' && nameKey(name.family) !== '';

function wrongIn(name: Name, suffix: string, language: Language, today: string): Record<string, string> {
  const words = householdWords[language];
  const errors: Record<string, string> = {};
  if (name.given.length > longest) errors[`given${suffix}`] = words.tooLong(longest);
  if (name.family.length > longest) errors[`family${suffix}`] = words.tooLong(longest);
  if (name.birth !== '' && (!isDay(name.birth) || name.birth > today)) errors[`birth${suffix}`] = words.badBirth;
  return errors;
}

function identityOf({ given, family, birth }: Name): Identity {
  return { givenName: given, familyName: family, birthDate: birth || null, birthEstimated: false, gender: null, municipality: null, languages: [], interpreter: false };
}
