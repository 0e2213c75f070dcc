import type { Words } from '#app/platform/language/language.ts';

type Facts = { readonly rule: string; readonly where: string; readonly days: string; readonly demonstration: boolean };

const en = {
  askSubject: (name: string) => `Overdose alerts: please confirm (${name})`,
  ask: (desk: string, name: string, link: string) => [
    `${name} would like to tell “${desk}” by e-mail when an overdose alert is confirmed.`, '',
    'Please confirm that this address reaches people who can act on it:', link, '',
    'Nothing is sent to you before you confirm. The same link stops it at any time.',
  ].join('\n'),
  alertSubject: (where: string) => `Overdose alert: ${where}`,
  alert: ({ rule, where, days, demonstration }: Facts, link: string, name: string) => [
    ...(demonstration ? ['DEMONSTRATION. Made-up events.', ''] : []),
    `A person has confirmed an overdose alert. ${where}, ${days}.`, `Rule: ${rule}.`, '',
    'Please do what your own protocol says. For people who use drugs and those around them:',
    '- carry naloxone, and use it at once; a second kit may be needed',
    '- never use alone; start with a small amount',
    '- call 911 in an overdose and stay: the Good Samaritan Drug Overdose Act protects whoever calls and stays from charges for simple possession', '',
    `Public level and advice: ${link}`, '', name,
  ].join('\n'),
  draftSubject: 'An overdose alert waits for your decision',
  draft: (link: string) => ['A rule has drafted an overdose alert. Nobody is told before you confirm it.', '', link].join('\n'),
};

export const alertMailWords: Words<typeof en> = {
  en,
  fr: {
    askSubject: (name) => `Alertes aux surdoses : veuillez confirmer (${name})`,
    ask: (desk, name, link) => [
      `${name} souhaite avertir « ${desk} » par courriel lorsqu’une alerte aux surdoses est confirmée.`, '',
      'Veuillez confirmer que cette adresse rejoint des personnes qui peuvent agir :', link, '',
      'Rien ne vous est envoyé avant votre confirmation. Le même lien permet d’arrêter en tout temps.',
    ].join('\n'),
    alertSubject: (where) => `Alerte aux surdoses : ${where}`,
    alert: ({ rule, where, days, demonstration }, link, name) => [
      ...(demonstration ? ['DÉMONSTRATION. Événements inventés.', ''] : []),
      `Une personne a confirmé une alerte aux surdoses. ${where}, ${days}.`, `Règle : ${rule}.`, '',
      'Veuillez suivre votre propre protocole. Pour les personnes qui consomment et leur entourage :',
      '- avoir de la naloxone sur soi et l’utiliser tout de suite; une deuxième trousse peut être nécessaire',
      '- ne jamais consommer en solitaire; commencer par une petite quantité',
      '- appeler le 911 en cas de surdose et rester sur place : la Loi sur les bons samaritains secourant les victimes de surdose protège qui appelle et reste contre des accusations de possession simple', '',
      `Niveau public et conseils : ${link}`, '', name,
    ].join('\n'),
    draftSubject: 'Une alerte aux surdoses attend votre décision',
    draft: (link) => ['Une règle a ébauché une alerte aux surdoses. Personne n’est averti avant votre confirmation.', '', link].join('\n'),
  },
};
