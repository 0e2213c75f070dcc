#!/usr/bin/env node
// Checks an export of the audit trail of Common Table against the anchors that you kept. One file, no dependencies; Node 20 or later.
//
//   node verify-audit.mjs EXPORT.jsonl [--key HEX] ANCHOR…      (ANCHOR: a file, or a folder of *.anchor)
//
// It recomputes every hash of the chain and the Merkle root (RFC 9162, section 2.1.1) at each anchor, and checks each anchor's Ed25519 signature.
// Give the key that you wrote down when the first anchor came; without it the signatures show only that all anchors have one signer.
// Exit code 0: everything holds. 1: it does not, each place is a line. 2: wrong use.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Reads one anchor's note; undefined when it is none. */
export function readAnchor(text) {
  const found = /common-table audit anchor 1\r?\norigin (\S+)\r?\nsize (\d+)\r?\nroot ([0-9a-f]{64})\r?\nlast ([0-9a-f]{64})\r?\ntime (\S+)\r?\nkey ([0-9a-f]{64})\r?\nsignature (\S+)/.exec(text);
  if (!found) return undefined;
  const [all, origin, size, root, last, time, key, signature] = found;
  const said = all.slice(0, all.indexOf('signature ')).replaceAll('\r\n', '\n');
  return { origin, size: Number(size), root, last, time, key, said, signature: Buffer.from(signature, 'base64') };
}

function signatureHolds(anchor) {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(anchor.key, 'hex')]);
  return verifySignature(null, Buffer.from(anchor.said), createPublicKey({ key: spki, format: 'der', type: 'spki' }), anchor.signature);
}

/** Checks rows (in the order of the export) against anchors. `key` is the pinned public key in hexadecimal, or undefined. */
export async function verify(rows, anchors, key) {
  const problems = [];
  const trusted = key ?? anchors[0]?.key;
  const due = [];
  for (const anchor of [...anchors].sort((a, b) => a.size - b.size)) {
    if (anchor.key !== trusted) problems.push(`the anchor of ${anchor.time} was signed with another key`);
    else if (!signatureHolds(anchor)) problems.push(`the signature of the anchor of ${anchor.time} does not hold`);
    else due.push(anchor);
  }
  let [size, peaks, previous, next] = [0, [], sha256().toString('hex'), 0];
  for await (const row of rows) {
    if (row.position !== size + 1) problems.push(`row ${size + 1} of the export says it is ${row.position}`);
    if (row.previous !== previous) problems.push(`row ${size + 1} does not continue the one before it`);
    if (typeof row.body !== 'string' || typeof row.time !== 'string') problems.push(`the entry of row ${size + 1} is gone`);
    else {
      const place = Buffer.alloc(8);
      place.writeBigInt64BE(BigInt(row.position));
      if (sha256(Buffer.from(row.previous, 'hex'), place, row.time, row.body).toString('hex') !== row.hash) problems.push(`row ${size + 1} was changed`);
    }
    previous = row.hash;
    let leaf = sha256(Buffer.of(0), Buffer.from(row.hash, 'hex'));
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) leaf = sha256(Buffer.of(1), peaks.pop(), leaf);
    peaks.push(leaf);
    size += 1;
    for (; due[next]?.size === size; next += 1) {
      const root = peaks.reduceRight((right, left) => (right ? sha256(Buffer.of(1), left, right) : left), undefined);
      if (root.toString('hex') !== due[next].root || row.hash !== due[next].last) problems.push(`the first ${size} rows are not those that were anchored on ${due[next].time}`);
    }
  }
  for (const anchor of due.slice(next)) problems.push(`the anchor of ${anchor.time} counts ${anchor.size} rows, the export has ${size}: the end was cut off`);
  return { holds: problems.length === 0, problems, rows: size, anchors: anchors.length, anchored: due[due.length - 1]?.size ?? 0, key: trusted };
}

async function* rowsOf(file) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) if (line.trim() !== '') yield JSON.parse(line);
}

async function main(args) {
  const at = args.indexOf('--key');
  const key = at < 0 ? undefined : args.splice(at, 2)[1];
  const [file, ...places] = args;
  if (!file || (key !== undefined && !/^[0-9a-f]{64}$/.test(key))) {
    console.error('Use: node verify-audit.mjs EXPORT.jsonl [--key HEX] ANCHOR…');
    return 2;
  }
  const paths = places.flatMap((place) => (statSync(place).isDirectory() ? readdirSync(place).filter((name) => name.endsWith('.anchor')).map((name) => join(place, name)) : [place]));
  const anchors = paths.map((path) => {
    const anchor = readAnchor(readFileSync(path, 'utf8'));
    if (!anchor) throw new Error(`${path} is no anchor`);
    return anchor;
  });
  const verdict = await verify(rowsOf(file), anchors, key);
  for (const problem of verdict.problems.slice(0, 50)) console.log(problem);
  if (verdict.problems.length > 50) console.log(`and ${verdict.problems.length - 50} more`);
  console.log(`${verdict.rows} rows, ${verdict.anchors} anchors; the first ${verdict.anchored} rows are anchored, ${Math.max(0, verdict.rows - verdict.anchored)} after them are held by the chain alone`);
  if (verdict.anchors === 0) console.log('no anchor was given: a chain that was written anew from its beginning, or cut off at its end, would look the same');
  if (key === undefined && verdict.key) console.log(`no key was given: compare ${verdict.key} with the one that you wrote down`);
  console.log(verdict.holds ? 'the trail holds' : 'THE TRAIL DOES NOT HOLD');
  return verdict.holds ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    return 2;
  });
