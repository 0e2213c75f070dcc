import type { Words } from '#app/platform/language/language.ts';

const en = {
  lead: 'Filled from the record. Correct it with the person: nothing of it is kept. Services that refused the person stay struck out for a while.',
  need: 'What is needed now', anyNeed: 'Anything', known: 'What is known of the person', nothingKnown: 'nothing yet', age: 'Age', years: (age: string) => `${age} years`, municipality: 'Lives in', unsaid: 'Not known', languages: 'Speaks', facts: 'What is so for the person', free: 'Only services without a charge', yes: 'Yes',
  fits: (n: number) => (n === 1 ? '1 service fits' : `${n} services fit`), asks: (n: number) => (n === 1 ? '1 service may fit: ask the person' : `${n} services may fit: ask the person`), misses: (n: number) => (n === 1 ? '1 service does not fit, and why' : `${n} services do not fit, and why`),
  closed: (n: number) => (n === 1 ? '1 more service that nobody can be referred to from here' : `${n} more services that nobody can be referred to from here`), nothing: 'No service fits for certain.', nothingHint: 'Take away a wish, or look among those that may fit.',
  why: 'Why it fits', whyNot: 'Why not', ask: 'To ask', noReferrals: 'It takes no referrals. The person goes or calls herself.', stale: 'Its entry was not checked within a year. Ask whoever keeps it to check it; then it is offered again.', entry: 'Entry in the directory', consent: 'Consent to be asked first',
};
export const chooseWords: Words<typeof en> = {
  en,
  fr: {
    lead: 'Rempli d’après le dossier. Corrigez avec la personne : rien n’en est conservé. Les services qui ont refusé la personne restent barrés un certain temps.',
    need: 'Ce qu’il faut maintenant', anyNeed: 'Peu importe', known: 'Ce que l’on sait de la personne', nothingKnown: 'rien encore', age: 'Âge', years: (age) => `${age} ans`, municipality: 'Habite à', unsaid: 'Inconnu', languages: 'Parle', facts: 'Ce qui est le cas pour la personne', free: 'Seulement les services sans frais', yes: 'Oui',
    fits: (n) => (n === 1 ? '1 service convient' : `${n} services conviennent`), asks: (n) => (n === 1 ? '1 service convient peut-être : demandez à la personne' : `${n} services conviennent peut-être : demandez à la personne`), misses: (n) => (n === 1 ? '1 service ne convient pas, et pourquoi' : `${n} services ne conviennent pas, et pourquoi`),
    closed: (n) => (n === 1 ? '1 autre service vers lequel on ne peut pas aiguiller d’ici' : `${n} autres services vers lesquels on ne peut pas aiguiller d’ici`), nothing: 'Aucun service ne convient à coup sûr.', nothingHint: 'Enlevez un souhait, ou cherchez parmi ceux qui conviennent peut-être.',
    why: 'Pourquoi il convient', whyNot: 'Pourquoi il ne convient pas', ask: 'À demander', noReferrals: 'Il n’accepte pas d’aiguillages. La personne s’y rend ou téléphone elle-même.', stale: 'Sa fiche n’a pas été vérifiée depuis un an. Demandez à qui la tient de la vérifier; le service sera alors offert de nouveau.', entry: 'Fiche du répertoire', consent: 'Consentement à demander d’abord',
  },
};
