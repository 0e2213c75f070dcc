import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { ageBandOf, type Door, misfit, type Misfit, staffDoors } from '../access-point/rules.ts';
import type { Detail, NewIntake } from './queries.ts';
import { type Asker, preferences } from './rules.ts';
import { intakeWords } from './words.ts';

/** What a form asks for, without what the program adds: ids, hashes, due times. `misfit` says why another point may be the right one. */
export type Asked = { readonly given: Omit<NewIntake, 'id' | 'once' | 'code_hash' | 'due_on' | 'due_at'>; readonly detail: Detail; readonly misfit: Misfit | undefined };

const lengths: Readonly<Record<string, number>> = { given: 100, family: 100, municipality: 100, spoken: 100, phone: 60, email: 200, times: 500, story: 4000, 'professional-name': 200, 'professional-organisation': 200, 'professional-phone': 60, 'professional-email': 200 };

/** The form of a request for help, by whoever fills it in. Neither a name nor an age is needed, and nothing is refused for want of consent to share. */
export function readIntake(form: Form, language: Language, point: AccessPoint, asker: Asker): Read<Asked> {
  const words = intakeWords[language];
  const errors: Record<string, string> = {};
  const text = (name: string) => form.text(name) || null;
  for (const [name, limit] of Object.entries(lengths)) if (form.text(name).length > limit) errors[name] = words.tooLong(limit);
  const door: Door | undefined = asker === 'self' ? 'web' : asker === 'professional' ? 'professional' : staffDoors.find((one) => one === form.text('door') && point.doors.includes(one));
  if (!door) errors.door = words.noDoor;
  if (asker === 'professional') professionalErrors(form, point, language, errors);
  const age = /^\d{1,3}$/.test(form.text('age')) ? Number(form.text('age')) : undefined;
  if (form.text('age') !== '' && (age === undefined || age > 120)) errors.age = words.badAge;
  const inSchool = form.text('school') === 'yes' ? true : form.text('school') === 'no' ? false : undefined;
  const condition = ['yes', 'no', 'unsure'].find((one) => one === form.text('condition')) ?? null;
  const profession = asker === 'professional' ? point.professions.find((one) => one.id === form.text('profession'))?.id : undefined;
  const wrong = misfit(point, { age, inSchool, condition: condition ?? undefined, profession });
  if (wrong === 'ask-school') errors.school = words.noSchool;
  if (asker !== 'staff' && form.text('story') === '') errors.story = words.noStory;
  const preference = preferences.find((one) => one === form.text('preference'));
  if (!preference) errors.preference = words.noPreference;
  if ((preference === 'phone' || preference === 'text') && form.text('phone') === '') errors.phone = words.noPhone;
  if (preference === 'email' && form.text('email') === '') errors.email = words.noEmail;
  for (const name of ['email', 'professional-email']) if (form.text(name) !== '' && !isMailAddress(form.text(name))) errors[name] = words.badEmail;
  if (Object.keys(errors).length > 0 || !door || !preference) return { errors };
  const knows = asker === 'professional' ? (form.text('knows') === 'agrees' ? 'agrees' : 'unsure') : null;
  return { value: {
    misfit: wrong,
    given: { point_slug: point.slug, door, language: form.text('language') === 'fr' ? 'fr' : 'en', anonymous: form.text('given') === '' && form.text('family') === '', do_not_contact: preference === 'none',
      message_ok: preference !== 'none' && form.text('message') === 'yes', may_share: form.text('share') === 'yes', knows, age_band: ageBandOf(age) },
    detail: { whom: asker === 'professional' ? 'other' : form.text('whom') === 'other' ? 'other' : form.text('whom') === 'self' ? 'self' : null, given_name: text('given'), family_name: text('family'), age: age ?? null,
      in_school: inSchool ?? null, condition_answer: condition, municipality: text('municipality'), spoken: text('spoken'), preference, phone: preference === 'none' ? null : text('phone'),
      email: preference === 'none' ? null : text('email'), safe_times: text('times'), story: text('story'), profession: profession ?? null, professional_name: text('professional-name'),
      professional_organisation: text('professional-organisation'), professional_phone: text('professional-phone'), professional_email: text('professional-email') },
  } };
}

function professionalErrors(form: Form, point: AccessPoint, language: Language, errors: Record<string, string>): void {
  const words = intakeWords[language];
  if (!['agrees', 'unsure'].includes(form.text('knows'))) errors.knows = words.noKnows;
  if (!point.professions.some((one) => one.id === form.text('profession'))) errors.profession = words.noProfession;
  if (form.text('professional-name') === '') errors['professional-name'] = words.noProfessionalName;
  if (form.text('professional-phone') === '' && form.text('professional-email') === '') errors['professional-phone'] = words.noProfessionalReach;
}

/** Fields that a form hands on to another point of access. */
const own = new Set(['csrf', 'carried', 'anyway', 'point']);
export function carriedFields(form: Form): readonly (readonly [string, string])[] {
  return form.entries().filter(([name]) => !own.has(name));
}
