import type { Block, Inline, Section, Template } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatMoney, sumOf } from '../money.ts';
import { pilotTemplate } from '../pilot/template.ts';
import { type Given, gatherGiven } from './given.ts';
import { grantPaths } from './paths.ts';
import { callLines, shareLists } from './shares.ts';
import { fundTemplateWords } from './template-words.ts';
import { grantWords } from './words.ts';

type Key = keyof (typeof fundTemplateWords)['en']['sections'];
const section = (key: Key, required: boolean): Section => ({
  key, required, textFirst: true, heading: { en: fundTemplateWords.en.sections[key].heading, fr: fundTemplateWords.fr.sections[key].heading }, hint: { en: fundTemplateWords.en.sections[key].hint, fr: fundTemplateWords.fr.sections[key].hint },
});
const text = (value: string): Inline => ({ kind: 'text', text: value });
const said = (value: string): Block => ({ kind: 'paragraph', content: [text(value)] });
const strong = (value: string): Inline => ({ kind: 'strong', text: value });

/** The report on the fund to council: totals, what the grants serve, what came of them, and the chain of each pilot. The same records as the public page. */
export const fundTemplate: Template = {
  name: 'fund', title: { en: fundTemplateWords.en.title, fr: fundTemplateWords.fr.title },
  sections: [section('summary', true), section('given', false), section('outcomes', false), section('money', false), section('participants', false), section('next', false)],
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const given = await gatherGiven(scope);
    const pilots = await pilotTemplate.gather(scope);
    return {
      today: scope.today, figures: [],
      snapshot: { ...Object.fromEntries(given.awards.map((one) => [`grant:${one.number}`, { label: { en: one.title, fr: one.title }, path: grantPaths.list, value: { value: formatMoney('en', one.amount) } }])), ...pilots.snapshot },
      automatic: (key, language, around) => {
        if (key === 'given') return given.awards.length === 0 ? [said(fundTemplateWords[language].none)] : givenBlocks(language, given);
        if (key === 'outcomes') return given.awards.length === 0 ? [] : servedBlocks(language, given);
        if (key === 'money') return pilots.automatic('money', language, around);
        return key === 'participants' ? pilots.automatic('outcomes', language, around) : [];
      },
    };
  },
};

function givenBlocks(language: Language, given: Given): Block[] {
  const [words, own] = [grantWords[language], fundTemplateWords[language]];
  const money = (cents: number) => formatMoney(language, cents);
  const lines = callLines(language, given);
  const [all, handed] = [sumOf(lines.map((one) => one.amount)), sumOf(lines.map((one) => one.handed))];
  return [
    { kind: 'paragraph', content: [strong(words.totals(given.awards.length, money(all), money(handed)))] },
    {
      kind: 'table', caption: words.byCall, header: [words.call, words.sent, words.grants, words.amount, words.handed],
      rows: [
        ...lines.map((one) => [one.demonstration ? `${one.title} (${own.demonstration})` : one.title, one.sent === undefined ? '–' : String(one.sent), String(one.grants), money(one.amount), money(one.handed)].map((value) => [text(value)])),
        [words.total, '', String(given.awards.length), money(all), money(handed)].map((value) => [strong(value)]),
      ],
    },
    said(words.divided),
    ...shareLists(language, given).map((list): Block => ({
      kind: 'table', caption: list.caption, header: [list.head, words.grants, words.amount],
      rows: [...list.shares.map((one) => [one.name, String(one.grants), money(one.amount)].map((value) => [text(value)])), [words.total, '', money(sumOf(list.shares.map((one) => one.amount)))].map((value) => [strong(value)])],
    })),
    { kind: 'paragraph', content: [text(own.onPage), { kind: 'link', text: own.pageLink, path: grantPaths.list }] },
  ];
}

function servedBlocks(language: Language, { served }: Given): Block[] {
  const words = grantWords[language];
  if (served.length === 0) return [said(words.noOutcomes)];
  return [
    said(words.outcomesLead),
    {
      kind: 'table', caption: words.outcomes, header: [words.project, words.spent, words.people, words.perPerson],
      rows: served.map((one) => [one.award.title, formatMoney(language, one.spent), String(one.people), formatMoney(language, one.perPerson)].map((value) => [text(value)])),
    },
  ];
}
