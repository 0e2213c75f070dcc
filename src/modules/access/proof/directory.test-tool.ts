import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { has, isWorker, known, type Rules, same } from './rules.test-tool.ts';
import { type ProofWorld, today, tomorrow } from './world.test-tool.ts';

const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };
const text = { en: 'x', fr: 'x' };

/** The directory: public facts, kept by the organisation that they are about, loaded by the worker. */
export async function casesOfDirectory(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { staff, moment, database, north, south } = world;
  const { ofAgency } = rules;
  const organization = (agency_id: string | null, withdrawn_at: string | null = null): Row => ({ id: newId(), agency_id, name: text, description: text, demonstration: false, origin: 'pack', withdrawn_at, changed_at: moment, sources: [] });
  const made = [organization(north), organization(south), organization(null), organization(north, moment)];
  const service = (owner: Row | undefined, more: Row = {}): Row => ({ id: newId(), organization_id: owner?.id, name: text, description: text, status: 'active', takes_referrals: true, demonstration: false, known_from: today, origin: 'pack', withdrawn_at: null, changed_at: moment, sources: [], ...more });
  const madeServices = [...made.map((owner) => service(owner)), service(made[0], { known_from: tomorrow }), service(made[0], { withdrawn_at: moment }), service(made[1], { known_from: tomorrow }), service(made[2], { known_from: '2019-01-01' }), service(made[0], { assured_date: today, assured_by: text, assured_account: staff.supervisor.id })];
  const location = { id: newId(), location_type: 'physical' };
  const taxonomy = { id: newId(), name: 'x', description: 'x' };
  const term = { id: newId(), taxonomy_id: taxonomy.id, code: 'x', name: text, description: text, position: 1 };
  const unit = { id: newId(), name: 'x' };
  const put = async (table: string, rows: readonly Row[]) => await putRows(database, table, rows);
  await put('organization', made);
  for (const row of madeServices) await put('service', [row]);
  const rowsOf = async (table: string) => (await database.admin.unsafe<{ one: Row }[]>(`select to_jsonb(t) as one from access.${table} t`)).map(({ one }) => one);
  const [organizations, services] = [await rowsOf('organization'), await rowsOf('service')];
  const byKey = new Map([...organizations, ...services].map((row) => [row.id, row]));
  const at = (id: unknown) => (id === null || id === undefined ? undefined : byKey.get(id));
  const standing = (who: Who, row: Row | undefined) => row !== undefined && (isWorker(who) || (known(who) && row.withdrawn_at === null && String(row.known_from ?? '') <= today));
  const keeps = (who: Who, row: Row | undefined) => row !== undefined && row.withdrawn_at === null && ofAgency(who, row) && has(who, 'access-supervisor', 'coordinator');
  const keepsService = (who: Who, row: Row | undefined) => row !== undefined && standing(who, row) && keeps(who, at(row.organization_id));
  // Of each kind of part one of every service, and where there may be one, of an organisation and a place.
  const part = async (table: string, columns: Row, set: string, kept: boolean, owners: readonly ('organization_id' | 'location_id')[] = []): Promise<Case> => {
    const one = (owner: Row): Row => ({ id: newId(), ...columns, service_id: null, ...Object.fromEntries(owners.map((name) => [name, null])), ...owner });
    const all = [...services.map((row) => one({ service_id: row.id })), ...owners.flatMap((name) => (name === 'location_id' ? [one({ location_id: location.id })] : organizations.map((row) => one({ organization_id: row.id }))))];
    await put(table, all);
    const mine = (who: Who, row: Row) => isWorker(who) || (kept && keepsService(who, at(row.service_id)));
    return { table, ...byId, rows: all, read: (who, row) => isWorker(who) || standing(who, at(row.service_id)) || standing(who, at(row.organization_id)) || (typeof row.location_id === 'string' && owners.includes('location_id') && known(who)),
      changes: [{ what: set, set: () => set, may: mine }], remove: mine, added: () => all.map((row) => ({ ...row, id: newId() })), add: mine };
  };
  const plain = async (table: string, row: Row, set: string): Promise<Case> => {
    await put(table, [row]);
    return { table, ...byId, rows: [row], read: known, changes: [{ what: set, set: () => set, may: isWorker }], remove: isWorker, added: () => [{ ...row, id: newId(), ...(table === 'taxonomy_term' ? { code: 'y' } : {}) }], add: isWorker };
  };
  const line = (resource_id: unknown): Row => ({ id: newId(), resource_id, resource_type: 'service', last_action_date: today, last_action_type: 'x', field_name: 'x', previous_value: 'x', replacement_value: 'x', updated_by: 'x' });
  const lines = [...services, ...organizations].map((row) => line(row.id));
  await put('metadata', lines);
  const me = (who: Who) => (who.id ? `'${who.id}'` : 'null');
  const change = (what: string, set: (who: Who) => string, stays: (who: Who, row: Row) => boolean) => ({ what, set, stays: (who: Who, row: Row) => isWorker(who) || stays(who, row), may: (who: Who, row: Row) => isWorker(who) || keeps(who, at(row.organization_id)) });
  // A file of services: the coordinators' of the agency that hands it in, in their own name; they decide once it was checked, and the worker takes it in.
  const file = (agency_id: string, uploaded_by: string, more: Row = {}): Row => ({ id: newId(), agency_id, name: 'x', state: 'checking', content: {}, outcome: null, uploaded_by, uploaded_at: moment, ...more });
  const files = [north, south].flatMap((agency) => ['checking', 'checked', 'running'].map((state) => file(agency, staff.coordinator.id, { state })));
  await put('directory_import', files);
  const coordinates = (who: Who, row: Row) => ofAgency(who, row) && has(who, 'coordinator');
  const decides = (who: Who, row: Row) => isWorker(who) || (coordinates(who, row) && row.state === 'checked');
  const parts = [await plain('location', location, `name = 'x'`), await plain('taxonomy', taxonomy, `name = 'y'`), await plain('taxonomy_term', term, 'position = 2'), await plain('unit', unit, `name = 'y'`),
    await plain('address', { id: newId(), location_id: location.id, address_1: 'x', city: 'x', state_province: 'x', postal_code: 'x', country: 'CA', address_type: 'physical' }, `city = 'y'`)];
  return [
    ...parts,
    { table: 'directory_import', ...byId, rows: files, read: (who, row) => isWorker(who) || coordinates(who, row),
      changes: [{ what: 'start', set: () => `state = 'running'`, may: decides }, { what: 'back', set: () => `state = 'checking'`, may: decides, stays: (who) => isWorker(who) }],
      added: (who) => [file(north, who.id || staff.officer.id), file(south, who.id || staff.officer.id), ...[{ uploaded_by: staff.leader.id }, { state: 'checked' }, { outcome: {} }].map((more) => file(who.agency ?? north, who.id || staff.officer.id, more))],
      add: (who, row) => coordinates(who, row) && row.uploaded_by === who.id && row.state === 'checking' && row.outcome === null },
    { table: 'organization', ...byId, rows: organizations, read: standing, changes: [{ what: 'email', set: () => `email = 'x'`, may: isWorker }], added: () => [organization(north)], add: isWorker },
    { table: 'service', ...byId, rows: services, read: standing,
      changes: [change('as staff', () => `origin = 'staff', alert = null`, () => true), change('as a feed', () => `origin = 'import', assured_account = null`, () => false), change('assured', (who) => `assured_account = ${me(who)}`, (who, row) => who.id !== '' || row.origin === 'staff'),
        change('assured by another', () => `origin = 'pack', assured_account = '${staff.leader.id}'`, (who) => same(who.id, staff.leader.id))],
      added: () => [service(organizations[0])], add: isWorker },
    await part('service_at_location', { location_id: location.id }, 'description = null', false), await part('language', { name: 'x' }, `name = 'y'`, true), await part('cost_option', { currency: 'CAD' }, `currency = 'USD'`, true),
    await part('service_area', { everywhere: true, name: text }, 'everywhere = false', true), await part('attribute', { taxonomy_term_id: term.id }, `label = 'y'`, true), await part('service_capacity', { unit_id: unit.id, code: 'capacity', available: 1, updated: moment }, 'available = 2', true),
    await part('contact', { name: 'x' }, `name = 'y'`, false, ['organization_id']), await part('url', { url: 'x' }, `url = 'y'`, false, ['organization_id']), await part('phone', { number: '1', position: 1 }, `number = '2'`, true, ['organization_id', 'location_id']),
    await part('schedule', { position: 1 }, 'position = 2', true, ['location_id']),
    { table: 'metadata', ...byId, rows: lines, read: (who, row) => standing(who, at(row.resource_id)), changes: [{ what: 'field', set: () => `field_name = 'y'`, may: isWorker }], remove: isWorker,
      added: () => [...services, ...organizations].map((row) => line(row.id)), add: (who, row) => isWorker(who) || (services.some((one) => one.id === row.resource_id) && keepsService(who, at(row.resource_id))) },
  ];
}
