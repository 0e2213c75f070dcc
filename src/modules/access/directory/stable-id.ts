import { v5 } from 'uuid';

const namespace = '6f1c1c5e-6d0b-4f0e-9d43-2f1f5a3f9a10';

/** The id of a thing that a community's content names by a word: the same in every installation, so that addresses of the interface last. */
export function stableId(kind: string, name: string): string {
  return v5(`${kind}/${name}`, namespace);
}
