import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { decimalOf } from '../dataset/judge.ts';
import { type Asked, countedConditions, outcomes, scenarios, type ShareCell, type Wanted } from './run.ts';
import { alcoholWords } from './words.ts';

const mostConditions = 15;

/** What a run is asked for, or what is wrong by field. */
export function readAsked(form: Form, language: Language): { readonly value: Asked } | { readonly errors: FieldErrors } {
  const words = alcoholWords[language];
  const errors: Record<string, string> = {};
  const number = (name: string, from: number, to: number, whole: boolean, missing = words.badNumber(formatNumber(language, from), formatNumber(language, to))) => {
    const value = decimalOf(form.text(name));
    if (value !== undefined && value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
    errors[name] = missing;
    return 0;
  };
  const region = form.text('region');
  if (region === '' || region.length > 100) errors.region = words.badRegion;
  const scenario = scenarios.find((one) => one === form.text('scenario'));
  if (!scenario) errors.scenario = words.badScenario;
  const value: Asked = {
    region, year: number('year', 1900, 2200, true, words.badYear), scenario: scenario ?? 'none', change: scenario === 'none' ? 0 : number('change', -90, 200, false), surveySize: number('survey-size', 30, 1_000_000, true),
    consumptionError: number('error', 0, 50, false) / 100, draws: number('draws', 40, 1000, true), seed: number('seed', 1, 2_000_000_000, true),
  };
  return Object.keys(errors).length > 0 ? { errors } : { value };
}

/** What becomes figures: shares of conditions that are partly due to alcohol, and numbers of cases of those that are counted for the outcome. */
export function readWanted(form: Form, language: Language, cells: readonly ShareCell[]): { readonly value: Wanted } | { readonly errors: FieldErrors } {
  const words = alcoholWords[language];
  const outcome = outcomes.find((one) => one === form.text('outcome'));
  const picked = (name: string, among: readonly ShareCell[]) => [...new Set(form.list(name))].filter((im) => among.some((one) => one.im === im));
  const counted = outcome ? countedConditions(cells, outcome) : [];
  const [conditions, numbers] = [picked('conditions', cells.filter(({ wholly }) => !wholly)), picked('numbers', counted)];
  const notCounted = outcome !== undefined && form.list('numbers').length > numbers.length;
  const errors: FieldErrors = {
    ...(outcome ? {} : { outcome: words.chooseOutcome }), ...(notCounted ? { numbers: words.notCounted } : numbers.length > mostConditions ? { numbers: words.choose } : {}),
    ...((conditions.length === 0 && form.list('numbers').length === 0) || conditions.length > mostConditions ? { conditions: words.choose } : {}),
  };
  return outcome && Object.keys(errors).length === 0 ? { value: { outcome, conditions, numbers } } : { errors };
}
