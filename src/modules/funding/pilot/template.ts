import { type Block, listReleased, type Released, type Section, type Template } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { centsOf, formatMoney } from '../money.ts';
import { leavingCube, outcomeCube } from '../pilot-outcome/cube.ts';
import { outcomeTables } from '../pilot-outcome/shares.ts';
import { outcomeWords } from '../pilot-outcome/words.ts';
import { instalmentState, moneyOf } from './chain.ts';
import { chainWords } from './chain-words.ts';
import { pilotPaths } from './paths.ts';
import { listPilots, type Pilot } from './queries.ts';

type Key = keyof (typeof chainWords)['en']['sections'];
const section = (key: Key, required: boolean): Section => ({
  key, required, textFirst: true, heading: { en: chainWords.en.sections[key].heading, fr: chainWords.fr.sections[key].heading }, hint: { en: chainWords.en.sections[key].hint, fr: chainWords.fr.sections[key].hint },
});
const said = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

/** The report on pilots to council: the money to the cent, who takes part, and the published counts with what each is a share of. */
export const pilotTemplate: Template = {
  name: 'pilots', title: { en: chainWords.en.report, fr: chainWords.fr.report },
  sections: [section('summary', true), section('money', false), section('outcomes', false), section('next', false)],
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const [pilots, released] = [await listPilots(scope), await listReleased(scope, [outcomeCube, leavingCube])];
    return {
      today: scope.today, figures: [],
      snapshot: Object.fromEntries(pilots.map((one) => [`pilot:${one.slug}`, { label: one.name, path: pilotPaths.chain(one.slug), value: { value: one.amount } }])),
      automatic: (key, language) => {
        if (pilots.length === 0) return key === 'money' ? [said(chainWords[language].noPilots)] : [];
        if (key === 'money') return moneyBlocks(language, pilots, scope.today);
        return key === 'outcomes' ? outcomeBlocks(language, pilots, released, scope.today) : [];
      },
    };
  },
};

function moneyBlocks(language: Language, pilots: readonly Pilot[], today: string): Block[] {
  const words = chainWords[language];
  const money = (cents: number) => formatMoney(language, cents);
  return [
    { kind: 'table', caption: words.dollar, header: [words.pilotColumn, words.recipient, words.amount, words.instalments],
      rows: pilots.map((one) => [
        [{ kind: 'link', text: one.name[language], path: pilotPaths.chain(one.slug) }], [{ kind: 'text', text: one.recipient[language] }], [{ kind: 'text', text: `${money(centsOf(one.amount))}, ${words.granted(formatDate(language, one.grantedOn)).toLowerCase()}` }],
        [{ kind: 'text', text: one.instalments.length === 0 ? words.noInstalments : words.paidSum(money(moneyOf(one, today).paid), money(centsOf(one.amount))) }],
      ]) },
    ...pilots.filter((one) => one.instalments.length > 0).map((one): Block => ({
      kind: 'table', caption: `${one.name[language]}, ${words.instalments.toLowerCase()}`, header: [words.condition, words.due, words.state, words.sum],
      rows: one.instalments.map((part) => [part.condition[language], formatDate(language, part.due), words.states[instalmentState(part, today)], money(centsOf(part.amount))].map((text) => [{ kind: 'text', text }])),
    })),
    ...pilots.filter((one) => one.activities.length > 0).map((one): Block => ({
      kind: 'table', caption: `${one.name[language]}, ${words.activities.toLowerCase()}`, header: [words.activity, words.sum],
      rows: one.activities.map((part) => [part.name[language], money(centsOf(part.amount))].map((text) => [{ kind: 'text', text }])),
    })),
  ];
}

function outcomeBlocks(language: Language, pilots: readonly Pilot[], released: readonly Released[], today: string): Block[] {
  const [words, outcome] = [chainWords[language], outcomeWords[language]];
  return pilots.flatMap((one): Block[] => {
    const tables = outcomeTables(language, one.slug, released);
    const comparison = one.comparison && one.comparison.knownFrom <= today ? one.comparison : undefined;
    return [
      { kind: 'heading', level: 3, text: one.name[language] },
      said(`${one.agencySlug === null ? words.participantsUnknown : words.participantsText}${one.demonstration ? ` ${words.demo}` : ''}`),
      said(tables.length === 0 ? outcome.noCounts : `${outcome.attritionLead} ${outcome.rounded(released[0]?.base ?? 5, released[0]?.k ?? 5)}`),
      ...tables.map((table): Block => ({ kind: 'table', caption: table.caption, header: table.header, rows: table.rows.map((row) => row.map((text) => [{ kind: 'text', text }])) })),
      ...(tables.length > 0 ? [said(comparison ? `${comparison.text[language]} ${words.comparisonLimits}` : words.noComparison)] : []),
    ];
  });
}
