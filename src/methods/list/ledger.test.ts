import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { listMonths, makeListEvents } from '#test/list-events.ts';
import { listMeasuresBySql, loadListEvents } from '#test/list-sql.ts';
import { list } from './command.ts';
import { createLedger, listMeasures } from './ledger.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

const events = makeListEvents(3000, 7, true);

test('120 months with late entries, merges, repeats and false former states balance exactly and are those of PostgreSQL', async () => {
  await loadListEvents(database.admin, events);
  for (const knownAt of ['2018-06-30T12:00:00Z', '2021-01-01T00:00:00Z', undefined]) {
    const own = listMeasures(events, listMonths, knownAt);
    expect(own).toEqual(await listMeasuresBySql(database.admin, listMonths, knownAt));
    expect(own.filter(({ balance }) => balance !== 0)).toEqual([]);
    expect(own.some(({ corrections }) => corrections < 0) && own.some(({ active }) => active > 100)).toBe(true);
  }
});

test('events added late one by one, in any order, give what the whole list gives', () => {
  fc.assert(fc.property(fc.integer(), fc.nat(60), (seed, early) => {
    const all = makeListEvents(20, seed, true);
    const ledger = createLedger(all.slice(0, early));
    for (const event of all.slice(early)) ledger.addLate(event);
    expect(ledger.measures(listMonths)).toEqual(listMeasures(all, listMonths));
  }), { numRuns: 100 });
});

test('a late event before all others or recorded after the moment of knowledge is taken or left accordingly', () => {
  const ledger = createLedger([{ person: 'ada', effective: '2026-01-10', from: null, to: 'active' }], { knownAt: '2026-02-01' });
  ledger.addLate({ person: 'bo', effective: '1990-05-01', from: null, to: 'active' });
  ledger.addLate({ person: 'ada', effective: '2026-01-20', recorded: '2026-02-01T00:00:01Z', from: 'active', to: 'housed' });
  expect(ledger.measures(['1990-04', '1990-05', '2026-01']).map(({ active }) => active)).toEqual([0, 1, 2]);
});

test('bad input is refused with the name of the field', () => {
  const event = { person: 'p', effective: '2026-01-10', from: null, to: 'active' };
  const refused = (input: unknown) => expect(() => list.run(input));
  refused({ events: [event, { ...event, effective: '2026-02-29' }], months: [] }).toThrow('events.1.effective: is not a date');
  refused({ events: [{ ...event, recorded: 'now' }], months: [] }).toThrow('events.0.recorded: is not a time');
  refused({ events: [{ ...event, to: null }], months: [] }).toThrow('to');
  refused({ events: [{ ...event, from: 'gone' }], months: [] }).toThrow('from');
  refused({ events: [event], months: ['2026-13'] }).toThrow('months.0: is not a month');
  refused({ events: [event], months: ['2026-01-01'] }).toThrow('months.0');
  refused({ events: [event], months: ['2026-01'], knownAt: '2026' }).toThrow('knownAt');
  refused({ events: [{ ...event, person: undefined }], months: [] }).toThrow('person');
  refused({ months: [] }).toThrow('events');
});
