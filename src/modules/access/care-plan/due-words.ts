/** What a commitment on a plan says; no name and nothing of its content. */
export const careDueWords = {
  'care-review': { en: 'Review a care plan with the person', fr: 'Revoir un plan de services avec la personne' },
  'care-goal': { en: 'Look with the person at a goal of the plan', fr: 'Examiner avec la personne un but du plan' },
  'care-age': { en: 'An age at which something is owed', fr: 'Un âge auquel quelque chose est dû' },
  person: { en: 'The person', fr: 'La personne' },
} as const;
