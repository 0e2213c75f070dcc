import type { Language } from '../words.ts';

const english = {
  yes: 'Yes',
  no: 'No',
  required: 'required',
  optional: 'optional',
  other: 'Other answer',
  choose: 'Choose an answer',
  answer: (number: number) => `Answer ${number}`,
  amount: 'Amount',
  unit: 'Unit',
  addAnswer: 'Add another answer',
  addGroup: 'Add another',
  removeGroup: (number: number) => `Remove ${number}`,
  unresolved: 'The list of answers is kept elsewhere and is not at hand.',
  notAnswered: 'not answered',
  fileKept: (name: string) => `File on record: ${name}`,
  file: 'file',
  more: 'More about this',
  send: 'Continue',
  chooseOne: 'Choose one.',
  chooseAny: 'Choose all that apply.',
  onlyIf: (all: boolean, conditions: readonly string[]) => `Only if ${conditions.join(all ? ' and ' : ' or ')}:`,
  condition: (question: string, operator: string, answer: string) => (operator === 'exists' ? `${question} is ${answer === 'true' ? 'answered' : 'not answered'}` : `${question} ${operator === '!=' ? 'is not' : operator === '=' ? 'is' : operator} “${answer}”`),
  moreRows: 'Use another sheet for more.',
};

type Words = typeof english;

const french: Words = {
  yes: 'Oui',
  no: 'Non',
  required: 'obligatoire',
  optional: 'facultatif',
  other: 'Autre réponse',
  choose: 'Choisissez une réponse',
  answer: (number) => `Réponse ${number}`,
  amount: 'Quantité',
  unit: 'Unité',
  addAnswer: 'Ajouter une réponse',
  addGroup: 'Ajouter un autre',
  removeGroup: (number) => `Retirer ${number}`,
  unresolved: 'La liste des réponses se trouve ailleurs et n’est pas disponible.',
  notAnswered: 'sans réponse',
  fileKept: (name) => `Fichier au dossier : ${name}`,
  file: 'fichier',
  more: 'En savoir plus',
  send: 'Continuer',
  chooseOne: 'Choisissez une réponse.',
  chooseAny: 'Cochez toutes les réponses qui s’appliquent.',
  onlyIf: (all, conditions) => `Seulement si ${conditions.join(all ? ' et ' : ' ou ')} :`,
  condition: (question, operator, answer) => (operator === 'exists' ? `${question} ${answer === 'true' ? 'a une réponse' : 'est sans réponse'}` : `${question} ${operator === '!=' ? 'n’est pas' : operator === '=' ? 'est' : operator} « ${answer} »`),
  moreRows: 'Utilisez une autre feuille au besoin.',
};

export type FormWords = Words;

export function formWords(language: Language): FormWords {
  return language === 'fr' ? french : english;
}
