import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Themes', lead: 'A small tree: themes and their parts. Coders type the numbers.',
  caption: 'Themes with their numbers', number: 'Number', theme: 'Theme', answers: 'Answers',
  none: 'No theme yet.',
  merged: 'Merged', mergedInto: (name: string) => `into “${name}”`,
  add: 'Add a theme', nameEn: 'Name in English', nameFr: 'Name in French', parent: 'Part of', top: 'A theme of its own', save: 'Add',
  missingName: 'Give the name in both languages', longName: 'Up to 120 characters',
  rename: 'Rename', renameHint: 'Earlier names are kept.', earlier: 'Earlier names',
  merge: 'Merge into another theme', mergeLead: 'Its codes count for the other one from then on. It can be undone.', into: 'Into which theme?', missingInto: 'Choose a theme',
  refusals: { same: 'A theme cannot be merged into itself.', 'other-consultation': 'That theme belongs to another consultation.', 'merged-already': 'One of them is merged already.', 'has-children': 'It has parts; merge these first.', 'holds-merged': 'Others were merged into it; let these stand again first.', 'has-answers': 'It says what was done. Give that to the other theme and remove it here first: it would no longer be shown.' },
  unmerge: 'Let it stand again',
  done: 'What was done', doneLead: 'Shown with the theme in the published report. States follow the plan.',
  noAnswer: 'No answer yet.', remove: 'Remove',
  answer: 'Add an answer', kind: 'What answers it?',
  kinds: { priority: 'A key issue of the plan', milestone: 'A milestone', issue: 'An issue that somebody raised, by its reference', no: 'We do not act on it, for this reason' },
  priority: 'Key issue', milestone: 'Milestone', reference: 'Reference of the issue', choose: 'Choose',
  wordsEn: 'In words, English', wordsFr: 'In words, French', wordsHint: 'Needed for a no; otherwise as you like. In both languages.',
  missingKind: 'Say what answers it', missingTarget: 'Choose the key issue, the milestone or the issue', missingWords: 'Write the reason in both languages', oneLanguage: 'Write it in both languages, or in neither', longWords: 'Up to 1,000 characters',
};

export const themeWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Thèmes', lead: 'Un petit arbre : des thèmes et leurs parties. Les codeurs en tapent les numéros.',
    caption: 'Thèmes et leurs numéros', number: 'Numéro', theme: 'Thème', answers: 'Réponses',
    none: 'Aucun thème pour l’instant.',
    merged: 'Fusionnés', mergedInto: (name) => `avec « ${name} »`,
    add: 'Ajouter un thème', nameEn: 'Nom en anglais', nameFr: 'Nom en français', parent: 'Partie de', top: 'Un thème à part entière', save: 'Ajouter',
    missingName: 'Donnez le nom dans les deux langues', longName: 'Au plus 120 caractères',
    rename: 'Renommer', renameHint: 'Les noms antérieurs sont conservés.', earlier: 'Noms antérieurs',
    merge: 'Fusionner avec un autre thème', mergeLead: 'Ses codes compteront dès lors pour l’autre. On peut revenir en arrière.', into: 'Avec quel thème?', missingInto: 'Choisissez un thème',
    refusals: { same: 'Un thème ne peut être fusionné avec lui-même.', 'other-consultation': 'Ce thème appartient à une autre consultation.', 'merged-already': 'L’un d’eux est déjà fusionné.', 'has-children': 'Il a des parties; fusionnez-les d’abord.', 'holds-merged': 'D’autres y ont été fusionnés; rétablissez-les d’abord.', 'has-answers': 'Il dit ce qui a été fait. Donnez-le à l’autre thème et retirez-le ici d’abord : il ne serait plus affiché.' },
    unmerge: 'Le rétablir',
    done: 'Ce qui a été fait', doneLead: 'Affiché avec le thème dans le rapport publié. Les états suivent le plan.',
    noAnswer: 'Sans réponse pour l’instant.', remove: 'Retirer',
    answer: 'Ajouter une réponse', kind: 'Qu’est-ce qui y répond?',
    kinds: { priority: 'Un enjeu clé du plan', milestone: 'Un jalon', issue: 'Un enjeu soulevé, selon son numéro de référence', no: 'Nous n’y donnons pas suite, pour cette raison' },
    priority: 'Enjeu clé', milestone: 'Jalon', reference: 'Numéro de référence de l’enjeu', choose: 'Choisir',
    wordsEn: 'En mots, en anglais', wordsFr: 'En mots, en français', wordsHint: 'Obligatoire pour un refus; sinon, à votre gré. Dans les deux langues.',
    missingKind: 'Indiquez ce qui y répond', missingTarget: 'Choisissez l’enjeu clé, le jalon ou l’enjeu', missingWords: 'Écrivez la raison dans les deux langues', oneLanguage: 'Écrivez dans les deux langues, ou dans aucune', longWords: 'Au plus 1 000 caractères',
  },
};
