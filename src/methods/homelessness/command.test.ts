import { expect, test } from 'vitest';
import { homelessness } from './command.ts';

const run = (input: unknown) => homelessness.run(input);
const stay = { person: 'p1', start: '2025-01-01', end: '2025-06-30', kind: 'shelter' };

test('the answer has the keys of the contract, the convention and the definition, people sorted', async () => {
  const output = await run({ asOf: '2025-06-30', convention: 'touched', stays: [{ ...stay, person: 'z', end: null }, stay, { ...stay, person: '__proto__', kind: 'housed' }] });
  const text = JSON.stringify('json' in output ? output.json : undefined);
  const answer = JSON.parse(text);
  expect(Object.keys(answer.people)).toEqual(['__proto__', 'p1', 'z']);
  expect(answer.people.p1).toEqual({ days365: 181, days1095: 181, current: true, chronic: true, short365: 0, short1095: 365, gaps: [] });
  expect(answer).toMatchObject({ asOf: '2025-06-30', convention: 'touched', definition: { id: 'reaching-home-chronic', version: '1' } });
});

test('bad input is refused with the name of the field', async () => {
  const refused = (input: unknown) => expect(async () => await run(input)).rejects;
  await refused({ asOf: '2025-02-30', stays: [] }).toThrow('asOf');
  await refused({ asOf: '2025-06-30', stays: [stay, { ...stay, start: '2025-13-01' }] }).toThrow('stays.1.start');
  await refused({ asOf: '2025-06-30', stays: [{ ...stay, end: '2024-12-31' }] }).toThrow('stays.0.end: lies before the start');
  await refused({ asOf: '2025-06-30', stays: [{ ...stay, kind: 'couch' }] }).toThrow('kind');
  await refused({ asOf: '2025-06-30', stays: [{ ...stay, person: '' }] }).toThrow('person');
  await refused({ asOf: '2025-06-30', stays: [], convention: 'days' }).toThrow('convention');
  await refused({ asOf: '2025-06-30' }).toThrow('stays');
});

test('periods that are asked for are answered with the five outcomes, and one that is none is named', async () => {
  const output = await run({ asOf: '2025-06-30', stays: [stay, { ...stay, person: 'p2' }], outcomes: { periods: ['2025-06', '2025-26'], indigenous: { p1: 'yes' } } });
  expect('json' in output ? output.json : undefined).toMatchObject({ outcomes: [
    { period: '2025-06', people: 2, newlyIdentified: 0, indigenous: { yes: 1, missing: 1 }, chronic: { anyDay: 2, atEnd: 2 }, complete: true }, { period: '2025-26', people: 2, complete: false },
  ] });
  await expect(async () => await run({ asOf: '2025-06-30', stays: [], outcomes: { periods: ['2025-99'] } })).rejects.toThrow('2025-99');
});
