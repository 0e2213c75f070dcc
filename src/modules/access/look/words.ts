import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Who has looked at this record', lead: 'Each time somebody opened, searched or changed the record, newest first. It can be printed and given to the person. No names of staff and no text of the record stand here.',
  when: 'When', agency: 'Organisation', role: 'Role', what: 'What', section: 'Section', changed: 'Worked on the record', masked: 'withheld', refused: 'refused', other: 'Staff',
  roles: { 'intake-worker': 'Intake worker', clinician: 'Clinician', 'access-supervisor': 'Supervisor', coordinator: 'Coordinator', 'privacy-officer': 'Privacy officer', volunteer: 'Volunteer' } as Readonly<Record<string, string>>,
  actions: { 'access.open-person': 'Opened the record', 'access.read-section': 'Read a section', 'access.search-persons': 'Searched, and saw the name', 'access.search-elsewhere': 'Searched, and learned that a record fits', 'access.list-looks': 'Asked who has looked', 'access.break-glass': 'Broke the glass',
    'access.list-consents': 'Opened the consents', 'access.enter-person': 'Entered the person', 'access.open-care-plan': 'Opened the care plan', 'access.list-assessments': 'Opened the list of assessments', 'access.read-assessment': 'Read an assessment', 'access.read-alert': 'Opened a safety alert', 'access.import-person': 'Brought it up to date from a file', 'access.export-person': 'Gave it out in a file' } as Readonly<Record<string, string>>,
};
export const lookWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Qui a consulté ce dossier', lead: 'Chaque fois que quelqu’un a ouvert, cherché ou modifié le dossier, du plus récent au plus ancien. La liste peut être imprimée et remise à la personne. Aucun nom du personnel ni texte du dossier n’y figure.',
    when: 'Quand', agency: 'Organisme', role: 'Rôle', what: 'Quoi', section: 'Section', changed: 'A travaillé sur le dossier', masked: 'non communiqué', refused: 'refusé', other: 'Personnel',
    roles: { 'intake-worker': 'Accueil', clinician: 'Intervention clinique', 'access-supervisor': 'Supervision', coordinator: 'Coordination', 'privacy-officer': 'Protection de la vie privée', volunteer: 'Bénévolat' },
    actions: { 'access.open-person': 'A ouvert le dossier', 'access.read-section': 'A lu une section', 'access.search-persons': 'A cherché et vu le nom', 'access.search-elsewhere': 'A cherché et appris qu’un dossier correspond', 'access.list-looks': 'A demandé qui a consulté', 'access.break-glass': 'A utilisé l’accès d’exception',
      'access.list-consents': 'A ouvert les consentements', 'access.enter-person': 'A inscrit la personne', 'access.open-care-plan': 'A ouvert le plan de services', 'access.list-assessments': 'A ouvert la liste des évaluations', 'access.read-assessment': 'A lu une évaluation', 'access.read-alert': 'A ouvert une alerte de sécurité', 'access.import-person': 'L’a mis à jour d’après un fichier', 'access.export-person': 'L’a remis dans un fichier' },
  },
};
