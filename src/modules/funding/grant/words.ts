import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'What the fund gave', lead: 'Every grant that a source or this program knows, with what it serves. The files are open data.', calls: 'Calls of the fund',
  totals: (n: number, sum: string, paid: string) => `${n === 1 ? '1 grant' : `${n} grants`} given here: ${sum}, of which ${paid} has been handed over for payment.`, noneHere: 'No grant has been given here yet.',
  byPriority: 'Money by priority', byTable: 'Money by table', byPlace: 'Money by municipality', byPopulation: 'Money by whom it serves', divided: 'A grant that serves several is divided evenly among them, so that the parts add up.', serves: 'Serves', grants: 'Grants', amount: 'Amount', unnamed: 'Not named', total: 'Total', noTable: 'No table',
  here: 'Grants given here', number: 'Number', recipient: 'Organisation', project: 'Project', from: 'From the reserve for emerging issues', demo: 'made up',
  outcomes: 'What a person served has cost', outcomesLead: 'Only where the final report was accepted and at least six people were served: what was spent of the grant, divided by the people served. It counts no effect, and grants of different kinds should not be compared by it.', noOutcomes: 'No final report of six people or more has been accepted yet, so no such number is shown.', people: 'People served', spent: 'Spent', perPerson: 'Per person',
  years: 'Earlier years', year: 'Year', about: 'about', note: 'Note', known: 'Grants that sources name', noAmount: 'not given in the source', forYears: (n: number) => (n === 1 ? '' : `over ${n} years`), purpose: 'For', sources: 'Source', json: 'Grants in the form of 360Giving (JSON)', csv: 'Grants as a table (CSV)', jsonNote: 'Grants whose amount no source gives are left out of the files.',
};
export const grantWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ce que le fonds a accordé', lead: 'Chaque subvention connue d’une source ou de ce programme, avec ce qu’elle sert. Les fichiers sont des données ouvertes.', calls: 'Appels du fonds',
    totals: (n, sum, paid) => `${n === 1 ? '1 subvention accordée' : `${n} subventions accordées`} ici\u00a0: ${sum}, dont ${paid} transmis pour versement.`, noneHere: 'Aucune subvention n’a encore été accordée ici.',
    byPriority: 'Sommes par priorité', byTable: 'Sommes par table', byPlace: 'Sommes par municipalité', byPopulation: 'Sommes selon qui est servi', divided: 'Une subvention qui en sert plusieurs est divisée également entre eux, afin que les parts donnent le total.', serves: 'Sert', grants: 'Subventions', amount: 'Somme', unnamed: 'Non précisé', total: 'Total', noTable: 'Aucune table',
    here: 'Subventions accordées ici', number: 'Numéro', recipient: 'Organisme', project: 'Projet', from: 'De la réserve pour les enjeux qui surgissent', demo: 'inventé',
    outcomes: 'Ce qu’a coûté une personne servie', outcomesLead: 'Seulement si le rapport final a été accepté et qu’au moins six personnes ont été servies\u00a0: ce qui a été dépensé de la subvention, divisé par les personnes servies. Ce nombre ne mesure aucun effet et ne permet pas de comparer des subventions de genres différents.', noOutcomes: 'Aucun rapport final de six personnes ou plus n’a encore été accepté; aucun nombre de ce genre n’est donc affiché.', people: 'Personnes servies', spent: 'Dépensé', perPerson: 'Par personne',
    years: 'Années précédentes', year: 'Année', about: 'environ', note: 'Note', known: 'Subventions nommées par des sources', noAmount: 'non donnée par la source', forYears: (n) => (n === 1 ? '' : `sur ${n} ans`), purpose: 'Pour', sources: 'Source', json: 'Subventions sous la forme de 360Giving (JSON)', csv: 'Subventions en tableau (CSV)', jsonNote: 'Les subventions dont aucune source ne donne la somme ne sont pas dans les fichiers.',
  },
};
