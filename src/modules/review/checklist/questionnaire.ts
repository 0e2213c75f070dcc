import { createHash } from 'node:crypto';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { type Choice, choice, group } from '#app/methods/questionnaire/library/own.ts';
import { bilingual, type Text } from '#app/methods/questionnaire/library/instrument.ts';

const answers: readonly Choice[] = [
  { code: 'yes', en: 'Yes', fr: 'Oui' },
  { code: 'partly', en: 'Partly', fr: 'En partie' },
  { code: 'no', en: 'No', fr: 'Non' },
  { code: 'unclear', en: 'The file does not tell', fr: 'Le dossier ne le dit pas' },
  { code: 'not-apply', en: 'Does not apply', fr: 'Ne s’applique pas' },
];
const asked = (linkId: string, text: Text) => choice(linkId, text, answers, { required: true });

/**
 * What a reviewer asks of a file, in our own words, after the themes of advocate case review (interviews, video, witnesses and evidence, the law of consent, bias,
 * supports, what the survivor was told). Every answer is a code: there is no place for free text, so nothing of a file can be copied.
 */
const source = {
  resourceType: 'Questionnaire', id: 'case-review', url: 'urn:x-common-table:questionnaire:case-review', version: '1.0.0', language: 'en', status: 'active', ...bilingual('title', { en: 'Checklist of a file', fr: 'Liste de vérification d’un dossier' }),
  item: [
    group('complainant', { en: 'The person who reported', fr: 'La personne qui a signalé' }, [
      asked('interviewed', { en: 'Was she or he interviewed by somebody trained for it?', fr: 'A-t-elle été entendue par quelqu’un de formé à cette fin?' }),
      asked('interview-open', { en: 'Could she or he tell it in own words, at an own pace, without blame?', fr: 'A-t-elle pu raconter dans ses mots, à son rythme, sans reproche?' }),
      asked('trauma', { en: 'Were gaps, calm or contradictions read with what trauma does to memory in mind?', fr: 'Les oublis, le calme ou les contradictions ont-ils été lus en tenant compte des effets du traumatisme sur la mémoire?' }),
      asked('informed', { en: 'Was she or he told what happens next, and of the decision with its reason?', fr: 'L’a-t-on informée de la suite, puis de la décision et de son motif?' }),
      asked('supports', { en: 'Was support offered, and a referral made where it was wanted?', fr: 'A-t-on offert du soutien et fait un aiguillage si elle le voulait?' }),
    ]),
    group('investigation', { en: 'The investigation', fr: 'L’enquête' }, [
      asked('suspect', { en: 'Was the suspect interviewed, or is it written why not?', fr: 'La personne soupçonnée a-t-elle été entendue, ou est-il écrit pourquoi non?' }),
      asked('suspect-how', { en: 'Was what the suspect said tested like all else?', fr: 'Ce qu’elle a dit a-t-il été vérifié comme le reste?' }),
      asked('video', { en: 'Did you watch the recorded interviews?', fr: 'Avez-vous regardé les entrevues enregistrées?' }),
      asked('witnesses', { en: 'Were all named witnesses heard?', fr: 'Tous les témoins nommés ont-ils été entendus?' }),
      asked('evidence', { en: 'Was evidence looked for and kept: places, messages, medical findings?', fr: 'A-t-on cherché et conservé les preuves : lieux, messages, constats médicaux?' }),
      asked('steps-open', { en: 'Were all steps taken that the file itself names?', fr: 'A-t-on fait toutes les démarches que le dossier lui-même nomme?' }),
    ]),
    group('judgement', { en: 'How it was judged', fr: 'Comment on a jugé' }, [
      asked('consent', { en: 'Was the law of consent applied: given freely, to each act, by somebody able to give it?', fr: 'Le droit du consentement a-t-il été appliqué : libre, pour chaque acte, par une personne capable de le donner?' }),
      asked('bias-free', { en: 'Is the file free of myths about how a survivor behaves, and of bias against who she or he is?', fr: 'Le dossier est-il exempt de mythes sur le comportement d’une victime et de préjugés sur sa personne?' }),
      asked('reason', { en: 'Does the file give the reason for its clearance code?', fr: 'Le dossier donne-t-il le motif de son code de classement?' }),
      asked('supervised', { en: 'Did a supervisor look at the decision?', fr: 'Une personne responsable a-t-elle revu la décision?' }),
    ]),
  ],
};

/** The checklist, compiled once, and the hash of its wording that is kept with every answer. */
export const checklistForm = compile(source);
export const checklistVersion = createHash('sha256').update(JSON.stringify(source)).digest('hex');
