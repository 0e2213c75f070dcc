import type { Json } from './outcome.ts';

type Parameter = 'string' | 'date' | 'reference' | 'uri' | 'token';
type Offer = { readonly type: string; readonly codes: readonly ('read' | 'create' | 'search-type')[]; readonly parameters?: Readonly<Record<string, Parameter>>; readonly documentation?: string };
const offered: readonly Offer[] = [
  { type: 'Patient', codes: ['read', 'create', 'search-type'], parameters: { family: 'string', given: 'string', birthdate: 'date' }, documentation: 'Search by POST Patient/_search alone; names never stand in an address. Identifiers are refused.' },
  { type: 'Consent', codes: ['read', 'create', 'search-type'], parameters: { patient: 'reference' }, documentation: 'A consent to disclose information. Withdrawal is recorded on its page.' },
  { type: 'Questionnaire', codes: ['read', 'search-type'], parameters: { url: 'uri', version: 'token' }, documentation: 'The SHA-256 of a definition is the id of that version for ever; of versions that no longer ship, for a key whose account works with records.' },
  { type: 'QuestionnaireResponse', codes: ['read', 'create', 'search-type'], parameters: { patient: 'reference', questionnaire: 'reference' }, documentation: 'An assessment of a person by staff. The questionnaire names its version (url|version). What is incomplete is kept as in-progress and has no score. An answer that calls for somebody to act raises its alert with the create.' },
  { type: 'ServiceRequest', codes: ['read', 'create', 'search-type'], parameters: { patient: 'reference' }, documentation: 'A referral. A create with status active sends it, with status draft keeps it. The extension urn:x-common-table:follow-code, the code for the person, stands in the answer to the create alone. Search finds what the organisation of the key sent.' },
  { type: 'Task', codes: ['read', 'create', 'search-type'], parameters: { owner: 'reference', requester: 'reference', status: 'token' }, documentation: 'Where a referral stands, under the id of its ServiceRequest; businessStatus is the state of the referral. A create sends a draft. An update is not offered: steps are taken on the page. A read is not taken for somebody having seen the referral.' },
  { type: 'HealthcareService', codes: ['read'] },
  { type: 'Organization', codes: ['read'] },
];

/** What the interface offers, as a CapabilityStatement of FHIR R4. */
export function capability(url: string): Json {
  return {
    resourceType: 'CapabilityStatement', status: 'active', date: '2026-11-30', kind: 'instance', fhirVersion: '4.0.1', format: ['json'], implementation: { description: 'Common Table', url },
    rest: [{
      mode: 'server', security: { description: 'A key in the header Authorization: Bearer. It acts as its account: the same rules as on the pages decide what it sees.' },
      resource: offered.map(({ type, codes, parameters, documentation }) => ({
        type, ...(documentation ? { documentation } : {}), interaction: codes.map((code) => ({ code })), ...(parameters ? { searchParam: Object.entries(parameters).map(([name, of]) => ({ name, type: of })) } : {}),
      })),
    }],
  };
}
