export { answerText, questionText } from '#app/methods/questionnaire/answer-text.ts';
