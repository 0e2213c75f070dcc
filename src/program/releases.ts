import type { CubeSource } from '#app/modules/insight/index.ts';

/** Whoever counts something for everybody: each source declares its cubes, and what it counts passes the gate. */
export const cubeSources: readonly CubeSource[] = [];
