import { seeded } from '../seeded.ts';

/** Stands in every text that is sent; on a page it may only stand with its angle brackets escaped. */
export const mark = '<zq-canary';

const long = (text: string, times: number) => text.repeat(times);

/** Texts that have broken programs before, each with the mark where the grammar that it attacks allows one. */
export const hostileTexts: readonly string[] = [
  `"'>${mark} onfocus=alert(1) autofocus>`, `</textarea></title></script>${mark}>`, `javascript:alert('${mark}>')`, `${mark}>`, `&lt;${mark}>&#x3c;script`,
  `' or 1=1; drop table identity.account; --${mark}>`, `\\'; select pg_sleep(9)--`, `1) union select null, current_user --`, `%' escape '!`, `$$${mark}>$$`, `E'\\x00'`,
  `{{7*7}}\${7*7}<%= 7*7 %>#{7*7}${mark}>`, `\${jndi:ldap://x/${mark}>}`, '%s%n%x%p', '../../../../etc/passwd', '..\\..\\windows\\win.ini', '/%2e%2e/%2e%2e/', 'file:///etc/passwd',
  `to@example.org\r\nBcc: all@example.org\r\n\r\n${mark}>`, `x\nSet-Cookie: session=${mark}>`,
  'nul\0inside', '\0', '\uD800', `\uDFFF${mark}>`, '\uFEFF\u200B', '\u202Egnp.exe', 'e\u0301'.repeat(200), '👩‍👩‍👧‍👦'.repeat(40), 'ﷺ'.repeat(100), 'İıſK', '\u2028\u2029', '\x1b[2J\x07',
  '__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '[object Object]', 'undefined', 'null', 'NaN', 'true',
  '-1', '0', '1e400', '-0', '0x10', '9223372036854775808', '2147483648', '1.0000000000000000001', '٣', '１２', '1,5', '1/0', 'Infinity', '999999999999999999999999',
  '0000-00-00', '2019-02-30', '9999-12-31', '10000-01-01', '-0001-01-01', '+275760-09-13', '2019-06-03T25:61', '24:00', '2019-W54', '0001-01-01', '1900-02-29',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-7000-8000-00000000000g',
  '{"a":', '[[[[[[', `{"resourceType":"QuestionnaireResponse","status":"in-progress","item":[{"linkId":{"${mark}>":1}}]}`, `{"__proto__":{"admin":true},"item":"${mark}>"}`, '[]', '{}', '"x"', '1',
  `[${long('[', 2000)}`, `${long('[', 3000)}${long(']', 3000)}`, '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', `=cmd|' /C calc'!A0`, '@SUM(1+1)',
  'http://169.254.169.254/latest/meta-data', 'https://user:pass@localhost:1/', '//evil.example/', 'a@b', `"${mark}>"@example.org`, 'a@example.org,b@example.org', 'xn--', '(demo) '.repeat(50), '(a+)+$', '((((((((((',
  long('a', 300), long('A ', 2500), long(`${mark}>`, 400), long('é', 9000), long('1', 400), long('\n', 3000), long(' ', 20_000), long('!', 30_000), '',
];

/** What a form might well hold: lets a request pass one check and reach the next. */
export const plausibleTexts: readonly string[] = ['1', '2', '0', 'yes', 'no', 'on', 'en', 'fr', '2019-06-03', '2019-07-01', '09:30', '2019-06-03T09:30', 'A made-up sentence (demo).', 'mail@example.org', 'send', 'save', 'check', 'homelessness', 'north', '905-555-0100'];

export type Dice = { readonly next: () => number; readonly of: <T>(values: readonly T[]) => T; readonly hostile: () => string; readonly plausible: () => string };

/** The same choices for the same seed. */
export function diceOf(seed: number): Dice {
  const next = seeded(seed);
  const of = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return { next, of, hostile: () => of(hostileTexts), plausible: () => of(plausibleTexts) };
}

export type HostileBody = { readonly name: string; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };

const boundary = 'zqboundary';
const part = (head: string, body: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

/** Bodies that are broken as a whole: what comes before any field is read. */
export function hostileBodies(): HostileBody[] {
  const multipart = `multipart/form-data; boundary=${boundary}`;
  const urlencoded = 'application/x-www-form-urlencoded';
  const bytes = (...values: number[]) => new Uint8Array(values);
  return [
    { name: 'no type', type: '', body: 'x=1' },
    { name: 'a type of nowhere', type: `text/${mark}>`, body: mark },
    { name: 'multipart without boundary', type: 'multipart/form-data', body: part('name="a"', '1') },
    { name: 'multipart that never ends', type: multipart, body: part('name="title"', mark) },
    { name: 'multipart with a hostile file name', type: multipart, body: `${part(`name="file"; filename="../../${mark}>\0.pdf"`, '%PDF-1.4 not one')}--${boundary}--` },
    { name: 'multipart of nothing', type: multipart, body: `--${boundary}--` },
    { name: 'multipart with a broken head', type: multipart, body: `--${boundary}\r\n${mark}\r\n\r\n\r\n--${boundary}--` },
    { name: 'bad percent signs', type: urlencoded, body: 'title=%&text=%zz&%=%E0%A4&a[b]=1&a[]=2&__proto__[x]=1&constructor.prototype=1' },
    { name: 'bytes that are no UTF-8', type: urlencoded, body: bytes(0x74, 0x3d, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80) },
    { name: 'ten thousand fields', type: urlencoded, body: Array.from({ length: 10_000 }, (_, n) => `title=${n}`).join('&') },
    { name: 'JSON that is broken', type: 'application/json', body: `{"a": "${mark}` },
    { name: 'deep JSON', type: 'application/json', body: `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` },
    { name: 'JSON of another type', type: 'application/json', body: '[null, 1e999, {"__proto__": {"x": 1}}]' },
    { name: 'FHIR of another type', type: 'application/fhir+json', body: `{"resourceType": {"${mark}>": []}, "entry": "x", "subject": 7}` },
    { name: 'a bomb that claims to be zipped', type: 'application/zip', body: bytes(0x50, 0x4b, 3, 4, 0xff, 0xff) },
    { name: 'XML with an entity', type: 'application/xml', body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' },
  ];
}

/** 10 MB of one field: more than any form takes; a route for files says so itself. */
export function tooMuch(): HostileBody {
  return { name: '10 MB', type: 'application/x-www-form-urlencoded', body: `title=${'a'.repeat(10 * 1024 * 1024)}` };
}
