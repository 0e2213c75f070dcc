import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { has, isWorker, type Rules, same } from './rules.test-tool.ts';
import type { ProofWorld } from './world.test-tool.ts';

const bySource = { key: 'source_id', keyOf: (row: Row) => String(row.source_id) };

/** Files in and out: staged and mapped by the supervisors of an agency, in their own name; whoever may not write about somebody gives nothing of her out. */
export async function casesOfExchange(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { works, locked, supervises, of, ofAgency, personOf } = { ...rules, personOf: world.personOf };
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const me = (who: Who) => (who.id ? `'${who.id}'` : 'null');
  const keeps = (who: Who, row: Row) => ofAgency(who, row) && supervises(who);
  const mapping = (agency_id: string, saved_by: string): Row => ({ agency_id, mapping: {}, saved_by, saved_at: moment });
  const mappings = [mapping(north, staff.leader.id), mapping(south, staff.leader.id)];
  const file = (agency_id: string, uploaded_by: string, more: Row = {}): Row => ({ id: newId(), agency_id, state: 'staged', content_hash: '\\x01', headers: {}, mapping: {}, encoding: 'utf-8', uploaded_by, uploaded_at: moment, ended_at: null, erased_at: null, clients: 1, stays: 1, entered: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0, ...more });
  const files = [file(north, staff.supervisor.id), file(north, staff.coordinator.id), file(north, staff.leader.id), file(south, staff.supervisor.id), file(south, staff.southSupervisor.id),
    ...['running', 'done', 'stopped'].map((state) => file(north, staff.supervisor.id, { state }))];
  const fileOf = (row: Row) => files.find((one) => one.id === row.import_id) ?? {};
  const cells = (import_id: unknown, row: number, more: Row = {}): Row => ({ import_id, kind: 'client', row, cells: [], client: null, state: 'waiting', reason: null, field: null, ...more });
  const staged = files.flatMap(({ id }) => [cells(id, 2), cells(id, 2, { kind: 'stay' })]);
  const stays = await database.admin.unsafe<{ id: string; person_id: string; agency_id: string }[]>('select id, person_id, agency_id from access.stay');
  const clients = people.map((p) => ({ agency_id: p.agency, source_id: `c ${p.id}`, person_id: p.id }));
  const stayIds = stays.map(({ id, agency_id }) => ({ agency_id, source_id: `s ${id}`, stay_id: id, import_id: null }));
  const stayOf = new Map(stays.map(({ id, person_id }) => [`s ${id}`, person_id]));
  const consents = people.slice(0, 2).map((p) => ({ agency_id: p.agency, source_id: `k ${p.id}`, to_agency: north, consent_id: newId() }));
  for (const [table, rows] of [['exchange_mapping', mappings], ['exchange_import', files], ['exchange_row', staged], ['exchange_client', clients], ['exchange_stay', stayIds], ['exchange_consent', consents]] as const) await putRows(database, table, rows);
  return [
    { table: 'exchange_mapping', key: 'agency_id::text', keyOf: (row) => String(row.agency_id), rows: mappings, read: keeps,
      changes: [{ what: 'words', set: (who) => `mapping = '{}', saved_by = ${me(who)}`, may: keeps }, { what: 'words as another', set: () => `saved_by = '${staff.leader.id}'`, may: keeps, stays: () => false },
        { what: 'agency', set: (who) => `agency_id = '${south}', saved_by = ${me(who)}`, may: () => false }],
      added: (who) => [mapping(north, someone(who)), mapping(south, someone(who)), mapping(who.agency ?? north, staff.officer.id)], add: (who, row) => keeps(who, row) && mine(who, row.saved_by) },
    { table: 'exchange_import', key: 'id::text', keyOf: (row) => String(row.id), rows: files, read: (who, row) => isWorker(who) || (ofAgency(who, row) && has(who, 'access-supervisor', 'coordinator')),
      changes: [{ what: 'mapping', set: () => `mapping = '{"x": 1}'`, may: (who, row) => keeps(who, row) && row.state === 'staged' }],
      acts: [{ what: 'drop', statement: `select 1 where access.turn_exchange(($1 ->> 'key')::uuid, 'dropped')`, may: (who, row) => keeps(who, row) && row.state !== 'running' }, { what: 'start', statement: `select 1 where access.start_exchange(($1 ->> 'key')::uuid, 0, 0)`, may: (who, row) => keeps(who, row) && row.state === 'staged' }],
      added: (who) => [file(north, someone(who)), file(south, someone(who)), ...[{ uploaded_by: staff.leader.id }, { state: 'running' }, { ended_at: moment }, { erased_at: moment }].map((more) => file(who.agency ?? north, someone(who), more))],
      add: (who, row) => keeps(who, row) && mine(who, row.uploaded_by) && row.state === 'staged' && row.ended_at === null && row.erased_at === null },
    { table: 'exchange_row', key: `import_id || ' ' || kind || ' ' || row`, keyOf: (row) => `${String(row.import_id)} ${String(row.kind)} ${String(row.row)}`, rows: staged, read: (who, row) => keeps(who, fileOf(row)),
      door: `select f || ' ' || r.kind || ' ' || r.row from (select distinct split_part(k, ' ', 1)::uuid from unnest($1) k) i(f), access.read_exchange_rows(f) r`,
      added: () => files.flatMap(({ id }) => [cells(id, 99), cells(id, 99, { client: 'x' }), cells(id, 99, { state: 'entered' })]),
      add: (who, row) => row.state === 'waiting' && row.client === null && keeps(who, fileOf(row)) && mine(who, fileOf(row).uploaded_by) && fileOf(row).state === 'staged' },
    // The numbers of the source stand in what goes out, and nowhere else.
    { table: 'exchange_client', ...bySource, rows: clients, read: (who, row) => has(who, 'access-supervisor', 'coordinator') && works(who, of(row)) && !locked(who, of(row), 'identity'), door: 'select distinct client from access.export_clients(null, null)' },
    { table: 'exchange_stay', ...bySource, rows: stayIds, read: (who, row) => supervises(who) && same(row.agency_id, who.agency) && works(who, personOf(stayOf.get(String(row.source_id))), 'housing') && !locked(who, personOf(stayOf.get(String(row.source_id))), 'identity'), door: 'select distinct stay from access.export_stays(null, null)' },
    { table: 'exchange_consent', ...bySource, rows: consents, read: () => false },
  ];
}
