import { compile } from './compile.ts';
import type { Json } from './fhir.ts';
import { score } from './score.ts';
import { responseFromShort } from './short-answers.ts';
import { validate } from './validate.ts';

export const ext = (name: string, value: Json) => ({ url: name.startsWith('sdc-') ? `http://hl7.org/fhir/uv/sdc/StructureDefinition/${name}` : `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
export const fhirpath = (expression: string, name?: string) => ({ valueExpression: { language: 'text/fhirpath', expression, ...(name === undefined ? {} : { name }) } });
export const calculated = (expression: string) => ext('sdc-questionnaire-calculatedExpression', fhirpath(expression));
export const enabledIf = (expression: string) => ext('sdc-questionnaire-enableWhenExpression', fhirpath(expression));
export const variable = (name: string, expression: string) => ext('variable', fhirpath(expression, name));

export const form = (item: readonly Json[], more: Json = {}): Json => ({ resourceType: 'Questionnaire', status: 'active', item, ...more });
export const filled = (item: readonly Json[], status = 'completed'): Json => ({ resourceType: 'QuestionnaireResponse', status, item });
export const given = (linkId: string, ...answer: readonly Json[]): Json => ({ linkId, answer });
export const coding = (code: string, system = 'urn:example') => ({ valueCoding: { system, code } });

/** A choice of codes `a`, `b`, … or of the codes given, with weights from 0. */
export const choice = (linkId: string, codes: readonly string[] = ['a', 'b', 'c'], more: Json = {}): Json => ({
  linkId, type: 'choice', text: linkId, ...more,
  answerOption: codes.map((code, place) => ({ valueCoding: { system: 'urn:example', code, display: code.toUpperCase() }, extension: [ext('ordinalValue', { valueDecimal: place })] })),
});

/** The error codes with the expressions of their items, e.g. `required q1`, `value q2`. */
export function errorsOf(questionnaire: Json, response: unknown): readonly string[] {
  return validate(compile(questionnaire), response).issues.filter((issue) => issue.severity === 'error').map(({ code, expression }) => `${code} ${lastName(expression)}`);
}

export function lastName(expression: string): string {
  return [...expression.matchAll(/linkId='([^']*)'/g)].at(-1)?.[1] ?? expression;
}

export const scoreOf = (questionnaire: Json, answers: Json) => {
  const compiled = compile(questionnaire);
  return score(compiled, responseFromShort(compiled, answers));
};
