import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Forms', lead: 'What an application and the reports of a grant are asked. They can be changed until the call opens; each report keeps the version that it answered.', publicTitle: 'Reports that a grant owes', publicLead: 'What each report asks, so that you know before you apply. Every report but the follow-up also asks how much was spent and how many people were served.',
  stages: { interim: 'Report of a year', final: 'Final report', 'follow-up': 'Follow-up report' }, application: (category: string) => `Application: ${category}`,
  when: { interim: 'After each year of the project but the last', final: 'After the end of the project' }, later: (months: number) => (months === 1 ? 'One month after the end of the project' : `${months} months after the end of the project`), noFollow: 'No follow-up is asked for.',
  version: (n: number) => `Version ${n}`, count: (n: number) => (n === 1 ? '1 question' : `${n} questions`), what: 'What you can do', edit: 'Change the questions', preview: 'Look at the form', add: 'Ask for a follow-up', form: 'Form', questions: 'Questions',
  question: (n: number) => `Question ${n}`, fresh: 'New question', textEn: 'Question in English', textFr: 'Question in French', kind: 'Kind of answer', kinds: { text: 'Text', number: 'Whole number', money: 'Amount of money', choice: 'One of several choices', 'yes-no': 'Yes or no' }, needed: 'Answer needed', must: 'A form cannot be sent without it',
  choicesEn: 'Choices in English', choicesFr: 'Choices in French', choicesHint: 'Only for a choice: one a line, in the same order in both languages', place: 'Place', placeHint: 'Lower numbers come first', empty: 'Leave both texts empty to take a question away.',
  months: 'Months after the end of the project', save: 'Save as a new version', more: 'More questions', back: 'Back to the call', optional: '(optional)',
  bothNeeded: 'Write the question in both languages, in 500 characters or fewer', badChoices: 'Give two to twenty choices, as many in French as in English', badMonths: 'Give a whole number from 1 to 36', none: 'Write at least one question', many: 'A form has at most 40 questions',
  file: 'These questions came as a file and hold more than can be changed here. Saving replaces them by the questions below.', previewLead: 'This is what whoever fills it in will see. Nothing that is typed here is kept.', fixed: 'Every report of a year and the final report also ask:',
};
export const formWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Formulaires', lead: 'Ce que demandent une candidature et les rapports d’une subvention. Ils peuvent être modifiés jusqu’à l’ouverture de l’appel; chaque rapport garde la version à laquelle il a répondu.', publicTitle: 'Rapports dus pour une subvention', publicLead: 'Ce que demande chaque rapport, pour que vous le sachiez avant de présenter une demande. Chaque rapport, sauf le rapport de suivi, demande aussi combien a été dépensé et combien de personnes ont été servies.',
    stages: { interim: 'Rapport d’une année', final: 'Rapport final', 'follow-up': 'Rapport de suivi' }, application: (category) => `Demande\u00a0: ${category}`,
    when: { interim: 'Après chaque année du projet, sauf la dernière', final: 'Après la fin du projet' }, later: (months) => (months === 1 ? 'Un mois après la fin du projet' : `${months} mois après la fin du projet`), noFollow: 'Aucun suivi n’est demandé.',
    version: (n) => `Version ${n}`, count: (n) => (n === 1 ? '1 question' : `${n} questions`), what: 'Ce que vous pouvez faire', edit: 'Modifier les questions', preview: 'Voir le formulaire', add: 'Demander un suivi', form: 'Formulaire', questions: 'Questions',
    question: (n) => `Question ${n}`, fresh: 'Nouvelle question', textEn: 'Question en anglais', textFr: 'Question en français', kind: 'Genre de réponse', kinds: { text: 'Texte', number: 'Nombre entier', money: 'Somme d’argent', choice: 'Un choix parmi plusieurs', 'yes-no': 'Oui ou non' }, needed: 'Réponse obligatoire', must: 'Le formulaire ne peut être envoyé sans elle',
    choicesEn: 'Choix en anglais', choicesFr: 'Choix en français', choicesHint: 'Seulement pour un choix\u00a0: un par ligne, dans le même ordre dans les deux langues', place: 'Rang', placeHint: 'Les plus petits nombres viennent d’abord', empty: 'Laissez les deux textes vides pour retirer une question.',
    months: 'Mois après la fin du projet', save: 'Enregistrer comme nouvelle version', more: 'Plus de questions', back: 'Retour à l’appel', optional: '(facultatif)',
    bothNeeded: 'Écrivez la question dans les deux langues, en au plus 500 caractères', badChoices: 'Donnez de deux à vingt choix, autant en français qu’en anglais', badMonths: 'Indiquez un nombre entier de 1 à 36', none: 'Écrivez au moins une question', many: 'Un formulaire compte au plus 40 questions',
    file: 'Ces questions viennent d’un fichier et contiennent plus que ce qui peut être modifié ici. L’enregistrement les remplace par les questions ci-dessous.', previewLead: 'C’est ce que voit la personne qui le remplit. Rien de ce qui est saisi ici n’est gardé.', fixed: 'Chaque rapport d’une année et le rapport final demandent aussi\u00a0:',
  },
};
