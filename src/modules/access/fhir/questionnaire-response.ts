import { z } from 'zod';
import { listOf } from '#app/methods/questionnaire/fhir.ts';
import type { Assessment } from '../assessment/queries.ts';
import type { Version } from '../instrument/shelf.ts';
import { type Fault, faultsOf, idOf, type Json, type Refused } from './outcome.ts';
import { extensions } from './urls.ts';

const statuses = ['completed', 'stopped', 'in-progress'] as const;
type Status = (typeof statuses)[number];

/** An assessment as a FHIR R4 QuestionnaireResponse, pinned to its version; `alert` is the address of the alert that still has to be answered. */
export function toResponse(kept: Assessment, version: Version, alert: string | undefined): Json {
  const status: Status | 'entered-in-error' = kept.state === 'struck-out' ? 'entered-in-error' : kept.state === 'unfinished' ? 'in-progress' : kept.response.status === 'stopped' ? 'stopped' : 'completed';
  const item = listOf(kept.response.item);
  const extension = [
    { url: extensions.version, valueCode: version.hash }, { url: extensions.filledBy, valueCode: kept.filledBy },
    ...(kept.score && kept.expiresOn && kept.state === 'finished' ? [{ url: extensions.score, extension: [{ url: 'total', valueDecimal: kept.score.total }, { url: 'holds-until', valueDate: kept.expiresOn }] }] : []),
    ...(alert ? [{ url: extensions.safetyAlert, valueUrl: alert }] : []),
  ];
  return {
    resourceType: 'QuestionnaireResponse', id: kept.id, language: `${kept.language}-CA`, extension, questionnaire: `${version.url}|${version.number}`, status,
    subject: { reference: `Patient/${kept.person}` }, authored: kept.savedAt.toISOString(), author: { reference: `Organization/${kept.agency}` },
    ...(kept.filledBy === 'person' ? { source: { reference: `Patient/${kept.person}` } } : {}), ...(item.length > 0 ? { item } : {}),
  };
}

const reference = z.strictObject({ reference: z.string() });
const shape = z.strictObject({
  resourceType: z.literal('QuestionnaireResponse'), language: z.string().max(20).optional(), status: z.enum(statuses, 'is one of completed, stopped (closed with questions left open) or in-progress'),
  questionnaire: z.string().regex(/^[^|]+\|[^|]+$/, 'names its version: url|version'), subject: reference, author: reference.optional(), authored: z.string().optional(), item: z.array(z.looseObject({ linkId: z.string() })).default([]),
});

export type ResponseRead = { readonly patient: string | undefined; readonly questionnaire: string; readonly status: Status; readonly language: 'en' | 'fr'; readonly items: readonly Json[] };

/** Reads a QuestionnaireResponse that staff of `agency` enter today. Whether its answers fit the questionnaire is not looked at here. */
export function fromResponse(value: Json, agency: string, today: string): { readonly value: ResponseRead } | Refused {
  if (value.source !== undefined) return { faults: [{ code: 'business-rule', expression: 'QuestionnaireResponse.source', text: 'What a person fills in alone comes through the link that she is given; a key enters what staff fill in with her.' }] };
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { faults: faultsOf('QuestionnaireResponse', parsed.error) };
  const { subject, author, authored, questionnaire, status, language, item } = parsed.data;
  const faults: Fault[] = [];
  if (authored !== undefined && authored.slice(0, 10) !== today) faults.push({ code: 'business-rule', expression: 'QuestionnaireResponse.authored', text: 'An assessment is entered on the day on which it is filled in.' });
  if (author !== undefined && author.reference !== `Organization/${agency}`) faults.push({ code: 'business-rule', expression: 'QuestionnaireResponse.author', text: 'The author is the organisation whose key this is.' });
  return faults.length > 0 ? { faults } : { value: { patient: idOf('Patient', subject.reference), questionnaire, status, language: /^fr\b/.test(language ?? '') ? 'fr' : 'en', items: item } };
}
