import { ucumUtils } from 'fhirpath';
import { isObject, textAt } from './fhir.ts';

const ucum = 'http://unitsofmeasure.org';

/** The difference a - b of two quantities, in the unit of `b`; undefined when their units cannot be compared (UCUM, https://ucum.org). */
export function quantityDifference(a: unknown, b: unknown): number | undefined {
  const [left, right] = [amountOf(a), amountOf(b)];
  if (left === undefined || right === undefined) return undefined;
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  if (unitA === undefined || unitB === undefined || unitA === unitB) return left - right;
  if (!isUcum(a) || !isUcum(b)) return undefined;
  const converted: unknown = ucumUtils.convertUnitTo(unitA, left, unitB);
  const value = isObject(converted) && converted.status === 'succeeded' ? converted.toVal : undefined;
  return typeof value === 'number' ? value - right : undefined;
}

export function amountOf(quantity: unknown): number | undefined {
  const value = typeof quantity === 'number' ? quantity : isObject(quantity) ? quantity.value : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function unitOf(quantity: unknown): string | undefined {
  return textAt(quantity, 'code') ?? textAt(quantity, 'unit');
}

function isUcum(quantity: unknown): boolean {
  return textAt(quantity, 'code') !== undefined && textAt(quantity, 'system') === ucum;
}
