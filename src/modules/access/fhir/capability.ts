import type { Json } from './outcome.ts';

const offered: readonly { readonly type: string; readonly codes: readonly string[]; readonly parameters?: readonly string[]; readonly documentation?: string }[] = [
  { type: 'Patient', codes: ['read', 'create', 'search-type'], parameters: ['family', 'given', 'birthdate'], documentation: 'Search by POST Patient/_search alone; names never stand in an address. Identifiers are refused.' },
  { type: 'Consent', codes: ['read', 'create', 'search-type'], parameters: ['patient'], documentation: 'A consent to disclose information. Withdrawal is recorded on its page.' },
  { type: 'Questionnaire', codes: ['read', 'search-type'] },
  { type: 'Organization', codes: ['read'] },
];

/** What the interface offers, as a CapabilityStatement of FHIR R4. */
export function capability(url: string): Json {
  return {
    resourceType: 'CapabilityStatement', status: 'active', date: '2026-11-30', kind: 'instance', fhirVersion: '4.0.1', format: ['json'], implementation: { description: 'Common Table', url },
    rest: [{
      mode: 'server', security: { description: 'A key in the header Authorization: Bearer. It acts as its account: the same rules as on the pages decide what it sees.' },
      resource: offered.map(({ type, codes, parameters, documentation }) => ({ type, ...(documentation ? { documentation } : {}), interaction: codes.map((code) => ({ code })), ...(parameters ? { searchParam: parameters.map((name) => ({ name, type: name === 'birthdate' ? 'date' : name === 'patient' ? 'reference' : 'string' })) } : {}) })),
    }],
  };
}
