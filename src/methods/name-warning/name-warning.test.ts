import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { methodEntries } from '../registry.ts';
import { findNames } from './name-warning.ts';

const shown = (text: string) => findNames(text).map((one) => `${one.kind}: ${one.text}`);

test.each([
  ['Write to jane.doe+plan@mail.example.org, please', ['e-mail: jane.doe+plan@mail.example.org']],
  ['call 905-555-0143 after six', ['phone: 905-555-0143']],
  ['(905) 555-0143 or 1 905 555 0143 or 9055550143', ['phone: (905) 555-0143', 'phone: 1 905 555 0143', 'phone: 9055550143']],
  ['her line is 555-0143', ['phone: 555-0143']],
  ['Mr. X said so, and Mrs Okafor agreed', ['title: Mr. X', 'title: Mrs Okafor']],
  ['M. Tremblay et Mme Roy sont venus', ['title: M. Tremblay', 'title: Mme Roy']],
  ['Dr Singh helped', ['title: Dr Singh']],
  ['John Smith never came back', ['full-name: John Smith']],
  ['ask Mary-Ann O’Brien', ['full-name: Mary-Ann O’Brien']],
  ['John A. Macdonald and Pierre de la Roche', ['full-name: John A. Macdonald', 'full-name: Pierre de la Roche']],
  ['Hélène Bélanger-Côté attend depuis un an', ['full-name: Hélène Bélanger-Côté']],
  ['JEAN-PIERRE GAGNON', ['full-name: JEAN-PIERRE GAGNON']],
  ['Fatima Hassan’s children', ['full-name: Fatima Hassan’s']],
  ['Sarah B. told us', ['full-name: Sarah B']],
])('it points at people in: %s', (text, expected) => expect(shown(text)).toEqual(expected));

test.each([
  'No light at the bus stop on Main Street', 'In 2019 we had 1,200,000 visits and 343 people', 'Meet on 2019-06-18 at 18:30', 'Call 911 or 9-8-8 or 211', 'Maple Dr East is dark at night',
  'Thomas Street and Martin Park need benches', 'La rue Pierre Boucher et le parc Jean Drapeau', 'École Sainte-Marie', 'John. Smith', 'Will Smithers come? May Day is in May', 'It cost $905 555 times', 'Anna', 'L’aînée vit seule',
])('it is quiet about: %s', (text) => expect(shown(text)).toEqual([]));

test('findings are slices of the text, in order and apart, whatever the text', () => {
  const near = stringMatching(/^(John |Marie-|Mr\. |Dre |Smith|905|-555|-0143|@|a\.ca|\.| |é){0,12}$/);
  for (const texts of [string({ unit: 'grapheme' }), near])
    assert(property(texts, (text) => {
      let at = 0;
      for (const one of findNames(text)) {
        expect(text.slice(one.start, one.end)).toBe(one.text);
        expect(one.start).toBeGreaterThanOrEqual(at);
        at = one.end;
      }
    }), { numRuns: 500 });
});

test.each(['a'.repeat(100_000), 'a.'.repeat(50_000), 'John '.repeat(20_000), '1 905 '.repeat(16_000), `${'a'.repeat(50_000)}@${'b.'.repeat(25_000)}`])('a long text has no slow case', (text) => {
  const began = performance.now();
  findNames(text);
  expect(performance.now() - began).toBeLessThan(1500);
});

test('the command answers by line and names the field that is wrong', async () => {
  const method = await methodEntries.find((one) => one.name === 'name-warning')?.load();
  expect(await method?.run({ lines: ['fine', 'Ask Marie Tremblay'] })).toEqual({ json: { lines: [{ line: 2, findings: [{ kind: 'full-name', start: 4, end: 18, text: 'Marie Tremblay' }] }] } });
  expect(() => method?.run({ lines: [3] })).toThrow('must be a text');
  expect(() => method?.run({ text: 'x' })).toThrow();
});
