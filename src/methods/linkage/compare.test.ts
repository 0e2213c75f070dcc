import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues, levelByMarks } from './compare.ts';
import { type FieldName, fieldNames } from './fields.ts';
import { agreementCode } from './levels.ts';
import { readValue } from './value.ts';

function agreement(field: FieldName, a: string, b: string): string {
  const [first, second] = [readValue(field, a), readValue(field, b)];
  return first && second ? agreementCode(field, compareValues(field, first, second)) : 'missing';
}

test.each([
  ['Éloïse', 'eloise', 'exact'], ["D'Amours", 'damours', 'exact'], ['Marie-Ève', 'Marie Eve', 'exact'], ['Cœur', 'coeur', 'exact'],
  ['Bill', 'William', 'nickname'], ['Peggy', 'Margaret', 'nickname'], ['Guy', 'Guillaume', 'nickname'], ['Kate', 'Catherine', 'nickname'],
  ['Caitlin', 'Caitkin', 'typo'], ['Connor', 'Cononr', 'typo'], ['Marie-Claude', 'Claude', 'part'], ['J', 'Jasmine', 'part'],
  ['Edward', 'Priya', 'different'], ['', 'Anna', 'missing'],
])('the given names %s and %s: %s', (a, b, code) => expect(agreement('givenName', a, b)).toBe(code));

test.each([
  ['de la Cruz', 'Cruz', 'exact'], ['St-Pierre', 'Saint Pierre', 'exact'], ['van der Berg', 'Berg', 'exact'], ['Tremblay', 'Trembley', 'typo'], ['Lavoie-Roy', 'Roy', 'part'], ['Bill', 'William', 'different'],
])('the surnames %s and %s: %s', (a, b, code) => expect(agreement('surname', a, b)).toBe(code));

test.each([
  ['1980-03-12', '19800312', 'exact'], ['1980-03-12', '1980-12-03', 'swapped'], ['1980-03-12', '1980-03-17', 'dayTypo'], ['1980-03-12', '1980-03-21', 'dayTypo'], ['1980-03-09', '1980-03-10', 'dayTypo'],
  ['1980-03-12', '1980-03-28', 'dayDiffers'], ['1980-03-12', '1980-04-12', 'monthTypo'], ['1980-03-12', '1980-11-12', 'monthDiffers'], ['1980-03-12', '1990-03-12', 'yearTypo'], ['1999-03-12', '2000-03-12', 'yearTypo'],
  ['1980-03-12', '1957-03-12', 'yearDiffers'], ['19450830', '19458030', 'monthTypo'], ['19450830', '19450380', 'digitsMoved'], ['19450830', '19470630', 'near'], ['1980', '1980-03-12', 'partial'], ['1980-03', '1980-04-12', 'different'], ['1980-03-12', '1951-07-30', 'different'],
  ['not a date', '1980-03-12', 'missing'], ['1949-7-2', '19490702', 'exact'],
])('the dates %s and %s: %s', (a, b, code) => expect(agreement('dateOfBirth', a, b)).toBe(code));

test.each<[FieldName, string, string, string]>([
  ['street', '12th Main St.', '12th main street', 'exact'], ['street', 'Lakeview Rd', 'Lakeview Crescent', 'sameName'], ['street', 'tallara parkway', 'tallara p arkway', 'exact'],
  ['postcode', 'A1B 2C3', 'a1b2c3', 'exact'], ['postcode', 'A1B 2C3', 'A1B2C4', 'typo'], ['postcode', 'A1B 2C3', 'A1B 9Z9', 'similar'], ['phone', '+1 (555) 010-9999', '5550109999', 'exact'],
  ['phone', '5550109999', '5550109989', 'typo'], ['email', 'A.Roy+x@Example.org', 'a.roy@example.org', 'exact'], ['email', 'a.roy@example.org', 'a.roy@example.com', 'sameName'], ['sex', 'Homme', 'male', 'exact'], ['sex', 'F', 'M', 'different'],
])('%s: %s and %s: %s', (field, a, b, code) => expect(agreement(field, a, b)).toBe(code));

test('what the marks decide is what the letters decide', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvy 19'), minLength: 1, maxLength: 12 });
  fc.assert(fc.property(fc.constantFrom(...fieldNames), word, word, (field, a, b) => {
    const [first, second] = [readValue(field, a), readValue(field, b)];
    if (!first || !second) return;
    const early = levelByMarks(fieldNames.indexOf(field), first.marks, second.marks);
    if (early !== 0) expect(compareValues(field, first, second)).toBe(early);
  }), { numRuns: 3000 });
});
