import { v7, validate } from 'uuid';

/** A new row id: UUIDv7, made by the program so that an insert needs no RETURNING. */
export function newId(): string {
  return v7();
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
