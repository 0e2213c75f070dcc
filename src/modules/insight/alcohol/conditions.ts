import type { Bilingual } from '#app/platform/language/language.ts';
import type { ShareOutcome } from './run.ts';

/** How series of shares due to alcohol, and of what a scenario changes, begin. */
export const sharePrefix = 'alcohol-share-';
export const scenarioPrefix = 'alcohol-scenario-';
/** How series of numbers of cases due to alcohol begin. */
export const casesPrefix = 'alcohol-cases-';
/** How their names end. */
export const outcomeSlug: Readonly<Record<ShareOutcome, string>> = { Mortality: 'deaths', Morbidity: 'illness' };

/** Groups of conditions by the first number of their code. */
const conditionGroups: Readonly<Record<string, Bilingual>> = {
  1: { en: 'Infections', fr: 'Infections' }, 2: { en: 'Cancers', fr: 'Cancers' }, 3: { en: 'Diabetes and glands', fr: 'Diabète et glandes' }, 4: { en: 'Mind and nerves', fr: 'Troubles mentaux et neurologiques' }, 5: { en: 'Heart and vessels', fr: 'Cœur et vaisseaux' },
  6: { en: 'Digestion', fr: 'Appareil digestif' }, 7: { en: 'Motor vehicle collisions', fr: 'Collisions de véhicules à moteur' }, 8: { en: 'Unintentional injuries', fr: 'Blessures non intentionnelles' }, 9: { en: 'Intentional injuries', fr: 'Blessures intentionnelles' },
};

/** The group of a condition by its code, (2).(4) for instance. */
export function conditionGroup(im: string): Bilingual {
  return conditionGroups[/\d/.exec(im)?.[0] ?? ''] ?? { en: 'Other conditions', fr: 'Autres maladies et blessures' };
}

const name = (en: string, fr: string): Bilingual => ({ en, fr });

/** The conditions of InterMAHP 2.1 by their code. */
const conditions: Readonly<Record<string, Bilingual>> = {
  '(1).(1)': name('Tuberculosis', 'Tuberculose'), '(1).(2)': name('HIV', 'VIH'), '(1).(3)': name('Lower respiratory tract infections', 'Infections des voies respiratoires inférieures'),
  '(2).(1)': name('Cancer of the mouth and throat', 'Cancer de la bouche et de la gorge'), '(2).(2)': name('Oesophageal cancer', 'Cancer de l’œsophage'), '(2).(3)': name('Colorectal cancer', 'Cancer colorectal'), '(2).(4)': name('Liver cancer', 'Cancer du foie'),
  '(2).(5)': name('Pancreatic cancer', 'Cancer du pancréas'), '(2).(6)': name('Laryngeal cancer', 'Cancer du larynx'), '(2).(7)': name('Breast cancer', 'Cancer du sein'),
  '(3).(1)': name('Diabetes', 'Diabète'), '(3).(2)': name('Alcohol-induced pseudo-Cushing’s syndrome', 'Pseudo-syndrome de Cushing dû à l’alcool'),
  '(4).(1)': name('Alcoholic psychoses', 'Psychoses alcooliques'), '(4).(2)': name('Harmful use of alcohol', 'Usage nocif de l’alcool'), '(4).(3)': name('Alcohol dependence', 'Dépendance à l’alcool'), '(4).(4)': name('Degeneration of the nervous system due to alcohol', 'Dégénérescence du système nerveux due à l’alcool'),
  '(4).(5)': name('Epilepsy', 'Épilepsie'), '(4).(6)': name('Alcoholic polyneuropathy', 'Polyneuropathie alcoolique'), '(4).(7)': name('Alcoholic myopathy', 'Myopathie alcoolique'),
  '(5).(1)': name('High blood pressure', 'Hypertension'), '(5).(2)': name('Ischaemic heart disease', 'Cardiopathie ischémique'), '(5).(Z)': name('Ischaemic heart disease (curve of Zhao)', 'Cardiopathie ischémique (courbe de Zhao)'),
  '(5).(R)': name('Ischaemic heart disease (curve of Roerecke)', 'Cardiopathie ischémique (courbe de Roerecke)'), '(5).(3)': name('Alcoholic cardiomyopathy', 'Cardiomyopathie alcoolique'), '(5).(4)': name('Atrial fibrillation and irregular heartbeat', 'Fibrillation auriculaire et arythmie'),
  '(5).(5)': name('Haemorrhagic stroke', 'AVC hémorragique'), '(5).(6)': name('Ischaemic stroke', 'AVC ischémique'), '(5).(7)': name('Oesophageal varices', 'Varices œsophagiennes'),
  '(6).(1)': name('Alcoholic gastritis', 'Gastrite alcoolique'), '(6).(2)': name('Liver cirrhosis', 'Cirrhose du foie'), '(6).(3)': name('Acute pancreatitis', 'Pancréatite aiguë'), '(6).(4)': name('Chronic pancreatitis', 'Pancréatite chronique'), '(6).(5)': name('Alcohol-induced pancreatitis', 'Pancréatite due à l’alcool'),
  '(7).(1)': name('Motor vehicle collisions', 'Collisions de véhicules à moteur'), '(8).(1)': name('Falls', 'Chutes'), '(8).(2)': name('Drowning', 'Noyades'), '(8).(3)': name('Fires', 'Incendies'),
  '(8).(4)': name('Accidental poisoning other than by alcohol', 'Intoxications accidentelles, sauf par l’alcool'), '(8).(5)': name('Accidental poisoning by alcohol', 'Intoxications accidentelles par l’alcool'), '(8).(6)': name('Other unintentional injuries', 'Autres blessures non intentionnelles'),
  '(9).(1)': name('Self-poisoning other than by alcohol', 'Auto-intoxications, sauf par l’alcool'), '(9).(2)': name('Self-poisoning by alcohol', 'Auto-intoxications par l’alcool'), '(9).(3)': name('Other self-harm', 'Autres automutilations'),
  '(9).(4)': name('Assault and homicide', 'Agressions et homicides'), '(9).(5)': name('Other intentional injuries', 'Autres blessures intentionnelles'),
};

/** The name of a condition; that of the file, in both languages, where the code is not one of InterMAHP's. */
export function conditionName(im: string, inFile: string): Bilingual {
  return conditions[im] ?? { en: inFile, fr: inFile };
}

/** The code as part of the name of a series: (5).(R) is 5-r. */
export function conditionSlug(im: string): string {
  return im.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

/** Whether a series of shares or cases tells of injuries: codes 7 to 9. */
export function isInjury(series: string): boolean {
  return /^alcohol-(share|cases)-[789]-/.test(series);
}
