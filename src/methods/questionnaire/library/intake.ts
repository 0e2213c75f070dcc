import { head } from './instrument.ts';
import { choice, group, note, ownCopyright, question, safeNow, words } from './own.ts';

/** The first talk: why somebody comes, how she lives, who helps, how to talk with her. Without a score. */
export const intake = {
  ...head({
    id: 'intake', version: '1.0.0', title: { en: 'First talk', fr: 'Premier entretien' }, section: 'housing', months: 12, copyright: ownCopyright,
    purpose: 'A neutral first talk, without a score. Own wording. Questions about health are left out on purpose: they belong to another section of the record.',
  }),
  item: [
    note('lead', { en: 'Say as much or as little as you like. You can stop at any time and go on another day.', fr: 'Dites-en autant ou aussi peu que vous le voulez. Vous pouvez arrêter et reprendre un autre jour.' }),
    group('safety', { en: 'First: are you safe?', fr: 'D’abord : votre sécurité' }, [safeNow('safe-now')]),
    group('reasons', { en: 'Why you are here', fr: 'Ce qui vous amène' }, [
      choice('reason', { en: 'What would you like help with?', fr: 'Pour quoi aimeriez-vous de l’aide?' }, [
        { code: 'home', en: 'A place to live', fr: 'Un logement' }, { code: 'money', en: 'Money or work', fr: 'L’argent ou le travail' }, { code: 'food', en: 'Food', fr: 'La nourriture' },
        { code: 'family', en: 'Family or children', fr: 'La famille ou les enfants' }, { code: 'violence', en: 'Someone who hurts or scares me', fr: 'Une personne qui me fait mal ou me fait peur' },
        { code: 'talk', en: 'Somebody to talk to', fr: 'Quelqu’un à qui parler' }, { code: 'school', en: 'School or training', fr: 'L’école ou une formation' }, { code: 'other', en: 'Something else', fr: 'Autre chose' },
      ], { required: true, repeats: true }),
      words('own-words', { en: 'Tell it in your own words', fr: 'Dites-le dans vos propres mots' }),
      words('tried', { en: 'What have you tried already? What helped?', fr: 'Qu’avez-vous déjà essayé? Qu’est-ce qui a aidé?' }),
    ]),
    group('living', { en: 'How you live now', fr: 'Votre situation en ce moment' }, [
      choice('tonight', { en: 'Where will you sleep tonight?', fr: 'Où dormirez-vous ce soir?' }, [
        { code: 'own', en: 'In my own home', fr: 'Chez moi' }, { code: 'family', en: 'With family', fr: 'Dans ma famille' }, { code: 'friends', en: 'With friends, for a short time', fr: 'Chez des amis, pour un temps' },
        { code: 'shelter', en: 'In a shelter', fr: 'Dans un refuge' }, { code: 'outside', en: 'Outside or in a car', fr: 'Dehors ou dans une voiture' }, { code: 'institution', en: 'In a hospital, a group home or custody', fr: 'À l’hôpital, en foyer ou en détention' },
        { code: 'unknown', en: 'I do not know', fr: 'Je ne sais pas' }, { code: 'rather-not', en: 'I would rather not say', fr: 'Je préfère ne pas répondre' },
      ], { required: true }),
      question('since', 'date', { en: 'Since when have you lived like this?', fr: 'Depuis quand vivez-vous ainsi?' }, { hint: { en: 'About when is enough.', fr: 'Une date approximative suffit.' } }),
      words('with', { en: 'Who lives with you, or depends on you? Pets too.', fr: 'Qui vit avec vous ou dépend de vous? Les animaux comptent aussi.' }),
    ]),
    group('supports', { en: 'Who helps you', fr: 'Qui vous aide' }, [
      words('people', { en: 'Which people do you count on?', fr: 'Sur quelles personnes comptez-vous?' }),
      words('services', { en: 'Which services or organizations help you now?', fr: 'Quels services ou organismes vous aident en ce moment?' }),
      words('strengths', { en: 'What are you good at? What gives you strength?', fr: 'Quels sont vos talents? Qu’est-ce qui vous donne de la force?' }),
    ]),
    group('talking', { en: 'How we should talk with you', fr: 'Comment nous parler' }, [
      choice('needs', { en: 'What makes it easier for you?', fr: 'Qu’est-ce qui vous faciliterait les choses?' }, [
        { code: 'interpreter', en: 'An interpreter', fr: 'Un interprète' }, { code: 'sign', en: 'Sign language', fr: 'La langue des signes' }, { code: 'plain', en: 'Easy words', fr: 'Des mots faciles' },
        { code: 'read', en: 'Having papers read to me', fr: 'Qu’on me lise les papiers' }, { code: 'large', en: 'Large print', fr: 'De gros caractères' }, { code: 'quiet', en: 'A quiet place', fr: 'Un lieu calme' },
        { code: 'with', en: 'Bringing somebody along', fr: 'Venir avec quelqu’un' }, { code: 'none', en: 'Nothing special', fr: 'Rien de particulier' },
      ], { repeats: true }),
      words('language', { en: 'Which languages do you like to speak?', fr: 'Quelles langues aimez-vous parler?' }),
      words('reach', { en: 'When and how is it safe to reach you?', fr: 'Quand et comment peut-on vous joindre sans risque?' }),
    ]),
  ],
};
