/** How a request came: from which connection, and when its head had reached the program. */
export type Arrival = { readonly remote: string | undefined; readonly at: Date };

// Beside the request and not in it: nothing that a visitor sends can be taken for it.
const arrivals = new WeakMap<Request, Arrival>();

/** Notes how a request came, before the routes see it. */
export function noteArrival(request: Request, arrival: Arrival): void {
  arrivals.set(request, arrival);
}

/** How a request came; undefined for one that came by no connection. */
export function arrivalOf(request: Request): Arrival | undefined {
  return arrivals.get(request);
}
