import type { PageFrame } from '../page-frame.ts';

/** The hidden token that every form of a signed-in person carries. */
export function Csrf({ frame }: { frame: PageFrame }) {
  return frame.csrf ? <input type="hidden" name="csrf" value={frame.csrf} /> : null;
}
