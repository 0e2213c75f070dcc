import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';

/** What providers' keys look like, and what stands in front of one that a person typed in. */
const known: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY-----/,
  'AWS key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40})/,
  'Slack token': /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  'Google key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'Stripe key': /\b[sr]k_live_[0-9A-Za-z]{20}/,
  'npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'signed token': /\beyJ[A-Za-z0-9_-]{15,400}\.eyJ[A-Za-z0-9_-]{15,900}\.[A-Za-z0-9_-]{20}/,
  'age key': /\bAGE-SECRET-KEY-1[0-9A-Z]{50}/,
  'password in an address': /\b[a-z]{2,12}:\/\/[^\s:/@'"`<>$]{1,40}:(?!…|pass@|x@|secret@|user)[^\s/@'"`<>${}]{6,60}@(?!localhost|127\.|x\b|example)/,
};
/** Files whose long random texts are hashes or published data, not keys. */
const apart = /^package-lock\.json$|\.(png|woff2|pdf|docx|xlsx|csv|ods|zip|gz)$|^test\/(hsds|grants360)\/schema\//;
const assigned = /\b(?:secret|token|password|passwd|api_?key|private_?key)\w*['"]?\s*[:=]\s*['"]([A-Za-z0-9+/_=-]{20,200})['"]/gi;

function tracked(): string[] {
  const root = projectRoot();
  return existsSync(join(root, '.git')) ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 }).split('\0').filter((name) => name !== '') : [];
}

/** Bits a character: text of a language has about four, random base64 close to six. */
function entropy(text: string): number {
  return [...Map.groupBy([...text], (letter) => letter).values()].reduce((sum, { length }) => sum - (length / text.length) * Math.log2(length / text.length), 0);
}

function findSecrets(name: string, text: string): string[] {
  const patterns = Object.entries(known).flatMap(([kind, pattern]) => (pattern.test(text) ? [`${name}: ${kind}`] : []));
  const random = [...text.matchAll(assigned)].filter(([, value = '']) => entropy(value) > 4.2).map(([match]) => `${name}: ${match.slice(0, 16)}…`);
  return [...patterns, ...random];
}

test('no file that is kept with the source holds a key, a token or a password', () => {
  const files = tracked().filter((name) => !apart.test(name) && name !== 'test/secrets.test.ts' && existsSync(join(projectRoot(), name)) && statSync(join(projectRoot(), name)).size < 2_000_000);
  expect(files.flatMap((name) => findSecrets(name, readFileSync(join(projectRoot(), name), 'utf8')))).toEqual([]);
});

test('what is looked for is found', () => {
  const letters = ['A', 'K', 'I', 'A'].join('');
  expect(findSecrets('x', `${letters}ABCDEFGHIJKLMNOP`)).toEqual(['x: AWS key']);
  expect(findSecrets('x', `${'-----BEGIN RSA'} PRIVATE KEY-----`)).toEqual(['x: private key']);
  expect(findSecrets('x', `postgres:${'//'}serve:hunter2hunter2@db.town.ca/x`)).toEqual(['x: password in an address']);
  expect(findSecrets('x', `const api${'Key'} = 'q8Zr3VnX0tLw9KcB2mYd7HsJ'`)).toHaveLength(1);
  expect(findSecrets('x', "const token = 'a token of this test for the manager'")).toEqual([]);
});
