import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { bucketFor, buckets, pad, plainSize, unpad } from './bucket.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { makeMemberKey, type MemberKey, signingKey, unwrapByPhrase, wrapByPhrase } from './member-key.ts';
import { type Message, open, packMessage, replyOf, seal, unpackMessage } from './message.ts';
import { pictureKind, stripPicture } from './picture.ts';
import { fingerprint, hashOf, type RecipientList, signList, verifyChain } from './recipient-list.ts';
import { drawWords, joinWords, readWords } from './return-code.ts';
import { checkWork, findWork } from './work.ts';

const listOf = (language: string) => readFileSync(new URL(`./words/${language}.txt`, import.meta.url), 'utf8').trimEnd().split('\n');
const words = ['candle', 'harbor', 'violin', 'meadow', 'copper', 'planet', 'basket'];
let box: Mailbox;
let member: MemberKey;
beforeAll(async () => {
  [box, member] = await Promise.all([openMailbox(words), makeMemberKey()]);
});
const report = (): Message => ({
  binding: { mailbox: box.name, direction: 'in', sequence: 1, list: 1 }, wish: 'ask', answers: [{ question: 'what', text: 'Une chose – that happened' }],
  files: [{ name: 'a.txt', type: 'text/plain', bytes: new TextEncoder().encode('beside it') }], reply: replyOf(box),
});
const place = () => ({ mailbox: box.name, direction: 'in', sequence: 1 }) as const;

test('both word lists have 7,776 plain words, sorted, none twice and none the beginning of another', () => {
  for (const language of ['en', 'fr']) {
    const list = listOf(language);
    expect(list).toHaveLength(7776);
    expect(list.filter((word) => !/^[a-z]{3,9}$/.test(word)), language).toEqual([]);
    expect(list.filter((word, at) => list[at + 1]?.startsWith(word)), language).toEqual([]);
    expect([...list].sort()).toEqual(list);
  }
});

test('words are drawn evenly: a number past the last whole round is drawn again', () => {
  const numbers = [65_535, 62_208, 62_207, 0];
  const drawn = drawWords(listOf('en'), 2, (into) => into.fill(numbers.shift() ?? 0));
  expect(drawn).toEqual([listOf('en')[7775], listOf('en')[0]]);
  expect(readWords(' Crème;  Brûlée\n-3 Été ')).toEqual(['creme', 'brulee', 'ete']);
});

test('a text of any length is padded to its bucket and comes back; what pad did not make is refused', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 20_000 }), (content) => {
    const padded = pad(content);
    expect(buckets).toContain(padded.length);
    expect(unpad(padded)).toEqual(content);
  }), { numRuns: 60 });
  expect([bucketFor(4096), bucketFor(4097), bucketFor(16_777_217)]).toEqual([4096, 16_384, undefined]);
  const padded = pad(new Uint8Array([1, 2, 3]));
  expect(() => unpad(padded.map((byte, at) => (at === 4000 ? 1 : byte)))).toThrow('padding');
  expect(() => unpad(padded.subarray(0, 4000))).toThrow('padding');
  expect(() => unpad(padded.map((byte, at) => (at === 1 ? 255 : byte)))).toThrow('padding');
});

test('the same words give the same mailbox and one word more another; its id, secret and key have nothing in common', async () => {
  expect(await openMailbox(words)).toEqual(box);
  const other = await openMailbox([...words.slice(0, 6), 'ladder']);
  expect([other.id === box.id, other.identity === box.identity]).toEqual([false, false]);
  expect([box.id, box.recipient, box.name]).toEqual([expect.stringMatching(/^[\w-]{43}$/), await identityToRecipient(box.identity), expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test('a member and the writer open a report and nobody else does; its size shows as that of a bucket', async () => {
  const file = await seal(await packMessage(report(), box.secret), [member.recipient, box.recipient]);
  expect(plainSize(file)).toBe(4096);
  expect(plainSize(file.subarray(3))).toBeUndefined();
  for (const identity of [member.secret.identity, box.identity]) expect(await unpackMessage(await open(file, identity), place())).toEqual(report());
  await expect(open(file, (await makeMemberKey()).secret.identity)).rejects.toThrow('closed');
  await expect(seal(new Uint8Array(4096), [])).rejects.toThrow('recipients');
});

test('the size of the plain text is read off files of many chunks', async () => {
  for (const size of [65_536, 262_144, 1_048_576]) expect(plainSize(await seal(new Uint8Array(size), [member.recipient]))).toBe(size);
});

test('a message that was moved, or written by somebody who knows public keys alone, is refused', async () => {
  const padded = await packMessage(report(), box.secret);
  await expect(unpackMessage(padded, { ...place(), sequence: 2 })).rejects.toThrow('binding');
  await expect(unpackMessage(padded, { ...place(), direction: 'out' })).rejects.toThrow('binding');
  await expect(unpackMessage(padded, { ...place(), mailbox: 'f'.repeat(64) })).rejects.toThrow('binding');
  const forged = await packMessage({ ...report(), binding: { ...report().binding, direction: 'out' } }, new Uint8Array(32));
  await expect(unpackMessage(forged, { ...place(), direction: 'out' }, box.secret)).rejects.toThrow('mark');
});

test('every changed bit of the header and of a sampled body is refused', async () => {
  const file = await seal(await packMessage(report(), box.secret), [member.recipient]);
  const header = file.length - (16 + 4096 + 16);
  const bits = [...Array(header * 8).keys(), ...Array.from({ length: 400 }, (_, n) => header * 8 + ((n * 83) % ((file.length - header) * 8))), file.length * 8 - 1];
  const opened: number[] = [];
  for (const bit of bits) {
    const changed = new Uint8Array(file);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await open(changed, member.secret.identity).then(() => opened.push(bit), () => undefined);
  }
  expect(bits.length).toBeGreaterThan(1700);
  expect(opened).toEqual([]);
  await expect(open(file.subarray(0, file.length - 1), member.secret.identity)).rejects.toThrow('closed');
}, 30_000);

test('a chain of recipient lists holds only unbroken, signed by whom each version names, and new enough', async () => {
  const second = await makeMemberKey();
  const first: RecipientList = { version: 1, previous: '', date: '2019-06-03', chair: member.signPublic, members: [{ recipient: member.recipient, seat: 'centre' }] };
  const one = await signList(first, member.signPublic, await signingKey(member.secret));
  const next: RecipientList = { ...first, version: 2, previous: await hashOf(one.text), chair: second.signPublic, members: [...first.members, { recipient: second.recipient, seat: 'shelter' }] };
  const two = await signList(next, member.signPublic, await signingKey(member.secret));
  const three = await signList({ ...next, version: 3, previous: await hashOf(two.text) }, second.signPublic, await signingKey(second.secret));
  expect(await verifyChain([one, two, three])).toMatchObject({ version: 3, members: [{}, { recipient: second.recipient }] });
  await expect(verifyChain([one], 2)).rejects.toMatchObject({ reason: 'older' });
  await expect(verifyChain([])).rejects.toMatchObject({ reason: 'none' });
  await expect(verifyChain([one, three])).rejects.toThrow('refused');
  await expect(verifyChain([one, { ...two, text: two.text.replace('shelter', 'someone') }])).rejects.toMatchObject({ reason: 'signature' });
  const stolen = await signList({ ...next, chair: second.signPublic }, second.signPublic, await signingKey(second.secret));
  await expect(verifyChain([one, stolen])).rejects.toMatchObject({ reason: 'signature' });
  await expect(verifyChain([one, await signList({ ...next, previous: '' }, member.signPublic, await signingKey(member.secret))])).rejects.toMatchObject({ reason: 'chain' });
  expect(await fingerprint(member.signPublic)).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
});

test('a recovery phrase opens a member’s key, another phrase does not', async () => {
  const phrase = listOf('en').slice(100, 110);
  const wrapped = await wrapByPhrase(member.secret, phrase);
  expect(await unwrapByPhrase(wrapped, phrase)).toEqual(member.secret);
  await expect(unwrapByPhrase(wrapped, phrase.slice(1))).rejects.toThrow('closed');
}, 20_000);

const age = ['/usr/bin/age', '/usr/local/bin/age'].find((path) => existsSync(path));
test.runIf(age)('the age program of Debian opens a report with a member’s exported key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ct-age-'));
  const padded = await packMessage(report(), box.secret);
  writeFileSync(join(folder, 'key.txt'), `${member.secret.identity}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'report.age'), await seal(padded, [member.recipient, box.recipient]));
  const opened = execFileSync(age ?? '', ['--decrypt', '-i', join(folder, 'key.txt'), join(folder, 'report.age')]);
  rmSync(folder, { recursive: true });
  expect(new Uint8Array(opened)).toEqual(padded);
  expect((await unpackMessage(new Uint8Array(opened), place())).answers[0]?.text).toContain('that happened');
});

test('the proof of work serves the file that it was made for', async () => {
  const file = await seal(new Uint8Array(4096), [member.recipient]);
  const nonce = await findWork(file, 10);
  expect(await checkWork(file, nonce, 10)).toBe(true);
  expect(await checkWork(file, nonce, 60)).toBe(false);
  expect(await checkWork(file, -1, 0)).toBe(false);
  expect(joinWords(words)).toBe('candle-harbor-violin-meadow-copper-planet-basket');
});

test('a picture keeps what draws it and loses place, time, camera, comments and what hangs on its end', () => {
  const segment = (mark: number, text: string) => [0xff, mark, 0, text.length + 2, ...new TextEncoder().encode(text)];
  const scan = [...segment(0xda, 'scan'), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
  const jpeg = new Uint8Array([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...segment(0xe1, 'Exif GPS 43.4'), ...segment(0xfe, 'by me'), ...segment(0xdb, 'table'), ...scan, 0xff, 0xd9, 80, 75]);
  expect(stripPicture(jpeg)).toEqual(new Uint8Array([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...segment(0xdb, 'table'), ...scan, 0xff, 0xd9]));
  const chunk = (kind: string, text: string) => [0, 0, 0, text.length, ...new TextEncoder().encode(kind + text), 0, 0, 0, 0];
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const png = new Uint8Array([...start, ...chunk('IHDR', 'head'), ...chunk('tEXt', 'Author me'), ...chunk('eXIf', 'gps'), ...chunk('IDAT', 'data'), ...chunk('IEND', ''), 1]);
  expect(stripPicture(png)).toEqual(new Uint8Array([...start, ...chunk('IHDR', 'head'), ...chunk('IDAT', 'data'), ...chunk('IEND', '')]));
  expect([stripPicture(jpeg.subarray(0, 20)), stripPicture(new Uint8Array([1, 2])), pictureKind(png)]).toEqual([undefined, undefined, 'png']);
});
