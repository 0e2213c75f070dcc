/** What commitments of outreach say; no name, nothing about health. */
export const outreachDueWords = {
  first: { en: 'Make the first contact after a referral', fr: 'Établir le premier contact après un aiguillage' },
  call: { en: 'Make a call that is planned for today', fr: 'Faire un appel prévu aujourd’hui' },
  check: { en: 'Several planned calls were not answered: look into it today', fr: 'Plusieurs appels prévus sont restés sans réponse : s’en occuper aujourd’hui' },
  senior: { en: 'The person who is called', fr: 'La personne appelée' },
} as const;
