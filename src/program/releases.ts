import { issueCubes } from '#app/modules/engagement/index.ts';
import { pilotCubes } from '#app/modules/funding/index.ts';
import type { CubeSource } from '#app/modules/insight/index.ts';
import { reviewCubes, trainingCubes } from '#app/modules/review/index.ts';

/** Whoever counts something when the plan office asks: each source declares its cubes, and what it counts passes the gate. */
export const cubeSources: readonly CubeSource[] = [
  issueCubes,
  pilotCubes,
  reviewCubes,
  trainingCubes,
];
