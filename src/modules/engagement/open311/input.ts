import type { Form } from '#app/platform/http/form.ts';
import type { Submission } from '../issue/actions.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { Service } from './queries.ts';

const number = (text: string) => (/^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : undefined);

/** Reads a posted request; an empty parameter is an absent one. A text is what is wrong with it, in the words of the specification. */
export function readRequest(form: Form, services: readonly Service[], language: 'en' | 'fr'): { value: Submission } | { status: 400 | 404; error: string } {
  const code = form.text('service_code');
  if (code === '') return { status: 400, error: 'service_code required' };
  const service = services.find((one) => one.code === code);
  if (!service) return { status: 404, error: 'service_code not found' };
  const [lat, long] = [number(form.text('lat')), number(form.text('long'))];
  const address = form.text('address_string') || form.text('address_id');
  if ((lat === undefined || long === undefined || Math.abs(lat) > 90 || Math.abs(long) > 180) && address === '') return { status: 400, error: 'lat and long, address_string or address_id required' };
  const description = form.text('description');
  if (description.length > 4000) return { status: 400, error: 'description must have 4000 characters or fewer' };
  const given = service.attributes.map((attribute) => ({ attribute, values: [...form.list(`attribute[${attribute.code}]`), ...form.list(`attribute[${attribute.code}][]`)] }));
  const missing = given.find(({ attribute, values }) => attribute.required && values.length === 0);
  if (missing) return { status: 400, error: `${missing.attribute.code} required` };
  const strange = given.find(({ attribute, values }) => attribute.values && values.some((value) => !attribute.values?.some(([key]) => key === value)));
  if (strange) return { status: 400, error: `${strange.attribute.code} is not one of its values` };
  if (form.text('email') !== '' && !isMailAddress(form.text('email'))) return { status: 400, error: 'email is not an address' };
  const said = given.flatMap(({ attribute, values }) => values.map((value) => `${attribute[language]} ${attribute.values?.find(([key]) => key === value)?.[language === 'en' ? 1 : 2] ?? value}`));
  return {
    value: {
      channel: 'open311', language, title: service.name[language], description: [description, ...said].filter(Boolean).join('\n') || service.name[language], serviceCode: code, aboutPerson: service.kind === 'blackbox',
      ...(address ? { address: address.slice(0, 300) } : {}), ...(lat !== undefined && long !== undefined ? { lat, long } : {}),
      proposer: { name: [form.text('first_name'), form.text('last_name')].filter(Boolean).join(' ').slice(0, 200), email: form.text('email'), phone: form.text('phone').slice(0, 40) },
    },
  };
}
