import { expect, test } from 'vitest';
import { runMethod } from './method.ts';

async function* input(text: string) {
  yield new TextEncoder().encode(text);
}

test('an unknown method ends with exit code 2 and nothing on standard output', async () => {
  const written: string[] = [];
  expect(await runMethod(['no-such-method'], input('{}'), (text) => written.push(text))).toBe(2);
  expect(written).toEqual([]);
});
