import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Report',
  lead: 'What would be published now. Small numbers are hidden here as they are in public.',
  standing: (day: string) => `A report stands, published on ${day}.`, notStanding: 'No report stands.',
  weigh: 'Weigh the answers to the census by', weighHint: 'At least 30 voices must have told all that you choose.',
  dimensions: { municipality: 'Municipality', age: 'Age', language: 'Language spoken at home' },
  noCensus: 'The census of this community has nothing to weigh by.',
  preview: 'Show it so', publish: 'Publish', publishAgain: 'Publish in place of the standing one', withdraw: 'Withdraw the report',
  open: (n: number) => (n === 0 ? 'Everything has been coded.' : n === 1 ? 'One piece has not been coded by anybody.' : `${n} pieces have not been coded by anybody.`),
  refusals: { few: (n: number) => `Only ${n} voices told all of this; 30 are needed to weigh.`, unreachable: (_: number) => 'The census cannot be reached: in one of its groups nobody was heard, or groups that go together differ too much. Choose fewer.' },
  quotes: (n: number) => (n === 1 ? 'One quote would be shown.' : `${n} quotes would be shown.`),
};

export const reportWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Rapport',
    lead: 'Ce qui serait publié maintenant. Les petits nombres sont masqués ici comme ils le sont au public.',
    standing: (day) => `Un rapport est en vigueur, publié le ${day}.`, notStanding: 'Aucun rapport n’est en vigueur.',
    weigh: 'Pondérer les réponses d’après le recensement, selon', weighHint: 'Au moins 30 voix doivent avoir précisé tout ce que vous choisissez.',
    dimensions: { municipality: 'La municipalité', age: 'L’âge', language: 'La langue parlée à la maison' },
    noCensus: 'Le recensement de cette communauté ne contient rien d’après quoi pondérer.',
    preview: 'Afficher ainsi', publish: 'Publier', publishAgain: 'Publier à la place du rapport en vigueur', withdraw: 'Retirer le rapport',
    open: (n) => (n === 0 ? 'Tout a été codé.' : n === 1 ? 'Un propos n’a été codé par personne.' : `${n} propos n’ont été codés par personne.`),
    refusals: { few: (n) => `Seules ${n} voix ont précisé tout cela; il en faut 30 pour pondérer.`, unreachable: () => 'On ne peut atteindre le recensement : personne n’a été entendu dans l’un de ses groupes, ou des groupes qui vont ensemble diffèrent trop. Choisissez-en moins.' },
    quotes: (n) => (n === 1 ? 'Une citation serait affichée.' : `${n} citations seraient affichées.`),
  },
};
