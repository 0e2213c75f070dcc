import type { PersonRecord } from '../fields.ts';
import { createRandom, pickByRank, type Random } from './random.ts';
import { slip } from './slips.ts';

const givenNames = 'peter hans michael thomas andreas wolfgang klaus juergen guenter stefan christian uwe werner horst frank dieter manfred gerhard bernd karl heinz walter ursula monika petra elisabeth sabine renate helga karin brigitte ingrid erika andrea gisela claudia susanne gabriele christa christine hildegard anna birgit barbara gertrud marion jutta maria martina heike ulrike angelika helmut herbert rainer joachim martin ralf matthias markus alexander daniel sebastian jan tobias florian philipp christoph marcel patrick dennis tim lukas felix jonas david simon fabian benjamin johannes anja katrin nicole stefanie julia sandra melanie katharina daniela tanja silke kerstin anke christina nadine jessica sarah laura lisa lena hannah leonie marie sophie johanna kathrin franziska vanessa jennifer jana ute rita rosemarie waltraud irmgard edith gerda elfriede marianne margarete hannelore edeltraud ilse lieselotte otto ernst wilhelm friedrich hermann rudolf kurt erich josef alfred georg heinrich paul franz anton ludwig robert richard bruno max siegfried egon norbert harald volker holger joerg torsten carsten olaf sven dirk jens lars nils kai bjoern gerd guido ingo axel arno'.split(' ');
const commonSurnames = 'mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange schmitt werner schmitz krause meier lehmann schmid schulze maier koehler herrmann koenig walter mayer huber kaiser fuchs peters lang scholz moeller weiss jung hahn schubert vogel friedrich keller guenther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon ludwig boehm winter kraus martin schumacher kraemer vogt stein jaeger otto sommer gross seidel heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engel horn busch bergmann thomas voigt sauer arnold wolff pfeiffer'.split(' ');
const [starts, middles, ends] = ['b br d dr f fr g gr h k kl kr l m n p pf r s sch schl st t tr w z'.split(' '), 'a e i o u ae ei au ie ue'.split(' '), 'ck ndt rmann ller sner bach berg feld hauer inger ke litz mann nitz ow ske stedt tner wald zke'.split(' ')];

export type GermanSettings = { readonly records: number; readonly copies: number; readonly surnames: number; readonly seed: number; readonly secondSlip: number };

/**
 * Made-up records after the kind of RLdata10000 (R package RecordLinkage): common German names with a long tail, a date of birth, some
 * records copied with one slip in one field (a second with the chance `secondSlip`). The truth is the id before `-`.
 */
export function germanLike({ records, copies, surnames, seed, secondSlip }: GermanSettings): PersonRecord[] {
  const random = createRandom(seed);
  const tail = Array.from({ length: Math.max(0, surnames - commonSurnames.length) }, () => random.pick(starts) + random.pick(middles) + random.pick(ends));
  const names = [...commonSurnames, ...tail];
  const originals = Array.from({ length: records - copies }, (_, place): PersonRecord => ({
    id: `${place}-a`, givenName: givenNames[pickByRank(random, givenNames.length, 25)] ?? '', surname: names[pickByRank(random, names.length, 12)] ?? '',
    dateOfBirth: dateText(1920 + Math.floor(90 * Math.sqrt(random.unit())), 1 + random.below(12), 1 + random.below(28)),
  }));
  const copied = originals.slice(0, copies).map((record, place) => {
    const once = withSlip(random, record);
    return { ...(random.chance(secondSlip) ? withSlip(random, once) : once), id: `${place}-b` };
  });
  return [...originals, ...copied];
}

function withSlip(random: Random, record: PersonRecord): PersonRecord {
  const field = random.below(5);
  if (field === 0) return { ...record, givenName: slip(random, record.givenName ?? '') };
  if (field === 1) return { ...record, surname: slip(random, record.surname ?? '') };
  const [year = 0, month = 0, day = 0] = (record.dateOfBirth ?? '').split('-').map(Number);
  const changed = (value: number, low: number, high: number) => (random.chance(0.6) ? digitChanged(random, value, low, high) : low + random.below(high - low + 1));
  if (field === 2) return { ...record, dateOfBirth: dateText(changed(year, 1920, 2010), month, day) };
  return { ...record, dateOfBirth: field === 3 ? dateText(year, changed(month, 1, 12), day) : dateText(year, month, changed(day, 1, 31)) };
}

function digitChanged(random: Random, value: number, low: number, high: number): number {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const digits = [...String(value).padStart(2, '0')];
    digits[random.below(digits.length)] = String(random.below(10));
    const next = Number(digits.join(''));
    if (next !== value && next >= low && next <= high) return next;
  }
  return value === low ? high : low;
}

function dateText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
