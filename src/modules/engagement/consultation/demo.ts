import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { insertCodes } from '../coding/queries.ts';
import { addContribution } from '../contribution/actions.ts';
import { insertQuote } from '../quote/queries.ts';
import { publishReport } from '../report/actions.ts';
import { insertAnswer, insertTheme } from '../theme/queries.ts';
import { findConsultation } from './queries.ts';

type PackConsultation = Pack['consultations'][number];

/**
 * Makes the made-up voices of a demonstration: themes, pieces, codes, quotes, answers, a published report. `accounts` leads from the ids of the
 * pack's demonstration accounts to those in the database. Only the first start of a demonstration calls it.
 */
export async function addDemoVoices(scope: Scope, consultations: readonly PackConsultation[], accounts: ReadonlyMap<string, string>): Promise<void> {
  for (const one of consultations.filter((given) => given.pieces.length > 0)) {
    const themes = await addThemes(scope, one);
    for (const piece of one.pieces) await addPiece(scope, one, piece, themes, accounts);
    const consultation = one.publish ? await findConsultation(scope, one.id) : undefined;
    const refusal = consultation && one.publish ? (await publishReport(scope, consultation, one.publish.weightBy)).refusal : undefined;
    if (refusal) throw new Error(`the report of ${one.id} cannot be weighted: ${refusal.refused}, ${refusal.n} voices`);
  }
}

async function addThemes(scope: Scope, { id: consultation, themes }: PackConsultation): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const theme of themes.flatMap(({ children, ...root }) => [{ ...root, parent: undefined }, ...children.map((child) => ({ ...child, parent: root.id }))])) {
    const id = newId();
    ids.set(theme.id, id);
    await insertTheme(scope, { id, consultation, parent: theme.parent ? (ids.get(theme.parent) ?? null) : null, name: theme.name });
    for (const answer of theme.answers) {
      const [kind, target] = 'no' in answer ? (['no', null] as const) : 'priority' in answer ? (['priority', answer.priority] as const) : (['milestone', answer.milestone] as const);
      await insertAnswer(scope, { id: newId(), theme: id, kind, target, words: 'no' in answer ? answer.no : (answer.words ?? null) });
    }
  }
  return ids;
}

async function addPiece(scope: Scope, consultation: PackConsultation, piece: PackConsultation['pieces'][number], themes: ReadonlyMap<string, string>, accounts: ReadonlyMap<string, string>): Promise<void> {
  const id = await addContribution(scope, {
    consultation: consultation.id, kind: piece.kind, channel: piece.channel, language: piece.language, body: piece.text, receivedOn: piece.date, municipality: piece.municipality, ageBand: piece.age,
    homeLanguage: piece.home, mayQuote: true, demonstration: true, question: piece.kind === 'survey-answer' ? consultation.question : undefined,
  });
  if (!id) return;
  const coders = Object.entries(piece.codes).flatMap(([coder, given]) => (accounts.has(coder) ? [{ account: accounts.get(coder) ?? '', themes: given.flatMap((theme) => themes.get(theme) ?? []) }] : []));
  for (const { account, themes: given } of coders) await insertCodes(scope, id, account, given);
  const [first, second] = coders;
  const theme = first?.themes[0];
  if (piece.quote && first && second && theme)
    await insertQuote(scope, { id: newId(), piece: id, theme, language: piece.language, body: piece.quote, demonstration: true, proposedBy: first.account, approvedBy: second.account });
}
