import { isObject, type Json, listOf, type Typed, valuesOf } from './fhir.ts';
import type { IssueCode } from './issue.ts';
import { brokenLimits } from './limits.ts';
import type { CompiledItem } from './model.ts';
import { findOption, type Option } from './options.ts';
import { faultOf } from './value-checks.ts';
import type { IssueWords } from './words.ts';

/** What was read of one answer. */
export type ReadAnswer = Typed & {
  readonly option: Option | undefined;
  /** Its type and form are right: conditions may look at it. */
  readonly sound: boolean;
  /** It also keeps every limit: it may be scored. */
  readonly fit: boolean;
};

export type Tell = (code: IssueCode, text: string, severity?: 'error' | 'information') => void;

const answerMembers = /^(id|extension|modifierExtension|item|_?value[A-Z]\w*)$/;

/** Reads one `answer` of a question and tells everything that is wrong with it. Undefined when it has no value. */
export function readAnswer(item: CompiledItem, answer: Json, words: IssueWords, tell: Tell): ReadAnswer | undefined {
  for (const name of Object.keys(answer)) if (!answerMembers.test(name)) tell('structure', words.notFhir(name));
  if (listOf(answer.modifierExtension).length > 0) tell('not-supported', words.modifier);
  const values = valuesOf(answer);
  const [first] = values;
  if (!first) {
    tell('required', words.noValue);
    return undefined;
  }
  if (values.length > 1) {
    tell('structure', words.manyValues);
    return { ...first, option: undefined, sound: false, fit: false };
  }
  return judge(item, first, words, tell);
}

/** Judges a value as an answer to a question. */
export function judge(item: CompiledItem, value: Typed, words: IssueWords, tell: Tell): ReadAnswer {
  const bad = (code: IssueCode, text: string): ReadAnswer => {
    tell(code, text);
    return { ...value, option: undefined, sound: false, fit: false };
  };
  if (!item.answerTypes.includes(value.type)) return bad('structure', words.wrongType(`value${value.type}`, item.answerTypes.map((type) => `value${type}`).join(', ')));
  const fault = faultOf(value, item.type);
  if (fault) return bad('value', String(words[fault]));
  const option = findOption(item.options, value);
  if (!option && !isFree(item, value)) {
    if (item.options.unresolved === undefined) return bad('code-invalid', words.notOffered);
    tell('code-invalid', words.unresolved, 'information');
  }
  const faults = brokenLimits(item, value, words);
  for (const one of faults) tell(one.code, one.text);
  return { ...value, option, sound: true, fit: faults.length === 0 };
}

/** Whether an answer need not be one of the options: there are none, or an open choice takes a text. */
function isFree(item: CompiledItem, { type, value }: Typed): boolean {
  if (item.type === 'open-choice') return type === 'String' || (isObject(value) && value.code === undefined);
  const { list, unresolved } = item.options;
  return list.length === 0 && unresolved === undefined && (item.type !== 'choice' || item.definition.answerValueSet === undefined);
}
