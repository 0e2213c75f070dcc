import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Why two numbers differ', lead: 'From one number to the other, person by person, each for the first reason that holds. The lines always add up. No name stands here; opening this page is written down.',
  day: 'Night that begins on', dateHint: 'Year, month and day, such as 2019-05-31', kind: 'The other count is of people', other: 'The other number, as somebody else states it', otherHint: 'From a report or a count, if you have one. It is not kept.', optional: ' (optional)', compare: 'Compare',
  counts: { shelter: 'in a shelter that night', found: 'in a shelter or outside, as in a point-in-time count', homeless: 'in a shelter, outside or with others' } as Readonly<Record<string, string>>,
  first: (day: string) => `On the list on ${day}, as it was known that day`, second: { shelter: 'In a shelter that night, by the stays recorded here', found: 'In a shelter or outside that night, by the stays recorded here', homeless: 'In a shelter, outside or with others that night, by the stays recorded here' } as Readonly<Record<string, string>>,
  line: 'Line', people: 'People',
  more: {
    'known-later': 'Known later: entered after that day', 'record-closed': 'Record merged into another, or left for good', 'no-consent': 'Did not agree to the list', 'housed-elsewhere': 'Last known somewhere that is no homelessness', 'not-heard': 'Not heard of for longer than the list allows', unexplained: 'Without a reason known here',
  } as Readonly<Record<string, string>>,
  fewer: {
    'known-later': 'Was on the list that day, is not by what is known now', outside: 'Slept outside', 'with-others': 'Slept with others', 'in-shelter': 'Slept in a shelter', 'other-place': 'Slept in a place that is no homelessness', 'no-place': 'On the list, but where the person slept that night is not known',
  } as Readonly<Record<string, string>>,
  beyond: 'Not in these records: people unknown here, people of other organisations who did not agree, another area, another rule, or counted twice', typed: 'The other number, as typed', same: 'Nobody stands in one number alone.',
  scope: 'Counted are people who agreed to the list and people of your organisation, none whose record is closed to you, in either number. Whoever leaves a place on a day did not sleep there that night.',
  stated: (month: string) => `${month}: as it was stated, and as it is known now`, statedFirst: (moment: string) => `Active at the end of the month, as stated on ${moment}`, statedSecond: 'Active at the end of the month, as known now', noneStated: 'No month was stated yet.',
  news: { came: 'Entered later: was active', housed: 'Entered later: was housed', inactive: 'Entered later: was inactive', left: 'Entered later: had left', correction: 'Merged or corrected later', unexplained: 'Without a reason known here' } as Readonly<Record<string, string>>,
  facts: 'Counts of others, as published', factsLead: 'What was counted on one night in the community. Definitions differ from count to count; each number leads to its definition and its source.', period: 'Count', value: 'People', definition: 'What was counted',
  badDay: 'Give a day up to today, such as 2019-05-31', badOther: 'Give a whole number, such as 271',
};
export const reconciliationWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Pourquoi deux nombres diffèrent', lead: 'D’un nombre à l’autre, personne par personne, chacune selon la première raison qui vaut. Les lignes donnent toujours le total. Aucun nom ne figure ici; l’ouverture de cette page est consignée.',
    day: 'Nuit qui commence le', dateHint: 'Année, mois et jour, par exemple 2019-05-31', kind: 'L’autre compte porte sur les personnes', other: 'L’autre nombre, tel qu’un autre l’annonce', otherHint: 'Tiré d’un rapport ou d’un dénombrement, si vous en avez un. Il n’est pas conservé.', optional: ' (facultatif)', compare: 'Comparer',
    counts: { shelter: 'en refuge cette nuit-là', found: 'en refuge ou dehors, comme dans un dénombrement ponctuel', homeless: 'en refuge, dehors ou chez d’autres' },
    first: (day) => `Sur la liste le ${day}, telle qu’on la connaissait ce jour-là`, second: { shelter: 'En refuge cette nuit-là, selon les séjours consignés ici', found: 'En refuge ou dehors cette nuit-là, selon les séjours consignés ici', homeless: 'En refuge, dehors ou chez d’autres cette nuit-là, selon les séjours consignés ici' },
    line: 'Ligne', people: 'Personnes',
    more: { 'known-later': 'Connues plus tard : saisies après ce jour', 'record-closed': 'Dossier fusionné avec un autre, ou départ définitif', 'no-consent': 'N’ont pas consenti à la liste', 'housed-elsewhere': 'Dernier lieu connu qui n’est pas de l’itinérance', 'not-heard': 'Sans nouvelles au-delà du délai de la liste', unexplained: 'Sans raison connue ici' },
    fewer: { 'known-later': 'Sur la liste ce jour-là, mais plus d’après ce qu’on sait maintenant', outside: 'Ont dormi dehors', 'with-others': 'Ont dormi chez d’autres', 'in-shelter': 'Ont dormi en refuge', 'other-place': 'Ont dormi dans un lieu qui n’est pas de l’itinérance', 'no-place': 'Sur la liste, mais on ignore où la personne a dormi cette nuit-là' },
    beyond: 'Absentes de ces dossiers : personnes inconnues ici, personnes d’autres organismes qui n’ont pas consenti, autre territoire, autre règle, ou comptées deux fois', typed: 'L’autre nombre, tel que saisi', same: 'Personne ne figure dans un seul des deux nombres.',
    scope: 'Sont comptées les personnes qui ont consenti à la liste et celles de votre organisme, jamais celles dont le dossier vous est fermé, dans les deux nombres. Qui quitte un lieu un jour donné n’y a pas dormi cette nuit-là.',
    stated: (month) => `${month} : tel qu’annoncé et tel qu’on le connaît maintenant`, statedFirst: (moment) => `Actives à la fin du mois, tel qu’annoncé le ${moment}`, statedSecond: 'Actives à la fin du mois, tel qu’on le sait maintenant', noneStated: 'Aucun mois n’a encore été annoncé.',
    news: { came: 'Saisie tardive : était active', housed: 'Saisie tardive : était logée', inactive: 'Saisie tardive : était inactive', left: 'Saisie tardive : était partie', correction: 'Fusion ou correction ultérieure', unexplained: 'Sans raison connue ici' },
    facts: 'Comptes faits par d’autres, tels que publiés', factsLead: 'Ce qui a été dénombré en une nuit dans la collectivité. Les définitions changent d’un dénombrement à l’autre; chaque nombre mène à sa définition et à sa source.', period: 'Dénombrement', value: 'Personnes', definition: 'Ce qui a été compté',
    badDay: 'Indiquez un jour jusqu’à aujourd’hui, par exemple 2019-05-31', badOther: 'Indiquez un nombre entier, par exemple 271',
  },
};
