import type { Scope } from '#app/platform/db/scope.ts';
import type { TrueCell } from './candidate.ts';
import type { CubeDeclaration } from './cube.ts';

/** A cube whose true counts a module can make for any period; the program lists them in `src/program/releases.ts`. `counts`: whether
 * a cube is one of its own, by the name alone; `count` runs as the worker and gives undefined where there is nothing to count. */
export type CubeSource = { readonly declare: (scope: Scope) => Promise<readonly CubeDeclaration[]>; readonly counts: (cube: string) => boolean; readonly count: (scope: Scope, cube: string, period: string) => Promise<readonly TrueCell[] | undefined> };
