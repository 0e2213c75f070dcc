import type { Words } from '#app/platform/language/language.ts';
import type { RunProblem, RunState, Scenario, ShareOutcome } from './run.ts';

const en = {
  title: 'Shares due to alcohol', foundLink: 'What everybody sees',
  lead: 'How much of each illness and injury is due to alcohol, computed from datasets of population, risks and, for conditions wholly due to alcohol, counts.',
  inputs: 'What goes in', inputsText: 'The versions of these datasets that count now.', none: 'no version yet', version: (n: number) => `version ${n}`, needed: 'Take in population and risks first.',
  ask: 'Compute', region: 'Region, as the dataset writes it', year: 'Year', scenario: 'What if', scenarios: { none: 'nothing changes', consumption: 'people drink more or less', 'minimum-price': 'the lowest price changes (a proxy)' } as Record<Scenario, string>,
  change: 'By how many percent', changeHint: 'A tenth less is -10. For the lowest price, 10 is a tenth more.', surveySize: 'People asked in each group by the survey', surveyHint: 'After allowing for its design. The fewer, the wider the intervals.',
  error: 'Uncertainty of consumption a head, in percent', draws: 'Simulations', drawsHint: 'From 40 to 1,000. 200 take about a minute for six groups.', seed: 'Seed', seedHint: 'The same seed gives the same intervals.', submit: 'Compute shares',
  runs: 'Runs', noRuns: 'Nothing was computed yet.', when: 'Asked', what: 'Of', state: 'How it stands', by: 'By',
  states: { asked: 'Being computed', done: 'Computed, not released', failed: 'Without result', 'release-asked': 'Figures are being written', released: 'Released', discarded: 'Discarded' } as Record<RunState, string>,
  problems: { 'no-population': 'The dataset of population has no row of this region and year.', 'no-risks': 'The dataset of risks is empty.', 'bad-input': 'A row does not fit the method', failed: 'The computation stopped unexpectedly.' } as Record<RunProblem['kind'], string>,
  runTitle: (region: string, year: number) => `${region}, ${year}`, reload: 'Look again', waiting: 'This takes a while. ', settings: 'Settings', scenarioOf: { none: () => 'none', consumption: (change: string) => `consumption changes by ${change}%`, 'minimum-price': (change: string) => `the lowest price changes by ${change}%` } as Record<Scenario, (change: string) => string>,
  method: 'Method', fingerprint: 'Fingerprint of the rows', results: (of: string) => `Shares of ${of} due to alcohol`, outcomes: { Mortality: 'deaths', Morbidity: 'illness' } as Record<ShareOutcome, string>,
  condition: 'Condition', group: 'Group', share: 'Share', interval: '95% interval', former: 'Of it former drinking', shareThen: 'Share then', casesChange: 'Change in cases', wholly: 'wholly',
  release: 'Make figures', releaseText: 'The chosen shares become provisional figures that everybody reads. Wholly attributable conditions are not offered: theirs would tell of counts.', which: 'Conditions', whichOutcome: 'Of', releaseSubmit: 'Make figures of these', discard: 'Discard this run',
  ownRun: 'Somebody else decides what of this run becomes figures: another analyst or the plan manager.', released: 'Its figures', choose: 'Choose one condition or more, at most 15.', chooseOutcome: 'Choose deaths or illness.',
  badRegion: 'Write the region as in the dataset.', badYear: 'Write a year such as 2016.', badNumber: (from: string, to: string) => `Write a number from ${from} to ${to}.`, badScenario: 'Choose what changes.', noData: 'There is no version of the dataset of population or of risks yet.',
};
export const alcoholWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Parts attribuables à l’alcool', foundLink: 'Ce que tout le monde voit',
    lead: 'Quelle part de chaque maladie et blessure est attribuable à l’alcool, calculée à partir de jeux de données sur la population, les risques et, pour ce qui est entièrement dû à l’alcool, les cas.',
    inputs: 'Données d’entrée', inputsText: 'Les versions de ces jeux de données en vigueur maintenant.', none: 'pas encore de version', version: (n) => `version ${n}`, needed: 'Recevez d’abord la population et les risques.',
    ask: 'Calculer', region: 'Région, comme dans le jeu de données', year: 'Année', scenario: 'Et si', scenarios: { none: 'rien ne change', consumption: 'les gens buvaient plus ou moins', 'minimum-price': 'le prix minimum changeait (approximation)' },
    change: 'De combien de pour cent', changeHint: 'Un dixième de moins : -10. Pour le prix minimum, 10 veut dire un dixième de plus.', surveySize: 'Personnes interrogées dans chaque groupe par l’enquête', surveyHint: 'Compte tenu de son plan. Moins il y en a, plus les intervalles sont larges.',
    error: 'Incertitude de la consommation par personne, en pour cent', draws: 'Simulations', drawsHint: 'De 40 à 1 000. Pour six groupes, 200 prennent environ une minute.', seed: 'Graine', seedHint: 'La même graine donne les mêmes intervalles.', submit: 'Calculer les parts',
    runs: 'Calculs faits', noRuns: 'Rien n’a encore été calculé.', when: 'Demandé', what: 'Pour', state: 'État', by: 'Par',
    states: { asked: 'En cours de calcul', done: 'Calculé, non diffusé', failed: 'Sans résultat', 'release-asked': 'Chiffres en cours d’écriture', released: 'Diffusé', discarded: 'Écarté' },
    problems: { 'no-population': 'Le jeu de données sur la population n’a aucune ligne pour cette région et cette année.', 'no-risks': 'Le jeu de données sur les risques est vide.', 'bad-input': 'Une ligne ne convient pas à la méthode', failed: 'Le calcul s’est arrêté de façon inattendue.' },
    runTitle: (region, year) => `${region}, ${year}`, reload: 'Regarder de nouveau', waiting: 'Cela prend un moment. ', settings: 'Réglages', scenarioOf: { none: () => 'aucun', consumption: (change) => `la consommation varie de ${change} %`, 'minimum-price': (change) => `le prix minimum varie de ${change} %` },
    method: 'Méthode', fingerprint: 'Empreinte des lignes', results: (of) => `Parts attribuables à l’alcool : ${of}`, outcomes: { Mortality: 'décès', Morbidity: 'maladie' },
    condition: 'Maladie ou blessure', group: 'Groupe', share: 'Part', interval: 'Intervalle à 95 %', former: 'Dont consommation passée', shareThen: 'Part alors', casesChange: 'Variation des cas', wholly: 'entièrement',
    release: 'Faire des chiffres', releaseText: 'Les parts choisies deviennent des chiffres provisoires que tout le monde lit. Ce qui est entièrement dû à l’alcool n’est pas offert : ces parts révéleraient des nombres de cas.', which: 'Maladies et blessures', whichOutcome: 'Pour', releaseSubmit: 'En faire des chiffres', discard: 'Écarter ce calcul',
    ownRun: 'Une autre personne décide de ce qui devient un chiffre : une ou un autre analyste, ou la gestion du plan.', released: 'Ses chiffres', choose: 'Choisissez au moins une maladie ou blessure, au plus 15.', chooseOutcome: 'Choisissez les décès ou la maladie.',
    badRegion: 'Écrivez la région comme dans le jeu de données.', badYear: 'Écrivez une année comme 2016.', badNumber: (from, to) => `Écrivez un nombre de ${from} à ${to}.`, badScenario: 'Choisissez ce qui change.', noData: 'Il n’y a pas encore de version du jeu de données sur la population ou sur les risques.',
  },
};
