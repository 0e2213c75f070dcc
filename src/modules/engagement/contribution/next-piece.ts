import { type Answer, redirect } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { localized } from '#app/ui/page-frame.ts';
import { voicePaths } from '../consultation/paths.ts';
import { findNextPiece } from './queries.ts';

/** Leads to the next piece that the asker can code, or to the queue where none is left. */
export async function toNextPiece(visit: Visit, consultation: string): Promise<Answer> {
  const next = await findNextPiece(visit, consultation);
  return redirect(localized(visit.language, next ? voicePaths.piece(next) : voicePaths.queue(consultation)));
}
