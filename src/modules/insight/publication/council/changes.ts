import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { type Block, type Inline, paragraph, text } from '../document/model.ts';
import { type Change, changesBetween, kindOf, type Snapshot } from '../snapshot.ts';
import type { Earlier } from '../template.ts';
import { councilWords } from './words.ts';

/** What changed in the records since the earlier report: one line each, with a link to the record. */
export function changeBlocks(language: Language, earlier: Earlier | undefined, now: Snapshot): Block[] {
  const words = councilWords[language];
  if (!earlier) return [paragraph(text(words.firstReport))];
  const items = changesBetween(earlier.snapshot, now).flatMap((change) => lineOf(language, change, now) ?? []);
  const since = paragraph(text(words.since(earlier.name[language], formatDate(language, earlier.date))));
  return items.length > 0 ? [since, { kind: 'list', items }] : [since, paragraph(text(words.unchanged))];
}

function lineOf(language: Language, change: Change, now: Snapshot): [Inline[]] | undefined {
  const words = councilWords[language];
  const { record } = change;
  const link: Inline = { kind: 'link', text: record.label[language], path: record.path };
  if (change.kind === 'gone') return [[text(`${words.changed.gone}${words.colon}`), text(record.label[language])]];
  if (change.kind === 'new') {
    const kind = kindOf(change.key);
    // A figure that revises another is told as that other's revision.
    const revises = Object.values(now).some((one) => `figure:${one.value.supersededBy}` === change.key);
    const said = Object.entries(words.changed).find(([name]) => name === kind)?.[1];
    return revises || typeof said !== 'string' ? undefined : [[text(`${said}${words.colon}`), link]];
  }
  const how = howChanged(language, change, now);
  return how === undefined ? undefined : [[link, text(`${words.colon}${how}`)]];
}

function howChanged(language: Language, { field, from, to, record }: Extract<Change, { kind: 'changed' }>, now: Snapshot): string | undefined {
  const words = councilWords[language];
  const printed = (value: Readonly<Record<string, string>>) => printedNumber(language, value.number ? { value: value.value, number: Number(value.number) } : {}) ?? '';
  if (field === 'state') return words.changed.state(stateName(language, from), stateName(language, to));
  if (field === 'due') return words.changed.due(formatDate(language, from), formatDate(language, to));
  if (field === 'value') return words.changed.value(from, to);
  const newer = field === 'supersededBy' ? now[`figure:${to}`] : undefined;
  return newer ? words.changed.revised(printed(record.value), printed(newer.value)) : undefined;
}

function stateName(language: Language, kind: string): string {
  return Object.entries(councilWords[language].stateOne).find(([name]) => name === kind)?.[1] ?? kind;
}
