/** The reference values of one unit, as columns. Times are counted from the unit that is judged, so they are below 0. */
export type Rows = { readonly count: Float64Array; readonly time: Float64Array; readonly group: Uint16Array; length: number };

export function createRows(capacity: number): Rows {
  return { count: new Float64Array(capacity), time: new Float64Array(capacity), group: new Uint16Array(capacity), length: 0 };
}
