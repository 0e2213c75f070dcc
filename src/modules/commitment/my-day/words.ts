import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'My day',
  nothing: 'Nothing waits for you.',
  summary: (late: number, waiting: number) =>
    `${late === 0 ? 'Nothing is late.' : late === 1 ? 'One thing is late.' : `${late} things are late.`} ${waiting === 1 ? 'One thing waits for you.' : `${waiting} things wait for you.`}`,
  waiting: 'Waiting for you',
  due: 'Due',
  what: 'What',
  owedTo: 'Owed to',
  today: 'Today',
  lateBy: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  changed: 'Changed since yesterday',
  noChange: 'Nothing changed since yesterday.',
  paused: 'Paused',
  all: 'Everything promised, by everybody',
  stuck: 'Stays late elsewhere',
  stuckLead: 'Late for a week or more; whoever owes it was reminded.',
};
export const myDayWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ma journée',
    nothing: 'Rien ne vous attend.',
    summary: (late, waiting) =>
      `${late === 0 ? 'Rien n’est en retard.' : late === 1 ? 'Une chose est en retard.' : `${late} choses sont en retard.`} ${waiting === 1 ? 'Une chose vous attend.' : `${waiting} choses vous attendent.`}`,
    waiting: 'Ce qui vous attend',
    due: 'Échéance',
    what: 'Quoi',
    owedTo: 'Dû à',
    today: 'Aujourd’hui',
    lateBy: (days) => (days === 1 ? '1 jour de retard' : `${days} jours de retard`),
    changed: 'Changements depuis hier',
    noChange: 'Rien n’a changé depuis hier.',
    paused: 'Suspendu',
    all: 'Tout ce qui est promis, par tout le monde',
    stuck: 'Ce qui reste en retard ailleurs',
    stuckLead: 'En retard depuis une semaine ou plus; les responsables ont reçu des rappels.',
  },
};
