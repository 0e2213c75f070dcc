import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Act now: somebody may not be safe', titleDone: 'Safety alert: somebody has acted', nowTitle: 'What to do now',
  now: [
    'Stay with the person, in the room or on the line. Do not leave them alone while there is danger.',
    'Ask plainly: “Are you thinking about ending your life?” or “Are you in danger right now?” Asking does not put the thought into anybody’s head.',
    'If there is danger now, or somebody may be hurt, call 911 together.',
    'With thoughts of suicide, call or text 9-8-8 together and let the person speak.',
    'Where somebody else is the danger, move to a safe place before you go on with any form.',
    'Tell your supervisor today. Then write below what was done.',
  ],
  why: 'Why you see this', answered: (question: string, answer: string) => `“${question}” was answered with “${answer}”.`, withheld: 'The answer is withheld at the person’s direction. In an emergency the glass can be broken.', byPerson: 'The person filled in the form alone.', at: 'Answered at',
  doneTitle: 'Say what was done', doneLead: 'This task stays with you and the supervisors until somebody has answered. It cannot be closed in any other way.',
  outcome: 'What was done?', note: 'In your own words', noteHint: 'What the person said, what you agreed, who knows of it. At least ten letters.',
  outcomes: { 'safe-now': 'We talked; the person is safe for now', 'plan-made': 'We made a plan for safety together', 'crisis-line': 'We called or texted 9-8-8 together', emergency: 'Emergency services were called (911)', 'handed-over': 'A clinician or another service took over, in person or by phone',
    'not-reached': 'The person could not be reached; who tries next stands below', mistake: 'The answer was given or entered by mistake; I asked the person' } as Readonly<Record<string, string>>,
  record: 'Record what was done', noOutcome: 'Choose what was done', shortNote: 'Write at least ten letters about what was done', longNote: 'Up to 2,000 characters',
  done: 'What was done', by: 'By', back: 'Back to the form', toList: 'Assessments of this person', taken: 'Somebody has answered this in the meantime. What they wrote stands here; what you typed is below and was not saved.',
  mailSubject: 'A task for today', mailText: (url: string) => `There is a task for today that cannot wait until tomorrow. Please open your day:\n\n${url}\n\nFor reasons of privacy this mail says no more.`,
};
export const alertWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Agissez maintenant : une personne est peut-être en danger', titleDone: 'Alerte de sécurité : quelqu’un a agi', nowTitle: 'Que faire maintenant',
    now: [
      'Restez avec la personne, sur place ou au téléphone. Ne la laissez pas seule tant qu’il y a un danger.',
      'Demandez franchement : « Pensez-vous à mettre fin à vos jours? » ou « Êtes-vous en danger en ce moment? » Poser la question ne donne l’idée à personne.',
      'S’il y a un danger immédiat, ou si quelqu’un risque d’être blessé, composez le 911 ensemble.',
      'En cas d’idées suicidaires, appelez ou textez le 9-8-8 ensemble et laissez la personne parler.',
      'Si le danger vient d’une autre personne, mettez-vous à l’abri avant de poursuivre un formulaire.',
      'Avertissez votre superviseur aujourd’hui. Inscrivez ensuite ci-dessous ce qui a été fait.',
    ],
    why: 'Pourquoi cette page', answered: (question, answer) => `La réponse à « ${question} » est « ${answer} ».`, withheld: 'La réponse n’est pas communiquée, à la demande de la personne. En cas d’urgence, il existe un accès d’exception.', byPerson: 'La personne a rempli le formulaire elle-même.', at: 'Réponse donnée le',
    doneTitle: 'Dites ce qui a été fait', doneLead: 'Cette tâche reste à votre charge et à celle de la supervision jusqu’à ce que quelqu’un ait répondu. Elle ne peut pas être fermée autrement.',
    outcome: 'Qu’est-ce qui a été fait?', note: 'Dans vos propres mots', noteHint: 'Ce que la personne a dit, ce que vous avez convenu, qui est au courant. Au moins dix lettres.',
    outcomes: { 'safe-now': 'Nous avons parlé; la personne est en sécurité pour le moment', 'plan-made': 'Nous avons fait ensemble un plan de sécurité', 'crisis-line': 'Nous avons appelé ou texté le 9-8-8 ensemble', emergency: 'Les services d’urgence ont été appelés (911)', 'handed-over': 'Un clinicien ou un autre service a pris le relais, en personne ou par téléphone',
      'not-reached': 'La personne n’a pas pu être jointe; la suite est indiquée ci-dessous', mistake: 'La réponse a été donnée ou inscrite par erreur; j’ai posé la question à la personne' },
    record: 'Inscrire ce qui a été fait', noOutcome: 'Choisissez ce qui a été fait', shortNote: 'Écrivez au moins dix lettres sur ce qui a été fait', longNote: 'Au plus 2 000 caractères',
    done: 'Ce qui a été fait', by: 'Par', back: 'Retour au formulaire', toList: 'Évaluations de cette personne', taken: 'Quelqu’un a répondu entre-temps. Sa réponse figure ici; votre texte se trouve ci-dessous et n’a pas été enregistré.',
    mailSubject: 'Une tâche pour aujourd’hui', mailText: (url) => `Une tâche d’aujourd’hui ne peut pas attendre à demain. Ouvrez votre journée :\n\n${url}\n\nPour protéger la vie privée, ce courriel n’en dit pas plus.`,
  },
};
