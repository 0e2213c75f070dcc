import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate, isDay } from '#app/ui/format.ts';
import { isWebAddress, type Read } from '../milestone/input.ts';
import type { AdoptionGiven, Duty, DutyEvidenceKind, EvidenceGiven } from './queries.ts';
import { dutyWords } from './words.ts';

const longest = { resolution: 60, by: 200, title: 300, reason: 1000 } as const;

/** The kinds of evidence that a duty takes: a review only where reviews begin the next term. */
export function kindsFor(duty: Duty): readonly DutyEvidenceKind[] {
  return duty.rule.term.kind === 'recurring' ? ['review', 'document', 'decision'] : ['document', 'decision', 'engagement'];
}

function readerOf(form: Form, language: Language, today: string) {
  const words = dutyWords[language];
  const errors: Record<string, string> = {};
  return {
    errors,
    words,
    text: (name: string, limit: number, missing: string): string => {
      const value = form.text(name);
      if (value === '') errors[name] = missing;
      else if ([...value].length > limit) errors[name] = words.tooLong(limit);
      return value;
    },
    /** A day up to today; '' when it is none. */
    pastDay: (name: string): string => {
      const value = form.text(name);
      if (!isDay(value)) errors[name] = words.noDate;
      else if (value > today) errors[name] = words.dateToCome;
      return errors[name] === undefined ? value : '';
    },
    url: (): string | undefined => {
      const value = form.text('url');
      if (value !== '' && !isWebAddress(value)) errors.url = words.badAddress;
      return value === '' ? undefined : value;
    },
  };
}

function finish<T>(errors: Record<string, string>, value: T): Read<T> {
  return Object.keys(errors).length > 0 ? { errors } : { value };
}

/** An adoption; `since` is the first day on which adopting was law, `known` the days of the adoptions recorded. */
export function readAdoption(form: Form, language: Language, today: string, since: string | undefined, known: readonly string[]): Read<AdoptionGiven> {
  const { errors, words, text, pastDay, url } = readerOf(form, language, today);
  const date = pastDay('date');
  if (date !== '' && since !== undefined && date < since) errors.date = words.beforeFirst(formatDate(language, since));
  if (date !== '' && known.includes(date)) errors.date = words.sameAdoption;
  const resolution = text('resolution', longest.resolution, words.noResolution);
  const by = { en: text('by-en', longest.by, words.noBy.en), fr: text('by-fr', longest.by, words.noBy.fr) };
  return finish(errors, { date, resolution, by, url: url() });
}

/** Evidence for a duty; what counts from the adoption must not be older than the first of `adoptions` (oldest first). */
export function readDutyEvidence(form: Form, language: Language, today: string, duty: Duty, adoptions: readonly string[]): Read<EvidenceGiven> {
  const { errors, words, text, pastDay, url } = readerOf(form, language, today);
  const kinds = kindsFor(duty);
  const kind = kinds.find((one) => one === form.text('kind'));
  if (kind === undefined) errors.kind = words.noKind;
  const asksGroup = duty.rule.term.kind === 'groups';
  const group = asksGroup ? duty.groups.find((one) => one.slug === form.text('group'))?.slug : undefined;
  if (asksGroup && group === undefined) errors.group = words.noGroup;
  const title = { en: text('title-en', longest.title, words.noTitle.en), fr: text('title-fr', longest.title, words.noTitle.fr) };
  const date = pastDay('date');
  const reviewed = duty.rule.term.kind === 'recurring' && kind === 'review';
  if (date !== '' && (reviewed || duty.rule.term.kind === 'after-adoption')) {
    const [first] = adoptions;
    if (first === undefined) errors.date = words.adoptionFirst;
    else if (reviewed && date <= first) errors.date = words.reviewAfter(formatDate(language, first));
    else if (date < first) errors.date = words.afterAdoptionOnly(formatDate(language, first));
  }
  return finish(errors, { kind: kind ?? 'document', group, title, date, url: url() });
}

export function readReason(form: Form, language: Language, today: string): Read<string> {
  const { errors, words, text } = readerOf(form, language, today);
  return finish(errors, text('reason', longest.reason, words.noReason));
}
