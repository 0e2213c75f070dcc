import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Hand-overs', enter: 'Hand over, together with the person', lead: 'A warm hand-over: the person does not tell the story again. You call together, or go together.', toUs: 'Handed over to us', toUsLead: 'Who was handed over you know from the call or the visit; no name stands here.', none: 'Nothing was handed over to your agency.',
  how: 'How', ways: { 'three-way-call': 'Call of three: the person, the other side and you', accompanied: 'You went there together', meeting: 'They came to meet the person' }, to: 'To which agency?', other: 'Another one, not in this list', otherName: 'Its name', toPerson: 'Who took over there', on: 'When', onHint: 'Year, month and day, such as 2019-06-03',
  agreed: 'What was agreed', agreedHint: 'Kept apart like the request itself.', save: 'Save the hand-over', from: 'From', with: 'With', by: 'By', state: 'State', confirmedReceiver: 'Confirmed by the receiving side', confirmedTold: 'Confirmed: the receiving side told us', unconfirmed: 'Not confirmed yet',
  confirm: 'We have taken over', told: 'They told us that they took over', noHow: 'Choose how', noTo: 'Choose the agency', noName: 'Write the name of the agency', noPerson: 'Write who took over there', badDay: 'Give the day, not in the future', noAgreed: 'Write what was agreed', tooLong: (limit: number) => `Up to ${limit.toLocaleString('en-CA')} characters`,
};
export const handOffWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Transferts', enter: 'Transférer, avec la personne', lead: 'Un transfert accompagné : la personne ne raconte pas son histoire une deuxième fois. Vous appelez ensemble, ou y allez ensemble.', toUs: 'Transferts vers nous', toUsLead: 'Vous savez de qui il s’agit par l’appel ou la visite; aucun nom ne figure ici.', none: 'Rien n’a été transféré à votre organisme.',
    how: 'Comment', ways: { 'three-way-call': 'Appel à trois : la personne, l’autre service et vous', accompanied: 'Vous y êtes allés ensemble', meeting: 'L’autre service est venu rencontrer la personne' }, to: 'À quel organisme?', other: 'Un autre, absent de cette liste', otherName: 'Son nom', toPerson: 'Qui a pris le relais', on: 'Quand', onHint: 'Année, mois et jour, par exemple 2019-06-03',
    agreed: 'Ce qui a été convenu', agreedHint: 'Conservé à part, comme la demande elle-même.', save: 'Enregistrer le transfert', from: 'De', with: 'Avec', by: 'Par', state: 'État', confirmedReceiver: 'Confirmé par le service qui reçoit', confirmedTold: 'Confirmé : le service qui reçoit nous l’a dit', unconfirmed: 'Pas encore confirmé',
    confirm: 'Nous avons pris le relais', told: 'On nous a dit que le relais est pris', noHow: 'Choisissez comment', noTo: 'Choisissez l’organisme', noName: 'Écrivez le nom de l’organisme', noPerson: 'Écrivez qui a pris le relais', badDay: 'Indiquez le jour, pas dans l’avenir', noAgreed: 'Écrivez ce qui a été convenu', tooLong: (limit) => `Au plus ${limit.toLocaleString('fr-CA')} caractères`,
  },
};
