import type { Answer } from '#app/platform/http/answer.ts';
import { bytes } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { submitIssue } from '../issue/actions.ts';
import { openStates } from '../issue/rules.ts';
import { errorDocument, type Format, listDocument, oneDocument, stamp } from './documents.ts';
import { discoveryDocument } from './discovery.ts';
import { readRequest } from './input.ts';
import { keyHolds, listPublicRequests, listServices, type PublicRequest, type Service } from './queries.ts';

const formats: readonly Format[] = ['json', 'xml'];
const key: NonNullable<Route['capability']> = ({ query, form }) => form.text('api_key') || query.get('api_key') || undefined;
const ninetyDays = 90 * 86_400_000;

/** GeoReport v2 and its discovery, in XML and JSON. What concerns a person goes in and can never be read out. */
export function open311Routes(): Route[] {
  const shared = { localized: false, may: 'anyone', audit: 'none', machine: true } as const;
  return formats.flatMap((format): Route[] => [
    { ...shared, method: 'GET', path: `/open311/discovery.${format}`, handle: async (visit) => bytes(format === 'xml' ? 'text/xml' : 'application/json', discoveryDocument(format, visit.baseUrl), { headers: { 'access-control-allow-origin': '*' } }) },
    { ...shared, method: 'GET', path: `/open311/v2/services.${format}`, handle: async (visit) => listDocument(format, 'services', 'service', (await listServices(visit)).map((service) => serviceRow(service, languageOf(visit)))) },
    { ...shared, method: 'GET', path: `/open311/v2/services/:code{.+\\.${format}}`, handle: async (visit) => await showService(visit, format) },
    { ...shared, method: 'POST', path: `/open311/v2/requests.${format}`, audit: 'open311.request', capability: key, limit: { name: 'open311', max: 120, seconds: 600 }, handle: async (visit) => await postRequest(visit, format) },
    { ...shared, method: 'GET', path: `/open311/v2/requests.${format}`, limit: { name: 'open311-read', max: 600, seconds: 600 }, handle: async (visit) => await listRequests(visit, format) },
    { ...shared, method: 'GET', path: `/open311/v2/requests/:id{.+\\.${format}}`, limit: { name: 'open311-read', max: 600, seconds: 600 }, handle: async (visit) => await showRequest(visit, format) },
    { ...shared, method: 'GET', path: `/open311/v2/tokens/:token{.+\\.${format}}`, handle: async () => errorDocument(format, 404, 'token not found; references are given at once') },
  ]);
}

const languageOf = (visit: Visit) => (visit.query.get('locale')?.startsWith('fr') ? 'fr' : visit.language);
const bare = (value: string | undefined, format: Format) => (value ?? '').slice(0, -format.length - 1);

function serviceRow(service: Service, language: 'en' | 'fr') {
  return { service_code: service.code, service_name: service.name[language], description: service.description[language], metadata: service.attributes.length > 0, type: service.kind, keywords: service.keywords, group: service.group };
}

async function showService(visit: Visit, format: Format): Promise<Answer> {
  const language = languageOf(visit);
  const service = (await listServices(visit)).find((one) => one.code === bare(visit.params.code, format));
  if (!service) return errorDocument(format, 404, 'service_code not found');
  const attributes = service.attributes.map((one, index) => ({
    variable: true, code: one.code, datatype: one.datatype, required: one.required, datatype_description: '', order: index + 1, description: one[language],
    values: (one.values ?? []).map(([value, en, fr]) => ({ key: value, name: language === 'en' ? en : fr })),
  }));
  const inXml = { service_code: service.code, attributes: { attribute: attributes.map((one) => ({ ...one, values: { value: one.values } })) } };
  return oneDocument(format, 'service_definition', inXml, { service_code: service.code, attributes });
}

async function postRequest(visit: Visit, format: Format): Promise<Answer> {
  if (key({ params: {}, query: visit.query, form: visit.form }) && !(await keyHolds(visit))) return errorDocument(format, 403, 'api_key is not known');
  const read = readRequest(visit.form, await listServices(visit), languageOf(visit));
  if ('error' in read) return errorDocument(format, read.status, read.error);
  const done = await submitIssue(visit, read.value);
  visit.about('issue', done.id);
  const notice = languageOf(visit) === 'en' ? `Follow it on ${visit.baseUrl}/en/engagement/issues/follow with code ${done.code}` : `Suivez-la sur ${visit.baseUrl}/fr/engagement/issues/follow avec le code ${done.code}`;
  return listDocument(format, 'service_requests', 'request', [{ service_request_id: done.reference, service_notice: notice, account_id: '' }], 201);
}

function requestRow(row: PublicRequest, services: readonly Service[], language: 'en' | 'fr') {
  const open = openStates.some((state) => state === row.state);
  return {
    service_request_id: row.reference, status: open ? 'open' : 'closed', status_notes: '', service_name: services.find((one) => one.code === row.service_code)?.name[language] ?? '', service_code: row.service_code,
    description: '', agency_responsible: '', service_notice: '', requested_datetime: stamp(row.requested_at), updated_datetime: stamp(row.changed_at), expected_datetime: '', address: '', address_id: '', zipcode: '',
    ...(row.lat === null || row.long === null ? {} : { lat: Number(row.lat), long: Number(row.long) }), media_url: '',
  };
}

async function listRequests(visit: Visit, format: Format): Promise<Answer> {
  const text = (name: string) => visit.query.get(name)?.trim() || undefined;
  const dates = (['start_date', 'end_date'] as const).map((name) => (text(name) ? new Date(text(name) ?? '') : undefined));
  if (dates.some((date) => date && Number.isNaN(date.getTime()))) return errorDocument(format, 400, 'start_date and end_date must be W3C dates');
  const status = text('status');
  if (status !== undefined && status !== 'open' && status !== 'closed') return errorDocument(format, 400, 'status must be open or closed');
  const services = await listServices(visit);
  const rows = await listPublicRequests(visit, {
    ids: text('service_request_id')?.split(',').map((id) => id.trim()), codes: text('service_code')?.split(',').map((code) => code.trim()), status,
    from: dates[0] ?? new Date((dates[1] ?? visit.now).getTime() - ninetyDays), to: dates[1] ?? visit.now,
  });
  return listDocument(format, 'service_requests', 'request', rows.map((row) => requestRow(row, services, languageOf(visit))));
}

async function showRequest(visit: Visit, format: Format): Promise<Answer> {
  const rows = await listPublicRequests(visit, { ids: [bare(visit.params.id, format)], from: visit.now, to: visit.now });
  const services = await listServices(visit);
  if (rows.length === 0) return errorDocument(format, 404, 'service_request_id not found');
  return listDocument(format, 'service_requests', 'request', rows.map((row) => requestRow(row, services, languageOf(visit))));
}
