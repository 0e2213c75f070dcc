import type { Bilingual } from '#app/platform/language/language.ts';
import { closeCell } from '#app/ui/file-cells.ts';
import type { Figure } from '../figure/figure.ts';

export type Cell = string | number | boolean | null;
export type OpenColumn = { readonly name: string; readonly text: Bilingual; readonly datatype: 'string' | 'decimal' | 'date' | 'boolean' | 'integer' | 'anyURI'; readonly required?: true; readonly read: (figure: Figure, baseUrl: string) => Cell };

/** The columns of every file, in their order. New ones are added at the end, so that what reads the files goes on to. */
export const openColumns: readonly OpenColumn[] = [
  { name: 'figure', text: { en: 'Name of the figure; it stays the same', fr: 'Nom du chiffre; il ne change pas' }, datatype: 'string', required: true, read: ({ slug }) => slug },
  { name: 'series', text: { en: 'The series it belongs to', fr: 'La série dont il fait partie' }, datatype: 'string', required: true, read: ({ definition }) => definition.series },
  { name: 'period_from', text: { en: 'First day of the period, where the source says it', fr: 'Premier jour de la période, si la source le donne' }, datatype: 'date', read: ({ periodFrom }) => periodFrom ?? null },
  { name: 'period_to', text: { en: 'Last day of the period, where the source says it', fr: 'Dernier jour de la période, si la source le donne' }, datatype: 'date', read: ({ periodTo }) => periodTo ?? null },
  { name: 'period_en', text: { en: 'The period in English', fr: 'La période en anglais' }, datatype: 'string', required: true, read: ({ period }) => closeCell(period.en) },
  { name: 'period_fr', text: { en: 'The period in French', fr: 'La période en français' }, datatype: 'string', required: true, read: ({ period }) => closeCell(period.fr) },
  { name: 'place', text: { en: 'Short name of the place', fr: 'Nom court du lieu' }, datatype: 'string', required: true, read: ({ place }) => place },
  { name: 'place_en', text: { en: 'The place in English', fr: 'Le lieu en anglais' }, datatype: 'string', required: true, read: ({ geography }) => closeCell(geography.en) },
  { name: 'place_fr', text: { en: 'The place in French', fr: 'Le lieu en français' }, datatype: 'string', required: true, read: ({ geography }) => closeCell(geography.fr) },
  { name: 'part', text: { en: 'Short name of the part of the whole; empty for the whole', fr: 'Nom court de la partie; vide pour l’ensemble' }, datatype: 'string', read: ({ breakdown }) => breakdown?.slug ?? null },
  { name: 'part_en', text: { en: 'The part in English', fr: 'La partie en anglais' }, datatype: 'string', read: ({ breakdown }) => (breakdown ? closeCell(breakdown.name.en) : null) },
  { name: 'part_fr', text: { en: 'The part in French', fr: 'La partie en français' }, datatype: 'string', read: ({ breakdown }) => (breakdown ? closeCell(breakdown.name.fr) : null) },
  { name: 'value', text: { en: 'The value as published; empty where it is withheld', fr: 'La valeur telle que publiée; vide si elle n’est pas diffusée' }, datatype: 'decimal', read: ({ number }) => number ?? null },
  { name: 'unit', text: { en: 'What is counted', fr: 'Ce qui est compté' }, datatype: 'string', required: true, read: ({ unit }) => unit },
  { name: 'provisional', text: { en: 'Whether its publisher may still revise it', fr: 'Si son diffuseur peut encore la réviser' }, datatype: 'boolean', required: true, read: ({ provisional }) => provisional },
  { name: 'withheld', text: { en: 'Whether the value is withheld', fr: 'Si la valeur n’est pas diffusée' }, datatype: 'boolean', required: true, read: ({ releasable }) => !releasable },
  { name: 'withheld_reason_en', text: { en: 'Why it is withheld, in English', fr: 'Pourquoi elle n’est pas diffusée, en anglais' }, datatype: 'string', read: ({ withheldReason }) => (withheldReason ? closeCell(withheldReason.en) : null) },
  { name: 'withheld_reason_fr', text: { en: 'Why it is withheld, in French', fr: 'Pourquoi elle n’est pas diffusée, en français' }, datatype: 'string', read: ({ withheldReason }) => (withheldReason ? closeCell(withheldReason.fr) : null) },
  { name: 'supersedes', text: { en: 'The figure that this one revises', fr: 'Le chiffre que celui-ci révise' }, datatype: 'string', read: ({ supersedes }) => supersedes ?? null },
  { name: 'superseded_by', text: { en: 'The figure that revised this one; empty where it stands', fr: 'Le chiffre qui a révisé celui-ci; vide s’il tient toujours' }, datatype: 'string', read: ({ supersededBy }) => supersededBy ?? null },
  { name: 'definition_version', text: { en: 'By which version of the definition it is counted', fr: 'Version de la définition selon laquelle il est compté' }, datatype: 'integer', required: true, read: ({ definition }) => definition.version },
  { name: 'as_of', text: { en: 'The day on which the value held', fr: 'Le jour où la valeur tenait' }, datatype: 'date', required: true, read: ({ asOf }) => asOf },
  { name: 'known_from', text: { en: 'The day of publication', fr: 'Le jour de la publication' }, datatype: 'date', required: true, read: ({ knownFrom }) => knownFrom },
  { name: 'made', text: { en: 'Where it says how it was made', fr: 'Où l’on dit comment il a été obtenu' }, datatype: 'anyURI', required: true, read: ({ slug }, baseUrl) => `${baseUrl}/en/insight/figures/${slug}/made` },
];
