import { expect, test } from 'vitest';
import { matching } from './command.ts';

test('the command says for each person and service what failed, what to ask and what would change it', async () => {
  const answer = await matching.run({
    services: [{ id: 'youth', needs: ['housing'], minimumAge: 16, maximumAge: 24, areas: ['milton'], languages: ['en'], lowestCost: 0, conditions: ['no-home'] }, { id: 'anyone', needs: ['housing'], areas: 'everywhere' }],
    people: [{ id: 'p', needs: ['housing'], age: 30, municipality: 'oakville', facts: {} }],
  });
  expect(answer).toEqual({ json: { people: [{ id: 'p', services: [
    { id: 'youth', verdict: 'does-not-fit', failed: [{ rule: 'age-above', change: { kind: 'age', from: 16, to: 24 } }, { rule: 'area', change: { kind: 'areas', anyOf: ['milton'] } }], ask: [{ rule: 'condition', change: { kind: 'condition', condition: 'no-home' } }] },
    { id: 'anyone', verdict: 'fits', failed: [], ask: [] },
  ] }] } });
});

test('input that is not what the method asks for is refused by the name of its field', () => {
  expect(() => matching.run({ services: [{ id: 'a' }, { id: 'a' }], people: [{}] })).toThrow('stands there twice');
  expect(() => matching.run({ services: [{ id: 'a', hours: [{ day: 0, from: 600, to: 540 }] }], people: [{}] })).toThrow('must close after it opens');
  expect(() => matching.run({ services: [], people: [{}] })).toThrow();
  expect(() => matching.run({ services: [{ id: 'a' }], people: [{ age: [20, 10] }] })).toThrow('must not end before it begins');
});
