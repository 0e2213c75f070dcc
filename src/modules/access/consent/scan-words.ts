import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Attach what was signed', label: 'Scan or photo', hint: 'PDF, JPEG or PNG, up to 8 MB. Each time somebody opens it, that is written down.', add: 'Attach', open: (day: string) => `What was signed, attached ${day}`,
  bad: 'Choose a PDF, JPEG or PNG of up to 8 MB', renew: 'Renew', renewed: 'Renewed', renewTitle: 'Renew a consent', renewLead: 'Ask again: each point is filled in as it was, and nothing is renewed without the person. The old consent ends on its day.',
};
export const scanWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Joindre ce qui a été signé', label: 'Numérisation ou photo', hint: 'PDF, JPEG ou PNG, 8 Mo au plus. Chaque ouverture est consignée.', add: 'Joindre', open: (day) => `Ce qui a été signé, joint le ${day}`,
    bad: 'Choisissez un fichier PDF, JPEG ou PNG de 8 Mo au plus', renew: 'Renouveler', renewed: 'Renouvelé', renewTitle: 'Renouveler un consentement', renewLead: 'Demandez de nouveau : chaque point est rempli comme auparavant, et rien ne se renouvelle sans la personne. L’ancien consentement prend fin à sa date.',
  },
};
