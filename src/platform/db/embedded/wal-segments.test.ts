import { expect, test } from 'vitest';
import { segmentsBetween } from './wal-segments.ts';

const size = 16 * 1024 * 1024;

test('The segments between two are counted in hexadecimal, both ends included', () => {
  expect(segmentsBetween('00000001000000000000000E', '000000010000000000000010', size)).toEqual([
    '00000001000000000000000E',
    '00000001000000000000000F',
    '000000010000000000000010',
  ]);
});

test('After the last of 256 segments of 16 MB the middle part counts on', () => {
  expect(segmentsBetween('0000000200000000000000FF', '000000020000000100000000', size)).toEqual([
    '0000000200000000000000FF',
    '000000020000000100000000',
  ]);
});
