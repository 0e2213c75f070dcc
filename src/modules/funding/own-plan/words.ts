import type { Words } from '#app/platform/language/language.ts';
import type { Area, GoalState, Proof, Side } from './rules.ts';

const en = {
  title: 'Your own plan', lead: 'Type the code that you got from the person who helps you. Your plan is yours: you see it, change it, print it and take it with you.', code: 'Code', codeHint: 'Ten letters and numbers, such as ABCDE-FGHJK', show: 'Open my plan',
  wrong: 'There is no plan under this code. Check the letters, or ask the person who gave it to you for a new one.', hello: (name: string) => `${name}’s plan`, myPlan: 'My plan', who: (agency: string, mentor: string | null) => (mentor ? `${mentor} of ${agency} is there for you.` : `${agency} is there for you.`),
  carry: 'You can keep using this code after the pilot and after you turn 23. Take a copy with you all the same.', left: (day: string) => `You left the pilot on ${day}. Your plan stays yours.`, counted: 'You agreed that your answers are counted, without your name.', notCounted: 'Your answers are not counted in any report.',
  goals: 'What I want', noGoals: 'No goal stands here yet. Write the first one in your own words.', newGoal: 'Write a new goal', editGoal: 'Change this goal', goal: 'What do you want?', goalHint: 'In your own words.', area: 'Which part of your life is it about?', state: 'Where does it stand?', keep: 'Keep', back: 'Back to my plan',
  areas: { education: 'School, training, work', health: 'Health', identity: 'Who I am and where I belong', relationships: 'People in my life', feelings: 'Feelings', 'self-care': 'Looking after myself' } satisfies Readonly<Record<Area, string>>,
  states: { open: 'I am working on it', reached: 'Reached', 'let-go': 'I let it go' } satisfies Readonly<Record<GoalState, string>>,
  sides: { herself: 'Written by you', worker: 'Suggested by the person who helps you' } satisfies Readonly<Record<Side, string>>,
  steps: 'Steps', addStep: 'Add a step', step: 'What is the step?', due: 'By when? (optional)', dateHint: 'Year-month-day, such as 2026-09-01', dueOn: (day: string) => `by ${day}`, doneOn: (day: string) => `done on ${day}`, tick: 'Done', untick: 'Not done after all',
  proof: 'How is it known?', proofs: { told: 'I say so', document: 'A document', record: 'A record', status: 'Proof of status' } satisfies Readonly<Record<Proof, string>>,
  words: 'How it goes', addWord: 'Write how it goes', word: 'How is it going?', by: { herself: 'you', worker: 'the person who helps you' } satisfies Readonly<Record<Side, string>>,
  ready: 'The basics before 18', readyLead: 'Tick what you have.', readyCount: (have: number, all: number) => `You have ${have} of ${all}.`, readyKeep: 'Keep the list', unconfirmed: 'This list is proposed by this installation. The list of your agency goes first.', since: (day: string) => `since ${day}`,
  take: 'Take it with you', takeLead: 'Print this page, or save your plan as a file. Keep the file where only you can open it.', files: { html: 'Page to keep (HTML)', pdf: 'PDF to print', json: 'Data (JSON)' }, study: 'Show the amounts as if I study', noStudy: 'Show the amounts without study',
  noGoal: 'Write what you want', noArea: 'Choose a part of your life', noStep: 'Write the step', noWord: 'Write how it goes', noDate: 'Type a date such as 2026-09-01, or leave it empty', tooLong: (limit: number) => `Up to ${limit.toLocaleString('en-CA')} characters.`, kept: 'Kept.', gone: 'This is not there any more. Here is your plan as it stands now.',
  born: 'Born', written: 'Plan as of', fileNotice: 'This file is private. It holds what its owner wrote.', kicker: 'My own plan', noSteps: 'No step yet.', stateLabel: 'Where it stands', areaLabel: 'Part of my life',
};
export const ownPlanWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Mon plan à moi', lead: 'Entrez le code que vous a remis la personne qui vous aide. Votre plan est à vous\u00a0: vous le voyez, le modifiez, l’imprimez et l’emportez.', code: 'Code', codeHint: 'Dix lettres et chiffres, par exemple ABCDE-FGHJK', show: 'Ouvrir mon plan',
    wrong: 'Aucun plan ne correspond à ce code. Vérifiez les lettres, ou demandez-en un nouveau à la personne qui vous l’a remis.', hello: (name) => `Le plan de ${name}`, myPlan: 'Mon plan', who: (agency, mentor) => (mentor ? `${mentor}, de l’organisme ${agency}, est là pour vous.` : `L’organisme ${agency} est là pour vous.`),
    carry: 'Ce code reste bon après le projet et après vos 23 ans. Emportez quand même une copie.', left: (day) => `Vous avez quitté le projet le ${day}. Votre plan reste à vous.`, counted: 'Vous avez accepté que vos réponses soient comptées, sans votre nom.', notCounted: 'Vos réponses ne sont comptées dans aucun rapport.',
    goals: 'Ce que je veux', noGoals: 'Aucun but pour l’instant. Écrivez le premier dans vos propres mots.', newGoal: 'Écrire un nouveau but', editGoal: 'Modifier ce but', goal: 'Que voulez-vous?', goalHint: 'Dans vos propres mots.', area: 'De quelle partie de votre vie s’agit-il?', state: 'Où en êtes-vous?', keep: 'Enregistrer', back: 'Revenir à mon plan',
    areas: { education: 'École, formation, travail', health: 'Santé', identity: 'Qui je suis et d’où je viens', relationships: 'Les gens de ma vie', feelings: 'Émotions', 'self-care': 'Prendre soin de moi' },
    states: { open: 'J’y travaille', reached: 'Atteint', 'let-go': 'J’y renonce' }, sides: { herself: 'Écrit par vous', worker: 'Proposé par la personne qui vous aide' },
    steps: 'Étapes', addStep: 'Ajouter une étape', step: 'Quelle est l’étape?', due: 'Pour quand? (facultatif)', dateHint: 'Année-mois-jour, par exemple 2026-09-01', dueOn: (day) => `d’ici le ${day}`, doneOn: (day) => `fait le ${day}`, tick: 'Fait', untick: 'Finalement pas fait',
    proof: 'Comment le sait-on?', proofs: { told: 'Je le dis', document: 'Un document', record: 'Un dossier', status: 'Une preuve de statut' },
    words: 'Comment ça va', addWord: 'Écrire comment ça va', word: 'Comment ça va?', by: { herself: 'vous', worker: 'la personne qui vous aide' },
    ready: 'L’essentiel avant 18 ans', readyLead: 'Cochez ce que vous avez.', readyCount: (have, all) => `Vous avez ${have} élément${have > 1 ? 's' : ''} sur ${all}.`, readyKeep: 'Enregistrer la liste', unconfirmed: 'Cette liste est proposée par cette installation. Celle de votre organisme passe avant.', since: (day) => `depuis le ${day}`,
    take: 'Emporter mon plan', takeLead: 'Imprimez cette page, ou enregistrez votre plan dans un fichier. Gardez le fichier là où vous seule ou vous seul pouvez l’ouvrir.', files: { html: 'Page à garder (HTML)', pdf: 'PDF à imprimer', json: 'Données (JSON)' }, study: 'Afficher les montants comme si j’étudiais', noStudy: 'Afficher les montants sans les études',
    noGoal: 'Écrivez ce que vous voulez', noArea: 'Choisissez une partie de votre vie', noStep: 'Écrivez l’étape', noWord: 'Écrivez comment ça va', noDate: 'Entrez une date comme 2026-09-01, ou laissez vide', tooLong: (limit) => `Au plus ${limit.toLocaleString('fr-CA')} caractères.`, kept: 'Enregistré.', gone: 'Ce n’est plus là. Voici votre plan tel qu’il est maintenant.',
    born: 'Date de naissance', written: 'Plan en date du', fileNotice: 'Ce fichier est privé. Il contient ce que sa ou son propriétaire a écrit.', kicker: 'Mon plan à moi', noSteps: 'Aucune étape pour l’instant.', stateLabel: 'Où j’en suis', areaLabel: 'Partie de ma vie',
  },
};
