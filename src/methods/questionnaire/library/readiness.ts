import type { Json } from '../fhir.ts';
import { urls } from '../urls.ts';
import { head, type Text, total } from './instrument.ts';
import { choice, type Choice, group, note, ownCopyright, question, safeNow, words } from './own.ts';

const standing: readonly Choice[] = [
  { code: 'open', en: 'Not yet', fr: 'Pas encore', weight: 1 },
  { code: 'begun', en: 'Begun', fr: 'Commencé', weight: 1 },
  { code: 'done', en: 'Done', fr: 'Fait', weight: 0 },
  { code: 'not-mine', en: 'Not for me', fr: 'Ne me concerne pas' },
];

type Milestone = Text & { readonly linkId: string };
/** Milestones by the age from which they are asked. */
const stages: readonly { readonly linkId: string; readonly from: number; readonly title: Text; readonly milestones: readonly Milestone[] }[] = [
  { linkId: 'from-13', from: 13, title: { en: 'From 13', fr: 'Dès 13 ans' }, milestones: [
    { linkId: 'plan', en: 'We have begun to plan for when I am on my own', fr: 'Nous avons commencé à préparer ma vie adulte' },
    { linkId: 'say', en: 'I have had a say in my plan', fr: 'J’ai eu mon mot à dire sur mon plan' },
    { linkId: 'adult', en: 'There is an adult I can count on', fr: 'Il y a un adulte sur qui je peux compter' },
    { linkId: 'roots', en: 'I am in touch with family, friends or my culture as I wish', fr: 'J’ai les liens que je veux avec ma famille, mes amis ou ma culture' },
  ] },
  { linkId: 'from-15', from: 15, title: { en: 'From 15', fr: 'Dès 15 ans' }, milestones: [
    { linkId: 'meeting', en: 'I was offered a meeting with the people I chose', fr: 'On m’a proposé une rencontre avec les gens de mon choix' },
    { linkId: 'school', en: 'I know what I want to do at school or work next', fr: 'Je sais ce que je veux faire ensuite à l’école ou au travail' },
    { linkId: 'bank', en: 'I have a bank account that I use', fr: 'J’ai un compte bancaire et je l’utilise' },
    { linkId: 'skills', en: 'I can cook, wash and shop for myself', fr: 'Je sais cuisiner, faire la lessive et les courses' },
  ] },
  { linkId: 'from-17', from: 17, title: { en: 'Before 18', fr: 'Avant 18 ans' }, milestones: [
    { linkId: 'package', en: 'I have the papers that say what help I can get', fr: 'J’ai reçu les papiers qui disent à quelle aide j’ai droit' },
    { linkId: 'identity', en: 'I have my birth certificate, health card and social insurance number', fr: 'J’ai mon acte de naissance, ma carte Santé et mon numéro d’assurance sociale' },
    { linkId: 'home', en: 'I know where I will live, and with whom', fr: 'Je sais où je vivrai, et avec qui' },
    { linkId: 'money', en: 'I have a plan for money and bills', fr: 'J’ai un plan pour l’argent et les factures' },
    { linkId: 'doctor', en: 'I know whom to see when I need care', fr: 'Je sais qui consulter quand j’ai besoin de soins' },
  ] },
  { linkId: 'from-18', from: 18, title: { en: 'From 18', fr: 'Dès 18 ans' }, milestones: [
    { linkId: 'worker', en: 'I know my worker and how to reach her or him', fr: 'Je connais la personne qui m’accompagne et je sais la joindre' },
    { linkId: 'support', en: 'I get the support that I was promised', fr: 'Je reçois le soutien promis' },
    { linkId: 'stable', en: 'I can stay where I live', fr: 'Je peux rester là où je vis' },
    { linkId: 'busy', en: 'I am at school, in training or at work', fr: 'Je suis à l’école, en formation ou au travail' },
  ] },
  { linkId: 'from-21', from: 21, title: { en: 'From 21', fr: 'Dès 21 ans' }, milestones: [
    { linkId: 'after', en: 'We have talked about what ends when I turn 23', fr: 'Nous avons parlé de ce qui prend fin à mes 23 ans' },
    { linkId: 'savings', en: 'I can pay for a month on my own', fr: 'Je peux payer un mois par mes propres moyens' },
    { linkId: 'who', en: 'I know who will help me after 23', fr: 'Je sais qui m’aidera après mes 23 ans' },
  ] },
];

const stageItem = ({ linkId, from, title, milestones }: (typeof stages)[number]): Json =>
  group(linkId, title, milestones.map((milestone) => choice(milestone.linkId, milestone, standing, { required: true })), from === 13 ? {} : { enableWhen: [{ question: 'age', operator: '>=', answerInteger: from }] });

/** What a young person has ready on the way out of care, by age; it counts what is still open of what is asked at that age. */
export const readiness = {
  ...head({
    id: 'readiness', version: '1.0.0', title: { en: 'Ready for my own life', fr: 'En route vers ma vie adulte' }, section: 'housing', months: 6, copyright: ownCopyright,
    purpose: 'A checklist that a young person who leaves care goes through with somebody, again at 13, 15, 18, 21 and before 23. Own wording; not a test. What help is due by law is not stated here.',
  }),
  item: [
    note('lead', { en: 'This is your list. Nothing on it has to be done alone.', fr: 'C’est votre liste. Rien de tout cela n’est à faire sans aide.' }),
    { ...question('age', 'integer', { en: 'How old are you?', fr: 'Quel âge avez-vous?' }, { required: true, hint: { en: 'Save, and the list for this age opens.', fr: 'Enregistrez : la liste pour cet âge s’ouvrira.' } }), extension: [{ url: urls.minValue, valueInteger: 13 }, { url: urls.maxValue, valueInteger: 25 }] },
    ...stages.map(stageItem),
    group('safety', { en: 'Your safety', fr: 'Votre sécurité' }, [safeNow('safe-now')]),
    words('next', { en: 'What do you want to do next? Who helps?', fr: 'Que voulez-vous faire ensuite? Avec l’aide de qui?' }),
    total({ en: 'Still open at this age', fr: 'Encore à faire à cet âge' }, `%resource.item.where(linkId.startsWith('from-')).item.answer.value.weight().where($this > 0).count()`, [
      { low: 0, high: 0, en: 'Nothing open', fr: 'Rien à faire' }, { low: 1, high: 5, en: '1 to 5 open', fr: 'De 1 à 5 à faire' }, { low: 6, high: 20, en: '6 or more open', fr: '6 ou plus à faire' },
    ]),
  ],
};
