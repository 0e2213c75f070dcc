import type { NavigationGroup, NavigationItem } from '#app/ui/page-frame.ts';

/** The way around for everybody. */
export const navigation: readonly NavigationItem[] = [
  { key: 'find-help', path: '/find-help', label: { en: 'Find help', fr: 'Trouver de l’aide' }, help: true },
  { key: 'points', path: '/access/points', label: { en: 'Ask for help', fr: 'Demander de l’aide' }, help: true },
  { key: 'plan', path: '/plan', label: { en: 'The plan', fr: 'Le plan' } },
  { key: 'issues', path: '/engagement/issues', label: { en: 'Bring an issue forward', fr: 'Soulever un enjeu' } },
  { key: 'bodies', path: '/governance/bodies', label: { en: 'Who works on it', fr: 'Qui y travaille' } },
  { key: 'figures', path: '/plan/figures', label: { en: 'Figures', fr: 'Chiffres' } },
  { key: 'indicators', path: '/insight/indicators', label: { en: 'Indicators', fr: 'Indicateurs' } },
];

export const footer: readonly NavigationItem[] = [
  { key: 'updates', path: '/engagement/subscriptions', label: { en: 'Updates by e-mail', fr: 'Nouvelles par courriel' } },
  { key: 'about', path: '/plan/about', label: { en: 'About the plan', fr: 'À propos du plan' } },
  { key: 'events', path: '/engagement/events', label: { en: 'Public meetings', fr: 'Rencontres publiques' } },
  { key: 'said', path: '/engagement/consultations', label: { en: 'What you said', fr: 'Ce que vous avez dit' } },
  { key: 'documents', path: '/plan/documents', label: { en: 'Reports', fr: 'Rapports' } },
  { key: 'duties', path: '/plan/duties', label: { en: 'Legal duties', fr: 'Obligations légales' } },
  { key: 'published', path: '/insight/publications', label: { en: 'Published reports', fr: 'Rapports publiés' } },
  { key: 'alerts', path: '/insight/alerts', label: { en: 'Overdose alerts', fr: 'Alertes aux surdoses' } },
  { key: 'alcohol', path: '/insight/alcohol', label: { en: 'Alcohol in our community', fr: 'L’alcool dans notre communauté' } },
  { key: 'open-data', path: '/insight/open-data', label: { en: 'Open data', fr: 'Données ouvertes' } },
  { key: 'protection', path: '/insight/releases/protection', label: { en: 'How small numbers are protected', fr: 'Protection des petits nombres' } },
  { key: 'situation', path: '/situation', label: { en: 'Situation Table', fr: 'Table de situation' } },
  { key: 'sources', path: '/plan/sources', label: { en: 'Sources', fr: 'Sources' } },
  { key: 'surveys', path: '/engagement/surveys', label: { en: 'Surveys', fr: 'Sondages' } },
  { key: 'fund', path: '/funding/calls', label: { en: 'Community fund', fr: 'Fonds communautaire' } },
  { key: 'pilots', path: '/funding/pilots', label: { en: 'Pilots with youth leaving care', fr: 'Pilotes avec des jeunes quittant la prise en charge' } },
  { key: 'own-plan', path: '/funding/own-plan', label: { en: 'Your own plan', fr: 'Mon plan à moi' } },
  { key: 'outreach', path: '/access/outreach/refer', label: { en: 'An older adult is alone', fr: 'Une personne aînée est seule' } },
  { key: 'follow', path: '/engagement/issues/follow', label: { en: 'Follow an issue', fr: 'Suivre un enjeu' } },
  { key: 'follow-request', path: '/access/follow-intake', label: { en: 'Follow your request for help', fr: 'Suivre votre demande d’aide' } },
  { key: 'follow-referral', path: '/access/follow', label: { en: 'Follow your referral', fr: 'Suivre votre aiguillage' } },
  { key: 'training', path: '/review/training', label: { en: 'Training of police officers', fr: 'Formation policière' } },
  { key: 'sealed-report', path: '/review/sealed-report', label: { en: 'Sexual violence: write without your name', fr: 'Violence sexuelle : écrire sans donner son nom' } },
  { key: 'accessibility', path: '/plan/accessibility', label: { en: 'Accessibility', fr: 'Accessibilité' } },
  { key: 'privacy', path: '/plan/privacy', label: { en: 'Privacy', fr: 'Vie privée' } },
  { key: 'sign-in', path: '/commitment/my-day', label: { en: 'Staff sign-in', fr: 'Accès du personnel' } },
];

/** The work of staff; each sees what her roles open. */
export function staffNavigation(keepsMailHere: boolean): readonly NavigationGroup[] {
  const office = ['plan-manager'];
  return [
    { items: [{ key: 'my-day', path: '/commitment/my-day', label: { en: 'My day', fr: 'Ma journée' } },
      { key: 'obligations', path: '/commitment/obligations', label: { en: 'Everything promised', fr: 'Tout ce qui est promis' } }] },
    {
      label: { en: 'Plan', fr: 'Plan' },
      items: [
        { key: 'inbox', path: '/engagement/issues/inbox', label: { en: 'Issues raised', fr: 'Enjeux soulevés' }, roles: office },
        { key: 'leadership', path: '/engagement/issues/leadership', label: { en: 'For the leadership group', fr: 'Pour le groupe de leadership' }, roles: ['plan-manager', 'leadership-member'] },
        { key: 'leadership-view', path: '/governance/leadership', label: { en: 'Promised and kept', fr: 'Promesses et suites' }, roles: ['plan-manager', 'leadership-member'] },
        { key: 'call', path: '/engagement/issues/call', label: { en: 'A call to 311', fr: 'Un appel au 311' }, roles: ['operator-311', 'plan-manager'] },
        { key: 'milestones', path: '/plan/milestones', label: { en: 'Milestones', fr: 'Jalons' }, roles: ['plan-manager', 'table-chair'] },
        { key: 'duties', path: '/plan/duties/office', label: { en: 'Legal duties', fr: 'Obligations légales' }, roles: office },
        { key: 'keep-indicators', path: '/insight/indicators/office', label: { en: 'Indicators', fr: 'Indicateurs' }, roles: ['plan-manager', 'analyst'] },
        { key: 'publications', path: '/insight/publications/drafts', label: { en: 'Reports to council', fr: 'Rapports au conseil' }, roles: ['plan-manager', 'leadership-member'] },
        { key: 'releases', path: '/insight/releases', label: { en: 'Counts for publication', fr: 'Nombres à publier' }, roles: ['plan-manager', 'analyst'] },
      ],
    },
    {
      label: { en: 'Data', fr: 'Données' },
      items: [
        { key: 'datasets', path: '/insight/datasets', label: { en: 'Datasets', fr: 'Jeux de données' }, roles: ['analyst'] },
        { key: 'computations', path: '/insight/computations', label: { en: 'Computed figures', fr: 'Chiffres calculés' }, roles: ['analyst'] },
        { key: 'alcohol-runs', path: '/insight/alcohol/runs', label: { en: 'Shares due to alcohol', fr: 'Parts attribuables à l’alcool' }, roles: ['plan-manager', 'analyst'] },
        { key: 'statements', path: '/insight/statements', label: { en: 'Statements of the alcohol report', fr: 'Énoncés du rapport sur l’alcool' }, roles: ['plan-manager', 'analyst'] },
      ],
    },
    {
      label: { en: 'Tables', fr: 'Tables' },
      items: [
        { key: 'meetings', path: '/governance/meetings', label: { en: 'Meetings', fr: 'Réunions' }, roles: ['plan-manager', 'table-chair', 'leadership-member', 'partner'] },
        { key: 'situation', path: '/situation', label: { en: 'Situation Table', fr: 'Table de situation' }, roles: ['table-chair', 'table-member', 'plan-manager'] },
        { key: 'keep-bodies', path: '/governance/bodies/keep', label: { en: 'Bodies and members', fr: 'Instances et membres' }, roles: ['plan-manager', 'table-chair'] },
      ],
    },
    {
      label: { en: 'Fund', fr: 'Fonds' },
      items: [
        { key: 'fund-calls', path: '/funding/calls/office', label: { en: 'Calls of the fund', fr: 'Appels du fonds' }, roles: ['fund-officer', 'plan-manager'] },
        { key: 'fund-scores', path: '/funding/reviews/mine', label: { en: 'Applications to score', fr: 'Demandes à noter' }, roles: ['fund-scorer'] },
        { key: 'fund-payments', path: '/funding/payments', label: { en: 'Payments of the fund', fr: 'Versements du fonds' }, roles: ['fund-officer', 'plan-manager'] },
      ],
    },
    {
      label: { en: 'Voice', fr: 'Parole' },
      items: [
        { key: 'surveys', path: '/engagement/surveys/office', label: { en: 'Surveys', fr: 'Sondages' }, roles: ['plan-manager', 'analyst'] },
        { key: 'office-events', path: '/engagement/events/office', label: { en: 'Public meetings', fr: 'Rencontres publiques' }, roles: ['plan-manager', 'analyst'] },
        { key: 'voice', path: '/engagement/consultations/work', label: { en: 'What people said', fr: 'Ce que les gens ont dit' }, roles: ['plan-manager', 'analyst'] },
        { key: 'bulletins', path: '/engagement/bulletins', label: { en: 'Bulletins', fr: 'Bulletins' }, roles: office },
        ...(keepsMailHere ? [{ key: 'outbox', path: '/outbox', label: { en: 'Outbox (demonstration)', fr: 'Boîte d’envoi (démonstration)' }, roles: office }] : []),
      ],
    },
    {
      label: { en: 'People who are helped', fr: 'Personnes aidées' },
      items: [
        { key: 'intakes', path: '/access/intakes', label: { en: 'Requests for help', fr: 'Demandes d’aide' }, roles: ['intake-worker', 'access-supervisor'] },
        { key: 'intake-counts', path: '/access/intakes/counts', label: { en: 'How much waits', fr: 'Ce qui attend' }, roles: ['coordinator'] },
        { key: 'hand-offs', path: '/access/hand-offs', label: { en: 'Handed over to us', fr: 'Transferts vers nous' }, roles: ['clinician'] },
        { key: 'persons', path: '/access/persons', label: { en: 'People', fr: 'Personnes' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator'] },
        { key: 'care-plans', path: '/access/care-plans', label: { en: 'Care plans', fr: 'Plans de services' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator'] },
        { key: 'enrolments', path: '/funding/enrolments', label: { en: 'Youth leaving care', fr: 'Jeunes quittant la prise en charge' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator'] },
        { key: 'conformance', path: '/access/care-plans/conformance', label: { en: 'How plans follow the pathway', fr: 'Suivi du parcours' }, roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor'] },
        { key: 'outreach', path: '/access/outreach', label: { en: 'Outreach', fr: 'Services d’approche' }, roles: ['coordinator', 'intake-worker', 'access-supervisor'] },
        { key: 'calls', path: '/access/outreach/calls', label: { en: 'My calls', fr: 'Mes appels' }, roles: ['volunteer', 'coordinator'] },
        { key: 'outreach-results', path: '/access/outreach/results', label: { en: 'What changed for older adults', fr: 'Changements chez les aînés' }, roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] },
        { key: 'list-counts', path: '/access/list-counts', label: { en: 'Lists in numbers', fr: 'Listes en chiffres' }, roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] },
        { key: 'lists', path: '/access/lists', label: { en: 'By-name lists', fr: 'Listes nominatives' }, roles: ['access-supervisor', 'coordinator'] },
        { key: 'vacancies', path: '/access/vacancies', label: { en: 'Vacancies', fr: 'Places libres' }, roles: ['intake-worker', 'access-supervisor', 'coordinator'] },
        { key: 'priorities', path: '/access/priorities', label: { en: 'Who comes first', fr: 'Qui passe d’abord' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'plan-manager', 'analyst', 'leadership-member'] },
        { key: 'exchange', path: '/access/exchange', label: { en: 'Exchange with HIFIS', fr: 'Échange avec le SISA' }, roles: ['access-supervisor', 'coordinator'] },
        { key: 'referrals', path: '/access/referrals', label: { en: 'Referrals', fr: 'Aiguillages' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator'] },
        { key: 'directory', path: '/access/directory/board', label: { en: 'Services and room', fr: 'Services et places' }, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'plan-manager'] },
        { key: 'instruments', path: '/access/instruments', label: { en: 'Assessment forms', fr: 'Formulaires d’évaluation' }, roles: ['access-supervisor'] },
        { key: 'duplicates', path: '/access/duplicates', label: { en: 'Possible duplicates', fr: 'Doublons possibles' }, roles: ['access-supervisor'] },
        { key: 'glass', path: '/access/glass', label: { en: 'Break-glass review', fr: 'Examen des accès d’exception' }, roles: ['privacy-officer'] },
        { key: 'instructions', path: '/access/instructions', label: { en: 'Closed records', fr: 'Dossiers fermés' }, roles: ['privacy-officer'] },
      ],
    },
    {
      label: { en: 'Overdoses', fr: 'Surdoses' },
      items: [
        { key: 'enter-overdose', path: '/insight/overdoses/new', label: { en: 'Enter an overdose', fr: 'Inscrire une surdose' }, roles: ['responder'] },
        { key: 'overdoses', path: '/insight/overdoses', label: { en: 'What was entered', fr: 'Ce qui a été inscrit' }, roles: ['responder', 'alert-keeper', 'analyst'] },
        { key: 'alerts-desk', path: '/insight/alerts/desk', label: { en: 'Overdose alerts', fr: 'Alertes aux surdoses' }, roles: ['alert-keeper', 'analyst'] },
        { key: 'alerts-level', path: '/insight/alerts/level', label: { en: 'Public alert level', fr: 'Niveau public d’alerte' }, roles: ['alert-keeper'] },
        { key: 'alert-rules', path: '/insight/alerts/rules', label: { en: 'Rules of alerts', fr: 'Règles des alertes' }, roles: ['alert-keeper', 'analyst'] },
        { key: 'alert-contacts', path: '/insight/alerts/contacts', label: { en: 'Who is told', fr: 'Qui est averti' }, roles: ['alert-keeper'] },
      ],
    },
    {
      label: { en: 'Response to sexual assault', fr: 'Réponse aux agressions sexuelles' },
      items: [
        { key: 'sealed-desk', path: '/review/sealed-desk', label: { en: 'Sealed reports', fr: 'Signalements scellés' }, roles: ['sealed-reader', 'sealed-chair'] },
        { key: 'review-sessions', path: '/review/sessions', label: { en: 'Case review', fr: 'Examen de dossiers' }, roles: ['case-reviewer', 'police-liaison', 'review-chair'] },
        { key: 'recommendations', path: '/review/recommendations', label: { en: 'Recommendations', fr: 'Recommandations' }, roles: ['case-reviewer', 'police-liaison', 'review-chair', 'plan-manager'] },
        { key: 'training', path: '/review/training/office', label: { en: 'Training of officers', fr: 'Formation policière' }, roles: ['plan-manager', 'police-liaison', 'review-chair'] },
        { key: 'review-years', path: '/review/years', label: { en: 'Counts of a year', fr: 'Nombres d’une année' }, roles: ['police-liaison', 'review-chair'] },
        { key: 'reviewers', path: '/review/reviewers', label: { en: 'Reviewers', fr: 'Réviseurs' }, roles: ['review-chair'] },
        { key: 'oath', path: '/review/oath', label: { en: 'My oath', fr: 'Mon serment' }, roles: ['case-reviewer'] },
      ],
    },
    {
      label: { en: 'Accounts', fr: 'Comptes' },
      items: [
        { key: 'accounts', path: '/identity/accounts', label: { en: 'Accounts', fr: 'Comptes' }, roles: ['administrator'] },
        { key: 'account', path: '/identity/account', label: { en: 'My account', fr: 'Mon compte' } },
      ],
    },
  ];
}
