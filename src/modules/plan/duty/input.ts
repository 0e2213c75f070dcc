import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import { formatDate } from '#app/ui/format.ts';
import type { AdoptionGiven, Duty, DutyEvidenceKind, EvidenceGiven } from './queries.ts';
import { dutyWords } from './words.ts';

const longest = { resolution: 60, by: 200, title: 300, reason: 1000 } as const;

/** The kinds of evidence that a duty takes: a review only where reviews begin the next term. */
export function kindsFor(duty: Duty): readonly DutyEvidenceKind[] {
  return duty.rule.term.kind === 'recurring' ? ['review', 'document', 'decision'] : ['document', 'decision', 'engagement'];
}

/** An adoption; `since` is the first day on which adopting was law, `known` the days of the adoptions recorded. */
export function readAdoption(form: Form, language: Language, today: string, since: string | undefined, known: readonly string[]): Read<AdoptionGiven> {
  const { errors, words, text, both, pastDate, address, finish } = formReader(form, dutyWords[language]);
  const date = pastDate('date', today);
  if (date !== '' && since !== undefined && date < since) errors.date = words.beforeFirst(formatDate(language, since));
  if (date !== '' && known.includes(date)) errors.date = words.sameAdoption;
  return finish({ date, resolution: text('resolution', longest.resolution, words.noResolution), by: both('by', longest.by, words.noBy), url: address('url') });
}

/** Evidence for a duty; what counts from the adoption must not be older than the first of `adoptions` (oldest first). */
export function readDutyEvidence(form: Form, language: Language, today: string, duty: Duty, adoptions: readonly string[]): Read<EvidenceGiven> {
  const { errors, words, both, chosen, pastDate, address, finish } = formReader(form, dutyWords[language]);
  const kind = chosen('kind', kindsFor(duty), words.noKind);
  const group = duty.rule.term.kind === 'groups' ? chosen('group', duty.groups.map((one) => one.slug), words.noGroup) : undefined;
  const title = both('title', longest.title, words.noTitle);
  const date = pastDate('date', today);
  const reviewed = duty.rule.term.kind === 'recurring' && kind === 'review';
  if (date !== '' && (reviewed || duty.rule.term.kind === 'after-adoption')) {
    const [first] = adoptions;
    if (first === undefined) errors.date = words.adoptionFirst;
    else if (reviewed && date <= first) errors.date = words.reviewAfter(formatDate(language, first));
    else if (date < first) errors.date = words.afterAdoptionOnly(formatDate(language, first));
  }
  return finish({ kind: kind ?? 'document', group, title, date, url: address('url') });
}

export function readReason(form: Form, language: Language): Read<string> {
  const { words, text, finish } = formReader(form, dutyWords[language]);
  return finish(text('reason', longest.reason, words.noReason));
}
