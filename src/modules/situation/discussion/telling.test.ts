import { expect, test } from 'vitest';
import { pseudonymOf } from './pseudonym.ts';
import { pointerIn } from './telling.ts';

test.each([
  ['Sarah Whitfield said she would not eat', 'name'], ['Call 905-555-0143', 'name'], ['Ask Mme Roy', 'name'], ['turned 43', 'number'], ['apartment Ⅳ', 'number'], ['m@x', 'number'],
  ['It began on a Tuesday', 'date'], ['depuis le décès en février', 'date'], ['since May', 'date'], ['depuis mai', 'date'], ['sleeps behind the shop on the main street', 'address'], ['vit rue du Moulin', 'address'],
] as const)('words that could point at somebody are refused: %s', (text, pointer) => expect(pointerIn(text)).toBe(pointer));

test.each(['', 'Stopped eating and speaks of ending it; three agencies were called in one week and none can do it alone', 'A parent may march off with the children; the school is worried', 'Ne mange plus; menace de se faire du mal; trois organismes appelés cette semaine'])(
  'plain words pass: %s', (text) => expect(pointerIn(text)).toBeUndefined());

test('the same agency makes the same pseudonym of the same file; other words, another file or another agency make another', async () => {
  const [one, again, file, words, agency] = await Promise.all([
    pseudonymOf('a', 'the blue door at noon', 'F 12'), pseudonymOf('a', 'The  blue door at noon ', 'f 12'), pseudonymOf('a', 'the blue door at noon', 'F 13'), pseudonymOf('a', 'the red door at noon', 'F 12'), pseudonymOf('b', 'the blue door at noon', 'F 12'),
  ]);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  expect([hex(again.mark), hex(again.proof)]).toEqual([hex(one.mark), hex(one.proof)]);
  expect(new Set([one, file, words, agency].map(({ mark }) => hex(mark))).size).toBe(4);
  expect([hex(file.proof) === hex(one.proof), hex(words.proof) === hex(one.proof), hex(agency.proof) === hex(one.proof)]).toEqual([true, false, false]);
});
