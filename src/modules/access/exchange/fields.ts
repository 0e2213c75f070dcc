import { evidenceKinds, stayKinds } from '#app/methods/homelessness/stay.ts';

export const fileKinds = ['client', 'stay'] as const;
export type FileKind = (typeof fileKinds)[number];

export const clientFields = ['client', 'given', 'family', 'birth', 'gender', 'language', 'aliases', 'consentId', 'consent', 'consentTo', 'consentStart', 'consentExpires'] as const;
export const stayFields = ['client', 'stay', 'kind', 'place', 'start', 'end', 'evidence'] as const;
export const fieldsOf = { client: clientFields, stay: stayFields } as const;
export type Field = (typeof clientFields)[number] | (typeof stayFields)[number];
/** Without these a file is not taken in. */
export const requiredOf: Readonly<Record<FileKind, readonly Field[]>> = { client: ['client', 'given', 'family'], stay: ['client', 'kind', 'start'] };

/** The heading of each of our fields: that of HIFIS where HIFIS has one. The export writes these, and the import knows them. */
export const headings: Readonly<Record<FileKind, Readonly<Partial<Record<Field, string>>>>> = {
  client: { client: 'ClientID', given: 'FirstName', family: 'LastName', birth: 'DOB', gender: 'Gender', language: 'PreferredLanguage', aliases: 'Aliases', consentId: 'ConsentID', consent: 'ConsentType', consentTo: 'ServiceProvider', consentStart: 'StartDate', consentExpires: 'ExpiryDate' },
  stay: { client: 'ClientID', stay: 'ServiceID', kind: 'ServiceType', place: 'OrganizationName', start: 'DateStart', end: 'DateEnd', evidence: 'Evidence' },
};
/** Other headings under which such files give a field. */
export const otherHeadings: Readonly<Partial<Record<Field, readonly string[]>>> = {
  client: ['client number', 'clientno', 'numero du client'], given: ['given name', 'prenom'], family: ['family name', 'surname', 'nom', 'nom de famille'], birth: ['date of birth', 'birth date', 'dateofbirth', 'date de naissance'],
  gender: ['genre'], language: ['language', 'langue'], aliases: ['alias', 'alias1'], consent: ['consent', 'consentement'], consentTo: ['orgid', 'provider', 'fournisseur'], consentStart: ['consentstartdate', 'consent start'],
  consentExpires: ['consentexpirydate', 'consent expiry'], stay: ['stayid', 'admissionid'], kind: ['staytype', 'type'], place: ['organization', 'place', 'shelter', 'lieu'], start: ['startdate', 'bookin', 'start', 'debut'],
  end: ['enddate', 'bookout', 'end', 'fin'], evidence: ['preuve'],
};

/** Fields whose words are mapped to ours, and what they can become; `none` leaves the word out on purpose. The providers are the organisations of the day. */
export const consentCodes = ['explicit', 'coordinated-access', 'both'] as const;
export type ConsentCode = (typeof consentCodes)[number];
export const purposesOf: Readonly<Record<ConsentCode, readonly string[]>> = { explicit: ['care'], 'coordinated-access': ['list'], both: ['care', 'list'] };
export const mappedWords = { kind: [...stayKinds, 'none'], evidence: evidenceKinds, language: ['en', 'fr', 'none'], consent: [...consentCodes, 'none'], consentTo: ['none'] } as const;
export type WordField = keyof typeof mappedWords;
export const wordFields: readonly WordField[] = ['kind', 'evidence', 'language', 'consent', 'consentTo'];

const sayings: Readonly<Record<Exclude<WordField, 'consentTo'>, Readonly<Record<string, readonly string[]>>>> = {
  kind: {
    shelter: ['stay', 'shelter', 'emergency shelter', 'book-in', 'admission', 'motel', 'séjour'], unsheltered: ['street', 'public space', 'encampment', 'tent', 'vehicle', 'rough sleeping', 'rue', 'campement'],
    hidden: ['couch surfing', 'staying with others', 'with family or friends'], transitional: ['transitional housing', 'logement de transition'], institution: ['hospital', 'jail', 'public institution', 'treatment'],
    housed: ['house placement', 'housing placement', 'house placements', 'rental', 'logement'],
    none: ['spdat', 'vi-spdat', 'vat', 'case management', 'goods and services', 'food bank', 'group activities', 'turnaway', 'turnaways', 'calls and visits', 'reservation', 'reservations', 'survey', 'storage', 'service restriction', 'diversion', 'housing loss prevention'],
  },
  evidence: { observed: ['seen', 'observé'], reported: ['self-reported', 'told', 'déclaré'], verified: ['confirmed', 'confirmé'] },
  language: { en: ['english', 'anglais'], fr: ['french', 'français'] },
  consent: { explicit: ['explicite'], 'coordinated-access': ['coordinated access', 'accès coordonné'], both: ['explicit + coordinated access', 'explicit and coordinated access'], none: ['declined - anonymous', 'declined', 'implied', 'inherited', 'refusé', 'implicite'] },
};

/** What a word of a file most likely means; undefined where it has to be decided. `agencies` give the providers by slug and by name. */
export function guessWord(field: WordField, word: string, agencies: readonly { id: string; slug: string; name: { en: string; fr: string } }[]): string | undefined {
  const said = word.toLowerCase();
  if (field === 'consentTo') return agencies.find((one) => [one.slug, one.name.en.toLowerCase(), one.name.fr.toLowerCase()].includes(said))?.id;
  if (mappedWords[field].some((code) => code === said)) return said;
  return Object.entries(sayings[field]).find(([, words]) => words.includes(said))?.[0];
}
