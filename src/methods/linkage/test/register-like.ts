import type { PersonRecord } from '../fields.ts';
import { createRandom, pickByRank, type Random } from './random.ts';
import { slip } from './slips.ts';

const givenNames = 'marie olivia emma sophie chloe jean pierre michel luc marc andre jacques louis francois guillaume antoine benoit mathieu david james john robert william michael richard joseph thomas charles daniel matthew anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob nicholas gary eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia dorothy amy kathleen angela shirley anna brenda pamela nicole ruth katherine samantha christine catherine virginia debra rachel janet carolyn maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith megan cheryl martha andrea hannah jacqueline frances ann gloria teresa kathryn sara janice alice amelie genevieve isabelle josee nathalie sylvie manon mohammed fatima ahmed aisha wei li ming priya raj arjun anjali singh kaur jaspreet harpreet yusuf omar leila nadia svetlana ivan piotr agnieszka'.split(' ');
const commonSurnames = 'smith brown tremblay martin roy gagnon lee wilson johnson macdonald taylor campbell anderson jones leblanc cote williams miller thompson gauthier white patel wong bouchard singh chan morin young fortin ouellet pelletier gill belanger levesque bergeron leclerc landry nguyen clark scott stewart reid murray ross mitchell fraser robinson walker morrison li wang chen zhang khan ali ahmed hussain kaur dhillon sandhu grant graham kennedy simard lavoie poirier girard'.split(' ');
const syllables = 'ba be bo bra da de do dru fa fe fi ga gor gra ha he hol ja jo ka ke kor kra la le lin lo ma mar me mo na ne nor o pa per po ra re ri ro sa sch se sta ta te ti to tre va ve vi wa we wi za ze'.split(' ');
const endings = 'ck der din dson ford gan ham ic in ini ko ler ley lis man mer mont nault ner nko rd rez ros ski sen son ston ters ton uk vic well wood ux zi'.split(' ');
const streetKinds = ['street', 'road', 'avenue', 'drive', 'crescent', 'court', 'lane', 'rue', 'way'];

/** A made-up register of people in households, of whom `copies` were recorded twice, with slips and changes; the truth is the id before `-`. */
export function registerLike(settings: { readonly records: number; readonly copies: number; readonly seed: number }): PersonRecord[] {
  const random = createRandom(settings.seed);
  const invent = (count: number, ends: readonly string[]) => Array.from({ length: count }, () => random.pick(syllables) + random.pick(syllables) + (random.chance(0.3) ? random.pick(syllables) : '') + random.pick(ends));
  const surnames = [...commonSurnames, ...invent(20_000, endings)];
  const streets = invent(2_500, endings).map((name) => `${name} ${random.pick(streetKinds)}`);
  const suburbs = invent(60, endings);
  const people: PersonRecord[] = [];
  while (people.length < settings.records - settings.copies) {
    const [surname, suburb] = [surnames[pickByRank(random, surnames.length, 60)] ?? '', suburbs[pickByRank(random, suburbs.length, 4)] ?? ''];
    const street = random.pick(streets);
    const home = { streetNumber: String(1 + random.below(400)), street, suburb, province: 'ON', postcode: postcodeOf(street, suburb), phone: `905${String(random.below(10_000_000)).padStart(7, '0')}` };
    const size = 1 + random.below(4);
    const taken = new Set<string>();
    for (let member = 0; member < size && people.length < settings.records - settings.copies; member += 1) {
      let given = givenNames[pickByRank(random, givenNames.length, 40)] ?? '';
      while (taken.has(given)) given = random.pick(givenNames);
      taken.add(given);
      const own = random.chance(0.8) ? surname : (surnames[pickByRank(random, surnames.length, 60)] ?? '');
      const { phone, ...address } = home;
      people.push({ id: `${people.length}-a`, givenName: given, surname: own, dateOfBirth: dateOf(random), sex: random.pick(['F', 'M']), ...address, ...(random.chance(0.6) ? { phone } : {}), ...(random.chance(0.3) ? { email: `${given}.${own}${random.below(100_000)}@example.org` } : {}) });
    }
  }
  const copies = Array.from({ length: settings.copies }, (_, place) => ({ ...recordedAgain(random, people[place * Math.floor(people.length / settings.copies)] ?? { id: '' }, people) }));
  return [...people, ...copies];
}

function recordedAgain(random: Random, person: PersonRecord, people: readonly PersonRecord[]): PersonRecord {
  const copy: Record<string, string> = { ...person, id: person.id.replace('-a', '-b') };
  if (random.chance(0.25)) {
    const { streetNumber = '', street = '', suburb = '', postcode = '' } = random.pick(people);
    Object.assign(copy, { streetNumber, street, suburb, postcode });
  }
  const fields = ['givenName', 'surname', 'dateOfBirth', 'street', 'phone', 'postcode'];
  for (let slips = random.below(4); slips > 0; slips -= 1) {
    const field = random.pick(fields);
    const text = copy[field] ?? '';
    if (text !== '') copy[field] = random.chance(0.15) ? '' : field === 'dateOfBirth' ? text.slice(0, 8) + String(10 + random.below(19)) : slip(random, text);
  }
  return { ...copy, id: copy.id ?? '' };
}

function dateOf(random: Random): string {
  return `${1930 + random.below(95)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
}

function postcodeOf(street: string, suburb: string): string {
  const mix = [...street, ...suburb].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return `L${suburb.length % 10}${String.fromCharCode(65 + (mix % 20))} ${mix % 10}${String.fromCharCode(65 + (mix % 23))}${Math.floor(mix / 7) % 10}`;
}
