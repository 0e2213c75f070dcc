/** Words of a heading that say whose row it is; datasets hold counts, or events without a name. */
const whole = ['name', 'names', 'nom', 'noms', 'prenom', 'prenoms', 'surname', 'firstname', 'lastname', 'fullname', 'forename', 'patient', 'client', 'alias', 'dob', 'birthdate', 'birthday', 'naissance', 'sin', 'nas', 'ohip', 'hcn', 'mrn', 'healthcard',
  'address', 'addresses', 'adresse', 'street', 'rue', 'postal', 'postalcode', 'postcode', 'phone', 'telephone', 'tel', 'cell', 'cellphone', 'mobile', 'cellulaire', 'fax', 'email', 'mail', 'courriel', 'passport', 'passeport', 'licence', 'license', 'permis', 'plate'];
const phrases = [/birth (date|day)/, /date (of|de) (birth|naissance)/, /health (card|number|insurance)/, /carte (de )?sante/, /social insurance/, /assurance (sociale|maladie)/, /code postal/, /(chart|file|case) (number|no|id)/, /numero (de )?(dossier|client|patient)/];
/** What may have a name without being a person. */
const things = ['municipality', 'municipalite', 'city', 'ville', 'town', 'region', 'area', 'place', 'lieu', 'station', 'service', 'agency', 'organisme', 'organization', 'organisation', 'hospital', 'hopital', 'school', 'ecole', 'site', 'program', 'programme', 'drug', 'substance', 'ward', 'district', 'indicator', 'file', 'column'];

/** Whether a heading promises what points at a person: a name, a number of hers, a birth date, an address, a telephone or a mail address. */
export function namesPerson(heading: string): boolean {
  const text = heading.replaceAll(/([a-z])([A-Z])/g, '$1 $2').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/e[\s_-]mail/g, 'email').replaceAll(/[^a-z0-9]+/g, ' ').trim();
  const words = text.split(' ');
  if (phrases.some((phrase) => phrase.test(text))) return true;
  const found = words.filter((word) => whole.includes(word));
  const onlyNamed = found.every((word) => ['name', 'names', 'nom', 'noms', 'postal', 'licence', 'license', 'permis', 'street', 'rue'].includes(word));
  return found.length > 0 && !(onlyNamed && words.some((word) => things.includes(word)));
}

/** Whether a cell looks like a mail address, a telephone number, a health card or social insurance number, or a full postal code. */
export function showsPerson(text: string): boolean {
  return /[^\s@]@[^\s@]{1,250}\.[a-z]{2}/i.test(text) || /(^|\D)(\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{3,4}(\D|$)/.test(text) || /(^|\D)\d{9,10}(\D|$)/.test(text) || /\b[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b/i.test(text);
}
