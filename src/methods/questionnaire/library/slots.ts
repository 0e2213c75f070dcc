import type { Json } from '../fhir.ts';
import { urls } from '../urls.ts';
import { type Bands, head, type Text, total } from './instrument.ts';
import { question } from './own.ts';

/** `from` holds the lowest total of each band after the first; no bands where none are published to us. `counts` says what the number is where it is no total. */
type Slot = {
  readonly id: string; readonly name: string; readonly low: number; readonly high: number; readonly from?: readonly number[]; readonly counts?: Text; readonly section: 'health' | 'housing'; readonly months: number; readonly holder: string;
};
const asked = 'Terms of its authors: to be asked for by whoever uses it.';
const unmet: Text = { en: 'Number of unmet needs', fr: 'Nombre de besoins non comblés' };
const levels: Text = { en: 'Number of items that call for action (level 2 or 3)', fr: 'Nombre d’éléments qui demandent une intervention (niveau 2 ou 3)' };
const triggered: Text = { en: 'Number of collaborative action plans that were triggered', fr: 'Nombre de plans d’action concertés déclenchés' };
const safety: Text = { en: 'Sum of the four questions about safety', fr: 'Somme des quatre questions sur la sécurité' };
const positive: Text = { en: 'Tally of social risks', fr: 'Nombre de risques sociaux' };
const pastYear: Text = { en: 'Past-year count', fr: 'Nombre pour la dernière année' };
const interrai = 'interRAI: under its licence; in Ontario by way of CPRI. Its scales and items are not part of this program.';

// Ranges and bands as commonly published; the manual of the tool is the authority. SDQ and VI-SPDAT have no place: the first allows no electronic version
// without written permission, the second is no longer supported by its author.
const slots: readonly Slot[] = [
  { id: 'slot-vat', name: 'Vulnerability Assessment Tool (VAT)', low: 10, high: 50, section: 'housing', months: 6, holder: 'DESC (desc.org) asks no fee, but asks for its training, for following its instructions, for credit and for feedback.' },
  { id: 'slot-spdat', name: 'SPDAT', low: 0, high: 60, section: 'housing', months: 6, holder: 'OrgCode: for trained users, unaltered.' },
  { id: 'slot-lsns-6', name: 'Lubben Social Network Scale, six items (LSNS-6)', low: 0, high: 30, from: [12], section: 'housing', months: 6, holder: 'Terms of the author: to be asked for by whoever uses it.' },
  { id: 'slot-ucla-3', name: 'UCLA Loneliness Scale, three items (UCLA-3)', low: 3, high: 9, from: [6], section: 'housing', months: 6, holder: 'A published short scale; no explicit licence is known to us. To be checked by whoever uses it.' },
  { id: 'slot-gierveld-6', name: 'De Jong Gierveld Loneliness Scale, six items', low: 0, high: 6, from: [2, 5], section: 'housing', months: 6, holder: 'Said to be free with citation; to be checked by whoever uses it.' },
  { id: 'slot-prapare', name: 'PRAPARE', low: 0, high: 30, counts: positive, section: 'housing', months: 6, holder: 'Free on paper to those who use it; its terms for software are separate.' },
  { id: 'slot-heads-ed', name: 'HEADS-ED', low: 0, high: 14, from: [8], section: 'health', months: 3, holder: 'Terms of its authors (Cappelli and others): to be asked for by whoever uses it.' },
  { id: 'slot-who-5', name: 'WHO-5 Well-Being Index', low: 0, high: 100, from: [51], section: 'health', months: 3, holder: 'World Health Organization; the text of 2024 is not for commercial use.' },
  { id: 'slot-psc-17', name: 'Pediatric Symptom Checklist, 17 items (PSC-17)', low: 0, high: 34, from: [15], section: 'health', months: 3, holder: 'Said to be free; to be checked by whoever uses it.' },
  { id: 'slot-gain-ss', name: 'GAIN Short Screener (GAIN-SS)', low: 0, high: 20, from: [1, 3], counts: pastYear, section: 'health', months: 3, holder: 'Chestnut Health Systems licenses the GAIN.' },
  { id: 'slot-cans', name: 'Child and Adolescent Needs and Strengths (CANS)', low: 0, high: 150, counts: levels, section: 'health', months: 6, holder: 'The Praed Foundation: training and yearly certification are expected. Levels of items are not added up.' },
  { id: 'slot-interrai-chymh', name: 'interRAI Child and Youth Mental Health (ChYMH)', low: 0, high: 40, counts: triggered, section: 'health', months: 6, holder: interrai },
  { id: 'slot-interrai-chymh-dd', name: 'interRAI ChYMH, developmental disability (ChYMH-DD)', low: 0, high: 40, counts: triggered, section: 'health', months: 6, holder: interrai },
  { id: 'slot-ocan', name: 'Ontario Common Assessment of Need (OCAN)', low: 0, high: 24, counts: unmet, section: 'health', months: 6, holder: `Derived from the Camberwell Assessment of Need. ${asked}` },
  { id: 'slot-ahc-hrsn', name: 'AHC Health-Related Social Needs, safety questions', low: 4, high: 20, from: [11], counts: safety, section: 'health', months: 6, holder: 'CMS; its questions are borrowed from other tools, each with terms of its own.' },
];

function bandsOf({ low, high, from = [] }: Slot): Bands {
  if (from.length === 0) return [];
  const starts = [low, ...from];
  return starts.map((start, place) => {
    const end = (starts[place + 1] ?? high + 1) - 1;
    return { low: start, high: end, ...(start === end ? { en: `Score ${start}`, fr: `Score de ${start}` } : { en: `Score ${start} to ${end}`, fr: `Score de ${start} à ${end}` }) };
  });
}

/** A place for the total of a tool that may not be shipped: no question of it stands here; how the total is read is in the tool's own manual. */
function slot(made: Slot): Json {
  const { id, name, low, high, counts, section, months, holder } = made;
  const named = counts ?? { en: 'Total', fr: 'Total' };
  const range = { en: `A whole number from ${low} to ${high}`, fr: `Un nombre entier de ${low} à ${high}` };
  return {
    ...head({
      id, version: '1.1.0', title: { en: `${name}: total only`, fr: `${name} : total seulement` }, section, months, scoreOnly: true,
      copyright: `The tool belongs to its holder and is not part of this program. ${holder}`, purpose: 'Keeps the total of an assessment that was done elsewhere by an organization that may use the tool. The range is as commonly published; check it against the manual.',
    }),
    item: [
      { ...question('score', 'integer', named, { required: true, hint: range }), extension: [{ url: urls.minValue, valueInteger: low }, { url: urls.maxValue, valueInteger: high }] },
      question('administered-on', 'date', { en: 'Day of the assessment', fr: 'Jour de l’évaluation' }, { required: true }),
      { ...question('administered-by', 'string', { en: 'Who did it (trained in the tool)', fr: 'Qui l’a faite (personne formée à l’outil)' }, { required: true }), maxLength: 200 },
      question('trained-on', 'date', { en: 'Day of that person’s last training in the tool', fr: 'Jour de la dernière formation de cette personne à l’outil' }),
      { ...question('edition', 'string', { en: 'Version of the tool', fr: 'Version de l’outil' }, { required: true }), maxLength: 100 },
      total(named, "%resource.item.where(linkId='score').answer.value", bandsOf(made)),
    ],
  };
}

/** Places for totals of licensed tools. */
export const scoreOnlySlots: readonly Json[] = slots.map(slot);
