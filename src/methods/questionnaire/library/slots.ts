import type { Json } from '../fhir.ts';
import { urls } from '../urls.ts';
import { bilingual, head, total } from './instrument.ts';
import { question } from './own.ts';

type Slot = { readonly id: string; readonly name: string; readonly low: number; readonly high: number; readonly section: 'health' | 'housing'; readonly months: number; readonly holder: string };

const slots: readonly Slot[] = [
  { id: 'slot-vat', name: 'Vulnerability Assessment Tool (VAT)', low: 10, high: 50, section: 'housing', months: 6, holder: 'DESC (desc.org) asks no fee, but asks for its training, for following its instructions, for credit and for feedback.' },
  { id: 'slot-spdat', name: 'SPDAT', low: 0, high: 60, section: 'housing', months: 6, holder: 'OrgCode: for trained users, unaltered.' },
  { id: 'slot-lsns-6', name: 'Lubben Social Network Scale, six items (LSNS-6)', low: 0, high: 30, section: 'housing', months: 6, holder: 'Terms of the author: to be asked for by whoever uses it.' },
  { id: 'slot-ucla-3', name: 'UCLA Loneliness Scale, three items (UCLA-3)', low: 3, high: 9, section: 'housing', months: 6, holder: 'A published short scale; no explicit licence is known to us. To be checked by whoever uses it.' },
  { id: 'slot-heads-ed', name: 'HEADS-ED', low: 0, high: 14, section: 'health', months: 3, holder: 'Terms of its authors (Cappelli and others): to be asked for by whoever uses it.' },
];

/** A place for the total of a tool that may not be shipped: no question of it stands here; how the total is read is in the tool's own manual. */
function slot({ id, name, low, high, section, months, holder }: Slot): Json {
  const range = { en: `A whole number from ${low} to ${high}`, fr: `Un nombre entier de ${low} à ${high}` };
  return {
    ...head({
      id, version: '1.0.0', title: { en: `${name}: total only`, fr: `${name} : total seulement` }, section, months, scoreOnly: true,
      copyright: `The tool belongs to its holder and is not part of this program. ${holder}`, purpose: 'Keeps the total of an assessment that was done elsewhere by an organization that may use the tool. The range is as commonly published; check it against the manual.',
    }),
    item: [
      { ...question('score', 'integer', { en: 'Total', fr: 'Total' }, { required: true, hint: range }), extension: [{ url: urls.minValue, valueInteger: low }, { url: urls.maxValue, valueInteger: high }] },
      question('administered-on', 'date', { en: 'Day of the assessment', fr: 'Jour de l’évaluation' }, { required: true }),
      { ...question('administered-by', 'string', { en: 'Who did it (trained in the tool)', fr: 'Qui l’a faite (personne formée à l’outil)' }, { required: true }), maxLength: 200 },
      { ...question('edition', 'string', { en: 'Version of the tool', fr: 'Version de l’outil' }, { required: true }), maxLength: 100 },
      { ...total({ en: 'Total', fr: 'Total' }, "%resource.item.where(linkId='score').answer.value", []), ...bilingual('text', { en: 'Total', fr: 'Total' }) },
    ],
  };
}

/** Places for totals of licensed tools. */
export const scoreOnlySlots: readonly Json[] = slots.map(slot);
