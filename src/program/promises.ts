import { keep, listAbout, promise, release } from '#app/modules/commitment/index.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Promises } from '#app/modules/insight/index.ts';

/** What the early warning owes and whom mail reaches: insight knows neither module, so the program joins them here. */
export const promises: Promises = { promise, keep, release, listAbout, listReachable };
