import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { compile } from './compile.ts';
import { isObject, type Json, type Resource } from './fhir.ts';
import { QuestionnaireRefused } from './issue.ts';
import type { Compiled } from './model.ts';
import { renderDocument } from './render/document.ts';
import { score } from './score.ts';
import { responseFromShort } from './short-answers.ts';
import { validate } from './validate.ts';

const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional(), url: z.string().optional() });
const json = z.record(z.string(), z.unknown());
const common = {
  questionnaire: json,
  valueSets: z.array(resource).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  context: json.optional(),
  language: z.enum(['en', 'fr']).optional(),
};
const validateInput = z.looseObject({ ...common, response: z.unknown() }).refine((input) => input.response !== undefined, { path: ['response'], message: 'it is missing' });
const scoreInput = z.looseObject({ ...common, response: json.optional(), answers: json.optional() }).refine((input) => (input.response === undefined) !== (input.answers === undefined), { path: ['response'], message: 'give either response or answers' });
const renderInput = z.looseObject({ ...common, response: json.optional(), answers: json.optional(), step: z.string().optional(), print: z.boolean().optional() });

/** `method questionnaire validate`: a questionnaire that cannot be honoured makes the answer invalid, with the reasons. */
export const questionnaireValidate: Method = {
  name: 'questionnaire validate',
  summary: 'validates a FHIR QuestionnaireResponse against its Questionnaire',
  run: (input) => {
    const { questionnaire, response, valueSets, ...settings } = validateInput.parse(input);
    try {
      const compiled = compile(questionnaire, { valueSets });
      const { valid, issues } = validate(compiled, response, settings);
      return { json: { valid, issues: [...issues, ...compiled.notices.filter((issue) => issue.severity === 'warning')] } };
    } catch (error) {
      if (!(error instanceof QuestionnaireRefused)) throw error;
      return { json: { valid: false, issues: error.issues } };
    }
  },
};

/** `method questionnaire score`: enablement, completeness and calculated values. */
export const questionnaireScore: Method = {
  name: 'questionnaire score',
  summary: 'computes which items of a Questionnaire are enabled and what it calculates',
  run: (input) => {
    const { questionnaire, response, answers, valueSets, ...settings } = scoreInput.parse(input);
    const compiled = compiledOf(questionnaire, valueSets);
    return { json: score(compiled, responseOf(compiled, response, answers), settings) };
  },
};

/** `method questionnaire render`: the form as HTML, with the answers of a response. */
export const questionnaireRender: Method = {
  name: 'questionnaire render',
  summary: 'renders a Questionnaire as an accessible HTML form',
  run: (input) => {
    const { questionnaire, response, answers, valueSets, language = 'en', ...settings } = renderInput.parse(input);
    const compiled = compiledOf(questionnaire, valueSets);
    if (settings.step !== undefined && !compiled.items.some((item) => item.linkId === settings.step)) throw new InputRefused(`step: there is no item ${settings.step} at the top`);
    return { text: renderDocument(compiled, response === undefined && answers === undefined ? undefined : responseOf(compiled, response, answers), { ...settings, language }) };
  },
};

function compiledOf(questionnaire: Json, valueSets: readonly Resource[] | undefined): Compiled {
  try {
    return compile(questionnaire, { valueSets });
  } catch (error) {
    throw error instanceof QuestionnaireRefused ? new InputRefused(error.message) : error;
  }
}

function responseOf(compiled: Compiled, response: Json | undefined, answers: Json | undefined): Json {
  if (answers !== undefined) return responseFromShort(compiled, answers);
  if (!isObject(response) || response.resourceType !== 'QuestionnaireResponse') throw new InputRefused('response.resourceType: it must be QuestionnaireResponse');
  return response;
}
