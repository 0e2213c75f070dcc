import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Support and its dates', none: 'No rule of support with amounts holds today in this installation. Ask the person who helps you what you can get.', noBirth: 'The day of birth is not known, so no dates can be shown.',
  now: (name: string) => `Today, under ${name}`, month: (money: string) => `${money} a month`, nothingNow: 'Nothing is paid today.',
  lossTitle: 'Next change to less', loss: (day: string, before: string, after: string) => `From ${day}: ${after} a month instead of ${before}.`, end: (day: string, before: string) => `On ${day} support ends. Until then it is ${before} a month.`,
  days: (days: number) => (days === 1 ? 'That is tomorrow.' : `That is in ${days.toLocaleString('en-CA')} days.`), over: 'No further loss of support is ahead.', advice: 'What can be done',
  hours: (hours: number) => `Work of up to ${hours} hours a week takes nothing away from it.`, calendar: 'Amounts by age', from: 'From', to: 'Up to and including', age: 'Age', amount: 'A month', study: (money: string) => `${money} of it for study`, nowMark: '(now)',
  withStudy: 'The amounts for study are counted.', withoutStudy: 'The amounts for study are not counted.', endsOn: (day: string) => `Everything ends on ${day}.`, eligible: 'Whether somebody can get it is decided by the agency, not by this page.',
};
export const supportWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Le soutien et ses dates', none: 'Aucune règle de soutien avec des montants n’est en vigueur aujourd’hui dans cette installation. Demandez à la personne qui vous aide ce que vous pouvez obtenir.', noBirth: 'La date de naissance n’est pas connue; aucune date ne peut être affichée.',
    now: (name) => `Aujourd’hui, selon ${name}`, month: (money) => `${money} par mois`, nothingNow: 'Rien n’est versé aujourd’hui.',
    lossTitle: 'Prochaine baisse', loss: (day, before, after) => `À partir du ${day}\u00a0: ${after} par mois au lieu de ${before}.`, end: (day, before) => `Le ${day}, le soutien prend fin. D’ici là, il est de ${before} par mois.`,
    days: (days) => (days === 1 ? 'C’est demain.' : `C’est dans ${days.toLocaleString('fr-CA')} jours.`), over: 'Aucune autre baisse n’est à venir.', advice: 'Ce qui peut être fait',
    hours: (hours) => `Travailler jusqu’à ${hours} heures par semaine n’y enlève rien.`, calendar: 'Montants selon l’âge', from: 'Du', to: 'Jusqu’au (inclus)', age: 'Âge', amount: 'Par mois', study: (money) => `dont ${money} pour les études`, nowMark: '(maintenant)',
    withStudy: 'Les montants pour les études sont comptés.', withoutStudy: 'Les montants pour les études ne sont pas comptés.', endsOn: (day) => `Tout prend fin le ${day}.`, eligible: 'C’est l’organisme, et non cette page, qui décide de l’admissibilité.',
  },
};
