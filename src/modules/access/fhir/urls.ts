/** Addresses of the profile's own terms, under the address of the installation; names of FHIR and HL7 where they have one. */
export const fhirBase = (baseUrl: string): string => `${baseUrl}/fhir`;
export const systems = {
  purpose: 'urn:x-common-table:purpose',
  section: 'urn:x-common-table:section',
  withheld: 'urn:x-common-table:withheld',
  reason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  act: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  scope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
} as const;
export const extensions = {
  genderIdentity: 'http://hl7.org/fhir/StructureDefinition/patient-genderIdentity',
  interpreter: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  birthEstimated: 'urn:x-common-table:birth-date-estimated',
  safeToLeaveMessage: 'urn:x-common-table:safe-to-leave-message',
  doNotContact: 'urn:x-common-table:do-not-contact',
  authority: 'urn:x-common-table:authority-of-substitute',
  how: 'urn:x-common-table:how-given',
  interpreted: 'urn:x-common-table:interpreter-helped',
  conditions: 'urn:x-common-table:conditions',
} as const;
