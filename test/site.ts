import type { Site } from '#app/ui/page-frame.ts';

/** The site that tests show: a made-up town. */
export const testSite: Site = {
  name: { en: 'Safety Plan', fr: 'Plan de sécurité' },
  place: { en: 'in Testville', fr: 'à Testville' },
  notServiceOf: { en: 'the Town of Testville', fr: 'la Ville de Testville' },
  adopted: false,
  demonstration: true,
  timeZone: 'America/Toronto',
  clockText: (language) => (language === 'en' ? 'Monday 3 June 2019, 09:00' : 'lundi 3 juin 2019, 9 h 00'),
  baseUrl: 'http://localhost',
  mailFrom: 'plan@example.org',
  stylesheet: '/assets/style.css',
  script: (name) => `/assets/${name}.js`,
  scriptText: (name) => `/* ${name} */`,
  navigation: [],
  footer: [],
  staffNavigation: [],
};
