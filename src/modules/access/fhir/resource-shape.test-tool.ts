import { z } from 'zod';

// Elements, cardinalities and required codes of FHIR R4 (4.0.1), written down by hand from https://hl7.org/fhir/R4/. An element that stands in the
// specification and that we never send is left out: sending it would be news.
const id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
const code = z.string().regex(/^[^\s]+( [^\s]+)*$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
const dateTime = z.union([z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/), instant]);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z.string().min(1);
const many = <T extends z.ZodType>(of: T) => z.array(of).min(1);
/** An extension has a value or extensions, never both and never neither (ext-1). */
const extension: z.ZodType = z.lazy(() => z.strictObject({
  url: text, extension: many(extension).optional(), valueBoolean: z.boolean().optional(), valueCode: code.optional(), valueString: text.optional(), valueDateTime: dateTime.optional(), valueDate: date.optional(), valueDecimal: z.number().optional(),
  valueUrl: z.url().optional(), valueCodeableConcept: concept.optional(),
}).refine((one) => (one.extension === undefined) === (Object.keys(one).filter((name) => name.startsWith('value')).length === 1)));
const coding = z.strictObject({ system: text.optional(), version: text.optional(), code: code.optional(), display: text.optional(), extension: many(extension).optional(), _display: z.unknown().optional() });
const concept = z.strictObject({ coding: many(coding).optional(), text: text.optional() }).refine((one) => Object.keys(one).length > 0);
const reference = z.strictObject({ reference: text.regex(/^(#person|[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/).optional(), display: text.optional() }).refine((one) => Object.keys(one).length > 0);
const to = (...types: readonly string[]) => reference.refine((one) => types.some((type) => one.reference?.startsWith(`${type}/`)), `refers to ${types.join(' or ')}`);
const primitive = z.strictObject({ extension: many(extension) });
const contact = z.strictObject({ system: z.enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other']).optional(), value: text.optional() });
const annotation = z.strictObject({ time: dateTime.optional(), text });
const priority = z.enum(['routine', 'urgent', 'asap', 'stat']);
const head = { id: id.optional(), meta: z.strictObject({ security: many(coding) }).optional(), language: code.optional(), extension: many(extension).optional(), contained: many(z.looseObject({ resourceType: code })).optional() };

type Item = { linkId: string; text?: string | undefined; item?: Item[] | undefined; answer?: Record<string, unknown>[] | undefined };
const answer = z.looseObject({ item: z.lazy(() => many(item)).optional() }).refine((one) => Object.keys(one).filter((name) => name.startsWith('value')).length === 1, 'has one value');
const item: z.ZodType<Item> = z.lazy(() => z.strictObject({ linkId: text, text: text.optional(), answer: many(answer).optional(), item: many(item).optional() }));
const issue = z.strictObject({
  severity: z.enum(['fatal', 'error', 'warning', 'information']), diagnostics: text.optional(), expression: many(text).optional(),
  code: z.enum(['invalid', 'structure', 'required', 'value', 'invariant', 'security', 'login', 'unknown', 'expired', 'forbidden', 'suppressed', 'processing', 'not-supported', 'duplicate', 'multiple-matches', 'not-found', 'deleted', 'too-long', 'code-invalid',
    'extension', 'too-costly', 'business-rule', 'conflict', 'transient', 'lock-error', 'no-store', 'exception', 'timeout', 'incomplete', 'throttled', 'informational']),
});

/** What a resource that is sent must look like, by its type. */
export const shapes: Readonly<Record<string, z.ZodType>> = {
  OperationOutcome: z.strictObject({ resourceType: z.literal('OperationOutcome'), issue: many(issue) }),
  Bundle: z.strictObject({
    resourceType: z.literal('Bundle'), type: z.literal('searchset'), total: z.int().min(0),
    entry: many(z.strictObject({ fullUrl: z.url().optional(), resource: z.looseObject({ resourceType: code }), search: z.strictObject({ mode: z.enum(['match', 'include', 'outcome']) }) })).optional(),
  }),
  QuestionnaireResponse: z.strictObject({
    resourceType: z.literal('QuestionnaireResponse'), ...head, questionnaire: text.optional(), status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']), subject: reference.optional(),
    authored: dateTime.optional(), author: to('Device', 'Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson', 'Organization').optional(), source: to('Patient', 'Practitioner', 'PractitionerRole', 'RelatedPerson').optional(), item: many(item).optional(),
  }),
  ServiceRequest: z.strictObject({
    resourceType: z.literal('ServiceRequest'), ...head, replaces: many(to('ServiceRequest')).optional(), status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
    intent: z.enum(['proposal', 'plan', 'directive', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option']), category: many(concept).optional(), priority: priority.optional(), code: concept.optional(),
    subject: to('Patient', 'Group', 'Location', 'Device'), occurrenceDateTime: dateTime.optional(), authoredOn: dateTime.optional(), requester: to('Practitioner', 'PractitionerRole', 'Organization', 'Patient', 'RelatedPerson', 'Device').optional(),
    performer: many(to('Practitioner', 'PractitionerRole', 'Organization', 'CareTeam', 'HealthcareService', 'Patient', 'Device', 'RelatedPerson')).optional(), supportingInfo: many(reference).optional(), note: many(annotation).optional(),
  }),
  Task: z.strictObject({
    resourceType: z.literal('Task'), ...head, status: z.enum(['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold', 'failed', 'completed', 'entered-in-error']), statusReason: concept.optional(), businessStatus: concept.optional(),
    intent: z.enum(['unknown', 'proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option']), priority: priority.optional(), code: concept.optional(), focus: reference.optional(), for: reference.optional(), authoredOn: dateTime.optional(),
    lastModified: dateTime.optional(), requester: to('Device', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'RelatedPerson').optional(), owner: to('Practitioner', 'PractitionerRole', 'Organization', 'CareTeam', 'HealthcareService', 'Patient', 'Device', 'RelatedPerson').optional(),
    output: many(z.strictObject({ type: concept, valueDate: date.optional(), valueCodeableConcept: concept.optional() }).refine((one) => Object.keys(one).length === 2, 'has one value')).optional(),
  }).refine((one) => one.lastModified === undefined || one.authoredOn === undefined || one.lastModified >= one.authoredOn, 'inv-1: lastModified is not before authoredOn'),
  HealthcareService: z.strictObject({
    resourceType: z.literal('HealthcareService'), ...head, active: z.boolean().optional(), providedBy: to('Organization').optional(), type: many(concept).optional(), name: text.optional(), _name: primitive.optional(), comment: text.optional(), _comment: primitive.optional(),
    extraDetails: text.optional(), _extraDetails: primitive.optional(), telecom: many(contact).optional(), coverageArea: many(reference).optional(), communication: many(concept).optional(),
  }),
  Organization: z.strictObject({ resourceType: z.literal('Organization'), ...head, active: z.boolean().optional(), name: text, alias: many(text).optional() }),
  CapabilityStatement: z.strictObject({
    resourceType: z.literal('CapabilityStatement'), ...head, status: z.enum(['draft', 'active', 'retired', 'unknown']), date: dateTime, kind: z.literal('instance'), implementation: z.strictObject({ description: text, url: z.url().optional() }), fhirVersion: z.literal('4.0.1'), format: many(code),
    rest: many(z.strictObject({
      mode: z.enum(['client', 'server']), security: z.strictObject({ description: text }).optional(),
      resource: many(z.strictObject({
        type: code, documentation: text.optional(), interaction: many(z.strictObject({ code: z.enum(['read', 'vread', 'update', 'patch', 'delete', 'history-instance', 'history-type', 'create', 'search-type']) })).optional(),
        searchParam: many(z.strictObject({ name: text, type: z.enum(['number', 'date', 'string', 'token', 'reference', 'composite', 'quantity', 'uri', 'special']) })).optional(),
      })).optional(),
    })).optional(),
  }),
};
