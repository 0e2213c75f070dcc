import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Rules compared',
  lead: 'How groups of people on a by-name list would have fared under two versions of its rules, for bodies that decide on rules and may not see people. Each comparison runs the vacancies of twelve months again with what was known then.',
  none: 'Nothing was released yet. Those who keep a list can release a comparison from its page “Under other rules”.',
  over: (from: string, to: string) => `Vacancies from ${from} to ${to}`, versions: (first: number, second: number) => `Version ${first} beside version ${second}`, version: (n: number) => `version ${n}`,
  group: 'Group', people: 'People', housed: (n: number) => `Housed, version ${n}`, difference: 'Difference', all: 'Everybody on the list', hidden: 'not shown', noShare: 'no share',
  how: 'How to read this', numbers: 'Numbers are rounded at random to a multiple of 5. A number under 6 reads “fewer than 6”, and further numbers are left out where they would give one away.',
  interval: 'The interval beside a share holds both chance and the rounding. A difference whose interval reaches from below 0 to above 0 may be nothing.',
  supposed: 'Everybody is taken to accept, but whoever declined that vacancy. It is a comparison, not a forecast.', rules: 'The rules in words',
  waiting: 'Being counted. Look again in a minute.',
  blocked: (where: string) => `Not released: from everything published, the count for ${where} could be narrowed down to fewer than 6 values.`, contradicts: 'Not released: it contradicts what was released before, so that both together would tell more than either.', everybody: 'everybody', notIn: (group: string) => `not in “${group}”`, fate: { housed: 'housed', 'not housed': 'not housed' } as Readonly<Record<string, string>>, under: (n: string) => `under version ${n}`,
  release: 'Release for the plan office', releaseHint: (from: string, to: string) => `Rounded counts of groups over whole months, ${from} to ${to}, for the plan office and the body that decides. Nobody is named, and it cannot be taken back.`, toReleased: 'What was released', already: 'These two versions were released over these months before.', choose: 'Choose two different versions.',
};
export const replayWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Règles comparées',
    lead: 'Le sort qu’auraient eu des groupes de personnes d’une liste nominative selon deux versions de ses règles, pour les instances qui décident des règles sans pouvoir voir les personnes. Chaque comparaison rejoue les places de douze mois avec ce qu’on savait alors.',
    none: 'Rien n’a encore été publié. Qui tient une liste peut publier une comparaison depuis sa page « Selon d’autres règles ».',
    over: (from, to) => `Places de ${from} à ${to}`, versions: (first, second) => `La version ${first} à côté de la version ${second}`, version: (n) => `version ${n}`,
    group: 'Groupe', people: 'Personnes', housed: (n) => `Logées, version ${n}`, difference: 'Différence', all: 'Toute la liste', hidden: 'non montré', noShare: 'aucune part',
    how: 'Comment lire ceci', numbers: 'Les nombres sont arrondis au hasard à un multiple de 5. Un nombre inférieur à 6 se lit « moins de 6 », et d’autres sont omis là où ils en révéleraient un.',
    interval: 'L’intervalle à côté d’une part tient compte du hasard et de l’arrondi. Une différence dont l’intervalle va de moins de 0 à plus de 0 peut n’être rien.',
    supposed: 'On suppose que chacun accepte, sauf qui a refusé cette place. C’est une comparaison, non une prévision.', rules: 'Les règles en mots',
    waiting: 'Le calcul est en cours. Revenez dans une minute.',
    blocked: (where) => `Non publié : à partir de tout ce qui est publié, le nombre correspondant à ${where} pourrait être ramené à moins de 6 valeurs.`, contradicts: 'Non publié : ceci contredit ce qui a déjà été publié; les deux ensemble en diraient plus que l’un ou l’autre.', everybody: 'toute la liste', notIn: (group) => `hors de « ${group} »`, fate: { housed: 'logées', 'not housed': 'non logées' }, under: (n) => `selon la version ${n}`,
    release: 'Publier pour le bureau du plan', releaseHint: (from, to) => `Des nombres arrondis de groupes sur des mois entiers, de ${from} à ${to}, pour le bureau du plan et l’instance qui décide. Personne n’est nommé, et cela ne peut être repris.`, toReleased: 'Ce qui est publié', already: 'Ces deux versions ont déjà été publiées pour ces mois.', choose: 'Choisissez deux versions différentes.',
  },
};
