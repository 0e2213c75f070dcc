import type { Scope } from '#app/platform/db/scope.ts';

export type Lot = { readonly token: string; readonly lot: string };
/** A draw as it is published: the hash from the first moment, the rest from the opening. */
export type Draw = { readonly id: string; readonly commitment: string; readonly committedAt: Date; readonly beacon: string | null; readonly seed: string | null; readonly lots: readonly Lot[] | null; readonly openedAt: Date | null };

export type DrawLine = Pick<Draw, 'id' | 'commitment' | 'committedAt' | 'openedAt'>;
/** Draws, newest first, without what stands in the file of each. */
export async function listDraws(scope: Scope): Promise<DrawLine[]> {
  return await scope.sql<DrawLine[]>`select id, commitment, committed_at as "committedAt", opened_at as "openedAt" from access.draw order by committed_at desc, id desc limit 500`;
}
export async function findDraw(scope: Scope, id: string): Promise<Draw | undefined> {
  return (await scope.sql<Draw[]>`select id, commitment, committed_at as "committedAt", beacon, seed, lots, opened_at as "openedAt" from access.draw where id::text = ${id}`)[0];
}
