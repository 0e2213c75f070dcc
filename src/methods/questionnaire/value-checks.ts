import { isObject, textAt, type Typed } from './fhir.ts';
import { isBase64, isDate, isDateTime, isInteger, isTime, isUri, isUrl } from './formats.ts';
import type { IssueWords } from './words.ts';

const comparators: readonly unknown[] = ['<', '<=', '>=', '>'];
const referencePattern = /^(#\S+|urn:(uuid|oid):\S+|https?:\/\/\S+|[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(\/_history\/[A-Za-z0-9.-]{1,64})?)$/;
const longestText = 1_048_576;

/** What is wrong with the form of a value[x], whatever the question; undefined when nothing is. */
export function faultOf({ type, value }: Typed, itemType: string): keyof IssueWords | undefined {
  switch (type) {
    case 'Boolean': return typeof value === 'boolean' ? undefined : 'boolean';
    case 'Integer': return isInteger(value) ? undefined : 'integer';
    case 'Decimal': return typeof value === 'number' && Number.isFinite(value) ? undefined : 'decimal';
    case 'Date': return typeof value === 'string' && isDate(value) ? undefined : 'date';
    case 'DateTime': return typeof value === 'string' && isDateTime(value) ? undefined : 'dateTime';
    case 'Time': return typeof value === 'string' && isTime(value) ? undefined : 'time';
    case 'String': return typeof value === 'string' && value.trim() !== '' && value.length <= longestText ? undefined : 'string';
    case 'Uri': return typeof value === 'string' && (itemType === 'url' ? isUrl(value) : isUri(value)) ? undefined : 'url';
    case 'Coding': return isCoding(value) ? undefined : 'coding';
    case 'Attachment': return isAttachment(value) ? undefined : 'attachment';
    case 'Reference': return isReference(value) ? undefined : 'reference';
    case 'Quantity': return isQuantity(value) ? undefined : 'quantity';
    default: return undefined;
  }
}

function optionalText(element: unknown, ...names: readonly string[]): boolean {
  return isObject(element) && names.every((name) => element[name] === undefined || (typeof element[name] === 'string' && element[name] !== ''));
}

function isCoding(value: unknown): boolean {
  if (!optionalText(value, 'system', 'version', 'code', 'display')) return false;
  const code = textAt(value, 'code');
  const system = textAt(value, 'system');
  if (system !== undefined && !isUri(system)) return false;
  return code === undefined ? textAt(value, 'display') !== undefined : /^\S+( \S+)*$/.test(code);
}

function isQuantity(value: unknown): boolean {
  if (!optionalText(value, 'unit', 'system', 'code') || !isObject(value)) return false;
  const amount = value.value;
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return false;
  return (value.comparator === undefined || comparators.includes(value.comparator)) && (value.code === undefined || value.system !== undefined);
}

function isReference(value: unknown): boolean {
  if (!optionalText(value, 'reference', 'type', 'display') || !isObject(value)) return false;
  const reference = textAt(value, 'reference');
  if (reference !== undefined) return referencePattern.test(reference);
  return isObject(value.identifier) || value.display !== undefined;
}

function isAttachment(value: unknown): boolean {
  if (!optionalText(value, 'contentType', 'language', 'data', 'url', 'title', 'creation') || !isObject(value)) return false;
  const [data, url, type, creation] = [textAt(value, 'data'), textAt(value, 'url'), textAt(value, 'contentType'), textAt(value, 'creation')];
  if (data === undefined && url === undefined) return false;
  if (data !== undefined && (type === undefined || !isBase64(data))) return false;
  if (url !== undefined && !isUri(url)) return false;
  if (creation !== undefined && !isDateTime(creation)) return false;
  return (value.size === undefined || isInteger(value.size)) && (type === undefined || /^[^\s/]+\/[^\s/]+/.test(type));
}
