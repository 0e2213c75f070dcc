import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { isObject, type Json, textAt } from './fhir.ts';
import { objectionTo } from './expression-guard.ts';
import { functionsOf } from './fhirpath-functions.ts';

/** Named values that an expression may use: `%resource`, `%questionnaire`, `%qitem`, launch contexts and variables. */
export type Scope = Readonly<Record<string, unknown>>;

export type Expression = {
  readonly name: string | undefined;
  readonly source: string;
  /** Runs on a response (or an item of it) and gives the raw collection of FHIRPath. Throws what the engine throws, and when the result is too large. */
  readonly run: (context: Json, scope: Scope, now: string | undefined) => readonly unknown[];
};

export type Unreadable = { readonly reason: string; readonly elsewhere: boolean };

const longestText = 100_000;
const largestCollection = 20_000;
const model = r4;

/**
 * Compiles a FHIR Expression once. `elsewhere` marks an expression that is meant for a server (a FHIR query), which gives nothing here and is no fault;
 * any other language than FHIRPath cannot be honoured.
 */
export function compileExpression(value: unknown, base: 'QuestionnaireResponse' | 'QuestionnaireResponse.item'): Expression | Unreadable {
  const [language, source] = [textAt(value, 'language'), textAt(value, 'expression')];
  if (language === 'application/x-fhir-query') return { reason: 'a query needs a server', elsewhere: true };
  if (source === undefined) return { reason: 'the expression has no text', elsewhere: false };
  if (language !== 'text/fhirpath') return { reason: `the language ${language ?? '(none)'} is not supported, only text/fhirpath`, elsewhere: false };
  const objection = objectionTo(source);
  if (objection) return { reason: objection, elsewhere: false };
  const settings = { resolveInternalTypes: false, preciseMath: true, async: false } as const;
  const path = base === 'QuestionnaireResponse' ? source : { base, expression: source };
  const still = fhirpath.compile(path, model, { ...settings, userInvocationTable: functionsOf(undefined) });
  const timed = new Map<string, typeof still>();
  const compiledFor = (now: string | undefined) => {
    if (now === undefined || !/\b(now|today|timeOfDay)\b/.test(source)) return still;
    const known = timed.get(now) ?? fhirpath.compile(path, model, { ...settings, userInvocationTable: functionsOf(now) });
    timed.clear();
    timed.set(now, known);
    return known;
  };
  const run = (context: Json, scope: Scope, now: string | undefined) => bounded(compiledFor(now)(context, { ...scope }));
  return { name: textAt(value, 'name'), source, run };
}

const itemNodes = new WeakMap<object, readonly unknown[]>();

/** An item of a questionnaire as expressions see it in `%qitem`, so that `answerOption.value` and the like find their types. */
export function questionnaireItem(definition: Json): readonly unknown[] {
  const known = itemNodes.get(definition);
  if (known) return known;
  const node: readonly unknown[] = fhirpath.evaluate(definition, { base: 'Questionnaire.item', expression: '$this' }, {}, model, { resolveInternalTypes: false, async: false });
  itemNodes.set(definition, node);
  return node;
}

export function isExpression(value: Expression | Unreadable): value is Expression {
  return 'run' in value;
}

function bounded(result: readonly unknown[] | Promise<readonly unknown[]>): readonly unknown[] {
  if (result instanceof Promise) throw new Error('the expression asks for something outside');
  if (result.length > largestCollection) throw new Error('the result is too large');
  if (result.some((one) => typeof one === 'string' && one.length > longestText)) throw new Error('the result is too long');
  return result;
}

/** The result as plain JSON values: numbers, texts, booleans, codings. Quantities become objects with `value` and `unit`. */
export function plainValues(result: readonly unknown[]): readonly unknown[] {
  return result.map((one) => {
    if (isObject(one) && isObject(one.value) && typeof one.unit === 'string') return { value: Number(String(one.value)), unit: one.unit.replaceAll("'", '') };
    const plain: unknown = fhirpath.resolveInternalTypes([one])[0];
    return isObject(plain) ? structuredClone(plain) : plain;
  }).filter((one) => one !== undefined && one !== null);
}

/** Whether the result counts as true: a single true, or (as FHIRPath has it) a single value that is no boolean. */
export function isTrue(result: readonly unknown[]): boolean {
  const [first, ...more] = plainValues(result);
  return more.length === 0 && first !== undefined && first !== false;
}
