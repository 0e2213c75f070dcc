// Checks a published draw: node check-a-draw.mjs draw.json [hash-published-before]
// The file holds {commitment, seed, beacon, lots: [{token, lot}]}. Nothing of the program that made the draw is used.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, published] = process.argv.slice(2);
const draw = JSON.parse(readFileSync(file, 'utf8'));
const faults = [];

const seed = Buffer.from(draw.seed, 'hex');
if (seed.length < 32) faults.push('The seed is shorter than 32 bytes.');
const commitment = createHash('sha256').update(seed).digest('hex');
if (commitment !== (published ?? draw.commitment)) faults.push('The seed is not the one whose hash was published before.');

let before = '';
for (const [index, { token, lot }] of draw.lots.entries()) {
  const own = createHmac('sha256', seed).update(`${draw.beacon}\n${token}`).digest('hex');
  if (own !== lot) faults.push(`Line ${index + 1}: the lot of ${token} is wrong.`);
  if (own <= before) faults.push(`Line ${index + 1}: ${token} stands in the wrong place.`);
  before = own;
}

console.log(faults.length === 0 ? `The draw of ${draw.lots.length} lots is right.` : faults.join('\n'));
process.exit(faults.length === 0 ? 0 : 1);
