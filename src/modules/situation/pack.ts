import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { CodeList } from './code/queries.ts';

/** Loads the reference lists of the Situation Table; what staff changed is left to them. */
export async function loadSituation(scope: Scope, { situation }: Pack): Promise<Kept> {
  const lists = [['risk', situation.risk], ['protective', situation.protective], ['flag', situation.flags], ['affected', situation.affected], ['service', situation.services], ['reject', situation.rejectReasons], ['close', situation.closeReasons]] as const satisfies readonly (readonly [CodeList, unknown])[];
  return await keepRows(scope, 'situation.code', lists.flatMap(([list, categories]) => categories.flatMap(({ id, name, confirmed, criminal, items }) => items.map((item) => ({ list, category: id, category_name: name, confirmed, criminal, item }))))
    .map(({ item, ...rest }, position) => ({ slug: item.id, ...rest, name: item.name, position })));
}
