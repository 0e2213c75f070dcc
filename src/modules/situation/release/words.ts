import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Situation Table',
  lead: 'When somebody is at a very high risk of serious harm and no single agency can help alone, the agencies of the Situation Table meet, agree who can help, and offer that help within 24 to 48 hours.',
  filtersTitle: 'Four filters protect who it is about',
  filters: [
    ['1. In the agency', 'An agency has tried what it can. It keeps its file; nothing about the person is entered here.'],
    ['2. Told without identity', 'The table hears an age range, sex, and factors of risk and protection from a list. If the risk is not acutely elevated, all but age, sex and the kind of discussion vanishes.'],
    ['3. Who has a role', 'The table finds the agencies that can help. Identity is not said unless a table has decided otherwise, and each such word is written down as a disclosure.'],
    ['4. The agencies that help', 'The lead and assisting agencies alone plan the help and go to the door. Names stay in their own systems. Help is offered; it can be refused.'],
  ] as readonly (readonly [string, string])[],
  rightsTitle: 'Your rights',
  rights: ['You are asked whether you agree, at the latest at the door, and you may say no.', 'Where the law lets an agency speak without your consent because health or safety is in grave danger, you get written notice.', 'You may ask any agency at the table what it holds about you.'],
  figures: 'In numbers', noFigures: 'No year is out yet. Numbers are published once a year, when it has ended.', year: (year: number) => `${year}`, rule: (k: number) => `Numbers are rounded at random to a multiple of 5; a number under ${k} reads “fewer than ${k}”, and others are left out where they would give one away.`,
  demo: 'Made up, for the demonstration.',
  total: 'Discussions decided', acute: 'Acutely elevated risk', notTaken: 'Not taken on', share: (percent: number) => `About ${percent}% met the threshold.`,
  risks: 'Most frequent risk categories', closes: 'How discussions ended', lowered: 'Risk is lower', still: 'Risk is still acutely elevated', other: 'Other', allClosed: 'All', category: 'Category', count: 'Discussions', door: (days: number) => (days === 0 ? 'Half of the doors were knocked at on the day of the decision.' : days === 1 ? 'Half of the doors were knocked at within 1 day of the decision.' : `Half of the doors were knocked at within ${days} days of the decision.`),
  decisions: 'decisions', decision: 'Decision', end: 'How it ended', doors: 'doors knocked at, with the median of days', named: 'named', notNamed: 'not named',
  fewer: (k: string) => `fewer than ${k}`, withheld: 'left out',
  seatTitle: 'Your seat', openTable: (name: string) => `Open the table (${name})`, agreements: 'Confidentiality agreements',
  counts: 'The table in numbers', countsLead: 'Exact counts of what has ended, for the chair. Do not pass them on: what is public is protected.', month: 'Year', ended: 'Ended', percent: 'Acutely elevated', none: 'Nothing has ended yet.', factor: 'Risk factor', reason: 'Reason', topFactors: 'Most frequent risk factors', reasons: 'Reasons', median: 'Median days from decision to door',
};
export const releaseWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Table de situation',
    lead: 'Quand quelqu’un court un risque très élevé de préjudice grave et qu’aucun organisme ne peut l’aider seul, les organismes de la Table de situation se réunissent, conviennent de qui peut aider et offrent cette aide en 24 à 48 heures.',
    filtersTitle: 'Quatre filtres protègent la personne concernée',
    filters: [
      ['1. Dans l’organisme', 'Un organisme a essayé ce qu’il pouvait. Il garde son dossier; rien sur la personne n’est inscrit ici.'],
      ['2. Présentation sans identité', 'La table entend une tranche d’âge, le sexe et des facteurs de risque et de protection tirés d’une liste. Si le risque n’est pas extrêmement élevé, tout disparaît sauf l’âge, le sexe et le genre de discussion.'],
      ['3. Qui a un rôle', 'La table trouve les organismes qui peuvent aider. L’identité n’est pas dite, à moins que la table en ait décidé autrement, et chaque mot de ce genre est inscrit comme communication.'],
      ['4. Les organismes qui aident', 'Seuls les organismes responsable et associés préparent l’aide et se rendent à la porte. Les noms restent dans leurs propres systèmes. L’aide est offerte; elle peut être refusée.'],
    ],
    rightsTitle: 'Vos droits',
    rights: ['On vous demande si vous êtes d’accord, au plus tard à la porte, et vous pouvez dire non.', 'Si la loi permet à un organisme de parler sans votre consentement parce que la santé ou la sécurité est gravement menacée, vous recevez un avis écrit.', 'Vous pouvez demander à tout organisme de la table ce qu’il détient à votre sujet.'],
    figures: 'En chiffres', noFigures: 'Aucune année n’est encore publiée. Les nombres sont publiés une fois par an, quand l’année est terminée.', year: (year) => `${year}`, rule: (k) => `Les nombres sont arrondis au hasard à un multiple de 5; un nombre inférieur à ${k} se lit «\u00a0moins de ${k}\u00a0», et d’autres sont omis là où ils en révéleraient un.`,
    demo: 'Nombres inventés, pour la démonstration.',
    total: 'Discussions décidées', acute: 'Risque extrêmement élevé', notTaken: 'Non retenues', share: (percent) => `Environ ${percent}\u00a0% atteignaient le seuil.`,
    risks: 'Catégories de risque les plus fréquentes', closes: 'Comment les discussions se sont terminées', lowered: 'Risque réduit', still: 'Risque toujours extrêmement élevé', other: 'Autre', allClosed: 'Ensemble', category: 'Catégorie', count: 'Discussions', door: (days) => (days === 0 ? 'La moitié des visites à la porte ont eu lieu le jour de la décision.' : days === 1 ? 'La moitié des visites à la porte ont eu lieu dans un délai de 1 jour après la décision.' : `La moitié des visites à la porte ont eu lieu dans un délai de ${days} jours après la décision.`),
    decisions: 'décisions', decision: 'Décision', end: 'Fin', doors: 'portes visitées, avec la médiane des jours', named: 'nommé', notNamed: 'non nommé',
    fewer: (k) => `moins de ${k}`, withheld: 'omis',
    seatTitle: 'Votre siège', openTable: (name) => `Ouvrir la table (${name})`, agreements: 'Ententes de confidentialité',
    counts: 'La table en chiffres', countsLead: 'Comptes exacts de ce qui est terminé, pour la présidence. Ne les transmettez pas; ce qui est public est protégé.', month: 'Année', ended: 'Terminées', percent: 'Extrêmement élevé', none: 'Rien n’est encore terminé.', factor: 'Facteur de risque', reason: 'Raison', topFactors: 'Facteurs de risque les plus fréquents', reasons: 'Raisons', median: 'Médiane des jours entre la décision et la porte',
  },
};
